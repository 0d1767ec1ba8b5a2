public import Accounts
public import Catalogue
import Marketplaces
public import Storage

extension SQLConnection {
    /// A page of a business's orders: those that need the seller first, by when they have to be sent, then the newest.
    public func orders(of business: BusinessID, needingSeller: Bool = false, offset: Int = 0, limit: Int) throws -> [Order] {
        let condition: SQLQuery = needingSeller ? " AND state IN ('paid', 'cancel-requested', 'unknown')" : ""
        return try rows(
            """
            SELECT \(Order.columns) FROM sales_order WHERE business_id = \(business)\(condition)
            ORDER BY CASE WHEN state IN ('paid', 'cancel-requested', 'unknown') THEN 0 ELSE 1 END,
                CASE WHEN state IN ('paid', 'cancel-requested', 'unknown') THEN COALESCE(ship_by, changed_at) END, ordered_at DESC, id
            LIMIT \(Int64(limit)) OFFSET \(Int64(offset))
            """, Order.init(row:))
    }

    /// An order by its number; nil if there is none.
    public func order(_ id: OrderID) throws -> Order? {
        try first("SELECT \(Order.columns) FROM sales_order WHERE id = \(id)", Order.init(row:))
    }

    /// How many orders a business has, and how many of them wait for it.
    public func orderCounts(of business: BusinessID) throws -> (all: Int, waiting: Int) {
        try first(
            """
            SELECT COUNT(*), COALESCE(SUM(CASE WHEN state IN ('paid', 'cancel-requested', 'unknown') THEN 1 ELSE 0 END), 0)
            FROM sales_order WHERE business_id = \(business)
            """
        ) { (try $0[0], try $0[1]) } ?? (0, 0)
    }

    /// The lines of orders, by order.
    public func lines(of orders: some Collection<OrderID>) throws -> [OrderID: [OrderLine]] {
        var lines: [OrderID: [OrderLine]] = [:]
        try forEachRow(
            """
            SELECT l.order_id, l.reference, l.variant_id, l.sku, l.title, l.quantity, l.price, l.cost, v.option1, v.option2
            FROM sales_order_line l LEFT JOIN variant v ON v.id = l.variant_id
            WHERE l.order_id IN \(list: orders) ORDER BY l.order_id, l.reference
            """
        ) { row in
            let options = [try row[8] as String?, try row[9] as String?].compactMap(\.self).filter { !$0.isEmpty }
            lines[try row[0], default: []].append(
                OrderLine(
                    reference: try row[1], variant: try row[2], sku: try row[3], title: try row[4],
                    options: options.joined(separator: ", "), quantity: try row[5], price: try row[6],
                    cost: try row[7]))
        }
        return lines
    }

    /// What each product of a business brought since an instant: paid orders that were neither cancelled nor sent back. The fees of an
    /// order are shared among its lines by their amounts.
    public func profits(of business: BusinessID, since: Timestamp) throws -> [ProductProfit] {
        try rows(
            """
            SELECT v.product_id, SUM(l.quantity), SUM(l.quantity * l.price),
                SUM(CASE WHEN l.cost IS NULL THEN 0 ELSE l.quantity * l.cost END),
                SUM(CASE WHEN l.cost IS NULL THEN 1 ELSE 0 END),
                SUM(CASE WHEN o.fees IS NULL OR t.amount = 0 THEN 0 ELSE o.fees * l.quantity * l.price / t.amount END),
                SUM(CASE WHEN o.fees IS NULL THEN 1 ELSE 0 END)
            FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id JOIN variant v ON v.id = l.variant_id
            JOIN (SELECT order_id, SUM(quantity * price) AS amount FROM sales_order_line GROUP BY order_id) t ON t.order_id = o.id
            WHERE o.business_id = \(business) AND o.ordered_at >= \(since)
                AND o.state IN ('paid', 'cancel-requested', 'packed', 'shipped', 'delivered', 'completed')
            GROUP BY v.product_id ORDER BY SUM(l.quantity * l.price) DESC, v.product_id
            """
        ) { row in
            ProductProfit(
                product: try row[0], quantity: Int(try row.integer(at: 1)), revenue: Int(try row.integer(at: 2)),
                cost: Int(try row.integer(at: 3)), isCostComplete: try row.integer(at: 4) == 0, fees: Int(try row.integer(at: 5)),
                areFeesComplete: try row.integer(at: 6) == 0)
        }
    }
}

/// What a product brought, in rupiah.
public struct ProductProfit: Sendable, Hashable {
    public let product: ProductID
    public let quantity: Int
    public let revenue: Int
    public let cost: Int
    /// Whether the cost of everything that was sold is known.
    public let isCostComplete: Bool
    public let fees: Int
    /// Whether the channels have said what they keep.
    public let areFeesComplete: Bool

    public var profit: Int { revenue - cost - fees }
}

extension Order {
    static let columns: SQLQuery = """
        id, shop_id, business_id, channel, reference, state, channel_state, ordered_at, changed_at, total, fees, shipping, buyer, destination,
        tracking_number, ship_by, cancel_reason
        """

    init(row: any SQLRow) throws {
        let channel: String = try row[3]
        guard let channel = Channel(rawValue: channel) else { throw StorageError.decoding(column: 3, expected: "a channel") }
        self.init(
            id: try row[0], shop: try row[1], business: try row[2], channel: channel, reference: try row[4],
            state: OrderState(rawValue: try row[5]) ?? .unknown, channelState: try row[6], orderedAt: try row[7], changedAt: try row[8],
            total: try row[9], fees: try row[10], shipping: try row[11], buyer: try row[12], destination: try row[13],
            trackingNumber: try row[14], shipBy: try row[15], cancelReason: try row[16])
    }
}
