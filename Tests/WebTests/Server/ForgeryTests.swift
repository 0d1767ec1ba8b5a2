import Accounts
import Foundation
import StorageTesting
import Testing

@testable import Web

@Suite("Forged forms")
struct ForgeryTests {
    private static let forms = [
        Paths.signOut, Paths.freezeBulletin, Paths.users, Paths.deactivate(user: id), Paths.review(id, otherID), Paths.merge(into: id),
        Paths.moveOut(otherID, of: id), Paths.merging(id),
    ]
    private static let id = "00000000-0000-7000-8000-000000000000"
    private static let otherID = "00000000-0000-7000-8000-000000000001"

    @Test("no form works without the token of its session")
    func noToken() async throws {
        try await LiveServer.with { server in
            let officer = try await server.browser(.officer)
            let administrator = try await server.browser(.administrator)
            let foreign = try #require(try await administrator.get(Paths.office).formToken)
            let browsers = [officer, officer, administrator, administrator, officer, officer, officer, officer]
            for (path, browser) in zip(Self.forms, browsers) {
                var tokens = [[:], ["token": ""], ["token": "00"], ["token": String(repeating: "0", count: 64)]]
                if browser !== administrator { tokens.append(["token": foreign]) }
                for token in tokens {
                    let answer = try await browser.post(path, token.merging(["title": "Palsu"]) { $1 })
                    #expect(answer.status == 403, "\(path) \(token)")
                }
            }
            #expect(try await officer.get(Paths.office).status == 200)
            let bulletins = try await officer.get(Paths.bulletins)
            #expect(!bulletins.text.contains("Palsu"))
        }
    }

    @Test("a form that comes from elsewhere is refused, token or not")
    func foreignSite() async throws {
        try await LiveServer.with { server in
            let browser = try await server.browser(.officer)
            let token = try #require(try await browser.get(Paths.office).formToken)
            for headers in [
                ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://jahat.example"], ["Origin": "null"],
            ] {
                let answer = try await browser.post(Paths.freezeBulletin, ["token": token, "title": "Palsu"], headers: headers)
                #expect(answer.status == 403, "\(headers)")
            }
            let own = try await browser.post(
                Paths.freezeBulletin, ["token": token, "title": "Asli"], headers: ["Sec-Fetch-Site": "same-origin"])
            #expect(own.status == 303)
        }
    }

    @Test("signing somebody in from another site is refused")
    func foreignSignIn() async throws {
        try await LiveServer.with { server in
            let member = try await server.staff(.officer)
            let answer = try await server.browser().post(
                Paths.staffSignIn, member.fields(at: server.clock.now), headers: ["Sec-Fetch-Site": "cross-site"])
            #expect(answer.status == 403)
            #expect(answer.cookies.isEmpty)
        }
    }

    @Test("the page on which a token failed says what to do")
    func explains() async throws {
        try await LiveServer.with { server in
            let answer = try await server.browser(.officer).post(Paths.signOut, [:])
            #expect(answer.text.contains("Muat ulang"))
        }
    }
}
