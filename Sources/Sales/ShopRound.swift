public import Catalogue
import Marketplaces
public import Storage

/// What is done for a shop again and again: orders are read first, so that stock is known before a channel is told about it.
public struct ShopRound: Sendable {
    public let orders: OrderSync
    public let publisher: Publisher

    public init(_ database: any SQLDatabase, clients: @escaping ShopClients, now: @escaping @Sendable () -> Timestamp = { .now }) {
        orders = OrderSync(database, clients: clients, now: now)
        publisher = Publisher(database, clients: clients, now: now)
    }

    /// Reads the shop's orders, then tells its channel what changed.
    ///
    /// - Returns: nil if the shop is not connected.
    /// - Throws: ``Marketplaces/ChannelFailure``, ``Storage/StorageError``.
    @discardableResult
    public func go(_ shop: ShopID) async throws -> (orders: OrderSync.Report, listings: Publisher.Report)? {
        guard let read = try await orders.sync(shop), let told = try await publisher.publish(shop) else { return nil }
        return (read, told)
    }

    /// Reads the shop's orders, then compares every listing with the channel and mends what may be mended.
    ///
    /// - Returns: what differed; nothing means that both are equal. Nil if the shop is not connected.
    /// - Throws: as ``go(_:)``.
    public func reconcile(_ shop: ShopID) async throws -> [Publisher.Drift]? {
        guard try await orders.sync(shop) != nil else { return nil }
        return try await publisher.reconcile(shop)
    }
}
