/// A channel of one's own, with shops, products, orders and pushes.
public protocol SimulatedChannel: Actor {
    /// Answers a request as it arrived.
    func answer(_ request: ArrivedRequest) -> SentAnswer

    /// Sends the pushes that are due, with the faults of the day.
    ///
    /// - Parameter send: sends a body with its headers and returns the status, or nil if nobody answered.
    func deliver(_ send: @Sendable (_ body: [UInt8], _ headers: [String: String]) async -> Int?) async

    /// The shops that somebody has connected.
    func openShops() -> [String]

    /// What can be bought in a shop: how many of each, by the seller's codes.
    func forSale(in shop: String) -> [String: Int]

    /// Somebody buys.
    ///
    /// - Returns: false if it was not there any more.
    func buy(_ quantity: Int, of sku: String, in shop: String) -> Bool

    /// Some orders of a shop go their way: buyers pay or think better of it, couriers fetch and deliver.
    func moveOrders(in shop: String)
}
