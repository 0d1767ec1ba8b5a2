/// What a shop's owner gave this program to act for the shop. Every field but the times is a secret: it is sealed where it is kept and
/// never printed.
public struct ShopTokens: Sendable, Hashable, Codable {
    /// The channel's own identifier of the shop: Shopee's `shop_id`, TikTok Shop's shop `id`, Blibli's store code, GoFood's outlet id.
    public var shop: String
    public var access: String
    /// Empty where the channel has none.
    public var refresh: String
    /// When ``access`` ends: seconds since 1970; nil if it never does.
    public var accessEnds: Int64?
    /// When ``refresh`` ends, after which the owner has to connect the shop again: seconds since 1970; nil if it never does.
    public var refreshEnds: Int64?
    /// What else the channel wants with each call: TikTok Shop's `shop_cipher`, Blibli's pickup point.
    public var extra: [String: String]

    public init(
        shop: String, access: String, refresh: String = "", accessEnds: Int64? = nil, refreshEnds: Int64? = nil,
        extra: [String: String] = [:]
    ) {
        self.shop = shop
        self.access = access
        self.refresh = refresh
        self.accessEnds = accessEnds
        self.refreshEnds = refreshEnds
        self.extra = extra
    }
}

extension ShopTokens: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The shop alone: tokens stay out of logs whichever way they are printed.
    public var description: String { "tokens of shop \(shop)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["shop": shop]) }
}
