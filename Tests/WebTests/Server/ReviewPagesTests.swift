import Accounts
import Foundation
import Journey
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("The review of doubtful pairs")
struct ReviewPagesTests {
    private static let westJava = Scope(region: RegionCode(rawValue: "32"))
    private static let centralJava = Scope(region: RegionCode(rawValue: "33"))

    /// Two rows in Bandung that are not linked, and two in Semarang.
    private static func bringList(_ server: LiveServer) async throws {
        let (bandung, semarang) = ("Kota Bandung,Jawa Barat,12/08/2024", "Kota Semarang,Jawa Tengah,01/02/2023")
        try await server.bring(
            PartnerList()
                .adding("S1,Keripik Tempe Mekar Sari,Siti Rahayu,081234567890,\(bandung)")
                .adding("S2,Sambal Roa Manado,Yohana Tanod,081399998888,\(bandung)")
                .adding("S3,Batik Kencana,Joko Susilo,081234567891,\(semarang)")
                .adding("S4,Lumpia Gang Lombok,Made Wirawan,081234567892,\(semarang)"))
    }

    private static func reviewer(_ server: LiveServer, _ account: String, _ scope: Scope = Scope(), _ role: Role = .reviewer) async throws
        -> Browser
    {
        try await server.browser(of: server.staff(role, scope, account: account, name: "Pemeriksa \(account)"))
    }

    /// The page without the marks of what differs.
    private static func unmarked(_ html: String) -> String { html.replacing(/<\/?mark>/, with: "") }

    /// Nothing on the page tells what linkage or anybody else made of the pair.
    private static func isBlind(_ html: String) -> Bool {
        let telling = ["43\u{A0}%", "43%", "Pendapat mesin</h2>", "Bobot", "class=\"chart", "Siapa menjawab apa", "dihitung sebagai"]
        return telling.allSatisfy { !html.contains($0) } && html.firstMatch(of: /\([+−][0-9]+,[0-9]\)/) == nil
    }

    @Test("a pair is judged blind, and only then are score and the others' verdicts shown", arguments: TestEngine.allCases)
    func blind(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringList(server)
            let pair = try await server.doubt("S1", "S2")
            let (ani, budi) = (try await Self.reviewer(server, "ani"), try await Self.reviewer(server, "budi"))
            let before = try await ani.get(Paths.review)
            let rows = Self.unmarked(before.text)
            #expect(before.status == 200 && rows.contains("Keripik Tempe Mekar Sari") && rows.contains("Sambal Roa Manado"))
            #expect(Self.isBlind(before.text))
            #expect(!before.text.contains("081234567890"))
            #expect(before.text.contains("Sisa untukmu: 1. Yang kamu putuskan hari ini: 0."))

            let first = try await budi.submit(pair.path, ["verdict": "same"], from: Paths.review)
            #expect(first.status == 303 && first.location == pair.path + "#content")
            let waiting = try await budi.get(pair.path).text
            #expect(waiting.contains("Perlu satu pemeriksa lagi.") && waiting.contains("43\u{A0}%") && waiting.contains("Pemeriksa budi"))
            #expect(waiting.contains("Yang kamu putuskan hari ini: 1."))
            #expect(try await budi.get(Paths.review).text.contains("Tidak ada pasangan yang menunggu"))

            // What one said is hidden from the other, on every page.
            for address in [Paths.review, pair.path] {
                let page = try await ani.get(address).text
                #expect(Self.isBlind(page) && !page.contains("Pemeriksa budi"))
            }
            _ = try await ani.submit(pair.path, ["verdict": "same"], from: pair.path)
            let settled = try await ani.get(pair.path).text
            #expect(settled.contains("Sudah putus: sama.") && settled.contains("dihitung sebagai satu usaha"))
            #expect(settled.contains("Pemeriksa budi") && settled.contains("Pemeriksa ani"))
            #expect(try await server.business(of: "S1") == server.business(of: "S2"))
            let verdicts = try await server.database.read { try $0.verdicts(of: pair) }
            #expect(verdicts.map(\.isBlind) == [true, true])
            #expect(try await server.database.read { try $0.recount() }.isEqual)
        }
    }

    @Test("who disagree hand it to an arbiter, who sees both verdicts and settles it", arguments: TestEngine.allCases)
    func dispute(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringList(server)
            let pair = try await server.doubt("S1", "S2")
            let (ani, budi) = (try await Self.reviewer(server, "ani"), try await Self.reviewer(server, "budi"))
            let officer = try await Self.reviewer(server, "citra", Self.westJava, .officer)
            let elsewhere = try await Self.reviewer(server, "dewi", Self.centralJava, .officer)
            let page = try await officer.get(pair.path)
            _ = try await ani.submit(pair.path, ["verdict": "same"], from: pair.path)
            _ = try await budi.submit(pair.path, ["verdict": "not-same"], from: pair.path)
            #expect(try await budi.get(pair.path).text.contains("Seorang penengah yang memutuskan."))

            // A form that was opened before they disagreed settles nothing.
            let stale = try await officer.post(pair.path, ["token": try #require(page.formToken), "verdict": "same"])
            #expect(stale.status == 303)
            #expect(try await server.database.read { try $0.verdicts(of: pair).count } == 2)

            let third = try await Self.reviewer(server, "eko")
            #expect(try await third.get(Paths.review).text.contains("Tidak ada pasangan yang menunggu"))
            let outside = try await third.get(pair.path).text
            #expect(Self.isBlind(outside) && !outside.contains("name=\"verdict\""))
            #expect(try await elsewhere.get(pair.path).status == 404)
            #expect(try await elsewhere.get(Paths.review).text.contains("Tidak ada pasangan yang menunggu"))

            let dispute = try await officer.get(Paths.review).text
            #expect(dispute.contains("sebagai penengah") && dispute.contains("Pemeriksa ani") && dispute.contains("Pemeriksa budi"))
            #expect(!dispute.contains("value=\"unsure\""))
            let unsure = try await officer.submit(pair.path, ["verdict": "unsure", "as": "arbiter"], from: pair.path)
            #expect(unsure.status == 400)
            _ = try await officer.submit(pair.path, ["verdict": "not-same", "as": "arbiter"], from: pair.path)
            #expect(try await officer.get(pair.path).text.contains("Sudah putus: bukan yang sama."))
            #expect(try await server.database.read { try $0.settledVerdict(of: pair) } == .notSame)
            #expect(try await server.database.read { try $0.verdicts(of: pair).map(\.isBlind) } == [true, true, false])
        }
    }

    @Test("each officer sees the pairs of the own area only, whatever is asked for", arguments: TestEngine.allCases)
    func scopes(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringList(server)
            let (bandung, semarang) = (try await server.doubt("S1", "S2"), try await server.doubt("S3", "S4"))
            let across = try await server.doubt("S1", "S3")
            let officer = try await Self.reviewer(server, "citra", Self.westJava, .officer)
            let queue = Self.unmarked(try await officer.get(Paths.review).text)
            #expect(queue.contains("Keripik Tempe Mekar Sari") && queue.contains("Sisa untukmu: 1."))
            for pair in [semarang, across] {
                #expect(try await officer.get(pair.path).status == 404)
                #expect(try await officer.submit(pair.path, ["verdict": "same"], from: Paths.office).status == 404)
            }
            #expect(try await officer.get(bandung.path).status == 200)
            #expect(try await server.database.read { try $0.verdicts(of: across).isEmpty })

            for role in [Role.partner, .auditor, .administrator] {
                let scope = role == .partner ? Scope(partner: try await server.partner("shopee")) : Scope()
                let browser = try await server.browser(role, scope)
                #expect(try await browser.get(Paths.review).status == 403, "\(role)")
                #expect(try await browser.submit(bandung.path, ["verdict": "same"], from: Paths.office).status == 403, "\(role)")
                #expect(!(try await browser.get(Paths.office).text.contains("href=\"/office/review\"")), "\(role)")
            }
            #expect(try await officer.get(Paths.office).text.contains("href=\"/office/review\""))
            #expect(try await server.browser().get(Paths.review).location?.hasPrefix(Paths.staffSignIn) == true)
        }
    }

    @Test("skipping goes on to the next pair, and behind the last one begins again")
    func skipping() async throws {
        try await LiveServer.with { server in
            try await Self.bringList(server)
            let first = try await server.doubt("S1", "S2", probability: 0.5)
            let second = try await server.doubt("S3", "S4", probability: 0.3)
            let reviewer = try await Self.reviewer(server, "ani")
            func pair(_ address: String) async throws -> String? {
                try await reviewer.get(address).text.firstMatch(of: /action="(\/office\/review\/[^"]+)"/).map { String($0.1) }
            }
            #expect(try await pair(Paths.review) == first.path)
            #expect(try await pair("\(Paths.review)?after=\(first.text)") == second.path)
            #expect(try await pair("\(Paths.review)?after=\(second.text)") == first.path)
            #expect(try await pair("\(Paths.review)?after=nothing") == first.path)
            // What was skipped stays skipped while others are judged.
            let answer = try await reviewer.submit(
                second.path, ["verdict": "unsure", "after": first.text], from: "\(Paths.review)?after=\(first.text)")
            #expect(answer.location == "\(second.path)?after=\(first.text)#content")
        }
    }

    @Test("a verdict given twice, one that no decision allows, and one that is none are each answered in words")
    func refusals() async throws {
        try await LiveServer.with { server in
            try await Self.bringList(server)
            let pair = try await server.doubt("S1", "S2")
            let ani = try await Self.reviewer(server, "ani")
            #expect(try await ani.submit(pair.path, ["verdict": "perhaps"], from: pair.path).status == 400)
            #expect(try await ani.post(pair.path, ["verdict": "same"]).status == 403, "a form without its token")
            for _ in 0..<2 {
                #expect(try await ani.submit(pair.path, ["verdict": "same"], from: Paths.office).status == 303)
            }
            #expect(try await server.database.read { try $0.verdicts(of: pair).count } == 1)
            #expect(try await ani.get(Paths.review(pair.first.description, pair.first.description)).status == 404)

            // S3 is S1, S2 is not S3: then S1 cannot be S2.
            let (together, apart) = (try await server.doubt("S1", "S3"), try await server.doubt("S2", "S3"))
            let today = server.services.today
            try await server.database.write(holding: .journey) { connection in
                for (pair, verdict) in [(together, Verdict.same), (apart, .notSame)] {
                    try connection.judge(pair, verdict, by: PersonID(), isBlind: true, rules: ReviewRules(reviewers: 1), today: today)
                }
            }
            let budi = try await Self.reviewer(server, "budi")
            let refused = try await budi.submit(pair.path, ["verdict": "same"], from: Paths.office)
            #expect(refused.status == 409 && refused.text.contains("Tidak bisa digabung"))
            // What was said is kept, and an arbiter has to look at it.
            #expect(refused.text.contains("Seorang penengah yang memutuskan pasangan ini."))
            #expect(try await server.database.read { try $0.verdicts(of: pair).count } == 2)
            #expect(try await server.database.read { try $0.settledVerdict(of: pair) } == nil)
        }
    }

    @Test("the comparison of a pair that waits for a verdict keeps its score back")
    func comparison() async throws {
        try await LiveServer.with { server in
            try await Self.bringList(server)
            let pair = try await server.doubt("S1", "S2")
            let officer = try await Self.reviewer(server, "citra", Scope(), .officer)
            let address = Paths.comparison(pair.first.description, pair.second.description)
            let before = try await officer.get(address).text
            #expect(before.contains(pair.path) && !before.contains("Kemungkinan sama"))
            _ = try await officer.submit(pair.path, ["verdict": "unsure"], from: pair.path)
            #expect(try await officer.get(address).text.contains("Kemungkinan sama"))
        }
    }
}
