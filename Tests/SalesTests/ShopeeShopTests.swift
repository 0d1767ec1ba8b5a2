import Accounts
import AsyncHTTPClient
import Hummingbird
import Journey
import Logging
import MarketplaceSimulator
import Marketplaces
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Catalogue
@testable import Sales

/// A business with a connected shop on a simulated Shopee, reached over real HTTP on this machine.
struct ShopeeShop: Sendable {
    static let key = "57615053704d6470644f554a78656d50484143644964436a5568777544524579"

    let database: any SQLDatabase
    let business: BusinessID
    let shopee: SimulatedShopee
    let clock: SimulatorClock
    let number: Int
    let shop: ShopID
    let shops: ConnectedShops
    let round: ShopRound

    static func with(
        _ engine: TestEngine = .sqlite, faults: Faults = .none, seed: UInt64 = 1, killing: KillingChance = KillingChance(0, seed: 0),
        _ body: @escaping @Sendable (ShopeeShop) async throws -> Void
    ) async throws {
        // It stands still until something waits: nothing here sleeps.
        let clock = SimulatorClock { 1_795_000_000 }
        let shopee = SimulatedShopee(key: key, clock: clock, seed: seed)
        let (ports, port) = AsyncStream<Int>.makeStream()
        let server = makeSimulator(["shopee": shopee], port: 0, logger: Logger(label: "simulator") { _ in SwiftLogNoOpLogHandler() }) {
            port.yield($0)
        }
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: HTTPClient.channelConfiguration)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.runService(gracefulShutdownSignals: []) }
            let number = await ports.first { _ in true } ?? 0
            let result: Result<Void, any Error>
            do {
                try await inDatabase(engine, shopee, clock, http, host: "http://127.0.0.1:\(number)/shopee", faults, killing, body)
                result = .success(())
            } catch {
                result = .failure(error)
            }
            group.cancelAll()
            _ = await group.nextResult()
            try await http.shutdown()
            try result.get()
        }
    }

    private static func inDatabase(
        _ engine: TestEngine, _ shopee: SimulatedShopee, _ clock: SimulatorClock, _ http: HTTPClient, host: String, _ faults: Faults,
        _ killing: KillingChance, _ body: @Sendable (ShopeeShop) async throws -> Void
    ) async throws {
        try await withTestDatabase(
            engine,
            migrations: StorageSchema.migrations + AccountsSchema.migrations + JourneySchema.migrations + CatalogueSchema.migrations
                + SalesSchema.migrations
        ) { database in
            let vault = Vault.ephemeral()
            let now: @Sendable () -> Timestamp = { Timestamp(secondsSince1970: Int64(clock.now)) }
            let application = ShopeeApplication(partner: 2_001_887, key: key, host: host)
            let connection = ChannelConnection(
                .shopee, transport: killing.over(http.channelTransport),
                surroundings: .init(now: { clock.now }, wait: { clock.advance(by: $0) }, chance: { 0.5 }),
                limit: RateLimit(perSecond: 1000, burst: 1000), shopLimit: RateLimit(perSecond: 1000, burst: 1000))
            let shops = ConnectedShops(database, vault: vault, applications: ChannelApplications(shopee: application), now: now) { _ in
                connection
            }
            let number = await shopee.openShop(named: "Keripik Bu Sri")
            let business = BusinessID()
            try await database.write(holding: .journey) { connection in
                var changes = JourneyChanges()
                changes.create(business, in: RegionCode(rawValue: "33.74"))
                try connection.apply(changes, today: CalendarDate(now()))
                try connection.mapCategory("makanan", to: "100629", on: .shopee)
            }
            let consent = ["code": await shopee.consent(of: number), "shop_id": String(number)]
            let shop = try #require(try await shops.connect(consent, on: .shopee, of: business).first)
            await shopee.set(faults)
            try await body(
                ShopeeShop(
                    database: database, business: business, shopee: shopee, clock: clock, number: number, shop: shop.id,
                    shops: shops, round: ShopRound(database, clients: shops.clients, now: now)))
        }
    }

    var now: Timestamp { Timestamp(secondsSince1970: Int64(clock.now)) }

    var client: any MarketplaceClient {
        get async throws {
            let known = try await database.read { try $0.shop(shop) }
            return try #require(try await shops.client(of: known))
        }
    }

    /// Its owner connects the shop once more, as after a permission that has ended.
    func connectAgain() async throws {
        let consent = ["code": await shopee.consent(of: number), "shop_id": String(number)]
        _ = try await shops.connect(consent, on: .shopee, of: business)
    }

    /// Adds a product that is ready for Shopee, and wants it in the shop.
    @discardableResult
    func add(_ title: String, sku: String, options: [String] = [], price: Int = 15_000, stock: Int = 20) async throws -> Product {
        var draft = ProductDraft()
        (draft.title, draft.sku, draft.description) = (title, sku, "Renyah, dari bahan pilihan.")
        (draft.category, draft.weight) = ("makanan/keripik", "250 g")
        if !options.isEmpty { draft.axes[0] = "Rasa" }
        draft.variants = (options.isEmpty ? [""] : options).map { option in
            var variant = VariantDraft()
            variant.options[0] = option
            variant.sku = option.isEmpty ? sku : "\(sku)-\(option)"
            (variant.price, variant.cost, variant.stock) = (String(price), "9000", String(stock))
            return variant
        }
        let reading = draft.reading(for: business)
        let product = try #require(reading.product)
        let photo = PreparedPhoto(content: [0xFF, 0xD8, 0xFF, 0xE0], thumbnail: [0xFF, 0xD8, 0xFF], width: 800, height: 800)
        return try await database.write { [now, shop] connection in
            let saved = try connection.save(product, stock: reading.stock, submission: sku, by: nil, at: now)
            try connection.addPhoto(photo, digest: [1], to: saved.id, at: now)
            try connection.want(true, saved.id, in: shop, at: now)
            return saved
        }
    }

    func listing(_ product: Product) async throws -> Listing? {
        try await database.read { try $0.listings(of: [product.id]) }[product.id]?.first
    }

    func level(_ sku: String) async throws -> StockLevel? {
        try await database.read { connection in
            try connection.value("SELECT id FROM variant WHERE sku = \(sku)", as: VariantID.self).flatMap {
                try connection.stock(of: [$0])[$0]
            }
        }
    }
}

@Suite("A shop on Shopee")
struct ShopeeShopTests {
    @Test("a product is put up once, with its variants, and the channel counts as verified", arguments: TestEngine.allCases)
    func publish(engine: TestEngine) async throws {
        try await ShopeeShop.with(engine) { shop in
            let product = try await shop.add("Keripik Tempe Renyah", sku: "KT", options: ["Asin", "Pedas"])
            let first = try await shop.round.go(shop.shop)
            #expect(first?.listings.added == 1)
            #expect(try await shop.listing(product)?.state == .live)
            #expect(await shop.shopee.stocks(of: shop.number) == ["KT-Asin": 20, "KT-Pedas": 20])
            let again = try await shop.round.go(shop.shop)
            #expect(again?.listings == Publisher.Report())
            #expect(await shop.shopee.count(sku: "KT", in: shop.number) == 1)
            let milestones = try await shop.database.read {
                try $0.rows("SELECT kind, detail FROM milestone") { "\(try $0[0] as String) \(try $0[1] as String)" }
            }
            #expect(milestones == ["channel-verified shopee"])
        }
    }

    @Test("what stands there already is adopted by its code, and brought to the catalogue’s price and stock")
    func adopt() async throws {
        try await ShopeeShop.with { shop in
            await shop.shopee.list("Keripik lama", sku: "KT", price: 12_000, stock: 3, in: shop.number)
            let product = try await shop.add("Keripik Tempe Renyah", sku: "KT", price: 15_000, stock: 20)
            let report = try await shop.round.go(shop.shop)?.listings
            #expect(report?.adopted == 1 && report?.added == 0 && report?.variants == 1)
            #expect(await shop.shopee.count(sku: "KT", in: shop.number) == 1)
            #expect(await shop.shopee.stocks(of: shop.number) == ["KT": 20])
            #expect(try await shop.listing(product)?.state == .live)
            #expect(try await shop.round.reconcile(shop.shop) == [])
        }
    }

    @Test("an order takes the stock there and here, moves forward, and is a sale", arguments: TestEngine.allCases)
    func order(engine: TestEngine) async throws {
        try await ShopeeShop.with(engine) { shop in
            try await shop.add("Keripik Tempe Renyah", sku: "KT", options: ["Asin", "Pedas"])
            try await shop.round.go(shop.shop)
            let order = try await shop.shopee.buy([("KT-Pedas", 3)], in: shop.number)
            shop.clock.advance(by: 30)
            await shop.shopee.advance(order, in: shop.number, to: "READY_TO_SHIP")
            #expect(try await shop.round.go(shop.shop)?.orders.new == 1)
            #expect(try await shop.level("KT-Pedas") == StockLevel(onHand: 20, reserved: 3))
            let known = try #require(try await shop.client.orders([order]).first)
            #expect(known.state == .paid && known.destination == "KAB. SLEMAN" && known.lines.map(\.quantity) == [3])
            try await shop.client.ship(known, trackingNumber: nil)
            shop.clock.advance(by: 30)
            await shop.shopee.advance(order, in: shop.number, to: "SHIPPED")
            try await shop.round.go(shop.shop)
            #expect(try await shop.level("KT-Pedas") == StockLevel(onHand: 17, reserved: 0))
            #expect(await shop.shopee.stocks(of: shop.number)["KT-Pedas"] == 17)
            #expect(try await shop.round.reconcile(shop.shop) == [])
            #expect(
                try await shop.database.read { try $0.value("SELECT COUNT(*) FROM milestone WHERE kind = 'sold'", as: Int64.self) } == 1)
        }
    }

    @Test("stock of an existing listing follows what happens here, less what is held back")
    func stock() async throws {
        try await ShopeeShop.with { shop in
            let product = try await shop.add("Keripik Tempe Renyah", sku: "KT")
            try await shop.round.go(shop.shop)
            try await shop.database.write { [now = shop.now, id = shop.shop] connection in
                try connection.move(StockMovement(.received, 30, of: product.variants[0].id, reference: "panen"), at: now)
                try connection.holdBack(5, from: id, at: now)
            }
            #expect(try await shop.round.go(shop.shop)?.listings.variants == 1)
            #expect(await shop.shopee.stocks(of: shop.number) == ["KT": 45])
        }
    }

    @Test("a product that is not ready is not sent, and one that the channel refuses tells the channel’s own reason")
    func refused() async throws {
        try await ShopeeShop.with { shop in
            let light = try await shop.add("Keripik Tempe Renyah", sku: "KT")
            try await shop.database.write { [now = shop.now] connection in
                var changed = try connection.product(light.id, of: shop.business)
                changed.weightGrams = nil
                _ = try connection.save(changed, at: now)
            }
            let cheap = try await shop.add("Permen Jahe Satuan", sku: "PJ", price: 100)
            await shop.shopee.list("x", sku: "x", price: 1, stock: 1, in: shop.number)
            try await shop.database.write { try $0.mapCategory("makanan/keripik", to: "100001", on: .shopee) }
            _ = try await shop.round.go(shop.shop)
            let waiting = try await shop.listing(light)
            #expect(waiting?.state == .refused && waiting?.reason.contains("Timbang produk") == true)
            #expect(try await shop.listing(cheap)?.reason == "Invalid category ID")
            let calls = await shop.shopee.calls["/api/v2/product/add_item"]
            _ = try await shop.round.go(shop.shop)
            #expect(await shop.shopee.calls["/api/v2/product/add_item"] == calls, "the same is not sent again")
            try await shop.database.write { try $0.mapCategory("makanan/keripik", to: "100629", on: .shopee) }
            #expect(try await shop.round.go(shop.shop)?.listings.added == 1)
            #expect(try await shop.listing(cheap)?.state == .live)
        }
    }

    @Test("tokens are refreshed ahead of their end, once, and kept before they are used")
    func tokens() async throws {
        try await ShopeeShop.with { shop in
            shop.clock.advance(by: 4 * 3600 - 300)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { _ = try await shop.client.listings(after: nil) } }
                try await group.waitForAll()
            }
            #expect(await shop.shopee.calls["/api/v2/auth/access_token/get"] == 1)
            #expect(try await shop.database.read { try $0.shop(shop.shop) }.accessEnds == shop.now.adding(.seconds(14_400)))
            await shop.shopee.revoke(shop.number)
            await #expect(throws: ChannelFailure.self) { _ = try await shop.client.listings(after: nil) }
        }
    }

    @Test("history is read to its beginning, window by window, and only once")
    func history() async throws {
        try await ShopeeShop.with { shop in
            await shop.shopee.list("Keripik lama", sku: "KT", price: 12_000, stock: 50, in: shop.number)
            for _ in 0..<5 {
                let order = try await shop.shopee.buy([("KT", 1)], in: shop.number)
                await shop.shopee.advance(order, in: shop.number, to: "READY_TO_SHIP")
                shop.clock.advance(by: 20 * 86_400)
                // The seller of those days refreshed the permission now and then.
                _ = try? await shop.client.listings(after: nil)
            }
            let first = try await shop.round.orders.sync(shop.shop)
            #expect(first?.new == 5)
            let calls = await shop.shopee.calls["/api/v2/order/get_order_list"] ?? 0
            #expect(try await shop.round.orders.sync(shop.shop)?.read == 0)
            #expect((await shop.shopee.calls["/api/v2/order/get_order_list"] ?? 0) == calls + 1)
        }
    }

    @Test("what the channel says about a category overrides the rules of the program, and is asked once a week")
    func limits() async throws {
        try await ShopeeShop.with { shop in
            let path = "/api/v2/product/get_item_limit"
            try await shop.add("Keripik Tempe Renyah", sku: "KT")
            await shop.shopee.limitTitles(to: 5...12)
            _ = try await shop.round.go(shop.shop)
            let known = try await shop.database.read { try $0.fetchedRules() }
            #expect(known.rules(of: .shopee, for: "makanan/keripik").title == .init(minimum: 5, maximum: 12))
            #expect(known.rules(of: .shopee, for: nil).title != .init(minimum: 5, maximum: 12))
            let listing = try #require(try await shop.database.read { try $0.value("SELECT reason FROM listing", as: String.self) })
            #expect(listing.contains("12"))
            _ = try await shop.round.go(shop.shop)
            #expect(await shop.shopee.calls[path] == 1)
            shop.clock.advance(by: 8 * 86_400)
            await shop.shopee.limitTitles(to: 5...255)
            _ = try await shop.round.go(shop.shop)
            #expect(await shop.shopee.calls[path] == 2)
            #expect(await shop.shopee.count(sku: "KT", in: shop.number) == 1)
        }
    }

    @Test("pushes that did not arrive are fetched, stored before they are confirmed, and followed")
    func lostPushes() async throws {
        try await ShopeeShop.with { shop in
            try await shop.add("Keripik Tempe Renyah", sku: "KT")
            _ = try await shop.round.go(shop.shop)
            await shop.shopee.push(to: "https://naikkelas.example/kanal/shopee/kabar")
            // Nobody answers at the address, four times over.
            for _ in 0..<20 { try await shop.shopee.buy([("KT", 1)], in: shop.number) }
            let orders = await shop.shopee.statuses(of: shop.number).count
            for _ in 0..<4 { await shop.shopee.deliver { _, _ in nil } }
            #expect(await shop.shopee.waitingPushes == 0)
            let keep: @Sendable (Marketplaces.Channel, [(hint: PushHint, body: [UInt8])]) async throws -> Void = { channel, pushes in
                try await shop.database.write { connection in
                    for push in pushes { try connection.keep(push.hint, body: push.body, from: channel, at: shop.now) }
                }
            }
            // The first time the worker dies before it has stored them: they are not lost.
            await #expect(throws: CancellationError.self) { try await shop.shops.takeLostPushes { _, _ in throw CancellationError() } }
            try await shop.shops.takeLostPushes(keep)
            #expect(orders == 20)
            let followed = try await shop.round.orders.followPushes()
            #expect(followed.done == orders && followed.businesses == [shop.business] && !followed.isBlocked)
            #expect(try await shop.database.read { try $0.orderCounts(of: shop.business).all } == orders)
            try await shop.shops.takeLostPushes { _, pushes in Issue.record("\(pushes.count) came again") }
        }
    }

    @Test("a storm of orders, failures, doubled and lost pushes and dying workers ends in equality", arguments: TestEngine.allCases)
    func storm(engine: TestEngine) async throws {
        let killing = KillingChance(0.08, seed: 5)
        try await ShopeeShop.with(engine, faults: .stormy, seed: 42, killing: killing) { shop in
            var random = SeededRandomness(seed: 99)
            let products = (0..<12).map { ("P\($0)", $0.isMultiple(of: 2) ? ["Asin", "Pedas"] : []) }
            for (sku, options) in products { try await shop.add("Barang jualan \(sku)", sku: sku, options: options, stock: 60) }
            let skus = products.flatMap { sku, options in options.isEmpty ? [sku] : options.map { "\(sku)-\($0)" } }
            let address = "https://naikkelas.example/push/shopee"
            await shop.shopee.push(to: address)
            /// What a worker does until it dies; then another one begins.
            func work() async throws {
                do {
                    // A worker that dies while tokens are renewed takes the new ones with it: the owner has to come back.
                    if try await shop.round.go(shop.shop) == nil { try await shop.connectAgain() }
                    try await shop.round.orders.followPushes()
                } catch is CancellationError {
                } catch is ChannelFailure {}
            }
            var bought: [String: [(String, Int)]] = [:]
            for _ in 0..<60 {
                try await work()
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let basket = [(skus.randomElement(using: &random)!, Int.random(in: 1...2, using: &random))]
                    if let order = try? await shop.shopee.buy(basket, in: shop.number) { bought[order] = basket }
                }
                for (order, status) in await shop.shopee.statuses(of: shop.number).sorted(by: { $0.key < $1.key }) {
                    guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
                    let next = [
                        "UNPAID": ["READY_TO_SHIP", "READY_TO_SHIP", "CANCELLED"],
                        "READY_TO_SHIP": ["PROCESSED", "PROCESSED", "CANCELLED"],
                        "PROCESSED": ["SHIPPED"], "SHIPPED": ["COMPLETED"],
                    ][status]
                    if let next = next?.randomElement(using: &random) { await shop.shopee.advance(order, in: shop.number, to: next) }
                }
                await shop.shopee.deliver { body, headers in
                    let now = Int64(shop.clock.now)
                    guard
                        let hint = try? ShopeePush.read(
                            body, authorization: headers["authorization"], url: address, key: ShopeeShop.key, now: now)
                    else {
                        return 403
                    }
                    _ = try? await shop.database.write { try $0.keep(hint, body: body, from: .shopee, at: shop.now) }
                    return 200
                }
                shop.clock.advance(by: Double(Int.random(in: 1...900, using: &random)))
            }
            // The weather clears up.
            killing.stop()
            await shop.shopee.set(.none)
            shop.clock.advance(by: 3600)
            for _ in 0..<3 { try await work() }
            shop.clock.advance(by: 3600)
            try await work()

            #expect(bought.count > 60)
            let orders = try await shop.database.read { try $0.orders(of: shop.business, limit: 10_000) }
            let there = await shop.shopee.statuses(of: shop.number)
            #expect(orders.count == there.count)
            for order in orders { #expect(order.channelState == there[order.reference], "\(order.reference)") }
            let lines = try await shop.database.read { try $0.lines(of: orders.map(\.id)) }
            for order in orders {
                #expect(lines[order.id]?.map { ($0.sku ?? "", $0.quantity) }.elementsEqual(bought[order.reference] ?? [], by: ==) == true)
            }
            for (sku, _) in products { #expect(await shop.shopee.count(sku: sku, in: shop.number) == 1, "\(sku) is listed once") }
            #expect(try await shop.round.reconcile(shop.shop) == [])
            let stocks = await shop.shopee.stocks(of: shop.number)
            for sku in skus {
                let level = try #require(try await shop.level(sku))
                #expect(level.onHand >= 0 && level.available >= 0, "\(sku) was not oversold")
                #expect(stocks[sku] == level.available, "\(sku)")
            }
            #expect(try await shop.database.read { try $0.recountStock() } == [])
        }
    }
}
