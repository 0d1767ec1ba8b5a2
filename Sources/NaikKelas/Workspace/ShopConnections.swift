import AsyncHTTPClient
import Catalogue
import Foundation
import Marketplaces
import Storage

extension Workspace {
    /// The shops that are connected, reached over HTTP.
    func shops(_ applications: ChannelApplications, over http: HTTPClient, calls: CallLog) -> ConnectedShops {
        ConnectedShops(database, vault: vault, applications: applications) { channel in
            ChannelConnection(
                channel, transport: http.channelTransport,
                surroundings: .init(
                    now: { Date().timeIntervalSince1970 }, wait: { try await Task.sleep(for: .seconds($0)) }, log: { calls.note($0) }))
        }
    }
}
