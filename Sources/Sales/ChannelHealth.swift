public import Catalogue
public import Marketplaces
public import Nusantara
public import Storage

/// How the shops of a channel are, in one region.
public struct ChannelHealth: Sendable, Hashable {
    public let channel: Channel
    /// Shops that are told by the program.
    public var connected = 0
    /// Shops whose permission ended or was taken back.
    public var disconnected = 0
    /// Shops whose permission ends within a week.
    public var ending = 0
    /// Shops that are kept by hand.
    public var byHand = 0
    /// When the orders were read of the connected shop that waits longest; nil if one was never read, or none is connected.
    public var oldestReading: Timestamp?
    /// Listings that should stand there and do not yet.
    public var waitingListings = 0
    /// Listings that the channel or its rules refused.
    public var refusedListings = 0
    /// Shops that differed from their channel when they were compared last, and still do.
    public var drifting = 0
}

/// A shop that somebody should look at.
public struct AilingShop: Sendable, Hashable {
    public let shop: Shop
    /// Differences that were not mended at the last comparison.
    public let openDrifts: Int
}

extension SQLConnection {
    /// How the channels are in a region, those first with the most shops.
    public func channelHealth(in region: RegionCode, at now: Timestamp) throws -> [ChannelHealth] {
        let soon = now.adding(.seconds(7 * 86_400))
        var found: [Channel: ChannelHealth] = [:]
        try forEachRow(
            """
            SELECT h.channel, SUM(CASE WHEN h.state = 'connected' THEN 1 ELSE 0 END),
                SUM(CASE WHEN h.state = 'disconnected' THEN 1 ELSE 0 END),
                SUM(CASE WHEN h.state = 'connected' AND h.refresh_ends < \(soon) THEN 1 ELSE 0 END),
                SUM(CASE WHEN h.state = 'by-hand' THEN 1 ELSE 0 END),
                MIN(CASE WHEN h.state = 'connected' THEN COALESCE(h.orders_read_at, 0) END),
                SUM(CASE WHEN r.open > 0 AND h.state = 'connected' THEN 1 ELSE 0 END)
            FROM shop h JOIN standing s ON s.business_id = h.business_id LEFT JOIN reconciliation r ON r.shop_id = h.id
            WHERE \(Self.lies(in: region)) AND h.channel <> 'page' GROUP BY h.channel
            """
        ) { row in
            guard let channel = Channel(rawValue: try row[0]) else { return }
            var health = ChannelHealth(channel: channel)
            health.connected = Int(try row.integer(at: 1))
            health.disconnected = Int(try row.integer(at: 2))
            health.ending = Int(try row.integer(at: 3))
            health.byHand = Int(try row.integer(at: 4))
            let oldest: Timestamp? = try row[5]
            health.oldestReading = oldest.flatMap { $0.secondsSince1970 > 0 ? $0 : nil }
            health.drifting = Int(try row.integer(at: 6))
            found[channel] = health
        }
        try forEachRow(
            """
            SELECT h.channel, SUM(CASE WHEN l.state = 'refused' THEN 1 ELSE 0 END),
                SUM(CASE WHEN l.state IS NULL OR l.state NOT IN ('live', 'refused') THEN 1 ELSE 0 END)
            FROM listing l JOIN shop h ON h.id = l.shop_id JOIN standing s ON s.business_id = h.business_id
            WHERE \(Self.lies(in: region)) AND h.state = 'connected' AND l.wanted = 'live' GROUP BY h.channel
            """
        ) { row in
            guard let channel = Channel(rawValue: try row[0]) else { return }
            found[channel]?.refusedListings = Int(try row.integer(at: 1))
            found[channel]?.waitingListings = Int(try row.integer(at: 2))
        }
        return found.values.sorted { ($1.connected + $1.byHand, $0.channel) < ($0.connected + $0.byHand, $1.channel) }
    }

    /// Shops of a region whose permission ended or ends within a week, that could not renew it, or that differ from their channel.
    public func ailingShops(in region: RegionCode, at now: Timestamp, limit: Int) throws -> [AilingShop] {
        let soon = now.adding(.seconds(7 * 86_400))
        let ids: [(ShopID, Int)] = try rows(
            """
            SELECT h.id, COALESCE(r.open, 0) FROM shop h JOIN standing s ON s.business_id = h.business_id
            LEFT JOIN reconciliation r ON r.shop_id = h.id
            WHERE \(Self.lies(in: region)) AND (h.state = 'disconnected' OR (h.state = 'connected'
                AND (h.refresh_ends < \(soon) OR h.token_failure IS NOT NULL OR r.open > 0)))
            ORDER BY CASE WHEN h.state = 'disconnected' THEN 0 ELSE 1 END, h.refresh_ends, h.id LIMIT \(Int64(limit))
            """
        ) { (try $0[0], Int(try $0.integer(at: 1))) }
        return try ids.map { AilingShop(shop: try shop($0.0), openDrifts: $0.1) }
    }

    /// Pushes that wait to be followed, and since when the oldest does.
    public func waitingPushes() throws -> [Channel: (count: Int, since: Timestamp)] {
        var waiting: [Channel: (Int, Timestamp)] = [:]
        try forEachRow("SELECT channel, COUNT(*), MIN(received_at) FROM channel_push WHERE done_at IS NULL GROUP BY channel") { row in
            guard let channel = Channel(rawValue: try row[0]) else { return }
            waiting[channel] = (Int(try row.integer(at: 1)), try row[2])
        }
        return waiting
    }

    /// A province's code begins those of its regencies: `32` ≤ `32.04` < `32/`.
    private static func lies(in region: RegionCode) -> SQLQuery {
        region == .nation ? "1 = 1" : "s.region >= \(region.rawValue) AND s.region < \(region.rawValue + "/")"
    }
}
