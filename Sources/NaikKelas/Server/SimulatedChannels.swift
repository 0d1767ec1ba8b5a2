import AsyncHTTPClient
import Catalogue
import Foundation
import Logging
import MarketplaceSimulator
import Marketplaces
import ServiceLifecycle
import UnixSignals

/// Every simulated channel with its shops, and the program as they know it.
struct SimulatedChannels: Sendable {
    let shopee: SimulatedShopee
    let tikTokShop: SimulatedTikTokShop
    let blibli: SimulatedBlibli
    let goFood: SimulatedGoFood

    private static let shopNames = [
        "Keripik Bu Sri", "Dapur Nusantara", "Batik Parang Jaya", "Kopi Gayo Asli", "Anyaman Kita", "Sambal Mbok Darmi", "Rumah Herbal",
        "Camilan Bandung",
    ]
    /// The key of the documentation's examples: it opens nothing real.
    private static let shopeeKey = "57615053704d6470644f554a78656d50484143644964436a5568777544524579"

    /// The secret of the documentation's examples.
    private static let tikTokSecret = "e59af819cc"
    private static let blibliKeys = (client: "simulated-client-key", signature: "12345678", push: "blibli-webhook-secret")
    private static let goFoodSecrets = (
        client: "simulated-secret", push: "fd5cdbf52d6dbd880277b8160a0880cbe35cc8f8d62798dddf63a7abbf15c5ba"
    )

    init(seed: UInt64, shops: Int, isStormy: Bool) async {
        let clock = SimulatorClock { Date().timeIntervalSince1970 }
        shopee = SimulatedShopee(key: Self.shopeeKey, clock: clock, seed: seed, faults: isStormy ? .stormy : .none)
        tikTokShop = SimulatedTikTokShop(secret: Self.tikTokSecret, clock: clock, seed: seed, faults: isStormy ? .stormy : .none)
        blibli = SimulatedBlibli(
            key: Self.blibliKeys.client, signatureKey: Self.blibliKeys.signature, pushKey: Self.blibliKeys.push, clock: clock, seed: seed,
            faults: isStormy ? .stormy : .none)
        goFood = SimulatedGoFood(
            secret: Self.goFoodSecrets.client, pushSecret: Self.goFoodSecrets.push, clock: clock, seed: seed,
            faults: isStormy ? .stormy : .none)
        for number in 0..<shops {
            _ = await blibli.openStore(named: Self.name(number))
            // Half of the outlets want to be asked before an order is theirs.
            _ = await goFood.openOutlet(named: Self.name(number), acceptsByItself: !number.isMultiple(of: 2))
            _ = await shopee.openShop(named: Self.name(number))
            _ = await tikTokShop.openShop(named: Self.name(number))
        }
    }

    private static func name(_ number: Int) -> String {
        let name = shopNames[number % shopNames.count]
        return number < shopNames.count ? name : "\(name) \(number / shopNames.count + 1)"
    }

    private var channels: [String: any SimulatedChannel] {
        ["shopee": shopee, "tiktok-shop": tikTokShop, "blibli": blibli, "gofood": goFood]
    }

    /// The program as the channels know it, for a server of this process.
    func applications(port: Int) -> ChannelApplications {
        let host = "http://127.0.0.1:\(port)"
        return ChannelApplications(
            shopee: ShopeeApplication(partner: Int64(shopee.partner), key: Self.shopeeKey, host: host + "/shopee"),
            tikTokShop: TikTokShopApplication(
                key: tikTokShop.applicationKey, secret: Self.tikTokSecret, service: "7177", hosts: .one(host + "/tiktok-shop")),
            blibli: BlibliApplication(
                client: blibli.client, key: Self.blibliKeys.client, signatureKey: Self.blibliKeys.signature, pushKey: Self.blibliKeys.push,
                host: host + "/blibli"),
            goFood: GoFoodApplication(
                client: goFood.client, secret: Self.goFoodSecrets.client, pushSecret: Self.goFoodSecrets.push, host: host + "/gofood",
                tokenHost: host + "/gofood"))
    }

    /// The same as settings of the environment, for a server of another process.
    func environment(port: Int, server: String) -> [(name: String, value: String)] {
        let applications = applications(port: port)
        var settings = [("NAIKKELAS_ADDRESS", server)]
        if let shopee = applications.shopee {
            settings += [
                ("NAIKKELAS_SHOPEE_PARTNER", String(shopee.partner)), ("NAIKKELAS_SHOPEE_KEY", shopee.key),
                ("NAIKKELAS_SHOPEE_HOST", shopee.host),
            ]
        }
        if let tikTokShop = applications.tikTokShop {
            settings += [
                ("NAIKKELAS_TIKTOK_KEY", tikTokShop.key), ("NAIKKELAS_TIKTOK_SECRET", tikTokShop.secret),
                ("NAIKKELAS_TIKTOK_SERVICE", tikTokShop.service), ("NAIKKELAS_TIKTOK_HOST", tikTokShop.hosts.interface),
            ]
        }
        if let blibli = applications.blibli {
            settings += [
                ("NAIKKELAS_BLIBLI_CLIENT", blibli.client), ("NAIKKELAS_BLIBLI_KEY", blibli.key),
                ("NAIKKELAS_BLIBLI_SIGNATURE_KEY", blibli.signatureKey ?? ""), ("NAIKKELAS_BLIBLI_PUSH_KEY", blibli.pushKey ?? ""),
                ("NAIKKELAS_BLIBLI_HOST", blibli.host),
            ]
        }
        if let goFood = applications.goFood {
            settings += [
                ("NAIKKELAS_GOFOOD_CLIENT", goFood.client), ("NAIKKELAS_GOFOOD_SECRET", goFood.secret),
                ("NAIKKELAS_GOFOOD_PUSH_SECRET", goFood.pushSecret), ("NAIKKELAS_GOFOOD_HOST", goFood.host),
            ]
        }
        return settings
    }

    /// The program's categories as the simulated channels call them.
    static let categories: [Marketplaces.Channel: [String: String]] = [
        .shopee: [
            "makanan": "100629", "minuman": "100630", "makanan/sambal": "100631", "makanan/bumbu": "100631", "fesyen": "100701",
            "fesyen/batik": "100700", "kriya": "100800", "rumah": "100800", "kesehatan": "100900",
        ],
        .tikTokShop: [
            "makanan": "700437", "minuman": "700438", "fesyen": "700640", "fesyen/batik": "700641", "kriya": "700838", "rumah": "700838",
            "kesehatan": "700439",
        ],
        .blibli: [
            "makanan": "MA-1000074", "minuman": "MI-1000075", "fesyen": "FA-1000080", "kriya": "KR-1000090", "rumah": "KR-1000090",
            "kesehatan": "KE-1000060",
        ],
    ]

    /// What each channel would send the owner of its first shop back with, who has agreed.
    func consents() async -> [(channel: Marketplaces.Channel, answer: ConnectedShops.Answer)] {
        var consents: [(Marketplaces.Channel, ConnectedShops.Answer)] = []
        if let shop = await shopee.shopNumbers.first {
            consents.append((.shopee, ["code": await shopee.consent(of: shop), "shop_id": String(shop)]))
        }
        if let shop = await tikTokShop.shopNumbers.first {
            consents.append((.tikTokShop, ["code": await tikTokShop.consent(of: shop)]))
        }
        if let store = await blibli.storeCodes.first {
            consents.append((.blibli, ["store": store, "key": await blibli.sellerKey(of: store), "username": "pemilik@example.com"]))
        }
        if let outlet = await goFood.outletNumbers.first { consents.append((.goFood, ["outlet": outlet, "name": Self.name(0)])) }
        return consents
    }

    /// Serves the channels and lets people buy until the task is cancelled or the program is asked to stop.
    func run(
        port: Int, server: String, ordersPerMinute: Double, seed: UInt64, listening: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let addresses = [
            "shopee": server + "/kanal/shopee/kabar", "tiktok-shop": server + "/kanal/tiktok-shop/kabar",
            "blibli": server + "/kanal/blibli/kabar", "gofood": server + "/kanal/gofood/kabar",
        ]
        await blibli.push(to: addresses["blibli"] ?? "")
        await goFood.startPushing()
        await shopee.push(to: addresses["shopee"] ?? "")
        await tikTokShop.sendBack(to: server + "/kanal/tiktok-shop/sambung")
        await tikTokShop.startPushing()
        let http = HTTPClient(eventLoopGroupProvider: .singleton)
        let buyers = SimulatedBuyers(
            channels, http: http, pushAddresses: addresses, ordersPerMinute: ordersPerMinute, seed: seed)
        let application = makeSimulator(
            channels, port: port, logger: Logger(label: "simulator") { _ in SwiftLogNoOpLogHandler() }, onServerRunning: listening)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [BuyerService(buyers: buyers), application], gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "simulator")))
        let result: Result<Void, any Error>
        do {
            try await group.run()
            result = .success(())
        } catch {
            result = .failure(error)
        }
        try await http.shutdown()
        try result.get()
    }
}

/// Buyers for as long as the program runs.
private struct BuyerService: Service {
    let buyers: SimulatedBuyers

    func run() async throws {
        await cancelWhenGracefulShutdown { await buyers.run() }
    }
}
