import Accounts
import Storage

/// A person to be let in, with the one role that they start with.
struct NewAccount: Sendable {
    let name: String
    /// For staff; the others have a phone.
    var signIn: String?
    var phone: String?
    let role: Role
    var scope = Scope()

    /// What the person needs to sign in; it cannot be had again.
    struct Added: Sendable {
        let signsInWith: String
        /// The password, or the PIN.
        let secret: String
        /// For staff.
        let oneTimeCode: OneTimeCode?
    }

    /// Adds the person with a secret that is made up here.
    ///
    /// - Throws: ``Accounts/AccountsError``, ``Storage/StorageError``.
    func add(to database: any SQLDatabase, _ gate: Gate) async throws -> Added {
        let person: NewPerson =
            if let signIn {
                .staff(name: name, signInName: signIn)
            } else if role == .owner {
                .owner(name: name, phone: phone ?? "")
            } else {
                .facilitator(name: name, phone: phone ?? "")
            }
        let secret = person.kind == .staff ? randomPassword() : unguessablePIN(for: phone)
        let added = try await gate.addPerson(person, secret: secret, grants: [(role, scope)], by: nil, to: database, at: .now)
        return Added(signsInWith: signIn ?? phone ?? "", secret: secret, oneTimeCode: added.oneTimeCode)
    }
}

/// A PIN that is no part of the phone number either.
func unguessablePIN(for phone: String?) -> String {
    while true {
        let pin = randomPIN()
        if (try? checkPIN(pin, phone: phone)) != nil { return pin }
    }
}
