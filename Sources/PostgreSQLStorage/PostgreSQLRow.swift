import CLibPQ
import Storage

/// One row of an answer in binary format.
struct PostgreSQLRow: SQLRow {
    private let result: OpaquePointer
    private let row: Int32

    init(_ result: ServerResult, row: Int32) {
        self.result = result.handle
        self.row = row
    }

    func isNull(at index: Int) -> Bool {
        PQgetisnull(result, row, Int32(index)) != 0
    }

    func integer(at index: Int) throws -> Int64 {
        if let bytes = value(at: index) {
            switch PQftype(result, Int32(index)) {
            case ServerType.integer8:
                return bytes.bigEndian(as: Int64.self)
            case ServerType.integer4:
                return Int64(bytes.bigEndian(as: Int32.self))
            case ServerType.integer2:
                return Int64(bytes.bigEndian(as: Int16.self))
            case ServerType.objectIdentifier:
                return Int64(bytes.bigEndian(as: UInt32.self))
            case ServerType.boolean:
                return bytes.first == 0 ? 0 : 1
            case ServerType.numeric:
                if let number = Numeric(bytes).integer { return number }
            default:
                break
            }
        }
        throw StorageError.decoding(column: index, expected: "integer")
    }

    func real(at index: Int) throws -> Double {
        if let bytes = value(at: index) {
            switch PQftype(result, Int32(index)) {
            case ServerType.real8:
                return Double(bitPattern: bytes.bigEndian(as: UInt64.self))
            case ServerType.real4:
                return Double(Float(bitPattern: bytes.bigEndian(as: UInt32.self)))
            case ServerType.numeric:
                if let number = Numeric(bytes).real { return number }
            default:
                if let number = try? integer(at: index) { return Double(number) }
            }
        }
        throw StorageError.decoding(column: index, expected: "real")
    }

    func text(at index: Int) throws -> String {
        if let bytes = value(at: index) {
            switch PQftype(result, Int32(index)) {
            case ServerType.text, ServerType.varchar, ServerType.blankPadded, ServerType.name, ServerType.character, ServerType.json,
                ServerType.unknown:
                return String(decoding: bytes, as: UTF8.self)
            case ServerType.binaryJSON:
                return String(decoding: bytes.dropFirst(), as: UTF8.self)
            default:
                break
            }
        }
        throw StorageError.decoding(column: index, expected: "text")
    }

    func bytes(at index: Int) throws -> [UInt8] {
        if let bytes = value(at: index) {
            switch PQftype(result, Int32(index)) {
            case ServerType.bytes, ServerType.uuid:
                return Array(bytes)
            default:
                break
            }
        }
        throw StorageError.decoding(column: index, expected: "bytes")
    }

    /// The bytes of a value, which live as long as the answer; nil for NULL and for a column that there is not.
    private func value(at index: Int) -> UnsafeRawBufferPointer? {
        guard PQgetisnull(result, row, Int32(index)) == 0 else { return nil }
        return UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, Int32(index)), count: Int(PQgetlength(result, row, Int32(index))))
    }
}

extension UnsafeRawBufferPointer {
    /// The number with which these bytes begin; zero if there are too few of them.
    func bigEndian<T: FixedWidthInteger>(as type: T.Type) -> T {
        count >= MemoryLayout<T>.size ? T(bigEndian: loadUnaligned(as: type)) : 0
    }
}

/// A number of arbitrary precision, which `SUM` and `AVG` of whole numbers give.
///
/// Four 16-bit numbers (count of digits, weight of the first, sign, scale), then digits of base 10,000 (`numeric_send` in PostgreSQL).
struct Numeric {
    private let digits: [Int64]
    private let weight: Int
    private let isNegative: Bool
    private let isFinite: Bool

    init(_ bytes: UnsafeRawBufferPointer) {
        let words = stride(from: 0, to: bytes.count - 1, by: 2).map {
            UnsafeRawBufferPointer(rebasing: bytes[$0..<($0 + 2)]).bigEndian(as: UInt16.self)
        }
        digits = words.dropFirst(4).map(Int64.init)
        weight = words.count > 1 ? Int(Int16(bitPattern: words[1])) : 0
        isNegative = words.count > 2 && words[2] == 0x4000
        isFinite = words.count > 2 && words[2] & 0xC000 != 0xC000
    }

    /// The value if it is whole and fits.
    var integer: Int64? {
        guard isFinite, digits.count <= weight + 1 || digits.isEmpty else { return nil }
        var value: Int64 = 0
        for position in stride(from: 0, through: digits.isEmpty ? -1 : weight, by: 1) {
            let digit = position < digits.count ? digits[position] : 0
            let (scaled, tooLarge) = value.multipliedReportingOverflow(by: 10000)
            // Downwards, because the range has one more below zero than above.
            let (sum, overflow) = scaled.subtractingReportingOverflow(digit)
            if tooLarge || overflow { return nil }
            value = sum
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// The value as near as a floating-point number comes.
    var real: Double? {
        guard isFinite else { return nil }
        var text = isNegative ? "-0" : "0"
        for digit in digits {
            text += String(repeating: "0", count: digit < 10 ? 3 : digit < 100 ? 2 : digit < 1000 ? 1 : 0) + String(digit)
        }
        return Double("\(text)e\(4 * (weight + 1 - digits.count))")
    }
}
