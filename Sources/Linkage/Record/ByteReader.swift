/// Takes numbers and text from bytes that may be anything.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() throws(LinkageError) -> UInt8 {
        guard position < bytes.count else { throw .truncated }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func fixed<Number: FixedWidthInteger & UnsignedInteger>() throws(LinkageError) -> Number {
        let width = MemoryLayout<Number>.size
        guard bytes.count - position >= width else { throw .truncated }
        var number: Number = 0
        for offset in 0..<width {
            number |= Number(bytes[position + offset]) << Number(8 * offset)
        }
        position += width
        return number
    }

    mutating func variable() throws(LinkageError) -> UInt32 {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 35, by: 7) {
            let byte = try byte()
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                guard let number = UInt32(exactly: number), byte != 0 || shift == 0 else { throw .malformed }
                return number
            }
        }
        throw .malformed
    }

    mutating func text(limit: Int) throws(LinkageError) -> String {
        let length = Int(try byte())
        guard length <= limit else { throw .malformed }
        guard bytes.count - position >= length else { throw .truncated }
        guard let text = String(validating: bytes[position..<position + length], as: UTF8.self) else { throw .malformed }
        position += length
        return text
    }
}
