import Accounts
import ArgumentParser
import Journey
import Nusantara
import Storage

struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a person and prints, this once, what they sign in with.",
        discussion: """
            Staff sign in with a name, a password and a one-time code: give --sign-in. Owners and facilitators sign in with phone and PIN: give
            --phone. The password or PIN is made here and printed; let the person change it.

            Example:
              naikkelas user add "Siti Rahma" --sign-in siti --role officer --region "Jawa Barat"
              naikkelas user add "Budi" --phone 081234567890 --role facilitator --region 32.04
              naikkelas user add "Rina" --sign-in rina --role partner --partner shopee
            """)

    @Argument(help: "The person's name.")
    var name: String

    @Option(help: ArgumentHelp("The name with which one of the staff signs in.", valueName: "name"))
    var signIn: String?

    @Option(help: "The mobile number with which an owner or facilitator signs in.")
    var phone: String?

    @Option(help: "\(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
    var role: Role

    @OptionGroup var slice: SliceOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard (signIn == nil) != (phone == nil) else {
            throw ValidationError("give either --sign-in (staff) or --phone (owners, facilitators)")
        }
        if role == .partner, slice.partner == nil { throw ValidationError("the role partner needs --partner CODE") }
        let kind: Person.Kind = signIn != nil ? .staff : role == .owner ? .owner : .facilitator
        guard role.kinds.contains(kind) else {
            throw ValidationError("the role \(role.rawValue) signs in with \(role == .owner ? "--phone" : "--sign-in")")
        }
    }

    func run() async throws {
        let command = self
        try await Workspace.with(try await data.settings(), .migrating) { workspace in
            let slice = try await workspace.database.read { try command.slice.slice($0) }
            let scope = Scope(region: slice.region.code, programme: slice.programme?.id, partner: slice.partner?.id)
            let account = try await NewAccount(name: name, signIn: signIn, phone: phone, role: role, scope: scope)
                .add(to: workspace.database, Gate(vault: workspace.vault))
            let console = Console.current
            try console.line("\(name), \(role.rawValue): signs in with \(account.signsInWith)")
            try console.line("\(account.oneTimeCode == nil ? "PIN" : "password"): \(account.secret)")
            if let code = account.oneTimeCode {
                try console.line("one-time codes: \(code.uri(account: account.signsInWith))")
                try console.line("key to type by hand: \(code.base32)")
            }
            console.warn("This is shown only now. Hand it over safely; the person should change it.")
        }
    }
}
