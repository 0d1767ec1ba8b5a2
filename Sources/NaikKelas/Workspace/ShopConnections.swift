import AsyncHTTPClient
import Catalogue
import Foundation
import Marketplaces
import Storage

extension Workspace {
    /// The shops that are connected, reached over HTTP.
    func shops(_ channels: ChannelSettings, over http: HTTPClient, calls: CallLog) -> ConnectedShops {
        ConnectedShops(database, vault: vault, applications: channels.applications, address: channels.address) { channel in
            ChannelConnection(
                channel, transport: http.channelTransport,
                surroundings: .init(
                    now: { Date().timeIntervalSince1970 }, wait: { try await Task.sleep(for: .seconds($0)) }, log: { calls.note($0) }),
                // Blibli says how often: twenty-five times a minute. The others publish nothing.
                shopLimit: channel == .blibli ? RateLimit(perSecond: 25.0 / 60, burst: 25) : RateLimit(perSecond: 5, burst: 20))
        }
    }
}
