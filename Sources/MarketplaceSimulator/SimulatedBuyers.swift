public import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// People who buy in the simulated shops, couriers who deliver, and the pushes about it, for as long as it runs.
public struct SimulatedBuyers: Sendable {
    private let channels: [String: any SimulatedChannel]
    private let http: HTTPClient
    private let pushAddresses: [String: String]
    private let ordersPerMinute: Double
    private let seed: UInt64
    /// Seconds between two looks around.
    private static let pause = 2.0

    /// - Parameters:
    ///   - pushAddresses: where each channel pushes to, by its name; one that is missing pushes nothing.
    ///   - ordersPerMinute: in all shops together, on average.
    public init(
        _ channels: [String: any SimulatedChannel], http: HTTPClient, pushAddresses: [String: String], ordersPerMinute: Double, seed: UInt64
    ) {
        self.channels = channels
        self.http = http
        self.pushAddresses = pushAddresses
        self.ordersPerMinute = ordersPerMinute
        self.seed = seed
    }

    /// Goes on until the task is cancelled.
    public func run() async {
        var chance = SeededChance(seed: seed)
        while !Task.isCancelled {
            await once(&chance)
            try? await Task.sleep(for: .seconds(Self.pause))
        }
    }

    private func once(_ chance: inout SeededChance) async {
        for (name, channel) in channels.sorted(by: { $0.key < $1.key }) {
            let shops = await channel.openShops()
            for shop in shops {
                if chance.happens(ordersPerMinute * Self.pause / 60 / Double(shops.count * channels.count)) {
                    let goods = await channel.forSale(in: shop).sorted { $0.key < $1.key }
                    if let good = goods.randomElement(using: &chance) {
                        _ = await channel.buy(min(good.value, Int.random(in: 1...2, using: &chance)), of: good.key, in: shop)
                    }
                }
                // Once in a while, not at every look: an order stays where it is for a minute or so.
                if chance.happens(0.1) { await channel.moveOrders(in: shop) }
            }
            guard let address = pushAddresses[name] else { continue }
            await channel.deliver { body, headers in
                var request = HTTPClientRequest(url: address)
                request.method = .POST
                request.headers.add(name: "Content-Type", value: "application/json")
                for (name, value) in headers { request.headers.add(name: name, value: value) }
                request.body = .bytes(ByteBuffer(bytes: body))
                guard let answer = try? await http.execute(request, timeout: .seconds(3)) else { return nil }
                return Int(answer.status.code)
            }
        }
    }
}
