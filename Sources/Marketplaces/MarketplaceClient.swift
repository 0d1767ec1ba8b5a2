/// A shop on a marketplace, reached over the marketplace's interface.
///
/// A client is made for one shop. It signs, sends, retries and reads answers; what it returns is in this program's words. It keeps nothing
/// but its tokens: what happens to a listing or an order is decided by whoever calls it.
public protocol MarketplaceClient: Sendable {
    /// The seller platform that it speaks to.
    var channel: Channel { get }

    /// What the channel says now about a category's limits; nil where it has no such call. They override the rules of the program.
    ///
    /// - Parameter category: the channel's own identifier.
    /// - Throws: ``ChannelFailure``.
    func limits(ofCategory category: String) async throws -> ChannelLimits?

    /// One page of what stands in the shop, whoever put it there.
    ///
    /// - Parameter cursor: nil for the first page, then what the page before gave.
    /// - Throws: ``ChannelFailure``.
    func listings(after cursor: String?) async throws -> ChannelPage<ListedProduct>

    /// One product as it stands now; nil if the channel does not know it.
    ///
    /// - Throws: ``ChannelFailure``.
    func listing(_ reference: String) async throws -> ListedProduct?

    /// Puts a new product up. The caller has looked for its code among ``listings(after:)`` before.
    ///
    /// - Parameters:
    ///   - category: the channel's own identifier.
    ///   - photo: gives the bytes of a photo of the offer.
    /// - Throws: ``ChannelFailure``; ``ChannelFailure/refused(code:reason:)`` with the channel's own words if it does not want it.
    func add(_ offer: Offer, category: String, photo: @Sendable (OfferPhoto) async throws -> [UInt8]) async throws -> ListedProduct

    /// Brings a product that stands on the channel to what the offer says, stock and price apart.
    ///
    /// - Throws: ``ChannelFailure``.
    func update(
        _ listed: ListedProduct, to offer: Offer, category: String, photo: @Sendable (OfferPhoto) async throws -> [UInt8]
    ) async throws -> ListedProduct

    /// Sets prices and stocks of the variants of one product to the given values. Each variant succeeds or fails alone.
    ///
    /// - Throws: ``ChannelFailure`` if the call as a whole failed.
    func set(_ changes: [VariantChange], of listed: ListedProduct) async throws -> [VariantOutcome]

    /// Takes a product down without deleting it, or puts it back.
    ///
    /// - Throws: ``ChannelFailure``.
    func show(_ shown: Bool, _ listed: ListedProduct) async throws

    /// One page of the orders that changed in a span of time, oldest change first where the channel can sort.
    ///
    /// - Parameters:
    ///   - span: seconds since 1970, at most ``orderWindow`` seconds long.
    ///   - cursor: nil for the first page, then what the page before gave.
    /// - Throws: ``ChannelFailure``.
    func orders(changedIn span: Range<Int64>, after cursor: String?) async throws -> ChannelPage<ChannelOrder>

    /// Orders as they stand now. Those that the channel does not know are left out.
    ///
    /// - Throws: ``ChannelFailure``.
    func orders(_ references: [String]) async throws -> [ChannelOrder]

    /// Tells the channel that the seller takes the order and hands it to the courier.
    ///
    /// - Throws: ``ChannelFailure``.
    func ship(_ order: ChannelOrder, trackingNumber: String?) async throws

    /// Tells the channel that the seller cannot deliver.
    ///
    /// - Throws: ``ChannelFailure``.
    func cancel(_ order: ChannelOrder, reason: CancelReason) async throws

    /// The longest span that ``orders(changedIn:after:)`` takes, in seconds.
    var orderWindow: Int64 { get }

    /// Whether the channel lets orders be read. One that does not pushes them whole.
    var canReadOrders: Bool { get }
}

extension MarketplaceClient {
    public var canReadOrders: Bool { true }
}

/// Why a seller cannot deliver.
public enum CancelReason: String, Sendable, Hashable, Codable, CaseIterable {
    case outOfStock = "out-of-stock"
    case closed
    case buyerAsked = "buyer-asked"
    case other
}

/// One page of a longer list.
public struct ChannelPage<Element: Sendable>: Sendable {
    public var elements: [Element]
    /// What to ask the next page with; nil on the last one.
    public var next: String?

    public init(elements: [Element], next: String?) {
        self.elements = elements
        self.next = next
    }
}

/// A new price, a new stock, or both, for one variant.
public struct VariantChange: Sendable, Hashable {
    public var variant: ListedVariant
    /// In rupiah; nil to leave it.
    public var price: Int?
    /// The exact number, not a difference; nil to leave it.
    public var stock: Int?

    public init(variant: ListedVariant, price: Int? = nil, stock: Int? = nil) {
        self.variant = variant
        self.price = price
        self.stock = stock
    }
}

/// What became of a ``VariantChange``.
public struct VariantOutcome: Sendable, Hashable {
    /// The channel's own identifier of the variant.
    public var reference: String
    /// Why not, in the channel's own words; nil if it was done.
    public var failure: String?

    public init(reference: String, failure: String? = nil) {
        self.reference = reference
        self.failure = failure
    }
}

/// What a channel says about the limits of one category. Nil where it says nothing.
public struct ChannelLimits: Sendable, Hashable, Codable {
    /// In rupiah.
    public var price: ClosedRange<Int>?
    public var stock: ClosedRange<Int>?
    /// In characters.
    public var title: ClosedRange<Int>?
    /// In characters.
    public var description: ClosedRange<Int>?
    public var photos: ClosedRange<Int>?
    /// The longest name of an axis, in characters.
    public var axisName: Int?
    /// The longest option of an axis, in characters.
    public var axisOption: Int?
    public var weightRequired: Bool?
    public var dimensionsRequired: Bool?

    public init(
        price: ClosedRange<Int>? = nil, stock: ClosedRange<Int>? = nil, title: ClosedRange<Int>? = nil,
        description: ClosedRange<Int>? = nil, photos: ClosedRange<Int>? = nil, axisName: Int? = nil, axisOption: Int? = nil,
        weightRequired: Bool? = nil, dimensionsRequired: Bool? = nil
    ) {
        self.price = price
        self.stock = stock
        self.title = title
        self.description = description
        self.photos = photos
        self.axisName = axisName
        self.axisOption = axisOption
        self.weightRequired = weightRequired
        self.dimensionsRequired = dimensionsRequired
    }
}
