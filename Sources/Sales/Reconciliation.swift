public import Catalogue
import Foundation
public import Storage

/// What the last comparison of a shop with its channel found.
public struct Reconciliation: Sendable, Hashable {
    public let shop: ShopID
    public let finishedAt: Timestamp
    /// What differed; nothing means that both are equal.
    public let drifts: [Publisher.Drift]

    /// Whether both are equal now: nothing differed, or all that did is mended.
    public var isEqual: Bool { drifts.allSatisfy(\.isMended) }
}

extension SQLConnection {
    /// Keeps what a comparison found in the place of the one before.
    public func keep(_ drifts: [Publisher.Drift], of shop: ShopID, at now: Timestamp) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let content = String(decoding: try encoder.encode(drifts), as: UTF8.self)
        try run(
            """
            INSERT INTO reconciliation (shop_id, finished_at, drifts, open, content)
            VALUES (\(shop), \(now), \(drifts.count), \(drifts.count { !$0.isMended }), \(content))
            ON CONFLICT (shop_id) DO UPDATE SET finished_at = excluded.finished_at, drifts = excluded.drifts, open = excluded.open,
                content = excluded.content
            """)
    }

    /// The last comparisons of shops, by shop.
    public func reconciliations(of shops: some Collection<ShopID>) throws -> [ShopID: Reconciliation] {
        let found = try rows("SELECT shop_id, finished_at, content FROM reconciliation WHERE shop_id IN \(list: shops)") { row in
            let content: String = try row[2]
            return Reconciliation(
                shop: try row[0], finishedAt: try row[1], drifts: try JSONDecoder().decode([Publisher.Drift].self, from: Data(content.utf8))
            )
        }
        return Dictionary(found.map { ($0.shop, $0) }) { first, _ in first }
    }
}
