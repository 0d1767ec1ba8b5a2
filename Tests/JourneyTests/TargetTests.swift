import Accounts
import Journey
import Nusantara
import Storage
import StorageTesting
import Testing

@Suite("Targets")
struct TargetTests {
    let fixture = JourneyFixture()
    let today = JourneyFixture.today

    @Test("a target says what is reached, at which pace, and when it will be reached", arguments: TestEngine.allCases)
    func progress(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: JourneyFixture.migrations) { database in
            try await database.write(holding: .journey) { [fixture, today] connection in
                try fixture.prepare(connection)
                var changes = JourneyChanges()
                // 92 businesses in August to October 2026, one a day; 8 long before.
                for day in 0..<100 {
                    let business = BusinessID()
                    changes.create(business, in: RegionCode(rawValue: "32.04"))
                    let on = day < 92 ? try #require(CalendarDate(iso: "2026-08-01")).adding(days: day) : today.adding(days: -900)
                    changes.add(fixture.claim(of: fixture.shopee, on: on), to: business)
                }
                try connection.apply(changes, today: today)
                let target = Target(
                    title: "UMKM terdata", titleEnglish: "Businesses known", metric: .distinct,
                    firstDay: try #require(CalendarDate(iso: "2026-01-01")), lastDay: try #require(CalendarDate(iso: "2026-12-31")),
                    value: 200)
                try connection.setTarget(target)
                #expect(try connection.targets(in: .nation) == [target])
                let version = try connection.journeyState().version
                try connection.setTarget(target)
                #expect(try connection.journeyState().version > version, "pages with the old target are out of date")

                let progress = try connection.progress(of: target)
                #expect(progress.reached == 100)
                #expect(abs(progress.perDay - 1) < 0.001)
                #expect(progress.projectedDay == today.adding(days: 100))
                #expect(progress.expectedByNow == 179)
                #expect(progress.history.last?.total == 100)
                #expect(progress.history.first?.total == 8)
                #expect(abs((progress.neededPerDay ?? 0) - 100.0 / 38) < 0.001)

                let ofPeriod = Target(
                    title: "Baru", titleEnglish: "New", metric: .distinct, basis: .reached, firstDay: target.firstDay,
                    lastDay: target.lastDay, value: 200)
                #expect(try connection.progress(of: ofPeriod).reached == 92)
            }
        }
    }

    @Test("without any growth no date is promised")
    func noProjection() async throws {
        try await withTestDatabase(.sqlite, migrations: JourneyFixture.migrations) { database in
            try await database.write(holding: .journey) { [fixture, today] connection in
                try fixture.prepare(connection)
                try connection.advanceJourney(to: today)
                let target = Target(
                    title: "x", titleEnglish: "x", metric: .selling, firstDay: today.adding(days: -30), lastDay: today.adding(days: 30),
                    value: 10)
                #expect(try connection.progress(of: target).projectedDay == nil)
            }
        }
    }
}
