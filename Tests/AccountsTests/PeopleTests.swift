import Accounts
import Nusantara
import Storage
import StorageTesting
import Testing

@Suite("People", .serialized)
struct PeopleTests {
    @Test("a phone number is sealed in the database and found in any spelling", arguments: TestEngine.allCases)
    func sealsPhone(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let id = try await arrival.addOwner(phone: "0812 3456 7890")
            let (found, stored) = try await arrival.database.read { connection in
                let stored = try connection.first("SELECT phone_fingerprint, phone_sealed FROM person") { row in
                    (try row[0] as [UInt8]) + (try row[1] as [UInt8])
                }
                return (try connection.person(phone: "+62812-3456-7890", arrival.vault), stored ?? [])
            }
            #expect(found?.id == id)
            #expect(try found?.phone(arrival.vault) == "+6281234567890")
            #expect(!String(decoding: stored, as: UTF8.self).contains("1234567890"))
        }
    }

    @Test("two people cannot share a sign-in name or a phone", arguments: TestEngine.allCases)
    func refusesDoubles(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            _ = try await arrival.addStaff("sari")
            await #expect(throws: AccountsError.phoneTaken) { try await arrival.addOwner(phone: "081234567890") }
            await #expect(throws: AccountsError.signInNameTaken) { try await arrival.addStaff("SARI") }
        }
    }

    @Test("what is incomplete, unreadable or weak is refused before anything is stored", arguments: TestEngine.allCases)
    func refusesIncomplete(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let refusals: [(NewPerson, String, AccountsError)] = [
                (.owner(name: "", phone: Arrival.ownerPhone), Arrival.pin, .incomplete),
                (.staff(name: "Sari", signInName: " "), Arrival.password, .incomplete),
                (.owner(name: "Wati", phone: "12"), Arrival.pin, .phoneUnreadable),
                (.owner(name: "Wati", phone: "081234567890 / 085712345678"), Arrival.pin, .phoneUnreadable),
                (.owner(name: "Wati", phone: Arrival.ownerPhone), "345678", .weakSecret(.sequence)),
                (.owner(name: "Wati", phone: "+6281839274056"), "839274", .weakSecret(.partOfPhone)),
                (.staff(name: "Sari", signInName: "sari"), "short", .weakSecret(.wrongLength)),
            ]
            for (person, secret, refusal) in refusals {
                await #expect(throws: refusal) {
                    try await arrival.gate.addPerson(person, secret: secret, by: nil, to: arrival.database, at: Arrival.noon)
                }
            }
            let people = try await arrival.database.read { try $0.people() }
            #expect(people.isEmpty)
        }
    }

    @Test(
        "a role goes only to the kind of person that may hold it, and nothing of the person stays if it fails",
        arguments: TestEngine.allCases)
    func guardsRoles(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            await #expect(throws: AccountsError.roleNotForKind(.officer, .facilitator)) {
                try await arrival.gate.addPerson(
                    .facilitator(name: "Budi", phone: Arrival.ownerPhone), secret: Arrival.pin, grants: [(.officer, Scope())], by: nil,
                    to: arrival.database, at: Arrival.noon)
            }
            await #expect(throws: AccountsError.partnerMissing) { try await arrival.addStaff(grants: [(.partner, Scope())]) }
            let (people, verification) = try await arrival.database.read { (try $0.people(), try $0.verifyAudit()) }
            #expect(people.isEmpty)
            #expect(verification == .intact(entries: 0))
        }
    }

    @Test("a grant stands once, is read back with its whole scope, and can be taken back", arguments: TestEngine.allCases)
    func grantsAndRevokes(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let id = try await arrival.addStaff().id
            let scope = Scope(region: RegionCode(rawValue: "32.04"), programme: ProgrammeID(), partner: PartnerID())
            let (first, second) = try await arrival.database.write { connection in
                (
                    try connection.addGrant(.partner, in: scope, to: id, by: nil, at: Arrival.noon),
                    try connection.addGrant(.partner, in: scope, to: id, by: nil, at: Arrival.noon)
                )
            }
            #expect(first == second)
            #expect(try await arrival.database.read { try $0.viewer(id) }?.grants == [first])
            let revoked = try await arrival.database.write { connection in
                (
                    try connection.revokeGrant(first.id, of: PersonID(), by: nil, at: Arrival.noon),
                    try connection.revokeGrant(first.id, of: id, by: nil, at: Arrival.noon),
                    try connection.revokeGrant(first.id, of: id, by: nil, at: Arrival.noon)
                )
            }
            #expect(revoked == (false, true, false))
            let actions = try await arrival.database.read { try $0.auditEntries(about: .person(id)) }.map(\.action)
            #expect(actions == [.roleRevoked, .roleGranted, .personAdded])
        }
    }

    @Test("the schema itself refuses the same grant twice, with and without partner", arguments: TestEngine.allCases)
    func schemaRefusesDoubleGrant(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let id = try await arrival.addStaff(grants: [(.officer, Scope())]).id
            await #expect(throws: StorageError.self) {
                try await arrival.database.write { connection in
                    try connection.run(
                        """
                        INSERT INTO role_grant (id, person_id, role, region, granted_at)
                        VALUES (\(Identifier<Grant>()), \(id), 'officer', 'ID', 0)
                        """)
                }
            }
        }
    }

    @Test("people are listed a page at a time", arguments: TestEngine.allCases)
    func lists(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let owner = try await arrival.addOwner()
            let first = try await arrival.addStaff("satu").id
            let second = try await arrival.addStaff("dua").id
            let pages = try await arrival.database.read { connection in
                (
                    try connection.people(limit: 2), try connection.people(after: first, limit: 2),
                    try connection.people(kind: .staff, limit: 9)
                )
            }
            #expect(pages.0.map(\.id) == [owner, first])
            #expect(pages.1.map(\.id) == [second])
            #expect(pages.2.map(\.id) == [first, second])
        }
    }
}
