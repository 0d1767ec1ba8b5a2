import Accounts
import Foundation
import Journey
import Nusantara
import Registry
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("How good the count is")
struct QualityPagesTests {
    /// Six businesses that two partners know, and four that one of them knows.
    private static func bringLists(_ server: LiveServer) async throws {
        let list = PartnerList().adding(6, in: "Kota Bandung", "Jawa Barat")
        try await server.bring(list.adding(4, in: "Kota Bandung", "Jawa Barat", from: 900))
        try await server.bring(list, of: "dinas")
    }

    @Test("is told of a reviewed sample, with intervals, on the count and among the definitions", arguments: TestEngine.allCases)
    func quality(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringLists(server)
            let anybody = server.browser()
            let before = try await anybody.get(Paths.home)
            #expect(before.text.contains("Belum ada sampel yang diperiksa orang."))
            let definitions = try await anybody.get(Paths.definitions).text
            #expect(definitions.contains("Belum ada sampel yang diperiksa orang.") && !definitions.contains("id=\"kurva\""))

            let today = server.services.today
            let now = server.clock.now
            let judged = try await server.database.write(holding: .journey) { connection in
                try connection.drawClericalSample(of: Month(today), seed: 3, by: nil, at: now)
                let pairs: [(pair: PairID, isLinked: Bool)] = try connection.rows(
                    """
                    SELECT s.first_claim, s.second_claim, i.is_linked FROM sample_pair s
                    JOIN review_item i ON i.first_claim = s.first_claim AND i.second_claim = s.second_claim
                    """
                ) { (try #require(PairID(try $0[0], try $0[1])), try $0[2]) }
                for (pair, isLinked) in pairs {
                    try connection.judge(
                        pair, isLinked ? .same : .notSame, by: PersonID(), isBlind: true, rules: ReviewRules(reviewers: 1), today: today,
                        at: now)
                }
                return pairs.count
            }
            try #require(judged >= 6)
            let tag = try #require(before.headers["etag"])
            var after = try await anybody.get(Paths.home, ["If-None-Match": tag])
            // For a moment the version of the counts is taken as known.
            for _ in 0..<1000 where after.status == 304 { after = try await anybody.get(Paths.home, ["If-None-Match": tag]) }
            for page in [after.text, try await anybody.get(Paths.definitions).text] {
                #expect(page.contains("Menurut \(judged) pasangan") && page.contains(Language.indonesian.moment(now)))
                #expect(page.contains("href=\"/definitions#ketepatan\"") && page.contains("href=\"/definitions#kelengkapan\""))
                #expect(page.contains(">100\u{A0}%<") && page.firstMatch(of: /antara [0-9,]+\u{A0}% dan 100\u{A0}%/) != nil)
            }
            #expect(try await anybody.get(Paths.definitions).text.contains("id=\"kurva\""))
            // The sample is one of all of Indonesia.
            #expect(!(try await anybody.get("/regions/32").text.contains("id=\"quality\"")))
        }
    }

    @Test("the month's sample is drawn once, by whoever keeps it for all of Indonesia", arguments: TestEngine.allCases)
    func sample(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            try await Self.bringLists(server)
            let regional = try await server.browser(
                of: server.staff(.officer, Scope(region: RegionCode(rawValue: "32")), account: "jabar"))
            for browser in [regional, try await server.browser(.reviewer)] {
                #expect(!(try await browser.get(Paths.review).text.contains(Paths.drawSample)))
                #expect(try await browser.submit(Paths.drawSample, from: Paths.office).status == 403)
            }
            let officer = try await server.browser(.officer)
            #expect(try await officer.get(Paths.review).text.contains("belum diambil"))
            #expect(try await officer.post(Paths.drawSample, [:]).status == 403, "a form without its token")
            for _ in 0..<2 { #expect(try await officer.submit(Paths.drawSample, from: Paths.review).status == 303) }
            let samples = try await server.database.read { try $0.clericalSamples() }
            #expect(samples.count == 1)
            let pairs = try #require(samples.first).pairs
            #expect(try await officer.get(Paths.review).text.contains("0 dari \(pairs) pasangan sudah putus"))
            #expect(try await regional.get(Paths.review).text.contains("name=\"verdict\""))
        }
    }
}
