public import Accounts
public import Marketplaces
public import Storage

/// The subject of a ``ProductID``.
public enum ProductSubject {}
public typealias ProductID = Identifier<ProductSubject>

/// The subject of a ``VariantID``.
public enum VariantSubject {}
public typealias VariantID = Identifier<VariantSubject>

/// What a business sells, entered once and offered to every channel.
public struct Product: Sendable, Hashable {
    public let id: ProductID
    public let business: BusinessID
    /// The seller's own code, unique in the business.
    public var sku: String
    public var title: String
    /// Plain text with line breaks.
    public var description: String
    /// A key of ``Marketplaces/ProductTaxonomy``; nil until somebody chose one.
    public var category: String?
    public var brand: String?
    public var condition: Offer.Condition
    /// The names of the ways in which variants differ, at most two.
    public var axes: [String]
    public var variants: [Variant]
    /// Numbers by kind: `halal`, `p-irt`, `bpom`, `not-halal`.
    public var permits: [String: String]
    /// With packaging.
    public var weightGrams: Int?
    public var dimensions: Offer.Dimensions?
    /// Days until it leaves, for goods made to order.
    public var daysToShip: Int?
    public var isArchived: Bool
    /// Goes up with every change that a channel has to be told.
    public var revision: Int64
    public var changedAt: Timestamp

    public init(
        id: ProductID = ProductID(), business: BusinessID, sku: String, title: String, description: String = "", category: String? = nil,
        brand: String? = nil, condition: Offer.Condition = .new, axes: [String] = [], variants: [Variant] = [],
        permits: [String: String] = [:], weightGrams: Int? = nil, dimensions: Offer.Dimensions? = nil, daysToShip: Int? = nil,
        isArchived: Bool = false, revision: Int64 = 0, changedAt: Timestamp = .now
    ) {
        self.id = id
        self.business = business
        self.sku = sku
        self.title = title
        self.description = description
        self.category = category
        self.brand = brand
        self.condition = condition
        self.axes = axes
        self.variants = variants
        self.permits = permits
        self.weightGrams = weightGrams
        self.dimensions = dimensions
        self.daysToShip = daysToShip
        self.isArchived = isArchived
        self.revision = revision
        self.changedAt = changedAt
    }
}

/// What can be bought of a ``Product``.
public struct Variant: Sendable, Hashable {
    public let id: VariantID
    /// The seller's own code, unique in the business.
    public var sku: String
    /// One for each axis of the product.
    public var options: [String]
    /// In rupiah.
    public var price: Int
    /// What one costs the seller, in rupiah; nil if nobody said.
    public var cost: Int?
    public var gtin: String?
    /// Whether it is on sale. One that is not is kept, because orders and movements name it.
    public var isOffered: Bool

    public init(
        id: VariantID = VariantID(), sku: String, options: [String] = [], price: Int, cost: Int? = nil, gtin: String? = nil,
        isOffered: Bool = true
    ) {
        self.id = id
        self.sku = sku
        self.options = options
        self.price = price
        self.cost = cost
        self.gtin = gtin
        self.isOffered = isOffered
    }
}
