import Accounts
import Learning
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("Live rooms by their pages")
struct LivePagesTests {
    /// Opens a room by the pages and returns its address.
    private func open(_ server: LiveServer, _ browser: Browser) async throws -> String {
        let answer = try await browser.submit(Paths.openLiveRoom, ["title": "Jualan online"], from: Paths.openLiveRoom)
        #expect(answer.status == 303)
        let guide = try #require(answer.location)
        #expect(guide.hasSuffix("/pemandu"))
        return String(guide.dropLast("/pemandu".count))
    }

    /// Somebody who came in by name.
    private func participant(_ server: LiveServer, _ name: String, _ room: String) async throws -> Browser {
        let browser = server.browser()
        #expect(try await browser.post(room + "/masuk", ["name": name, "consent": "1"]).status == 303)
        return browser
    }

    @Test("a workshop goes from the door to the leaderboard without any script", arguments: TestEngine.allCases)
    func workshop(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let trainer = try await server.browser(.facilitator, Scope(region: RegionCode(rawValue: "32")))
            let room = try await open(server, trainer)
            let code = room.dropFirst("/ruang/".count)
            let found = try await server.browser().get("/ruang?kode=\(code.prefix(3).lowercased())-\(code.suffix(3))")
            #expect(found.location == room)

            let (sari, budi) = (try await participant(server, "Sari", room), try await participant(server, "Budi", room))
            #expect(try await sari.submit(room + "/tanya", ["text": "Berapa <b>ongkir</b>?"], from: room).status == 303)
            let floor = try await budi.get(room)
            #expect(floor.text.contains("Berapa &lt;b&gt;ongkir&lt;/b&gt;?"))
            let question = try #require(floor.text.firstMatch(of: /<li data-id="([0-9a-f-]{36})"/)).1
            #expect(try await budi.submit(room + "/dukung", ["question": String(question)], from: room).status == 303)
            #expect(try await budi.submit(room + "/dukung", ["question": String(question)], from: room).status == 303)
            #expect(try await sari.get(room).text.contains("<b class=\"votes\">1</b>"))

            let quiz = ["question": "Apa itu QRIS?", "option0": "Bank", "option1": "Kode bayar", "right": "1", "seconds": "60"]
            #expect(try await trainer.submit(room + "/pemandu/buka", quiz, from: room + "/pemandu").status == 303)
            let asked = try await sari.get(room)
            let poll = try #require(asked.text.firstMatch(of: /id="poll" data-id="([0-9a-f-]{36})"/)).1
            #expect(try await sari.submit(room + "/jawab", ["poll": String(poll), "option": "1"], from: room).status == 303)
            #expect(try await budi.submit(room + "/jawab", ["poll": String(poll), "option": "0"], from: room).status == 303)
            // Nobody copies while it runs.
            #expect(!(try await sari.get(room).text.contains("<meter min=\"0\" max=\"1\" value=\"1\">")))
            #expect(try await trainer.submit(room + "/pemandu/tutup", ["poll": String(poll)], from: room + "/pemandu").status == 303)
            let screen = try await server.browser().get(room + "/layar")
            #expect(screen.text.contains("<meter min=\"0\" max=\"1\" value=\"1\">"))
            #expect(screen.text.contains("<span class=\"text\">Sari</span> <b>1.000</b>"))
            #expect(!screen.text.contains("<span class=\"text\">Budi</span> <b>"))

            let hide = ["question": String(question), "state": "hidden"]
            #expect(try await trainer.submit(room + "/pemandu/tandai", hide, from: room + "/pemandu").status == 303)
            #expect(!(try await sari.get(room).text.contains("ongkir")))
            #expect(try await trainer.get(room + "/pemandu").text.contains("ongkir"))
            #expect(try await trainer.submit(room + "/pemandu/akhiri", from: room + "/pemandu").status == 303)
            #expect(try await server.browser().get(room).text.contains("Ruang ini sudah ditutup."))
            let late = try await server.browser().post(room + "/masuk", ["name": "Telat", "consent": "1"])
            #expect(late.cookies.allSatisfy { $0.name != "seat" })
        }
    }

    @Test("a room is guided by who opened it or runs programmes, and by nobody else")
    func rights() async throws {
        try await LiveServer.with { server in
            let trainer = try await server.browser(.facilitator, Scope(region: RegionCode(rawValue: "32")))
            let room = try await open(server, trainer)
            let other = try await server.browser(of: server.facilitator(Scope(), phone: "081234567009"))
            #expect(try await other.get(room + "/pemandu").status == 403)
            #expect(try await other.submit(room + "/pemandu/akhiri", from: Paths.openLiveRoom).status == 403)
            #expect(try await server.browser(.officer).get(room + "/pemandu").status == 200)
            #expect(try await server.browser(.auditor).get(Paths.openLiveRoom).status == 403)
            #expect(try await server.browser().get(room + "/pemandu").status == 303)
            #expect(try await server.browser().get("/ruang/ZZZZZZ").status == 404)
        }
    }

    @Test("without a seat, consent or the form's token nothing is taken")
    func forged() async throws {
        try await LiveServer.with { server in
            let room = try await open(server, server.browser(.officer))
            #expect(try await server.browser().post(room + "/tanya", ["text": "?"]).status == 403)
            #expect(try await server.browser().post(room + "/masuk", ["name": "Sari"]).status == 422)
            #expect(try await server.browser().post(room + "/masuk", ["consent": "1"]).status == 422)
            let sari = try await participant(server, "Sari", room)
            #expect(try await sari.post(room + "/tanya", ["text": "?"]).status == 403)
            #expect(try await sari.post(room + "/tanya", ["text": "?", "token": String(repeating: "0", count: 64)]).status == 403)
            #expect(try await sari.submit(room + "/jawab", ["poll": "x", "option": "y"], from: room).status == 400)
        }
    }

    @Test("a script is answered in JSON, five questions a minute, and asks for the state when there is no stream")
    func script() async throws {
        try await LiveServer.with { server in
            let room = try await open(server, server.browser(.officer))
            let sari = try await participant(server, "Sari", room)
            let token = try #require(try await sari.get(room).formToken)
            var statuses: [Int] = []
            for number in 0..<6 {
                let fields = ["text": "Tanya \(number)", "token": token]
                statuses.append(try await sari.post(room + "/tanya", fields, headers: ["Accept": "application/json"]).status)
            }
            #expect(statuses == [200, 200, 200, 200, 200, 429])
            server.clock.advance(by: .seconds(2))
            await server.services.live.beat()
            let state = try await sari.get(room + "/keadaan?sejak=0")
            #expect(state.headers["content-type"] == "application/json")
            let version = try #require(state.text.firstMatch(of: /"version":(\d+)/)).1
            #expect(state.text.contains("Tanya 4") && !state.text.contains("Tanya 5"))
            #expect(try await sari.get(room + "/keadaan?sejak=\(version)").status == 304)
        }
    }
}
