public import Accounts
public import Marketplaces
public import Storage

/// The subject of a ``ShopID``.
public enum ShopSubject {}
public typealias ShopID = Identifier<ShopSubject>

/// A business's shop on a channel.
public struct Shop: Sendable, Hashable {
    public let id: ShopID
    public let business: BusinessID
    public let channel: Channel
    /// The channel's own identifier; what its owner calls it for a shop kept by hand.
    public var reference: String
    public var name: String
    public var state: State
    /// When the permission that works without the owner ends.
    public var accessEnds: Timestamp?
    /// When the owner has to connect it again.
    public var refreshEnds: Timestamp?
    /// Why the tokens could not be refreshed last time; nil if they could.
    public var tokenFailure: String?
    /// How many of each variant are kept from this channel, so that others can sell them in the meantime.
    public var heldBack: Int
    /// Up to when its orders have been read, in seconds since 1970, and when that was.
    public var ordersReadTo: Int64?
    public var ordersReadAt: Timestamp?

    public enum State: String, Sendable, Hashable, CaseIterable, SQLConvertible {
        /// The owner tells what stands there; nothing is sent.
        case byHand = "by-hand"
        case connected
        /// Its permission ended, or was taken back.
        case disconnected
        /// The channel closed it, or closed itself. What was sold there stays.
        case closed
    }
}

extension Purpose {
    static let shopTokens = Purpose("shop-tokens")
}

extension SQLConnection {
    /// The shops of a business, oldest first.
    public func shops(of business: BusinessID) throws -> [Shop] {
        try rows("SELECT \(Shop.columns) FROM shop WHERE business_id = \(business) ORDER BY id", Shop.init(row:))
    }

    /// - Throws: ``CatalogueError/unknownShop``.
    public func shop(_ id: ShopID) throws -> Shop {
        guard let shop = try first("SELECT \(Shop.columns) FROM shop WHERE id = \(id)", Shop.init(row:)) else {
            throw CatalogueError.unknownShop
        }
        return shop
    }

    /// The shop that a channel knows under a name of its own; nil if nobody connected it.
    public func shop(_ reference: String, on channel: Channel) throws -> Shop? {
        try first("SELECT \(Shop.columns) FROM shop WHERE channel = \(channel.rawValue) AND reference = \(reference)", Shop.init(row:))
    }

    /// Adds a shop that its owner keeps by hand, or finds the one with that name.
    ///
    /// - Parameter isClosed: whether it exists no longer, and what was sold there is kept alone.
    public func addShop(
        _ name: String, on channel: Channel, of business: BusinessID, isClosed: Bool = false, id: ShopID = ShopID(), at now: Timestamp
    ) throws -> Shop {
        // By hand its name tells it apart, and two businesses may call theirs alike.
        let reference = "\(business)/\(name)"
        try run(
            """
            INSERT INTO shop (id, business_id, channel, reference, name, state, held_back, created_at, changed_at)
            VALUES (\(id), \(business), \(channel.rawValue), \(reference), \(name), \(isClosed ? Shop.State.closed : .byHand), 0, \(now), \(now))
            ON CONFLICT (channel, reference) DO NOTHING
            """)
        guard let shop = try shop(reference, on: channel) else { throw CatalogueError.unknownShop }
        return shop
    }

    /// Keeps the tokens of a shop, sealed, and makes it a connected one. A shop that another business connected before is not taken over.
    ///
    /// - Throws: ``CatalogueError/unknownShop`` if the shop belongs to another business; ``Accounts/VaultError``.
    @discardableResult
    public func connect(
        _ tokens: ShopTokens, name: String, on channel: Channel, of business: BusinessID, vault: Vault, at now: Timestamp
    ) throws -> Shop {
        if let known = try shop(tokens.shop, on: channel), known.business != business { throw CatalogueError.unknownShop }
        try run(
            """
            INSERT INTO shop (id, business_id, channel, reference, name, state, held_back, created_at, changed_at)
            VALUES (\(ShopID()), \(business), \(channel.rawValue), \(tokens.shop), \(name), \(Shop.State.connected), 0, \(now), \(now))
            ON CONFLICT (channel, reference) DO UPDATE SET name = excluded.name, state = excluded.state, changed_at = excluded.changed_at
            """)
        guard let shop = try shop(tokens.shop, on: channel) else { throw CatalogueError.unknownShop }
        try keep(tokens, of: shop.id, vault: vault, at: now)
        return try self.shop(shop.id)
    }

    /// Puts new tokens in the place of the old ones.
    public func keep(_ tokens: ShopTokens, of shop: ShopID, vault: Vault, at now: Timestamp) throws {
        let sealed = try vault.seal(ShopTokensCoding.encoded(tokens), as: .shopTokens)
        try run(
            """
            UPDATE shop SET tokens = \(sealed), access_ends = \(tokens.accessEnds.map(Timestamp.init(secondsSince1970:))),
                refresh_ends = \(tokens.refreshEnds.map(Timestamp.init(secondsSince1970:))), token_failure = NULL, changed_at = \(now)
            WHERE id = \(shop)
            """)
    }

    /// The tokens of a shop; nil for one kept by hand.
    ///
    /// - Throws: ``Accounts/VaultError``.
    public func tokens(of shop: ShopID, vault: Vault) throws -> ShopTokens? {
        let sealed: [UInt8]? = try value("SELECT tokens FROM shop WHERE id = \(shop) AND tokens IS NOT NULL")
        return try sealed.map { try ShopTokensCoding.decoded(vault.open($0, as: .shopTokens)) }
    }

    /// Says that a shop cannot be reached any more until its owner connects it again.
    public func disconnect(_ shop: ShopID, reason: String, at now: Timestamp) throws {
        try run(
            """
            UPDATE shop SET state = \(Shop.State.disconnected), token_failure = \(reason), changed_at = \(now)
            WHERE id = \(shop) AND state = \(Shop.State.connected)
            """)
    }

    /// Forgets the tokens of a shop because its owner wants so.
    public func forgetTokens(of shop: ShopID, at now: Timestamp) throws {
        try run(
            """
            UPDATE shop SET state = \(Shop.State.disconnected), tokens = NULL, access_ends = NULL, refresh_ends = NULL, token_failure = NULL,
                changed_at = \(now) WHERE id = \(shop) AND state IN ('connected', 'disconnected')
            """)
    }

    /// How many of each variant this channel does not get.
    public func holdBack(_ count: Int, from shop: ShopID, at now: Timestamp) throws {
        try run("UPDATE shop SET held_back = \(count), changed_at = \(now) WHERE id = \(shop)")
    }
}

extension Shop {
    static let columns: SQLQuery = """
        id, business_id, channel, reference, name, state, access_ends, refresh_ends, token_failure, held_back, orders_read_to, orders_read_at
        """

    init(row: any SQLRow) throws {
        let channel: String = try row[2]
        guard let channel = Channel(rawValue: channel) else { throw StorageError.decoding(column: 2, expected: "a channel") }
        self.init(
            id: try row[0], business: try row[1], channel: channel, reference: try row[3], name: try row[4], state: try row[5],
            accessEnds: try row[6], refreshEnds: try row[7], tokenFailure: try row[8], heldBack: try row[9], ordersReadTo: try row[10],
            ordersReadAt: try row[11])
    }
}
