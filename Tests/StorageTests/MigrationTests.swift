import Storage
import StorageTesting
import Testing

@Test("a row written is read", arguments: TestEngine.allCases)
func roundTrip(engine: TestEngine) async throws {
    let migrations = [
        Migration("0001 note") { type in ["CREATE TABLE note (id \(type.bytes) PRIMARY KEY, text \(type.text) NOT NULL)\(type.strict)"] }
    ]
    try await withTestDatabase(engine, migrations: migrations) { database in
        let id = Identifier<Int>()
        try await database.write { try $0.run("INSERT INTO note VALUES (\(id), \("é'\u{1F600}"))") }
        let text: String? = try await database.read { try $0.value("SELECT text FROM note WHERE id IN \(list: [id])") }
        #expect(text == "é'\u{1F600}")
        await #expect(throws: StorageError.readOnly) { try await database.read { _ = try $0.run("DELETE FROM note") } }
        await #expect(throws: StorageError.self) { try await database.write { _ = try $0.run("INSERT INTO note VALUES (\(id), NULL)") } }
        #expect(try await migrate(database, migrations) == [])
        await #expect(throws: StorageError.newerSchema(found: "0001 note")) { try await migrate(database, []) }
    }
}
