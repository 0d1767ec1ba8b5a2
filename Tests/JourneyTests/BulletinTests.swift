import Accounts
import Journey
import Nusantara
import Storage
import StorageTesting
import Testing

@Suite("Bulletins")
struct BulletinTests {
    let fixture = JourneyFixture()
    let today = JourneyFixture.today

    private func add(_ businesses: Int, to connection: any SQLConnection) throws {
        var changes = JourneyChanges()
        for _ in 0..<businesses {
            let business = BusinessID()
            changes.create(business, in: RegionCode(rawValue: "33.72"))
            changes.add(fixture.claim(of: fixture.shopee), to: business)
            changes.add(fixture.claim(of: fixture.office), to: business)
        }
        try connection.apply(changes, today: today)
    }

    @Test("a frozen bulletin keeps its figures while the live ones go on", arguments: TestEngine.allCases)
    func frozen(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: JourneyFixture.migrations) { database in
            try await database.write(holding: .journey) { [self] connection in
                try fixture.prepare(connection)
                try add(7, to: connection)
                let bulletin = try connection.freezeBulletin(title: "November 2026", by: nil)
                try add(5, to: connection)

                #expect(try connection.counts(in: Cell()).distinct == 12)
                let opened = try connection.openBulletin(bulletin.id)
                #expect(opened == bulletin)
                let source = CountSource.bulletin(bulletin.id)
                #expect(try connection.counts(in: Cell(), from: source).distinct == 7)
                #expect(try connection.counts(in: Cell(), from: source).claimed == 14)
                #expect(try connection.countsByPartner(in: .nation, from: source)[fixture.office.id]?.distinct == 7)
                #expect(try connection.overlaps(from: source).map(\.businesses) == [7])
                #expect(try connection.bulletins() == [bulletin])
            }
        }
    }

    @Test("a bulletin with one changed figure does not open", arguments: TestEngine.allCases)
    func altered(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: JourneyFixture.migrations) { database in
            try await database.write(holding: .journey) { [self] connection in
                try fixture.prepare(connection)
                try add(3, to: connection)
                let bulletin = try connection.freezeBulletin(title: "November 2026", by: nil)
                try connection.run("UPDATE bulletin_counter SET selling = selling + 1 WHERE region = \("33")")
                #expect(throws: JourneyError.bulletinAltered) { try connection.openBulletin(bulletin.id) }
                #expect(throws: JourneyError.unknownBulletin) { try connection.openBulletin(BulletinID()) }
            }
        }
    }
}
