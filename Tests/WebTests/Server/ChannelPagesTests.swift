import Accounts
import Foundation
import Journey
import MarketplaceSimulator
import Marketplaces
import Nusantara
import Registry
import Sales
import Storage
import StorageTesting
import Testing

@testable import Catalogue
@testable import Web

@Suite("The pages of channels and orders")
struct ChannelPagesTests {
    /// One business with a product that is ready for Shopee, a shop there, and an officer where it is.
    private func withShop(
        _ engine: TestEngine = .sqlite,
        _ body: @escaping @Sendable (LiveServer, Browser, _ business: String, SimulatedShopee, _ shop: Int) async throws -> Void
    ) async throws {
        // It stands still, like that of the server: what happens at the channel never lies in the server's future.
        let start = Date().timeIntervalSince1970
        let clock = SimulatorClock { start }
        let shopee = SimulatedShopee(key: SimulatedConnections.shopeeKey, clock: clock)
        let shop = await shopee.openShop(named: "Keripik Bu Sri")
        try await LiveServer.with(engine, shopee: shopee) { server in
            try await server.bring(PartnerList().adding(1, in: "Kota Bandung", "Jawa Barat"))
            let business = try #require(
                try await server.database.read { try $0.value("SELECT id FROM business", as: BusinessID.self) }
            ).description
            try await server.database.write { try $0.mapCategory("makanan", to: "100629", on: .shopee) }
            let browser = try await server.browser(.officer, Scope(region: RegionCode(rawValue: "32")))
            // What was added to a new item must be five seconds old before its variations come; a product without them needs no waiting.
            try await body(server, browser, business, shopee, shop)
        }
    }

    /// Goes to the channel and back, as the owner would who agrees there.
    private func connect(_ browser: Browser, _ business: String, _ shopee: SimulatedShopee, _ server: LiveServer) async throws
        -> Browser.Answer
    {
        let out = try await browser.submit(Paths.connectShop(business, "shopee"), [:], from: Paths.connectShop(business, "shopee"))
        let link = try #require(out.location)
        #expect(link.hasPrefix("http://shopee.example/api/v2/shop/auth_partner?"))
        let answer = await shopee.answer(
            ArrivedRequest(method: "GET", target: String(link.dropFirst("http://shopee.example".count)), headers: [:], body: []))
        let back = try #require(answer.headers["location"])
        #expect(back.hasPrefix("https://127.0.0.1:\(server.port)/kanal/shopee/sambung?state="))
        return try await browser.get(String(back.dropFirst("https://127.0.0.1:\(server.port)".count)))
    }

    private func addProduct(_ server: LiveServer, _ business: String) async throws {
        let id = try #require(BusinessID(business))
        var draft = ProductDraft()
        (draft.title, draft.sku, draft.description) = ("Keripik Tempe Renyah", "KT", "Renyah, dari bahan pilihan.")
        (draft.category, draft.weight) = ("makanan/keripik", "250 g")
        var variant = VariantDraft()
        (variant.sku, variant.price, variant.cost, variant.stock) = ("KT", "15000", "9000", "20")
        draft.variants = [variant]
        let reading = draft.reading(for: id)
        let product = try #require(reading.product)
        let now = server.clock.now
        try await server.database.write { connection in
            let saved = try connection.save(product, stock: reading.stock, submission: "1", by: nil, at: now)
            let photo = PreparedPhoto(content: [0xFF, 0xD8, 0xFF, 0xE0], thumbnail: [0xFF, 0xD8, 0xFF], width: 800, height: 800)
            try connection.addPhoto(photo, digest: [1], to: saved.id, at: now)
            for shop in try connection.shops(of: id) { try connection.want(true, saved.id, in: shop.id, at: now) }
            try connection.askForRounds(of: id, at: now)
        }
    }

    @Test("an owner agrees at the channel, products go there, an order comes back and is sent", arguments: TestEngine.allCases)
    func whole(engine: TestEngine) async throws {
        try await withShop(engine) { server, browser, business, shopee, shop in
            let back = try await connect(browser, business, shopee, server)
            #expect(back.location == Paths.shops(business))
            #expect(try await browser.get(Paths.shops(business)).text.contains("Keripik Bu Sri"))
            try await addProduct(server, business)
            try await server.work()
            #expect(await shopee.stocks(of: shop) == ["KT": 20])

            let address = "https://127.0.0.1:\(server.port)" + Paths.pushes("shopee")
            await shopee.push(to: address)
            let number = try await shopee.buy([("KT", 2)], in: shop)
            await shopee.advance(number, in: shop, to: "READY_TO_SHIP")
            await shopee.deliver { body, headers in
                try? await server.browser().send("POST", Paths.pushes("shopee"), headers, body: Data(body)).status
            }
            #expect(await shopee.waitingPushes == 0)
            try await server.work()
            let list = try await browser.get(Paths.orders(business)).text
            #expect(list.contains("1 menunggu Anda, dari 1 pesanan.") && list.contains("2 × Keripik Tempe Renyah"))

            let order = try #require(try await server.database.read { try $0.orders(of: BusinessID(business)!, limit: 1).first })
            let path = Paths.order(order.id.description, of: business)
            let sent = try await browser.submit(Paths.order(order.id.description, of: business, "kirim"), ["tracking": ""], from: path)
            #expect(sent.location == path)
            #expect(await shopee.statuses(of: shop)[number] == "PROCESSED")
            #expect(try await browser.get(path).text.contains("dikemas"))
            // What is packed cannot be cancelled any more; the channel's own words come back.
            await shopee.advance(number, in: shop, to: "SHIPPED")
            let late = try await browser.get(Paths.orders(business)).text
            #expect(late.contains("0 menunggu Anda"))
        }
    }

    @Test("what a channel refuses about an order is told in its own words")
    func refusedAct() async throws {
        try await withShop { server, browser, business, shopee, shop in
            _ = try await connect(browser, business, shopee, server)
            try await addProduct(server, business)
            try await server.work()
            let number = try await shopee.buy([("KT", 1)], in: shop)
            await shopee.advance(number, in: shop, to: "READY_TO_SHIP")
            try await server.database.write { connection in
                for shop in try connection.connectedShops() { try connection.askForRound(of: shop, at: server.clock.now) }
            }
            try await server.work()
            let order = try #require(try await server.database.read { try $0.orders(of: BusinessID(business)!, limit: 1).first })
            await shopee.advance(number, in: shop, to: "SHIPPED")
            let path = Paths.order(order.id.description, of: business)
            let answer = try await browser.submit(
                Paths.order(order.id.description, of: business, "batal"), ["reason": "out-of-stock"], from: path)
            #expect(answer.status == 422 && answer.text.contains("Shopee menolak: Can not cancel this order"))
        }
    }

    @Test("a ticket works for whoever set out, for half an hour, and nobody can write one")
    func tickets() async throws {
        try await withShop { server, browser, business, shopee, shop in
            let out = try await browser.submit(Paths.connectShop(business, "shopee"), [:], from: Paths.connectShop(business, "shopee"))
            let link = try #require(out.location?.removingPercentEncoding)
            let state = String(try #require(link.firstMatch(of: /state=([0-9a-f]+)/)).1)
            let code = await shopee.consent(of: shop)
            let query = "code=\(code)&shop_id=\(shop)"
            let stranger = try await server.browser(.facilitator, Scope(region: RegionCode(rawValue: "32")))
            #expect(try await stranger.get(Paths.consent("shopee") + "?state=\(state)&\(query)").status == 400)
            #expect(try await browser.get(Paths.consent("shopee") + "?state=00\(state.dropFirst(2))&\(query)").status == 400)
            #expect(try await browser.get(Paths.consent("shopee") + "?state=zz&\(query)").status == 400)
            server.clock.advance(by: .seconds(1801))
            #expect(try await browser.get(Paths.consent("shopee") + "?state=\(state)&\(query)").status == 400)
            #expect(try await server.database.read { try $0.shops(of: BusinessID(business)!) } == [])
        }
    }

    @Test("a push is stored once, and one that is unsigned, wrongly signed, too large or years old changes nothing")
    func pushes() async throws {
        try await withShop { server, _, _, _, _ in
            let nobody = server.browser()
            let path = Paths.pushes("shopee")
            let address = "https://127.0.0.1:\(server.port)" + path
            func sign(_ body: String) -> [String: String] {
                ["authorization": ShopeeSignature.push(url: address, body: Array(body.utf8), key: SimulatedConnections.shopeeKey)]
            }
            let now = server.clock.now.secondsSince1970
            let body = #"{"code":3,"shop_id":7,"timestamp":\#(now),"data":{"ordersn":"A1","status":"UNPAID","update_time":\#(now)}}"#
            for _ in 0..<2 { #expect(try await nobody.send("POST", path, sign(body), body: Data(Array(body.utf8))).status == 200) }
            #expect(try await nobody.send("POST", path, [:], body: Data(Array(body.utf8))).status == 401)
            #expect(try await nobody.send("POST", path, ["authorization": "00"], body: Data(Array(body.utf8))).status == 401)
            let old = #"{"code":3,"shop_id":7,"timestamp":1600000000,"data":{"ordersn":"A2"}}"#
            #expect(try await nobody.send("POST", path, sign(old), body: Data(Array(old.utf8))).status == 200)
            #expect(try await nobody.send("POST", path, sign("<html>"), body: Data(Array("<html>".utf8))).status == 200)
            #expect(try await nobody.send("POST", path, [:], body: Data(repeating: 0x20, count: 2 << 20)).status == 413)
            #expect(try await nobody.send("POST", Paths.pushes("blibli"), [:], body: Data(body.utf8)).status == 404)
            #expect(try await nobody.send("POST", Paths.pushes("blanko"), [:], body: Data(body.utf8)).status == 404)
            #expect(
                try await server.database.read { try $0.rows("SELECT reference FROM channel_push") { try $0[0] as String } } == ["A1"])
            // A push for a shop that nobody connected is looked at, and says so.
            try await server.work()
            let failure = try await server.database.read { try $0.value("SELECT failure FROM channel_push", as: String.self) }
            #expect(failure?.contains("no shop is connected") == true)
        }
    }

    @Test("the health of the channels is seen by region, and shops that need somebody by those who may see names")
    func health() async throws {
        try await withShop { server, browser, business, shopee, shop in
            _ = try await connect(browser, business, shopee, server)
            await shopee.revoke(shop)
            try await server.work()
            let page = try await browser.get(Paths.channelHealth).text
            #expect(page.contains("Toko yang perlu dilihat") && page.contains("sambungan putus") && page.contains("Invalid"))
            let elsewhere = try await server.browser(.facilitator, Scope(region: RegionCode(rawValue: "33")))
            #expect(!(try await elsewhere.get(Paths.channelHealth).text).contains("Toko yang perlu dilihat"))
            #expect(try await elsewhere.get(Paths.channelHealth + "?region=32").status == 403)
            #expect(try await elsewhere.get(Paths.orders(business)).status == 404)
            // Its owner comes back, and it works again.
            _ = try await connect(browser, business, shopee, server)
            #expect(try await browser.get(Paths.shops(business)).text.contains("tersambung"))
            let id = try #require(try await server.database.read { try $0.connectedShops().first }).description
            _ = try await browser.submit(Paths.shop(id, of: business, "putus"), [:], from: Paths.shop(id, of: business))
            #expect(try await server.database.read { try $0.connectedShops() } == [])
        }
    }
}
