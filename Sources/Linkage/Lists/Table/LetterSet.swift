/// Which letters and digits a word holds, and which of them twice: a bound for how alike it can be to another, found in a few steps.
struct LetterSet: Sendable {
    /// Bits for the letters, and above them for their second standing.
    private let bits: UInt64
    /// How many letters the bits leave out.
    private let rest: UInt16
    let count: UInt16
    private let first: UInt8

    init() {
        (bits, rest, count, first) = (0, 0, 0, 0)
    }

    init(_ word: UnsafeBufferPointer<UInt8>) {
        var bits: UInt64 = 0
        for byte in word {
            let place: UInt64 =
                switch byte {
                case 0x61...0x7A: UInt64(byte - 0x61)
                case 0x30...0x39: 26 + UInt64(byte - 0x30) % 5
                default: 31
                }
            bits |= bits & (1 &<< place) != 0 ? 1 &<< (place &+ 32) : 1 &<< place
        }
        self.bits = bits
        rest = UInt16(truncatingIfNeeded: word.count - bits.nonzeroBitCount)
        count = UInt16(truncatingIfNeeded: min(word.count, Int(UInt16.max)))
        first = word.first ?? 0
    }

    /// Whether two words can be so similar by Jaro and Winkler: at most the letters that both hold match, none of them misplaced.
    @inline(__always)
    func mayReach(_ similarity: Float, with other: LetterSet) -> Bool {
        let common = Float((bits & other.bits).nonzeroBitCount &+ Int(min(rest, other.rest)))
        // At best four letters at the beginning agree.
        let needed = first == other.first ? (similarity - 0.4) / 0.6 : similarity
        return common / Float(count) + common / Float(other.count) + 1 >= 3 * needed
    }
}
