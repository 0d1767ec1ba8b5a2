import Accounts
import Foundation
import Nusantara
import Storage

/// One account for each role of a demo. The people are made up, and so are their numbers.
struct DemoAccounts {
    /// An account as it is printed and written down.
    struct Entry: Codable {
        let role: String
        let name: String
        let signsInWith: String
        let secret: String
        /// The key of the one-time codes in base 32, and what an app is told; for staff.
        let oneTimeKey: String?
        let oneTimeURI: String?
        /// The code that is valid as the demo starts.
        let oneTimeCode: String?
    }

    /// With what the demo's owner signs in.
    static let ownerPhone = "081200000022"

    let entries: [Entry]

    /// Makes the accounts, several at once, because each has to be hashed.
    ///
    /// - Parameter partner: whose lists the account of the role `partner` sends.
    static func make(in workspace: Workspace, partner: PartnerID, cost: ScryptCost) async throws -> DemoAccounts {
        let gate = Gate(vault: workspace.vault, cost: cost)
        let accounts = accounts(partner)
        let entries = try await withThrowingTaskGroup(of: (Int, Entry).self) { group in
            for (place, account) in accounts.enumerated() {
                group.addTask { (place, Entry(account, try await account.add(to: workspace.database, gate))) }
            }
            return try await group.reduce(into: [(Int, Entry)]()) { $0.append($1) }
        }
        return DemoAccounts(entries: entries.sorted { $0.0 < $1.0 }.map(\.1))
    }

    private static func accounts(_ partner: PartnerID) -> [NewAccount] {
        [
            NewAccount(name: "Wulan Prasetyo", signIn: "petugas", role: .officer),
            NewAccount(name: "Hendra Siregar", signIn: "penelaah", role: .reviewer),
            NewAccount(name: "Maya Lestari", signIn: "mitra", role: .partner, scope: Scope(partner: partner)),
            NewAccount(name: "I Made Sudarma", signIn: "auditor", role: .auditor),
            NewAccount(name: "Yohana Tanod", signIn: "admin", role: .administrator),
            NewAccount(name: "Asep Kurniawan", phone: "081200000021", role: .facilitator, scope: Scope(region: RegionCode(rawValue: "32"))),
            NewAccount(name: "Nur Aini", phone: ownerPhone, role: .owner),
        ]
    }

    /// For the terminal.
    var text: String {
        let table = TextTable(
            columns: ["role", "name", "signs in with", "password or PIN", "code now", "key of one-time codes"].map { .init(title: $0) },
            rows: entries.map { [$0.role, $0.name, $0.signsInWith, $0.secret, $0.oneTimeCode ?? "–", $0.oneTimeKey ?? "–"] })
        return table.text
    }

    /// Writes the accounts to a file that its owner alone may read.
    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let content = try encoder.encode(entries)
        guard FileManager.default.createFile(atPath: path, contents: content, attributes: [.posixPermissions: 0o600]) else {
            throw CommandFailure("the accounts cannot be written to \(path)")
        }
    }
}

extension DemoAccounts.Entry {
    fileprivate init(_ account: NewAccount, _ added: NewAccount.Added) {
        self.init(
            role: account.role.rawValue, name: account.name, signsInWith: added.signsInWith, secret: added.secret,
            oneTimeKey: added.oneTimeCode?.base32, oneTimeURI: added.oneTimeCode?.uri(account: added.signsInWith),
            oneTimeCode: added.oneTimeCode?.code(at: .now))
    }
}
