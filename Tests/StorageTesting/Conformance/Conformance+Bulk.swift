import Storage
import Testing

extension Conformance {
    static let bulk: [Check] = [
        Check("fifty thousand rows are loaded as they are") { database in
            let ids = (0..<50_000).map { _ in Identifier<Sample>() }
            try await database.write { connection in
                let rows: [[SQLValue]] = ids.enumerated().map { number, id in
                    let number = Int64(number)
                    return [
                        id.sqlValue, number % 7 == 0 ? .null : .integer(number), .real(Double(number) / 2), .text("teh tarik \(number) ☕️"),
                        .bytes([UInt8](repeating: 1, count: Int(number % 5))),
                    ]
                }
                try connection.load(into: "sample", columns: ["id", "whole", "fraction", "words", "content"], rows: rows)
                try connection.load(into: "sample", columns: ["id"], rows: [])
            }
            try await database.read { connection in
                let query: SQLQuery = "SELECT COUNT(*), COUNT(whole), SUM(whole), SUM(fraction), SUM(length(content)) FROM sample"
                try connection.forEachRow(query) { row in
                    let present = (0..<50_000).filter { $0 % 7 != 0 }
                    try #expect(row.integer(at: 0) == 50_000)
                    try #expect(row.integer(at: 1) == Int64(present.count))
                    try #expect(row.integer(at: 2) == Int64(present.reduce(0, +)))
                    try #expect(row.real(at: 3) == Double((0..<50_000).reduce(0, +)) / 2)
                    try #expect(row.integer(at: 4) == 100_000)
                }
                let words: String? = try connection.value("SELECT words FROM sample WHERE id = \(ids[49_999])")
                #expect(words == "teh tarik 49999 ☕️")
                var count = 0
                try connection.forEachRow("SELECT id FROM sample") { row in
                    _ = try row[0] as Identifier<Sample>
                    count += 1
                }
                #expect(count == 50_000)
            }
        },
        Check("a load converts what an insert would convert") { database in
            try await database.write { connection in
                try connection.load(
                    into: "sample", columns: ["id", "fraction", "words"],
                    rows: [[.bytes([1]), .integer(3), .integer(12)], [.bytes([2]), .null, .null]])
                try #expect(connection.value("SELECT fraction FROM sample WHERE id = \([1] as [UInt8])", as: Double.self) == 3)
                try #expect(connection.value("SELECT words FROM sample WHERE id = \([1] as [UInt8])", as: String.self) == "12")
            }
        },
        Check("a load that meets a conflict, a wrong type or a wrong number of values leaves nothing") { database in
            for rows in [
                [[.text("a"), .integer(1)], [.text("a"), .integer(2)]], [[.text("a"), .integer(1)], [.text("b"), .integer(-1)]],
                [[.text("a"), .integer(1)], [.text("b"), .null]], [[.text("a"), .integer(1)], [.text("b"), .bytes([1])]],
            ] as [[[SQLValue]]] {
                let error = await #expect(throws: StorageError.self) {
                    try await database.write { connection in
                        try connection.run("INSERT INTO counter VALUES ('before', 1)")
                        try connection.load(into: "counter", columns: ["name", "value"], rows: rows)
                    }
                }
                guard case .constraint = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
            await #expect(throws: StorageError.self) {
                try await database.write { try $0.load(into: "counter", columns: ["name", "value"], rows: [[.text("a")]]) }
            }
            await #expect(throws: StorageError.self) {
                try await database.write { try $0.load(into: "counter", columns: ["nome"], rows: [[.text("a")]]) }
            }
            try await #expect(count("counter", in: database) == 0)
        },
        Check("a statement for each of many rows changes what it should and counts it") { database in
            try await database.write { connection in
                let rows: [[SQLValue]] = (0..<3000).map { [.text("n\($0 % 2000)"), .integer($0)] }
                let upsert: StaticString = """
                    INSERT INTO counter (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = counter.value + excluded.value
                    """
                try #expect(connection.run(upsert, forEach: rows) == 3000)
                try #expect(connection.value("SELECT COUNT(*) FROM counter", as: Int.self) == 2000)
                try #expect(connection.value("SELECT SUM(value) FROM counter", as: Int.self) == 2999 * 3000 / 2)
                try #expect(
                    connection.run("DELETE FROM counter WHERE name = $1", forEach: [[.text("n1")], [.text("x")], [.text("n2")]]) == 2)
                try #expect(connection.run("DELETE FROM counter WHERE name = $1", forEach: []) == 0)
                try #expect(connection.value("SELECT COUNT(*) FROM counter", as: Int.self) == 1998)
            }
        },
        Check("rows of one statement may differ in what is missing and in the kind of their values") { database in
            try await database.write { connection in
                let rows: [[SQLValue]] = [
                    [.bytes([1]), .null, .null, .text("a")], [.bytes([2]), .integer(5), .real(1.5), .null],
                    [.bytes([3]), .text("7"), .integer(2), .integer(9)],
                ]
                try #expect(connection.run("INSERT INTO sample (id, whole, fraction, words) VALUES ($1, $2, $3, $4)", forEach: rows) == 3)
                try #expect(connection.value("SELECT SUM(whole) FROM sample", as: Int.self) == 12)
                try #expect(connection.value("SELECT SUM(fraction) FROM sample", as: Double.self) == 3.5)
                try #expect(connection.rows("SELECT words FROM sample ORDER BY id") { row in try row[0] as String? } == ["a", nil, "9"])
            }
        },
        Check("a statement that fails for one of many rows loses the unit of work") { database in
            let rows: [[SQLValue]] = (0..<2000).map { [.text("n\($0)"), .integer($0 == 700 ? -1 : $0)] }
            for loop in [rows, rows.prefix(10) + [[.text("x")]]] {
                await #expect(throws: StorageError.self) {
                    try await database.write { connection in
                        _ = try? connection.run("INSERT INTO counter (name, value) VALUES ($1, $2)", forEach: loop)
                    }
                }
            }
            try await #expect(count("counter", in: database) == 0)
        },
    ]
}
