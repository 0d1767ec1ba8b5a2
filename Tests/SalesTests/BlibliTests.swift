import Accounts
import MarketplaceSimulator
import Marketplaces
import Storage
import StorageTesting
import Testing

@testable import Catalogue
@testable import Sales

@Suite("A store on Blibli")
struct BlibliTests {
    private func withStall(
        _ engine: TestEngine = .sqlite, _ body: @escaping @Sendable (Market, BusinessID, Market.Stall) async throws -> Void
    ) async throws {
        try await Market.with(engine) { market in
            let business = try await market.business()
            try await body(market, business, try await market.open(.blibli, of: business))
        }
    }

    @Test("a new product waits in the queue, is looked at, and is live once", arguments: TestEngine.allCases)
    func publish(engine: TestEngine) async throws {
        try await withStall(engine) { market, business, stall in
            let product = try await market.add("Keripik Tempe Renyah", sku: "KT", options: ["Asin", "Pedas"], of: business, in: [stall])
            _ = try await market.round.go(stall.shop)
            let queued = try #require(try await market.listing(product))
            #expect(queued.state == .reviewing && queued.reference?.hasPrefix("queued/") == true)
            market.clock.advance(by: 30)
            _ = try await market.round.go(stall.shop)
            #expect(try await market.listing(product)?.state == .reviewing)
            market.clock.advance(by: 200)
            _ = try await market.round.go(stall.shop)
            let live = try #require(try await market.listing(product))
            #expect(live.state == .live && live.reference?.hasPrefix(stall.name) == true)
            #expect(await market.blibli.stocks(of: stall.name) == ["KT-Asin": 20, "KT-Pedas": 20])
            #expect(await market.blibli.count(sku: "KT-Asin", in: stall.name) == 1)
            #expect(try await market.database.read { try $0.value("SELECT detail FROM milestone", as: String.self) } == "blibli")
            #expect(try await market.round.reconcile(stall.shop) == [])
        }
    }

    @Test("what needs correction tells why")
    func refused() async throws {
        try await withStall { market, business, stall in
            let product = try await market.add("Keripik Tempe Palsu", sku: "KT", of: business, in: [stall])
            _ = try await market.round.go(stall.shop)
            market.clock.advance(by: 300)
            _ = try await market.round.go(stall.shop)
            let refused = try #require(try await market.listing(product))
            #expect(refused.state == .refused && refused.reason == "Produk tiruan tidak boleh dijual.")
        }
    }

    @Test("an item of an order comes by push and by list, moves on, and is handed over with its tracking number")
    func order() async throws {
        try await withStall { market, business, stall in
            try await market.add("Keripik Tempe Renyah", sku: "KT", of: business, in: [stall])
            _ = try await market.round.go(stall.shop)
            market.clock.advance(by: 300)
            _ = try await market.round.go(stall.shop)
            let item = try #require(await market.blibli.order(3, of: "KT", in: stall.name))
            _ = try await market.round.go(stall.shop)
            let paid = try #require(try await market.database.read { try $0.orders(of: business, limit: 5).first })
            #expect(paid.reference == item && paid.state == .paid && paid.total == 45_000)
            #expect(try await market.level("KT", of: business)?.available == 17)
            let desk = OrderDesk(market.database, clients: market.shops.clients, now: { market.now })
            let sent = try await desk.carryOut(.ship(trackingNumber: "JNE123"), on: paid)
            #expect(sent?.state == .packed && sent?.trackingNumber == "JNE123" && sent?.destination == "Kota Surabaya")
            await #expect(throws: ChannelFailure.self) { try await desk.carryOut(.cancel(.outOfStock), on: paid) }
            await market.blibli.advance(item, in: stall.name, to: "FR")
            await market.blibli.push(to: "https://naikkelas.example/kanal/blibli/kabar")
            await market.blibli.deliver { body, headers in
                await market.take(body, headers, from: .blibli)
            }
            try await market.round.orders.followPushes()
            #expect(try await market.database.read { try $0.order(paid.id) }?.state == .shipped)
            #expect(try await market.level("KT", of: business)?.onHand == 17)
        }
    }

    @Test("more orders than one filter gives are read by halving the span, and a spent quota leaves the rest for later")
    func many() async throws {
        try await withStall { market, business, stall in
            try await market.add("Keripik Tempe Renyah", sku: "KT", stock: 500, of: business, in: [stall])
            _ = try await market.round.go(stall.shop)
            market.clock.advance(by: 300)
            _ = try await market.round.go(stall.shop)
            for _ in 0..<230 {
                _ = await market.blibli.order(1, of: "KT", in: stall.name)
                market.clock.advance(by: 20)
            }
            _ = try await market.round.go(stall.shop)
            #expect(try await market.database.read { try $0.orderCounts(of: business).all } == 230)
            #expect(try await market.level("KT", of: business)?.available == 270)
            // Asked again and again within half an hour, the channel says no, and nothing is lost by it.
            await #expect(throws: ChannelFailure.self) { for _ in 0..<100 { _ = try await market.round.go(stall.shop) } }
            market.clock.advance(by: 1900)
            #expect(try await market.round.go(stall.shop) != nil)
        }
    }

    @Test("a store whose key is wrong is not connected")
    func wrongKey() async throws {
        try await Market.with { market in
            let business = try await market.business()
            let store = await market.blibli.openStore(named: "Keripik Bu Sri")
            await #expect(throws: ChannelFailure.self) {
                try await market.shops.connect(["store": store, "key": "wrong", "username": "x"], on: .blibli, of: business)
            }
            #expect(try await market.database.read { try $0.shops(of: business) } == [])
        }
    }
}
