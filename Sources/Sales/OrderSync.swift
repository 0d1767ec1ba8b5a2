public import Accounts
public import Catalogue
import Journey
public import Marketplaces
public import Storage

/// Reads the orders of a shop into the books: what changed since the last time, with some overlap, and at the first time everything that the
/// channel still has.
public struct OrderSync: Sendable {
    private let database: any SQLDatabase
    private let clients: ShopClients
    private let now: @Sendable () -> Timestamp
    /// So much of what was read is read again, because a channel's clock and its lists lag behind: ten minutes.
    private static let overlap: Int64 = 600
    /// How far back the first reading goes: two years. Channels keep less.
    private static let history: Int64 = 730 * 86_400

    public init(_ database: any SQLDatabase, clients: @escaping ShopClients, now: @escaping @Sendable () -> Timestamp = { .now }) {
        self.database = database
        self.clients = clients
        self.now = now
    }

    /// What was read.
    public struct Report: Sendable, Hashable {
        public var read = 0
        public var new = 0
        public var changed = 0
    }

    /// Reads on from where the last reading stopped; each window that is through is written down, so that a reading that was stopped goes on.
    ///
    /// - Returns: nil if the shop is not connected.
    /// - Throws: ``Marketplaces/ChannelFailure``, ``Storage/StorageError``.
    public func sync(_ id: ShopID) async throws -> Report? {
        let shop = try await database.read { try $0.shop(id) }
        guard shop.state == .connected, let client = try await clients(shop) else { return nil }
        return try await database.followingPermission(of: id, at: now) { try await sync(shop, client) }
    }

    private func sync(_ shop: Shop, _ client: any MarketplaceClient) async throws -> Report {
        let id = shop.id
        var report = Report()
        let end = now().secondsSince1970 + 1
        var start = shop.ordersReadTo.map { $0 - Self.overlap } ?? end - Self.history
        while start < end {
            let stop = min(start + client.orderWindow, end)
            var cursor: String?
            repeat {
                let page = try await client.orders(changedIn: start..<stop, after: cursor)
                try await take(page.elements, in: id, &report)
                cursor = page.next
            } while cursor != nil
            let time = now()
            try await database.write { connection in
                try connection.run("UPDATE shop SET orders_read_to = \(stop), orders_read_at = \(time) WHERE id = \(id)")
            }
            start = stop
        }
        return report
    }

    private func take(_ orders: [ChannelOrder], in shop: ShopID, _ report: inout Report) async throws {
        guard !orders.isEmpty else { return }
        let time = now()
        let outcomes = try await database.write(holding: .journey) { connection in
            try orders.map { try connection.take($0, in: shop, at: time) }
        }
        report.read += orders.count
        report.new += outcomes.count { $0 == .new }
        report.changed += outcomes.count { $0 == .changed }
    }

    /// Does what pushes that have arrived hint at: reads each order that they name once more from its channel.
    ///
    /// - Returns: how many pushes are done, the businesses whose orders were read, and whether pushes were left because a channel could not
    ///   be reached.
    /// - Throws: ``Storage/StorageError``.
    @discardableResult
    public func followPushes(limit: Int = 500) async throws -> (done: Int, businesses: Set<BusinessID>, isBlocked: Bool) {
        let open = try await database.read { connection in
            try connection.rows(
                """
                SELECT channel, key, kind, shop_reference, reference, body FROM channel_push WHERE done_at IS NULL ORDER BY received_at LIMIT \(Int64(limit))
                """
            ) { row in
                (
                    channel: try row[0] as String, key: try row[1] as String, kind: try row[2] as String, shop: try row[3] as String?,
                    reference: try row[4] as String?, body: try row[5] as [UInt8]
                )
            }
        }
        var done = 0
        var businesses: Set<BusinessID> = []
        var isBlocked = false
        for (place, pushes) in Dictionary(grouping: open, by: { "\($0.channel) \($0.shop ?? "")" }).sorted(by: { $0.key < $1.key }) {
            guard let first = pushes.first, let channel = Channel(rawValue: first.channel) else { continue }
            let shop = try await database.read { connection in try first.shop.flatMap { try connection.shop($0, on: channel) } }
            var failure: String?
            do {
                if let shop, let client = try await clients(shop) {
                    let references = Set(pushes.filter { $0.kind == PushHint.Kind.order.rawValue }.compactMap(\.reference))
                    var report = Report()
                    if !client.canReadOrders {
                        // They were pushed whole, and were believed; they come as they came, and what is older changes nothing.
                        try await take(pushes.compactMap { GoFoodPush.keptOrder($0.body) }, in: shop.id, &report)
                        businesses.insert(shop.business)
                    }
                    for part in client.canReadOrders ? references.sorted().chunks(of: 50) : [] {
                        let orders = try await database.followingPermission(of: shop.id, at: now) { try await client.orders(part) }
                        try await take(orders, in: shop.id, &report)
                        businesses.insert(shop.business)
                    }
                    let products = Set(pushes.filter { $0.kind == PushHint.Kind.listing.rawValue }.compactMap(\.reference))
                    for product in products.sorted() {
                        guard let listed = try await client.listing(product) else { continue }
                        let time = now()
                        try await database.write { try $0.note(listed, in: shop.id, at: time) }
                    }
                    if pushes.contains(where: { $0.kind == PushHint.Kind.disconnected.rawValue }) {
                        let time = now()
                        try await database.write { try $0.disconnect(shop.id, reason: "the owner took the permission back", at: time) }
                    }
                } else {
                    failure = "no shop is connected under \(place)"
                }
            } catch let error as ChannelFailure where error.isPassing {
                isBlocked = true
                continue
            } catch let error as ChannelFailure {
                failure = "\(error)"
            }
            let (time, told) = (now(), failure)
            try await database.write { connection in
                for push in pushes {
                    try connection.run(
                        """
                        UPDATE channel_push SET done_at = \(time), failure = \(told) WHERE channel = \(push.channel) AND key = \(push.key)
                        """)
                }
            }
            done += pushes.count
        }
        return (done, businesses, isBlocked)
    }
}

extension SQLConnection {
    /// Keeps a push that was believed, before it is answered. One that came before is not kept again.
    ///
    /// - Returns: whether it is new.
    @discardableResult
    public func keep(_ hint: PushHint, body: [UInt8], from channel: Channel, at now: Timestamp) throws -> Bool {
        try run(
            """
            INSERT INTO channel_push (channel, key, kind, shop_reference, reference, body, received_at)
            VALUES (\(channel.rawValue), \(hint.key), \(hint.kind.rawValue), \(hint.shop), \(hint.reference), \(body), \(now))
            ON CONFLICT (channel, key) DO NOTHING
            """) > 0
    }
}

extension Array {
    /// The elements in parts of so many.
    fileprivate func chunks(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
    }
}
