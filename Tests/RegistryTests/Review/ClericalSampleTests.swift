import Accounts
import Journey
import Linkage
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@Suite("The clerical sample")
struct ClericalSampleTests {
    @Test("a month's sample, judged by who knows the truth, says how good linkage is", arguments: TestEngine.allCases)
    func quality(engine: TestEngine) async throws {
        try await MergeFixture.with(engine, businesses: 250) { fixture, _ in
            let truth = try HonestCountTests.truth(in: fixture.folder)
            let real = try await HonestCountTests.agreement(with: truth, in: fixture)
            try await fixture.database.write(holding: .journey) { connection in
                let today = RegistryFixture.today
                let month = Month(today)
                #expect(try connection.latestLinkageQuality() == nil)
                #expect(try connection.drawClericalSample(of: month, seed: 4, perStratum: 40, by: nil))
                #expect(try !connection.drawClericalSample(of: month, seed: 5, by: nil))
                #expect(try connection.latestLinkageQuality() == nil)
                #expect(try connection.countCalibration() == .unreviewed)
                let guessed = try connection.counts(in: Cell())
                let drawn = try #require(try connection.clericalSamples().first)
                try #require(drawn.pairs > 60)
                #expect(drawn.settled == 0)

                var keys: [ClaimID: String] = [:]
                try connection.forEachRow("SELECT c.id, p.code, c.line FROM claim c JOIN partner p ON p.id = c.partner_id") { row in
                    keys[try row[0]] = truth["\(try row.text(at: 1)) \(try row.integer(at: 2))"]
                }
                let pairs: [PairID] = try connection.rows("SELECT first_claim, second_claim FROM sample_pair ORDER BY 1, 2") { row in
                    try #require(PairID(try row[0], try row[1]))
                }
                // The sample is at the head of the queue.
                let queued = try connection.reviewQueue(for: ReviewTests.ani, scopes: [Scope()], limit: pairs.count).map(\.pair)
                #expect(Set(queued) == Set(pairs))
                for pair in pairs {
                    let isSame = keys[pair.first] != nil && keys[pair.first] == keys[pair.second]
                    try connection.judge(
                        pair, isSame ? .same : .notSame, by: ReviewTests.ani, isBlind: true, rules: ReviewRules(reviewers: 1),
                        today: today)
                }
                let quality = try #require(try connection.latestLinkageQuality())
                #expect(quality.sample.month == month && quality.sample.settled > 60)
                let estimate = quality.estimate
                #expect(estimate.precision.low < estimate.precision.share && estimate.precision.share <= estimate.precision.high)
                // Counted claim by claim, not pair by pair, the truth is near and not the same.
                #expect(abs(estimate.precision.share - real.precision) < 0.1, "\(estimate) beside \(real)")
                #expect(abs(estimate.recall.share - real.recall) < 0.15, "\(estimate) beside \(real)")
                // Judged, the count is surer than guessed, and still holds the truth.
                let calibration = try connection.countCalibration()
                #expect(calibration != .unreviewed)
                let (reviewed, unreviewed) = (guessed.distinctInterval(calibration), guessed.distinctInterval(.unreviewed))
                #expect(reviewed.contains(Int64(Set(truth.values).count)), "\(reviewed), \(unreviewed)")
                print("unreviewed \(unreviewed), reviewed \(reviewed), really \(Set(truth.values).count), \(calibration)")
                let curve = ReliabilityCurve(try connection.labelledProbabilities())
                #expect(curve.pairs == quality.sample.settled)
                #expect(try connection.recount().isEqual)
            }
        }
    }
}
