/// What agreement on one field says, ready for scoring: weights by level, moved by how rare the agreeing value is.
struct FieldWeighing: Sendable {
    /// log2 m/u by level.
    var match: [Float]
    /// log2 r/u by level, r being the probability between two businesses of one owner.
    var relative: [Float]
    /// How far rarity moves the weight.
    let rarity: Float
    /// The rarity, in bits, for which the level's weight holds.
    let typicalBits: Float
    /// What the rarity of each value adds when both records have it; by value.
    let sameShift: [Float]
    /// The most that two different values can say for a match.
    let bestUnequal: Float

    /// Rarity moves a weight by no more bits than these.
    static let furthestShift: Float = 12

    init(_ column: FieldColumn, match: [Float], relative: [Float], rarity: Float, records: Int) {
        self.match = match
        self.relative = relative
        self.rarity = rarity
        let known = Double(max(records - Int(column.counts[0]), 1))
        let bits = Self.bits(column, known: known)
        // By the chance of two records to agree on it: each value as often as it makes a pair.
        var pairs = 0.0
        var sum = 0.0
        for value in 1..<max(column.counts.count, 1) {
            let count = Double(column.counts[value])
            pairs += count * count
            sum += count * count * Double(bits[value])
        }
        let typical: Float = pairs > 0 ? Float(sum / pairs) : 0
        typicalBits = typical
        sameShift = bits.map { Self.shift($0, typical, rarity) }
        let unequal: [AgreementLevel] = [.close, .contained, .partial, .different]
        let reach = rarity > 0 && column.kind.isBag ? Self.furthestShift : 0
        bestUnequal = (unequal.map { match[Int($0.rawValue)] }.max() ?? 0) + reach
    }

    /// What agreeing on each value tells, in bits: by how many have it, or for bags by its words.
    private static func bits(_ column: FieldColumn, known: Double) -> [Float] {
        var bits = [Float](repeating: 0, count: column.counts.count)
        for value in 1..<max(column.counts.count, 1) {
            if column.kind.isBag {
                var sum: Float = 0
                for place in column.words(of: UInt32(value)) { sum += column.wordBits[Int(column.wordsOfValues[place])] }
                bits[value] = sum
            } else {
                bits[value] = Float(-Logarithm.log2(max(Double(column.counts[value]), 1) / known))
            }
        }
        return bits
    }

    @inline(__always)
    static func shift(_ bits: Float, _ typical: Float, _ rarity: Float) -> Float {
        max(-furthestShift, min(rarity * (bits - typical), furthestShift))
    }
}
