import Linkage
import Testing

@Suite struct ClericalEstimateTests {
    @Test("the score interval is the one worked out by hand")
    func wilson() {
        // 8 of 10: (0.8 + 3.8415/20 ± 1.96·√(0.016 + 3.8415/400)) / 1.38415.
        let some = ProportionInterval(successes: 8, of: 10)
        #expect(abs(some.low - 0.4902) < 0.0005)
        #expect(abs(some.high - 0.9433) < 0.0005)
        let all = ProportionInterval(successes: 10, of: 10)
        #expect(all.high == 1)
        #expect(abs(all.low - 0.7225) < 0.0005)
        let none = ProportionInterval(successes: 0, of: 0)
        #expect(none.low == 0 && none.high == 1)
    }

    @Test("precision and recall are the sums over the strata, worked out by hand")
    func byHand() throws {
        let estimate = try #require(
            ClericalEstimate([
                .init(isLinked: true, pairs: 900, judged: 100, matches: 99),
                .init(isLinked: true, pairs: 100, judged: 50, matches: 30),
                .init(isLinked: false, pairs: 200, judged: 50, matches: 10),
                .init(isLinked: false, pairs: 0, judged: 0, matches: 0),
            ]))
        // Matches: 891 + 60 = 951 of 1000 linked, 40 of 200 not linked.
        #expect(abs(estimate.precision.share - 0.951) < 1e-12)
        #expect(abs(estimate.recall.share - 951.0 / 991.0) < 1e-12)
        #expect(abs(estimate.overlooked.share - 0.2) < 1e-12)
        #expect(estimate.judged == 200)
        #expect(estimate.precision.low < 0.951 && estimate.precision.high > 0.951)
        #expect(estimate.recall.low < 951.0 / 991.0 && estimate.recall.high > 951.0 / 991.0)
    }

    @Test("strata whose verdicts are all alike keep their doubt, and one that was judged in full has none")
    func alike() throws {
        let few = try #require(
            ClericalEstimate([
                .init(isLinked: true, pairs: 1000, judged: 5, matches: 5), .init(isLinked: false, pairs: 1000, judged: 5, matches: 0),
            ]))
        #expect(few.precision.share == 1 && few.precision.low < 0.6)
        #expect(few.recall.share == 1 && few.recall.low < 0.9)
        let full = try #require(
            ClericalEstimate([
                .init(isLinked: true, pairs: 50, judged: 50, matches: 40), .init(isLinked: false, pairs: 20, judged: 20, matches: 10),
            ]))
        #expect(full.precision.low == 0.8 && full.precision.high == 0.8)
        #expect(abs(full.recall.low - 0.8) < 1e-9 && abs(full.recall.high - 0.8) < 1e-9)
    }

    @Test("without a verdict in every stratum there is no estimate")
    func tooLittle() {
        #expect(ClericalEstimate([]) == nil)
        #expect(ClericalEstimate([.init(isLinked: false, pairs: 10, judged: 5, matches: 1)]) == nil)
        #expect(
            ClericalEstimate([
                .init(isLinked: true, pairs: 10, judged: 5, matches: 5), .init(isLinked: false, pairs: 10, judged: 0, matches: 0),
            ]) == nil)
    }

    @Test("when nothing that was linked is a match, recall is none, and the interval says how much it may be")
    func nothingRight() throws {
        let estimate = try #require(
            ClericalEstimate([
                .init(isLinked: true, pairs: 100, judged: 20, matches: 0), .init(isLinked: false, pairs: 100, judged: 20, matches: 20),
            ]))
        #expect(estimate.recall.share == 0 && estimate.recall.low == 0)
        #expect(estimate.recall.high > 0 && estimate.recall.high < 0.3)
    }

    @Test("of two thousand samples of a population whose truth is known, 95 in 100 intervals hold it, give or take two")
    func coverage() throws {
        var random = SeededRandom(seed: 20_261_126)
        let population: [(isLinked: Bool, pairs: Int, share: Double, sample: Int)] = [
            (true, 40_000, 0.995, 100), (true, 3_000, 0.9, 60), (true, 1_000, 0.6, 60), (false, 2_000, 0.35, 60), (false, 5_000, 0.05, 100),
        ]
        let linked = population.filter(\.isLinked)
        let linkedPairs = linked.reduce(0.0) { $0 + Double($1.pairs) }
        let linkedMatches = linked.reduce(0.0) { $0 + Double($1.pairs) * $1.share }
        let allMatches = population.reduce(0.0) { $0 + Double($1.pairs) * $1.share }
        let (precision, recall) = (linkedMatches / linkedPairs, linkedMatches / allMatches)
        var holdsPrecision = 0
        var holdsRecall = 0
        let runs = 2_000
        for _ in 0..<runs {
            let strata = population.map { stratum in
                ClericalEstimate.Stratum(
                    isLinked: stratum.isLinked, pairs: stratum.pairs, judged: stratum.sample,
                    matches: (0..<stratum.sample).count { _ in random.chance(stratum.share) })
            }
            let estimate = try #require(ClericalEstimate(strata))
            if estimate.precision.low <= precision && precision <= estimate.precision.high { holdsPrecision += 1 }
            if estimate.recall.low <= recall && recall <= estimate.recall.high { holdsRecall += 1 }
        }
        for held in [holdsPrecision, holdsRecall] {
            #expect(Double(held) / Double(runs) > 0.93, "precision \(holdsPrecision), recall \(holdsRecall) of \(runs)")
            #expect(Double(held) / Double(runs) < 0.99, "precision \(holdsPrecision), recall \(holdsRecall) of \(runs)")
        }
    }
}
