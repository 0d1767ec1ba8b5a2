/// Byte strings, each kept once under a number from 1 on; 0 stands for nothing.
///
/// Numbers are given in the order of arrival, so the same input gives the same numbers.
struct TermTable: Sendable {
    private var bytes: [UInt8] = []
    /// Where each term ends; term `n` begins where term `n − 1` ends.
    private var ends: [UInt32] = [0]
    /// Half a hash above, the number below; 0 is a free slot. The length is a power of two.
    private var slots: [UInt64] = Array(repeating: 0, count: 64)

    /// How many bytes of different terms fit into one table.
    static let capacity = Int(UInt32.max)

    /// The number of terms.
    var count: Int { ends.count - 1 }

    /// Bytes that the table takes.
    var footprint: Int { bytes.capacity + ends.capacity * 4 + slots.capacity * 8 }

    /// Whether more bytes still fit.
    func hasRoom(for more: Int) -> Bool { bytes.count + more <= Self.capacity }

    /// The number of a term, which is added unless it is there. A term that no longer fits is taken for nothing.
    mutating func intern(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard !term.isEmpty, hasRoom(for: term.count) else { return 0 }
        let hash = ByteHash.hash(term)
        if let known = find(term, hash: hash) { return known }
        let number = UInt32(truncatingIfNeeded: ends.count)
        bytes.append(contentsOf: term)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        if ends.count * 4 > slots.count * 3 { grow() }
        place(hash: hash, number: number)
        return number
    }

    mutating func intern(_ term: [UInt8]) -> UInt32 {
        term.withUnsafeBufferPointer { intern($0) }
    }

    /// The number of a term, or nil if the table does not hold it.
    func number(of term: UnsafeBufferPointer<UInt8>) -> UInt32? {
        term.isEmpty ? nil : find(term, hash: ByteHash.hash(term))
    }

    /// The bytes of a term; the pointer is valid within the call alone.
    @inline(__always)
    func withBytes<Result>(of number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = range(of: number)
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The table as it lies in memory; the view is valid within the call alone.
    func withView<Result>(_ body: (TermView) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in ends.withUnsafeBufferPointer { body(TermView(bytes: bytes, ends: $0)) } }
    }

    func text(of number: UInt32) -> String {
        withBytes(of: number) { String(decoding: $0, as: UTF8.self) }
    }

    @inline(__always)
    private func range(of number: UInt32) -> Range<Int> {
        guard number > 0 else { return 0..<0 }
        return Int(ends[Int(number) - 1])..<Int(ends[Int(number)])
    }

    private func find(_ term: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash >> 32 {
                let number = UInt32(truncatingIfNeeded: slots[slot])
                let isEqual = withBytes(of: number) { known in
                    known.count == term.count && known.elementsEqual(term)
                }
                if isEqual { return number }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func place(hash: UInt64, number: UInt32) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        // The last term is not in a slot yet; its caller places it.
        for number in 1..<(ends.count - 1) {
            let number = UInt32(truncatingIfNeeded: number)
            place(hash: withBytes(of: number, ByteHash.hash), number: number)
        }
    }

    /// Forgets how to look terms up, for a table that only grows no more.
    mutating func seal() {
        slots = Array(repeating: 0, count: 1)
    }
}

/// The terms of a table as they lie in memory: inner loops read them without counting references.
struct TermView {
    let bytes: UnsafeBufferPointer<UInt8>
    let ends: UnsafeBufferPointer<UInt32>

    /// The bytes of a term, which is no 0.
    @inline(__always)
    subscript(number: UInt32) -> UnsafeBufferPointer<UInt8> {
        let start = Int(ends[Int(number) &- 1])
        return UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[Int(number)])])
    }
}

/// A hash of bytes that is the same in every process (multiply and fold, as wyhash does), so that results do not depend on the run.
enum ByteHash {
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
        var index = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while index &+ 8 <= bytes.count {
            state = mix(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self), 0xE703_7ED1_A0B4_28DB)
            index &+= 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index &+= 1
        }
        return mix(state ^ rest, 0xA076_1D64_78BD_642F)
    }

    /// Two numbers as one.
    @inline(__always)
    static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b | 1)
        return product.high ^ product.low
    }
}
