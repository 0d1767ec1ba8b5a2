/// A store on the simulated Blibli.
struct SimulatedStore: Sendable {
    let code: String
    let name: String
    let sellerKey: String
    let pickupPoint: String
    var products: [String: Product] = [:]
    /// By the number of the item; Blibli handles each item of an order apart.
    var items: [String: Item] = [:]
    /// When lists of orders were asked for, within the last half hour.
    var orderCalls: [Int] = []
    var isConnected = false

    struct Variant: Sendable {
        let sku: String
        let sellerSku: String
        var price: Int
        var stock: Int
    }

    struct Product: Sendable {
        let sku: String
        var name: String
        let category: String
        let queuedAt: Int
        /// When it leaves the queue, and when somebody has looked at it.
        let visibleAt: Int
        let reviewedAt: Int
        var isArchived = false
        var variants: [Variant]

        func state(at now: Int) -> String {
            if isArchived { return "ARCHIVED" }
            if now < reviewedAt { return "IN_PROGRESS" }
            return name.lowercased().contains("palsu") ? "NEED_CORRECTION" : "ACTIVE"
        }
    }

    struct Item: Sendable {
        let id: String
        let order: String
        let package: Int
        let variant: String
        let sellerSku: String
        let name: String
        let quantity: Int
        let price: Int
        var status: String
        let paidAt: Int
        var changedAt: Int
        var tracking = ""
    }
}
