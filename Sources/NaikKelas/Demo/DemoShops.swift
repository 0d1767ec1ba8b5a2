import Accounts
import AsyncHTTPClient
import Catalogue
import Foundation
import Journey
import Marketplaces
import Sales
import Storage

/// Connects the shop of the demo's owner to a simulated channel the way an owner would, and has its products put up there.
struct DemoShops {
    let workspace: Workspace
    let channels: SimulatedChannels
    let settings: ChannelSettings

    func connect() async throws {
        let database = workspace.database
        guard
            let business = try await database.read({ connection in
                try connection.value("SELECT business_id FROM business_keeper ORDER BY business_id LIMIT 1", as: BusinessID.self)
            })
        else { return }
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: HTTPClient.channelConfiguration)
        let result: Result<Void, any Error>
        do {
            let shops = workspace.shops(settings, over: http, calls: CallLog(database))
            try await mapCategories()
            var connected: [Shop] = []
            for consent in await channels.consents() {
                connected += try await shops.connect(consent.answer, on: consent.channel, of: business)
            }
            let now = Timestamp.now
            try await database.write { [connected] connection in
                for product in try connection.products(of: business, limit: 1000) {
                    for shop in connected { try connection.want(true, product.id, in: shop.id, at: now) }
                }
                for shop in connected { try connection.askForRound(of: shop.id, at: now) }
            }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        try await http.shutdown()
        try result.get()
    }

    private func mapCategories() async throws {
        try await workspace.database.write { connection in
            for (channel, pairs) in SimulatedChannels.categories {
                for (category, reference) in pairs { try connection.mapCategory(category, to: reference, on: channel) }
            }
        }
    }
}
