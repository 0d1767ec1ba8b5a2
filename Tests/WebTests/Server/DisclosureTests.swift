import StorageTesting
import Testing

@testable import Web

@Suite("Hiding small figures")
struct DisclosureTests {
    @Test("whoever is trusted sees every figure")
    func trusted() {
        #expect(Disclosure.tallies([1, 0, 7], true) == [.exact(1), .exact(0), .exact(7)])
    }

    @Test("a single small figure takes the smallest of the others with it")
    func complementary() {
        #expect(Disclosure.tallies([3, 40, 12, 0], false) == [.small, .exact(40), .withheld, .exact(0)])
    }

    @Test("small figures that their sum gives away take another with them")
    func givenAwayBySum() {
        // Two figures of one to four that make 8 are both 4, and two that make 2 are both 1.
        #expect(Disclosure.tallies([4, 4, 30, 50], false) == [.small, .small, .withheld, .exact(50)])
        #expect(Disclosure.tallies([1, 1, 30, 50], false) == [.small, .small, .withheld, .exact(50)])
        // One and five are the least that a small and a withheld figure can be.
        #expect(Disclosure.tallies([1, 5, 30, 50], false) == [.small, .withheld, .withheld, .exact(50)])
    }

    @Test("where only small figures stand, they hide in each other")
    func onlySmall() {
        #expect(Disclosure.tallies([2, 3], false) == [.small, .small])
        #expect(!Disclosure.tallies([4, 4], false).contains(.small))
    }

    @Test("a figure that is not small stays where nothing is hidden")
    func nothingHidden() {
        #expect(Disclosure.tallies([5, 0, 9000], false) == [.exact(5), .exact(0), .exact(9000)])
    }

    @Test("no hidden figure follows from the sum and the figures shown", arguments: 1...3000)
    func nothingFollows(seed: Int) {
        var chance = SeededRandomness(seed: UInt64(seed))
        let counts = (0..<Int.random(in: 2...9, using: &chance)).map { _ in
            switch Int.random(in: 0..<4, using: &chance) {
            case 0: Int64(0)
            case 1, 2: Int64.random(in: 1...6, using: &chance)
            default: Int64.random(in: 5...60, using: &chance)
            }
        }
        let sum = counts.reduce(0, +)
        // A sum of one to four is hidden itself.
        guard sum >= 5 else { return }
        let tallies = Disclosure.tallies(counts, false)
        var left = sum
        var least: [Int64] = []
        var most: [Int64] = []
        for (count, tally) in zip(counts, tallies) {
            switch tally {
            case .exact(let shown):
                #expect(shown == count && !(1...4).contains(count))
                left -= shown
            case .small:
                #expect((1...4).contains(count))
                least.append(1)
                most.append(4)
            case .withheld:
                // Whoever knows the rule knows that figures of the size of small ones are withheld only where all are.
                let isLast = !tallies.contains(.small)
                least.append(isLast ? 0 : 5)
                most.append(sum)
            }
        }
        for index in least.indices {
            let others = (least.reduce(0, +) - least[index], most.reduce(0, +) - most[index])
            let low = max(least[index], left - others.1)
            let high = min(most[index], left - others.0)
            #expect(low < high, "\(counts) shown as \(tallies): one hidden figure can only be \(low)")
        }
    }

    @Test("a small figure hides in every sum that it belongs to", arguments: 1...200)
    func severalSums(seed: Int) {
        var chance = SeededRandomness(seed: UInt64(seed) &* 13)
        // What exactly these partners know: a few small figures among large ones, as the overlap has them.
        let partners = Array(1..<32)
        var counts = partners.map { _ in Int64.random(in: 5...400, using: &chance) }
        for _ in 0..<2 { counts[Int.random(in: 0..<31, using: &chance)] = Int64.random(in: 1...4, using: &chance) }
        let groups = [Array(counts.indices)] + (0..<5).map { bit in partners.indices.filter { partners[$0] & (1 << bit) != 0 } }
        let tallies = Disclosure.tallies(counts, groups: groups)
        let hidden = Set(counts.indices.filter { if case .exact = tallies[$0] { false } else { true } })
        #expect(hidden.isSuperset(of: counts.indices.filter { counts[$0] < 5 }))
        for group in groups { #expect(hidden.intersection(group).count != 1, "\(counts) shown as \(tallies)") }
        #expect(hidden.count < 16, "more is hidden than shown: \(tallies)")
    }

    @Test("sums that leave no choice end the search")
    func noChoice() {
        // Of two partners everything follows from what each knows and what both know together.
        let tallies = Disclosure.tallies([7, 3, 9], groups: [[0, 1, 2], [0, 1], [1, 2]])
        #expect(tallies[1] != .exact(3))
        #expect(Disclosure.tallies([7], groups: [[0]]) == [.exact(7)])
        #expect(Disclosure.tallies([], groups: []).isEmpty)
    }
}
