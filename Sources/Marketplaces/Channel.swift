/// Where a business sells: a marketplace, a food platform, a feed that others read, or its own page.
///
/// The raw value is what stands in the database, in the detail of a milestone and on the command line. It never changes, not even when the
/// channel closes: what was sold there stays.
public enum Channel: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
    case shopee
    /// TikTok Shop Indonesia, whose seller platform is also Tokopedia's.
    case tikTokShop = "tiktok-shop"
    /// The second storefront of the seller platform of ``tikTokShop``.
    case tokopedia
    case blibli
    case goFood = "gofood"
    /// Closed for goods since 9 February 2025.
    case bukalapak
    /// Closed since 1 September 2020.
    case blanja
    /// The product feed that Google's shopping surfaces read.
    case google
    /// The catalogue feed of Facebook, Instagram and WhatsApp.
    case meta
    /// The business's own page in this program.
    case page

    /// What kind of place it is.
    public enum Kind: Sendable, Hashable {
        /// Takes products and gives orders back, over an interface.
        case marketplace
        /// Reads a file of products and gives no orders back.
        case feed
        /// A page of this program.
        case own
    }

    public var kind: Kind {
        switch self {
        case .shopee, .tikTokShop, .tokopedia, .blibli, .goFood, .bukalapak, .blanja: .marketplace
        case .google, .meta: .feed
        case .page: .own
        }
    }

    /// What people call it.
    public var name: String {
        switch self {
        case .shopee: "Shopee"
        case .tikTokShop: "TikTok Shop"
        case .tokopedia: "Tokopedia"
        case .blibli: "Blibli"
        case .goFood: "GoFood"
        case .bukalapak: "Bukalapak"
        case .blanja: "Blanja"
        case .google: "Google"
        case .meta: "Facebook, Instagram & WhatsApp"
        case .page: "Naik Kelas"
        }
    }

    /// The channel over whose seller platform this one is reached: TikTok Shop's for Tokopedia, its own for every other.
    public var platform: Channel { self == .tokopedia ? .tikTokShop : self }

    /// Whether products there stand in categories of its own.
    public var hasCategories: Bool { self != .goFood }

    /// Whether it is told how many there are. GoFood knows only whether there is any.
    public var countsStock: Bool { self != .goFood }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
