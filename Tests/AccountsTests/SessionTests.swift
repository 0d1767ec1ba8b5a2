import Accounts
import Storage
import StorageTesting
import Testing

@Suite("Sessions", .serialized)
struct SessionTests {
    @Test("every sign-in makes a new token, and the database holds none of them", arguments: TestEngine.allCases)
    func makesNewTokens(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            let first = try await arrival.enter()
            let second = try await arrival.enter()
            #expect(first.token != second.token)
            let hashes = try await arrival.database.read { connection in
                try connection.rows("SELECT token_hash FROM sign_in_session") { try $0[0] as [UInt8] }
            }
            #expect(hashes.count == 2)
            for hash in hashes {
                let text = hash.map { String($0, radix: 16) }.joined()
                #expect(text != first.token.cookie && text != second.token.cookie)
            }
            #expect("\(first.token)" == "SessionToken")
            #expect(String(reflecting: first.token).contains(first.token.cookie) == false)
        }
    }

    @Test("a cookie is read back, and anything else is no token")
    func readsCookies() async throws {
        try await Arrival.with(.sqlite) { arrival in
            _ = try await arrival.addOwner()
            let token = try await arrival.enter().token
            #expect(SessionToken(cookie: token.cookie) == token)
            for text in ["", "zz", String(token.cookie.dropLast()), token.cookie + "0", String(repeating: "g", count: 64)] {
                #expect(SessionToken(cookie: text) == nil)
            }
            var random = SeededRandomness(seed: 5)
            for _ in 0..<500 {
                let rubbish = String(decoding: (0..<64).map { _ in UInt8.random(in: .min ... .max, using: &random) }, as: UTF8.self)
                #expect(SessionToken(cookie: rubbish) == nil)
            }
        }
    }

    @Test("an owner's session ends after thirty idle days, and use moves that end", arguments: TestEngine.allCases)
    func endsIdle(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            let admission = try await arrival.enter()
            let day = 86_400
            let use = try #require(try await arrival.signedIn(admission, after: 29 * day))
            #expect(use.isTouchDue(at: Arrival.noon.adding(.seconds(60))))
            #expect(!use.isTouchDue(at: Arrival.noon.adding(.seconds(59))))
            #expect(try await arrival.signedIn(admission, after: 30 * day) == nil)
            try await arrival.database.write { connection in
                try connection.touchSession(use.session.id, rule: .standard(for: .owner), at: Arrival.noon.adding(.seconds(29 * day)))
            }
            #expect(try await arrival.signedIn(admission, after: 58 * day) != nil)
            #expect(try await arrival.signedIn(admission, after: 59 * day) == nil)
        }
    }

    @Test("no use carries a session beyond its absolute end", arguments: TestEngine.allCases)
    func endsAbsolutely(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let app = try #require(try await arrival.addStaff().oneTimeCode)
            let admission = try await arrival.enter(name: "sari", code: app.code(at: Arrival.noon))
            for second in stride(from: 0, to: 43_200, by: 1800) {
                let use = try #require(try await arrival.signedIn(admission, after: second))
                try await arrival.database.write { connection in
                    try connection.touchSession(use.session.id, rule: .standard(for: .staff), at: Arrival.noon.adding(.seconds(second)))
                }
            }
            #expect(try await arrival.signedIn(admission, after: 43_199) != nil)
            #expect(try await arrival.signedIn(admission, after: 43_200) == nil)
        }
    }

    @Test("one sees one's own sessions, ends one of them or all others, and nobody else's", arguments: TestEngine.allCases)
    func endsSessions(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            let owner = try await arrival.addOwner()
            let stranger = try await arrival.addOwner(phone: "+6281311112225", pin: "730592")
            var admissions: [Admission] = []
            for second in 0..<3 { admissions.append(try await arrival.enter(after: second)) }
            let list = try await arrival.database.read { try $0.sessions(of: owner, at: Arrival.noon.adding(.seconds(3))) }
            #expect(list.map(\.createdAt) == [2, 1, 0].map { Arrival.noon.adding(.seconds($0)) })
            #expect(list.allSatisfy { $0.client == "Test" })

            let ended = try await arrival.database.write { connection in
                (
                    try connection.endSession(list[0].id, of: stranger), try connection.endSession(list[0].id, of: owner),
                    try connection.endSessions(of: owner, except: list[1].id)
                )
            }
            #expect(ended == (false, true, 1))
            #expect(try await arrival.signedIn(admissions[0], after: 3) == nil)
            #expect(try await arrival.signedIn(admissions[1], after: 3) != nil)
            #expect(try await arrival.signedIn(admissions[2], after: 3) == nil)
        }
    }

    @Test("a sweep clears ended sessions alone", arguments: TestEngine.allCases)
    func sweeps(engine: TestEngine) async throws {
        try await Arrival.with(engine) { arrival in
            _ = try await arrival.addOwner()
            _ = try await arrival.enter()
            let late = try await arrival.enter(after: 86_400)
            let left = try await arrival.database.write { connection in
                try connection.sweepSignIn(at: Arrival.noon.adding(.seconds(30 * 86_400)))
                return try connection.value("SELECT COUNT(*) FROM sign_in_session", as: Int.self)
            }
            #expect(left == 1)
            #expect(try await arrival.signedIn(late, after: 30 * 86_400) != nil)
        }
    }

    @Test("a form is accepted in its own session alone")
    func bindsForms() async throws {
        try await Arrival.with(.sqlite) { arrival in
            _ = try await arrival.addOwner()
            let (mine, other) = (try await arrival.enter().token, try await arrival.enter().token)
            #expect(mine.accepts(formToken: mine.formToken))
            #expect(mine.formToken != mine.cookie)
            for text in [other.formToken, "", mine.cookie, String(mine.formToken.dropLast(2)), mine.formToken + "00", "zz"] {
                #expect(!mine.accepts(formToken: text))
            }
        }
    }
}
