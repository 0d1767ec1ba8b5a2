import Accounts
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Web

/// Somebody with an account.
struct Member: Sendable {
    static let password = "kereta senja lewat jembatan"
    static let pin = "483926"

    let id: PersonID
    /// The user name or the phone number.
    let account: String
    let oneTimeCode: OneTimeCode?

    /// What is typed at the door of the staff at an instant.
    func fields(at time: Timestamp) -> [String: String] {
        guard let oneTimeCode else { return ["phone": account, "pin": Self.pin] }
        return ["name": account, "password": Self.password, "code": oneTimeCode.code(at: time)]
    }

    var door: String { oneTimeCode == nil ? Paths.signIn : Paths.staffSignIn }
}

extension LiveServer {
    /// Adds one of the staff.
    func staff(_ role: Role, _ scope: Scope = Scope(), account: String = "sari.dewi", name: String = "Sari Dewi") async throws -> Member {
        let added = try await services.gate.addPerson(
            .staff(name: name, signInName: account), secret: Member.password, grants: [(role, scope)], by: nil, to: database,
            at: clock.now)
        return Member(id: added.id, account: account, oneTimeCode: added.oneTimeCode)
    }

    /// Adds somebody who signs in with phone and PIN.
    func facilitator(_ scope: Scope, phone: String = "081234567001") async throws -> Member {
        let added = try await services.gate.addPerson(
            .facilitator(name: "Asep Hidayat", phone: phone), secret: Member.pin, grants: [(.facilitator, scope)], by: nil, to: database,
            at: clock.now)
        return Member(id: added.id, account: phone, oneTimeCode: nil)
    }

    /// Adds an owner, who signs in with phone and PIN.
    func owner(phone: String = "081234567002") async throws -> Member {
        let added = try await services.gate.addPerson(
            .owner(name: "Nur Aini", phone: phone), secret: Member.pin, grants: [(.owner, Scope())], by: nil, to: database, at: clock.now)
        return Member(id: added.id, account: phone, oneTimeCode: nil)
    }

    /// A browser in which somebody has signed in.
    func browser(of member: Member) async throws -> Browser {
        let browser = browser()
        let answer = try await browser.post(member.door, member.fields(at: clock.now))
        try #require(answer.status == 303, "signing in as \(member.account) was refused")
        // A code lets in once.
        clock.advance(by: .seconds(31))
        return browser
    }

    /// A browser in which somebody new with this role has signed in.
    func browser(_ role: Role, _ scope: Scope = Scope()) async throws -> Browser {
        try await browser(of: role == .facilitator ? facilitator(scope) : staff(role, scope, account: "akun.\(role.rawValue)"))
    }
}
