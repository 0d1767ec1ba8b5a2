import Accounts
import MarketplaceSimulator
import Marketplaces
import Storage
import StorageTesting
import Testing

@testable import Catalogue
@testable import Sales

@Suite("An outlet on GoFood")
struct GoFoodTests {
    private func withStall(
        _ engine: TestEngine = .sqlite, _ body: @escaping @Sendable (Market, BusinessID, Market.Stall) async throws -> Void
    ) async throws {
        try await Market.with(engine) { market in
            let business = try await market.business()
            let stall = try await market.open(.goFood, of: business)
            await market.goFood.startPushing()
            try await body(market, business, stall)
        }
    }

    @Test("the menu stands as a whole: each variant a dish, gone when it is sold out, and one product less when it is hidden")
    func menu() async throws {
        try await withStall { market, business, stall in
            let product = try await market.add(
                "Nasi Goreng Kampung", sku: "NG", options: ["Biasa", "Pedas"], stock: 2, category: "makanan/siap-saji", of: business,
                in: [stall]
            )
            let other = try await market.add(
                "Es Teh Manis", sku: "ET", price: 5000, category: "minuman/siap-minum", of: business, in: [stall])
            #expect(try await market.round.go(stall.shop)?.listings.added == 2)
            #expect(await market.goFood.menu(of: stall.name) == ["NG-Biasa": 15_000, "NG-Pedas": 15_000, "ET": 5000])
            #expect(try await market.listing(product)?.state == .live)
            #expect(try await market.round.go(stall.shop)?.listings == Publisher.Report())
            try await market.database.write { [now = market.now] connection in
                let variant = try #require(try connection.value("SELECT id FROM variant WHERE sku = 'NG-Pedas'", as: VariantID.self))
                try connection.move(StockMovement(.withdrawn, 2, of: variant, reference: "spilt", by: nil), at: now)
                try connection.want(false, other.id, in: stall.shop, at: now)
            }
            _ = try await market.round.go(stall.shop)
            #expect(await market.goFood.menu(of: stall.name) == ["NG-Biasa": 15_000])
            #expect(try await market.round.reconcile(stall.shop) == [])
        }
    }

    @Test("an order is taken from its push, accepted, and its stock leaves with the driver", arguments: TestEngine.allCases)
    func order(engine: TestEngine) async throws {
        try await withStall(engine) { market, business, stall in
            try await market.add("Nasi Goreng Kampung", sku: "NG", stock: 9, category: "makanan/siap-saji", of: business, in: [stall])
            _ = try await market.round.go(stall.shop)
            let number = try #require(await market.goFood.order([("NG", 2)], in: stall.name))
            let deliver = {
                await market.goFood.deliver { body, headers in await market.take(body, headers, from: .goFood) }
                try await market.round.orders.followPushes()
            }
            try await deliver()
            let order = try #require(try await market.database.read { try $0.orders(of: business, limit: 5).first })
            #expect(order.reference == number && order.state == .paid && order.total == 30_000)
            #expect(try await market.database.read { try $0.lines(of: [order.id]) }[order.id]?.map(\.price) == [15_000])
            let desk = OrderDesk(market.database, clients: market.shops.clients, now: { market.now })
            market.clock.advance(by: 10)
            #expect(try await desk.carryOut(.ship(trackingNumber: nil), on: order)?.state == .packed)
            #expect(await market.goFood.statuses(of: stall.name)[number] == "MERCHANT_ACCEPTED")
            // Accepted twice: the channel says it was, and that is as good.
            #expect(try await desk.carryOut(.ship(trackingNumber: nil), on: order) != nil)
            for _ in 0..<3 {
                market.clock.advance(by: 60)
                await market.goFood.advance(number, in: stall.name)
                try await deliver()
            }
            #expect(try await market.database.read { try $0.order(order.id) }?.state == .completed)
            #expect(try await market.level("NG", of: business) == StockLevel(onHand: 7, reserved: 0))
        }
    }

    @Test("what the outlet cancels gives its stock back, and what a buyer fetches is told by the other address")
    func cancel() async throws {
        try await withStall { market, business, stall in
            try await market.add("Nasi Goreng Kampung", sku: "NG", stock: 9, category: "makanan/siap-saji", of: business, in: [stall])
            _ = try await market.round.go(stall.shop)
            _ = await market.goFood.order([("NG", 2)], in: stall.name, isPickup: true)
            await market.goFood.deliver { body, headers in await market.take(body, headers, from: .goFood) }
            try await market.round.orders.followPushes()
            let order = try #require(try await market.database.read { try $0.orders(of: business, limit: 5).first })
            let desk = OrderDesk(market.database, clients: market.shops.clients, now: { market.now })
            #expect(try await desk.carryOut(.cancel(.outOfStock), on: order)?.state == .cancelled)
            #expect(try await market.level("NG", of: business) == StockLevel(onHand: 9, reserved: 0))
            await market.goFood.deliver { body, headers in await market.take(body, headers, from: .goFood) }
            try await market.round.orders.followPushes()
            #expect(try await market.level("NG", of: business) == StockLevel(onHand: 9, reserved: 0))
        }
    }
}
