import Accounts
import Foundation
import Journey
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("Joining and parting businesses")
struct MergePagesTests {
    private static let westJava = Scope(region: RegionCode(rawValue: "32"))

    private static func bringList(_ server: LiveServer) async throws {
        let bandung = "Kota Bandung,Jawa Barat,12/08/2024"
        try await server.bring(
            PartnerList()
                .adding("S1,Keripik Tempe Mekar Sari,Siti Rahayu,081234567890,\(bandung)")
                .adding("S2,Sambal Roa Manado,Yohana Tanod,081399998888,\(bandung)")
                .adding("S3,Batik Kencana,Joko Susilo,081234567891,Kota Semarang,Jawa Tengah,01/02/2023"))
    }

    private static func distinct(_ server: LiveServer) async throws -> Int64 {
        try await server.database.read { try $0.counts(in: Cell()).distinct }
    }

    @Test("a merge is asked first, done with a reason, leads the old address on, and is undone", arguments: TestEngine.allCases)
    func mergeAndUndo(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringList(server)
            let officer = try await server.browser(.officer, Self.westJava)
            let (kept, gone) = (try await server.business(of: "S1").description, try await server.business(of: "S2").description)
            let form = Paths.merge(into: kept)
            #expect(try await officer.get(Paths.business(kept)).text.contains("href=\"\(form)\""))

            let found = try await officer.get("\(form)?q=roa").text
            #expect(found.contains("\(form)?other=\(gone)"))
            for asked in ["q=\(gone)", "q=http%3A%2F%2Flocalhost%2Foffice%2Fbusinesses%2F\(gone)", "other=\(gone)"] {
                let question = try await officer.get("\(form)?\(asked)")
                #expect(question.status == 200 && question.text.contains("Gabungkan dua usaha ini?"), "\(asked)")
                #expect(question.text.contains("Semua dari “Sambal Roa Manado” pindah ke “Keripik Tempe Mekar Sari”: 1 baris"))
                #expect(!question.text.contains("081399998888"))
            }
            let silent = try await officer.submit(form, ["other": gone], from: "\(form)?other=\(gone)")
            #expect(silent.status == 422 && silent.text.contains("Tulis alasannya."))
            #expect(try await Self.distinct(server) == 3)

            let done = try await officer.submit(form, ["other": gone, "reason": "Satu dapur <b>"], from: "\(form)?other=\(gone)")
            #expect(done.status == 303 && done.location == Paths.business(kept))
            #expect(try await Self.distinct(server) == 2)
            let page = try await officer.get(Paths.business(kept)).text
            #expect(page.contains("“Sambal Roa Manado” digabung ke sini") && page.contains("Satu dapur &lt;b&gt;"))
            let old = try await officer.get(Paths.business(gone))
            #expect(old.status == 308 && old.location == Paths.business(kept) && old.headers["cache-control"] == "no-store")
            #expect(try await officer.get(Paths.merge(into: gone)).location == form)
            let again = try await officer.submit(form, ["other": gone, "reason": "Lagi"], from: Paths.office)
            #expect(again.status == 409 && again.text.contains("sudah digabung ke usaha lain"))

            let undo = String(try #require(page.firstMatch(of: /href="(\/office\/merges\/[^"]+)"/)).1)
            #expect(try await officer.get(undo).text.contains("Batalkan penggabungan ini?"))
            let undone = try await officer.submit(undo, from: undo)
            #expect(undone.status == 303 && undone.location == Paths.business(kept))
            #expect(try await Self.distinct(server) == 3)
            #expect(try await officer.get(Paths.business(gone)).status == 200)
            #expect(try await officer.get(Paths.business(kept)).text.contains("Dibatalkan "))
            #expect(try await officer.submit(undo, from: Paths.office).text.contains("sudah dibatalkan sebelumnya"))
            #expect(try await server.database.read { try $0.recount() }.isEqual)
        }
    }

    @Test("a row moves out into a business of its own and comes back", arguments: TestEngine.allCases)
    func moveOut(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringList(server)
            let officer = try await server.browser(.officer)
            let (kept, gone) = (try await server.business(of: "S1").description, try await server.business(of: "S2").description)
            let claim = try await server.claim("S2").description
            let lonely = Paths.moveOut(claim, of: gone)
            #expect(!(try await officer.get(Paths.business(gone)).text.contains("/part/")))
            #expect(try await officer.submit(lonely, ["reason": "Sendiri"], from: Paths.office).text.contains("satu-satunya barisnya"))

            _ = try await officer.submit(Paths.merge(into: kept), ["other": gone, "reason": "Keliru"], from: Paths.office)
            let form = Paths.moveOut(claim, of: kept)
            #expect(try await officer.get(Paths.business(kept)).text.contains("href=\"\(form)\""))
            #expect(try await officer.get(form).text.contains("Pindahkan baris ini ke usaha tersendiri?"))
            #expect(try await officer.submit(form, from: form).status == 422)
            let done = try await officer.submit(form, ["reason": "Pemilik lain"], from: form)
            let new = try #require(done.location)
            #expect(done.status == 303 && new != Paths.business(kept) && new != Paths.business(gone))
            #expect(try await Self.distinct(server) == 3)
            let page = try await officer.get(new).text
            #expect(page.contains("Dipindah keluar dari “Keripik Tempe Mekar Sari”") && page.contains("Pemilik lain"))
            let undo = String(try #require(page.firstMatch(of: /href="(\/office\/merges\/[^"]+)"/)).1)
            #expect(try await officer.submit(undo, from: undo).location == Paths.business(kept))
            #expect(try await Self.distinct(server) == 2)
            #expect(try await server.database.read { try $0.recount() }.isEqual)
        }
    }

    @Test("nobody joins, parts or undoes beyond the own area, nor without the right to decide", arguments: TestEngine.allCases)
    func scopes(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringList(server)
            let officer = try await server.browser(.officer, Self.westJava)
            let (near, far) = (try await server.business(of: "S1").description, try await server.business(of: "S3").description)
            let other = try await officer.get("\(Paths.merge(into: near))?other=\(far)")
            #expect(other.status == 422 && other.text.contains("tidak ada di wilayah tugasmu") && !other.text.contains("Batik Kencana"))
            for (kept, joined) in [(near, far), (far, near)] {
                let answer = try await officer.submit(
                    Paths.merge(into: kept), ["other": joined, "reason": "Sama"], from: Paths.office)
                #expect(answer.status == 404)
            }
            #expect(try await officer.get(Paths.merge(into: far)).status == 404)
            #expect(try await Self.distinct(server) == 3)

            let nation = try await server.browser(of: server.staff(.officer, account: "pusat"))
            _ = try await nation.submit(Paths.merge(into: near), ["other": far, "reason": "Pindah"], from: Paths.office)
            let page = try await officer.get(Paths.business(near)).text
            #expect(page.contains("Batik Kencana") && !page.contains("/office/merges/"), "what would come back lies elsewhere")
            #expect(try await officer.get(Paths.business(far)).status == 308)

            for role in [Role.auditor, .partner, .reviewer] {
                let scope = role == .partner ? Scope(partner: try await server.partner("shopee")) : Scope()
                let browser = try await server.browser(role, scope)
                #expect(try await browser.get(Paths.merge(into: near)).status == 403, "\(role)")
                if role != .reviewer {
                    let page = try await browser.get(Paths.business(near)).text
                    #expect(page.contains("digabung ke sini") && !page.contains("/merge") && !page.contains("/part/"), "\(role)")
                }
            }
        }
    }

    @Test("what people have decided stands in the way, and is named with its place")
    func held() async throws {
        try await LiveServer.with { server in
            try await Self.bringList(server)
            let pair = try await server.doubt("S1", "S2")
            let today = server.services.today
            try await server.database.write(holding: .journey) { connection in
                try connection.judge(pair, .notSame, by: PersonID(), isBlind: true, rules: ReviewRules(reviewers: 1), today: today)
            }
            let officer = try await server.browser(.officer)
            let (kept, gone) = (try await server.business(of: "S1").description, try await server.business(of: "S2").description)
            let answer = try await officer.submit(Paths.merge(into: kept), ["other": gone, "reason": "Sama"], from: Paths.office)
            #expect(answer.status == 409 && answer.text.contains("bukan satu usaha") && answer.text.contains("href=\"\(pair.path)\""))
            let page = try await officer.get(Paths.business(kept)).text
            #expect(page.contains("Siapa menjawab apa") && page.contains("Bukan yang sama"))
            let same = try await officer.get("\(Paths.merge(into: kept))?other=\(kept)")
            #expect(same.status == 422 && same.text.contains("Itu usaha yang sama."))
        }
    }
}
