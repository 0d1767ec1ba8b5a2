import Accounts
import Journey
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@Suite("Reviewing doubtful pairs")
struct ReviewTests {
    static let (ani, budi, citra) = (PersonID(), PersonID(), PersonID())

    /// Two claims of one business, and two of different businesses.
    static func pairs(_ connection: any SQLConnection) throws -> (together: PairID, apart: PairID) {
        let links: [(claim: ClaimID, business: BusinessID)] = try connection.rows(
            "SELECT claim_id, business_id FROM link ORDER BY business_id, claim_id"
        ) { (try $0[0], try $0[1]) }
        let first = try #require(zip(links, links.dropFirst()).first { $0.business == $1.business })
        let second = try #require(links.first { $0.business > first.0.business })
        return (try #require(PairID(first.0.claim, first.1.claim)), try #require(PairID(first.0.claim, second.claim)))
    }

    static func areTogether(_ pair: PairID, _ connection: any SQLConnection) throws -> Bool {
        let businesses: [BusinessID] = try connection.rows(
            "SELECT business_id FROM link WHERE claim_id IN \(list: [pair.first, pair.second])"
        ) { try $0[0] }
        return Set(businesses).count == 1
    }

    @Test("two who agree settle a pair: same merges, and the decision holds against parting", arguments: TestEngine.allCases)
    func same(engine: TestEngine) async throws {
        try await MergeFixture.with(engine, businesses: 20) { fixture, _ in
            try await fixture.database.write(holding: .journey) { connection in
                let today = RegistryFixture.today
                let pair = try Self.pairs(connection).apart
                #expect(try connection.judge(pair, .same, by: Self.ani, isBlind: true, today: today) == .open)
                #expect(throws: ReviewError.alreadyDecided) {
                    try connection.judge(pair, .notSame, by: Self.ani, isBlind: true, today: today)
                }
                #expect(try connection.judge(pair, .unsure, by: Self.citra, isBlind: true, today: today) == .open)
                #expect(try !Self.areTogether(pair, connection))
                let outcome = try connection.judge(pair, .same, by: Self.budi, isBlind: true, today: today)
                guard case .settled(.same, merge: .some) = outcome else {
                    Issue.record("settled as \(outcome)")
                    return
                }
                #expect(try Self.areTogether(pair, connection))
                #expect(try connection.settledVerdict(of: pair) == .same)
                #expect(try connection.verdicts(of: pair).map(\.reviewer) == [Self.ani, Self.citra, Self.budi])
                #expect(throws: ReviewError.alreadySettled(.same)) {
                    try connection.judge(pair, .notSame, by: PersonID(), isBlind: true, today: today)
                }
                let business: BusinessID = try #require(
                    try connection.value("SELECT business_id FROM link WHERE claim_id = \(pair.first)"))
                #expect(throws: MergeError.heldTogether(pair.first, pair.second)) {
                    try connection.moveOut([pair.second], of: business, by: nil, today: today)
                }
                #expect(try connection.recount().isEqual)
            }
        }
    }

    @Test("not the same parts a business, and refuses a merge by name for ever", arguments: TestEngine.allCases)
    func notSame(engine: TestEngine) async throws {
        try await MergeFixture.with(engine, businesses: 20) { fixture, _ in
            try await fixture.database.write(holding: .journey) { connection in
                let today = RegistryFixture.today
                let pair = try Self.pairs(connection).together
                let before = try connection.counts(in: Cell())
                let rules = ReviewRules(reviewers: 1)
                let outcome = try connection.judge(pair, .notSame, by: Self.ani, isBlind: false, rules: rules, today: today)
                guard case .settled(.notSame, merge: .some) = outcome else {
                    Issue.record("settled as \(outcome)")
                    return
                }
                #expect(try !Self.areTogether(pair, connection))
                #expect(try connection.counts(in: Cell()).distinct == before.distinct + 1)
                let businesses: [BusinessID] = try connection.rows(
                    "SELECT business_id FROM link WHERE claim_id IN \(list: [pair.first, pair.second]) ORDER BY business_id"
                ) { try $0[0] }
                #expect(throws: MergeError.heldApart(pair.first, pair.second)) {
                    try connection.mergeBusinesses(businesses[1], into: businesses[0], by: nil, today: today)
                }
                #expect(try connection.recount().isEqual)
            }
        }
    }

    @Test("who disagrees leaves it to an arbiter, who has not spoken yet", arguments: TestEngine.allCases)
    func dispute(engine: TestEngine) async throws {
        try await MergeFixture.with(engine, businesses: 20) { fixture, _ in
            try await fixture.database.write(holding: .journey) { connection in
                let today = RegistryFixture.today
                let pair = try Self.pairs(connection).apart
                #expect(try connection.judge(pair, .same, by: Self.ani, isBlind: true, today: today) == .open)
                #expect(try connection.judge(pair, .notSame, by: Self.budi, isBlind: true, today: today) == .disputed)
                #expect(try connection.judge(pair, .same, by: PersonID(), isBlind: true, today: today) == .disputed)
                #expect(throws: ReviewError.alreadyDecided) {
                    try connection.judge(pair, .same, by: Self.ani, isBlind: true, isArbiter: true, today: today)
                }
                let outcome = try connection.judge(pair, .notSame, by: Self.citra, isBlind: false, isArbiter: true, today: today)
                #expect(outcome == .settled(.notSame, merge: nil))
                #expect(try connection.recount().isEqual)
            }
        }
    }

    @Test("what is settled is no doubt of the count any more", arguments: TestEngine.allCases)
    func certainty(engine: TestEngine) async throws {
        try await MergeFixture.with(engine, businesses: 200) { fixture, _ in
            try await fixture.database.write(holding: .journey) { connection in
                let today = RegistryFixture.today
                let rules = ReviewRules(reviewers: 1)
                let doubts = try connection.reviewQueue(for: Self.ani, scopes: [Scope()], limit: 500)
                var before = try connection.counts(in: Cell())
                for isLinked in [true, false] {
                    let doubt = try #require(doubts.first { $0.isLinked == isLinked })
                    let outcome = try connection.judge(
                        doubt.pair, isLinked ? .same : .notSame, by: Self.ani, isBlind: true, rules: rules, today: today)
                    #expect(outcome == .settled(isLinked ? .same : .notSame, merge: nil))
                    let after = try connection.counts(in: Cell())
                    #expect(isLinked ? after.missing < before.missing : after.surplus < before.surplus)
                    #expect(after.variance < before.variance && after.distinct == before.distinct)
                    #expect(try connection.recount().isEqual)
                    before = after
                }
            }
        }
    }

    @Test("undoing a merge that people decided gives the pair to an arbiter", arguments: TestEngine.allCases)
    func reopened(engine: TestEngine) async throws {
        try await MergeFixture.with(engine, businesses: 20) { fixture, _ in
            try await fixture.database.write(holding: .journey) { connection in
                let today = RegistryFixture.today
                let rules = ReviewRules(reviewers: 1)
                for (pair, verdict) in [(try Self.pairs(connection).apart, Verdict.same), (try Self.pairs(connection).together, .notSame)] {
                    let outcome = try connection.judge(pair, verdict, by: Self.ani, isBlind: true, rules: rules, today: today)
                    guard case .settled(verdict, merge: let merge?) = outcome else {
                        Issue.record("settled as \(outcome)")
                        return
                    }
                    try connection.undoMerge(merge, by: Self.budi, today: today)
                    #expect(try connection.settledVerdict(of: pair) == nil)
                    #expect(try connection.verdicts(of: pair).map(\.verdict) == [verdict])
                    let open = try connection.reviewQueue(for: Self.citra, scopes: [Scope()], isArbiter: true, limit: 1)
                    #expect(open.first?.pair == pair && open.first?.isDisputed == true)
                    #expect(try connection.judge(pair, verdict, by: Self.budi, isBlind: true, rules: rules, today: today) == .disputed)
                    let other: Verdict = verdict == .same ? .notSame : .same
                    let settled = try connection.judge(pair, other, by: Self.citra, isBlind: false, isArbiter: true, today: today)
                    #expect(settled == .settled(other, merge: nil))
                    #expect(try connection.recount().isEqual)
                }
            }
        }
    }

    @Test("a verdict that goes against a settled pair is kept, and an arbiter has to look at both", arguments: TestEngine.allCases)
    func contradiction(engine: TestEngine) async throws {
        try await MergeFixture.with(engine, businesses: 60) { fixture, _ in
            try await fixture.database.write(holding: .journey) { connection in
                let today = RegistryFixture.today
                let rules = ReviewRules(reviewers: 1)
                let links: [(claim: ClaimID, business: BusinessID)] = try connection.rows(
                    """
                    SELECT claim_id, business_id FROM link WHERE business_id IN
                        (SELECT business_id FROM link GROUP BY business_id HAVING COUNT(*) = 2) ORDER BY business_id, claim_id LIMIT 4
                    """
                ) { (try $0[0], try $0[1]) }
                try #require(links.count == 4 && links[1].business != links[2].business)
                let held = try #require(PairID(links[0].claim, links[2].claim))
                let against = try #require(PairID(links[1].claim, links[3].claim))
                try connection.judge(held, .notSame, by: Self.ani, isBlind: true, rules: rules, today: today)
                let outcome = try connection.judge(against, .same, by: Self.budi, isBlind: true, rules: rules, today: today)
                #expect(outcome == .contradicts(held))
                #expect(try connection.settledVerdict(of: against) == nil)
                #expect(try connection.verdicts(of: against).map(\.reviewer) == [Self.budi])
                #expect(try !Self.areTogether(against, connection))
                #expect(try connection.recount().isEqual)
            }
        }
    }

    @Test("the queue holds what is most doubtful first, within the scopes, and not what one has judged", arguments: TestEngine.allCases)
    func queue(engine: TestEngine) async throws {
        try await MergeFixture.with(engine, businesses: 200) { fixture, _ in
            let vault = fixture.vault
            try await fixture.database.write(holding: .journey) { connection in
                let today = RegistryFixture.today
                let all = try connection.reviewQueue(for: Self.ani, scopes: [Scope()], limit: 500)
                try #require(all.count > 3)
                let worth = all.map { $0.probability * (1 - $0.probability) }
                #expect(zip(worth, worth.dropFirst()).allSatisfy { $0 >= $1 - 0.000_002 })
                #expect(try connection.reviewQueue(for: Self.ani, scopes: []).isEmpty)
                let top = all[0].pair
                let shown = try #require(try connection.reviewPair(top, vault: vault, scopes: [Scope()]))
                #expect([shown.first.id, shown.second.id] == [top.first, top.second])
                #expect(shown.item.isLinked == (shown.firstBusiness.id == shown.secondBusiness.id))
                #expect(try connection.reviewPair(top, vault: vault, scopes: []) == nil)
                let region = shown.firstBusiness.region
                let near = try connection.reviewQueue(for: Self.ani, scopes: [Scope(region: region)], limit: 500)
                #expect(Set(near).isSubset(of: all) && near.count < all.count)

                try connection.judge(top, .same, by: Self.ani, isBlind: true, today: today)
                #expect(try connection.reviewQueue(for: Self.ani, scopes: [Scope()], limit: 1).first?.pair == all[1].pair)
                #expect(try connection.reviewQueue(for: Self.budi, scopes: [Scope()], limit: 1).first?.pair == top)
                try connection.judge(top, .notSame, by: Self.budi, isBlind: true, today: today)
                #expect(try connection.reviewQueue(for: Self.citra, scopes: [Scope()], limit: 1).first?.pair != top)
                let disputed = try connection.reviewQueue(for: Self.citra, scopes: [Scope()], isArbiter: true, limit: 1)
                #expect(disputed.first?.pair == top && disputed.first?.isDisputed == true)
            }
        }
    }
}
