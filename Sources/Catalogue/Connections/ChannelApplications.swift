public import Marketplaces

/// This program as the channels know it: what its operator got from each of them. Shops on a channel that is not set up are kept by hand.
public struct ChannelApplications: Sendable, Hashable {
    public var shopee: ShopeeApplication?
    /// For TikTok Shop and Tokopedia.
    public var tikTokShop: TikTokShopApplication?
    public var blibli: BlibliApplication?
    public var goFood: GoFoodApplication?

    public init(
        shopee: ShopeeApplication? = nil, tikTokShop: TikTokShopApplication? = nil, blibli: BlibliApplication? = nil,
        goFood: GoFoodApplication? = nil
    ) {
        self.shopee = shopee
        self.tikTokShop = tikTokShop
        self.blibli = blibli
        self.goFood = goFood
    }

    /// The channels on which a shop can be connected.
    public var channels: [Channel] {
        [
            shopee == nil ? nil : .shopee, tikTokShop == nil ? nil : .tikTokShop, blibli == nil ? nil : .blibli,
            goFood == nil ? nil : .goFood,
        ].compactMap(\.self)
    }

    /// The link by which the owner of a shop lets this program act for it; nil for a channel that is not set up.
    ///
    /// - Parameters:
    ///   - redirect: where the channel sends the owner back to.
    ///   - state: comes back with the owner.
    ///   - seconds: now, in seconds since 1970.
    public func consentLink(for channel: Channel, redirect: String, state: String, at seconds: Int64) -> String? {
        switch channel {
        // Shopee knows no `state`; it keeps what stands in the address.
        case .shopee: shopee?.consentLink(redirect: "\(redirect)?state=\(state)", at: seconds)
        case .tikTokShop: tikTokShop?.consentLink(state: state)
        default: nil
        }
    }

    /// What a push of a channel hints at, once its signature was checked; nil for a channel that is not set up.
    ///
    /// - Parameters:
    ///   - headers: by their names in small letters.
    ///   - address: where the channel sent it to, as it knows it.
    ///   - seconds: now, in seconds since 1970.
    /// - Throws: ``Marketplaces/PushFailure``.
    public func hint(
        from channel: Channel, body: [UInt8], headers: [String: String], address: String, at seconds: Int64
    ) throws(PushFailure) -> PushHint? {
        switch channel {
        case .shopee:
            guard let shopee else { return nil }
            return try ShopeePush.read(
                body, authorization: headers["authorization"], url: address, key: shopee.pushKey, algorithm: shopee.pushAlgorithm,
                now: seconds)
        case .tikTokShop:
            guard let tikTokShop else { return nil }
            return try TikTokShopPush.read(
                body, authorization: headers["authorization"], application: tikTokShop.key, secret: tikTokShop.secret, now: seconds)
        case .blibli:
            guard let blibli else { return nil }
            return try BlibliPush.read(
                body, signature: headers["signature"], requestTime: headers["requesttime"],
                contentType: headers["content-type"] ?? "application/json", url: address, key: blibli.pushKey, now: seconds)
        case .goFood:
            guard let goFood else { return nil }
            return try GoFoodPush.read(body, signature: headers["x-go-signature"], secret: goFood.pushSecret, now: seconds)
        default: return nil
        }
    }
}
