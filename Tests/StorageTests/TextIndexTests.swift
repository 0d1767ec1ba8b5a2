import Storage
import StorageTesting
import Testing

@Suite("Finding by words")
struct TextIndexTests {
    private enum Shop {}

    private static let index = TextIndex("shop_words")
    private static let migrations = [Migration("0001 shop words") { type in index.statements(type) }]

    @Test("things are found by the beginnings of all the words given, the shortest text first", arguments: TestEngine.allCases)
    func search(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let (sari, rasa, batik) = (Identifier<Shop>(), Identifier<Shop>(), Identifier<Shop>())
            try await database.write { connection in
                try connection.index(words: ["Warung Sari Rasa Mak Nyus", "Jl. Pasar Baru No. 7/A"], as: rasa, in: Self.index)
                try connection.index(words: ["Warung Sari"], as: sari, in: Self.index)
                try connection.index(words: ["Batik “Café” Müller-Şen 2000"], as: batik, in: Self.index)
            }
            for (words, expected) in [
                (["sari"], [sari, rasa]), (["war"], [sari, rasa]), (["WAR", "ras"], [rasa]), (["warung sari rasa"], [rasa]), (["ari"], []),
                (["cafe"], [batik]), (["CAFÉ"], [batik]), (["cafe\u{301}"], [batik]), (["muller", "sen"], [batik]), (["20"], [batik]),
                (["7"], [rasa]), ([], []), ([""], []), (["!?"], []), (["sari", "zzz"], []),
            ] as [([String], [Identifier<Shop>])] {
                let found = try await database.read { try $0.search(Self.index, words: words, limit: 10, of: Shop.self) }
                #expect(found == expected, "\(words)")
            }
            let limited = try await database.read { try $0.search(Self.index, words: ["sari"], limit: 1, of: Shop.self) }
            #expect(limited == [sari])
        }
    }

    @Test("what changes is found by its new words only, and what is removed no more", arguments: TestEngine.allCases)
    func change(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let id = Identifier<Shop>()
            func isFound(_ word: String) async throws -> Bool {
                try await database.read { try $0.search(Self.index, words: [word], limit: 10) == [id] }
            }
            try await database.write { try $0.index(words: ["keripik tempe"], as: id, in: Self.index) }
            try await database.write { try $0.index(words: ["keripik singkong"], as: id, in: Self.index) }
            try await #expect(isFound("singkong"))
            try await #expect(isFound("keripik"))
            try await #expect(!isFound("tempe"))
            try await database.write { try $0.index(words: [], as: id, in: Self.index) }
            try await #expect(!isFound("keripik"))
            try await database.write { try $0.index(words: ["keripik"], as: id, in: Self.index) }
            try await database.write { try $0.remove(id, from: Self.index) }
            try await #expect(!isFound("keripik"))
        }
    }

    @Test("many things are indexed at once, and a search can be part of a query", arguments: TestEngine.allCases)
    func bulk(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let ids = (0..<3000).map { _ in Identifier<Shop>() }
            try await database.write { connection in
                try connection.index(ids.enumerated().map { (id: $1, words: ["toko nomor\($0)", "jenis\($0 % 3)"]) }, in: Self.index)
            }
            let (found, counted) = try await database.read { connection in
                let matches = Self.index.ids(matching: ["nomor17", "jenis2"], dialect: connection.dialect)
                return (
                    try connection.search(Self.index, words: ["nomor1234"], limit: 10, of: Shop.self),
                    try connection.value("SELECT COUNT(*) FROM shop_words WHERE id IN \(matches)", as: Int.self)
                )
            }
            #expect(found == [ids[1234]])
            #expect(counted == (0..<3000).filter { "\($0)".hasPrefix("17") && $0 % 3 == 2 }.count)
        }
    }

    @Test("no query breaks the syntax, whatever is typed", arguments: TestEngine.allCases)
    func hostility(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let id = Identifier<Shop>()
            try await database.write { try $0.index(words: ["aman"], as: id, in: Self.index) }
            var queries = [
                "\"", "'", "aman\" OR \"", "aman' | 'x", "NEAR(a b)", "words:aman", "^aman", "aman*", "a AND", "NOT", "-aman", "& | ! <->",
                ":*", "a:*b",
                "\\", "(", "))", "{x}", "\0", "aman\0", "'; DROP TABLE shop_words; --", String(repeating: "x", count: 100_000), "👩🏽‍🌾", "ꦲꦏ꧀ꦱꦫ",
                "\u{301}",
                "İ", "ﬀ", "ǅ", "①", "٣", "\u{200D}", "\u{FFFF}",
            ]
            var randomness = SeededRandomness(seed: 11)
            for _ in 0..<200 {
                queries.append(
                    String(
                        String.UnicodeScalarView(
                            (0..<Int.random(in: 1...12, using: &randomness)).compactMap { _ in
                                Unicode.Scalar(UInt32.random(in: 0..<(Bool.random(using: &randomness) ? 128 : 0x3000), using: &randomness))
                            })))
            }
            let tried = queries
            try await database.write { connection in
                for (number, query) in tried.enumerated() {
                    _ = try connection.search(Self.index, words: [query], limit: 5, of: Shop.self)
                    _ = try connection.search(Self.index, words: [query, "aman"], limit: 5, of: Shop.self)
                    let other = Identifier<Shop>()
                    try connection.index(words: [query], as: other, in: Self.index)
                    if !TextIndex.words(in: [query]).isEmpty {
                        try #expect(connection.search(Self.index, words: [query], limit: 1000).contains(other), "query \(number)")
                    }
                    try connection.remove(other, from: Self.index)
                }
            }
            try await #expect(database.read { try $0.search(Self.index, words: ["aman"], limit: 5) } == [id])
        }
    }
}
