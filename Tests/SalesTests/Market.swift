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

    let database: any SQLDatabase
    let clock: SimulatorClock
    let shopee: SimulatedShopee
    let tikTokShop: SimulatedTikTokShop
    let shops: ConnectedShops
    let round: ShopRound

    /// A shop on a channel, by the program's number and by the channel's.
    struct Stall: Sendable {
        let shop: ShopID
        let channel: Marketplaces.Channel
        let number: Int
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
            let channels: [String: any SimulatedChannel] = ["shopee": shopee, "tiktok-shop": tikTokShop]
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
                    key: tikTokShop.applicationKey, secret: tikTokSecret, service: "7177", hosts: .one("http://tiktok-shop.example")))
            let shops = ConnectedShops(database, vault: .ephemeral(), applications: applications, now: now) { channel in
                ChannelConnection(
                    channel, transport: killing.over(transport),
                    surroundings: .init(now: { clock.now }, wait: { clock.advance(by: $0) }, chance: { 0.5 }),
                    limit: RateLimit(perSecond: 1_000_000, burst: 1_000_000), shopLimit: RateLimit(perSecond: 1_000_000, burst: 1_000_000))
            }
            try await database.write { connection in
                try connection.mapCategory("makanan", to: "100629", on: .shopee)
                try connection.mapCategory("makanan", to: "700437", on: .tikTokShop)
            }
            try await body(
                Market(
                    database: database, clock: clock, shopee: shopee, tikTokShop: tikTokShop, shops: shops,
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
    func open(_ channel: Marketplaces.Channel, of business: BusinessID) async throws -> Stall {
        let number: Int
        switch channel {
        case .tikTokShop: number = await tikTokShop.openShop(named: "Keripik Bu Sri")
        default: number = await shopee.openShop(named: "Keripik Bu Sri")
        }
        return try await connect(channel, number, of: business)
    }

    /// Its owner agrees at the channel, for the first time or once more.
    @discardableResult
    func connect(_ channel: Marketplaces.Channel, _ number: Int, of business: BusinessID) async throws -> Stall {
        let answer: ConnectedShops.Answer
        switch channel {
        case .tikTokShop: answer = ["code": await tikTokShop.consent(of: number)]
        default: answer = ["code": await shopee.consent(of: number), "shop_id": String(number)]
        }
        let shop = try #require(try await shops.connect(answer, on: channel, of: business).first)
        return Stall(shop: shop.id, channel: channel, number: number)
    }

    /// Adds a product that is ready for every channel, and wants it in shops.
    @discardableResult
    func add(
        _ title: String, sku: String, options: [String] = [], price: Int = 15_000, stock: Int = 20, of business: BusinessID,
        in stalls: [Stall]
    ) async throws -> Product {
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
        return try await database.write { [now] connection in
            let saved = try connection.save(product, stock: reading.stock, submission: sku, by: nil, at: now)
            try connection.addPhoto(photo, digest: [1], to: saved.id, at: now)
            for stall in stalls { try connection.want(true, saved.id, in: stall.shop, at: now) }
            return saved
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
