import Foundation
import Linkage

/// The folder in which a ``Linkage/SplinkExport`` is handed over.
struct SplinkFolder {
    private let path: String

    /// Makes the folder unless it is there.
    ///
    /// - Throws: ``CommandFailure`` if it cannot be made or holds something.
    init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure("the folder \(path) cannot be made; check that the one above it may be written to")
        }
        guard (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty == true else {
            throw CommandFailure("the folder \(path) is not empty; name another one, so that old and new files do not mix")
        }
    }

    /// Writes all files and returns how many pairs were left out of `check.csv` because two columns are mixed up in them.
    ///
    /// - Throws: ``CommandFailure`` if the disk is full.
    func write(_ export: SplinkExport, names: RowNames, check: Int) async throws -> Int {
        try write("settings.json") { try $0.write(contentsOf: export.settings) }
        try write("load.sql") { try $0.write(contentsOf: Data(export.loading.utf8)) }
        if let correction = export.correction { try write("correction.sql") { try $0.write(contentsOf: Data(correction.utf8)) } }
        for column in export.frequencies { try writeLines("tf_\(column).csv", export.frequencyLines(column)) }
        try writeLines(
            "rows.csv",
            [export.header].lazy
                + names.sources.indices.lazy.flatMap { source in
                    names.rows(of: source).lazy.map { row in
                        "\(row + 1),\(LinkedRows.field(names.sources[source])),\(LinkedRows.field(names.id(row)))\(export.cells(row))"
                    }
                })
        let (pairs, mixedUp) = check > 0 ? await export.checkPairs(limit: check) : ([], 0)
        try writeLines(
            "check.csv",
            ["first,second,weight"].lazy + pairs.lazy.map { "\($0.first + 1),\($0.second + 1),\($0.weight)" })
        return mixedUp
    }

    private func writeLines(_ name: String, _ lines: some Sequence<String>) throws {
        try write(name) { file in
            var buffer: [UInt8] = []
            for line in lines {
                buffer.append(contentsOf: line.utf8)
                buffer.append(0x0A)
                if buffer.count > 1 << 20 {
                    try file.write(contentsOf: buffer)
                    buffer.removeAll(keepingCapacity: true)
                }
            }
            try file.write(contentsOf: buffer)
        }
    }

    private func write(_ name: String, _ body: (FileHandle) throws -> Void) throws {
        let file = path + "/" + name
        guard FileManager.default.createFile(atPath: file, contents: nil), let handle = FileHandle(forWritingAtPath: file) else {
            throw CommandFailure("\(file) cannot be written; check that its folder may be written to")
        }
        defer { try? handle.close() }
        do {
            try body(handle)
        } catch {
            throw CommandFailure("\(file) cannot be written to its end: the disk is full")
        }
    }
}
