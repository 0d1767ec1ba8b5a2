/// A category of the program's own taxonomy, in which a product is put once and from which each channel's category follows.
public struct ProductCategory: Sendable, Hashable {
    /// Lower-case words with slashes between the levels: `makanan/keripik`. It never changes.
    public let key: String
    public let indonesian: String
    public let english: String
    /// The category of Google's product taxonomy, in full English words, which Meta takes as well.
    public let google: String
    /// Whether it is food or drink that is ready to eat, and so fits a food platform.
    public let isReadyToEat: Bool
    /// Permits that goods of this kind need or do well to have.
    public let permits: [PermitNeed]

    /// The key of the level above; nil at the top.
    public var parent: String? {
        key.lastIndex(of: "/").map { String(key[..<$0]) }
    }
}

/// A permit that goods of a category are asked for.
public enum PermitNeed: String, Sendable, Hashable, CaseIterable {
    /// Food and drink of micro and small businesses has to be certified halal, or be marked as not halal, after 17 October 2026
    /// (Government Regulation 42/2024).
    case halal
    /// Processed food in packages that keeps longer than seven days needs the district's P-IRT (BPOM Regulation 22/2018) or BPOM's MD.
    case pirtOrBPOM = "p-irt|bpom"
    /// Cosmetics, jamu and supplements need a number of BPOM.
    case bpom

    /// The kinds of permit that fulfil it.
    public var kinds: [String] {
        switch self {
        case .halal: ["halal", "not-halal"]
        case .pirtOrBPOM: ["p-irt", "bpom"]
        case .bpom: ["bpom"]
        }
    }
}
