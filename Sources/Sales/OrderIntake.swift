import Accounts
public import Catalogue
import Journey
public import Marketplaces
import Nusantara
public import Storage

/// What came of telling the books about an order.
public enum OrderOutcome: Sendable, Hashable {
    /// It was not known before.
    case new
    case changed
    /// The same, or older than what is known: nothing changed.
    case unchanged
}

extension SQLConnection {
    /// Writes an order into the books, with what it does to stock and to the business's milestones. The unit of work holds
    /// ``Storage/SQLLock/journey``.
    ///
    /// It may come twice, late, and out of order: what is older than what is known by the channel's own time changes nothing, and each line
    /// touches the stock once for each thing that happens to it. From a cancelled or returned order nothing leads back, except by a newer
    /// word of the channel.
    ///
    /// - Throws: ``Catalogue/CatalogueError/unknownShop``, ``Storage/StorageError``.
    @discardableResult
    public func take(_ order: ChannelOrder, in shop: ShopID, at now: Timestamp) throws -> OrderOutcome {
        let shop = try self.shop(shop)
        let known: (id: OrderID, state: OrderState, changedAt: Timestamp, number: Int64)? = try first(
            """
            SELECT o.id, o.state, o.changed_at, (SELECT COUNT(*) FROM sales_order_event e WHERE e.order_id = o.id)
            FROM sales_order o WHERE o.shop_id = \(shop.id) AND o.reference = \(order.reference)
            """
        ) { (try $0[0], OrderState(rawValue: try $0[1]) ?? .unknown, try $0[2], try $0[3]) }
        let changedAt = Timestamp(secondsSince1970: order.updated)
        if let known, !Self.isForward(from: (known.state, known.changedAt), to: (order.state, changedAt)) { return .unchanged }
        // A word that nobody knows says nothing about where the order is: it stays, and somebody has to look.
        let state = order.state == .unknown ? known?.state ?? .unknown : order.state
        let id = known?.id ?? OrderID()
        try run(
            """
            INSERT INTO sales_order (id, shop_id, business_id, channel, reference, state, channel_state, ordered_at, changed_at, total, fees,
                shipping, buyer, destination, tracking_number, ship_by, cancel_reason, read_at)
            VALUES (\(id), \(shop.id), \(shop.business), \(order.storefront.rawValue), \(order.reference), \(state.rawValue),
                \(order.channelState), \(Timestamp(secondsSince1970: order.created)), \(changedAt), \(order.total), \(order.fees),
                \(order.shipping), \(order.buyer), \(order.destination), \(order.trackingNumber),
                \(order.shipBy.map(Timestamp.init(secondsSince1970:))), \(order.cancelReason), \(now))
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, channel_state = excluded.channel_state, changed_at = excluded.changed_at,
                total = excluded.total, fees = COALESCE(excluded.fees, sales_order.fees), shipping = excluded.shipping,
                buyer = COALESCE(excluded.buyer, sales_order.buyer), destination = COALESCE(excluded.destination, sales_order.destination),
                tracking_number = COALESCE(excluded.tracking_number, sales_order.tracking_number),
                ship_by = COALESCE(excluded.ship_by, sales_order.ship_by),
                cancel_reason = COALESCE(excluded.cancel_reason, sales_order.cancel_reason), read_at = excluded.read_at
            """)
        try run(
            """
            INSERT INTO sales_order_event (order_id, number, state, channel_state, changed_at, read_at)
            VALUES (\(id), \(known?.number ?? 0), \(state.rawValue), \(order.channelState), \(changedAt), \(now))
            """)
        try write(order.lines, of: id, shop: shop)
        try moveStock(of: id, to: state, in: shop, at: now)
        try recordSale(of: id, state: state, on: order.storefront, business: shop.business, at: now)
        return known == nil ? .new : .changed
    }

    /// Whether what is told leads on from what is known: by the channel's time, and within one second by how far the order is.
    static func isForward(from known: (state: OrderState, at: Timestamp), to told: (state: OrderState, at: Timestamp)) -> Bool {
        if told.at != known.at { return told.at > known.at }
        return told.state.progress > known.state.progress
    }

    private func write(_ lines: [ChannelOrderLine], of order: OrderID, shop: Shop) throws {
        for line in lines {
            let isKnown: Int64? = try value("SELECT 1 FROM sales_order_line WHERE order_id = \(order) AND reference = \(line.reference)")
            // What was ordered is what moves stock: a line does not change once it is in the books.
            guard isKnown == nil else { continue }
            let variant = try self.variant(of: line, in: shop)
            try run(
                """
                INSERT INTO sales_order_line (order_id, reference, variant_id, product_reference, variant_reference, sku, title, quantity,
                    price, cost)
                VALUES (\(order), \(line.reference), \(variant?.id), \(line.product), \(line.variant), \(line.sku), \(line.title),
                    \(line.quantity), \(line.price), \(variant?.cost))
                """)
        }
    }

    /// The variant that a line means: by what was listed, else by the seller's code.
    private func variant(of line: ChannelOrderLine, in shop: Shop) throws -> (id: VariantID, cost: Int?)? {
        let listed: (VariantID, Int?)? = try first(
            """
            SELECT v.id, v.cost FROM listing l JOIN listing_variant lv ON lv.listing_id = l.id JOIN variant v ON v.id = lv.variant_id
            WHERE l.shop_id = \(shop.id) AND l.reference = \(line.product) AND lv.reference = \(line.variant)
            """
        ) { (try $0[0], try $0[1]) }
        if let listed { return listed }
        guard let sku = line.sku, !sku.isEmpty else { return nil }
        return try first(
            """
            SELECT v.id, v.cost FROM variant v JOIN product p ON p.id = v.product_id
            WHERE p.business_id = \(shop.business) AND v.sku = \(sku)
            """
        ) { (try $0[0], try $0[1]) }
    }

    /// Brings the stock to where the order is. Each step is a movement under the name of the line, and so done once.
    private func moveStock(of order: OrderID, to state: OrderState, in shop: Shop, at now: Timestamp) throws {
        let lines = try rows(
            """
            SELECT reference, variant_id, quantity FROM sales_order_line
            WHERE order_id = \(order) AND variant_id IS NOT NULL AND quantity > 0
            """
        ) { (reference: "order \(order) \(try $0[0] as String)", variant: try $0[1] as VariantID, quantity: try $0[2] as Int) }
        for line in lines {
            func move(_ kind: StockMovement.Kind) throws {
                let isNew = try self.move(StockMovement(kind, line.quantity, of: line.variant, reference: line.reference), at: now)
                // The channel moved its own stock when this happened: what it was told last no longer says what it holds.
                if isNew { try doubt(line.variant, in: shop.id) }
            }
            func was(_ kind: StockMovement.Kind) throws -> Bool {
                try value(
                    """
                    SELECT 1 FROM stock_movement WHERE variant_id = \(line.variant) AND kind = \(kind) AND reference = \(line.reference)
                    """, as: Int64.self) != nil
            }
            if state.holdsStock {
                try move(.reserved)
            } else if state.hasLeft {
                // What had left before anybody said what is in stock was not among it.
                if try !was(.reserved), try isHistory(order, for: line.variant) { continue }
                try move(.reserved)
                if try !was(.released) { try move(.shipped) }
            } else if state == .cancelled || state == .returned {
                if try was(.shipped) {
                    try move(.returned)
                } else if try was(.reserved) {
                    try move(.released)
                }
            }
        }
    }

    /// Whether an order is older than the first word about a variant's stock.
    private func isHistory(_ order: OrderID, for variant: VariantID) throws -> Bool {
        try value(
            """
            SELECT 1 FROM sales_order o WHERE o.id = \(order) AND o.ordered_at < (
                SELECT MIN(m.moved_at) FROM stock_movement m WHERE m.variant_id = \(variant)
                    AND m.kind IN (\(StockMovement.Kind.received), \(StockMovement.Kind.counted)))
            """, as: Int64.self) != nil
    }

    /// A paid order is a sale, and the first sale of a day on a channel is a milestone: more of them would prove nothing more. If it is
    /// cancelled or sent back, another sale of that day takes its place.
    private func recordSale(of id: OrderID, state: OrderState, on channel: Channel, business: BusinessID, at now: Timestamp) throws {
        let today = CalendarDate(now)
        guard let orderedAt: Timestamp = try value("SELECT ordered_at FROM sales_order WHERE id = \(id)") else { return }
        let day = min(today, CalendarDate(orderedAt))
        func milestone(_ order: OrderID) -> Milestone {
            Milestone(
                .sold, on: day, evidence: .init(kind: .order, id: Identifier(high: order.high, low: order.low)), detail: channel.rawValue)
        }
        let proof: Identifier<EvidenceSubject>? = try value(
            """
            SELECT evidence_id FROM milestone WHERE business_id = \(business) AND kind = \(Milestone.Kind.sold) AND day = \(day.dayNumber)
                AND detail = \(channel.rawValue) AND evidence_kind = \(Milestone.Evidence.Kind.order)
            """)
        var changes = JourneyChanges()
        if state.isSale, proof == nil {
            changes.add(milestone(id), to: business)
        } else if state == .cancelled || state == .returned, let proof, proof == milestone(id).evidence.id {
            changes.remove(milestone(id).evidence, from: business)
            if let other = try anotherSale(than: id, of: business, on: channel, day: day) { changes.add(milestone(other), to: business) }
        }
        try apply(changes, today: today)
    }

    private func anotherSale(than id: OrderID, of business: BusinessID, on channel: Channel, day: CalendarDate) throws -> OrderID? {
        try rows(
            """
            SELECT id, ordered_at FROM sales_order WHERE business_id = \(business) AND channel = \(channel.rawValue) AND id <> \(id)
                AND ordered_at BETWEEN \(Timestamp(secondsSince1970: Int64(day.dayNumber - 1) * 86_400))
                    AND \(Timestamp(secondsSince1970: Int64(day.dayNumber + 2) * 86_400))
                AND state IN ('paid', 'cancel-requested', 'packed', 'shipped', 'delivered', 'completed')
            ORDER BY id
            """
        ) { (id: try $0[0] as OrderID, at: try $0[1] as Timestamp) }.first { CalendarDate($0.at) == day }?.id
    }
}
