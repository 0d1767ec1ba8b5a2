/// Lays numbers and text end to end.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(reserving capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func byte(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// A number in its full width, least significant byte first.
    mutating func fixed(_ number: some FixedWidthInteger & UnsignedInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A number in groups of seven bits, least significant first (LEB128).
    mutating func variable(_ number: UInt32) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A length and that many bytes of UTF-8, cut at a whole character within the limit.
    mutating func text(_ text: String, limit: Int) {
        let utf8 = text.utf8
        guard utf8.count > limit else {
            bytes.append(UInt8(utf8.count))
            bytes.append(contentsOf: utf8)
            return
        }
        var cut = Array(utf8.prefix(limit + 1))
        while cut.last.map({ $0 & 0xC0 == 0x80 }) == true { cut.removeLast() }
        cut.removeLast()
        bytes.append(UInt8(cut.count))
        bytes.append(contentsOf: cut)
    }
}
