/// Something that a channel would refuse about a product, or that would serve it, found before anybody publishes.
public struct ReadinessFinding: Sendable, Hashable {
    public let problem: ReadinessProblem
    /// The code of the variant that it is about; nil for the product as a whole.
    public let variant: String?

    public init(_ problem: ReadinessProblem, variant: String? = nil) {
        self.problem = problem
        self.variant = variant
    }

    /// Whether the channel refuses the product because of it. What is left is advice.
    public var isRefusal: Bool { problem.isRefusal }
}

/// What can be wrong with a product for a channel. Numbers are counts of characters, pixels, grams or rupiah, as the name tells.
public enum ReadinessProblem: Sendable, Hashable {
    case channelClosed(on: String)
    case onlyReadyFood
    case titleShort(count: Int, minimum: Int)
    case titleLong(count: Int, maximum: Int)
    case titleInChinese
    case descriptionShort(count: Int, minimum: Int)
    case descriptionLong(count: Int, maximum: Int)
    case brandLong(count: Int, maximum: Int)
    case brandOrGTINMissing
    case categoryMissing
    case photosMissing(count: Int, minimum: Int)
    case photosTooMany(count: Int, maximum: Int)
    case photoSmall(number: Int, side: Int, minimum: Int)
    case photoLarge(number: Int, side: Int, maximum: Int)
    case photoHeavy(number: Int, maximumKilobytes: Int)
    case photoOfAnotherKind(number: Int)
    case photoNotSquare(number: Int)
    case axesTooMany(count: Int, maximum: Int)
    case axisNameLong(name: String, maximum: Int)
    case optionLong(option: String, maximum: Int)
    case variantsTooMany(count: Int, maximum: Int)
    case variantsMissing
    case skuLong(count: Int, maximum: Int)
    case priceLow(price: Int, minimum: Int)
    case priceHigh(price: Int, maximum: Int)
    case stockHigh(stock: Int, maximum: Int)
    case nothingInStock
    case weightMissing
    case weightLow(grams: Int, minimum: Int)
    case weightHigh(grams: Int, maximum: Int)
    case dimensionsMissing
    case gtinLength(digits: Int)
    case permitMissing(PermitNeed)

    /// Whether the channel refuses the product because of it.
    public var isRefusal: Bool {
        switch self {
        case .photoNotSquare, .nothingInStock, .permitMissing: false
        default: true
        }
    }

    /// Which part of the product's form mends it.
    public var field: Field {
        switch self {
        case .channelClosed, .onlyReadyFood, .categoryMissing: .category
        case .titleShort, .titleLong, .titleInChinese: .title
        case .descriptionShort, .descriptionLong: .description
        case .brandLong, .brandOrGTINMissing: .brand
        case .photosMissing, .photosTooMany, .photoSmall, .photoLarge, .photoHeavy, .photoOfAnotherKind, .photoNotSquare: .photos
        case .axesTooMany, .axisNameLong, .optionLong, .variantsTooMany, .variantsMissing, .skuLong, .gtinLength: .variants
        case .priceLow, .priceHigh: .price
        case .stockHigh, .nothingInStock: .stock
        case .weightMissing, .weightLow, .weightHigh, .dimensionsMissing: .parcel
        case .permitMissing: .permits
        }
    }

    /// A part of the product's form.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case title, description, brand, category, photos, variants, price, stock, parcel, permits
    }
}
