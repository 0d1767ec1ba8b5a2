public import Accounts
public import Catalogue
import Marketplaces
public import Storage

/// What is done with channels behind the pages.
public enum SalesJob {
    /// Reads a shop's orders and tells its channel what changed.
    static let round = "sales.round"
    /// Reads a shop's orders and compares every listing with its channel.
    static let reconciliation = "sales.reconciliation"
    /// Reads what pushes hint at.
    static let pushes = "sales.pushes"
    /// Fetches pushes that did not arrive.
    static let lostPushes = "sales.lost-pushes"

    struct ShopPayload: Codable, Sendable {
        let shop: ShopID
    }

    struct NoPayload: Codable, Sendable {}

    /// The handlers by the kind of job, for the workers of the server.
    public static func handlers(
        _ database: any SQLDatabase, shops: ConnectedShops, now: @escaping @Sendable () -> Timestamp = { .now }
    ) -> [String: JobRunner.Handler] {
        let work = ShopRound(database, clients: shops.clients, now: now)
        return [
            round: { context in
                let shop = try context.payload(as: ShopPayload.self).shop
                try await following {
                    guard let done = try await work.go(shop) else { return }
                    // What was sold here is not for sale elsewhere.
                    if done.orders.new + done.orders.changed > 0 { try await askOthers(than: shop, database, now()) }
                }
            },
            reconciliation: { context in
                let shop = try context.payload(as: ShopPayload.self).shop
                try await following {
                    guard let drifts = try await work.reconcile(shop) else { return }
                    let time = now()
                    try await database.write { try $0.keep(drifts, of: shop, at: time) }
                }
            },
            pushes: { _ in
                var isBlocked = false
                repeat {
                    let followed = try await work.orders.followPushes()
                    let time = now()
                    try await database.write { connection in
                        for business in followed.businesses { try connection.askForRounds(of: business, at: time) }
                    }
                    isBlocked = followed.isBlocked
                    if followed.done == 0 { break }
                } while !isBlocked
                // Thrown so that the job comes again, after a while.
                if isBlocked { throw ChannelFailure.unreachable("some pushes wait for their channel") }
            },
            lostPushes: { _ in
                try await following {
                    try await shops.takeLostPushes { channel, pushes in
                        let time = now()
                        try await database.write { connection in
                            for push in pushes { try connection.keep(push.hint, body: push.body, from: channel, at: time) }
                            try connection.askToFollowPushes(at: time)
                        }
                    }
                }
            },
        ]
    }

    /// A permission that ended is noted by then, and a refusal does not turn into a yes: only what may pass is tried again.
    private static func following(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let failure as ChannelFailure where !failure.isPassing {
            return
        }
    }

    private static func askOthers(than id: ShopID, _ database: any SQLDatabase, _ now: Timestamp) async throws {
        try await database.write { connection in
            let shop = try connection.shop(id)
            for other in try connection.shops(of: shop.business) where other.id != id && other.state == .connected {
                try connection.askForRound(of: other.id, at: now)
            }
        }
    }
}

extension SQLConnection {
    /// Has a shop's orders read and its channel told what changed.
    public func askForRound(of shop: ShopID, at now: Timestamp) throws {
        try enqueue(SalesJob.round, payload: SalesJob.ShopPayload(shop: shop), uniqueKey: shop.description, now: now)
    }

    /// The same for every connected shop of a business: after a change of its products or its stock.
    public func askForRounds(of business: BusinessID, at now: Timestamp) throws {
        for shop in try shops(of: business) where shop.state == .connected { try askForRound(of: shop.id, at: now) }
    }

    /// Has a shop compared with its channel.
    public func askForReconciliation(of shop: ShopID, at now: Timestamp) throws {
        try enqueue(SalesJob.reconciliation, payload: SalesJob.ShopPayload(shop: shop), uniqueKey: shop.description, now: now)
    }

    /// Has done what pushes hint at that have arrived.
    public func askToFollowPushes(at now: Timestamp) throws {
        try enqueue(SalesJob.pushes, payload: SalesJob.NoPayload(), uniqueKey: "all", now: now)
    }

    /// Has pushes fetched that did not arrive.
    public func askForLostPushes(at now: Timestamp) throws {
        try enqueue(SalesJob.lostPushes, payload: SalesJob.NoPayload(), uniqueKey: "all", now: now)
    }

    /// The shops that are connected, those first whose orders were read longest ago.
    public func connectedShops() throws -> [ShopID] {
        try rows(
            """
            SELECT id FROM shop WHERE state = \(Shop.State.connected)
            ORDER BY CASE WHEN orders_read_at IS NULL THEN 0 ELSE 1 END, orders_read_at, id
            """
        ) { try $0[0] }
    }
}
