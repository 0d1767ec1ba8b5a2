import Storage
import Testing

extension Conformance {
    /// What attackers write into forms, in the quoting of both engines.
    private static let attacks = [
        "'; DROP TABLE counter; --", "\"; DROP TABLE counter; --", "' OR '1'='1", "\\'; DELETE FROM counter; --", "$1",
        "$2); DELETE FROM counter; --",
        "'||(SELECT name FROM counter)||'", "\u{2019}; DROP TABLE counter; --", "%", "_", "*", "NULL", "\\.", "E'\\x27'",
        "$$; DROP TABLE counter; $$",
        "{1,2}", "\\N", "1); DROP TABLE counter; --", "/*", "*/", "?", ":name", "@name", "\u{1A}", "\u{8}", "\\", "''", "\"\"",
    ]

    static let injections: [Check] = [
        Check("what is given as a value stays a value, through every door") { database in
            try await database.write { try $0.run("INSERT INTO counter VALUES ('kept', 1)") }
            for attack in attacks {
                let id = Identifier<Sample>()
                try await database.write { connection in
                    try connection.run("INSERT INTO sample (id, words) VALUES (\(id), \(attack))")
                    try #expect(connection.value("SELECT words FROM sample WHERE words = \(attack)", as: String.self) == attack)
                    try #expect(
                        connection.rows("SELECT id FROM sample WHERE words IN \(list: [attack, "x"])") { row in
                            try row[0] as Identifier<Sample>
                        } == [id])
                    let part: SQLQuery = "words = \(attack as String?)"
                    try #expect(connection.run("UPDATE sample SET words = \(attack) WHERE \(part)") == 1)
                    try #expect(connection.run("UPDATE sample SET words = $1 WHERE words = $1", forEach: [[.text(attack)]]) == 1)
                    try #expect(connection.value("SELECT name FROM counter WHERE name = \(attack)", as: String.self) == nil)
                    try #expect(connection.run("DELETE FROM sample WHERE words = \(attack)") == 1)
                    try connection.load(into: "sample", columns: ["id", "words"], rows: [[id.sqlValue, .text(attack)]])
                    try #expect(connection.value("SELECT words FROM sample WHERE id = \(id)", as: String.self) == attack)
                    try connection.run("DELETE FROM sample")
                }
            }
            try await #expect(database.read { try $0.value("SELECT name FROM counter", as: String.self) } == "kept")
        },
        Check("bytes of every value stay bytes") { database in
            let bytes = "'; DROP TABLE counter; --\0\u{FFFF}".utf8.map { $0 } + [UInt8](0...255)
            try await database.write { connection in
                try connection.run("INSERT INTO sample (id, content) VALUES (\(bytes), \(bytes))")
                try #expect(connection.value("SELECT content FROM sample WHERE id IN \(list: [bytes])", as: [UInt8].self) == bytes)
            }
            try await #expect(count("counter", in: database) == 0)
        },
    ]
}
