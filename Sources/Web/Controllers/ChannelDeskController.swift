import Accounts
import Catalogue
import Hummingbird
import Marketplaces
import Nusantara
import Registry
import Sales
import Storage

/// How the channels are: what is connected, what waits, what failed, what differs, by region.
struct ChannelDeskController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/channels") { request, context in
            let viewer = try context.requireViewer(holding: .seeFigures)
            let region: Region
            if let code = request.query["region"] {
                guard let named = Regions.region(RegionCode(rawValue: code)) else { throw WebError.notFound }
                region = named
            } else {
                region =
                    viewer.grants.compactMap { $0.role.permissions.contains(.seeFigures) ? Regions.region($0.scope.region) : nil }
                    .min { $0.code.rawValue.count < $1.code.rawValue.count } ?? Regions.nation
            }
            guard viewer.may(.seeFigures, region: region.code) else { throw WebError.forbidden }
            let seesNames = viewer.may(.readNames, region: region.code)
            let now = services.now()
            let channels = services.shops?.applications.channels ?? []
            let page = try await services.database.read { connection in
                let parts: [Region] =
                    switch region.level {
                    case .nation: Regions.provinces
                    case .province: Regions.regencies(in: region.code)
                    case .regency: []
                    }
                return ChannelDeskPage.page(
                    region, channels: channels, health: try connection.channelHealth(in: region.code, at: now),
                    parts: try parts.map { ($0, try connection.channelHealth(in: $0.code, at: now)) },
                    pushes: try connection.waitingPushes(), calls: try connection.callCounts(since: now, days: 7),
                    failures: try connection.failedCalls(limit: 20),
                    ailing: seesNames
                        ? try connection.ailingShops(in: region.code, at: now, limit: 50).map {
                            ($0, try connection.businessName($0.shop.business) ?? "–")
                        } : nil)
            }
            return services.reply(with: page, to: request, context)
        }
    }
}
