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
        applications.blibli = try Self.blibli(reader)
        applications.goFood = try Self.goFood(reader)
    }

    private static func blibli(_ reader: SettingsReader) throws -> BlibliApplication? {
        let (client, key) = (reader.text("blibli.client"), reader.text("blibli.key"))
        guard client != nil || key != nil else { return nil }
        guard let client, let key else {
            throw CommandFailure("Blibli needs both blibli.client and blibli.key, as it gave them for its sellers’ interface")
        }
        return BlibliApplication(
            client: client, key: key, signatureKey: reader.text("blibli.signature.key"), pushKey: reader.text("blibli.push.key"),
            host: reader.text("blibli.host") ?? BlibliApplication.productionHost)
    }

    private static func goFood(_ reader: SettingsReader) throws -> GoFoodApplication? {
        let (client, secret, push) = (reader.text("gofood.client"), reader.text("gofood.secret"), reader.text("gofood.push.secret"))
        guard client != nil || secret != nil || push != nil else { return nil }
        guard let client, let secret, let push else {
            throw CommandFailure("GoFood needs gofood.client, gofood.secret and gofood.push.secret, as GoBiz gave them to its partner")
        }
        let host = reader.text("gofood.host")
        return GoFoodApplication(
            client: client, secret: secret, pushSecret: push, host: host ?? GoFoodApplication.productionHost,
            tokenHost: reader.text("gofood.token.host") ?? host ?? GoFoodApplication.productionTokenHost)
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
