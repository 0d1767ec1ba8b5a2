import Storage
import Testing

@Suite("Where a database is")
struct DatabaseLocationTests {
    @Test(
        "a location names a file or a server",
        arguments: [
            ("sqlite:naikkelas.sqlite", .sqlite(path: "naikkelas.sqlite")),
            ("sqlite:/var/lib/a b.sqlite", .sqlite(path: "/var/lib/a b.sqlite")),
            ("sqlite:///var/lib/a.sqlite", .sqlite(path: "/var/lib/a.sqlite")),
            ("postgres://nk@db/nk", .postgresql(url: "postgres://nk@db/nk")),
            ("postgresql://nk@db/nk?sslmode=require", .postgresql(url: "postgresql://nk@db/nk?sslmode=require")),
        ] as [(String, DatabaseLocation)])
    func parsing(text: String, location: DatabaseLocation) throws {
        try #expect(DatabaseLocation(text) == location)
    }

    @Test(
        "anything else is refused without repeating it", arguments: ["", "sqlite:", "sqlite://", "mysql://u:secret@h/d", "secret.sqlite"])
    func refusal(text: String) {
        let error = #expect(throws: StorageError.self) { try DatabaseLocation(text) }
        #expect(!"\(String(describing: error))".contains("secret"))
    }

    @Test(
        "a location is written without its password",
        arguments: [
            ("postgres://nk:p@ss@db:5432/nk?password=secret", "postgres://nk@db:5432/nk"),
            ("postgresql://db/nk?password=x", "postgresql://db/nk"),
            ("sqlite:a.sqlite", "sqlite:a.sqlite"),
        ])
    func description(text: String, description: String) throws {
        try #expect(DatabaseLocation(text).description == description)
    }
}
