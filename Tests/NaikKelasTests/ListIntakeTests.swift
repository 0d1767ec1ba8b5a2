import Accounts
import Foundation
import Journey
import Logging
import Nusantara
import Registry
import Simulation
import Storage
import StorageTesting
import Testing

@testable import NaikKelas

@Suite("Taking lists in, and what time changes afterwards")
struct ListIntakeTests {
    private static let today = CalendarDate(dayNumber: 20_780)

    /// A workspace on a fresh database, with five small lists in a folder.
    private func withLists(
        _ engine: TestEngine, _ body: (Workspace, [WrittenList]) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let population = SimulatedPopulation(SimulationSettings(seed: 5, businesses: 120, today: Self.today))
            let lists = try writeLists(of: population, to: folder)
            try await withTestDatabase(engine, migrations: schema) { database in
                let vault = try Vault(file: "\(folder)/keys")
                try await body(Workspace(database: database, vault: vault, location: .sqlite(path: folder)), lists)
            }
        }
    }

    private func intake(_ list: WrittenList, _ workspace: Workspace) async throws -> ListIntake {
        let partner = Partner(code: list.partner.code, name: list.partner.name, kind: list.partner.isChannel ? .marketplace : .other)
        let stored = try await workspace.database.write { connection in
            try connection.upsertPartner(partner)
            return try connection.partner(named: partner.code)
        }
        return ListIntake(workspace, partner: stored, day: Self.today, today: Self.today)
    }

    private func take(_ list: WrittenList, _ workspace: Workspace) async throws -> ListImport {
        let intake = try await intake(list, workspace)
        return try await intake.run(list.path, try await intake.recognise(list.path)) { _ in }
    }

    @Test("lists become the same count on either engine, and a recount finds it equal", arguments: TestEngine.allCases)
    func count(engine: TestEngine) async throws {
        try await withLists(engine) { workspace, lists in
            for list in lists {
                let ended = try await take(list, workspace)
                #expect(ended.state == .done)
                #expect(ended.tally.created + ended.tally.refused == ended.tally.rowsRead)
                // What a list repeats and what nothing can be made of is refused, and that is little.
                #expect(ended.tally.created * 10 >= list.businesses * 9 && ended.tally.created <= list.claims)
            }
            let report = try await workspace.database.read { try $0.progressReport(ReportSlice()) }
            #expect(report.partners.count == 5)
            #expect(abs(report.figures.distinct - 120) < 12)
            let recount = try await workspace.database.read { try $0.recount() }
            #expect(recount.isEqual)
        }
    }

    @Test("an import that was interrupted is gone on with, and not begun again", arguments: TestEngine.allCases)
    func resuming(engine: TestEngine) async throws {
        try await withLists(engine) { workspace, lists in
            let list = lists[0]
            let first = try await take(list, workspace)
            let report = try await workspace.database.read { try $0.progressReport(ReportSlice()) }
            // As a process leaves it that is killed behind its last chunk.
            _ = try await workspace.database.write { try $0.run("UPDATE list_import SET state = 'running', finished_at = NULL") }
            let second = try await take(list, workspace)
            #expect(second.id == first.id)
            #expect(second.tally == first.tally)
            let (imports, after) = try await workspace.database.read { (try $0.listImports(), try $0.progressReport(ReportSlice())) }
            #expect(imports.count == 1)
            #expect(after == report)
        }
    }

    @Test("the daily round lets sales grow old and clears what has run out", arguments: TestEngine.allCases)
    func dailyRound(engine: TestEngine) async throws {
        try await withLists(engine) { workspace, lists in
            for list in lists { _ = try await take(list, workspace) }
            let before = try await workspace.database.read { try $0.counts(in: Cell()) }
            let later = Self.today.adding(days: 400)
            let noon = Timestamp(rawValue: Int64(later.dayNumber) * 86_400_000_000 + 5 * 3_600_000_000)
            let round = DailyRound(
                database: workspace.database, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, now: { noon })
            try await round.once()
            let (state, after, recount) = try await workspace.database.read {
                (try $0.journeyState(), try $0.counts(in: Cell()), try $0.recount())
            }
            #expect(state.day == later)
            #expect(before.selling > 0 && after.selling == 0)
            #expect(after.onboard == before.onboard && after.distinct == before.distinct)
            #expect(recount.isEqual)
        }
    }
}
