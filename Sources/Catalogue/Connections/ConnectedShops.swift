public import Accounts
import Journey
public import Marketplaces
import Nusantara
public import Storage

/// The shops that are connected to their channels: gives each its client, with fresh tokens, over the one connection of its channel.
public actor ConnectedShops {
    /// What a channel sent an owner back with: the query of the address.
    public typealias Answer = [String: String]

    public nonisolated let applications: ChannelApplications
    private let database: any SQLDatabase
    private let vault: Vault
    private let now: @Sendable () -> Timestamp
    private let address: String?
    private let makeConnection: @Sendable (Channel) -> ChannelConnection
    private var connections: [Channel: ChannelConnection] = [:]
    private var keepers: [ShopID: TokenKeeper] = [:]

    /// - Parameters:
    ///   - address: where the public, and so a channel, reaches the server, for photos that a channel fetches itself; nil if nobody said.
    ///   - connection: makes the way to a channel; it is asked once for each.
    public init(
        _ database: any SQLDatabase, vault: Vault, applications: ChannelApplications, address: String? = nil,
        now: @escaping @Sendable () -> Timestamp = { .now },
        connection: @escaping @Sendable (Channel) -> ChannelConnection
    ) {
        self.database = database
        self.vault = vault
        self.applications = applications
        self.now = now
        self.address = address
        makeConnection = connection
    }

    private func connection(_ channel: Channel) -> ChannelConnection {
        let platform = channel.platform
        if let known = connections[platform] { return known }
        let made = makeConnection(platform)
        connections[platform] = made
        return made
    }

    /// The client of a shop; nil if the shop has no tokens or its channel is not set up.
    ///
    /// - Throws: ``Storage/StorageError``, ``Accounts/VaultError``.
    public func client(of shop: Shop) async throws -> (any MarketplaceClient)? {
        let connection = connection(shop.channel)
        switch shop.channel {
        case .shopee:
            guard let application = applications.shopee,
                let keeper = try await keeper(of: shop, refresh: { try await application.refreshed($0, over: connection) })
            else { return nil }
            return ShopeeClient(application, over: connection, tokens: keeper)
        case .tikTokShop:
            guard let application = applications.tikTokShop,
                let keeper = try await keeper(of: shop, refresh: { try await application.refreshed($0, over: connection) })
            else { return nil }
            return TikTokShopClient(application, over: connection, tokens: keeper)
        case .blibli:
            guard let application = applications.blibli,
                let tokens = try await database.read({ [vault] in try $0.tokens(of: shop.id, vault: vault) })
            else { return nil }
            return BlibliClient(application, over: connection, tokens: tokens)
        case .goFood:
            guard let application = applications.goFood,
                let keeper = try await keeper(of: shop, refresh: { try await application.refreshed($0, over: connection) })
            else { return nil }
            let (database, address, now) = (database, address, now)
            return GoFoodClient(
                application, over: connection, tokens: keeper,
                menu: { try await database.read { try $0.wantedOffers(in: shop, on: CalendarDate(now())) } },
                photoLink: { photo in address.map { "\($0)/foto/\(photo.link).jpg" } })
        default: return nil
        }
    }

    /// ``client(of:)`` as those want it who do the work.
    public nonisolated var clients: ShopClients { { [self] in try await client(of: $0) } }

    /// One keeper for each shop, so that however many calls find old tokens at once they are refreshed once.
    private func keeper(
        of shop: Shop, refresh: @escaping @Sendable (ShopTokens) async throws -> ShopTokens
    ) async throws -> TokenKeeper? {
        let (id, database, vault, now) = (shop.id, database, vault, now)
        if let known = keepers[id] { return known }
        guard let tokens = try await database.read({ try $0.tokens(of: id, vault: vault) }) else { return nil }
        // Somebody else may have asked at the same time.
        if let known = keepers[id] { return known }
        let keeper = TokenKeeper(
            tokens, now: { Double(now().secondsSince1970) }, load: { try await database.read { try $0.tokens(of: id, vault: vault) } },
            refresh: refresh, store: { renewed in try await database.write { try $0.keep(renewed, of: id, vault: vault, at: now()) } })
        keepers[id] = keeper
        return keeper
    }

    /// Takes over the pushes of a channel that did not arrive, where the channel keeps them.
    ///
    /// - Parameter keep: stores what was taken over, before it is confirmed.
    /// - Throws: ``Marketplaces/ChannelFailure``, what `keep` throws.
    public func takeLostPushes(
        _ keep: @Sendable (Channel, [(hint: PushHint, body: [UInt8])]) async throws -> Void
    ) async throws {
        guard let shopee = applications.shopee else { return }
        let connection = connection(.shopee)
        while let lost = try await shopee.lostPushes(over: connection) {
            try await keep(.shopee, lost.pushes)
            try await shopee.confirmLostPushes(upTo: lost.last, over: connection)
        }
    }

    /// Connects the shops for which a channel sent an owner back.
    ///
    /// - Returns: the shops, mostly one.
    /// - Throws: ``CatalogueError/unknownShop`` for a channel that is not set up, an answer without a code, or a shop that another business
    ///   has connected; ``Marketplaces/ChannelFailure``, ``Storage/StorageError``.
    public func connect(_ answer: Answer, on channel: Channel, of business: BusinessID) async throws -> [Shop] {
        let connection = connection(channel)
        var tokens: [(ShopTokens, name: String)] = []
        switch channel {
        case .shopee:
            guard let application = applications.shopee, let code = answer["code"], let shop = answer["shop_id"] else {
                throw CatalogueError.unknownShop
            }
            let pair = try await application.tokens(code: code, shop: shop, over: connection)
            tokens = [(pair, try await application.shopName(pair, over: connection) ?? shop)]
        case .tikTokShop:
            guard let application = applications.tikTokShop, let code = answer["code"] else { throw CatalogueError.unknownShop }
            tokens = try await application.shops(code: code, over: connection)
        case .blibli:
            guard let application = applications.blibli, let store = answer["store"], let key = answer["key"] else {
                throw CatalogueError.unknownShop
            }
            tokens = [
                (try await application.tokens(store: store, sellerKey: key, username: answer["username"] ?? "", over: connection), store)
            ]
        case .goFood:
            guard let application = applications.goFood, let outlet = answer["outlet"] else { throw CatalogueError.unknownShop }
            tokens = [(try await application.tokens(outlet: outlet, over: connection), answer["name"] ?? outlet)]
        default: throw CatalogueError.unknownShop
        }
        let (vault, time) = (vault, now())
        let shops = try await database.write { [tokens] connection in
            try tokens.map { try connection.connect($0, name: $1, on: channel, of: business, vault: vault, at: time) }
        }
        // Whoever holds older tokens takes the new ones from the database.
        for shop in shops { keepers[shop.id] = nil }
        return shops
    }
}

extension SQLDatabase {
    /// Does something with the channel of a shop. If the channel says that the permission has ended, the shop says so from then on.
    ///
    /// - Throws: what `work` throws.
    public func followingPermission<T: Sendable>(
        of shop: ShopID, at now: @Sendable () -> Timestamp, _ work: () async throws -> T
    ) async throws -> T {
        do {
            return try await work()
        } catch ChannelFailure.disconnected(let reason) {
            let time = now()
            try await write { try $0.disconnect(shop, reason: reason, at: time) }
            throw ChannelFailure.disconnected(reason: reason)
        }
    }
}
