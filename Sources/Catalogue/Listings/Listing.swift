public import Accounts
public import Marketplaces
public import Storage

/// The subject of a ``ListingID``.
public enum ListingSubject {}
public typealias ListingID = Identifier<ListingSubject>

/// A product in a shop on a channel: what its owner wants, and what the channel says.
public struct Listing: Sendable, Hashable {
    public let id: ListingID
    public let product: ProductID
    public let shop: ShopID
    /// Whether buyers should see it.
    public var isWanted: Bool
    /// What the channel said last; nil before it was told.
    public var state: ListingState?
    /// The channel's own identifier.
    public var reference: String?
    public var channelCategory: String?
    /// Why the channel refused it, in its own words, or what failed on the way; empty if nothing did.
    public var reason: String
    /// The revision of the product that the channel was told last.
    public var publishedRevision: Int64?
    /// Where buyers see it.
    public var link: String?
    public var firstLiveAt: Timestamp?
}

extension SQLConnection {
    /// Where products are listed.
    public func listings(of products: some Collection<ProductID>) throws -> [ProductID: [Listing]] {
        var listings: [ProductID: [Listing]] = [:]
        for listing in try rows(
            "SELECT \(Listing.columns) FROM listing WHERE product_id IN \(list: products) ORDER BY id", Listing.init(row:))
        { listings[listing.product, default: []].append(listing) }
        return listings
    }

    /// How many products stand in a shop in each state; those that nobody was told of are not counted.
    public func listingCounts(in shop: ShopID) throws -> [ListingState: Int] {
        var counts: [ListingState: Int] = [:]
        try forEachRow("SELECT state, COUNT(*) FROM listing WHERE shop_id = \(shop) AND state IS NOT NULL GROUP BY state") { row in
            guard let state = ListingState(rawValue: try row[0]) else { return }
            counts[state] = Int(try row.integer(at: 1))
        }
        return counts
    }

    /// - Throws: ``CatalogueError/unknownListing``.
    public func listing(_ id: ListingID) throws -> Listing {
        guard let listing = try first("SELECT \(Listing.columns) FROM listing WHERE id = \(id)", Listing.init(row:)) else {
            throw CatalogueError.unknownListing
        }
        return listing
    }

    /// Says that a product should stand in a shop, or not any more. Who carries it out is told by ``Catalogue``'s jobs.
    ///
    /// - Throws: ``CatalogueError``.
    @discardableResult
    public func want(_ isWanted: Bool, _ product: ProductID, in shop: ShopID, at now: Timestamp) throws -> Listing {
        let wanted = isWanted ? "live" : "hidden"
        try run(
            """
            INSERT INTO listing (id, product_id, shop_id, wanted, reason, created_at, changed_at)
            VALUES (\(ListingID()), \(product), \(shop), \(wanted), '', \(now), \(now))
            ON CONFLICT (product_id, shop_id) DO UPDATE SET wanted = excluded.wanted, changed_at = excluded.changed_at
            """)
        guard
            let listing = try first(
                "SELECT \(Listing.columns) FROM listing WHERE product_id = \(product) AND shop_id = \(shop)", Listing.init(row:))
        else { throw CatalogueError.unknownListing }
        return listing
    }

    /// Says that every product of a business that is on sale should stand in a shop: how listings move in one step from a channel that closes.
    ///
    /// - Returns: how many were not wanted there before.
    public func wantAll(of business: BusinessID, in shop: ShopID, at now: Timestamp) throws -> Int {
        let products: [ProductID] = try rows(
            """
            SELECT p.id FROM product p WHERE p.business_id = \(business) AND p.is_archived = 0 AND NOT EXISTS (
                SELECT 1 FROM listing l WHERE l.product_id = p.id AND l.shop_id = \(shop) AND l.wanted = 'live')
            ORDER BY p.id
            """
        ) { try $0[0] }
        for product in products { try want(true, product, in: shop, at: now) }
        return products.count
    }

    /// Writes down what a channel says about a listing. The first time that it is live is kept.
    public func note(_ state: ListingState, reason: String = "", link: String? = nil, of listing: ListingID, at now: Timestamp) throws {
        try run(
            """
            UPDATE listing SET state = \(state.rawValue), reason = \(reason), link = COALESCE(\(link), link),
                first_live_at = CASE WHEN \(state.rawValue) = 'live' THEN COALESCE(first_live_at, \(now)) ELSE first_live_at END,
                changed_at = \(now)
            WHERE id = \(listing)
            """)
    }
}

extension SQLConnection {
    /// Says that nobody knows any more how much of a variant a channel shows, so that it is told again.
    public func doubt(_ variant: VariantID, in shop: ShopID) throws {
        try run(
            """
            UPDATE listing_variant SET doubts = doubts + 1
            WHERE variant_id = \(variant) AND listing_id IN (SELECT id FROM listing WHERE shop_id = \(shop))
            """)
    }

    /// Writes down what a channel says about a product that stands in a shop there, if it is one of the catalogue.
    public func note(_ listed: ListedProduct, in shop: ShopID, at now: Timestamp) throws {
        let known: ListingID? = try value("SELECT id FROM listing WHERE shop_id = \(shop) AND reference = \(listed.reference)")
        if let known { try note(listed.state, reason: listed.reason, of: known, at: now) }
    }
}

extension Listing {
    static let columns: SQLQuery = """
        id, product_id, shop_id, wanted, state, reference, channel_category, reason, published_revision, link, first_live_at
        """

    init(row: any SQLRow) throws {
        let state: String? = try row[4]
        self.init(
            id: try row[0], product: try row[1], shop: try row[2], isWanted: try row[3] as String == "live",
            state: state.flatMap(ListingState.init(rawValue:)), reference: try row[5], channelCategory: try row[6], reason: try row[7],
            publishedRevision: try row[8], link: try row[9], firstLiveAt: try row[10])
    }
}

extension SQLConnection {
    /// The business whose product anybody may see; nil if the product is not shown on the public page, or archived.
    public func publicBusiness(of product: ProductID) throws -> BusinessID? {
        try value(
            """
            SELECT p.business_id FROM product p JOIN listing l ON l.product_id = p.id JOIN shop s ON s.id = l.shop_id
            WHERE p.id = \(product) AND p.is_archived = 0 AND s.channel = 'page' AND l.wanted = 'live'
            """)
    }

    /// The businesses with products that anybody may see, by their numbers.
    public func sellingBusinesses(after last: BusinessID?, limit: Int) throws -> [BusinessID] {
        let rest: SQLQuery = last.map { " AND s.business_id > \($0)" } ?? ""
        return try rows(
            """
            SELECT DISTINCT s.business_id FROM shop s JOIN listing l ON l.shop_id = s.id
            WHERE s.channel = 'page' AND l.wanted = 'live'\(rest) ORDER BY s.business_id LIMIT \(Int64(limit))
            """
        ) { try $0[0] }
    }

    /// The products of a business that anybody may see, by their codes.
    public func publicProducts(of business: BusinessID) throws -> [Product] {
        try products(
            """
            business_id = \(business) AND is_archived = 0 AND EXISTS (SELECT 1 FROM listing l JOIN shop s ON s.id = l.shop_id
                WHERE l.product_id = product.id AND s.channel = 'page' AND l.wanted = 'live')
            """, order: "sku", limit: 100_000)
    }
}
