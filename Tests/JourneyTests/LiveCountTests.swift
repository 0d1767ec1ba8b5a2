import Accounts
import Journey
import Nusantara
import Storage
import StorageTesting
import Testing

@Suite("Live counts")
struct LiveCountTests {
    let fixture = JourneyFixture()
    let today = JourneyFixture.today
    let bandung = RegionCode(rawValue: "32.04")

    @Test("one business that three partners claim is three claims and one business", arguments: TestEngine.allCases)
    func countedOnce(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: JourneyFixture.migrations) { database in
            try await database.write(holding: .journey) { [fixture, today, bandung] connection in
                try fixture.prepare(connection)
                let business = BusinessID()
                var changes = JourneyChanges()
                changes.create(business, in: bandung)
                for partner in fixture.partners { changes.add(fixture.claim(of: partner, programme: fixture.goOnline), to: business) }
                changes.add(
                    Milestone(.channelVerified, on: today, evidence: .claim(Identifier<EvidenceSubject>()), detail: "shopee"), to: business)
                try connection.apply(changes, today: today)
            }
            try await database.read { [fixture, bandung] connection in
                for region in bandung.path {
                    let counts = try connection.counts(in: Cell(region: region))
                    #expect(counts.claimed == 3)
                    #expect(counts.distinct == 1)
                    #expect(counts.onboard == 1)
                    #expect(counts.selling == 0)
                    let ofPartner = try connection.counts(
                        in: Cell(region: region, programme: fixture.goOnline.id, partner: fixture.gofood.id))
                    #expect(ofPartner.claimed == 1)
                    #expect(ofPartner.distinct == 1)
                    #expect(ofPartner.onboard == 1)
                }
                #expect(try connection.counts(in: Cell(region: bandung, programme: fixture.strict.id)).isZero)
                let overlaps = try connection.overlaps()
                #expect(overlaps.map(\.partners) == [Set(fixture.partners.map(\.id))])
                #expect(overlaps.map(\.businesses) == [1])
                #expect(try connection.recount().isEqual)
            }
        }
    }

    @Test("recording the same milestone twice changes nothing", arguments: TestEngine.allCases)
    func idempotent(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: JourneyFixture.migrations) { database in
            let business = BusinessID()
            let claim = fixture.claim(of: fixture.shopee)
            let before = try await database.write(holding: .journey) { [fixture, today, bandung] connection in
                try fixture.prepare(connection)
                var changes = JourneyChanges()
                changes.create(business, in: bandung)
                changes.add(claim, to: business)
                try connection.apply(changes, today: today)
                return try connection.counts(in: Cell())
            }
            let after = try await database.write(holding: .journey) { [today] connection in
                var changes = JourneyChanges()
                changes.add(claim, to: business)
                try connection.apply(changes, today: today)
                return try connection.counts(in: Cell())
            }
            #expect(before == after)
            #expect(after.claimed == 1)
        }
    }

    @Test("a sale grows old by itself when the day comes", arguments: TestEngine.allCases)
    func sellingLapses(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: JourneyFixture.migrations) { database in
            try await database.write(holding: .journey) { [fixture, today, bandung] connection in
                try fixture.prepare(connection)
                let business = BusinessID()
                var changes = JourneyChanges()
                changes.create(business, in: bandung)
                changes.add(fixture.claim(of: fixture.shopee, programme: fixture.strict), to: business)
                changes.add(
                    Milestone(.channelVerified, on: today, evidence: .claim(Identifier<EvidenceSubject>()), detail: "shopee"), to: business)
                changes.add(Milestone(.sold, on: today, evidence: .claim(Identifier<EvidenceSubject>())), to: business)
                try connection.apply(changes, today: today)
                #expect(try connection.counts(in: Cell()).selling == 1)

                try connection.advanceJourney(to: today.adding(days: 30))
                #expect(try connection.counts(in: Cell()).selling == 1)
                #expect(try connection.counts(in: Cell(programme: fixture.strict.id)).selling == 0)
                #expect(try connection.recount().isEqual)

                try connection.advanceJourney(to: today.adding(days: 90))
                #expect(try connection.counts(in: Cell()).selling == 0)
                #expect(try connection.counts(in: Cell()).onboard == 1)
                #expect(try connection.recount().isEqual)
                let firstSales = try connection.reached(in: Month(today)...Month(today))
                #expect(firstSales[Month(today)]?.selling == 1)
            }
        }
    }

    @Test("a programme that is given other thresholds is counted by them at once", arguments: TestEngine.allCases)
    func changedThresholds(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: JourneyFixture.migrations) { database in
            try await database.write(holding: .journey) { [fixture, today, bandung] connection in
                try fixture.prepare(connection)
                let business = BusinessID()
                var changes = JourneyChanges()
                changes.create(business, in: bandung)
                changes.add(fixture.claim(of: fixture.shopee, programme: fixture.goOnline), to: business)
                let evidence = Milestone.Evidence.claim(Identifier<EvidenceSubject>())
                changes.add(Milestone(.channelVerified, on: today, evidence: evidence, detail: "shopee"), to: business)
                changes.add(Milestone(.sold, on: today.adding(days: -50), evidence: evidence), to: business)
                try connection.apply(changes, today: today)
                #expect(try connection.counts(in: Cell(programme: fixture.goOnline.id)).selling == 1)
                try connection.setLadderRules(LadderRules(activeDays: 30), of: fixture.goOnline.id)
                #expect(try connection.counts(in: Cell(programme: fixture.goOnline.id)).selling == 0)
                #expect(try connection.counts(in: Cell()).selling == 1)
                #expect(try connection.recount().isEqual)
            }
        }
    }

    @Test("a milestone for a business that nobody knows is refused", arguments: TestEngine.allCases)
    func unknownBusiness(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: JourneyFixture.migrations) { database in
            let business = BusinessID()
            await #expect(throws: JourneyError.unknownBusiness(business)) {
                try await database.write(holding: .journey) { [fixture, today] connection in
                    try fixture.prepare(connection)
                    var changes = JourneyChanges()
                    changes.add(fixture.claim(of: fixture.shopee), to: business)
                    try connection.apply(changes, today: today)
                }
            }
        }
    }

    @Test("a counter that was tampered with is found and repaired", arguments: TestEngine.allCases)
    func repair(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: JourneyFixture.migrations) { database in
            try await database.write(holding: .journey) { [fixture, today, bandung] connection in
                try fixture.prepare(connection)
                var changes = JourneyChanges()
                for _ in 0..<5 {
                    let business = BusinessID()
                    changes.create(business, in: bandung)
                    changes.add(fixture.claim(of: fixture.shopee), to: business)
                }
                try connection.apply(changes, today: today)
                try connection.run("UPDATE counter SET distinct_businesses = distinct_businesses + 1 WHERE region = \("32")")
                try connection.run("UPDATE overlap SET businesses = 0 WHERE region = \("ID")")
                try connection.run("UPDATE standing SET rung = 4")
                let found = try connection.repairCounts()
                #expect(!found.differences.isEmpty)
                #expect(found.overlapDifferences == 1)
                #expect(found.standingDifferences == 5)
                #expect(try connection.recount().isEqual)
                #expect(try connection.counts(in: Cell()).distinct == 5)
            }
        }
    }
}
