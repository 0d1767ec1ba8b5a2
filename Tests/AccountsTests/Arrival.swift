import Accounts
import Storage
import StorageTesting

/// A gate before a fresh database, and how a test walks through it.
struct Arrival {
    static let noon = Timestamp(rawValue: 1_763_870_400_000_000)
    static let pin = "839274"
    static let password = "kuda putih lari pagi"
    static let ownerPhone = "+6281234567890"

    let vault: Vault
    let gate: Gate
    let database: any SQLDatabase

    static func with(_ engine: TestEngine, _ body: (Arrival) async throws -> Void) async throws {
        try await withTestDatabase(engine, migrations: AccountsSchema.migrations) { database in
            let vault = Vault.ephemeral()
            try await body(Arrival(vault: vault, gate: Gate(vault: vault, cost: .tiny), database: database))
        }
    }

    func addOwner(phone: String = ownerPhone, pin: String = pin) async throws -> PersonID {
        try await gate.addPerson(.owner(name: "Ibu Wati", phone: phone), secret: pin, by: nil, to: database, at: Self.noon).id
    }

    func addStaff(_ signInName: String = "sari", grants: [(role: Role, scope: Scope)] = []) async throws -> AddedPerson {
        try await gate.addPerson(
            .staff(name: "Sari", signInName: signInName), secret: Self.password, grants: grants, by: nil, to: database, at: Self.noon)
    }

    func enter(
        phone: String = ownerPhone, pin: String = pin, address: String = "203.0.113.7", device: String? = nil, after seconds: Int = 0
    ) async throws -> Admission {
        try await gate.signIn(
            with: .phone(phone, pin: pin), from: Visit(address: address, client: "Test", device: device), to: database,
            at: Self.noon.adding(.seconds(seconds)))
    }

    func enter(
        name: String, password: String = password, code: String, address: String = "203.0.113.7", after seconds: Int = 0
    ) async throws -> Admission {
        try await gate.signIn(
            with: .name(name, password: password, code: code), from: Visit(address: address, client: "Test"), to: database,
            at: Self.noon.adding(.seconds(seconds)))
    }

    func signedIn(_ admission: Admission, after seconds: Int = 0) async throws -> SignedIn? {
        try await database.read { try $0.signedIn(admission.token, at: Self.noon.adding(.seconds(seconds))) }
    }

    func isThrottled(_ attempt: () async throws -> Admission) async throws -> Bool {
        do {
            _ = try await attempt()
            return false
        } catch SignInRefusal.tooMany {
            return true
        } catch SignInRefusal.wrong {
            return false
        }
    }
}
