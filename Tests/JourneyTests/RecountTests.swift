import Accounts
import Journey
import Linkage
import Nusantara
import Storage
import StorageTesting
import Testing

@Suite("Live counts equal a recount after every kind of change")
struct RecountTests {
    @Test("three hundred random changes, counted again after every tenth", arguments: TestEngine.allCases, [UInt64(1), 2])
    func randomChanges(engine: TestEngine, seed: UInt64) async throws {
        try await withTestDatabase(engine, migrations: JourneyFixture.migrations) { database in
            let fixture = JourneyFixture()
            try await database.write { try fixture.prepare($0) }
            try await database.write(holding: .journey) { connection in
                var walk = RandomWalk(fixture: fixture, generator: SeededRandomness(seed: seed))
                for step in 1...300 {
                    try walk.step(connection)
                    if step.isMultiple(of: 10) {
                        let recount = try connection.recount()
                        try #require(recount.isEqual, "seed \(seed), step \(step): \(recount)")
                    }
                }
                let counts = try connection.counts(in: Cell())
                #expect(counts.distinct > 10)
                #expect(counts.claimed >= counts.distinct)
                #expect(counts.distinctInterval(.unreviewed).contains(counts.distinct))
                try walk.expectSumsOfRegions(connection)
            }
        }
    }
}

/// A random history of a small registry.
private struct RandomWalk {
    let fixture: JourneyFixture
    var generator: SeededRandomness
    var today = JourneyFixture.today
    var businesses: [BusinessID] = []
    /// Claims by business.
    var claims: [BusinessID: [Milestone]] = [:]

    let regions = ["32.04", "32.73", "33.72", "34", "ID"].map(RegionCode.init(rawValue:))

    mutating func step(_ connection: any SQLConnection) throws {
        var changes = JourneyChanges()
        for _ in 0..<Int.random(in: 1...3, using: &generator) { change(&changes) }
        if Int.random(in: 0..<15, using: &generator) == 0 {
            today = today.adding(days: Int.random(in: 1...40, using: &generator))
            try connection.advanceJourney(to: today)
        }
        try connection.apply(changes, today: today)
    }

    private mutating func change(_ changes: inout JourneyChanges) {
        guard let business = businesses.randomElement(using: &generator), Int.random(in: 0..<4, using: &generator) > 0 else {
            let new = BusinessID()
            changes.create(new, in: regions.randomElement(using: &generator) ?? .nation)
            businesses.append(new)
            addClaim(to: new, &changes)
            return
        }
        switch Int.random(in: 0..<9, using: &generator) {
        case 0, 1:
            addClaim(to: business, &changes)
        case 2:
            changes.place(business, in: regions.randomElement(using: &generator) ?? .nation)
        case 3:
            if let claim = claims[business]?.popLast() { changes.remove(claim.evidence, from: business) }
        case 4:
            // A merge or an unmerge: a claim, with all that rests on it, belongs to another business.
            guard let other = businesses.randomElement(using: &generator), let claim = claims[business]?.popLast() else { return }
            changes.move(claim.evidence, from: business, to: other)
            claims[other, default: []].append(claim)
        default:
            let kind = Milestone.Kind.allCases.filter { $0 != .registered }.randomElement(using: &generator) ?? .sold
            let evidence = claims[business]?.last?.evidence ?? .claim(Identifier<EvidenceSubject>())
            changes.add(
                Milestone(
                    kind, on: today.adding(days: Int.random(in: -200...40, using: &generator)), evidence: evidence,
                    detail: ["shopee", "gofood"].randomElement(using: &generator) ?? ""), to: business)
        }
    }

    private mutating func addClaim(to business: BusinessID, _ changes: inout JourneyChanges) {
        let doubt = Int64.random(in: 0...300_000, using: &generator)
        let claim = fixture.claim(
            of: fixture.partners.randomElement(using: &generator) ?? fixture.shopee,
            programme: [nil, fixture.goOnline, fixture.strict].randomElement(using: &generator) ?? nil,
            on: today.adding(days: Int.random(in: -700...20, using: &generator)),
            certainty: Certainty(
                doubt: doubt, nearMiss: Int64.random(in: 0...400_000, using: &generator),
                nearMissOfSamePartner: Bool.random(using: &generator)))
        changes.add(claim, to: business)
        claims[business, default: []].append(claim)
    }

    /// Provinces sum to the nation but for those whose province is unknown; regencies to their province likewise.
    func expectSumsOfRegions(_ connection: any SQLConnection) throws {
        let counts = try connection.counts(of: ["ID", "32", "33", "34", "32.04", "32.73"].map(RegionCode.init(rawValue:)))
        func claimed(_ code: String) -> Int64 { counts[RegionCode(rawValue: code)]?.claimed ?? 0 }
        #expect(claimed("32") == claimed("32.04") + claimed("32.73"))
        #expect(claimed("ID") >= claimed("32") + claimed("33") + claimed("34"))
    }
}
