public import Catalogue
import Journey
public import Marketplaces
public import Storage

/// What bringing in past orders did.
public struct HistoryReport: Sendable, Hashable {
    public var new = 0
    public var changed = 0
    public var unchanged = 0
}

extension SQLDatabase {
    /// Takes past orders into the books, a hundred at a time: a sheet that breaks off is brought in so far, and sending it again does the rest.
    ///
    /// - Throws: ``Catalogue/CatalogueError/unknownShop``, ``Storage/StorageError``.
    public func bringIn(_ orders: [ChannelOrder], to shop: ShopID, at now: Timestamp) async throws -> HistoryReport {
        var report = HistoryReport()
        for start in stride(from: 0, to: orders.count, by: 100) {
            let part = orders[start..<min(start + 100, orders.count)]
            let outcomes = try await write(holding: .journey) { connection in
                try part.map { try connection.take($0, in: shop, at: now) }
            }
            report.new += outcomes.count { $0 == .new }
            report.changed += outcomes.count { $0 == .changed }
            report.unchanged += outcomes.count { $0 == .unchanged }
        }
        return report
    }
}
