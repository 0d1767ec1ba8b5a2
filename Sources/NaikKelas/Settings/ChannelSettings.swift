import Catalogue
import Configuration
import Marketplaces

/// What the operator got from the channels on which shops can be connected.
struct ChannelSettings: Sendable {
    var applications = ChannelApplications()
    /// Where the public reaches the server; nil for the host that a request names.
    var address: String?

    init(applications: ChannelApplications = ChannelApplications(), address: String? = nil) {
        self.applications = applications
        self.address = address
    }

    /// - Throws: ``CommandFailure`` naming the setting that is missing or cannot be understood.
    init(_ reader: SettingsReader) throws {
        if let address = reader.text("address") {
            guard address.hasPrefix("https://") || address.hasPrefix("http://"), !address.hasSuffix("/") else {
                throw reader.unclear("address", address, "an address like https://naikkelas.example, without a slash at its end")
            }
            self.address = address
        }
        applications.shopee = try Self.shopee(reader)
        applications.tikTokShop = try Self.tikTokShop(reader)
    }

    private static func tikTokShop(_ reader: SettingsReader) throws -> TikTokShopApplication? {
        let (key, secret, service) = (reader.text("tiktok.key"), reader.text("tiktok.secret"), reader.text("tiktok.service"))
        guard key != nil || secret != nil || service != nil else { return nil }
        guard let key, let secret, let service else {
            throw CommandFailure("TikTok Shop needs tiktok.key, tiktok.secret and tiktok.service, as its Partner Center shows them")
        }
        return TikTokShopApplication(
            key: key, secret: secret, service: service,
            hosts: reader.text("tiktok.host").map(TikTokShopApplication.Hosts.one) ?? .production)
    }

    private static func shopee(_ reader: SettingsReader) throws -> ShopeeApplication? {
        let (partner, key) = (try reader.number("shopee.partner", in: 1...Int(Int32.max)), reader.text("shopee.key"))
        guard partner != nil || key != nil else { return nil }
        guard let partner, let key else {
            throw CommandFailure("Shopee needs both shopee.partner and shopee.key, as the console of its Open Platform shows them")
        }
        return ShopeeApplication(
            partner: Int64(partner), key: key, pushKey: reader.text("shopee.push.key"),
            pushAlgorithm: try reader.word("shopee.push.algorithm", as: ShopeePush.Algorithm.self) ?? .addressAndBody,
            host: reader.text("shopee.host") ?? ShopeeApplication.productionHost)
    }
}
