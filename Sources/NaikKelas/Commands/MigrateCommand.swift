import ArgumentParser
import Storage

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Makes a database, or brings it to the schema of this program.",
        discussion: """
            Nothing that the database holds is lost. serve and import do the same before they begin.

            Example:
              naikkelas migrate --database sqlite:/var/lib/naikkelas/data.sqlite
              naikkelas migrate --dry-run
            """)

    @Flag(help: "Only say which migrations are pending.")
    var dryRun = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try await data.settings()
        let database = try Workspace.open(settings.database, dryRun ? .asItIs : .migrating)
        let names: Result<[String], any Error>
        do {
            names = .success(dryRun ? try await pendingMigrations(database, schema) : try await migrate(database, schema))
        } catch {
            names = .failure(error)
        }
        try await database.close()
        let console = Console.current
        for name in try names.get() { try console.line("\(dryRun ? "pending" : "applied"): \(name)") }
        if try names.get().isEmpty { try console.line("\(settings.database) is up to date") }
    }
}
