import Accounts
import MarketplaceSimulator
import Marketplaces
import Storage
import StorageTesting
import Testing

@testable import Catalogue
@testable import Sales

@Suite("A shop on TikTok Shop and Tokopedia")
struct TikTokShopTests {
    private static let title = "Keripik Tempe Renyah Bu Sri 250 gram"

    private func withStall(
        _ engine: TestEngine = .sqlite, _ body: @escaping @Sendable (Market, BusinessID, Market.Stall) async throws -> Void
    ) async throws {
        try await Market.with(engine) { market in
            let business = try await market.business()
            try await body(market, business, try await market.open(.tikTokShop, of: business))
        }
    }

    @Test("a product is looked at before it is live, and then the channel counts as verified", arguments: TestEngine.allCases)
    func publish(engine: TestEngine) async throws {
        try await withStall(engine) { market, business, stall in
            let product = try await market.add(Self.title, sku: "KT", options: ["Asin", "Pedas"], of: business, in: [stall])
            #expect(try await market.round.go(stall.shop)?.listings.added == 1)
            #expect(try await market.listing(product)?.state == .reviewing)
            let milestones: @Sendable () async throws -> [String] = {
                try await market.database.read { try $0.rows("SELECT detail FROM milestone") { try $0[0] as String } }
            }
            #expect(try await milestones() == [])
            market.clock.advance(by: 60)
            _ = try await market.round.go(stall.shop)
            #expect(try await market.listing(product)?.state == .live)
            #expect(try await milestones() == ["tiktok-shop"])
            #expect(await market.tikTokShop.stocks(of: stall.number) == ["KT-Asin": 20, "KT-Pedas": 20])
            #expect(try await market.round.go(stall.shop)?.listings == Publisher.Report())
            #expect(await market.tikTokShop.count(sku: "KT-Asin", in: stall.number) == 1)
        }
    }

    @Test("what the channel refuses after looking tells why, and a changed product is sent again")
    func refused() async throws {
        try await withStall { market, business, stall in
            let product = try await market.add("Keripik Tempe Palsu Bu Sri 250 gram", sku: "KT", of: business, in: [stall])
            _ = try await market.round.go(stall.shop)
            market.clock.advance(by: 60)
            _ = try await market.round.go(stall.shop)
            let refused = try #require(try await market.listing(product))
            #expect(refused.state == .refused && refused.reason == "Product name: Counterfeit goods are not allowed.")
            let calls = await market.tikTokShop.calls
            _ = try await market.round.go(stall.shop)
            #expect(await market.tikTokShop.calls["PUT /product/202309/products/\(refused.reference ?? "")"] == nil)
            #expect(await market.tikTokShop.calls["POST /product/202309/products"] == calls["POST /product/202309/products"])
            try await market.database.write { [now = market.now] connection in
                var changed = try connection.product(product.id, of: business)
                changed.title = Self.title
                _ = try connection.save(changed, at: now)
            }
            _ = try await market.round.go(stall.shop)
            market.clock.advance(by: 60)
            _ = try await market.round.go(stall.shop)
            #expect(try await market.listing(product)?.state == .live)
        }
    }

    @Test("an order of Tokopedia comes over the same shop, its pieces become quantities, and it is handed over")
    func order() async throws {
        try await withStall { market, business, stall in
            try await market.add(Self.title, sku: "KT", of: business, in: [stall])
            _ = try await market.round.go(stall.shop)
            market.clock.advance(by: 60)
            _ = try await market.round.go(stall.shop)
            let number = try await market.tikTokShop.buy([("KT", 3)], in: stall.number, onTokopedia: true)
            _ = try await market.round.go(stall.shop)
            let first = try #require(try await market.database.read { try $0.orders(of: business, limit: 1).first })
            #expect(first.channel == .tokopedia && first.state == .unpaid && first.buyer == nil)
            #expect(try await market.database.read { try $0.lines(of: [first.id]) }[first.id]?.map(\.quantity) == [3])
            #expect(try await market.level("KT", of: business)?.available == 17)

            market.clock.advance(by: 5)
            await market.tikTokShop.advance(number, in: stall.number, to: "AWAITING_SHIPMENT")
            _ = try await market.round.go(stall.shop)
            let paid = try #require(try await market.database.read { try $0.order(first.id) })
            #expect(paid.state == .paid && paid.destination == "Kota Semarang" && paid.total == 54_000)
            let sold = try await market.database.read { try $0.value("SELECT detail FROM milestone WHERE kind = 'sold'", as: String.self) }
            #expect(sold == "tokopedia")
            market.clock.advance(by: 5)
            let desk = OrderDesk(market.database, clients: market.shops.clients, now: { market.now })
            #expect(try await desk.carryOut(.ship(trackingNumber: nil), on: paid)?.state == .packed)
            await #expect(throws: ChannelFailure.self) { try await desk.carryOut(.cancel(.outOfStock), on: paid) }
        }
    }

    @Test("what stands there already is adopted by the seller’s code of a variant")
    func adopt() async throws {
        try await withStall { market, business, stall in
            let product = try await market.add(Self.title, sku: "KT", options: ["Asin", "Pedas"], of: business, in: [stall])
            _ = try await market.round.go(stall.shop)
            // What the program knew of it is lost; the product stands there.
            try await market.database.write { connection in
                try connection.run("DELETE FROM listing_variant")
                try connection.run("UPDATE listing SET reference = NULL, state = NULL, published_revision = NULL")
            }
            market.clock.advance(by: 60)
            let report = try await market.round.go(stall.shop)
            #expect(report?.listings.adopted == 1 && report?.listings.added == 0)
            #expect(try await market.listing(product)?.state == .live)
            #expect(await market.tikTokShop.count(sku: "KT-Asin", in: stall.number) == 1)
        }
    }

    @Test("a part that fails inside an answer of success is noticed and sent again")
    func partialFailure() async throws {
        try await withStall { market, business, stall in
            try await market.add(Self.title, sku: "KT", of: business, in: [stall])
            _ = try await market.round.go(stall.shop)
            market.clock.advance(by: 60)
            _ = try await market.round.go(stall.shop)
            var faults = Faults.none
            faults.partialFailures = 1
            await market.tikTokShop.set(faults)
            try await market.database.write { [now = market.now] connection in
                let variant = try #require(try connection.value("SELECT id FROM variant", as: VariantID.self))
                try connection.move(StockMovement(.received, 5, of: variant, reference: "more", by: nil), at: now)
            }
            #expect(try await market.round.go(stall.shop)?.listings.failed == 1)
            #expect(await market.tikTokShop.stocks(of: stall.number) == ["KT": 20])
            await market.tikTokShop.set(.none)
            #expect(try await market.round.go(stall.shop)?.listings.variants == 1)
            #expect(await market.tikTokShop.stocks(of: stall.number) == ["KT": 25])
        }
    }

    @Test("tokens that ran out are renewed on the way, and a permission taken back is noted")
    func tokens() async throws {
        try await withStall { market, business, stall in
            market.clock.advance(by: 8 * 86_400)
            #expect(try await market.round.go(stall.shop) != nil)
            #expect(await market.tikTokShop.calls["GET /api/v2/token/refresh"] == 1)
            await market.tikTokShop.revoke(stall.number)
            await #expect(throws: ChannelFailure.self) { try await market.round.go(stall.shop) }
            #expect(try await market.database.read { try $0.shop(stall.shop) }.state == .disconnected)
            try await market.connect(.tikTokShop, stall.name, of: business)
            #expect(try await market.round.go(stall.shop) != nil)
        }
    }
}
