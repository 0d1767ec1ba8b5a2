import Accounts
import ArgumentParser
import Storage

struct UserResetSecretCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-secret",
        abstract: "Gives a person another password or PIN, prints it this once, and signs them out everywhere.",
        discussion: """
            With --one-time-code one of the staff also gets another key for one-time codes, for who has lost the phone.

            Example:
              naikkelas user reset-secret siti --one-time-code
              naikkelas user reset-secret 081234567890
            """)

    @Argument(help: "The sign-in name, or the phone number.")
    var account: String

    @Flag(help: "Another key for one-time codes too.")
    var oneTimeCode = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            let (account, vault, database) = (account, workspace.vault, workspace.database)
            let person = try await database.read { try $0.person(signInName: account) ?? $0.person(phone: account, vault) }
            guard let person else { throw CommandFailure("nobody signs in with “\(account)”; see naikkelas user list") }
            guard !oneTimeCode || person.kind == .staff else { throw CommandFailure("only staff have one-time codes") }

            let gate = Gate(vault: vault)
            let secret = person.kind == .staff ? randomPassword() : unguessablePIN(for: try person.phone(vault))
            try await gate.resetSecret(of: person.id, to: secret, by: nil, in: database, at: .now)
            let console = Console.current
            try console.line("\(person.kind == .staff ? "password" : "PIN"): \(secret)")
            if oneTimeCode {
                let code = try await gate.resetOneTimeCode(of: person.id, by: nil, in: database, at: .now)
                try console.line("one-time codes: \(code.uri(account: account))")
                try console.line("key to type by hand: \(code.base32)")
            }
            console.warn("This is shown only now. Hand it over safely; the person should change it.")
        }
    }
}
