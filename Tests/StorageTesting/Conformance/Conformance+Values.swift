import Storage
import Testing

extension Conformance {
    static let values: [Check] = [
        Check("text of every script is read as it was written") { database in
            let texts = [
                "", " ", "a", "Ibu Sri’s Keripik", "ꦲꦏ꧀ꦱꦫꦗꦮ", "印尼语", "👩🏽‍🌾🌶️", "é", "e\u{301}", "\u{FEFF}x", "line\nline\r\n\t", "\u{10FFFF}",
                "$1 \\x00 '\";--",
                String(repeating: "ü", count: 100_000),
            ]
            for text in texts {
                let read: String? = try await database.write { connection in
                    let id = Identifier<Sample>()
                    try connection.run("INSERT INTO sample (id, words) VALUES (\(id), \(text))")
                    return try connection.value("SELECT words FROM sample WHERE id = \(id)")
                }
                #expect(read.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
            }
        },
        Check("whole numbers keep all their 64 bits") { database in
            for number in [Int64.min, .min + 1, -1, 0, 1, 1 << 53 + 1, .max - 1, .max] {
                try await #expect(written(number, as: "whole", in: database) == number)
            }
        },
        Check("floating-point numbers keep their bits, infinities included") { database in
            for number in [-Double.infinity, -1.5, 0, 0.1, .pi, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity] {
                try await #expect(written(number, as: "fraction", in: database)?.bitPattern == number.bitPattern)
            }
        },
        Check("bytes are read as they were written, from none to a million") { database in
            for bytes in [[], [0], [0, 0, 255], [UInt8](0...255), [UInt8](repeating: 7, count: 1 << 20)] {
                try await #expect(written(bytes, as: "content", in: database) == bytes)
            }
        },
        Check("an empty text and no bytes are not NULL") { database in
            let isPresent: Bool? = try await database.write { connection in
                try connection.run("INSERT INTO sample (id, words, content) VALUES (\([1] as [UInt8]), \(""), \([] as [UInt8]))")
                return try connection.value("SELECT words IS NOT NULL AND content IS NOT NULL FROM sample")
            }
            #expect(isPresent == true)
        },
        Check("NULL goes into every column and comes out as nil") { database in
            let missing: Int64? = nil
            try await database.write { connection in
                try connection.run(
                    """
                    INSERT INTO sample (id, whole, fraction, words, content)
                    VALUES (\([1] as [UInt8]), \(missing), \(nil as Double?), \(nil as String?), \(nil as [UInt8]?))
                    """)
                let isNull = try connection.first("SELECT whole, fraction, words, content FROM sample") { row in
                    let values: (Int64?, Double?, String?, [UInt8]?) = (try row[0], try row[1], try row[2], try row[3])
                    return values.0 == nil && values.1 == nil && values.2 == nil && values.3 == nil && row.isNull(at: 0)
                }
                #expect(isNull == true)
            }
        },
        Check("text with a NUL byte is refused") { database in
            await #expect(throws: StorageError.invalidValue("text with a NUL byte")) {
                try await written("a\0b", as: "words", in: database)
            }
            await #expect(throws: StorageError.self) {
                try await database.write { connection in
                    try connection.load(into: "sample", columns: ["id", "words"], rows: [[.bytes([1]), .text("a\0b")]])
                }
            }
        },
        Check("a number that is not a number is refused") { database in
            await #expect(throws: StorageError.invalidValue("a number that is not a number")) {
                try await written(Double.nan, as: "fraction", in: database)
            }
            await #expect(throws: StorageError.invalidValue("a number that is not a number")) {
                try await database.write { connection in
                    try connection.load(into: "sample", columns: ["id", "fraction"], rows: [[.bytes([1]), .real(.nan)]])
                }
            }
        },
        Check("a value of the wrong type is refused by its column") { database in
            for query in [
                "INSERT INTO sample (id, whole) VALUES (\([1] as [UInt8]), \("many"))",
                "INSERT INTO sample (id, content) VALUES (\([1] as [UInt8]), \(12))",
                "INSERT INTO sample (id, whole) VALUES (\([1] as [UInt8]), \([1] as [UInt8]))",
            ] as [SQLQuery] {
                let error = await #expect(throws: StorageError.self) { try await database.write { try $0.run(query) } }
                guard case .constraint = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
        },
        Check("digits given as text are a number where a number is wanted") { database in
            try await database.write { connection in
                try connection.run("INSERT INTO counter (name, value) VALUES ('a', \("12"))")
                try #expect(connection.value("SELECT value FROM counter WHERE value = \("12")", as: Int.self) == 12)
                try #expect(connection.value("SELECT value FROM counter WHERE name = \("a") LIMIT \("1")", as: Int.self) == 12)
            }
        },
        Check("a column read as another type says so, and NULL is no value") { database in
            try await database.read { connection in
                try connection.forEachRow("SELECT 'text', 5, NULL, \([1, 2] as [UInt8]), \(1.5)") { row in
                    #expect(throws: StorageError.decoding(column: 0, expected: "integer")) { try row.integer(at: 0) }
                    #expect(throws: StorageError.decoding(column: 1, expected: "text")) { try row.text(at: 1) }
                    #expect(throws: StorageError.decoding(column: 2, expected: "bytes")) { try row.bytes(at: 2) }
                    #expect(throws: StorageError.decoding(column: 3, expected: "real")) { try row.real(at: 3) }
                    #expect(throws: StorageError.decoding(column: 4, expected: "integer")) { try row.integer(at: 4) }
                    #expect(throws: StorageError.decoding(column: 9, expected: "text")) { try row.text(at: 9) }
                    #expect(throws: StorageError.decoding(column: 3, expected: "16 bytes of an identifier")) {
                        try row[3] as Identifier<Sample>
                    }
                    try #expect(row.real(at: 1) == 5)
                }
            }
        },
        Check("flags, instants, identifiers and optionals are read as what they were") { database in
            let (id, instant) = (Identifier<Sample>(), Timestamp.now)
            try await database.read { connection in
                try connection.forEachRow("SELECT \(true), \(instant), \(id), \(nil as Bool?), \(1 == 1) = 1, 2 > 3") { row in
                    try #expect(row[0] as Bool)
                    try #expect(row[1] as Timestamp == instant)
                    try #expect(row[2] as Identifier<Sample> == id)
                    try #expect(row[3] as Bool? == nil)
                    try #expect(row[4] as Bool)
                    try #expect(row[5] as Bool == false)
                }
            }
        },
    ]

    /// Writes a value into one column of a new row and reads it back.
    @discardableResult
    private static func written<Value: SQLConvertible>(
        _ value: Value, as column: SQLQuery, in database: any SQLDatabase
    ) async throws -> Value? {
        try await database.write { connection in
            let id = Identifier<Sample>()
            try connection.run("INSERT INTO sample (id, \(column)) VALUES (\(id), \(value))")
            return try connection.value("SELECT \(column) FROM sample WHERE id = \(id)")
        }
    }
}
