/// An order as a channel tells it. A push only hints at one; this is what was read afterwards.
public struct ChannelOrder: Sendable, Hashable {
    /// The channel's own identifier of the order.
    public var reference: String
    /// Where it was bought: ``Channel/tokopedia`` may come over the platform of ``Channel/tikTokShop``.
    public var storefront: Channel
    public var state: OrderState
    /// The channel's own word for the state, kept as it was sent.
    public var channelState: String
    /// Seconds since 1970.
    public var created: Int64
    /// Seconds since 1970. An order only moves forward by it.
    public var updated: Int64
    public var lines: [ChannelOrderLine]
    /// What the buyer pays, in rupiah.
    public var total: Int
    /// What the channel keeps, in rupiah; nil as long as it does not say.
    public var fees: Int?
    /// What the buyer pays for shipping, in rupiah.
    public var shipping: Int
    /// The buyer's name as the channel shows it, often masked.
    public var buyer: String?
    /// The regency or city it goes to, as the channel writes it.
    public var destination: String?
    public var trackingNumber: String?
    /// When it has to be sent at the latest: seconds since 1970.
    public var shipBy: Int64?
    /// Why it was cancelled, in the channel's own words.
    public var cancelReason: String?

    public init(
        reference: String, storefront: Channel, state: OrderState, channelState: String, created: Int64, updated: Int64,
        lines: [ChannelOrderLine], total: Int, fees: Int? = nil, shipping: Int = 0, buyer: String? = nil, destination: String? = nil,
        trackingNumber: String? = nil, shipBy: Int64? = nil, cancelReason: String? = nil
    ) {
        self.reference = reference
        self.storefront = storefront
        self.state = state
        self.channelState = channelState
        self.created = created
        self.updated = updated
        self.lines = lines
        self.total = total
        self.fees = fees
        self.shipping = shipping
        self.buyer = buyer
        self.destination = destination
        self.trackingNumber = trackingNumber
        self.shipBy = shipBy
        self.cancelReason = cancelReason
    }
}

/// One line of a ``ChannelOrder``: how many of one variant.
public struct ChannelOrderLine: Sendable, Hashable {
    /// The channel's own identifier of the line, unique in the order.
    public var reference: String
    /// The channel's own identifier of the product.
    public var product: String
    /// The channel's own identifier of the variant.
    public var variant: String
    /// The seller's code, if the channel kept it.
    public var sku: String?
    public var title: String
    public var quantity: Int
    /// What one costs the buyer, in rupiah.
    public var price: Int

    public init(reference: String, product: String, variant: String, sku: String? = nil, title: String, quantity: Int, price: Int) {
        self.reference = reference
        self.product = product
        self.variant = variant
        self.sku = sku
        self.title = title
        self.quantity = quantity
        self.price = price
    }
}

/// Where an order stands, in words that hold for every channel. The order of the cases is the way of an order that goes well; it may end
/// early in ``cancelled`` and late in ``returned``.
public enum OrderState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Ordered, not paid.
    case unpaid
    /// The channel holds it back.
    case held
    /// Paid: the seller has to act.
    case paid
    /// The seller packs it, or a courier is on the way to fetch it.
    case packed
    case shipped
    case delivered
    case completed
    /// The buyer asks to cancel; the seller has to answer.
    case cancelRequested = "cancel-requested"
    case cancelled
    case returned
    /// The channel used a word that this program does not know. Nothing is done by it; somebody has to look.
    case unknown
}
