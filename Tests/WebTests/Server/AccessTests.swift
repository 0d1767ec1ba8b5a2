import Accounts
import Journey
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("Who may open which page")
struct AccessTests {
    private static let unknown = "00000000-0000-7000-8000-000000000000"
    private static let officePages = [
        Paths.office, Paths.register, Paths.search, Paths.search + "?q=tempe", Paths.names(.nation, metric: "distinct"),
        Paths.business(unknown),
        Paths.comparison(unknown, unknown),
        Paths.imports, Paths.newImport, Paths.dataImport(unknown), Paths.mapping(ofImport: unknown), Paths.dryRun(ofImport: unknown),
        Paths.findingsCSV(ofImport: unknown), Paths.progress(ofImport: unknown), Paths.users,
    ]

    @Test("every page of the office sends whoever is not signed in to the door, and back afterwards")
    func signedOut() async throws {
        try await LiveServer.with { server in
            let browser = server.browser()
            for page in Self.officePages {
                let answer = try await browser.get(page)
                #expect(answer.status == 303, "\(page)")
                #expect(answer.location == Paths.with(Paths.staffSignIn, ["return": page]), "\(page)")
            }
            for form in [
                Paths.imports, Paths.register, Paths.mapping(ofImport: Self.unknown), Paths.dryRun(ofImport: Self.unknown), Paths.users,
                Paths.freezeBulletin,
            ] {
                #expect(try await browser.post(form, ["title": "x"]).status == 401, "\(form)")
            }
        }
    }

    @Test("a role opens its own pages and no others")
    func roles() async throws {
        try await LiveServer.with { server in
            let shopee = try await server.partner("shopee")
            let names = [Paths.search, Paths.names(.nation, metric: "distinct")]
            let imports = [Paths.imports, Paths.newImport]
            let rights: [(Role, Scope, open: [String], closed: [String])] = [
                (.officer, Scope(), names + imports, [Paths.users]),
                (.officer, Scope(region: RegionCode(rawValue: "32")), names, imports + [Paths.users]),
                (.partner, Scope(partner: shopee), names + imports, [Paths.users]),
                (.auditor, Scope(), names, imports + [Paths.users]),
                (.reviewer, Scope(), [], names + imports + [Paths.users]),
                (.administrator, Scope(), [Paths.users], names + imports),
                (.facilitator, Scope(region: RegionCode(rawValue: "32")), names, imports + [Paths.users]),
            ]
            for (number, (role, scope, open, closed)) in rights.enumerated() {
                let member =
                    try await role == .facilitator
                    ? server.facilitator(scope) : server.staff(role, scope, account: "akun.\(number)", name: "Akun \(number)")
                let browser = try await server.browser(of: member)
                for page in [Paths.office] + open { #expect(try await browser.get(page).status == 200, "\(role) \(page)") }
                for page in closed {
                    let answer = try await browser.get(page)
                    #expect(answer.status == 403, "\(role) \(page)")
                }
                // What does not exist, or must not be known to, is not found.
                let unknown = try await browser.get(Paths.business(Self.unknown)).status
                #expect(unknown == (open.contains(Paths.search) ? 404 : 403))
            }
        }
    }

    @Test(
        "an officer of one province sees no name of another, by list, by search, by address or as a relative",
        arguments: TestEngine.allCases)
    func regions(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            // One owner, known by her phone and name, has a business on either side of the border.
            let list = PartnerList()
                .adding(3, in: "Kota Bandung", "Jawa Barat").adding(3, in: "Kota Semarang", "Jawa Tengah", from: 100)
            try await server.bring(list)
            let relatives = PartnerList(header: PartnerList.header + ",nik")
                .adding("B1,Keripik Tempe Mekar Sari,Sulastri Wulandari,081234567890,Kota Bandung,Jawa Barat,12/08/2024,3273014101900001")
                .adding("S1,Batik Tulis Kencana Ungu,Sulastri Wulandari,081234567890,Kota Semarang,Jawa Tengah,12/08/2024,3273014101900001")
            try await server.bring(relatives)
            let west = try await server.browser(.officer, Scope(region: RegionCode(rawValue: "32")))
            let all = try await server.browser(of: server.staff(.officer, account: "pusat", name: "Pusat"))

            let whole = try await all.get(Paths.names(.nation, metric: "distinct"))
            #expect(whole.text.contains("Keripik Tempe Mekar Sari") && whole.text.contains("Batik Tulis Kencana Ungu"))
            let central = try #require(whole.text.firstMatch(of: /href="(\/office\/businesses\/[^"]+)">Batik Tulis Kencana Ungu/)).1
            let western = try #require(whole.text.firstMatch(of: /href="(\/office\/businesses\/[^"]+)">Keripik Tempe Mekar Sari/)).1
            #expect(try await all.get(String(central)).status == 200)
            // The example is worth its name only if the two have one owner.
            #expect(try await all.get(String(western)).text.contains("Batik Tulis Kencana Ungu"))

            for page in [
                Paths.names(.nation, metric: "distinct"), Paths.names(.nation, metric: "claimed"), Paths.search + "?q=batik",
                Paths.names(RegionCode(rawValue: "33"), metric: "distinct"), Paths.names(RegionCode(rawValue: "33.74"), metric: "distinct"),
                Paths.search + "?q=081234567890", Paths.search + "?q=semarang", Paths.search + "?q=sulastri", String(western),
            ] {
                let answer = try await west.get(page)
                #expect(answer.status == 200, "\(page)")
                #expect(!answer.text.contains("Batik Tulis"), "\(page)")
                #expect(!answer.text.contains("Semarang</td>"), "\(page)")
            }
            #expect(try await west.get(Paths.names(.nation, metric: "distinct")).text.contains("Keripik Tempe Mekar Sari"))
            #expect(try await west.get(Paths.search + "?q=081234567890").text.contains("Keripik Tempe Mekar Sari"))
            #expect(try await west.get(String(central)).status == 404)
        }
    }

    @Test("a partner reads its own rows and not those of others", arguments: TestEngine.allCases)
    func partners(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let row = "Keripik Tempe Mekar Sari,Sulastri Wulandari,081234567890,Kota Bandung,Jawa Barat,12/08/2024"
            let ofShopee = try await server.bring(PartnerList().adding("kunci-shopee,\(row)"))
            let ofDinas = try await server.bring(
                PartnerList().adding("kunci-dinas,\(row)").adding("D2,Batik Kencana,Joko Susilo,081399999999,Kota Bandung,Jawa Barat,"),
                of: "dinas")
            let partner = try await server.browser(.partner, Scope(partner: server.partner("shopee")))

            let names = try await partner.get(Paths.names(.nation, metric: "distinct")).text
            #expect(names.contains("Keripik Tempe"))
            #expect(!names.contains("Batik Kencana"))
            let address = try #require(names.firstMatch(of: /href="(\/office\/businesses\/[^"]+)"/)).1
            let page = try await partner.get(String(address)).text
            #expect(page.contains("kunci-shopee"))
            #expect(!page.contains("kunci-dinas"))

            #expect(try await partner.get(Paths.dataImport(ofShopee.id.description)).status == 200)
            #expect(try await partner.get(Paths.dataImport(ofDinas.id.description)).status == 404)
            #expect(try await partner.get(Paths.findingsCSV(ofImport: ofDinas.id.description)).status == 404)
            let lists = try await partner.get(Paths.imports).text
            #expect(lists.contains("shopee.csv") && !lists.contains("dinas.csv"))
        }
    }

    @Test("reading names leaves a trace that the business's page shows and that nobody can change unseen", arguments: TestEngine.allCases)
    func readings(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await server.bring(PartnerList().adding(2, in: "Kota Bandung", "Jawa Barat"))
            let officer = try await server.staff(.officer, name: "Sari Dewi")
            let browser = try await server.browser(of: officer)
            func entries() async throws -> Int {
                try await server.database.read { try $0.auditEntries(by: officer.id, limit: 1000) }.count { $0.action == .read }
            }
            let names = try await browser.get(Paths.names(.nation, metric: "distinct"))
            #expect(try await entries() == 2)
            let address = String(try #require(names.text.firstMatch(of: /href="(\/office\/businesses\/[^"]+)"/)).1)
            let page = try await browser.get(address)
            #expect(page.text.contains("Sari Dewi"))
            #expect(page.text.contains("Petugas"))
            #expect(page.text.contains("Akun terverifikasi di Shopee"))
            #expect(try await entries() == 3)
            _ = try await browser.get(Paths.search + "?q=tidakada")
            #expect(try await entries() == 3)

            let auditor = try await server.browser(.auditor)
            let seen = try await auditor.get(address).text
            #expect(seen.contains("Auditor"))
            guard case .intact = try await server.database.read({ try $0.verifyAudit() }) else {
                Issue.record("the trail does not hold")
                return
            }
        }
    }
}
