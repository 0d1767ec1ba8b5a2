import Accounts
import Catalogue
import Foundation
import Journey
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("The pages of products and shops")
struct ProductPagesTests {
    private static let fields = [
        "title": "Keripik Tempe Pedas Renyah 250 g", "category": "makanan/keripik", "description": "Renyah dan pedas, isi 250 gram.",
        "weight": "300 g", "v0-row": "1", "v0-price": "15rb", "v0-stock": "12", "submission": "019abf3e-8c00-7a1b-9c55-0123456789ab",
        "revision": "0",
    ]

    /// One business, and an officer where it is.
    private func withBusiness(
        _ engine: TestEngine = .sqlite, _ body: @escaping @Sendable (LiveServer, Browser, String) async throws -> Void
    ) async throws {
        try await LiveServer.with(engine) { server in
            try await server.bring(PartnerList().adding(1, in: "Kota Bandung", "Jawa Barat"))
            let business = try #require(
                try await server.database.read { try $0.value("SELECT id FROM business", as: BusinessID.self) }
            ).description
            let browser = try await server.browser(.facilitator, Scope(region: RegionCode(rawValue: "32")))
            try await body(server, browser, business)
        }
    }

    private func add(_ browser: Browser, _ business: String, _ change: [String: String] = [:]) async throws -> String {
        let answer = try await browser.submit(
            Paths.products(business), Self.fields.merging(change) { $1 }, from: Paths.newProduct(business))
        return try #require(answer.location, "\(answer.status)")
    }

    @Test("a product is entered once, seen with its readiness, and the same form twice is one product", arguments: TestEngine.allCases)
    func enter(engine: TestEngine) async throws {
        try await withBusiness(engine) { server, browser, business in
            #expect(try await browser.get(Paths.products(business)).text.contains("Belum ada produk"))
            let address = try await add(browser, business)
            #expect(try await add(browser, business) == address)
            let list = try await browser.get(Paths.products(business)).text
            #expect(list.contains("Keripik Tempe Pedas Renyah 250 g") && list.contains("Rp15.000"))
            let page = try await browser.get(address).text
            #expect(page.contains("Belum ada foto. Tambahkan minimal 1 foto.") && page.contains("akan ditolak"))
            #expect(page.contains("Belum ada nomor sertifikat halal"))
            #expect(try await server.database.read { try $0.value("SELECT COUNT(*) FROM product", as: Int64.self) } == 1)
        }
    }

    @Test("what is wrong comes back beside what was typed, and nothing is stored")
    func wrong() async throws {
        try await withBusiness { server, browser, business in
            let answer = try await browser.submit(
                Paths.products(business), Self.fields.merging(["v0-price": "0", "title": "Kopi", "weight": "berat"]) { $1 },
                from: Paths.newProduct(business))
            #expect(answer.status == 422)
            #expect(
                answer.text.contains("Harga tidak boleh 0") && answer.text.contains("Tulis berat dalam gram")
                    && answer.text.contains("value=\"Kopi\""))
            #expect(try await server.database.read { try $0.value("SELECT COUNT(*) FROM product", as: Int64.self) } == 0)
        }
    }

    @Test("two who change one product at once: the second is told, and loses nothing that was typed")
    func overtaken() async throws {
        try await withBusiness { server, browser, business in
            let address = try await add(browser, business)
            let form = try await browser.get(address + "/ubah")
            let revision = try #require(form.text.firstMatch(of: /name="revision" value="(\d+)"/)).1
            let id = try #require(form.text.firstMatch(of: /name="v0-id" value="([^"]+)"/)).1
            let known = ["revision": String(revision), "v0-id": String(id)]
            func change(_ title: String) async throws -> Browser.Answer {
                try await browser.submit(
                    address + "/ubah",
                    Self.fields.merging(known) { $1 }.merging(["title": title, "submission": ProductID().description]) { $1 },
                    from: address + "/ubah")
            }
            #expect(try await change("Keripik Tempe Asin Renyah 250 g").status == 303)
            let late = try await change("Keripik Tempe Manis Renyah 250 g")
            #expect(late.status == 422 && late.text.contains("sudah diubah di tempat lain") && late.text.contains("Keripik Tempe Manis"))
            #expect(
                try await server.database.read { try $0.value("SELECT title FROM product", as: String.self) }
                    == "Keripik Tempe Asin Renyah 250 g")
        }
    }

    @Test("an account sees the products of the business that it looks after, and of no other")
    func keeper() async throws {
        try await withBusiness { server, browser, business in
            try await server.bring(PartnerList().adding(1, in: "Kota Semarang", "Jawa Tengah", from: 50), of: "dinas")
            let other = try #require(
                try await server.database.read {
                    try $0.rows("SELECT id FROM business") { try $0[0] as BusinessID }
                }.map(\.description).first { $0 != business })
            let member = try await server.owner()
            let owner = try await server.browser(of: member)
            #expect(try await owner.get(Paths.products(business)).status == 404)
            try await server.database.write(holding: .auditTrail) { connection in
                let id = try #require(BusinessID(business))
                try connection.addKeeper(member.id, to: id, by: nil, at: server.clock.now)
            }
            #expect(try await owner.get(Paths.office).text.contains(Paths.products(business)))
            #expect(try await owner.get(Paths.products(business)).status == 200)
            #expect(try await owner.get(Paths.products(other)).status == 404)
            #expect(try await browser.get(Paths.products(other)).status == 404)
            let address = try await add(owner, business)
            #expect(try await owner.get(address).status == 200)
            let stranger = address.replacing(business, with: other)
            #expect(try await owner.get(stranger).status == 404)
            #expect(try await server.browser().get(Paths.products(business)).status == 303)
        }
    }

    @Test("a sheet is tried first and stored when it is confirmed, once")
    func sheet() async throws {
        try await withBusiness { server, browser, business in
            let token = try #require(try await browser.get(Paths.productSheet(business)).formToken)
            let list = "Nama Produk;Varian;Harga\nKopi Gayo;;75rb\nKeripik;Asin;10000\nKeripik;Pedas;10000\nSambal;;0\n"
            let trial = try await browser.upload(
                Paths.productSheet(business), fields: ["token": token], fileName: "produk.csv", file: Data(list.utf8))
            #expect(trial.status == 200 && trial.text.contains("Simpan 2 produk") && trial.text.contains("Harga tidak boleh 0"))
            func count() async throws -> Int64? { try await server.database.read { try $0.value("SELECT COUNT(*) FROM product") } }
            #expect(try await count() == 0)
            let upload = String(try #require(trial.text.firstMatch(of: /name="upload" value="([^"]+)"/)).1)
            for _ in 0..<2 {
                #expect(try await browser.post(Paths.productSheet(business) + "/simpan", ["token": token, "upload": upload]).status == 303)
            }
            #expect(try await count() == 2)
            #expect(try server.files().isEmpty)
            let wrong = try await browser.upload(
                Paths.productSheet(business), fields: ["token": token], fileName: "x.csv", file: Data("a;b\n1;2\n".utf8))
            #expect(wrong.status == 422 && wrong.text.contains("Judul kolom tidak ditemukan"))
            let csv = try await browser.get(Paths.productSheetCSV(business)).text
            #expect(csv.contains("\"Kopi Gayo\""))
            #expect(try await browser.get(Paths.shopeeWorkbook(business)).status == 200)
        }
    }

    @Test("a bulk change is shown, then made")
    func bulk() async throws {
        try await withBusiness { server, browser, business in
            _ = try await add(browser, business)
            let token = try #require(try await browser.get(Paths.bulkEdit(business)).formToken)
            let fields = ["token": token, "change": "percent", "amount": "10", "q": "tempe"]
            let preview = try await browser.post(Paths.bulkEdit(business), fields)
            #expect(preview.text.contains("Rp16.500") && preview.text.contains("Ubah 1 produk"))
            let shown = String(try #require(preview.text.firstMatch(of: /name="shown" value="([^"]+)"/)).1)
            #expect(try await browser.post(Paths.bulkEdit(business), fields.merging(["shown": shown]) { $1 }).status == 303)
            #expect(try await server.database.read { try $0.value("SELECT price FROM variant", as: Int64.self) } == 16_500)
            #expect(try await browser.post(Paths.bulkEdit(business), fields.merging(["amount": "banyak"]) { $1 }).status == 422)
        }
    }

    @Test("only products shown on the public page are there for anybody, and only the ready ones in a feed")
    func publicPage() async throws {
        try await withBusiness { server, browser, business in
            let address = try await add(browser, business)
            let id = String(address.split(separator: "/").last ?? "")
            let stranger = server.browser()
            #expect(try await stranger.get(Paths.publicProduct(id)).status == 404)
            #expect(
                try await browser.submit(address + "/tayang", ["shop": "page", "wanted": "1"], from: address).status == 303)
            let page = try await stranger.get(Paths.publicProduct(id))
            #expect(page.status == 200 && page.text.contains("application/ld+json") && page.text.contains("\"priceCurrency\":\"IDR\""))
            let feed = try await stranger.get(Paths.feed(business, "google.xml")).text
            #expect(feed.contains("<rss") && !feed.contains("<item>"), "a product without a photo is not ready")
            #expect(try await stranger.get(Paths.feed(business, "x.xml")).status == 404)
            // Shown by hand on a channel: verified only by somebody of the programme.
            #expect(
                try await browser.submit(Paths.shops(business), ["channel": "shopee", "name": "Toko Bu Sri"], from: Paths.shops(business))
                    .status == 303)
            let shop = String(try #require(try await browser.get(Paths.shops(business)).text.firstMatch(of: /toko\/([0-9a-f-]{36})/)).1)
            let link = "https://shopee.co.id/product/1/2"
            #expect(
                try await browser.submit(address + "/tayang", ["shop": shop, "wanted": "1", "link": link], from: address).status == 303)
            #expect(try await stranger.get(Paths.publicProduct(id)).text.contains(link))
            let milestones = try await server.database.read {
                try $0.rows("SELECT detail FROM milestone WHERE kind = 'channel-verified'") { try $0[0] as String }
            }
            #expect(milestones.contains("shopee"))
            let script = try await browser.submit(
                address + "/tayang", ["shop": shop, "wanted": "1", "link": "javascript:alert(1)"], from: address)
            #expect(script.status == 400)
        }
    }

    @Test("stock is kept in the ledger, and the same form twice counts once")
    func stock() async throws {
        try await withBusiness { server, browser, business in
            let address = try await add(browser, business)
            let page = try await browser.get(address).text
            let variant = String(try #require(page.firstMatch(of: /<option value="([0-9a-f-]{36})">KERIPIK/)).1)
            let fields = ["variant": variant, "kind": "received", "count": "8", "submission": "a"]
            for _ in 0..<2 { #expect(try await browser.submit(address + "/stok", fields, from: address).status == 303) }
            #expect(try await server.database.read { try $0.value("SELECT on_hand FROM stock_level", as: Int64.self) } == 20)
            _ = try await browser.submit(address + "/stok", fields.merging(["count": "dua", "submission": "b"]) { $1 }, from: address)
            #expect(try await browser.get(address).text.contains("Tulis jumlahnya dengan angka"))
        }
    }
}
