import ArgumentParser

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Shows the count: claimed, distinct, onboard, selling.",
        discussion: """
            Example:
              naikkelas report progress --format json
              naikkelas report bulletin freeze "Buletin November 2026"
            """,
        subcommands: [ReportProgressCommand.self, ReportBulletinCommand.self])
}
