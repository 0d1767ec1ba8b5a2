import ArgumentParser
import AsyncHTTPClient
import Foundation
import Hummingbird
import Logging
import MarketplaceSimulator

struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Runs marketplaces of one's own, with shops, buyers, couriers and bad days.",
        discussion: """
            Stands in for the channels while nothing real is at hand: signatures, tokens, limits and pushes are those of the channels. Prints the
            settings with which a server reaches it. What happens in it is gone when it ends.

            Example:
              naikkelas simulate --port 8090 --server http://127.0.0.1:8080 --orders 30
            """)

    @Option(help: "The port to listen on, on this machine alone.")
    var port = 8090

    @Option(help: ArgumentHelp("Where pushes go: the address of the server.", valueName: "url"))
    var server = "http://127.0.0.1:8080"

    @Option(help: "Where chance begins.")
    var seed: UInt64 = 1

    @Option(help: "How many shops each channel has.")
    var shops = 5

    @Option(help: "How many orders come in a minute, in all shops together.")
    var orders = 12.0

    @Flag(help: "Calls fail, answers are pages, pushes come twice, late, wrongly signed or not at all.")
    var stormy = false

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535") }
        guard (1...10_000).contains(shops) else { throw ValidationError("--shops is a number from 1 to 10000") }
        guard (0...100_000).contains(orders) else { throw ValidationError("--orders is a number from 0 to 100000") }
        guard server.hasPrefix("http://") || server.hasPrefix("https://"), !server.hasSuffix("/") else {
            throw ValidationError("--server is an address like http://127.0.0.1:8080, without a slash at its end")
        }
    }

    func run() async throws {
        let channels = await SimulatedChannels(seed: seed, shops: shops, isStormy: stormy)
        let console = Console.current
        try await channels.run(port: port, server: server, ordersPerMinute: orders, seed: seed) { port in
            _ = console.write("Simulating at http://127.0.0.1:\(port)/. Start a server with these settings:\n\n")
            for (name, value) in channels.environment(port: port, server: server) { _ = console.write("export \(name)=\(value)\n") }
            _ = console.write("\nStop with Ctrl-C.\n")
        }
    }
}
