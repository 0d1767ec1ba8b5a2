public import Marketplaces
public import Storage

/// What a channel told about an order at one time.
public struct OrderEvent: Sendable, Hashable {
    public let state: OrderState
    /// The channel's own word.
    public let channelState: String
    /// By the channel's clock.
    public let changedAt: Timestamp
}

extension SQLConnection {
    /// What was told about an order, in the order in which it came.
    public func events(of order: OrderID) throws -> [OrderEvent] {
        try rows("SELECT state, channel_state, changed_at FROM sales_order_event WHERE order_id = \(order) ORDER BY number") { row in
            OrderEvent(state: OrderState(rawValue: try row[0]) ?? .unknown, channelState: try row[1], changedAt: try row[2])
        }
    }
}
