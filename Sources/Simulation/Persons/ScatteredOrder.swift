/// The whole numbers below a limit in an order that looks like chance, without keeping them: a permutation.
///
/// Four rounds of a Feistel network over the smallest even number of bits that holds the limit, walked until the result lies below it (Black and
/// Rogaway, "Ciphers with Arbitrary Finite Domains", CT-RSA 2002, https://doi.org/10.1007/3-540-45760-7_9).
struct ScatteredOrder: Sendable {
    let count: Int
    private let seed: UInt64
    private let halfBits: UInt64

    init(count: Int, seed: UInt64) {
        self.count = count
        self.seed = seed
        let bits = Int.bitWidth - max(1, count - 1).leadingZeroBitCount
        halfBits = UInt64((bits + 1) / 2)
    }

    /// The number that stands at a position, both from 0 up to, but not including, ``count``.
    func number(at position: Int) -> Int {
        let mask = (UInt64(1) << halfBits) - 1
        var value = UInt64(position)
        repeat {
            var (left, right) = (value >> halfBits, value & mask)
            for round in UInt64(0)..<4 {
                (left, right) = (right, left ^ (SeededGenerator.mixed(right ^ SeededGenerator.mixed(seed &+ round)) & mask))
            }
            value = left << halfBits | right
        } while value >= UInt64(count)
        return Int(value)
    }
}
