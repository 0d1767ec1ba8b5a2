import ArgumentParser
import Configuration
import Foundation
import Logging
import Storage

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the pages and does the work behind them.",
        discussion: """
            Brings the database up to date first. Stops on SIGTERM or SIGINT after the requests under way; lists half imported go on at the next
            start. Put a proxy with TLS in front; for a trial without one set NAIKKELAS_COOKIES_SECURE=false.

            Example:
              naikkelas serve --database sqlite:/var/lib/naikkelas/data.sqlite --data /var/lib/naikkelas --port 8080
            """)

    @OptionGroup var data: DataOptions

    @Option(help: "The address to listen on; 127.0.0.1 unless said.")
    var host: String?

    @Option(help: "The port to listen on; 8080 unless said.")
    var port: Int?

    @Option(name: .customLong("data"), help: ArgumentHelp("The folder where lists wait until they are imported.", valueName: "folder"))
    var dataFolder: String?

    @Option(help: ArgumentHelp("A folder with courses of your own, beside those that come with the program.", valueName: "folder"))
    var courses: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel: String?

    @Option(help: "text or json.")
    var logFormat: String?

    func run() async throws {
        let settings = try await data.settings([
            "host": host.map(ConfigValue.flag), "port": port.map(ConfigValue.flag), "data": dataFolder.map(ConfigValue.flag),
            "courses": courses.map(ConfigValue.flag),
            "log.level": logLevel.map(ConfigValue.flag), "log.format": logFormat.map(ConfigValue.flag),
        ])
        settings.startLogging()
        let logger = Logger(label: "naikkelas")
        try FileManager.default.createDirectory(atPath: settings.dataFolder, withIntermediateDirectories: true)
        try await Workspace.with(settings, .migrating) { workspace in
            logger.info("starting", metadata: ["database": "\(settings.database)"])
            try await runServer(workspace, settings: settings, logger: logger) { port in
                logger.info("listening", metadata: ["address": "http://\(settings.host):\(port)/"])
            }
            logger.info("stopped")
        }
    }
}
