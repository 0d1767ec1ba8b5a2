import Accounts
import Journey
import Nusantara
import Registry
import Simulation
import Storage
import StorageTesting

/// A registry of several partners' lists, with tables that stand for the enrolments, listings and orders of other rooms.
struct MergeFixture {
    static let attachments = [
        BusinessAttachment(
            "test_enrolment", key: [.init("person", .integer), .init("cohort", .text)], unique: [["person", "cohort"]]),
        BusinessAttachment("test_listing", key: [.init("id", .bytes)], unique: [["channel", "sku"]]),
        BusinessAttachment("test_order", businessColumn: "seller", key: [.init("id", .integer)]),
    ]

    private static let tables = Migration("9000 tables of other rooms") { type in
        [
            """
            CREATE TABLE test_enrolment (
                business_id \(type.bytes) NOT NULL, person \(type.integer) NOT NULL, cohort \(type.text) NOT NULL,
                PRIMARY KEY (business_id, person, cohort)
            )\(type.clustered)
            """,
            """
            CREATE TABLE test_listing (
                id \(type.bytes) NOT NULL PRIMARY KEY, business_id \(type.bytes) NOT NULL, channel \(type.text) NOT NULL,
                sku \(type.text), UNIQUE (business_id, channel, sku)
            )\(type.strict)
            """,
            "CREATE TABLE test_order (id \(type.integer) NOT NULL PRIMARY KEY, seller \(type.bytes) NOT NULL)\(type.strict)",
        ]
    }

    /// Runs `body` with the registry and its businesses.
    static func with(_ engine: TestEngine, businesses: Int = 60, _ body: (RegistryFixture, [BusinessID]) async throws -> Void) async throws
    {
        let population = SimulatedPopulation(SimulationSettings(seed: 31, businesses: businesses, today: RegistryFixture.today))
        try await RegistryFixture.with(engine, and: [tables]) { fixture in
            for list in try writeLists(of: population, to: fixture.folder) {
                try await fixture.bring(list.path, of: list.partner.code)
            }
            let businesses = try await fixture.database.write { connection in
                let all: [BusinessID] = try connection.rows("SELECT id FROM business ORDER BY id") { try $0[0] }
                var random = SeededRandomness(seed: 8)
                for (number, business) in all.enumerated() {
                    for _ in 0..<Int.random(in: 0...3, using: &random) {
                        try connection.run(
                            """
                            INSERT INTO test_enrolment (business_id, person, cohort)
                            VALUES (\(business), \(Int.random(in: 1...3, using: &random)), \(["a", "b"].randomElement(using: &random) ?? ""))
                            ON CONFLICT (business_id, person, cohort) DO NOTHING
                            """)
                    }
                    let sku: String? = Bool.random(using: &random) ? "sku-\(number % 4)" : nil
                    try connection.run(
                        "INSERT INTO test_listing (id, business_id, channel, sku) VALUES (\(BusinessID()), \(business), 'shopee', \(sku))")
                    try connection.run("INSERT INTO test_order (id, seller) VALUES (\(number), \(business))")
                }
                return all
            }
            try await body(fixture, businesses)
        }
    }

    /// Every row that belongs to a business, and every figure, as lines of text in a fixed order.
    static func dump(_ connection: any SQLConnection) throws -> [String] {
        var lines: [String] = []
        func add(_ name: String, _ kinds: String, _ query: SQLQuery) throws {
            let kinds = Array(kinds)
            lines += try connection.rows(query) { row in
                let cells = try kinds.indices.map { index -> String in
                    if row.isNull(at: index) { return "-" }
                    return switch kinds[index] {
                    case "b": try row.bytes(at: index).map(String.init).joined(separator: ".")
                    case "i": String(try row.integer(at: index))
                    default: try row.text(at: index)
                    }
                }
                return name + " " + cells.joined(separator: "|")
            }.sorted()
        }
        try add("business", "bttttii", "SELECT id, name, owner_name, region, place, trade, created_at FROM business")
        try add(
            "link", "bbbtibiitbi",
            """
            SELECT claim_id, business_id, features, method, probability, near_business_id, near_probability, near_same_partner, explanation,
                decided_by, decided_at FROM link
            """)
        try add(
            "claim", "bbtbbiibbii",
            """
            SELECT id, partner_id, external_key, programme_id, import_id, line, version, content, as_sent, claimed_day, received_at FROM claim
            """)
        try add("owner", "btbbbiii", "SELECT id, name, nik_print, nik, phone, birth_day, sex, created_at FROM owner")
        try add("ownership", "bb", "SELECT business_id, owner_id FROM ownership")
        try add(
            "milestone", "btbittbbiiii",
            """
            SELECT business_id, kind, evidence_id, day, detail, evidence_kind, partner_id, programme_id, doubt, near_miss,
                near_miss_same_partner, recorded_at FROM milestone
            """)
        try add("standing", "btii", "SELECT business_id, region, rung, next_change FROM standing")
        // A counter that came to nothing says the same as none.
        try add(
            "counter", "bbitiiiiiiiii",
            """
            SELECT programme, partner, month, region, claimed, distinct_businesses, onboard, selling, growing, exporting, missing, surplus,
                variance
            FROM counter
            WHERE claimed <> 0 OR distinct_businesses <> 0 OR onboard <> 0 OR selling <> 0 OR growing <> 0 OR exporting <> 0
                OR missing <> 0 OR surplus <> 0 OR variance <> 0
            """)
        try add("overlap", "tbi", "SELECT region, partners, businesses FROM overlap WHERE businesses <> 0")
        try add("words", "bt", "SELECT id, words FROM business_words")
        try add("key", "ib", "SELECT key, id FROM match_key")
        if connection.dialect == .sqlite { try add("new key", "ib", "SELECT key, id FROM match_key_newest") }
        try add("enrolment", "bit", "SELECT business_id, person, cohort FROM test_enrolment")
        try add("listing", "bbtt", "SELECT id, business_id, channel, sku FROM test_listing")
        try add("order", "ib", "SELECT id, seller FROM test_order")
        return lines
    }
}
