import CLibPQ
import Storage

/// The values of one execution in the form that libpq takes.
struct Parameters {
    private var arena: [UInt8] = []
    private var offsets: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// - Parameters:
    ///   - values: in their order.
    ///   - types: what the statement was prepared with. Whole numbers, reals and bytes of their own type travel in binary; everything
    ///     else as text, which the server reads as whatever it inferred.
    /// - Throws: ``StorageError/invalidValue(_:)``.
    init(_ values: [SQLValue], types: [Oid]) throws {
        guard values.count == types.count else {
            throw StorageError.other("\(values.count) values for a statement with \(types.count) parameters")
        }
        offsets.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        formats.reserveCapacity(values.count)
        for (value, type) in zip(values, types) {
            let start = arena.count
            let isBinary = try Self.append(value, type: type, to: &arena)
            offsets.append(value == .null ? -1 : start)
            lengths.append(Int32(arena.count - start))
            formats.append(isBinary ? 1 : 0)
            if !isBinary { arena.append(0) }
        }
        // An empty value at the end needs an address too, since none means NULL.
        arena.append(0)
    }

    private static func append(_ value: SQLValue, type: Oid, to arena: inout [UInt8]) throws -> Bool {
        switch value {
        case .null:
            return false
        case .integer(let number):
            if type == ServerType.integer8 {
                arena.append(bigEndian: UInt64(bitPattern: number))
                return true
            }
            arena.append(contentsOf: String(number).utf8)
        case .real(let number):
            if number.isNaN { throw StorageError.invalidValue("a number that is not a number") }
            if type == ServerType.real8 {
                arena.append(bigEndian: number.bitPattern)
                return true
            }
            arena.append(contentsOf: (number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : "\(number)").utf8)
        case .text(let text):
            let start = arena.count
            arena.append(contentsOf: text.utf8)
            if arena[start...].contains(0) { throw StorageError.invalidValue("text with a NUL byte") }
        case .bytes(let bytes):
            if type == ServerType.bytes {
                arena.append(contentsOf: bytes)
                return true
            }
            arena.append(contentsOf: "\\x".utf8)
            for byte in bytes {
                arena.append(contentsOf: (byte < 16 ? "0" : "").utf8)
                arena.append(contentsOf: String(byte, radix: 16).utf8)
            }
        }
        return false
    }

    /// Calls `body` with the arrays that libpq takes, valid only during the call.
    func withPointers<T>(
        _ body: (
            _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?,
            _ formats: UnsafePointer<Int32>?
        ) -> T
    ) -> T {
        arena.withUnsafeBytes { arena in
            let start = arena.baseAddress
            let pointers = offsets.map { offset in
                offset < 0 ? nil : start.map { ($0 + offset).assumingMemoryBound(to: CChar.self) }
            }
            return pointers.withUnsafeBufferPointer { pointers in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(Int32(offsets.count), pointers.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}

extension [UInt8] {
    mutating func append(bigEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}
