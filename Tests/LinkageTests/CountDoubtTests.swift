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
}
