import Accounts
import Foundation
import Journey
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("The registration form")
struct RegistrationPagesTests {
    private static let westJava = Scope(region: RegionCode(rawValue: "32"))
    private static let tempe = [
        "business": "Kripik Tempe Mekar Sari", "owner": "Hj. Siti Rahayu", "phone": "0812-3456-7890", "regency": "32.73", "consent": "1",
        "channel": "spoken", "contact": "1",
    ]

    private static func bringList(_ server: LiveServer) async throws {
        try await server.bring(
            PartnerList()
                .adding("S1,Keripik Tempe Mekar Sari,Siti Rahayu,081234567890,Kota Bandung,Jawa Barat,12/08/2024")
                .adding("S2,Batik Kencana,Joko Susilo,081234567891,Kota Semarang,Jawa Tengah,01/02/2023"))
    }

    /// What the form or the question sends along unseen.
    private static func hidden(_ html: String) -> [String: String] {
        let pairs = html.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/).map { (String($0.1), String($0.2)) }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func claimed(_ server: LiveServer) async throws -> Int64 {
        try await server.database.read { try $0.counts(in: Cell()).claimed }
    }

    @Test("asks whether the business is known, takes “this one”, and takes it once", arguments: TestEngine.allCases)
    func known(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringList(server)
            let browser = try await server.browser(.facilitator, Self.westJava)
            let form = try await browser.get(Paths.register)
            #expect(form.status == 200 && form.text.contains("Kota Bandung"))
            // Only regencies of the facilitator's area are offered.
            #expect(!form.text.contains("Kota Semarang"))
            let question = try await browser.post(
                Paths.register, Self.tempe.merging(Self.hidden(form.text)) { first, _ in first })
            #expect(question.status == 200)
            #expect(question.text.contains("Keripik Tempe Mekar Sari") && question.text.contains("nomor HP sama (+"))
            #expect(!question.text.contains("81234567890"), "the phone on record is masked")
            #expect(try await Self.claimed(server) == 2)

            let business = try #require(question.text.firstMatch(of: /name="choice" value="([0-9a-f-]{36})"/)).1
            var answer = Self.hidden(question.text)
            answer["choice"] = String(business)
            let stored = try await browser.post(Paths.register, answer)
            #expect(stored.status == 303)
            #expect(stored.location == Paths.business(String(business)))
            let page = try await browser.get(Paths.business(String(business))).text
            #expect(page.contains("Tersimpan pada usaha yang sudah dikenal.") && page.contains("Diputuskan petugas"))
            #expect(page.contains("Pendaftaran langsung"))
            #expect(try await Self.claimed(server) == 3)

            answer["choice"] = "new"
            let again = try await browser.post(Paths.register, answer)
            #expect(again.location == Paths.business(String(business)))
            #expect(try await Self.claimed(server) == 3)
            #expect(try await server.database.read { try $0.recount() }.isEqual)
            let subject = AuditSubject.business(try #require(BusinessID(String(business))))
            let readings = try await server.database.read { try $0.readings(of: subject, limit: 20) }
            #expect(readings.count >= 3)
        }
    }

    @Test("keeps “none of these” as a verdict about each business that was shown", arguments: TestEngine.allCases)
    func noneOfThese(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringList(server)
            let facilitator = try await server.facilitator(Self.westJava)
            let browser = try await server.browser(of: facilitator)
            let form = try await browser.get(Paths.register)
            let question = try await browser.post(Paths.register, Self.tempe.merging(Self.hidden(form.text)) { first, _ in first })
            #expect(question.text.contains("Keripik Tempe Mekar Sari"))
            let answer = Self.hidden(question.text).merging(["choice": "new"]) { $1 }
            for _ in 0..<2 { #expect(try await browser.post(Paths.register, answer).status == 303) }

            let (shown, other) = (try await server.business(of: "S1"), try await server.business(of: "S2"))
            try await server.database.read { connection in
                let verdict = try #require(try connection.verdicts(of: shown).first)
                #expect(try connection.verdicts(of: shown).count == 1)
                #expect(verdict.verdict == .notSame && verdict.reviewer == facilitator.id && !verdict.isBlind)
                #expect(try connection.verdicts(of: other).isEmpty, "who was not shown was not judged")
                #expect(try connection.settledVerdict(of: verdict.pair) == nil, "one person settles nothing")
            }
        }
    }

    @Test("stores a new business when none is the one, and says so if another became known meanwhile", arguments: TestEngine.allCases)
    func new(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringList(server)
            let browser = try await server.browser(.facilitator, Self.westJava)
            let roa = Self.tempe.merging(["business": "Sambal Roa Manado", "owner": "Yohana Tanod", "phone": "081399998888"]) { $1 }
            func ask() async throws -> [String: String] {
                let form = Self.hidden(try await browser.get(Paths.register).text)
                let question = try await browser.post(Paths.register, roa.merging(form) { first, _ in first })
                #expect(question.text.contains("belum dikenal"))
                return Self.hidden(question.text).merging(["choice": "new"]) { $1 }
            }
            let (first, second) = (try await ask(), try await ask())
            let stored = try await browser.post(Paths.register, first)
            let address = try #require(stored.location)
            #expect(address.hasPrefix("/office/businesses/"))
            #expect(try await browser.get(address).text.contains("Usaha baru sudah tersimpan."))
            // The second form was shown nobody; by now there is somebody.
            let changed = try await browser.post(Paths.register, second)
            #expect(changed.status == 200)
            #expect(changed.text.contains("baru saja berubah") && changed.text.contains("Sambal Roa Manado"))
            #expect(try await Self.claimed(server) == 3)
        }
    }

    @Test("keeps what was typed and says beside each field what is wrong")
    func problems() async throws {
        try await LiveServer.with { server in
            let browser = try await server.browser(.facilitator, Self.westJava)
            let form = Self.hidden(try await browser.get(Paths.register).text)
            let sent = ["business": "Warung Bu Tini", "phone": "0812", "nik": "327", "regency": "32.04"]
            let answer = try await browser.post(Paths.register, sent.merging(form) { first, _ in first })
            #expect(answer.status == 422)
            for field in ["owner", "phone", "nik", "consent"] { #expect(answer.text.contains("id=\"\(field)-error\""), "\(field)") }
            for field in ["business", "regency"] { #expect(!answer.text.contains("id=\"\(field)-error\""), "\(field)") }
            #expect(answer.text.contains("value=\"Warung Bu Tini\"") && answer.text.contains("value=\"0812\""))
            #expect(answer.text.contains("<option value=\"32.04\" selected>"))
            #expect(Self.hidden(answer.text)["id"] == form["id"])
            #expect(try await Self.claimed(server) == 0)
        }
    }

    @Test("is closed to whoever may not register, and outside the area", arguments: TestEngine.allCases)
    func scopes(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringList(server)
            for role in [Role.auditor, .administrator, .reviewer] {
                #expect(try await server.browser(role).get(Paths.register).status == 403, "\(role)")
            }
            let browser = try await server.browser(.facilitator, Self.westJava)
            let form = Self.hidden(try await browser.get(Paths.register).text)
            let elsewhere = Self.tempe.merging(["regency": "33.74"]) { $1 }
            let refused = try await browser.post(Paths.register, elsewhere.merging(form) { first, _ in first })
            #expect(refused.status == 422 && refused.text.contains("di luar wilayah tugasmu"))

            // A business elsewhere is not named, and cannot be chosen.
            let batik = Self.tempe.merging(["business": "Batik Kencana", "owner": "Joko Susilo", "phone": "081234567891"]) { $1 }
            let question = try await browser.post(Paths.register, batik.merging(form) { first, _ in first })
            #expect(!question.text.contains("name=\"choice\" value=\"0"))
            let unseen = try #require(
                try await server.database.read { try $0.value("SELECT id FROM business WHERE name = 'Batik Kencana'", as: BusinessID.self) }
            )
            let forced = Self.hidden(question.text).merging(["choice": unseen.description]) { $1 }
            #expect(try await browser.post(Paths.register, forced).text.contains("baru saja berubah"))
            #expect(try await Self.claimed(server) == 2)
            #expect(try await browser.post(Paths.register, Self.tempe).status == 403, "a form without its token")
        }
    }
}
