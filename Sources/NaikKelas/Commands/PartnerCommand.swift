import Accounts
import ArgumentParser
import Journey
import Storage

struct PartnerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partner",
        abstract: "Keeps the partners that send lists.",
        discussion: "Example:\n  naikkelas partner add shopee Shopee --kind marketplace",
        subcommands: [PartnerAddCommand.self, PartnerListCommand.self])
}

struct PartnerAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a partner, or renames the one that has the code.",
        discussion: """
            An account with a marketplace makes a business "onboard"; the lists of the other kinds make it known.

            Example:
              naikkelas partner add dinkop-bandung "Dinas Koperasi Kota Bandung" --kind district-office
            """)

    @Argument(help: "A short word for commands and addresses: letters, digits and hyphens.")
    var code: String

    @Argument(help: "The name that people read.")
    var name: String

    @Option(help: "\(Partner.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: Partner.Kind

    @OptionGroup var data: DataOptions

    func validate() throws {
        try validateCode(code)
    }

    func run() async throws {
        let new = Partner(code: code, name: name, kind: kind)
        try await Workspace.with(try await data.settings(), .migrating) { workspace in
            let id = try await workspace.database.write { try $0.upsertPartner(new) }
            try await workspace.record(.partnerSet, of: .partner(id), detail: ["kind": .word(new.kind)])
        }
        try Console.current.line("partner \(code): \(name)")
    }
}

struct PartnerListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All partners.", discussion: "Example:\n  naikkelas partner list")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let partners = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            try await workspace.database.read { try $0.partners() }
        }
        let table = TextTable(
            columns: [.init(title: "code"), .init(title: "kind"), .init(title: "name")],
            rows: partners.map { [$0.code, $0.kind.rawValue, $0.name] })
        try Console.current.put(table.text)
    }
}

/// - Throws: `ValidationError` if the code does not suit commands, files and addresses.
func validateCode(_ code: String) throws {
    let isPlain = code.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    guard isPlain, (1...40).contains(code.utf8.count), !code.hasPrefix("-") else {
        throw ValidationError("“\(code)” is no code: use up to 40 small letters, digits and hyphens, such as dinas-koperasi")
    }
}
