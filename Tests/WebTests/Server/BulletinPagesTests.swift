import Accounts
import Journey
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("Bulletins by the pages")
struct BulletinPagesTests {
    private static func freeze(_ title: String, by browser: Browser) async throws -> Browser.Answer {
        try await browser.submit(Paths.freezeBulletin, ["title": title], from: Paths.bulletins)
    }

    @Test("a bulletin keeps its figures while the count goes on", arguments: TestEngine.allCases)
    func frozen(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await server.bring(PartnerList().adding(13, in: "Kota Bandung", "Jawa Barat"))
            let officer = try await server.browser(.officer)
            let answer = try await Self.freeze("Buletin Maret <2026>", by: officer)
            #expect(answer.status == 303)
            let address = try #require(answer.location)
            #expect(try await officer.get(address).text.contains("Buletin sudah dibekukan."))

            try await server.bring(PartnerList().adding(9, in: "Kota Bandung", "Jawa Barat", from: 300), of: "dinas")
            let reader = server.browser()
            let page = try await reader.get(address)
            #expect(page.status == 200)
            #expect(page.text.contains("Buletin Maret &lt;2026&gt;"))
            #expect(page.text.contains(">13<") && !page.text.contains(">22<"))
            let list = try await reader.get(Paths.bulletins)
            #expect(list.text.contains("Buletin Maret &lt;2026&gt;") && !list.text.contains("<form action=\"/office/bulletins\""))
            #expect(try await reader.get(Paths.home).text.contains(">22<"))
        }
    }

    @Test("a bulletin that was tampered with shows no figure at all", arguments: TestEngine.allCases)
    func tampered(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await server.bring(PartnerList().adding(13, in: "Kota Bandung", "Jawa Barat"))
            let answer = try await Self.freeze("Buletin April", by: server.browser(.officer))
            let address = try #require(answer.location)
            try await server.database.write { connection in
                _ = try connection.run("UPDATE bulletin_counter SET distinct_businesses = 8131 WHERE distinct_businesses = 13")
            }
            let page = try await server.browser().get(address)
            #expect(page.status == 500)
            #expect(!page.text.contains("8131") && !page.text.contains("8.131") && !page.text.contains(">13<"))
            #expect(!page.text.contains("bulletinAltered"), "the inside of the program is for the log")
        }
    }

    @Test("a bulletin needs a title, and the page keeps the others in sight")
    func untitled() async throws {
        try await LiveServer.with { server in
            let officer = try await server.browser(.officer)
            _ = try await Self.freeze("Buletin Mei", by: officer)
            let answer = try await Self.freeze("   ", by: officer)
            #expect(answer.status == 422)
            #expect(answer.text.contains("Tulis judul buletin."))
            #expect(answer.text.contains("Buletin Mei"))
        }
    }

    @Test("who may not freeze bulletins cannot")
    func forbidden() async throws {
        try await LiveServer.with { server in
            for role in [Role.auditor, .administrator] {
                let browser = try await server.browser(role)
                let answer = try await browser.submit(Paths.freezeBulletin, ["title": "x"], from: Paths.office)
                #expect(answer.status == 403, "\(role)")
            }
            let western = try await server.browser(.officer, Scope(region: RegionCode(rawValue: "32")))
            #expect(try await western.submit(Paths.freezeBulletin, ["title": "x"], from: Paths.office).status == 403)
        }
    }
}
