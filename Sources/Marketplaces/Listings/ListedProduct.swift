/// A product as it stands on a channel.
public struct ListedProduct: Sendable, Hashable {
    /// The channel's own identifier of the product.
    public var reference: String
    /// The seller's code of the whole product, if the channel kept one.
    public var sku: String?
    public var title: String
    public var description: String
    public var state: ListingState
    /// Why the channel refused it or took it down, in the channel's own words; empty if it said nothing.
    public var reason: String
    /// The ways in which the variants differ, as the channel names them.
    public var axes: [Offer.Axis]
    public var variants: [ListedVariant]
    /// Where the photos can be fetched.
    public var photos: [String]
    public var weightGrams: Int?
    /// The channel's own identifier of the category.
    public var category: String?
    /// When the channel last changed it: seconds since 1970, 0 if it does not say.
    public var updated: Int64

    public init(
        reference: String, sku: String? = nil, title: String, description: String = "", state: ListingState, reason: String = "",
        axes: [Offer.Axis] = [], variants: [ListedVariant] = [], photos: [String] = [], weightGrams: Int? = nil, category: String? = nil,
        updated: Int64 = 0
    ) {
        self.reference = reference
        self.sku = sku
        self.title = title
        self.description = description
        self.state = state
        self.reason = reason
        self.axes = axes
        self.variants = variants
        self.photos = photos
        self.weightGrams = weightGrams
        self.category = category
        self.updated = updated
    }
}

/// One variant of a ``ListedProduct``.
public struct ListedVariant: Sendable, Hashable {
    /// The channel's own identifier of the variant; that of the product where the channel gives variants none.
    public var reference: String
    public var sku: String?
    public var options: [String]
    /// In rupiah.
    public var price: Int
    public var stock: Int

    public init(reference: String, sku: String? = nil, options: [String] = [], price: Int, stock: Int) {
        self.reference = reference
        self.sku = sku
        self.options = options
        self.price = price
        self.stock = stock
    }
}

/// Where a listing stands, in words that hold for every channel.
public enum ListingState: String, Sendable, Hashable, Codable, CaseIterable {
    /// The channel is looking at it.
    case reviewing
    /// Buyers see it.
    case live
    /// The seller took it down, or keeps it as a draft.
    case hidden
    /// The channel refused it or took it down.
    case refused
    /// It is gone.
    case deleted
}
