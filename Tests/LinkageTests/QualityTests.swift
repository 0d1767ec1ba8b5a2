import Linkage
import Testing

/// The starting weights were set on lists of the seeds 1, 2 and 11 to 13. They are judged here, on seeds that no weight was set on.
@Suite struct QualityTests {
    static let judgingSeeds: [UInt64] = [20_260_101, 20_260_102]

    @Test(
        "five lists of two thousand rows, linked as they come in, reach F1 .94 and count within six in a hundred", arguments: judgingSeeds)
    func incremental(seed: UInt64) {
        let lists = PartnerLists(size: 2_000, seed: seed)
        var register = IncrementalRegister(model: .starting.expecting(businesses: lists.claims.count / 2))
        for claim in lists.claims { register.add(claim.record) }
        let quality = LinkageQuality(found: register.businessOfClaim, truth: lists.claims.map(\.business))
        #expect(quality.f1 >= 0.94, "precision \(quality.precision), recall \(quality.recall)")
        #expect(abs(quality.countError) <= 0.06)
        // The sum of the lists, by contrast, is more than twice the number of businesses.
        #expect(lists.claims.count > 2 * quality.distinctInTruth)

        let doubt = register.assignments.map { CountDoubt($0) }.reduce(CountDoubt(), +)
        let interval = doubt.interval(distinct: quality.distinct)
        #expect(interval.low <= Double(quality.distinctInTruth))
        #expect(interval.high >= Double(quality.distinctInTruth))
        #expect(interval.high - interval.low < 0.2 * Double(quality.distinct))
    }
}
