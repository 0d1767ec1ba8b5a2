import Accounts
import Foundation
import Journey
import Linkage
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@Suite("Registering a business at a desk")
struct RegistrationTests {
    private static let bandung = RegionCode(rawValue: "32.73")
    private static let everywhere = [Scope()]
    private static let consent = RegistrationConsent([.registration, .contact], channel: .spoken)

    private static func list(_ fixture: RegistryFixture) throws -> String {
        try fixture.write(
            "list.csv", ListImportTests.header,
            "S1,Keripik Tempe Mekar Sari,Siti Rahayu,081234567890,Kota Bandung,Jawa Barat,12/08/2024",
            "S2,Batik Parang Kencana,Joko Susilo,081234567891,Kota Surakarta,Jawa Tengah,01/02/2023")
    }

    private static func registration(
        _ fixture: RegistryFixture, name: String = "Kripik Tempe Mekar Sari", owner: String = "Hj. Siti Rahayu",
        phone: String = "0812-3456-7890", nik: String = "", region: RegionCode = bandung
    ) async throws -> Registration {
        let partner = try await fixture.database.write { try $0.directRegistrationPartner() }
        return Registration(partner: partner, businessName: name, ownerName: owner, phone: phone, nik: nik, region: region)
    }

    private static func known(
        _ registration: Registration, _ fixture: RegistryFixture, scopes: [Scope] = everywhere
    ) async throws -> [KnownBusiness] {
        try await fixture.database.read { [vault = fixture.vault] connection in
            try connection.knownBusinesses(like: registration, vault: vault, today: RegistryFixture.today, scopes: scopes)
        }
    }

    private static func register(
        _ registration: Registration, as choice: Registration.Choice, by person: PersonID, _ fixture: RegistryFixture
    ) async throws -> RegistrationOutcome {
        try await fixture.database.write(holding: .journey) { [vault = fixture.vault] connection in
            try connection.register(
                registration, as: choice, consent: consent, by: person, vault: vault, today: RegistryFixture.today, at: .now)
        }
    }

    private static func record(_ business: BusinessID, _ fixture: RegistryFixture) async throws -> BusinessRecord {
        let vault = fixture.vault
        let record = try await fixture.database.read { try $0.businessRecord(business, vault: vault) }
        return try #require(record)
    }

    private static func facilitator(_ fixture: RegistryFixture) async throws -> PersonID {
        try await Gate(vault: fixture.vault, cost: .tiny).addPerson(
            .facilitator(name: "Asep Hidayat", phone: "081234567001"), secret: "483926", grants: [(.facilitator, Scope())], by: nil,
            to: fixture.database, at: .now
        ).id
    }

    @Test("a business that a list named is known again, with what speaks for it and no number in the clear", arguments: TestEngine.allCases)
    func known(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            try await fixture.bring(Self.list(fixture), of: "shopee")
            let registration = try await Self.registration(fixture)
            let found = try await Self.known(registration, fixture)
            let first = try #require(found.first)
            #expect(found.count == 1)
            #expect(first.summary.name == "Keripik Tempe Mekar Sari")
            #expect(first.probability > 0.9)
            #expect(first.explanation.contributions.contains { $0.field == .phone && $0.weight > 0 })
            #expect(first.owners.allSatisfy { $0.maskedPhone?.contains("•") ?? true })
            // Asking stores nothing.
            #expect(try await fixture.counts().claimed == 2)
            // Whoever may not read names there is shown none.
            #expect(try await Self.known(registration, fixture, scopes: [Scope(region: RegionCode(rawValue: "33"))]).isEmpty)
            let other = try await Self.registration(fixture, name: "Sambal Roa Manado", owner: "Yohana Tanod", phone: "081399998888")
            #expect(try await Self.known(other, fixture).isEmpty)
        }
    }

    @Test("“this one” puts the claim there by a person's word, and sending the form again changes nothing", arguments: TestEngine.allCases)
    func thisOne(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            try await fixture.bring(Self.list(fixture), of: "shopee")
            let person = try await Self.facilitator(fixture)
            let registration = try await Self.registration(fixture)
            let business = try #require(try await Self.known(registration, fixture).first?.summary.id)
            let outcome = try await Self.register(registration, as: .business(business), by: person, fixture)
            #expect(outcome.kind == .knownBusiness)
            #expect(outcome.business == business)

            let record = try await Self.record(business, fixture)
            let claim = try #require(record.claims.first { $0.id == outcome.claim })
            #expect(claim.method == .person)
            #expect(claim.probability == 1)
            #expect(!claim.explanation.contributions.isEmpty)
            #expect(claim.cells.first { $0.field == .phone }?.value.contains("•") == true)
            #expect(record.milestones.contains { $0.evidence == .claim(claim.id) && $0.kind == .registered })
            let receipts = try await fixture.database.read { try $0.consents(of: .business(business)) }
            #expect(Set(receipts.map(\.purpose)) == [.registration, .contact])
            #expect(receipts.allSatisfy { $0.recordedBy == person && $0.channel == .spoken && $0.basis == .consent })

            let counts = try await fixture.counts()
            #expect(counts.claimed == 3 && counts.distinct == 2)
            let again = try await Self.register(registration, as: .noneOf([business]), by: person, fixture)
            #expect(again.kind == .sentBefore && again.business == business && again.claim == outcome.claim)
            #expect(try await fixture.counts() == counts)
            #expect(try await fixture.database.read { try $0.consents(of: .business(business)) }.count == 2)
            #expect(try await fixture.database.read { try $0.recount() }.isEqual)
            guard case .intact = try await fixture.database.read({ try $0.verifyAudit() }) else {
                Issue.record("the trail does not hold")
                return
            }
        }
    }

    @Test("“none of these” makes a business of its own, however like the others it is", arguments: TestEngine.allCases)
    func noneOfThese(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            try await fixture.bring(Self.list(fixture), of: "shopee")
            let person = try await Self.facilitator(fixture)
            let registration = try await Self.registration(fixture)
            let shown = Set(try await Self.known(registration, fixture).map(\.summary.id))
            let outcome = try await Self.register(registration, as: .noneOf(shown), by: person, fixture)
            #expect(outcome.kind == .newBusiness)
            #expect(!shown.contains(outcome.business))
            #expect(try await fixture.counts().distinct == 3)
            // The next who asks finds both.
            let next = try await Self.registration(fixture)
            #expect(Set(try await Self.known(next, fixture).map(\.summary.id)) == shown.union([outcome.business]))
            #expect(try await fixture.database.read { try $0.recount() }.isEqual)
        }
    }

    @Test("what could not be shown is linked by its weights all the same", arguments: TestEngine.allCases)
    func unseen(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            try await fixture.bring(Self.list(fixture), of: "shopee")
            let person = try await Self.facilitator(fixture)
            let registration = try await Self.registration(fixture)
            let outcome = try await Self.register(registration, as: .noneOf([]), by: person, fixture)
            #expect(outcome.kind == .knownBusiness)
            let record = try await Self.record(outcome.business, fixture)
            #expect(record.claims.first { $0.id == outcome.claim }?.method == .probability)
            #expect(try await fixture.counts().distinct == 2)
        }
    }

    @Test("a choice that is not within reach is refused, and leaves nothing", arguments: TestEngine.allCases)
    func unknownChoice(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            try await fixture.bring(Self.list(fixture), of: "shopee")
            let person = try await Self.facilitator(fixture)
            let registration = try await Self.registration(fixture)
            await #expect(throws: RegistrationError.unknownChoice) {
                try await Self.register(registration, as: .business(BusinessID()), by: person, fixture)
            }
            let unreadable = try await Self.registration(fixture, nik: "327")
            await #expect(throws: RegistrationError.unreadable) {
                try await Self.register(unreadable, as: .noneOf([]), by: person, fixture)
            }
            #expect(try await fixture.counts().claimed == 2)
            #expect(try await fixture.database.read { try $0.listImports() }.count == 1)
        }
    }

    @Test("a day's forms of one partner are one list, a row each", arguments: TestEngine.allCases)
    func dayList(engine: TestEngine) async throws {
        try await RegistryFixture.with(engine) { fixture in
            let person = try await Self.facilitator(fixture)
            for (name, owner) in [("Sambal Roa Manado", "Yohana Tanod"), ("Kopi Gayo Takengon", "Muhammad Yusuf")] {
                let registration = try await Self.registration(fixture, name: name, owner: owner, phone: "")
                #expect(try await Self.register(registration, as: .noneOf([]), by: person, fixture).kind == .newBusiness)
            }
            let lists = try await fixture.database.read { try $0.listImports() }
            #expect(lists.count == 1)
            #expect(lists.first?.state == .done)
            #expect(lists.first?.tally.rowsRead == 2)
            #expect(lists.first?.tally.newBusinesses == 2)
        }
    }

    @Test("says by field what cannot be read")
    func problems() {
        let registration = Registration(
            partner: .directRegistration, businessName: "-", ownerName: "", phone: "0812", nik: "327", region: RegionCode(rawValue: "32"))
        let problems = registration.problems(today: RegistryFixture.today)
        #expect(Set(problems.keys) == [.businessName, .ownerName, .phone, .nik, .regency])
        let good = Registration(partner: .directRegistration, businessName: "Warung Bu Tini", ownerName: "Tini", region: Self.bandung)
        #expect(good.problems(today: RegistryFixture.today).isEmpty)
    }

    /// Matching one record is bounded by what the linker looks at, not by the registry. Held against taking the list in, in the same run, since
    /// the machine may be busy with other tests.
    @Test("asking about one takes a small part of what taking in thousands takes")
    func quick() async throws {
        try await RegistryFixture.with(.sqlite) { fixture in
            var fixture = fixture
            fixture.chunkRows = 4096
            let rows = (0..<8000).map { number in
                let phone = "0813\(10_000_000 + number * 7331 % 89_999_999)"
                return "S\(number),Keripik Mekar \(number % 90),Siti \(number % 70),\(phone),Kota Bandung,Jawa Barat,12/08/2024"
            }
            let clock = ContinuousClock()
            let began = clock.now
            try await fixture.bring(
                fixture.write("list.csv", ListImportTests.header, rows.joined(separator: "\n")), of: "shopee")
            let takingIn = clock.now - began
            let registration = try await Self.registration(fixture, name: "Keripik Mekar 7", owner: "Siti 7", phone: "081310051317")
            var times: [Duration] = []
            for _ in 0..<9 {
                let start = clock.now
                #expect(try await Self.known(registration, fixture).isEmpty == false)
                times.append(clock.now - start)
            }
            #expect(try #require(times.min()) * 10 < takingIn)
        }
    }
}
