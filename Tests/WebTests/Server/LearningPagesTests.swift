import Accounts
import Foundation
import Journey
import Learning
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("The pages of programmes and classes")
struct LearningPagesTests {
    private static let ambon = RegionCode(rawValue: "81.71")

    /// A class in Ambon with two seats that takes applications now, and a session in three days.
    private static func open(_ server: LiveServer, programme: String = "bakti", seats: Int = 2) async throws -> (Cohort, ClassSession) {
        let now = server.clock.now
        return try await server.database.write { connection in
            try connection.addNationalProgrammes(at: now)
            let id = try #require(try connection.programme(code: programme)).id
            let cohort = try connection.openCohort(
                Cohort(
                    programme: id, code: "ambon-1", name: "Kelas Ambon", region: ambon, seats: seats, opensAt: now.adding(.seconds(-3600)),
                    closesAt: now.adding(.seconds(86_400))), at: now)
            let session = ClassSession(
                cohort: cohort.id, stage: try connection.definition(of: cohort).stages[0].code, number: 1, title: "Foto dan harga",
                place: "Balai Kota", region: ambon, startsAt: now.adding(.seconds(3 * 86_400)), minutes: 120)
            try connection.save(session, at: now)
            return (cohort, session)
        }
    }

    private static func form(_ number: Int) -> [String: String] {
        [
            "name": ["Maria Latuconsina", "Yohanis Tuhumena", "Fatimah Wattimena"][number], "phone": "08129876500\(number)",
            "region": "Kota Ambon", "birth": "198\(number)-05-1\(number)", "sex": "P", "consent": "1", "form": EnrolmentID().description,
        ]
    }

    @Test("somebody without an account applies, and their card tells where they stand", arguments: TestEngine.allCases)
    func apply(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let (cohort, _) = try await Self.open(server)
            let browser = server.browser()
            let list = try await browser.get(Paths.programmes)
            #expect(list.status == 200 && list.text.contains("Kelas Ambon"))
            let first = Self.form(0)
            let applied = try await browser.post(Paths.cohort(cohort.code), first)
            #expect(applied.status == 303)
            let card = try #require(applied.location)
            #expect(try await browser.get(card).text.contains("Keadaan: Diterima"))
            // The same form again leads to the same card; another form of the same person does not hand it out.
            #expect(try await browser.post(Paths.cohort(cohort.code), first).location == card)
            let again = try await server.browser().post(
                Paths.cohort(cohort.code), first.merging(["form": EnrolmentID().description]) { $1 })
            #expect(again.status == 200 && again.text.contains("Kamu sudah terdaftar") && !again.text.contains(card.dropFirst(14)))

            _ = try await server.browser().post(Paths.cohort(cohort.code), Self.form(1))
            let third = try await server.browser().post(Paths.cohort(cohort.code), Self.form(2))
            let waiting = try #require(third.location)
            #expect(try await browser.get(waiting).text.contains("Keadaan: Daftar tunggu"))
            // The first cannot come: the third is asked, and says yes.
            #expect(try await browser.post(card, ["action": "leave"]).status == 303)
            #expect(try await browser.get(waiting).text.contains("Keadaan: Ditawari kursi"))
            #expect(try await browser.post(waiting, ["action": "confirm"]).status == 303)
            #expect(try await browser.get(waiting).text.contains("Keadaan: Pasti datang"))
            #expect(try await browser.get(card + "0").status == 404)
        }
    }

    @Test("a form that cannot be taken says what is wrong, beside the field, and keeps what was written")
    func refuses() async throws {
        try await LiveServer.with { server in
            let (cohort, _) = try await Self.open(server)
            let browser = server.browser()
            for (change, words) in [
                (["region": "Bandung"], "Yang mana:"), (["region": "Atlantis"], "tidak dikenal"),
                (["phone": "12"], "Nomor telepon tidak terbaca"),
                (["birth": "2020-01-01"], "Peserta paling muda berumur 17 tahun"), (["consent": ""], "Tanpa persetujuanmu"),
            ] {
                let answer = try await browser.post(Paths.cohort(cohort.code), Self.form(0).merging(change) { $1 })
                #expect(answer.status == 422 && answer.text.contains(words), "\(change)")
                #expect(answer.text.contains("Maria Latuconsina"))
            }
            #expect(try await server.database.read { try $0.cohort(cohort.id).applications } == 0)
        }
    }

    @Test("the code that is shown counts on the phone that holds a card, for half a minute")
    func shownCode() async throws {
        try await LiveServer.with(secureCookies: false) { server in
            let (cohort, session) = try await Self.open(server)
            let browser = server.browser()
            let card = try #require(try await browser.post(Paths.cohort(cohort.code), Self.form(0)).location)
            let code = AttendanceCode.shown(session.id, vault: server.services.vault, at: server.clock.now)
            #expect(try await server.browser().get(Paths.attend(code)).status == 409)
            _ = try await browser.get(card)
            #expect(try await browser.get(Paths.attend(code)).text.contains("Tercatat."))
            #expect(try await browser.get(Paths.attend(code)).text.contains("Sudah tercatat sebelumnya."))
            server.clock.advance(by: .seconds(90))
            #expect(try await browser.get(Paths.attend(code)).status == 410)
            #expect(try await server.database.read { try $0.attendance(of: session.id).count } == 1)
        }
    }

    @Test("an officer of the region marks the sheet, gives results and closes the stage; one of another region sees nothing")
    func desk() async throws {
        try await LiveServer.with { server in
            let (cohort, session) = try await Self.open(server)
            for number in 0..<3 { _ = try await server.browser().post(Paths.cohort(cohort.code), Self.form(number)) }
            let officer = try await server.browser(.officer, Scope(region: RegionCode(rawValue: "81")))
            let page = try await officer.get(Paths.classDesk(cohort.code))
            #expect(page.status == 200 && page.text.contains("Maria Latuconsina") && page.text.contains("wa.me/62812"))
            let token = try #require(page.formToken)
            let path = Paths.session(session.id.description)
            #expect(
                try await officer.post(path, ["token": token, "action": "sheet", "numbers": "1 2 7"]).text.contains(
                    "Tidak ada peserta nomor 7."))
            #expect(try await officer.post(path, ["token": token, "action": "sheet", "numbers": "1-2"]).status == 303)
            #expect(try await officer.post(path, ["token": token, "action": "sheet", "numbers": "1-2"]).status == 303)
            #expect(try await officer.post(path, ["token": token, "action": "absent", "absent": "2"]).status == 303)
            #expect(
                try await server.database.read { try $0.attendance(of: session.id).values.sorted { $0 && !$1 } } == [true, false])
            let sheet = try await officer.get(Paths.sessionSheet(session.id.description))
            #expect(sheet.headers["content-type"] == "application/pdf" && sheet.body.starts(with: Data("%PDF-".utf8)))
            let closed = try await officer.post(
                Paths.classDesk(cohort.code), ["token": token, "action": "close", "stage": "kelas"])
            #expect(closed.status == 303)
            #expect(
                try await server.database.read { try $0.enrolmentStates(in: cohort.id) } == [.completed: 1, .failed: 1, .waiting: 1])

            let elsewhere = try await server.browser(
                of: server.staff(.officer, Scope(region: RegionCode(rawValue: "32")), account: "budi.jabar"))
            #expect(try await elsewhere.get(Paths.classDesk(cohort.code)).status == 403)
            #expect(try await elsewhere.get(path).status == 403)
            #expect(try await server.browser().get(path).status == 303)
        }
    }

    @Test("papers, tests and reviewers’ points are kept by number, and seats are given by them")
    func selection() async throws {
        try await LiveServer.with { server in
            let officer = try await server.browser(.officer)
            for (programme, code) in [("digital-talent-scholarship", "dts"), ("digital-entrepreneurship-academy", "dea")] {
                let now = server.clock.now
                let cohort = try await server.database.write { connection in
                    try connection.addNationalProgrammes(at: now)
                    return try connection.openCohort(
                        Cohort(
                            programme: try #require(try connection.programme(code: programme)).id, code: code, name: code, seats: 1,
                            opensAt: now.adding(.seconds(-60)), closesAt: now.adding(.seconds(86_400))), at: now)
                }
                for number in 0..<3 {
                    let form = Self.form(number).merging(["motivation": "Ingin belajar"]) { $1 }
                    #expect(try await server.browser().post(Paths.cohort(code), form).status == 303)
                }
                let desk = Paths.classDesk(code)
                let page = try await officer.get(desk)
                #expect(page.text.contains("Ingin belajar"))
                let token = try #require(page.formToken)
                func send(_ fields: [String: String]) async throws -> Int {
                    try await officer.post(desk, fields.merging(["token": token]) { $1 }).status
                }
                if code == "dts" {
                    #expect(try await send(["action": "check", "in-order": "1 9"]) == 422)
                    #expect(try await send(["action": "check", "in-order": "1-2", "not-in-order": "3"]) == 303)
                    #expect(try await send(["action": "test", "test-results": "1 70\n2 120"]) == 422)
                    #expect(try await send(["action": "test", "test-results": "1 70\n2 85,5"]) == 303)
                } else {
                    #expect(try await send(["action": "review", "points": "1 5 5"]) == 422)
                    #expect(try await send(["action": "review", "points": "1 5 5 9"]) == 422)
                    #expect(try await send(["action": "review", "points": "1 2 2 2\n2 5 4 5\n3 1 1 1"]) == 303)
                    // The programme asks for two reviewers.
                    #expect(try await send(["action": "select"]) == 422)
                    let second = try await server.browser(of: server.staff(.officer, account: "penilai.dua"))
                    let key = try #require(try await second.get(desk).formToken)
                    _ = try await second.post(desk, ["token": key, "action": "review", "points": "1 3 3 3\n2 5 5 5\n3 1 1 1"])
                }
                #expect(try await send(["action": "select"]) == 303)
                let accepted = try await server.database.read { try $0.enrolments(in: cohort.id, states: [.accepted]).map(\.number) }
                #expect(accepted == [2], "\(code)")
            }
        }
    }

    @Test("certificates are issued on the class’s page, checked in public by any form, and taken back")
    func certificates() async throws {
        try await LiveServer.with { server in
            let (cohort, session) = try await Self.open(server)
            let browser = server.browser()
            let card = try #require(try await browser.post(Paths.cohort(cohort.code), Self.form(0)).location)
            let officer = try await server.browser(.officer)
            let desk = Paths.classDesk(cohort.code)
            let token = try #require(try await officer.get(desk).formToken)
            _ = try await officer.post(Paths.session(session.id.description), ["token": token, "action": "sheet", "numbers": "1"])
            _ = try await officer.post(desk, ["token": token, "action": "close", "stage": "kelas"])
            #expect(try await officer.post(desk, ["token": token, "action": "certify"]).status == 303)
            let page = try await browser.get(card).text
            let path = try #require(page.firstMatch(of: /href="(\/check\/[0-9a-f-]{36})"/)).1
            let certificate = try await browser.get(String(path))
            #expect(certificate.text.contains("Sertifikat ini asli dan berlaku.") && certificate.text.contains("Maria Latuconsina"))
            let json = try await browser.get(path + "/certificate.json").text
            #expect(try await browser.post(Paths.check, ["certificate": json]).text.contains("Sertifikat ini asli dan berlaku."))
            let altered = json.replacing("Maria Latuconsina", with: "Marla Latuconsina")
            #expect(try await browser.post(Paths.check, ["certificate": altered]).text.contains("Jangan diterima"))
            #expect(try await browser.post(Paths.check, ["certificate": "sebuah foto"]).text.contains("tidak terbaca sebagai sertifikat"))
            let paper = try await browser.get(path + "/certificate.pdf")
            #expect(paper.body.starts(with: Data("%PDF-".utf8)))
            #expect(try await browser.get(Paths.keyHistory).text.contains("NaikKelasKeyHistory"))

            let refused = try await officer.post(desk, ["token": token, "action": "revoke", "number": "9", "reason": "x"])
            #expect(refused.status == 422)
            let revoked = try await officer.post(desk, ["token": token, "action": "revoke", "number": "1", "reason": "Nama tertukar"])
            #expect(revoked.status == 303)
            #expect(try await browser.get(String(path)).text.contains("Nama tertukar"))
            #expect(try await browser.get(Paths.check + "/" + CertificateRecordID().description).status == 404)
        }
    }

    @Test("who sees figures sees people by group and region, within the own region alone")
    func people() async throws {
        try await LiveServer.with { server in
            let (cohort, _) = try await Self.open(server)
            _ = try await server.browser().post(Paths.cohort(cohort.code), Self.form(0))
            let officer = try await server.browser(.officer, Scope(region: RegionCode(rawValue: "81")))
            let page = try await officer.get(Paths.people)
            #expect(
                page.status == 200 && page.text.contains("Maluku") && page.text.contains("Perempuan") && page.text.contains("Kota Ambon"))
            #expect(try await officer.get(Paths.people(Self.ambon)).status == 200)
            #expect(try await officer.get(Paths.people(.nation)).status == 403)
            #expect(try await officer.get(Paths.people(RegionCode(rawValue: "32"))).status == 403)
            #expect(try await officer.get(Paths.people + "?region=99").status == 404)
        }
    }

    @Test("a session opens a live room, and ending it marks whoever was there")
    func liveRoom() async throws {
        try await LiveServer.with { server in
            let (cohort, session) = try await Self.open(server)
            _ = try await server.browser().post(Paths.cohort(cohort.code), Self.form(0))
            let officer = try await server.browser(.officer, Scope(region: RegionCode(rawValue: "81")))
            let path = Paths.session(session.id.description)
            let room = try #require(try await officer.submit(Paths.sessionLive(session.id.description), from: path).location)
            // Pressed again, it leads to the same room.
            #expect(try await officer.submit(Paths.sessionLive(session.id.description), from: path).location == room)
            let guest = server.browser()
            let door = String(room.dropLast("/pemandu".count))
            _ = try await guest.post(door + "/masuk", ["name": "Maria", "number": "1", "consent": "1"])
            try await server.database.write { try $0.run("UPDATE live_attendee SET minutes = 60") }
            #expect(try await officer.submit(room + "/akhiri", from: room).status == 303)
            #expect(try await officer.get(path).text.contains("Hadir"))
            let marks = try await server.database.read { try $0.attendance(of: session.id) }
            #expect(Array(marks.values) == [true])
        }
    }

    @Test("marks from a phone without signal are taken once, each with its answer")
    func phoneMarks() async throws {
        try await LiveServer.with { server in
            let (cohort, session) = try await Self.open(server)
            let card = try #require(try await server.browser().post(Paths.cohort(cohort.code), Self.form(0)).location).dropFirst(14)
            let officer = try await server.browser(.officer)
            let token = try #require(try await officer.get(Paths.classDesk(cohort.code)).formToken)
            let at = server.clock.now.rawValue / 1000 - 60_000
            let body = """
                [{"id": "\(AttendanceMarkID())", "card": "\(card)", "at": \(at)}, {"id": "\(AttendanceMarkID())", "card": "\(card)", "at": \(at + 5)},
                 {"id": "\(AttendanceMarkID())", "card": "forged", "at": \(at)}]
                """
            let path = Paths.sessionMarks(session.id.description)
            #expect(try await officer.post(path, json: body, token: token).text == #"["recorded","already-marked","unreadable"]"#)
            #expect(try await officer.post(path, json: body, token: token).text == #"["sent-before","sent-before","unreadable"]"#)
            #expect(try await officer.post(path, json: "{", token: token).status == 400)
            #expect(try await officer.post(path, json: body, token: "00").status == 403)
        }
    }

    @Test("a definition is checked before it is saved, and classes that are open keep theirs")
    func definition() async throws {
        try await LiveServer.with { server in
            let (cohort, _) = try await Self.open(server)
            let officer = try await server.browser(.officer)
            let path = Paths.programmeDesk("bakti")
            let page = try await officer.get(path)
            let token = try #require(page.formToken)
            let text = try #require(NationalProgrammes.text("bakti"))
            let wrong = try await officer.post(
                path, ["token": token, "action": "define", "definition": text.replacing("\"attendance\": 0.6", with: "\"attendance\": 6")])
            #expect(wrong.status == 422 && wrong.text.contains("stages[0].attendance: should be a share from 0 to 1"))
            let saved = try await officer.post(
                path,
                ["token": token, "action": "define", "definition": text.replacing("\"attendance\": 0.6", with: "\"attendance\": 0.9")])
            #expect(saved.status == 303)
            let shares = try await server.database.read { connection in
                let latest = try connection.definitionText(of: cohort.programme)
                return (
                    try connection.definition(of: cohort).stages[0].attendance,
                    try ProgrammeDefinition(stored: latest?.text ?? "").stages[0].attendance
                )
            }
            #expect(shares == (0.6, 0.9))
            let opened = try await officer.post(
                path,
                [
                    "token": token, "action": "open", "name": "Kelas Kupang", "code": "kupang-1", "region": "53.71", "seats": "60",
                    "opens": "2026-11-20T08:00", "closes": "2026-12-20T08:00",
                ])
            #expect(opened.location == Paths.classDesk("kupang-1"))
            let taken = try await officer.post(
                path,
                [
                    "token": token, "action": "open", "name": "Lagi", "code": "kupang-1", "seats": "60", "opens": "2026-11-20T08:00",
                    "closes": "2026-12-20T08:00",
                ])
            #expect(taken.status == 422 && taken.text.contains("sudah dipakai kelas lain"))
        }
    }

    @Test("numbers of a sheet are read with their ranges, and nothing else is")
    func numbers() {
        #expect(SessionController.numbers("1 4-6, 9") == [1, 4, 5, 6, 9])
        for wrong in ["a", "3-", "9-4", "1-2-3", "1-9999999"] { #expect(SessionController.numbers(wrong) == nil, "\(wrong)") }
        #expect(ClockText.instant("2026-11-23T09:30").map(ClockText.text) == "2026-11-23T09:30")
        #expect(ClockText.instant("2026-11-23 09:30") == nil && ClockText.instant("2026-11-23T25:30") == nil)
    }
}

extension Browser {
    /// Sends JSON with the token of the session, as scripts do.
    fileprivate func post(_ path: String, json: String, token: String) async throws -> Answer {
        try await send("POST", path, ["Content-Type": "application/json", "X-Form-Token": token], body: Data(json.utf8))
    }
}

@Suite("Whether training led to sales")
struct TrainingEffectPageTests {
    @Test("trained businesses are held against others of their place, trade and time", arguments: TestEngine.allCases)
    func comparison(engine: TestEngine) async throws {
        try await LiveServer.with(engine) { server in
            let now = server.clock.now
            let vault = server.services.vault
            let today = CalendarDate(now)
            let (city, elsewhere) = (RegionCode(rawValue: "33.74"), RegionCode(rawValue: "35.78"))
            // Forty businesses of one trade in one city, registered together, and ten elsewhere; ten owners were trained a hundred days ago.
            let businesses = (0..<50).map { _ in BusinessID() }
            try await server.database.write(holding: .journey) { connection in
                try connection.addNationalProgrammes(at: now)
                var changes = JourneyChanges()
                for (place, business) in businesses.enumerated() {
                    let region = place < 40 ? city : elsewhere
                    changes.create(business, in: region)
                    let evidence = Milestone.Evidence.claim(Identifier<EvidenceSubject>())
                    changes.add(Milestone(.registered, on: today.adding(days: -300), evidence: evidence), to: business)
                    // All of the trained and a third of the others sell soon after; those elsewhere always do.
                    if place < 10 || place % 3 == 0 || place >= 40 {
                        changes.add(Milestone(.sold, on: today.adding(days: -80), evidence: evidence, detail: "shopee"), to: business)
                    }
                }
                try connection.apply(changes, today: today)
                for (place, business) in businesses.enumerated() {
                    try connection.run(
                        """
                        INSERT INTO business (id, name, owner_name, region, place, trade, created_at)
                        VALUES (\(business), \("Usaha \(place)"), '', \((place < 40 ? city : elsewhere).rawValue), '', \(Int64(10_710)), \(now))
                        """)
                }
            }
            let then = now.adding(.seconds(-100 * 86_400))
            try await server.database.write(holding: .learning) { connection in
                let programme = try #require(try connection.programme(code: "bakti")).id
                let cohort = try connection.openCohort(
                    Cohort(programme: programme, code: "lama", name: "Lama", seats: 20, opensAt: then, closesAt: now), at: then)
                let session = ClassSession(cohort: cohort.id, stage: "kelas", number: 1, title: "Satu", startsAt: then, minutes: 60)
                try connection.save(session, at: then)
                let people = try (0..<10).map { place in
                    let born = CalendarDate(year: 1970 + place, month: 1 + place, day: 3 + place)?.iso ?? ""
                    return try PreparedLearner(
                        LearnerDetails(
                            name: ["Ayu", "Bima", "Citra", "Dodi", "Endang", "Fajar", "Gita", "Hasan", "Intan", "Jaya"][place]
                                + " Wiratama",
                            phone: "0813\(20_000_000 + place * 991)", birthDate: born, region: city, business: businesses[place]),
                        vault: vault, today: today)
                }
                let enrolled = try connection.enrol(people, in: cohort.id, at: then)
                _ = try connection.record(
                    enrolled.map { AttendanceMark(session: session.id, enrolment: $0.enrolment, method: .list, at: then) }, at: then)
                #expect(try connection.closeStage("kelas", of: cohort.id, at: then).passed == 10)
            }
            let sets = try await server.database.read { try $0.matchedSets(today: today) }
            #expect(sets.count == 10)
            #expect(sets.allSatisfy { $0.hasSold && $0.companions == 5 && $0.companionsSold < 5 })
            let officer = try await server.browser(.officer)
            let page = try await officer.get(Paths.trainingEffect)
            #expect(page.status == 200 && page.text.contains("Belum bisa dikatakan"))
            #expect(try await server.browser(.facilitator, Scope(region: city)).get(Paths.trainingEffect).status == 403)
        }
    }
}
