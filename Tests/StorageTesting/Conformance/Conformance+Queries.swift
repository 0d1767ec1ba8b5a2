import Storage
import Testing

extension Conformance {
    static let queries: [Check] = [
        Check("a list matches its members, none when it is empty, and thousands") { database in
            let ids = (0..<1000).map { _ in Identifier<Sample>() }
            try await database.write { connection in
                try connection.load(
                    into: "sample", columns: ["id", "whole", "words"],
                    rows: ids.enumerated().map { [$1.sqlValue, .integer(Int64($0)), .text("w\($0)")] })
                func count(_ condition: SQLQuery) throws -> Int? { try connection.value("SELECT COUNT(*) FROM sample WHERE \(condition)") }
                try #expect(count("id IN \(list: [] as [Identifier<Sample>])") == 0)
                try #expect(count("id NOT IN \(list: [] as [Identifier<Sample>])") == 1000)
                try #expect(count("words NOT IN \(list: [] as [String]) AND fraction IN \(list: [] as [Double])") == 0)
                try #expect(count("id IN \(list: ids.prefix(1))") == 1)
                try #expect(count("id IN \(list: ids.prefix(37))") == 37)
                try #expect(count("id IN \(list: ids)") == 1000)
                try #expect(count("words IN \(list: ["w1", "w2", "x", "'"])") == 2)
                try #expect(count("words IN \(list: ["w1", "\\\",w2\"", "\"\u{301},\"w2", "{}", "NULL", ""])") == 1)
                try #expect(count("whole IN \(list: [] as [Int])") == 0)
                try #expect(count("whole IN \(list: [5, -5, Int.max])") == 1)
                try #expect(count("whole IN \(list: 100..<30_100)") == 900)
                try #expect(count("whole IN \(list: [3]) AND id IN \(list: ids.prefix(10)) AND words = \("w3")") == 1)
            }
        },
        Check("queries are put together from parts with their values in order") { database in
            try await database.write { connection in
                for (name, value) in [("a", 1), ("b", 2), ("c", 3)] {
                    try connection.run("INSERT INTO counter (name, value) VALUES (\(name), \(value))")
                }
                let condition: SQLQuery = "value > \(1)"
                let both: SQLQuery = "SELECT name FROM counter WHERE \(condition) AND value < \(3)" + " AND name <> \("z")"
                try #expect(connection.rows(both) { row in try row[0] as String } == ["b"])
            }
        },
        Check("an upsert adds, then changes, and returns the row") { database in
            try await database.write { connection in
                func upsert(_ amount: Int) throws -> Int? {
                    try connection.value(
                        """
                        INSERT INTO counter (name, value) VALUES ('visits', \(amount))
                        ON CONFLICT (name) DO UPDATE SET value = counter.value + excluded.value RETURNING value
                        """)
                }
                try #expect(upsert(2) == 2)
                try #expect(upsert(3) == 5)
                try #expect(connection.run("INSERT INTO counter VALUES ('visits', 9) ON CONFLICT (name) DO NOTHING") == 0)
            }
        },
        Check("a change says how many rows it changed, and a query changed none") { database in
            try await database.write { connection in
                try #expect(connection.run("INSERT INTO counter VALUES ('a', 1), ('b', 2), ('c', 3)") == 3)
                try #expect(connection.run("UPDATE counter SET value = value + 1 WHERE value >= 2") == 2)
                try #expect(connection.run("SELECT * FROM counter") == 0)
                try #expect(connection.run("DELETE FROM counter WHERE name = 'x'") == 0)
                try #expect(connection.run("CREATE TABLE other (id INTEGER)") == 0)
                try #expect(connection.run("DELETE FROM counter") == 3)
            }
        },
        Check("sums, counts and averages of whole numbers are numbers") { database in
            try await database.write { connection in
                try connection.run("INSERT INTO counter VALUES ('a', 1), ('b', 2), ('c', 4000000000000000000)")
                let query: SQLQuery = """
                    SELECT COUNT(*), SUM(value), SUM(value) - SUM(value), COALESCE(SUM(value), 0), MAX(value), SUM(CASE WHEN value < 3 THEN value END)
                    FROM counter
                    """
                try connection.forEachRow(query) { row in
                    try #expect(
                        (0..<6).map(row.integer) == [
                            3, 4_000_000_000_000_000_003, 0, 4_000_000_000_000_000_003, 4_000_000_000_000_000_000, 3,
                        ])
                }
                try #expect(connection.value("SELECT AVG(value) FROM counter WHERE value < 3", as: Double.self) == 1.5)
                try #expect(connection.value("SELECT SUM(value) FROM counter WHERE value < 0", as: Int?.self) == .some(nil))
                try #expect(connection.value("SELECT -SUM(value) FROM counter WHERE value < 3", as: Int.self) == -3)
            }
        },
        Check("numbers go where functions and limits want them, and missing values where nothing tells their type") { database in
            try await database.write { connection in
                try connection.run("INSERT INTO counter VALUES ('abcdef', 1), ('b', 2)")
                try #expect(connection.value("SELECT substr(name, \(2), \(3)) FROM counter ORDER BY name", as: String.self) == "bcd")
                let name: String? = nil
                try #expect(connection.value("SELECT COUNT(*) FROM counter WHERE \(name) IS NULL OR name = \(name)", as: Int.self) == 2)
                let value: Int? = nil
                try #expect(
                    connection.value("SELECT COUNT(*) FROM counter WHERE (\(value) IS NULL OR value = \(value))", as: Int.self) == 2)
                try #expect(connection.value("SELECT COALESCE(\(name), \("x"))", as: String.self) == "x")
                try #expect(connection.value("SELECT \("a") || \("b")", as: String.self) == "ab")
                try #expect(
                    connection.rows("SELECT name FROM counter ORDER BY name LIMIT \(1) OFFSET \(1)") { row in try row[0] as String }
                        == ["b"])
            }
        },
        Check("a loop over rows may ask for more, even with the same query") { database in
            try await database.write { connection in
                try connection.run("INSERT INTO counter VALUES ('a', 1), ('b', 2), ('c', 3)")
                var seen: [String] = []
                try connection.forEachRow("SELECT name FROM counter ORDER BY name") { outer in
                    let name: String = try outer[0]
                    try connection.forEachRow("SELECT name FROM counter ORDER BY name") { inner in
                        seen.append(name + (try inner[0] as String))
                    }
                    try connection.run("UPDATE counter SET value = value + 1 WHERE name = \(name)")
                }
                #expect(seen == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
                try #expect(connection.value("SELECT SUM(value) FROM counter", as: Int.self) == 9)
            }
        },
        Check("a loop that is broken off leaves the connection usable") { database in
            struct Enough: Error {}
            try await database.write { connection in
                try connection.load(
                    into: "sample", columns: ["id", "whole"], rows: (0..<2000).map { [Identifier<Sample>().sqlValue, .integer($0)] })
                #expect(throws: Enough.self) {
                    try connection.forEachRow("SELECT whole FROM sample") { _ in throw Enough() }
                }
                try #expect(connection.value("SELECT COUNT(*) FROM sample", as: Int.self) == 2000)
            }
        },
        Check("text sorts by its bytes") { database in
            let names = ["a", "B", "b", "A", "é", "z", "Z", "_", "10", "9", "👍", "ﬀ"]
            let sorted = try await database.write { connection in
                for name in names { try connection.run("INSERT INTO counter VALUES (\(name), 0)") }
                return try connection.rows("SELECT name FROM counter ORDER BY name") { row in try row[0] as String }
            }
            #expect(sorted == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        },
        Check("common table expressions and window functions work") { database in
            try await database.write { connection in
                try connection.run("INSERT INTO counter VALUES ('a', 5), ('b', 2), ('c', 5)")
                let ranks = try connection.rows(
                    """
                    WITH big AS (SELECT name, value FROM counter WHERE value >= \(2))
                    SELECT name, RANK() OVER (ORDER BY value DESC), SUM(value) OVER () FROM big ORDER BY name
                    """
                ) { row in "\(try row[0] as String)\(try row[1] as Int)\(try row[2] as Int)" }
                #expect(ranks == ["a112", "b312", "c112"])
            }
        },
    ]
}
