import Storage
import StorageTesting
import Testing

@Suite("Migrations")
struct MigrationTests {
    private static let first = Migration("0001 shelf") { type in
        ["CREATE TABLE shelf (id \(type.bytes) PRIMARY KEY, label \(type.text) NOT NULL)\(type.strict)"]
    }
    private static let second = Migration("0002 shelf height") { type in
        ["ALTER TABLE shelf ADD COLUMN height \(type.integer)", "CREATE INDEX shelf_height ON shelf (height)"]
    }
    private static let broken = Migration("0003 broken") { type in
        ["CREATE TABLE half (id \(type.integer))", "CREATE TABLE shelf (id \(type.integer))"]
    }

    @Test("migrations are applied in order, once, and named", arguments: TestEngine.allCases)
    func order(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: []) { database in
            try await #expect(pendingMigrations(database, [Self.first, Self.second]) == ["0001 shelf", "0002 shelf height"])
            try await #expect(migrate(database, [Self.first]) == ["0001 shelf"])
            try await #expect(pendingMigrations(database, [Self.first, Self.second]) == ["0002 shelf height"])
            try await #expect(migrate(database, [Self.first, Self.second]) == ["0002 shelf height"])
            try await #expect(migrate(database, [Self.first, Self.second]) == [])
            let applied = try await database.read { connection in
                try connection.rows("SELECT name, applied_at FROM schema_migration ORDER BY name") { row in
                    (name: try row[0] as String, at: try row[1] as Timestamp)
                }
            }
            #expect(applied.map(\.name) == ["0001 shelf", "0002 shelf height"])
            #expect(applied.allSatisfy { $0.at <= .now && $0.at > Timestamp.now.adding(.seconds(-600)) })
        }
    }

    @Test("a database of a newer program is refused and left as it is", arguments: TestEngine.allCases)
    func newerSchema(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: [Self.first, Self.second]) { database in
            for known in [[], [Self.first]] {
                await #expect(throws: StorageError.newerSchema(found: "0002 shelf height")) { try await migrate(database, known) }
                await #expect(throws: StorageError.newerSchema(found: "0002 shelf height")) { try await pendingMigrations(database, known) }
            }
            try await database.write { try $0.run("INSERT INTO shelf (id, label, height) VALUES (\(Identifier<Int>()), 'a', 1)") }
        }
    }

    @Test("a migration that is interrupted leaves nothing of itself and everything before it", arguments: TestEngine.allCases)
    func interruption(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: []) { database in
            await #expect(throws: StorageError.self) { try await migrate(database, [Self.first, Self.broken, Self.second]) }
            await #expect(throws: StorageError.self) { try await database.read { try $0.run("SELECT * FROM half") } }
            try await #expect(migrate(database, [Self.first, Self.second]) == ["0002 shelf height"])
        }
    }

    @Test("programs that migrate at once apply each migration once", arguments: TestEngine.allCases)
    func concurrency(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: []) { database in
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<6 {
                    group.addTask { try await migrate(database, [Self.first, Self.second]) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == ["0001 shelf", "0002 shelf height"])
        }
    }

    @Test("two migrations of one name are refused", arguments: TestEngine.allCases)
    func sameName(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: []) { database in
            await #expect(throws: StorageError.self) { try await migrate(database, [Self.first, Self.first]) }
        }
    }
}
