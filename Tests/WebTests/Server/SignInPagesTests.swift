import Accounts
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("Signing in by the pages")
struct SignInPagesTests {
    @Test("somebody with phone and PIN comes in, and out again", arguments: TestEngine.allCases)
    func owner(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let member = try await server.facilitator(Scope(region: RegionCode(rawValue: "32")))
            let browser = server.browser()
            let answer = try await browser.post(Paths.signIn, ["phone": "0812-3456-7001", "pin": Member.pin])
            #expect(answer.status == 303)
            #expect(answer.location == Paths.office)
            let office = try await browser.get(Paths.office)
            #expect(office.status == 200)
            #expect(office.text.contains("Asep Hidayat"))

            let left = try await browser.submit(Paths.signOut, from: Paths.office)
            #expect(left.status == 303)
            #expect(await browser.cookie("session") == nil)
            #expect(try await browser.get(Paths.office).status == 303)
            #expect(try await server.database.read { try $0.sessions(of: member.id, at: server.clock.now) }.isEmpty)
        }
    }

    @Test("one of the staff comes in with password and one-time code, and a code lets in once", arguments: TestEngine.allCases)
    func staff(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let member = try await server.staff(.officer)
            let fields = member.fields(at: server.clock.now)
            #expect(try await server.browser().post(Paths.staffSignIn, fields).status == 303)
            #expect(try await server.browser().post(Paths.staffSignIn, fields).status == 422)
        }
    }

    @Test("whatever is wrong, the answer is the same")
    func wrong() async throws {
        try await LiveServer.with { server in
            let member = try await server.staff(.officer)
            let right = member.fields(at: server.clock.now)
            let browser = server.browser()
            for change in [
                ["password": "kata sandi lain sekali"], ["code": "000000"], ["name": "bukan.siapa"], ["password": ""], ["code": ""],
            ] {
                let answer = try await browser.post(Paths.staffSignIn, right.merging(change) { $1 })
                #expect(answer.status == 422)
                #expect(answer.text.contains("Nomor, nama, PIN, kata sandi atau kode salah."))
                #expect(answer.cookies.isEmpty)
                #expect(!answer.text.contains(Member.password))
            }
        }
    }

    @Test("who guesses on is made to wait")
    func throttled() async throws {
        try await LiveServer.with { server in
            let member = try await server.facilitator(Scope())
            let browser = server.browser()
            var statuses: [Int] = []
            for _ in 0..<8 { statuses.append(try await browser.post(Paths.signIn, ["phone": member.account, "pin": "907152"]).status) }
            #expect(statuses.first == 422)
            #expect(statuses.last == 429)
            #expect(try await browser.post(Paths.signIn, member.fields(at: server.clock.now)).status == 429)
            server.clock.advance(by: .seconds(1000))
            #expect(try await browser.post(Paths.signIn, member.fields(at: server.clock.now)).status == 303)
        }
    }

    @Test("the cookie of a session is for this site, for no script, and over TLS only")
    func cookies() async throws {
        try await LiveServer.with { server in
            let member = try await server.staff(.officer)
            let answer = try await server.browser().post(Paths.staffSignIn, member.fields(at: server.clock.now))
            let session = try #require(answer.cookies.first { $0.name == "session" })
            #expect(session.value.count == 64)
            #expect(session.attributes.isSuperset(of: ["httponly", "secure", "samesite=lax", "path=/", "max-age=43200"]))
            #expect(!session.attributes.contains { $0.hasPrefix("domain") })
            for cookie in answer.cookies { #expect(cookie.attributes.isSuperset(of: ["httponly", "secure", "samesite=lax"])) }
        }
    }

    @Test("a session ends when nobody has used it for long")
    func idle() async throws {
        try await LiveServer.with { server in
            let browser = try await server.browser(.officer)
            #expect(try await browser.get(Paths.office).status == 200)
            server.clock.advance(by: .seconds(3700))
            let answer = try await browser.get(Paths.office)
            #expect(answer.status == 303)
            #expect(answer.location == "/sign-in/staff?return=/office")
        }
    }

    @Test("somebody whose access has ended is out at once")
    func deactivated() async throws {
        try await LiveServer.with { server in
            let officer = try await server.staff(.officer)
            let browser = try await server.browser(of: officer)
            let administrator = try await server.browser(.administrator)
            let answer = try await administrator.submit(Paths.deactivate(user: officer.id.description), from: Paths.users)
            #expect(answer.status == 303)
            #expect(try await browser.get(Paths.office).status == 303)
            #expect(try await browser.post(Paths.staffSignIn, officer.fields(at: server.clock.now)).status == 422)
        }
    }

    @Test("after signing in one is led to a page of ours, and nowhere else")
    func redirects() async throws {
        try await LiveServer.with { server in
            let member = try await server.facilitator(Scope())
            func leads(_ next: String) async throws -> String? {
                let fields = member.fields(at: server.clock.now).merging(["next": next]) { first, _ in first }
                return try await server.browser().post(Paths.signIn, fields).location
            }
            #expect(try await leads("/office/search?q=tempe") == "/office/search?q=tempe")
            for elsewhere in [
                "https://jahat.example/", "//jahat.example", "/\\jahat.example", "\\\\jahat.example", "javascript:alert(1)",
                "/\t/jahat.example", "/a\r\nSet-Cookie: session=1", "office",
            ] {
                #expect(try await leads(elsewhere) == Paths.office, "\(elsewhere)")
                let preference = try await server.browser().get(Paths.with(Paths.preferences, ["set": "theme:dark", "return": elsewhere]))
                #expect(preference.location == Paths.home, "\(elsewhere)")
            }
        }
    }
}
