import Accounts
import ArgumentParser
import Journey
import Nusantara
import Storage

struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The people who sign in, with their roles; phone numbers are not shown.",
        discussion: "Example:\n  naikkelas user list")

    @Flag(help: "Owners too, of whom there may be many.")
    var all = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let all = all
        let (viewers, partners) = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            try await workspace.database.read { connection in
                let kinds: [Person.Kind] = all ? [.staff, .facilitator, .owner] : [.staff, .facilitator]
                let people = try kinds.flatMap { try connection.everybody(of: $0) }
                return (
                    try people.map { Viewer(person: $0, grants: try connection.grants(of: $0.id)) },
                    Dictionary(try connection.partners().map { ($0.id, $0.code) }) { first, _ in first }
                )
            }
        }
        let table = TextTable(
            columns: [.init(title: "name"), .init(title: "kind"), .init(title: "signs in with"), .init(title: "roles")],
            rows: viewers.map { viewer in
                let person = viewer.person
                let roles = viewer.grants.map { grant in
                    let place = grant.scope.region == .nation ? "" : " in \(grant.scope.region.rawValue)"
                    let partner = grant.scope.partner.flatMap { partners[$0] }.map { " for \($0)" } ?? ""
                    return grant.role.rawValue + place + partner
                }
                return [
                    person.name + (person.isActive ? "" : " (deactivated)"), person.kind.rawValue, person.signInName ?? "phone",
                    roles.joined(separator: "; "),
                ]
            })
        try Console.current.put(table.text)
    }
}

extension SQLConnection {
    fileprivate func everybody(of kind: Person.Kind) throws -> [Person] {
        var everybody: [Person] = []
        while true {
            let page = try people(kind: kind, after: everybody.last?.id, limit: 500)
            everybody += page
            if page.count < 500 { return everybody }
        }
    }
}
