import Accounts
import Catalogue
import MarketplaceSimulator
import Marketplaces
import Storage

/// Shops on a simulated channel, reached without a network.
enum SimulatedConnections {
    static let shopeeKey = "57615053704d6470644f554a78656d50484143644964436a5568777544524579"

    static func shops(
        on shopee: SimulatedShopee, _ database: any SQLDatabase, _ vault: Vault, now: @escaping @Sendable () -> Timestamp
    ) -> ConnectedShops {
        let application = ShopeeApplication(partner: Int64(shopee.partner), key: shopeeKey, host: "http://shopee.example")
        return ConnectedShops(database, vault: vault, applications: ChannelApplications(shopee: application), now: now) { channel in
            ChannelConnection(
                channel,
                transport: { request in
                    var headers: [String: String] = [:]
                    for (name, value) in request.headers { headers[name.lowercased()] = value }
                    let answer = await shopee.answer(
                        ArrivedRequest(
                            method: request.method.rawValue, target: String(request.address.dropFirst(application.host.count)),
                            headers: headers, body: request.body ?? []))
                    return ChannelAnswer(status: answer.status, headers: answer.headers, body: answer.body)
                },
                surroundings: .init(
                    now: { Double(now().secondsSince1970) }, wait: { _ in },
                    chance: { 0.5 }), limit: RateLimit(perSecond: 1000, burst: 1000), shopLimit: RateLimit(perSecond: 1000, burst: 1000))
        }
    }
}
