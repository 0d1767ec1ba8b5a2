import Accounts
import Foundation
import Journey
import Nusantara
import Registry
import Simulation
import Storage
import StorageTesting
import Testing

@Suite("Importing a list")
struct ListImportTests {
    static let header = "id,nama usaha,nama pemilik,no hp,kab/kota,provinsi,tanggal gabung"

    @Test("rows become claims, claims become businesses, and the counts say so", arguments: TestEngine.allCases)
    func counted(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            let shopee = try fixture.write(
                "shopee.csv", Self.header, "S1,Keripik Tempe Mekar Sari,Siti Rahayu,081234567890,Kota Bandung,Jawa Barat,12/08/2024",
                "S2,Batik Parang Kencana,Joko Susilo,081234567891,Kota Surakarta,Jawa Tengah,01/02/2023")
            let result = try await fixture.bring(shopee, of: "shopee")
            #expect(result.state == .done)
            #expect(result.tally.created == 2)
            #expect(result.tally.newBusinesses == 2)

            let tokopedia = try fixture.write(
                "tokopedia.csv", Self.header,
                "T9,KRIPIK TEMPE \"MEKAR SARI\",Hj. Siti Rahayu,+62 812-3456-7890,Bandung,Jawa Barat,03/03/2025",
                "T10,Sambal Bu Rudi Jaya,Rudi Hartono,081333333333,Kota Surabaya,Jawa Timur,05/05/2025")
            let second = try await fixture.bring(tokopedia, of: "tokopedia")
            #expect(second.tally.linked == 1)
            #expect(second.tally.newBusinesses == 1)

            let counts = try await fixture.counts()
            #expect(counts.claimed == 4)
            #expect(counts.distinct == 3)
            #expect(counts.onboard == 3)
            #expect(try await fixture.counts(Cell(region: RegionCode(rawValue: "32.73"))).distinct == 1)
            #expect(try await fixture.database.read { try $0.recount() }.isEqual)
        }
    }

    @Test("the same list again changes nothing, and a changed row changes only itself", arguments: TestEngine.allCases)
    func repeated(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            let rows = [
                "S1,Keripik Mekar Sari,Siti Rahayu,081234567890,Kota Bandung,Jawa Barat,12/08/2024",
                "S2,Batik Kencana,Joko Susilo,081234567891,Kota Surakarta,Jawa Tengah,01/02/2023",
            ]
            let file = try fixture.write("list.csv", Self.header, rows[0], rows[1])
            try await fixture.bring(file, of: "shopee")
            let first = try await fixture.counts()
            let again = try await fixture.bring(file, of: "shopee")
            #expect(again.tally.unchanged == 2)
            #expect(again.tally.created + again.tally.changed == 0)
            #expect(try await fixture.counts() == first)

            let mended = try fixture.write("list.csv", Self.header, rows[0], rows[1].replacing("Kencana", with: "Kencana Wungu"))
            let third = try await fixture.bring(mended, of: "shopee")
            #expect(third.tally.changed == 1)
            #expect(third.tally.unchanged == 1)
            #expect(try await fixture.counts() == first)
            let versions = try await fixture.database.read { try $0.value("SELECT COUNT(*) FROM claim_version", as: Int.self) }
            #expect(versions == 1)
            #expect(try await fixture.database.read { try $0.recount() }.isEqual)
        }
    }

    @Test("a dry run says what would happen and stores nothing", arguments: TestEngine.allCases)
    func dryRun(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            let file = try fixture.write(
                "list.csv", Self.header, "S1,Keripik Mekar,Siti,0812,Bandung,Jawa Barat,12/08/2024", "S2,,,081234567891,Solo,,")
            let partner = try #require(try await fixture.database.read { try $0.partner(code: "shopee") })
            let mapping = try await fixture.importer.recognise(file, of: partner.id).mapping
            var findings: [Finding] = []
            let tally = try await fixture.importer.check(
                file, of: partner, mapping: mapping, day: RegistryFixture.today, findings: { findings += $0 })
            #expect(tally.created == 1)
            #expect(tally.refused == 1)
            #expect(findings.contains { $0.line == 3 && $0.refusesRow && $0.notice.code == "row.unnamed" })
            #expect(findings.contains { $0.line == 2 && $0.column == "no hp" })
            #expect(findings.contains { $0.line == 2 && $0.column == "kab/kota" && $0.notice.code == "region.ambiguous" })
            #expect(try await fixture.counts().isZero)
            #expect(try await fixture.database.read { try $0.value("SELECT COUNT(*) FROM claim", as: Int.self) } == 0)
        }
    }

    @Test("a row about a business that stands above in the same list is left out and reported")
    func repeatedRow() async throws {
        try await RegistryFixture.with(.sqlite) { fixture in
            let file = try fixture.write(
                "list.csv", Self.header, "S1,Keripik Mekar,Siti,081234567890,Kota Bandung,Jawa Barat,", "S2,Lain,Budi,,,,",
                "S1,Keripik Mekar Baru,Siti,081234567890,Kota Bandung,Jawa Barat,")
            let result = try await fixture.bring(file, of: "shopee")
            #expect(result.tally.created == 2)
            #expect(result.tally.refused == 1)
            let findings = try await fixture.database.read { try $0.findings(of: result.id) }
            #expect(findings.contains { $0.line == 4 && $0.notice.code == "row.repeated" })
            // The second upload must not flip between the two rows.
            let again = try await fixture.bring(file, of: "shopee")
            #expect(again.tally.changed == 0)
        }
    }

    @Test("a file that is no list fails with one sentence and leaves nothing", arguments: TestEngine.allCases)
    func noList(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            let file = try fixture.write("list.csv", "%PDF-1.7", "1 0 obj")
            await #expect(throws: ImportError.self) { try await fixture.receive(file, of: "shopee") }
            #expect(try await fixture.database.read { try $0.listImports() }.isEmpty)
        }
    }

    @Test("a file that turns out to be no list behind good rows leaves nothing")
    func noListAfterAll() async throws {
        try await RegistryFixture.with(.sqlite) { fixture in
            var fixture = fixture
            fixture.chunkRows = 64
            let good = (1...250).map { "S\($0),Keripik Mekar \($0),Siti,,Kota Bandung,Jawa Barat," }
            let file = try fixture.write("list.csv", Self.header, good.joined(separator: "\n"), String(repeating: "x", count: 1_100_000))
            let received = try await fixture.receive(file, of: "shopee")
            let result = try await fixture.importer.run(received.id, file: file)
            #expect(result.state == .failed)
            #expect(result.failureEnglish?.isEmpty == false)
            #expect(try await fixture.counts().isZero)
            #expect(try await fixture.database.read { try $0.value("SELECT COUNT(*) FROM claim", as: Int.self) } == 0)
        }
    }

    @Test("an import stopped after any chunk and started again ends as one that was not", arguments: TestEngine.allCases)
    func interrupted(engine: TestEngine) async throws {
        struct Killed: Error {}
        let population = SimulatedPopulation(SimulationSettings(seed: 5, businesses: 300, today: RegistryFixture.today))
        func state(of fixture: RegistryFixture) async throws -> [String] {
            try await fixture.database.read { connection in
                try connection.rows(
                    """
                    SELECT c.external_key, b.name, b.region, l.method FROM claim c JOIN link l ON l.claim_id = c.id
                    JOIN business b ON b.id = l.business_id ORDER BY c.external_key
                    """
                ) { row in [try row.text(at: 0), try row.text(at: 1), try row.text(at: 2), try row.text(at: 3)].joined(separator: "|") }
            }
        }
        let whole = try await RegistryFixture.with(engine) { fixture in
            var fixture = fixture
            fixture.chunkRows = 32
            let list = try writeList(.shopee, of: population, to: fixture.folder)
            try await fixture.bring(list.path, of: "shopee")
            return (try await state(of: fixture), try await fixture.counts())
        }
        let broken = try await RegistryFixture.with(engine) { fixture in
            var fixture = fixture
            fixture.chunkRows = 32
            let list = try writeList(.shopee, of: population, to: fixture.folder)
            let received = try await fixture.receive(list.path, of: "shopee")
            var attempts = 0
            while true {
                attempts += 1
                do {
                    let result = try await fixture.importer.run(received.id, file: list.path) { _ in throw Killed() }
                    #expect(result.state == .done)
                    break
                } catch is Killed {
                    continue
                }
            }
            #expect(attempts > 3)
            return (try await state(of: fixture), try await fixture.counts())
        }
        // Keys of rows without an id depend on the vault of the run, which differs; everything else must agree.
        func withoutKeys(_ rows: [String]) -> [String] {
            rows.map { $0.hasPrefix("~") ? String($0.drop { $0 != "|" }) : $0 }.sorted()
        }
        #expect(withoutKeys(whole.0) == withoutKeys(broken.0))
        #expect(whole.1.claimed == broken.1.claimed)
        #expect(whole.1 == broken.1)
    }

    @Test("two imports at once leave counts that equal a recount", arguments: TestEngine.allCases)
    func atOnce(engine: TestEngine) async throws {
        let population = SimulatedPopulation(SimulationSettings(seed: 6, businesses: 250, today: RegistryFixture.today))
        try await RegistryFixture.with(engine) { fixture in
            var fixture = fixture
            fixture.chunkRows = 40
            let lists = try writeLists(of: population, to: fixture.folder, partners: [.shopee, .tokopedia, .gofood])
            try await withThrowingTaskGroup(of: Void.self) { [fixture] group in
                for list in lists {
                    group.addTask { try await fixture.bring(list.path, of: list.partner.code) }
                }
                try await group.waitForAll()
            }
            let recount = try await fixture.database.read { try $0.recount() }
            #expect(recount.isEqual)
            #expect(recount.businesses > 100)
            let claims = try await fixture.database.read { try $0.value("SELECT COUNT(*) FROM claim", as: Int64.self) }
            #expect(try await fixture.counts().claimed == claims)
        }
    }
}
