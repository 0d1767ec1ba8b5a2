/// Draws an index with a likelihood in proportion to its weight.
struct WeightedChoice: Sendable {
    private let cumulative: [Int]

    /// - Parameter weights: not negative, and at least one of them above zero.
    init(_ weights: some Sequence<Int>) {
        var total = 0
        cumulative = weights.map {
            total += $0
            return total
        }
    }

    /// - Complexity: O(log n)
    func draw(_ generator: inout SeededGenerator) -> Int {
        let ticket = generator.below(cumulative.last ?? 0)
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > ticket { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
