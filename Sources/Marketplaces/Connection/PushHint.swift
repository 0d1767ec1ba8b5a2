/// What a channel's push says, after its signature was checked: a hint to look, never a fact to act on.
public struct PushHint: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// An order is new or changed.
        case order
        /// A product was looked at, taken down or changed.
        case listing
        /// The shop's owner connected it.
        case connected
        /// The shop's owner took the permission back, or it ends soon.
        case disconnected
        case expiring
        /// Which products have which identifiers, after a menu was replaced.
        case mapping
        /// The channel tries whether anybody answers.
        case trial
        /// Something this program does nothing about.
        case other
    }

    public var kind: Kind
    /// The channel's own identifier of the shop; nil if the push names none.
    public var shop: String?
    /// The channel's own identifier of the order or product; nil if the push names none.
    public var reference: String?
    /// Tells this push from every other, for those that come twice.
    public var key: String
    /// When the thing changed by the channel's clock: seconds since 1970; 0 if it does not say.
    public var updated: Int64
    /// The order itself, where the channel pushes it whole and has no call to read it.
    public var order: ChannelOrder?

    public init(
        kind: Kind, shop: String? = nil, reference: String? = nil, key: String, updated: Int64 = 0, order: ChannelOrder? = nil
    ) {
        self.kind = kind
        self.shop = shop
        self.reference = reference
        self.key = key
        self.updated = updated
        self.order = order
    }
}

/// Why a push is not believed.
public enum PushFailure: Error, Sendable, Hashable {
    /// Larger than ``maximumBytes``; nothing that a channel pushes comes near.
    case tooLarge
    case signatureMissing
    case signatureWrong
    /// Signed rightly and no JSON, or without what a push has to name.
    case unreadable
    /// Signed rightly, and so long ago that somebody may be playing it again.
    case stale(seconds: Int64)

    public static let maximumBytes = 1 << 20
    /// How old a push may be: channels try again for hours, and one of them for a day.
    public static let maximumAge: Int64 = 3 * 86_400
}
