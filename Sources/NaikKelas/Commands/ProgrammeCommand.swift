import Accounts
import ArgumentParser
import Journey
import Storage

struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: "Keeps the programmes under which businesses are counted.",
        discussion: "Example:\n  naikkelas programme add umkm-go-online \"UMKM Go Online\"",
        subcommands: [ProgrammeAddCommand.self, ProgrammeListCommand.self])
}

struct ProgrammeAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a programme, or renames the one that has the code.",
        discussion: "Example:\n  naikkelas programme add umkm-go-online \"UMKM Go Online\" --active-days 90")

    @Argument(help: "A short word for commands and addresses: letters, digits and hyphens.")
    var code: String

    @Argument(help: "The name that people read.")
    var name: String

    @Option(help: "For how many days a sale makes a business \"selling\"; set once, when the programme is added.")
    var activeDays: Int = LadderRules.national.activeDays

    @OptionGroup var data: DataOptions

    func validate() throws {
        try validateCode(code)
        guard (1...3650).contains(activeDays) else { throw ValidationError("--active-days is a number from 1 to 3650") }
    }

    func run() async throws {
        let new = Programme(code: code, name: name, rules: LadderRules(activeDays: activeDays))
        try await Workspace.with(try await data.settings(), .migrating) { workspace in
            let id = try await workspace.database.write { try $0.upsertProgramme(new) }
            try await workspace.record(.programmeSet, of: .programme(id), detail: ["activeDays": .count(new.rules.activeDays)])
        }
        try Console.current.line("programme \(code): \(name)")
    }
}

struct ProgrammeListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All programmes.", discussion: "Example:\n  naikkelas programme list")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let programmes = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            try await workspace.database.read { try $0.programmes() }
        }
        let table = TextTable(
            columns: [.init(title: "code"), .init(title: "active days", isFigure: true), .init(title: "name")],
            rows: programmes.map { [$0.code, "\($0.rules.activeDays)", $0.name] })
        try Console.current.put(table.text)
    }
}
