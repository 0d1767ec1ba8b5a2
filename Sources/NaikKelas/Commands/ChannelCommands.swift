import Accounts
import ArgumentParser
import AsyncHTTPClient
import Catalogue
import Foundation
import Marketplaces
import Registry
import Sales
import Storage

/// Which shops a command about channels means.
struct ShopOptions: ParsableArguments {
    @Option(help: ArgumentHelp("One shop alone, by its number; every connected one unless said.", valueName: "id"))
    var shop: String?

    /// Does something with each shop, over the channels of the settings; one that cannot be reached does not keep the others.
    ///
    /// - Throws: ``CommandFailure`` if no channel is set up, there is no such shop, or a channel failed.
    func each(_ data: DataOptions, _ body: (ShopRound, Shop) async throws -> Void) async throws {
        let settings = try await data.settings()
        guard !settings.channels.applications.channels.isEmpty else {
            throw CommandFailure("no channel is set up: see “Channels” in Docs/configuration.md")
        }
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: HTTPClient.channelConfiguration)
        let result: Result<Void, any Error>
        do {
            try await Workspace.with(settings, .asItIs) { workspace in
                let calls = CallLog(workspace.database)
                let round = ShopRound(
                    workspace.database, clients: workspace.shops(settings.channels, over: http, calls: calls).clients)
                var failed = 0
                for id in try await shops(workspace.database) {
                    let shop = try await workspace.database.read { try $0.shop(id) }
                    do {
                        try await body(round, shop)
                    } catch let failure as ChannelFailure {
                        failed += 1
                        Console.current.warn("\(shop.channel.name) · \(shop.name): \(failure)")
                    }
                }
                try await calls.flush()
                if failed > 0 { throw CommandFailure("\(failed) shops could not be reached") }
            }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        try await http.shutdown()
        try result.get()
    }

    private func shops(_ database: any SQLDatabase) async throws -> [ShopID] {
        guard let shop else { return try await database.read { try $0.connectedShops() } }
        guard let id = ShopID(shop) else { throw CommandFailure("“\(shop)” is no number of a shop") }
        do {
            let found = try await database.read { try $0.shop(id) }
            guard found.state == .connected else {
                throw CommandFailure("this shop is not connected: its owner connects it on the page of shops")
            }
            return [id]
        } catch CatalogueError.unknownShop {
            throw CommandFailure("there is no shop \(shop)")
        }
    }
}

struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Tells the channels of connected shops what changed: products, prices, stock.",
        discussion: """
            A server does the same by itself. Stopped anywhere and run again it comes to the same end, and lists nothing twice.

            Example:
              naikkelas publish
            """)

    @OptionGroup var shops: ShopOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        try await shops.each(data) { round, shop in
            guard let report = try await round.publisher.publish(shop.id) else { return }
            try Console.current.line(
                "\(shop.channel.name) · \(shop.name): \(report.added) added, \(report.adopted) adopted, \(report.changed) changed, "
                    + "\(report.hidden) hidden, \(report.variants) prices and stocks set, \(report.refused) refused, \(report.failed) to try again"
            )
        }
    }
}

struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Reads the orders of connected shops into the books.",
        discussion: """
            Goes on where the last reading stopped, with ten minutes of overlap; the first reading goes back as far as the channel lets it.

            Example:
              naikkelas sync
            """)

    @OptionGroup var shops: ShopOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        try await shops.each(data) { round, shop in
            guard let report = try await round.orders.sync(shop.id) else { return }
            try Console.current.line(
                "\(shop.channel.name) · \(shop.name): \(report.read) orders read, \(report.new) new, \(report.changed) changed")
        }
    }
}

struct ReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Compares connected shops with their channels and mends prices and stocks.",
        discussion: """
            Ends with a statement that both are equal, or with 1 and what still differs.

            Example:
              naikkelas reconcile
            """)

    @OptionGroup var shops: ShopOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        var open = 0
        var compared = 0
        try await shops.each(data) { round, shop in
            guard let drifts = try await round.reconcile(shop.id) else { return }
            compared += 1
            open += drifts.count { !$0.isMended }
            let name = "\(shop.channel.name) · \(shop.name)"
            if drifts.isEmpty { return try Console.current.line("\(name): equal") }
            var table = TextTable(
                columns: ["product", "variant", "what", "here", "there", ""].map { TextTable.Column(title: $0) })
            table.rows = drifts.map { [$0.product, $0.variant, $0.what, $0.here, $0.there, $0.isMended ? "mended" : "differs"] }
            try Console.current.put("\(name):\n" + table.text)
        }
        guard open == 0 else { throw CommandFailure("\(open) differences are left, which somebody has to look at") }
        try Console.current.line("\(compared) shops compared: ledger and channels are equal")
    }
}
