import Foundation
import Nusantara

/// A file of separated values, written in one stream.
final class DelimitedFile: ListFile {
    /// How bytes are made of letters.
    enum Encoding { case utf8, utf8WithMark, windows1252 }

    /// What distinguishes one partner's separated values from another's.
    struct Shape {
        var separator: UInt8 = UInt8(ascii: ",")
        var lineEnd = "\n"
        var encoding = Encoding.utf8
        /// Whether dates are written 31/12/2026 and not 2026-12-31.
        var hasIndonesianDates = false
    }

    private(set) var nextLine = 1
    private let path: String
    private let shape: Shape
    private let handle: FileHandle
    private var buffer: [UInt8] = []

    private static let flushAt = 1 << 20

    init(path: String, shape: Shape) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path) else {
            throw SimulationError.cannotWrite(path: path, reason: "the file cannot be created")
        }
        self.path = path
        self.shape = shape
        self.handle = handle
        buffer.reserveCapacity(Self.flushAt + 4096)
        if shape.encoding == .utf8WithMark { buffer += [0xEF, 0xBB, 0xBF] }
    }

    func append(_ cells: [Cell]) throws {
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(shape.separator) }
            switch cell {
            case .blank: break
            case .text(let text): append(text)
            case .number(let number): append(String(Int(number)))
            case .date(let date): append(shape.hasIndonesianDates ? Self.indonesian(date) : date.iso)
            }
        }
        buffer += shape.lineEnd.utf8
        nextLine += 1
        if buffer.count >= Self.flushAt { try flush() }
    }

    func close() throws {
        try flush()
        try rethrowing { try handle.close() }
    }

    /// 31/12/2026
    static func indonesian(_ date: CalendarDate) -> String {
        let (year, month, day) = date.components
        return "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)"
    }

    private func append(_ text: String) {
        let quote = UInt8(ascii: "\"")
        let separator = shape.separator
        let needsQuotes = text.utf8.contains { $0 == separator || $0 == quote || $0 == 10 || $0 == 13 }
        if needsQuotes { buffer.append(quote) }
        if shape.encoding == .windows1252 {
            for scalar in text.unicodeScalars {
                if scalar == "\"" { buffer.append(quote) }
                buffer.append(Self.windows1252(scalar))
            }
        } else if needsQuotes {
            buffer += text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
        } else {
            buffer += text.utf8
        }
        if needsQuotes { buffer.append(quote) }
    }

    private static func windows1252(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case ..<0x80, 0xA0...0xFF: UInt8(scalar.value)
        case 0x2013: 0x96
        case 0x2019: 0x92
        default: UInt8(ascii: "?")
        }
    }

    private func flush() throws {
        let bytes = Data(buffer)
        try rethrowing { try handle.write(contentsOf: bytes) }
        buffer.removeAll(keepingCapacity: true)
    }

    private func rethrowing(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch {
            throw SimulationError.cannotWrite(path: path, reason: "\(error)")
        }
    }
}
