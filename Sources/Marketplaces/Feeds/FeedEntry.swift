/// A product as it enters a feed: what is offered, and where people and machines find it.
public struct FeedEntry: Sendable, Hashable {
    public var offer: Offer
    /// One for each variant of the offer, unique in the feed and the same in every edition of it.
    public var identifiers: [String]
    /// The category of Google's product taxonomy.
    public var googleCategory: String
    /// The page on which it can be seen: `https://…`.
    public var link: String
    /// Who sells it.
    public var seller: String

    public init(offer: Offer, identifiers: [String], googleCategory: String, link: String, seller: String) {
        self.offer = offer
        self.identifiers = identifiers
        self.googleCategory = googleCategory
        self.link = link
        self.seller = seller
    }

    /// The title of a variant: that of the product and its options, shortened to what a feed allows.
    func title(of variant: OfferVariant, maximum: Int) -> String {
        let whole = ([offer.title] + variant.options).joined(separator: ", ")
        return Self.shortened(whole, to: maximum)
    }

    /// What the group of variants is called; nil for a product without variants.
    var group: String? {
        guard offer.variants.count > 1 else { return nil }
        return Self.shortened(offer.sku, to: 50)
    }

    /// The option of a variant on the axis that a feed knows under a name of its own.
    func option(of variant: OfferVariant, on trait: FeedTrait) -> String? {
        for (axis, option) in zip(offer.axes, variant.options) where FeedTrait(axisName: axis.name) == trait { return option }
        return nil
    }

    static func shortened(_ text: String, to maximum: Int) -> String {
        guard text.utf8.count > maximum, text.unicodeScalars.count > maximum else { return text }
        // Whole characters only: half an accent would be another letter.
        var short = ""
        var count = 0
        for character in text {
            count += character.unicodeScalars.count
            if count > maximum { break }
            short.append(character)
        }
        return short
    }
}

/// A way in which variants differ that feeds have an attribute for.
enum FeedTrait: Sendable, Hashable {
    case color
    case size
    case material
    case pattern

    init?(axisName: String) {
        switch axisName.lowercased() {
        case "warna", "color", "colour": self = .color
        case "ukuran", "size", "isi", "berat": self = .size
        case "bahan", "material": self = .material
        case "motif", "pattern": self = .pattern
        default: return nil
        }
    }
}
