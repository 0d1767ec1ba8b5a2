import Foundation
import PostgreSQLStorage
import SQLiteStorage
import Storage
import StorageTesting
import Testing

/// Two openings of one database stand for two processes: they share nothing but the database.
@Suite("Several processes on one database")
struct ProcessesTests {
    private static let lock = SQLLock(number: 0x7E57)

    private static func withTwo(
        _ engine: TestEngine, migrations: [Migration] = Conformance.migrations,
        _ body: @escaping (any SQLDatabase, any SQLDatabase) async throws -> Void
    ) async throws {
        try await withTestLocation(engine, migrations: migrations) { location in
            try await withOpen(location) { one in
                try await withOpen(location) { two in try await body(one, two) }
            }
        }
    }

    @Test("what one writes the other reads", arguments: TestEngine.allCases)
    func visibility(engine: TestEngine) async throws {
        try await Self.withTwo(engine) { one, two in
            try await one.write { try $0.run("INSERT INTO counter VALUES ('a', 1)") }
            let value = try await two.read { try $0.value("SELECT value FROM counter", as: Int.self) }
            #expect(value == 1)
        }
    }

    @Test("counters that both change lose nothing, with a lock and without", arguments: TestEngine.allCases, [nil, lock])
    func counters(engine: TestEngine, lock: SQLLock?) async throws {
        try await Self.withTwo(engine) { one, two in
            try await one.write { try $0.run("INSERT INTO counter VALUES ('a', 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for database in [one, two, one, two] {
                    group.addTask {
                        for _ in 0..<20 {
                            try await database.write(holding: lock) { connection in
                                let value = try connection.value("SELECT value FROM counter WHERE name = 'a'", as: Int.self) ?? 0
                                try connection.run("UPDATE counter SET value = \(value + 1) WHERE name = 'a'")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let value = try await two.read { try $0.value("SELECT value FROM counter", as: Int.self) }
            #expect(value == 80)
        }
    }

    @Test("both migrate at once, and each migration is applied once", arguments: TestEngine.allCases)
    func migrations(engine: TestEngine) async throws {
        try await Self.withTwo(engine, migrations: []) { one, two in
            async let first = migrate(one, Conformance.migrations + StorageSchema.migrations)
            async let second = migrate(two, Conformance.migrations + StorageSchema.migrations)
            let applied = try await first + second
            #expect(applied.sorted() == ["0001 conformance", "0001 storage jobs"])
        }
    }

    @Test("runners of both share the jobs", arguments: TestEngine.allCases)
    func jobs(engine: TestEngine) async throws {
        try await Self.withTwo(engine, migrations: StorageSchema.migrations) { one, two in
            try await one.write { connection in
                for number in 0..<40 { try connection.enqueue("mark", payload: number) }
            }
            let done = Shared<[Int]>([])
            let handlers: [String: JobRunner.Handler] = [
                "mark": { context in
                    let number: Int = try context.payload()
                    done.update { $0.append(number) }
                }
            ]
            async let first = JobRunner(one, handlers: handlers).runDueJobs()
            async let second = JobRunner(two, handlers: handlers).runDueJobs()
            let count = try await first + second
            #expect(count == 40)
            #expect(done.value.sorted() == Array(0..<40))
        }
    }

    @Test("a writer that waits too long for another process hears that the file is busy")
    func busy() async throws {
        try await withTestLocation(.sqlite, migrations: Conformance.migrations) { location in
            guard case .sqlite(let path) = location else { return }
            let patient = try SQLiteDatabase(path: path)
            let impatient = try SQLiteDatabase(path: path, timeout: .milliseconds(20))
            let (isHeld, mayEnd) = (Shared(false), Shared(false))
            let holder = Task {
                try await patient.write { _ in
                    isHeld.value = true
                    while !mayEnd.value { usleep(1000) }
                }
            }
            await isHeld.wait { $0 }
            await #expect(throws: StorageError.busy) { try await impatient.write { try $0.run("DELETE FROM counter") } }
            mayEnd.value = true
            try await holder.value
            try await impatient.write { try $0.run("DELETE FROM counter") }
            try await patient.close()
            try await impatient.close()
        }
    }

    @Test("a line that breaks is mended before the next unit of work")
    func brokenLine() async throws {
        try await withTestDatabase(.postgresql, migrations: Conformance.migrations) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.write { connection in
                    try connection.run("INSERT INTO counter VALUES ('lost', 1)")
                    try connection.run("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
            guard case .unavailable = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            for lock in [nil, Self.lock] {
                try await database.write(holding: lock) { try $0.run("INSERT INTO counter VALUES (\("kept \(lock == nil)"), 1)") }
                // From outside, between two units of work, as a server does that is started anew.
                await #expect(throws: StorageError.self) {
                    try await database.read { connection in
                        try connection.run(
                            "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database()")
                    }
                }
            }
            let names = try await database.read { try $0.rows("SELECT name FROM counter ORDER BY name") { row in try row[0] as String } }
            #expect(names == ["kept false", "kept true"])
        }
    }

    @Test("more statements than a session keeps go on working")
    func manyStatements() async throws {
        try await withTestDatabase(.postgresql, migrations: Conformance.migrations) { database in
            try await database.write { connection in
                for round in 0..<2 {
                    var query: SQLQuery = "SELECT 0"
                    for number in 0..<300 {
                        query = query + " + \(number)"
                        let sum = try connection.value(query, as: Int.self)
                        #expect(sum == number * (number + 1) / 2, "\(round)")
                    }
                }
            }
        }
    }

    @Test(
        "a server that is not there, and a URL that is none, are named",
        arguments: [
            "postgres://nobody@%2Ftmp%2Fno-such-folder/none", "postgres://nobody@127.0.0.1:1/none?connect_timeout=2",
            "postgres://h/d?nonsense=1",
            "http://127.0.0.1/",
        ])
    func unavailable(url: String) async throws {
        let error = await #expect(throws: StorageError.self) {
            let database = try PostgreSQLDatabase(url: url)
            try await database.read { _ in }
        }
        guard case .unavailable(let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!reason.isEmpty)
    }

    @Test("a file that is no database, and a folder that is not there, are named")
    func noDatabase() async throws {
        try await withTemporaryFolder { folder in
            for path in [folder + "/missing/a.sqlite", folder] {
                let error = #expect(throws: StorageError.self) { try SQLiteDatabase(path: path) }
                guard case .unavailable(let reason) = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(reason.contains(folder))
            }
        }
    }
}
