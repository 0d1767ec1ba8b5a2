public import Marketplaces

/// This program as the channels know it: what its operator got from each of them. Shops on a channel that is not set up are kept by hand.
public struct ChannelApplications: Sendable, Hashable {
    public var shopee: ShopeeApplication?

    public init(shopee: ShopeeApplication? = nil) {
        self.shopee = shopee
    }

    /// The channels on which a shop can be connected.
    public var channels: [Channel] {
        shopee == nil ? [] : [.shopee]
    }

    /// The link by which the owner of a shop lets this program act for it; nil for a channel that is not set up.
    ///
    /// - Parameters:
    ///   - redirect: where the channel sends the owner back to.
    ///   - seconds: now, in seconds since 1970.
    public func consentLink(for channel: Channel, redirect: String, at seconds: Int64) -> String? {
        switch channel {
        case .shopee: shopee?.consentLink(redirect: redirect, at: seconds)
        default: nil
        }
    }
}
