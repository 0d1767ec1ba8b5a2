import Credentials
import Journey
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Learning

@Suite("Certificates of a class")
struct CertificateTests {
    private typealias Fixture = LearningFixture

    private static func issuer() throws -> CertificateIssuer {
        let keys = try IssuerKeys(new: IssuerProfile(id: "https://naikkelas.example/issuer", name: "Naik Kelas"), rsa: false)
        return CertificateIssuer(keys: keys, history: try KeyHistory(startingWith: keys, on: CalendarDate(Fixture.start).adding(days: -1)))
    }

    @Test("whoever completed it gets one that verifies, once; it expires, and can be taken back", arguments: TestEngine.allCases)
    func life(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let issuer = try Self.issuer()
            let cohort = try await fixture.open("bakti", code: "b")
            for number in 0..<3 { try await fixture.apply(Fixture.person(number), to: cohort) }
            let sessions = try await fixture.sessions(1, of: cohort, stage: "kelas")
            let people = try await fixture.enrolments(cohort, .accepted)
            try await fixture.mark(Array(people.prefix(2)), at: sessions)
            _ = try await fixture.close("kelas", of: cohort)
            let day = Fixture.day(21)
            let vault = fixture.vault
            let certificates = try await fixture.database.write(holding: .learning) { connection in
                #expect(throws: CertificateObstacle.notCompleted) {
                    try connection.issueCertificate(of: people[2], by: issuer, site: "https://x.example", vault: vault, at: day)
                }
                return try [people[0], people[1], people[0]].map {
                    try connection.issueCertificate(of: $0, by: issuer, site: "https://x.example", vault: vault, at: day)
                }
            }
            #expect(
                certificates[0] == certificates[2] && certificates.map(\.number) == ["NK-2026-000001", "NK-2026-000002", "NK-2026-000001"])
            let list = try await fixture.database.write(holding: .learning) { try $0.publishedRevocations(of: issuer, at: day) }
            let known = try RevocationList(text: list, history: issuer.history)
            for text in [certificates[0].signed.jwt, certificates[0].signed.json, certificates[0].signed.compact] {
                let verification = Verification.verify(text, history: issuer.history, revocations: known, at: CalendarDate(day))
                #expect(verification.isValid && verification.facts?.name == "Siti Siti Santoso")
            }
            #expect(try await fixture.people().certified == 2)

            try await fixture.database.write(holding: .learning) {
                try $0.revokeCertificate(certificates[1].id, reason: "Nama tertukar", by: Fixture.officer, at: Fixture.day(25))
                try $0.revokeCertificate(certificates[1].id, reason: "lain", by: Fixture.officer, at: Fixture.day(26))
            }
            let texts = try await fixture.database.write(holding: .learning) { connection in
                try [26, 26, 27].map { try connection.publishedRevocations(of: issuer, at: Fixture.day($0)) }
            }
            #expect(texts[0] == texts[1] && texts[1] != texts[2])
            let lists = try texts.map { try RevocationList(text: $0, history: issuer.history) }
            #expect(lists[0].sequence > known.sequence && lists[2].sequence > lists[0].sequence)
            let answer = Verification.verify(
                certificates[1].signed.compact, history: issuer.history, revocations: lists[2], at: CalendarDate(Fixture.day(27)))
            #expect(answer.answer == .revoked(on: CalendarDate(Fixture.day(25)), reason: "Nama tertukar"))
            #expect(try await fixture.wrongCounters() == 0)
        }
    }
}
