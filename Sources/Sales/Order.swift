public import Accounts
public import Catalogue
public import Marketplaces
public import Storage

/// The subject of an ``OrderID``.
public enum OrderSubject {}
public typealias OrderID = Identifier<OrderSubject>

/// An order as it stands in the books.
public struct Order: Sendable, Hashable {
    public let id: OrderID
    public let shop: ShopID
    public let business: BusinessID
    /// The storefront on which it was bought.
    public let channel: Channel
    /// The channel's own identifier.
    public let reference: String
    public let state: OrderState
    /// The channel's own word for the state.
    public let channelState: String
    public let orderedAt: Timestamp
    /// By the channel's clock.
    public let changedAt: Timestamp
    /// What the buyer pays, in rupiah.
    public let total: Int
    /// What the channel keeps, in rupiah; nil as long as it does not say.
    public let fees: Int?
    public let shipping: Int
    public let buyer: String?
    public let destination: String?
    public let trackingNumber: String?
    public let shipBy: Timestamp?
    public let cancelReason: String?
}

/// A line of an ``Order``.
public struct OrderLine: Sendable, Hashable {
    public let reference: String
    /// Nil for goods that the catalogue does not know.
    public let variant: VariantID?
    public let sku: String?
    public let title: String
    /// Which of the product: `Pedas, 250 g`; empty where there is no choice, or the catalogue does not know the goods.
    public let options: String
    public let quantity: Int
    /// What one costs the buyer, in rupiah.
    public let price: Int
    /// What one cost the seller when it was ordered, in rupiah; nil if nobody said.
    public let cost: Int?
}

extension OrderState {
    /// How far an order is: it moves to a state of a higher number or stays. What the channel does not tell apart by time is ordered by it.
    var progress: Int {
        switch self {
        case .unknown: 0
        case .unpaid: 1
        case .held: 2
        case .paid: 3
        case .cancelRequested: 4
        case .packed: 5
        case .shipped: 6
        case .delivered: 7
        case .completed: 8
        case .cancelled: 9
        case .returned: 10
        }
    }

    /// Whether the goods are set aside for the buyer.
    var holdsStock: Bool {
        switch self {
        case .unpaid, .held, .paid, .cancelRequested, .packed: true
        case .shipped, .delivered, .completed, .cancelled, .returned, .unknown: false
        }
    }

    /// Whether the goods have left.
    var hasLeft: Bool {
        switch self {
        case .shipped, .delivered, .completed: true
        default: false
        }
    }

    /// Whether it is a sale: paid, and neither cancelled nor sent back.
    public var isSale: Bool {
        switch self {
        case .paid, .cancelRequested, .packed, .shipped, .delivered, .completed: true
        case .unpaid, .held, .cancelled, .returned, .unknown: false
        }
    }

    /// Whether the seller has to do something.
    public var needsSeller: Bool { self == .paid || self == .cancelRequested || self == .unknown }
}
