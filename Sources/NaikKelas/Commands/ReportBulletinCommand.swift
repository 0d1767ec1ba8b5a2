import Accounts
import ArgumentParser
import Journey
import Nusantara
import Storage

struct ReportBulletinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin",
        abstract: "Freezes the count for publication, and opens what was frozen.",
        discussion: """
            Example:
              naikkelas report bulletin freeze "Buletin November 2026"
              naikkelas report bulletin list
            """,
        subcommands: [BulletinFreezeCommand.self, BulletinListCommand.self, BulletinShowCommand.self])
}

struct BulletinFreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Keeps the count as it stands now, under a title.",
        discussion: "Example:\n  naikkelas report bulletin freeze \"Buletin November 2026\"")

    @Argument(help: "What the bulletin is called.")
    var title: String

    @OptionGroup var data: DataOptions

    func run() async throws {
        let bulletin = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            let title = title
            let frozen = try await workspace.database.write(holding: .journey) { try $0.freezeBulletin(title: title, by: nil) }
            try await workspace.record(.bulletinFrozen, of: AuditSubject(kind: "bulletin", id: frozen.id))
            return frozen
        }
        try Console.current.line("\(bulletin.id)  \(bulletin.day.iso)  \(bulletin.title)")
    }
}

struct BulletinListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All bulletins, the latest first.",
        discussion: "Example:\n  naikkelas report bulletin list")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let bulletins = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            try await workspace.database.read { try $0.bulletins() }
        }
        for bulletin in bulletins { try Console.current.line("\(bulletin.id)  \(bulletin.day.iso)  \(bulletin.title)") }
    }
}

struct BulletinShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The figures of a bulletin, after checking that they are those that were frozen.",
        discussion: "Example:\n  naikkelas report bulletin show 019abf3e-8c00-7a1b-9c55-0123456789ab --format csv")

    @Argument(help: "The identifier of the bulletin, as the list shows it.")
    var id: String

    @Option(help: "table, csv or json.")
    var format: ReportFormat = .table

    @OptionGroup var slice: SliceOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard BulletinID(id) != nil else { throw ValidationError("“\(id)” is no identifier; see naikkelas report bulletin list") }
    }

    func run() async throws {
        guard let id = BulletinID(id) else { return }
        let report = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            let options = slice
            return try await workspace.database.read { connection in
                let bulletin = try connection.openBulletin(id)
                var slice = try options.slice(connection)
                slice.source = .bulletin(id)
                var report = try connection.progressReport(slice)
                report.day = bulletin.day.iso
                return report
            }
        }
        try Console.current.put(report.text(as: format))
    }
}
