import Accounts
import Journey
import Marketplaces
import Nusantara
public import Storage

/// Brings a shop to what the catalogue says: adopts what stands there under a seller's code, adds what is missing, changes what changed, and
/// keeps prices and stock in step. Stopped anywhere and run again it comes to the same end, and lists nothing twice.
public struct Publisher: Sendable {
    private let database: any SQLDatabase
    private let clients: ShopClients
    private let now: @Sendable () -> Timestamp

    public init(_ database: any SQLDatabase, clients: @escaping ShopClients, now: @escaping @Sendable () -> Timestamp = { .now }) {
        self.database = database
        self.clients = clients
        self.now = now
    }

    /// What became of the listings of a shop.
    public struct Report: Sendable, Hashable {
        public var added = 0
        public var adopted = 0
        public var changed = 0
        public var hidden = 0
        public var refused = 0
        /// Variants whose price or stock was set.
        public var variants = 0
        /// Those that may succeed later.
        public var failed = 0
    }

    /// A listing that the channel has to be told about, with all that is needed for it.
    private struct Work: Sendable {
        let listing: Listing
        let product: Product
        let offer: Offer
        let category: String?
        let known: [VariantID: (reference: String, price: Int, stock: Int)]
        let findings: [ReadinessFinding]

        var isDue: Bool {
            // What the channel itself refused is sent again once the product or its category there is another; what the rules refuse costs
            // nothing to look at again.
            if listing.isWanted, listing.state == .refused, listing.publishedRevision == product.revision,
                category == nil || listing.channelCategory == category
            {
                return false
            }
            if listing.isWanted != (listing.state == .live) { return true }
            guard listing.isWanted else { return false }
            return listing.reference == nil || listing.publishedRevision != product.revision || known.isEmpty || hasChanges
        }

        /// What the channel was told, if nothing but prices and stocks has changed since; else nil.
        var told: ListedProduct? {
            guard listing.isWanted, listing.state == .live, let reference = listing.reference,
                listing.publishedRevision == product.revision,
                !product.isArchived, known.count == offer.variants.count
            else { return nil }
            let ids = Dictionary(product.variants.map { ($0.sku, $0.id) }) { first, _ in first }
            let variants = offer.variants.compactMap { variant in
                ids[variant.sku].flatMap { known[$0] }.map {
                    ListedVariant(reference: $0.reference, sku: variant.sku, options: variant.options, price: $0.price, stock: $0.stock)
                }
            }
            return ListedProduct(
                reference: reference, sku: offer.sku, title: offer.title, state: .live, axes: offer.axes, variants: variants)
        }

        /// Whether a price or a stock differs from what the channel was told.
        var hasChanges: Bool {
            let ids = Dictionary(product.variants.map { ($0.sku, $0.id) }) { first, _ in first }
            return offer.variants.contains { variant in
                ids[variant.sku].flatMap { known[$0] }.map { $0.price != variant.price || $0.stock != variant.stock } ?? false
            }
        }
    }

    /// Tells a shop's channel everything that it does not know yet.
    ///
    /// - Returns: nil if the shop is not connected, or its channel not set up.
    /// - Throws: ``Marketplaces/ChannelFailure`` if the shop as a whole cannot be reached; ``Storage/StorageError``.
    public func publish(_ id: ShopID) async throws -> Report? {
        let shop = try await database.read { try $0.shop(id) }
        guard shop.state == .connected, let client = try await clients(shop) else { return nil }
        return try await database.followingPermission(of: id, at: now) { try await publish(shop, client) }
    }

    private func publish(_ shop: Shop, _ client: any MarketplaceClient) async throws -> Report {
        var report = Report()
        try await fetchLimits(for: shop, client)
        let due = try await work(of: shop).filter(\.isDue)
        guard !due.isEmpty else { return report }
        var standing: [String: ListedProduct] = [:]
        if due.contains(where: { $0.listing.isWanted && $0.listing.reference == nil }) { standing = try await codes(client) }
        for work in due {
            do {
                try await publish(work, in: shop, client, standing, &report)
            } catch let failure as ChannelFailure where failure.isPassing {
                report.failed += 1
                try await note(work.listing, state: work.listing.state, reason: "\(failure)")
                // What keeps one call from succeeding keeps the next one too.
                if case .resting = failure { throw failure }
            } catch ChannelFailure.refused(let code, let reason) {
                report.refused += 1
                try await note(work.listing, state: .refused, reason: reason.isEmpty ? code : reason)
                try await database.write { connection in
                    try connection.run(
                        """
                        UPDATE listing SET published_revision = \(work.product.revision), channel_category = \(work.category)
                        WHERE id = \(work.listing.id)
                        """)
                }
            }
        }
        return report
    }

    /// Asks the channel what it takes in the categories of what should stand in a shop, once a week.
    private func fetchLimits(for shop: Shop, _ client: any MarketplaceClient) async throws {
        let time = now()
        let missing = try await database.read { connection -> [String] in
            let categories: [String] = try connection.rows(
                """
                SELECT DISTINCT p.category FROM listing l JOIN product p ON p.id = l.product_id
                WHERE l.shop_id = \(shop.id) AND l.wanted = 'live' AND p.category IS NOT NULL
                """
            ) { try $0[0] }
            let references = Set(try categories.compactMap { try connection.channelCategory(of: $0, on: shop.channel) })
            return try connection.categoriesWithoutLimits(references, on: client.channel, at: time)
        }
        for reference in missing {
            do {
                // A channel without such a call says nothing, and is asked nothing.
                guard let limits = try await client.limits(ofCategory: reference) else { return }
                try await database.write { try $0.keep(limits, ofCategory: reference, on: client.channel, at: time) }
            } catch let failure as ChannelFailure {
                // The rules of the program hold meanwhile; a lost permission shows in the next call.
                if case .disconnected = failure { throw failure }
            }
        }
    }

    private func work(of shop: Shop) async throws -> [Work] {
        let today = CalendarDate(now())
        return try await database.read { connection in
            let listings = try connection.rows(
                "SELECT \(Listing.columns) FROM listing WHERE shop_id = \(shop.id) ORDER BY id", Listing.init(row:))
            let products = try connection.products(
                "id IN \(list: listings.map(\.product)) AND business_id = \(shop.business)", order: "id", limit: 1_000_000)
            let offers = try connection.offers(products, in: shop)
            let rules = try connection.fetchedRules()
            let places = Dictionary(uniqueKeysWithValues: products.enumerated().map { ($1.id, $0) })
            return try listings.compactMap { listing in
                guard let place = places[listing.product] else { return nil }
                let (product, offer) = (products[place], offers[place])
                let known = try connection.rows(
                    "SELECT variant_id, reference, price, stock, doubts FROM listing_variant WHERE listing_id = \(listing.id)"
                ) { row -> (VariantID, (reference: String, price: Int, stock: Int)) in
                    // What nobody knows for certain equals no price and no stock.
                    let isCertain = try row.integer(at: 4) == 0
                    return (try row[0], (reference: try row[1], price: isCertain ? try row[2] : -1, stock: isCertain ? try row[3] : -1))
                }
                let category = product.category.flatMap { ProductTaxonomy.shipped[$0] }
                return Work(
                    listing: listing, product: product, offer: offer,
                    category: shop.channel.hasCategories
                        ? try product.category.flatMap { try connection.channelCategory(of: $0, on: shop.channel) } : "",
                    known: Dictionary(known) { first, _ in first },
                    findings: rules.rules(of: shop.channel, for: product.category).findings(about: offer, in: category, on: today))
            }
        }
    }

    /// Everything that stands in the shop, by the codes of products and variants.
    private func codes(_ client: any MarketplaceClient) async throws -> [String: ListedProduct] {
        var codes: [String: ListedProduct] = [:]
        var cursor: String?
        repeat {
            let page = try await client.listings(after: cursor)
            for product in page.elements where product.state != .deleted {
                for code in [product.sku] + product.variants.map(\.sku) {
                    if let code, codes[code] == nil { codes[code] = product }
                }
            }
            cursor = page.next
        } while cursor != nil
        return codes
    }

    private func publish(
        _ work: Work, in shop: Shop, _ client: any MarketplaceClient, _ standing: [String: ListedProduct], _ report: inout Report
    ) async throws {
        let listing = work.listing
        guard listing.isWanted, !work.product.isArchived else {
            if let reference = listing.reference, let listed = try await client.listing(reference) {
                try await client.show(false, listed)
            }
            try await note(listing, state: .hidden, reason: "")
            report.hidden += 1
            return
        }
        let refusals = work.findings.filter(\.isRefusal)
        guard refusals.isEmpty else {
            try await note(listing, state: .refused, reason: refusals.map(\.problem.indonesian).joined(separator: " "))
            report.refused += 1
            return
        }
        let photo: @Sendable (OfferPhoto) async throws -> [UInt8] = { [database] photo in
            // Within the program a photo is linked by its number.
            guard let id = PhotoID(photo.link), let bytes = try await database.read({ try $0.photoContent(id, thumbnail: false) }) else {
                throw ChannelFailure.refused(code: "photo", reason: "Foto tidak ditemukan.")
            }
            return bytes
        }
        var listed: ListedProduct
        if let told = work.told {
            // Nothing but prices and stocks: what stands there need not be read first, and a comparison finds it if somebody changed it.
            try await setVariants(told, work, client, &report)
            return
        }
        if let reference = listing.reference {
            guard var found = try await client.listing(reference), found.state != .deleted else {
                // Somebody deleted it there: the next round puts it up anew.
                try await forget(listing)
                report.failed += 1
                return
            }
            let lacksVariants = found.axes.isEmpty && !work.offer.axes.isEmpty
            if listing.publishedRevision != work.product.revision || lacksVariants, let category = work.category ?? found.category {
                found = try await client.update(found, to: work.offer, category: category, photo: photo)
                report.changed += 1
            }
            if found.state == .hidden {
                try await client.show(true, found)
                found.state = .live
                report.changed += 1
            }
            listed = found
        } else if let found = ([work.offer.sku] + work.offer.variants.map(\.sku)).lazy.compactMap({ standing[$0] }).first {
            // Lists tell less than the product itself does.
            listed = try await client.listing(found.reference) ?? found
            if listed.axes.isEmpty, !work.offer.axes.isEmpty, let category = work.category ?? listed.category {
                listed = try await client.update(listed, to: work.offer, category: category, photo: photo)
            }
            report.adopted += 1
        } else {
            guard let category = work.category else {
                try await note(
                    listing, state: .refused, reason: "Kategori ini belum dipasangkan dengan kategori di \(shop.channel.name).")
                report.refused += 1
                return
            }
            listed = try await client.add(work.offer, category: category, photo: photo)
            report.added += 1
        }
        try await keep(listed, work, in: shop)
        let missing = work.offer.variants.count - Self.pairs(listed, work.product, work.offer).count
        if missing > 0, listed.state == .live {
            try await note(listing, state: listed.state, reason: "\(missing) varian belum ada di \(shop.channel.name). Tambahkan di sana.")
        }
        try await setVariants(listed, work, client, &report)
    }

    /// Sets prices and stocks where what stands there is not what it should be.
    ///
    /// - Returns: what became of each variant that was to be set, by the channel's own identifier: why not, or nil if it was.
    @discardableResult
    private func setVariants(
        _ listed: ListedProduct, _ work: Work, _ client: any MarketplaceClient, _ report: inout Report
    ) async throws -> [String: String?] {
        var changes: [VariantChange] = []
        var ids: [String: VariantID] = [:]
        for (variant, offered) in Self.pairs(listed, work.product, work.offer) {
            ids[variant.reference] = offered.id
            let (price, stock) = (
                variant.price == offered.price ? nil : offered.price, variant.stock == offered.stock ? nil : offered.stock
            )
            if price != nil || stock != nil { changes.append(VariantChange(variant: variant, price: price, stock: stock)) }
        }
        guard !changes.isEmpty else { return [:] }
        let listing = work.listing.id
        // Written down before it is sent: whoever dies in between has not told the channel for certain.
        let doubts = try await database.write { [changes, ids] connection in
            var doubts: [VariantID: Int] = [:]
            for change in changes {
                guard let id = ids[change.variant.reference] else { continue }
                doubts[id] = try connection.value(
                    """
                    UPDATE listing_variant SET doubts = doubts + 1 WHERE listing_id = \(listing) AND variant_id = \(id) RETURNING doubts
                    """)
            }
            return doubts
        }
        let outcomes = try await client.set(changes, of: listed)
        let failures = Dictionary(outcomes.map { ($0.reference, $0.failure) }) { $1 }
        report.variants += outcomes.count { $0.failure == nil }
        report.failed += outcomes.count { $0.failure != nil }
        try await database.write { [changes, ids] connection in
            for change in changes {
                guard let id = ids[change.variant.reference] else { continue }
                if let failure = failures[change.variant.reference] ?? nil {
                    try connection.run(
                        "UPDATE listing_variant SET failure = \(failure) WHERE listing_id = \(listing) AND variant_id = \(id)")
                } else {
                    try connection.run(
                        """
                        UPDATE listing_variant SET price = \(change.price ?? change.variant.price), stock = \(change.stock ?? change.variant.stock),
                            doubts = CASE WHEN doubts = \(doubts[id] ?? 0) THEN 0 ELSE doubts END, failure = NULL
                        WHERE listing_id = \(listing) AND variant_id = \(id)
                        """)
                }
            }
        }
        return failures
    }

    /// The variants that stand there beside those that are offered: by the seller's code, else by their options.
    static func pairs(
        _ listed: ListedProduct, _ product: Product, _ offer: Offer
    ) -> [(ListedVariant, (id: VariantID, price: Int, stock: Int))] {
        let ids = Dictionary(product.variants.map { ($0.sku, $0.id) }) { first, _ in first }
        var rest = listed.variants
        return offer.variants.compactMap { variant in
            guard let id = ids[variant.sku] else { return nil }
            let place =
                rest.firstIndex { $0.sku == variant.sku }
                ?? rest.firstIndex { $0.sku == nil && $0.options.map { $0.lowercased() } == variant.options.map { $0.lowercased() } }
                ?? (offer.variants.count == 1 && rest.count == 1 ? 0 : nil)
            return place.map { (rest.remove(at: $0), (id, variant.price, variant.stock)) }
        }
    }

    /// Writes down what stands there. The first time that a product of the shop is live, the channel counts as verified.
    private func keep(_ listed: ListedProduct, _ work: Work, in shop: Shop) async throws {
        let time = now()
        try await database.write(holding: .journey) { connection in
            try connection.run(
                """
                UPDATE listing SET reference = \(listed.reference), published_revision = \(work.product.revision),
                    channel_category = \(listed.category) WHERE id = \(work.listing.id)
                """)
            try connection.note(listed.state, reason: listed.reason, of: work.listing.id, at: time)
            for (variant, offered) in Self.pairs(listed, work.product, work.offer) {
                try connection.run(
                    """
                    INSERT INTO listing_variant (listing_id, variant_id, reference, price, stock)
                    VALUES (\(work.listing.id), \(offered.id), \(variant.reference), \(variant.price), \(variant.stock))
                    ON CONFLICT (listing_id, variant_id) DO UPDATE SET reference = excluded.reference, price = excluded.price,
                        stock = excluded.stock, doubts = 0, failure = NULL
                    """)
            }
            if listed.state == .live { try connection.verifyChannel(of: work.listing.id, in: shop, on: CalendarDate(time)) }
        }
    }

    private func note(_ listing: Listing, state: ListingState?, reason: String) async throws {
        try await database.write { [now] connection in
            if let state {
                try connection.note(state, reason: reason, of: listing.id, at: now())
            } else {
                try connection.run("UPDATE listing SET reason = \(reason), changed_at = \(now()) WHERE id = \(listing.id)")
            }
        }
    }

    private func forget(_ listing: Listing) async throws {
        try await database.write { [now] connection in
            try connection.run("DELETE FROM listing_variant WHERE listing_id = \(listing.id)")
            try connection.run(
                "UPDATE listing SET reference = NULL, published_revision = NULL, state = NULL, changed_at = \(now()) WHERE id = \(listing.id)"
            )
        }
    }

    // MARK: - Comparing

    /// What stands on a channel beside what it was told.
    public struct Drift: Sendable, Hashable, Codable {
        public let product: String
        public let variant: String
        public let what: String
        public let here: String
        public let there: String
        public let isMended: Bool
    }

    /// Compares every live listing of a shop with the channel, mends prices and stocks, and tells what else differs. An empty answer is the
    /// statement that both are equal.
    ///
    /// - Throws: as ``publish(_:)``.
    public func reconcile(_ id: ShopID) async throws -> [Drift]? {
        let shop = try await database.read { try $0.shop(id) }
        guard shop.state == .connected, let client = try await clients(shop) else { return nil }
        return try await database.followingPermission(of: id, at: now) { try await reconcile(shop, client) }
    }

    private func reconcile(_ shop: Shop, _ client: any MarketplaceClient) async throws -> [Drift] {
        var drifts: [Drift] = []
        for work in try await work(of: shop) {
            guard let reference = work.listing.reference else { continue }
            guard let listed = try await client.listing(reference) else {
                drifts.append(
                    Drift(product: work.offer.sku, variant: "", what: "listing", here: reference, there: "–", isMended: false))
                try await forget(work.listing)
                continue
            }
            if listed.state != work.listing.state {
                drifts.append(
                    Drift(
                        product: work.offer.sku, variant: "", what: "state", here: work.listing.state?.rawValue ?? "–",
                        there: listed.state.rawValue,
                        isMended: false))
                try await note(work.listing, state: listed.state, reason: listed.reason)
                if listed.state == .live {
                    let today = CalendarDate(now())
                    try await database.write(holding: .journey) { try $0.verifyChannel(of: work.listing.id, in: shop, on: today) }
                }
            }
            guard work.listing.isWanted, listed.state == .live else { continue }
            let different = Self.pairs(listed, work.product, work.offer).filter { $0.price != $1.price || $0.stock != $1.stock }
            guard !different.isEmpty else { continue }
            var report = Report()
            let failures = try await setVariants(listed, work, client, &report)
            for (variant, offered) in different {
                let isMended = (failures[variant.reference] ?? nil) == nil
                func drift(_ what: String, _ here: Int, _ there: Int) {
                    guard here != there else { return }
                    drifts.append(
                        Drift(
                            product: work.offer.sku, variant: variant.sku ?? variant.reference, what: what, here: String(here),
                            there: String(there), isMended: isMended))
                }
                drift("price", offered.price, variant.price)
                drift("stock", offered.stock, variant.stock)
            }
        }
        return drifts
    }
}

extension SQLConnection {
    /// The first time that a product of a business is live on a channel, the channel counts as verified.
    fileprivate func verifyChannel(of listing: ListingID, in shop: Shop, on day: CalendarDate) throws {
        let isKnown: Int64? = try value(
            """
            SELECT 1 FROM milestone WHERE business_id = \(shop.business) AND kind = \(Milestone.Kind.channelVerified)
                AND detail = \(shop.channel.rawValue)
            """)
        guard isKnown == nil else { return }
        var changes = JourneyChanges()
        changes.add(
            Milestone(
                .channelVerified, on: day, evidence: .init(kind: .document, id: Identifier(high: listing.high, low: listing.low)),
                detail: shop.channel.rawValue), to: shop.business)
        try apply(changes, today: day)
    }
}
