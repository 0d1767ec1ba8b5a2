import Accounts
import Foundation
import Journey
import MarketplaceSimulator
import Marketplaces
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Catalogue
@testable import Sales

/// Simulated channels beside a database, reached without a network, so that thousands of orders take seconds. The clock stands still until
/// something waits.
struct Market: Sendable {
    static let shopeeKey = "57615053704d6470644f554a78656d50484143644964436a5568777544524579"
    static let tikTokSecret = "e59af819cc"
    static let goFoodPushSecret = "fd5cdbf52d6dbd880277b8160a0880cbe35cc8f8d62798dddf63a7abbf15c5ba"

    let database: any SQLDatabase
    let clock: SimulatorClock
    let shopee: SimulatedShopee
    let tikTokShop: SimulatedTikTokShop
    let blibli: SimulatedBlibli
    let goFood: SimulatedGoFood
    let shops: ConnectedShops
    let round: ShopRound

    /// A shop on a channel, by the program's number and by the channel's.
    struct Stall: Sendable {
        let shop: ShopID
        let channel: Marketplaces.Channel
        /// The channel's own name of the shop.
        let name: String

        /// The same as a number, where the channel has numbers.
        var number: Int { Int(name) ?? 0 }
    }

    /// The channel's own words for the states of a stall's orders.
    func statuses(of stall: Stall) async -> [String: String] {
        switch stall.channel {
        case .tikTokShop: await tikTokShop.statuses(of: stall.number)
        case .blibli: await blibli.statuses(of: stall.name)
        case .goFood: await goFood.statuses(of: stall.name)
        default: await shopee.statuses(of: stall.number)
        }
    }

    /// What the channel shows of each variant; of GoFood's dishes 1 if there are any.
    func stocks(of stall: Stall) async -> [String: Int] {
        switch stall.channel {
        case .tikTokShop: await tikTokShop.stocks(of: stall.number)
        case .blibli: await blibli.stocks(of: stall.name)
        case .goFood: await goFood.menu(of: stall.name).mapValues { _ in 1 }
        default: await shopee.stocks(of: stall.number)
        }
    }

    /// How many listings of a stall have a variant with a code.
    func count(_ sku: String, in stall: Stall) async -> Int {
        switch stall.channel {
        case .tikTokShop: await tikTokShop.count(sku: sku, in: stall.number)
        case .blibli: await blibli.count(sku: sku, in: stall.name)
        case .goFood: 1
        default: await shopee.count(variant: sku, in: stall.number)
        }
    }

    /// The simulated channel on which a stall is.
    func channel(of stall: Stall) -> any SimulatedChannel {
        switch stall.channel {
        case .tikTokShop: tikTokShop
        case .blibli: blibli
        case .goFood: goFood
        default: shopee
        }
    }

    static func with(
        _ engine: TestEngine = .sqlite, seed: UInt64 = 1, killing: KillingChance = KillingChance(0, seed: 0),
        _ body: @escaping @Sendable (Market) async throws -> Void
    ) async throws {
        try await withTestDatabase(
            engine,
            migrations: StorageSchema.migrations + AccountsSchema.migrations + JourneySchema.migrations + CatalogueSchema.migrations
                + SalesSchema.migrations
        ) { database in
            let clock = SimulatorClock { 1_795_000_000 }
            let shopee = SimulatedShopee(key: shopeeKey, clock: clock, seed: seed)
            let tikTokShop = SimulatedTikTokShop(secret: tikTokSecret, clock: clock, seed: seed)
            let blibli = SimulatedBlibli(
                key: "client-key", signatureKey: "12345678", pushKey: "blibli-webhook-secret", clock: clock, seed: seed)
            let goFood = SimulatedGoFood(secret: "secret", pushSecret: goFoodPushSecret, clock: clock, seed: seed)
            let channels: [String: any SimulatedChannel] = [
                "shopee": shopee, "tiktok-shop": tikTokShop, "blibli": blibli, "gofood": goFood,
            ]
            let transport: ChannelTransport = { request in
                // http://shopee.example/api/v2/…
                let rest = request.address.dropFirst("http://".count)
                guard let end = rest.firstRange(of: ".example")?.lowerBound, let channel = channels[String(rest[..<end])] else {
                    throw ChannelFailure.unreachable("no such host")
                }
                var headers: [String: String] = [:]
                for (name, value) in request.headers { headers[name.lowercased()] = value }
                let answer = await channel.answer(
                    ArrivedRequest(
                        method: request.method.rawValue, target: String(rest[end...].dropFirst(".example".count)), headers: headers,
                        body: request.body ?? []))
                return ChannelAnswer(status: answer.status, headers: answer.headers, body: answer.body)
            }
            let now: @Sendable () -> Timestamp = { Timestamp(secondsSince1970: Int64(clock.now)) }
            let applications = ChannelApplications(
                shopee: ShopeeApplication(partner: Int64(shopee.partner), key: shopeeKey, host: "http://shopee.example"),
                tikTokShop: TikTokShopApplication(
                    key: tikTokShop.applicationKey, secret: tikTokSecret, service: "7177", hosts: .one("http://tiktok-shop.example")),
                blibli: BlibliApplication(
                    client: blibli.client, key: "client-key", signatureKey: "12345678", pushKey: "blibli-webhook-secret",
                    host: "http://blibli.example"),
                goFood: GoFoodApplication(
                    client: goFood.client, secret: "secret", pushSecret: goFoodPushSecret, host: "http://gofood.example",
                    tokenHost: "http://gofood.example"))
            let shops = ConnectedShops(database, vault: .ephemeral(), applications: applications, now: now) { channel in
                ChannelConnection(
                    channel, transport: killing.over(transport),
                    surroundings: .init(now: { clock.now }, wait: { clock.advance(by: $0) }, chance: { 0.5 }),
                    limit: RateLimit(perSecond: 1_000_000, burst: 1_000_000), shopLimit: RateLimit(perSecond: 1_000_000, burst: 1_000_000))
            }
            try await database.write { connection in
                try connection.mapCategory("makanan", to: "100629", on: .shopee)
                try connection.mapCategory("makanan", to: "700437", on: .tikTokShop)
                try connection.mapCategory("makanan", to: "MA-1000074", on: .blibli)
            }
            try await body(
                Market(
                    database: database, clock: clock, shopee: shopee, tikTokShop: tikTokShop, blibli: blibli, goFood: goFood, shops: shops,
                    round: ShopRound(database, clients: shops.clients, now: now)))
        }
    }

    var now: Timestamp { Timestamp(secondsSince1970: Int64(clock.now)) }

    /// A business that is on record.
    func business() async throws -> BusinessID {
        let business = BusinessID()
        try await database.write(holding: .journey) { [now] connection in
            var changes = JourneyChanges()
            changes.create(business, in: RegionCode(rawValue: "33.74"))
            try connection.apply(changes, today: CalendarDate(now))
        }
        return business
    }

    /// Opens a shop there and connects it, as its owner does.
    ///
    /// - Parameter acceptsByItself: whether an outlet of GoFood takes every order.
    func open(_ channel: Marketplaces.Channel, of business: BusinessID, acceptsByItself: Bool = false) async throws -> Stall {
        let name: String
        switch channel {
        case .tikTokShop: name = String(await tikTokShop.openShop(named: "Keripik Bu Sri"))
        case .blibli: name = await blibli.openStore(named: "Keripik Bu Sri")
        case .goFood: name = await goFood.openOutlet(named: "Keripik Bu Sri", acceptsByItself: acceptsByItself)
        default: name = String(await shopee.openShop(named: "Keripik Bu Sri"))
        }
        return try await connect(channel, name, of: business)
    }

    /// Its owner agrees at the channel, for the first time or once more.
    @discardableResult
    func connect(_ channel: Marketplaces.Channel, _ name: String, of business: BusinessID) async throws -> Stall {
        let answer: ConnectedShops.Answer
        switch channel {
        case .tikTokShop: answer = ["code": await tikTokShop.consent(of: Int(name) ?? 0)]
        case .blibli: answer = ["store": name, "key": await blibli.sellerKey(of: name), "username": "pemilik"]
        case .goFood: answer = ["outlet": name]
        default: answer = ["code": await shopee.consent(of: Int(name) ?? 0), "shop_id": name]
        }
        let shop = try #require(try await shops.connect(answer, on: channel, of: business).first)
        return Stall(shop: shop.id, channel: channel, name: name)
    }

    /// Adds a product that is ready for every channel, and wants it in shops.
    @discardableResult
    func add(
        _ title: String, sku: String, options: [String] = [], price: Int = 15_000, stock: Int = 20, category: String = "makanan/keripik",
        of business: BusinessID,
        in stalls: [Stall]
    ) async throws -> Product {
        var draft = ProductDraft()
        (draft.title, draft.sku, draft.description) = (title, sku, "Renyah, dari bahan pilihan.")
        (draft.category, draft.weight, draft.length, draft.width, draft.height) = (category, "250 g", "20", "15", "5")
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
        return try await database.write { [now] connection in
            let saved = try connection.save(product, stock: reading.stock, submission: sku, by: nil, at: now)
            try connection.addPhoto(photo, digest: [1], to: saved.id, at: now)
            for stall in stalls { try connection.want(true, saved.id, in: stall.shop, at: now) }
            return saved
        }
    }

    /// Takes a push the way the server does: checked, stored, and answered.
    func take(_ body: [UInt8], _ headers: [String: String], from channel: Marketplaces.Channel) async -> Int? {
        do {
            guard
                let hint = try shops.applications.hint(
                    from: channel, body: body, headers: headers, address: "https://naikkelas.example/kanal/\(channel.rawValue)/kabar",
                    at: Int64(clock.now))
            else { return 404 }
            let time = now
            try await database.write { try $0.keep(hint, body: body, from: channel, at: time) }
            return 200
        } catch {
            return 401
        }
    }

    func listing(_ product: Product) async throws -> Listing? {
        try await database.read { try $0.listings(of: [product.id]) }[product.id]?.first
    }

    func level(_ sku: String, of business: BusinessID) async throws -> StockLevel? {
        try await database.read { connection in
            try connection.value(
                "SELECT v.id FROM variant v JOIN product p ON p.id = v.product_id WHERE v.sku = \(sku) AND p.business_id = \(business)",
                as: VariantID.self
            ).flatMap { try connection.stock(of: [$0])[$0] }
        }
    }
}
