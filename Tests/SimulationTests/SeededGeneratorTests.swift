import Simulation
import Testing

@Suite struct SeededGeneratorTests {
    @Test("a seed gives the numbers that it gave on the day this test was written")
    func knownAnswers() {
        var generator = SeededGenerator(seed: 42)
        #expect(
            (0..<4).map { _ in generator.next() } == [
                14_585_004_453_952_745_724, 963_425_209_539_481_646, 5_031_754_615_345_081_387, 6_003_384_052_849_686_581,
            ])
    }

    @Test("two streams of one seed are different")
    func streams() {
        var first = SeededGenerator(seed: 7, stream: 1)
        var second = SeededGenerator(seed: 7, stream: 2)
        #expect((0..<8).map { _ in first.next() } != (0..<8).map { _ in second.next() })
    }

    @Test("draws stay in their range and reach both of its ends", arguments: [1, 2, 3, 10, 514])
    func range(_ bound: Int) {
        var generator = SeededGenerator(seed: UInt64(bound))
        let draws = (0..<20_000).map { _ in generator.below(bound) }
        #expect(draws.min() == 0)
        #expect(draws.max() == bound - 1)
    }

    @Test("a range with nothing in it gives 0 instead of stopping the program")
    func emptyRange() {
        var generator = SeededGenerator(seed: 1)
        #expect(generator.below(0) == 0)
        #expect(generator.below(-5) == 0)
    }

    @Test("something of probability p happens about p of the time", arguments: [0.0, 0.01, 0.3, 0.97, 1.0])
    func probability(_ share: Double) {
        var generator = SeededGenerator(seed: 99)
        let count = (0..<100_000).count { _ in generator.happens(share) }
        #expect(abs(Double(count) / 100_000 - share) < 0.006)
    }
}
