import ArgumentParser
import Configuration
import Foundation
import Journey
import Logging
import Nusantara
import Storage
import Web

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Builds a simulated programme through the real code and serves it.",
        discussion: """
            Five partners' lists are made with the habits of real ones and imported; targets are set, a bulletin is frozen, and there is one
            account for each role, printed and written to accounts.json. The national targets of 8 and 30 million are scaled to the size of
            the demo, and say so. The folder is made anew each time.

            Example:
              naikkelas demo --businesses 20000
              naikkelas demo --businesses 2000 --data /tmp/demo --no-serve
            """)

    @Option(help: "How many businesses there really are.")
    var businesses = 20_000

    @Option(help: "Where chance begins: the same seed makes the same lists on the same day.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The folder to build in; demo-data unless said.", valueName: "folder"))
    var data = "demo-data"

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8080

    @Flag(inversion: .prefixedNo, help: "Serve what was built.")
    var serve = true

    func validate() throws {
        guard (1...5_000_000).contains(businesses) else { throw ValidationError("--businesses is a number from 1 to 5000000") }
        guard (0...65535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535") }
    }

    func run() async throws {
        let folder = try DemoFolder(data)
        // Settings of a real server must not reach the demo: it reads neither the environment nor a file.
        var settings = try await Settings(
            flags: [
                "database": .flag("sqlite:\(folder.database)"), "data": .flag(folder.uploads), "host": .flag(host), "port": .flag(port),
                "log.level": .flag("warning"),
            ], usualFile: nil, environment: [:])
        settings.secureCookies = false
        try FileManager.default.createDirectory(atPath: folder.uploads, withIntermediateDirectories: true)
        let isServing = serve
        try await Workspace.with(settings, .migrating) { [settings] workspace in
            let demo = Demo(
                workspace: workspace, folder: folder, businesses: businesses, seed: seed, today: CalendarDate(Timestamp.now))
            let accounts = try await demo.build()
            let console = Console.current
            try console.put("\n" + accounts.text)
            try console.line("\nOne-time codes change every 30 seconds; the keys, for an app, are in \(folder.accounts).")
            guard isServing else {
                try console.line(
                    "Data: \(folder.path). Serve it: naikkelas serve --database sqlite:\(folder.database) --data \(folder.uploads)")
                return
            }
            try console.line("Data: \(folder.path). Stop with Ctrl-C.")
            settings.startLogging()
            try await serve(workspace, demo, settings: settings, console: console)
        }
    }

    /// Serves the demo beside marketplaces of its own: the owner's shop is connected to one, and people buy there.
    private func serve(_ workspace: Workspace, _ demo: Demo, settings: Settings, console: Console) async throws {
        // The server's own port is not known before it listens, when any free one was asked for; pushes need it.
        let channels = await SimulatedChannels(seed: seed, shops: 3, isStormy: false)
        let address = "http://\(host):\(port)"
        let (ports, listening) = AsyncStream<Int>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [seed] in
                try await channels.run(port: 0, server: address, ordersPerMinute: 20, seed: seed) { listening.yield($0) }
            }
            guard let simulator = await ports.first(where: { _ in true }) else { return }
            var settings = settings
            settings.channels = ChannelSettings(
                applications: channels.applications(port: simulator), address: port == 0 ? nil : address)
            try await DemoShops(workspace: workspace, channels: channels, settings: settings.channels).connect()
            try await runServer(workspace, settings: settings, logger: Logger(label: "naikkelas")) { [host] port in
                // Whoever started the demo waits for this line.
                _ = console.write("\nOpen http://\(host):\(port)/\n\n")
            }
            group.cancelAll()
        }
    }
}
