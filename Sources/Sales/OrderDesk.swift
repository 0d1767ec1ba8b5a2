public import Catalogue
import Journey
public import Marketplaces
public import Storage

/// What a seller does about an order: the channel is told, and what it says then is what stands in the books.
public struct OrderDesk: Sendable {
    private let database: any SQLDatabase
    private let clients: ShopClients
    private let now: @Sendable () -> Timestamp

    public init(_ database: any SQLDatabase, clients: @escaping ShopClients, now: @escaping @Sendable () -> Timestamp = { .now }) {
        self.database = database
        self.clients = clients
        self.now = now
    }

    /// What can be done about an order.
    public enum Act: Sendable, Hashable {
        /// Take it and hand it to the courier.
        case ship(trackingNumber: String?)
        case cancel(CancelReason)
    }

    /// - Returns: the order as it stands now; nil if its shop is not connected or the channel does not know the order.
    /// - Throws: ``Marketplaces/ChannelFailure``, ``Storage/StorageError``.
    public func carryOut(_ act: Act, on order: Order) async throws -> Order? {
        let shop = try await database.read { try $0.shop(order.shop) }
        guard shop.state == .connected, let client = try await clients(shop) else { return nil }
        return try await database.followingPermission(of: shop.id, at: now) {
            let read = client.canReadOrders ? try await client.orders([order.reference]).first : ChannelOrder(order)
            guard let known = read else { return nil }
            switch act {
            case .ship(let trackingNumber): try await client.ship(known, trackingNumber: trackingNumber)
            case .cancel(let reason): try await client.cancel(known, reason: reason)
            }
            let told = client.canReadOrders ? try await client.orders([order.reference]) : [known.after(act, at: now().secondsSince1970)]
            let time = now()
            return try await database.write(holding: .journey) { connection in
                for order in told { try connection.take(order, in: shop.id, at: time) }
                return try connection.order(order.id)
            }
        }
    }
}

extension ChannelOrder {
    /// An order of the books for a channel that lets nobody read it again. Its lines are in the books already.
    fileprivate init(_ order: Order) {
        self.init(
            reference: order.reference, storefront: order.channel, state: order.state, channelState: order.channelState,
            created: order.orderedAt.secondsSince1970, updated: order.changedAt.secondsSince1970, lines: [], total: order.total,
            fees: order.fees, shipping: order.shipping, destination: order.destination)
    }

    /// What the order is once the channel has said yes to an act.
    fileprivate func after(_ act: OrderDesk.Act, at seconds: Int64) -> ChannelOrder {
        var order = self
        switch act {
        case .ship: (order.state, order.channelState) = (.packed, "MERCHANT_ACCEPTED")
        case .cancel: (order.state, order.channelState) = (.cancelled, "CANCELLED")
        }
        order.updated = max(order.updated, seconds)
        return order
    }
}
