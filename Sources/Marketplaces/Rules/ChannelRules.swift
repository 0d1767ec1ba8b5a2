public import Nusantara

/// What a channel takes and what it refuses, as data: one file for each channel in `Resources/rules`.
///
/// What is nil is not limited, or not known. What a channel says itself about a category (``ChannelLimits``) overrides it.
public struct ChannelRules: Sendable, Hashable, Codable {
    public var channel: Channel
    /// The last day on which goods could be ordered; nil while the channel is open.
    public var closedOn: CalendarDate?
    /// Whether it takes only food and drink that is ready to eat.
    public var isForFoodOnly: Bool?
    /// In characters.
    public var title: Span?
    /// In characters.
    public var description: Span?
    /// In characters.
    public var brand: Span?
    public var photos: Photos?
    public var axes: Axes?
    /// The most variants of one product.
    public var variants: Int?
    /// The longest code of a variant, in characters.
    public var sku: Int?
    /// In rupiah.
    public var price: Span?
    public var stock: Span?
    public var weight: Weight?
    public var needsDimensions: Bool?
    /// The numbers of digits of a GTIN that it takes.
    public var gtin: [Int]?
    /// Whether a product needs a brand or a GTIN.
    public var needsBrandOrGTIN: Bool?
    /// Whether titles in Chinese characters are refused.
    public var refusesChineseTitles: Bool?
    /// Where the rules stand: pages of the channel, or who read them there.
    public var sources: [String]

    public struct Span: Sendable, Hashable, Codable {
        public var minimum: Int?
        public var maximum: Int?

        public init(minimum: Int? = nil, maximum: Int? = nil) {
            self.minimum = minimum
            self.maximum = maximum
        }

        init(_ range: ClosedRange<Int>) {
            self.init(minimum: range.lowerBound, maximum: range.upperBound)
        }
    }

    public struct Photos: Sendable, Hashable, Codable {
        public var count: Span?
        public var maximumBytes: Int?
        /// In pixels, of the shorter side.
        public var shortestSide: Int?
        /// In pixels, of the longer side.
        public var longestSide: Int?
        /// `image/jpeg` …
        public var types: [String]?
        public var isSquare: Bool?
    }

    public struct Axes: Sendable, Hashable, Codable {
        public var count: Int?
        /// The longest name of an axis, in characters.
        public var name: Int?
        /// The longest option, in characters.
        public var option: Int?
    }

    public struct Weight: Sendable, Hashable, Codable {
        public var isRequired: Bool
        /// In grams.
        public var span: Span?
    }

    /// The rules with what the channel itself says about a category.
    public func overridden(by limits: ChannelLimits?) -> ChannelRules {
        guard let limits else { return self }
        var rules = self
        if let title = limits.title { rules.title = Span(title) }
        if let description = limits.description { rules.description = Span(description) }
        if let price = limits.price { rules.price = Span(price) }
        if let stock = limits.stock { rules.stock = Span(stock) }
        if let photos = limits.photos {
            rules.photos = rules.photos ?? Photos()
            rules.photos?.count = Span(photos)
        }
        if limits.axisName != nil || limits.axisOption != nil {
            var axes = rules.axes ?? Axes()
            axes.name = limits.axisName ?? axes.name
            axes.option = limits.axisOption ?? axes.option
            rules.axes = axes
        }
        if let isRequired = limits.weightRequired { rules.weight = Weight(isRequired: isRequired, span: rules.weight?.span) }
        if let needsDimensions = limits.dimensionsRequired { rules.needsDimensions = needsDimensions }
        return rules
    }

    /// Whether goods can be ordered there on a day.
    public func isOpen(on day: CalendarDate) -> Bool { closedOn.map { day <= $0 } ?? true }
}
