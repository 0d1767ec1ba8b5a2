import Accounts
import Foundation
import MarketplaceSimulator
import Marketplaces
import Storage
import StorageTesting
import Testing

@testable import Catalogue
@testable import Sales

/// How large the storm over many businesses is: small beside the other tests, and as large as `NAIKKELAS_STORM` says in orders for
/// `make storm`.
private struct StormSize {
    var businesses = 6
    var orders = 300

    init() {
        guard let orders = ProcessInfo.processInfo.environment["NAIKKELAS_STORM"].flatMap({ Int($0) }) else { return }
        self.orders = orders
        businesses = max(6, orders / 250)
    }
}

@Suite("The books in a storm over many businesses and channels")
struct StormTests {
    /// A business with its shops, and what its buyers did.
    private struct Trader {
        let business: BusinessID
        let stalls: [Market.Stall]
        let skus: [String]
        var bought = 0
    }

    private static let stock = 80

    @Test("no order is lost or doubled, and the ledger equals the channels at the end", arguments: TestEngine.allCases)
    func storm(engine: TestEngine) async throws {
        let size = StormSize()
        let killing = KillingChance(0, seed: 11)
        try await Market.with(engine, seed: 7, killing: killing) { market in
            var random = SeededRandomness(seed: 3)
            var traders: [Trader] = []
            for _ in 0..<size.businesses {
                let business = try await market.business()
                var stalls: [Market.Stall] = []
                for channel in [Marketplaces.Channel.shopee, .tikTokShop, .blibli, .goFood] {
                    stalls.append(try await market.open(channel, of: business, acceptsByItself: true))
                }
                for number in 0..<3 {
                    try await market.add(
                        "Nasi goreng kampung nomor \(number) kita", sku: "P\(number)", options: number == 0 ? ["Asin", "Pedas"] : [],
                        stock: Self.stock, category: "makanan/siap-saji", of: business, in: stalls)
                }
                traders.append(Trader(business: business, stalls: stalls, skus: ["P0-Asin", "P0-Pedas", "P1", "P2"]))
            }
            await market.shopee.push(to: "https://naikkelas.example/kanal/shopee/kabar")
            await market.tikTokShop.startPushing()
            await market.blibli.push(to: "https://naikkelas.example/kanal/blibli/kabar")
            await market.goFood.startPushing()
            killing.start(0.05)
            await set(.stormy, market)

            var orders = 0
            while orders < size.orders {
                for place in traders.indices {
                    await work(market, traders[place])
                    for stall in traders[place].stalls {
                        for _ in 0..<Int.random(in: 0...2, using: &random) {
                            let sku = traders[place].skus.randomElement(using: &random)!
                            if await buy(sku, Int.random(in: 1...2, using: &random), at: stall, market, &random) { orders += 1 }
                        }
                        await market.channel(of: stall).moveOrders(in: stall.name)
                        try await sell(stall, market, &random)
                    }
                }
                await deliver(market)
                market.clock.advance(by: Double(Int.random(in: 1...600, using: &random)))
                // The shelves are filled again before they are empty for good.
                if random.next() % 5 == 0 { try await restock(market, traders, step: orders) }
            }

            // The weather clears up.
            killing.start(0)
            await set(.none, market)
            for _ in 0..<3 {
                market.clock.advance(by: 3600)
                // What nobody took is pushed again; GoFood has no other way to tell.
                await deliver(market)
                for trader in traders { await work(market, trader) }
            }
            for trader in traders { try await check(trader, market) }
            #expect(try await market.database.read { try $0.recountStock() } == [])
        }
    }

    private func set(_ faults: Faults, _ market: Market) async {
        await market.shopee.set(faults)
        await market.tikTokShop.set(faults)
        await market.blibli.set(faults)
        await market.goFood.set(faults)
    }

    private func buy(
        _ sku: String, _ quantity: Int, at stall: Market.Stall, _ market: Market, _ random: inout SeededRandomness
    ) async -> Bool {
        await market.channel(of: stall).buy(quantity, of: sku, in: stall.name)
    }

    /// Sellers hand over what is paid, in their own app.
    private func sell(_ stall: Market.Stall, _ market: Market, _ random: inout SeededRandomness) async throws {
        for (order, status) in await market.statuses(of: stall).sorted(by: { $0.key < $1.key }) where random.next() % 3 == 0 {
            let isCancelled = random.next() % 6 == 0
            switch (stall.channel, status) {
            case (.tikTokShop, "AWAITING_SHIPMENT"):
                await market.tikTokShop.advance(order, in: stall.number, to: isCancelled ? "CANCELLED" : "AWAITING_COLLECTION")
            case (.shopee, "READY_TO_SHIP"):
                await market.shopee.advance(order, in: stall.number, to: isCancelled ? "CANCELLED" : "PROCESSED")
            case (.blibli, "FP"): await market.blibli.advance(order, in: stall.name, to: isCancelled ? "CX" : "PU")
            default: break
            }
        }
    }

    /// What workers do for one business until they die or the channel fails; then others begin.
    private func work(_ market: Market, _ trader: Trader) async {
        for stall in trader.stalls {
            do {
                if try await market.round.go(stall.shop) == nil {
                    try await market.connect(stall.channel, stall.name, of: trader.business)
                }
            } catch is CancellationError {
            } catch is ChannelFailure {
                // A job that meets others too often is taken up again later, as one whose worker died.
            } catch StorageError.serialization {
            } catch {
                Issue.record(error)
            }
        }
    }

    private func deliver(_ market: Market) async {
        for channel in [Marketplaces.Channel.shopee, .tikTokShop, .blibli, .goFood] {
            await market.channel(of: Market.Stall(shop: ShopID(), channel: channel, name: "")).deliver { body, headers in
                await market.take(body, headers, from: channel)
            }
        }
        do {
            while try await market.round.orders.followPushes().done > 0 {}
        } catch is CancellationError {
        } catch StorageError.serialization {
        } catch {
            Issue.record(error)
        }
    }

    private func restock(_ market: Market, _ traders: [Trader], step: Int) async throws {
        try await market.database.write { [now = market.now] connection in
            for trader in traders {
                for product in try connection.products(of: trader.business, limit: 10) {
                    for variant in product.variants where try (connection.stock(of: [variant.id])[variant.id]?.available ?? 0) < 10 {
                        try connection.move(StockMovement(.received, 50, of: variant.id, reference: "again \(step)", by: nil), at: now)
                    }
                }
            }
        }
    }

    /// Every order of the channels is in the books once, in the state that the channel says; the ledger follows from them; and the channels
    /// show what is left.
    private func check(_ trader: Trader, _ market: Market) async throws {
        let orders = try await market.database.read { try $0.orders(of: trader.business, limit: 100_000) }
        let lines = try await market.database.read { try $0.lines(of: orders.map(\.id)) }
        var there: [String: String] = [:]
        for stall in trader.stalls {
            there.merge(await market.statuses(of: stall)) { first, _ in first }
        }
        for order in orders {
            guard let state = there[order.reference] else {
                Issue.record("\(order.reference) is not on \(order.channel)")
                continue
            }
            // An outlet accepts and a driver sets out within one second, in pushes that overtake each other: both words say that it is packed.
            let words: Set = ["MERCHANT_ACCEPTED", "DRIVER_OTW_PICKUP"]
            #expect(order.channelState == state || words == [order.channelState, state], "\(order.channel) \(order.reference)")
        }
        #expect(orders.count == there.count)
        var reserved: [String: Int] = [:]
        for order in orders where order.state.holdsStock {
            for line in lines[order.id] ?? [] { reserved[line.sku ?? "", default: 0] += line.quantity }
        }
        var shipped: [String: Int] = [:]
        for order in orders where order.state.hasLeft {
            for line in lines[order.id] ?? [] { shipped[line.sku ?? "", default: 0] += line.quantity }
        }
        for sku in trader.skus {
            let level = try #require(try await market.level(sku, of: trader.business))
            let received = try await market.database.read { connection in
                try connection.value(
                    """
                    SELECT SUM(m.on_hand) FROM stock_movement m JOIN variant v ON v.id = m.variant_id JOIN product p ON p.id = v.product_id
                    WHERE v.sku = \(sku) AND p.business_id = \(trader.business) AND m.kind IN ('received', 'counted')
                    """, as: Int64.self)
            }
            #expect(level.reserved == reserved[sku] ?? 0, "\(sku) reserved")
            #expect(level.onHand == Int(received ?? 0) - (shipped[sku] ?? 0), "\(sku) on hand")
            for stall in trader.stalls {
                let left = stall.channel.countsStock ? max(0, level.available) : level.available > 0 ? 1 : nil
                #expect(await market.stocks(of: stall)[sku] == left, "\(sku) on \(stall.channel)")
                #expect(await market.count(sku, in: stall) == 1, "\(sku) stands once on \(stall.channel)")
            }
        }
        for stall in trader.stalls { #expect(try await market.round.reconcile(stall.shop) == []) }
    }
}
