import Accounts
import Storage
import StorageTesting
import Testing

private let business = BusinessID()

private func receipt(_ purpose: ConsentPurpose, basis: LegalBasis = .consent, by person: PersonID? = nil) -> ConsentReceipt {
    ConsentReceipt(
        subject: .business(business), noticeVersion: 1, purpose: purpose, basis: basis, channel: .paper, givenAt: Arrival.noon,
        recordedBy: person, evidence: "sheet 12")
}

@Suite("Consent and requests", .serialized)
struct ConsentTests {
    @Test("a receipt is read back as it was given, and sent twice it stands once", arguments: TestEngine.allCases)
    func keepsReceipt(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let given = receipt(.marketplaceSharing, by: try await arrival.addOwner())
            try await arrival.database.write { connection in
                try connection.recordConsent(given, at: Arrival.noon)
                try connection.recordConsent(given, at: Arrival.noon)
            }
            let (kept, may, mayNot, entries) = try await arrival.database.read { connection in
                (
                    try connection.consents(of: .business(business)),
                    try connection.mayUseData(of: .business(business), for: .marketplaceSharing),
                    try connection.mayUseData(of: .business(business), for: .contact),
                    try connection.auditEntries(about: .business(business))
                )
            }
            #expect(kept == [given])
            #expect(may)
            #expect(!mayNot)
            #expect(entries.map(\.action) == [.consentRecorded])
        }
    }

    @Test("a consent that names no published notice is refused", arguments: TestEngine.allCases)
    func needsNotice(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let unknown = ConsentReceipt(
                subject: .business(business), noticeVersion: 7, purpose: .contact, basis: .consent, channel: .web, givenAt: Arrival.noon,
                recordedBy: nil)
            await #expect(throws: StorageError.self) {
                try await arrival.database.write { try $0.recordConsent(unknown, at: Arrival.noon) }
            }
        }
    }

    @Test("the first notice stands in two languages, and the next gets the next number", arguments: TestEngine.allCases)
    func publishesNotices(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let first = try #require(try await arrival.database.read { try $0.currentPrivacyNotice() })
            #expect(first.version == 1)
            #expect(first.indonesian.contains("UU 27/2022"))
            #expect(first.english.contains("Law 27/2022"))
            let version = try await arrival.database.write { connection in
                try connection.publishPrivacyNotice(indonesian: "Baru", english: "New", at: Arrival.noon)
            }
            #expect(version == 2)
            let (current, old) = try await arrival.database.read { connection in
                (try connection.currentPrivacyNotice(), try connection.privacyNotice(version: 1))
            }
            #expect(current?.english == "New")
            #expect(old == first)
        }
    }

    @Test("a withdrawal stops the use at once and is due within 72 hours", arguments: TestEngine.allCases)
    func withdraws(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let given = receipt(.contact)
            let later = Arrival.noon.adding(.seconds(500))
            let request = try await arrival.database.write { connection in
                try connection.recordConsent(given, at: Arrival.noon)
                return try connection.withdrawConsent(given.id, note: "by telephone", by: nil, at: later)
            }
            #expect(request.kind == .withdraw)
            #expect(request.receipt == given.id)
            #expect(request.dueAt == later.adding(.seconds(72 * 3600)))
            let (may, open, kept) = try await arrival.database.read { connection in
                (
                    try connection.mayUseData(of: .business(business), for: .contact), try connection.openPrivacyRequests(),
                    try connection.consents(of: .business(business))
                )
            }
            #expect(!may)
            #expect(open == [request])
            #expect(kept.first?.withdrawnAt == later)
        }
    }

    @Test("what rests on a public duty cannot be withdrawn, nor a consent twice, nor one that is not there", arguments: TestEngine.allCases)
    func refusesWithdrawal(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let duty = receipt(.registration, basis: .publicDuty)
            let consent = receipt(.contact)
            try await arrival.database.write { connection in
                try connection.recordConsents(ofList: [duty, consent])
                try connection.withdrawConsent(consent.id, by: nil, at: Arrival.noon)
            }
            let withdraw = { id in
                try await arrival.database.write { try $0.withdrawConsent(id, by: nil, at: Arrival.noon) }
            }
            await #expect(throws: AccountsError.notWithdrawable) { try await withdraw(duty.id) }
            await #expect(throws: AccountsError.notWithdrawable) { try await withdraw(consent.id) }
            await #expect(throws: AccountsError.unknownReceipt) { try await withdraw(Identifier()) }
        }
    }

    @Test("open requests are listed by what is due first, and a request is handled once", arguments: TestEngine.allCases)
    func handlesRequests(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let officer = try await arrival.addStaff().id
            let access = PrivacyRequest(
                kind: .access, subject: .business(business), note: "letter 3", receivedAt: Arrival.noon.adding(.seconds(60)))
            let breach = PrivacyRequest(kind: .breach, subject: nil, note: "laptop lost", receivedAt: Arrival.noon)
            try await arrival.database.write { connection in
                try connection.receivePrivacyRequest(access, by: officer, at: Arrival.noon)
                try connection.receivePrivacyRequest(breach, by: officer, at: Arrival.noon)
            }
            #expect(try await arrival.database.read { try $0.openPrivacyRequests() } == [breach, access])
            #expect(access.timeLeft(at: Arrival.noon) == .seconds(72 * 3600 + 60))

            let late = access.dueAt.adding(.seconds(1))
            let handle = {
                try await arrival.database.write { try $0.handlePrivacyRequest(access.id, outcome: "sent", by: officer, at: late) }
            }
            try await handle()
            await #expect(throws: AccountsError.notOpen) { try await handle() }
            let (open, all, trail) = try await arrival.database.read { connection in
                (
                    try connection.openPrivacyRequests(), try connection.privacyRequests(of: .business(business)),
                    try connection.auditEntries(about: .business(business))
                )
            }
            #expect(open == [breach])
            #expect(all.first?.outcome == "sent")
            #expect(all.first?.handledBy == officer)
            #expect(trail.first?.action == .privacyRequestHandled)
            #expect(trail.first?.detail.contains(#""inTime":false"#) == true)
        }
    }
}
