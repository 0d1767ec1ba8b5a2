import StorageTesting
import Testing

@Suite("Both engines keep the promises of the seam")
struct ConformanceTests {
    @Test("an engine keeps its promise", arguments: TestEngine.allCases, Conformance.checks)
    func promise(engine: TestEngine, check: Conformance.Check) async throws {
        try await withTestDatabase(engine, migrations: Conformance.migrations) { database in
            try await check.run(database)
        }
    }
}
