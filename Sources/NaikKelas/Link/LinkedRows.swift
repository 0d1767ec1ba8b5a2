import Foundation
import Linkage

/// The result of a linkage as a CSV file: `source,id,cluster,probability`, a line for each row in the order of the lists.
enum LinkedRows {
    /// - Throws: ``CommandFailure`` if the file cannot be written.
    static func write(_ result: ListLinkage, names: RowNames, to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
            throw CommandFailure("\(path) cannot be written; check that its folder exists and may be written to")
        }
        defer { try? file.close() }
        do {
            var buffer = Array("source,id,cluster,probability\r\n".utf8)
            for source in names.sources.indices {
                let name = field(names.sources[source])
                for row in names.rows(of: source) {
                    buffer.append(contentsOf: name.utf8)
                    buffer.append(UInt8(ascii: ","))
                    buffer.append(contentsOf: field(names.id(row)).utf8)
                    buffer.append(UInt8(ascii: ","))
                    buffer.append(contentsOf: String(result.clusters[row]).utf8)
                    buffer.append(UInt8(ascii: ","))
                    append(result.probabilities[row], to: &buffer)
                    buffer.append(contentsOf: "\r\n".utf8)
                    if buffer.count > 1 << 20 {
                        try file.write(contentsOf: buffer)
                        buffer.removeAll(keepingCapacity: true)
                    }
                }
            }
            try file.write(contentsOf: buffer)
        } catch {
            throw CommandFailure("\(path) cannot be written to its end: the disk is full")
        }
    }

    /// Quoted where RFC 4180 asks for it. An id goes back just as it came, so that it can be found again.
    static func field(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Six decimals: `0.998471`.
    private static func append(_ probability: Float, to buffer: inout [UInt8]) {
        let millionths = Int((Double(min(max(probability, 0), 1)) * 1_000_000).rounded())
        if millionths == 1_000_000 {
            buffer.append(UInt8(ascii: "1"))
            return
        }
        buffer.append(contentsOf: "0.".utf8)
        let digits = String(millionths)
        buffer.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 6 - digits.utf8.count))
        buffer.append(contentsOf: digits.utf8)
    }
}
