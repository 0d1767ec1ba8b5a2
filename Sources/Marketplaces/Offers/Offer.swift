/// A product as it is offered to channels: what a listing is made of, before any channel's own words.
///
/// Money is whole rupiah, weight whole grams, lengths whole centimetres.
public struct Offer: Sendable, Hashable, Codable {
    /// The seller's own code of the product, unique in the business. Publishing is idempotent by it.
    public var sku: String
    public var title: String
    /// Plain text; paragraphs stand apart by line breaks.
    public var description: String
    /// The key of the category in the program's own taxonomy: `makanan/camilan/keripik`.
    public var category: String
    public var brand: String?
    public var condition: Condition
    /// At most two ways in which the variants differ: size, colour, taste. Empty for a product without variants.
    public var axes: [Axis]
    /// What can be bought: one for a product without variants, and at most one for each combination of options.
    public var variants: [OfferVariant]
    /// In the order in which they are shown; the first is the cover.
    public var photos: [OfferPhoto]
    /// With its packaging; nil if nobody weighed it.
    public var weightGrams: Int?
    public var dimensions: Dimensions?
    /// Permits with their numbers, by kind: `halal`, `p-irt`, `bpom`.
    public var permits: [String: String]
    /// Days until it leaves, for goods made to order; nil for goods in stock.
    public var daysToShip: Int?

    public enum Condition: String, Sendable, Hashable, Codable {
        case new
        case used
    }

    /// One way in which variants differ.
    public struct Axis: Sendable, Hashable, Codable {
        public var name: String
        public var options: [String]

        public init(name: String, options: [String]) {
            self.name = name
            self.options = options
        }
    }

    /// The size of the parcel in centimetres.
    public struct Dimensions: Sendable, Hashable, Codable {
        public var length: Int
        public var width: Int
        public var height: Int

        public init(length: Int, width: Int, height: Int) {
            self.length = length
            self.width = width
            self.height = height
        }
    }

    public init(
        sku: String, title: String, description: String, category: String, brand: String? = nil, condition: Condition = .new,
        axes: [Axis] = [], variants: [OfferVariant], photos: [OfferPhoto] = [], weightGrams: Int? = nil, dimensions: Dimensions? = nil,
        permits: [String: String] = [:], daysToShip: Int? = nil
    ) {
        self.sku = sku
        self.title = title
        self.description = description
        self.category = category
        self.brand = brand
        self.condition = condition
        self.axes = axes
        self.variants = variants
        self.photos = photos
        self.weightGrams = weightGrams
        self.dimensions = dimensions
        self.permits = permits
        self.daysToShip = daysToShip
    }
}

/// What can be bought of an ``Offer``: one row of price and stock.
public struct OfferVariant: Sendable, Hashable, Codable {
    /// The seller's own code of the variant, unique in the business.
    public var sku: String
    /// One option for each axis of the offer, in the order of the axes.
    public var options: [String]
    /// In rupiah.
    public var price: Int
    /// What this channel may sell now.
    public var stock: Int
    /// 8, 12, 13 or 14 digits with a valid check digit.
    public var gtin: String?

    public init(sku: String, options: [String] = [], price: Int, stock: Int, gtin: String? = nil) {
        self.sku = sku
        self.options = options
        self.price = price
        self.stock = stock
        self.gtin = gtin
    }
}

/// A photo of an ``Offer``: where it can be fetched, and what channels ask about it.
public struct OfferPhoto: Sendable, Hashable, Codable {
    /// Where anybody can fetch it: `https://…`.
    public var link: String
    /// `image/jpeg`, `image/png` or `image/webp`.
    public var type: String
    public var width: Int
    public var height: Int
    public var bytes: Int

    public init(link: String, type: String, width: Int, height: Int, bytes: Int) {
        self.link = link
        self.type = type
        self.width = width
        self.height = height
        self.bytes = bytes
    }
}
