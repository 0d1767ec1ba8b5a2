import Storage
import StorageTesting
import Testing

@Suite("Finding by keys")
struct KeyIndexTests {
    private enum Shop {}

    private static let index = KeyIndex("shop_key", newest: "shop_key_newest", gathering: 100)
    private static let migrations = [Migration("0001 shop keys") { type in index.statements(type) }]

    @Test("what was added early or late is found under each of its keys, once", arguments: TestEngine.allCases)
    func search(engine: TestEngine) async throws {
        var randomness = SeededRandomness(seed: 20)
        // A few keys that many bear, and many that few do.
        let shops = (0..<400).map { _ in
            (
                id: Identifier<Shop>(),
                keys: Set(
                    (0..<3).map { $0 == 0 ? Int64.random(in: 0..<5, using: &randomness) : .random(in: .min ... .max, using: &randomness) })
            )
        }
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            // Batches above and below what is gathered before it is poured.
            for batch in [shops[..<10], shops[10..<40], shops[40..<200], shops[200..<390], shops[390...]] {
                try await database.write { connection in
                    try connection.add(batch.flatMap { shop in shop.keys.map { (key: $0, id: shop.id) } }, to: Self.index)
                }
            }
            let keys = Set(shops.flatMap(\.keys)).sorted() + [77]
            let found = try await database.read { connection in
                var found: [Int64: [Identifier<Shop>]] = [:]
                try connection.forEach(under: keys, in: Self.index, of: Shop.self) { found[$0, default: []].append($1) }
                return found
            }
            #expect(found[77] == nil)
            for key in keys.dropLast() {
                #expect(found[key]?.sorted() == shops.filter { $0.keys.contains(key) }.map(\.id).sorted())
            }
        }
    }

    @Test("a pair that comes twice is refused", arguments: TestEngine.allCases)
    func repeated(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let id = Identifier<Shop>()
            await #expect(throws: StorageError.self) {
                try await database.write { connection in
                    let pair: (key: Int64, id: Identifier<Shop>) = (1, id)
                    try connection.add([pair, pair], to: Self.index)
                }
            }
        }
    }
}
