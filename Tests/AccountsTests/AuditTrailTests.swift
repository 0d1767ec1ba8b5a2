import Accounts
import Nusantara
import Storage
import StorageTesting
import Testing

private let noon = Timestamp(rawValue: 1_763_870_400_000_000)
private let business = BusinessID()
private let officer = PersonID()

/// Runs `body` on a trail of ten entries.
private func withTrail(_ engine: TestEngine, _ body: (any SQLDatabase) async throws -> Void) async throws {
    try await withTestDatabase(engine, migrations: AccountsSchema.migrations) { database in
        try await database.write { connection in
            for number in 1...10 {
                let detail: AuditDetail = ["row": .count(number), "region": .region(RegionCode(rawValue: "32.04"))]
                try connection.recordAudit(
                    AuditEvent(.read, of: .business(business), by: officer, detail: detail), at: noon.adding(.seconds(number)))
            }
        }
        try await body(database)
    }
}

@Suite("The audit trail", .serialized)
struct AuditTrailTests {
    @Test("entries follow each other from 1 without gaps, each on the hash of the one before", arguments: TestEngine.allCases)
    func chains(engine: TestEngine) async throws {
        try await withTrail(engine) { database in
            let entries = try await database.read { try $0.auditEntries(about: .business(business)) }
            #expect(entries.map(\.sequence) == Array((1...10).reversed()))
            for (later, earlier) in zip(entries, entries.dropFirst()) {
                #expect(later.previousHash == earlier.hash)
                #expect(later.hash == later.expectedHash)
            }
            #expect(entries[0].detail == #"{"region":"32.04","row":10}"#)
            #expect(entries[0].actor == officer)
            let verification = try await database.read { try $0.verifyAudit() }
            #expect(verification == .intact(entries: 10))
            let head = try await database.read { try $0.auditHead() }
            #expect(head == AuditHead(sequence: 10, hash: entries[0].hash))
        }
    }

    @Test("an empty trail is intact", arguments: TestEngine.allCases)
    func acceptsNothing(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: AccountsSchema.migrations) { database in
            let verification = try await database.read { try $0.verifyAudit() }
            #expect(verification == .intact(entries: 0))
        }
    }

    @Test("what is recorded goes with its transaction", arguments: TestEngine.allCases)
    func rollsBack(engine: TestEngine) async throws {
        struct Interruption: Error {}
        try await withTrail(engine) { database in
            await #expect(throws: Interruption.self) {
                try await database.write { connection in
                    try connection.recordAudit(AuditEvent(.read, of: .business(business), by: officer), at: noon)
                    throw Interruption()
                }
            }
            let verification = try await database.read { try $0.verifyAudit() }
            #expect(verification == .intact(entries: 10))
        }
    }

    @Test("every field of an entry is under its hash", arguments: TestEngine.allCases)
    func detectsAlteration(engine: TestEngine) async throws {
        let alterations: [SQLQuery] = [
            "UPDATE audit_entry SET detail = '{}' WHERE sequence = 4",
            "UPDATE audit_entry SET recorded_at = recorded_at + 1 WHERE sequence = 4",
            "UPDATE audit_entry SET actor_id = NULL WHERE sequence = 4",
            "UPDATE audit_entry SET actor_id = \(PersonID()) WHERE sequence = 4",
            "UPDATE audit_entry SET action = 'write' WHERE sequence = 4",
            "UPDATE audit_entry SET subject_kind = 'person' WHERE sequence = 4",
            "UPDATE audit_entry SET subject_id = \(BusinessID()) WHERE sequence = 4",
            "UPDATE audit_entry SET subject_id = NULL WHERE sequence = 4",
            "UPDATE audit_entry SET hash = \(Array(repeating: UInt8(9), count: 32)) WHERE sequence = 4",
        ]
        try await withTrail(engine) { database in
            for alteration in alterations {
                let found = try await database.writeAndRollBack { connection in
                    #expect(try connection.run(alteration) == 1)
                    return try connection.verifyAudit()
                }
                #expect(found == .broken(at: 4, .altered))
            }
            let verification = try await database.read { try $0.verifyAudit() }
            #expect(verification == .intact(entries: 10))
        }
    }

    @Test("a deleted entry, two exchanged ones and a tail cut off are found", arguments: TestEngine.allCases)
    func detectsMissing(engine: TestEngine) async throws {
        let tamperings: [(AuditVerification, [SQLQuery])] = [
            (.broken(at: 1, .missing), ["DELETE FROM audit_entry WHERE sequence = 1"]),
            (.broken(at: 5, .missing), ["DELETE FROM audit_entry WHERE sequence = 5"]),
            (.broken(at: 8, .truncated), ["DELETE FROM audit_entry WHERE sequence >= 8"]),
            (.broken(at: 1, .truncated), ["DELETE FROM audit_entry"]),
            (
                .broken(at: 3, .altered),
                [
                    "UPDATE audit_entry SET sequence = 99 WHERE sequence = 3",
                    "UPDATE audit_entry SET sequence = 3 WHERE sequence = 4",
                    "UPDATE audit_entry SET sequence = 4 WHERE sequence = 99",
                ]
            ),
            (
                .broken(at: 9, .headDiffers),
                ["DELETE FROM audit_entry WHERE sequence = 10", "UPDATE audit_head SET sequence = 9"]
            ),
            (.broken(at: 10, .headDiffers), ["DELETE FROM audit_head"]),
        ]
        try await withTrail(engine) { database in
            for (expected, statements) in tamperings {
                let found = try await database.writeAndRollBack { connection in
                    for statement in statements { try connection.run(statement) }
                    return try connection.verifyAudit()
                }
                #expect(found == expected)
            }
        }
    }

    @Test("an entry put in with a hash of its own does not continue the chain", arguments: TestEngine.allCases)
    func detectsForgery(engine: TestEngine) async throws {
        try await withTrail(engine) { database in
            let found = try await database.writeAndRollBack { connection in
                // The forger writes a good entry 5 after another entry 4, then puts the old entry 4 back.
                try connection.run("CREATE TABLE kept AS SELECT * FROM audit_entry")
                try connection.run("DELETE FROM audit_entry WHERE sequence > 3")
                try connection.run("UPDATE audit_head SET sequence = 3")
                for _ in 4...10 { try connection.recordAudit(AuditEvent(.read, of: .business(business), by: nil), at: noon) }
                try connection.run("DELETE FROM audit_entry WHERE sequence = 4")
                try connection.run("INSERT INTO audit_entry SELECT * FROM kept WHERE sequence = 4")
                return try connection.verifyAudit()
            }
            #expect(found == .broken(at: 4, .unlinked) || found == .broken(at: 5, .unlinked))
        }
    }

    @Test("a chain rewritten as a whole is intact in itself, and found by a head written down before", arguments: TestEngine.allCases)
    func detectsRewriting(engine: TestEngine) async throws {
        try await withTrail(engine) { database in
            let written = try #require(try await database.read { try $0.auditHead() })
            try await database.write { connection in
                try connection.recordAudit(AuditEvent(.read, of: .business(business), by: nil), at: noon)
            }
            #expect(try await database.read { try $0.verifyAudit(anchor: written) } == .intact(entries: 11))
            let (alone, anchored, cut) = try await database.writeAndRollBack { connection in
                try connection.run("DELETE FROM audit_entry")
                try connection.run("UPDATE audit_head SET sequence = 0, hash = \(Array(repeating: UInt8(0), count: 32))")
                for _ in 1...9 { try connection.recordAudit(AuditEvent(.read, of: .business(business), by: nil), at: noon) }
                let cut = try connection.verifyAudit(anchor: written)
                for _ in 10...11 { try connection.recordAudit(AuditEvent(.read, of: .business(business), by: nil), at: noon) }
                return (try connection.verifyAudit(), try connection.verifyAudit(anchor: written), cut)
            }
            #expect(alone == .intact(entries: 11))
            #expect(anchored == .broken(at: 10, .rewritten))
            #expect(cut == .broken(at: 10, .truncated))
        }
    }

    @Test("writers at once leave no gap, with the lock and without", arguments: TestEngine.allCases)
    func keepsOrderAmongWriters(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: AccountsSchema.migrations) { database in
            let held = await recordAtOnce(40, holding: .auditTrail, database)
            #expect(held == 40)
            let loose = await recordAtOnce(8, holding: nil, database)
            #expect(loose > 0)
            let verification = try await database.read { try $0.verifyAudit() }
            #expect(verification == .intact(entries: Int64(held + loose)))
        }
    }

    /// Returns how many units of work were committed: PostgreSQL may give one up that lost too often.
    private func recordAtOnce(_ count: Int, holding lock: SQLLock?, _ database: any SQLDatabase) async -> Int {
        await withTaskGroup(of: Int.self) { group in
            for number in 0..<count {
                group.addTask {
                    do {
                        try await database.write(holding: lock) { connection in
                            try connection.recordAudit(
                                AuditEvent(.read, of: .business(business), by: officer, detail: ["number": .count(number)]), at: noon)
                        }
                        return 1
                    } catch {
                        #expect(error as? StorageError == .serialization)
                        return 0
                    }
                }
            }
            return await group.reduce(0, +)
        }
    }

    @Test("who read about a business is told, the newest first, a page at a time, and nothing else with it", arguments: TestEngine.allCases)
    func tellsReadings(engine: TestEngine) async throws {
        try await withTrail(engine) { database in
            try await database.write { connection in
                try connection.recordAudit(AuditEvent(.consentRecorded, of: .business(business), by: nil), at: noon)
                try connection.recordAudit(AuditEvent(.read, of: .business(BusinessID()), by: officer), at: noon)
            }
            let (page, rest, own) = try await database.read { connection in
                let page = try connection.readings(of: .business(business), limit: 4)
                let rest = try connection.readings(of: .business(business), before: page.last?.sequence ?? 0)
                return (page, rest, try connection.auditEntries(by: officer, limit: 3))
            }
            #expect(page.map(\.sequence) == [10, 9, 8, 7])
            #expect(rest.map(\.sequence) == [6, 5, 4, 3, 2, 1])
            #expect(own.map(\.sequence) == [12, 10, 9])
        }
    }
}

@Suite("Particulars of an event")
struct AuditDetailTests {
    @Test("they are one JSON object with sorted names")
    func writesJSON() {
        let detail: AuditDetail = ["b": .flag(true), "a": .count(-3), "c": .word("say \"\\\"\n"), "kind": .word(Person.Kind.owner)]
        #expect(detail.json == #"{"a":-3,"b":true,"c":"say \"\\\"\u000a","kind":"owner"}"#)
        #expect(AuditDetail(dictionaryLiteral: ("a", .count(1)), ("a", .count(2))).json == #"{"a":2}"#)
        #expect(([:] as AuditDetail).json == "{}")
    }
}
