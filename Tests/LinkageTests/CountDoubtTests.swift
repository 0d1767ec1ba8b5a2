import Linkage
import Testing

@Suite struct CountDoubtTests {
    @Test("a count that stands on certain links has no interval to speak of")
    func certain() {
        let interval = CountDoubt().interval(distinct: 500)
        #expect(interval.low == 500)
        #expect(interval.high == 500)
    }

    @Test("weak links widen the interval upwards, near misses downwards")
    func directions() {
        let weakLinks = CountDoubt(missing: 40, surplus: 0, variance: 20).interval(distinct: 500)
        #expect(weakLinks.expected == 540)
        #expect(weakLinks.low < 540 && weakLinks.high > 540)
        let nearMisses = CountDoubt(missing: 0, surplus: 40, variance: 20).interval(distinct: 500)
        #expect(nearMisses.expected == 460)
        #expect(nearMisses.low >= 0)
    }

    @Test("doubts add up in any order, so that they can be kept live and summed by region")
    func sums() {
        var random = SeededRandom(seed: 10)
        let doubts = (0..<50).map { _ in
            CountDoubt(missing: Double(random.below(64)), surplus: Double(random.below(64)), variance: Double(random.below(64)))
        }
        let forwards = doubts.reduce(CountDoubt(), +)
        var backwards = CountDoubt()
        for doubt in doubts.reversed() { backwards += doubt }
        #expect(forwards == backwards)
    }

    @Test("a rule brings no doubt, a doubtful claim brings some")
    func assignments() {
        let known = Candidate(id: 0, claims: [.mekarSari])
        let byRule = LinkageModel.starting.assign(.mekarSari, among: [known])
        #expect(CountDoubt(byRule) == CountDoubt())
        let doubtful = LinkageModel.starting.assign(
            LinkageRecord.mekarSari.withoutIdentifiers.with { ($0.owner, $0.village, $0.addressWords) = ([], nil, []) }, among: [known])
        #expect(CountDoubt(doubtful).variance > 0)
    }

    @Test("without verdicts expectations may be off by half, with many they are what was found")
    func calibration() {
        func stratum(_ isLinked: Bool, judged: Int, errors: Int) -> CountCalibration.Stratum {
            CountCalibration.Stratum(isLinked: isLinked, expected: 100, pairs: 10_000, judged: judged, errors: errors)
        }
        #expect(CountCalibration([stratum(true, judged: 0, errors: 0)]) == .unreviewed)
        let few = CountCalibration([stratum(true, judged: 50, errors: 0), stratum(false, judged: 50, errors: 4)])
        #expect(few.missing.low < 0.1 && few.missing.value < 1 && few.missing.high > 1)
        #expect(few.surplus.value > 2 && few.surplus.low < few.surplus.value && few.surplus.high < 10)
        let many = CountCalibration([stratum(true, judged: 5000, errors: 100), stratum(false, judged: 10_000, errors: 50)])
        #expect(abs(many.missing.value - 2) < 0.05 && many.missing.low > 1.6 && many.missing.high < 2.5)
        #expect(abs(many.surplus.value - 0.5) < 0.02)
        let doubt = CountDoubt(missing: 100, surplus: 100, variance: 0)
        let interval = doubt.interval(distinct: 10_000, calibration: many)
        #expect(abs(interval.expected - (10_000 + 200 - 50)) < 6)
        #expect(interval.low < interval.expected && interval.expected < interval.high)
        #expect(interval.high - interval.low < 150)
    }

    @Test("the bounds of a factor hold nine times in ten, even where few verdicts speak against the model", arguments: [1.0, 3, 0.3])
    func coverage(factor: Double) {
        var random = SeededRandom(seed: 11)
        var held = 0
        let tries = 400
        for _ in 0..<tries {
            let errors = (0..<400).count { _ in Double(random.below(1_000_000)) < 10_000 * factor }
            let found = CountCalibration([
                CountCalibration.Stratum(isLinked: true, expected: 1000, pairs: 100_000, judged: 400, errors: errors)
            ]).missing
            if found.low <= factor, factor <= found.high { held += 1 }
        }
        #expect(Double(held) > 0.9 * Double(tries), "\(held) of \(tries)")
    }
}
