import Accounts
import Foundation
import Journey
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Learning

@Suite("Each national programme takes people through its whole life")
struct ProgrammeLifeTests {
    private typealias Fixture = LearningFixture

    @Test("UMKM Go Online: seats by order, an answer, two stages, a certificate, and the shop on record", arguments: TestEngine.allCases)
    func goOnline(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("umkm-go-online", code: "go-1", seats: 5)
            let businesses = (0..<8).map { _ in BusinessID() }
            try await fixture.database.write(holding: .journey) { connection in
                var changes = JourneyChanges()
                for business in businesses {
                    changes.create(business, in: RegionCode(rawValue: "33.74"))
                    changes.add(
                        Milestone(.registered, on: CalendarDate(Fixture.start), evidence: .claim(Identifier<EvidenceSubject>())),
                        to: business)
                }
                try connection.apply(changes, today: CalendarDate(Fixture.start))
            }
            #expect(
                try await fixture.apply(Fixture.person(99), to: cohort) == .refused([.businessMissing]))
            for number in 0..<8 { try await fixture.apply(Fixture.person(number, business: businesses[number]), to: cohort) }
            #expect(try await fixture.states(cohort) == [.accepted: 5, .waiting: 3])

            // One says no in time: the first who waits is asked, and says yes.
            let accepted = try await fixture.enrolments(cohort, .accepted)
            try await fixture.database.write(holding: .learning) { connection in
                try connection.leave(accepted[4], at: Fixture.day(8))
                for id in accepted.prefix(4) { try connection.confirm(id, at: Fixture.day(8)) }
            }
            let offered = try #require(try await fixture.enrolments(cohort, .offered).first)
            try await fixture.database.write(holding: .learning) { try $0.confirm(offered, at: Fixture.day(8, hour: 20)) }
            #expect(try await fixture.states(cohort) == [.confirmed: 5, .waiting: 2, .withdrawn: 1])

            let lessons = try await fixture.sessions(3, of: cohort, stage: "kelas")
            let here = try await fixture.enrolments(cohort, .confirmed)
            try await fixture.mark(Array(here.prefix(4)), at: lessons)
            #expect(
                try await fixture.close("kelas", of: cohort) == StageOutcome(passed: 4, notAmongBest: 0, failed: 0, neverCame: 1))
            let visits = try await fixture.sessions(2, of: cohort, stage: "pendampingan", from: 21)
            try await fixture.mark(Array(here.prefix(3)), at: visits)
            #expect(
                try await fixture.close("pendampingan", of: cohort, day: 24)
                    == StageOutcome(passed: 3, notAmongBest: 0, failed: 1, neverCame: 0))
            let runner = JobRunner(fixture.database, handlers: LearningJob.handlers(fixture.database, now: { Fixture.day(24) }))
            #expect(try await runner.runDueJobs() == 3)
            try await fixture.certify(cohort)
            #expect(try await fixture.states(cohort) == [.certified: 3, .failed: 1, .dropped: 1, .waiting: 2, .withdrawn: 1])
            let onboard = try await fixture.database.read { try $0.counts(in: Cell()).onboard }
            #expect(onboard == 3)
            #expect(try await fixture.people() == PeopleLadder(enrolled: 6, attended: 4, passed: 3, certified: 3))
            #expect(try await fixture.wrongCounters() == 0)
        }
    }

    @Test("GoFood: a partner's list of thousands is enrolled once, however often it is sent", arguments: TestEngine.allCases)
    func goFood(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("gofood-onboarding", code: "gofood-7")
            let list = try (0..<1000).map { try fixture.prepared(Fixture.person($0, business: BusinessID())) }
            for _ in 0..<2 {
                let enrolled = try await fixture.database.write(holding: .learning) {
                    try $0.enrol(list, in: cohort.id, by: Fixture.officer, at: Fixture.start)
                }
                #expect(Set(enrolled.map(\.enrolment)).count == 1000)
            }
            #expect(try await fixture.states(cohort) == [.accepted: 1000])
            let briefing = try await fixture.sessions(1, of: cohort, stage: "pengarahan", online: true)
            let all = try await fixture.enrolments(cohort, .accepted)
            try await fixture.mark(Array(all.prefix(700)), at: briefing, method: .live)
            #expect(try await fixture.close("pengarahan", of: cohort).passed == 700)
            let there = try await fixture.enrolments(cohort, .attending)
            try await fixture.results(there, stage: "menu") { $0 < 400 ? 100 : 0 }
            #expect(
                try await fixture.close("menu", of: cohort, day: 25)
                    == StageOutcome(passed: 400, notAmongBest: 0, failed: 300, neverCame: 0))
            try await fixture.certify(cohort)
            #expect(try await fixture.people() == PeopleLadder(enrolled: 1000, attended: 700, passed: 400, certified: 400))
            #expect(try await fixture.wrongCounters() == 0)
        }
    }

    @Test("Siberkreasi: one person in two pillars is one person, counted in both", arguments: TestEngine.allCases)
    func siberkreasi(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            for pillar in [Pillar.safety, .ethics] {
                let cohort = try await fixture.open("siberkreasi", code: "siber-\(pillar.rawValue)", pillar: pillar)
                for number in 0..<6 { try await fixture.apply(Fixture.person(number), to: cohort) }
                let webinar = try await fixture.sessions(1, of: cohort, stage: "webinar", online: true)
                let all = try await fixture.enrolments(cohort, .accepted)
                try await fixture.mark(all, at: webinar, method: .live)
                await #expect(throws: LearningError.resultsMissing(6)) { try await fixture.close("webinar", of: cohort) }
                try await fixture.results(all, stage: "webinar") { $0 == 0 ? 40 : 80 }
                #expect(try await fixture.close("webinar", of: cohort).passed == 5)
                try await fixture.certify(cohort)
            }
            let everybody = PeopleLadder(enrolled: 6, attended: 6, passed: 5, certified: 5)
            #expect(try await fixture.people() == everybody)
            #expect(try await fixture.people(PeopleSlice(pillar: .safety)) == everybody)
            #expect(try await fixture.people(PeopleSlice(pillar: .skills)).enrolled == 0)
            #expect(try await fixture.people(PeopleSlice(region: RegionCode(rawValue: "33"), sex: .female)).enrolled == 3)
            #expect(try await fixture.people(PeopleSlice(region: RegionCode(rawValue: "35"))).enrolled == 0)
            #expect(try await fixture.wrongCounters() == 0)
        }
    }

    @Test("Digital Talent Scholarship: papers, a test, a class, an assessor, a certificate that expires", arguments: TestEngine.allCases)
    func talent(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("digital-talent-scholarship", code: "dts-1", seats: 4)
            for number in 0..<10 { try await fixture.apply(Fixture.person(number), to: cohort) }
            #expect(try await fixture.states(cohort) == [.submitted: 10])
            let all = try await fixture.enrolments(cohort, .submitted)
            let outcome = try await fixture.database.write(holding: .learning) { connection in
                for (place, id) in all.enumerated() {
                    try connection.checkApplication(id, isInOrder: place != 9, by: Fixture.officer, at: Fixture.day(7))
                    if place != 9 { try connection.recordTest(id, percent: Double(50 + place * 5), at: Fixture.day(8)) }
                }
                return try connection.select(cohort.id, by: Fixture.officer, at: Fixture.day(9))
            }
            #expect(outcome == SelectionOutcome(accepted: 4, waiting: 3, rejected: 2))
            // The best four by the test, not the first four who came.
            let accepted = try await fixture.database.read { try $0.enrolments(in: cohort.id, states: [.accepted]).map(\.number) }
            #expect(accepted == [6, 7, 8, 9])

            // Nobody answers in two days: the seat goes on.
            let seated = try await fixture.enrolments(cohort, .accepted)
            try await fixture.database.write(holding: .learning) { connection in
                try connection.leave(seated[0], at: Fixture.day(9))
                for id in seated.dropFirst() { try connection.confirm(id, at: Fixture.day(9)) }
                #expect(try connection.lapseOffers(at: Fixture.day(10)) == 0)
                #expect(try connection.lapseOffers(at: Fixture.day(12)) == 1)
            }
            let late = try #require(
                try await fixture.database.read { try $0.enrolments(in: cohort.id, states: [.withdrawn]).map(\.id) }.first)
            await #expect(throws: LearningError.answerTooLate) {
                try await fixture.database.write(holding: .learning) { try $0.confirm(late, at: Fixture.day(12)) }
            }
            let next = try #require(try await fixture.enrolments(cohort, .offered).first)
            try await fixture.database.write(holding: .learning) { try $0.confirm(next, at: Fixture.day(12)) }

            let lessons = try await fixture.sessions(5, of: cohort, stage: "kelas", from: 13)
            let here = try await fixture.enrolments(cohort, .confirmed)
            #expect(here.count == 4)
            try await fixture.mark(here, at: Array(lessons.prefix(4)))
            try await fixture.results(here, stage: "kelas") { $0 == 0 ? 60 : 90 }
            #expect(try await fixture.close("kelas", of: cohort).failed == 1)
            let tested = try await fixture.enrolments(cohort, .attending)
            try await fixture.results(tested, stage: "uji") { $0 == 0 ? 70 : 80 }
            #expect(try await fixture.close("uji", of: cohort, day: 22).passed == 2)
            let passed = try await fixture.enrolments(cohort, .completed)
            await #expect(throws: CertificateObstacle.notAssessed) {
                try await fixture.database.write(holding: .learning) { try $0.markCertified(passed[0], at: Fixture.day(23)) }
            }
            try await fixture.database.write(holding: .learning) { connection in
                for id in passed { try connection.assess(id, by: Fixture.officer, at: Fixture.day(23)) }
            }
            try await fixture.certify(cohort)
            #expect(try NationalProgrammes.definition("digital-talent-scholarship").certificate?.validYears == 3)
            #expect(try await fixture.people().certified == 2)

            // Within a year nobody takes a second place, and who never came waits as well.
            let second = try await fixture.open("digital-talent-scholarship", code: "dts-2", closesOn: 60)
            #expect(try await fixture.apply(Fixture.person(7), to: second, at: Fixture.day(40)) == .refused([.tooSoon(months: 12)]))
            #expect(try await fixture.wrongCounters() == 0)
        }
    }

    @Test("Digital Entrepreneurship Academy: reviewers' points decide, and late drop-outs are filled", arguments: TestEngine.allCases)
    func entrepreneurship(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("digital-entrepreneurship-academy", code: "dea-semarang", seats: 3)
            for number in 0..<7 { try await fixture.apply(Fixture.person(number), to: cohort) }
            let all = try await fixture.enrolments(cohort, .submitted)
            let reviewers = [PersonID(), PersonID()]
            await #expect(throws: LearningError.reviewsMissing(7)) {
                try await fixture.database.write(holding: .learning) { try $0.select(cohort.id, at: Fixture.day(7)) }
            }
            let outcome = try await fixture.database.write(holding: .learning) { connection in
                for (place, id) in all.enumerated() {
                    for reviewer in reviewers {
                        // The last who came gets the most, the first too little for a seat.
                        let points = min(place, 5)
                        try connection.review(
                            id, ["usaha", "alasan", "hasil"].map { ReviewPoints(criterion: $0, points: points) }, by: reviewer,
                            at: Fixture.day(7))
                    }
                }
                return try connection.select(cohort.id, at: Fixture.day(8))
            }
            #expect(outcome == SelectionOutcome(accepted: 3, waiting: 2, rejected: 2))
            let seated = try await fixture.enrolments(cohort, .accepted)
            _ = try await fixture.sessions(4, of: cohort, stage: "kelas")
            // Two leave the evening before the class; whoever scored best of those who wait is asked first, until the class begins.
            try await fixture.database.write(holding: .learning) { try $0.leave(seated[0], at: Fixture.day(9, hour: 18)) }
            let offered = try await fixture.database.read { try $0.enrolments(in: cohort.id, states: [.offered]) }
            #expect(offered.map(\.number) == [4])
            #expect(offered.first?.respondBy == Fixture.day(10, hour: 1))
            #expect(
                try await fixture.database.read { try $0.messages(to: offered[0].id).map(\.kind) } == [.waiting, .seatOffered])
            try await fixture.database.write(holding: .learning) { connection in
                try connection.leave(seated[1], at: Fixture.day(11))
            }
            #expect(try await fixture.enrolments(cohort, .offered).count == 1)
            #expect(try await fixture.wrongCounters() == 0)
        }
    }

    @Test("GoNusantara: provinces have their seats, and what they leave goes to others", arguments: TestEngine.allCases)
    func goNusantara(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let (papua, java) = (RegionCode(rawValue: "91"), RegionCode(rawValue: "33"))
            let cohort = try await fixture.open("gonusantara", code: "gonus-1", seats: 6, quotas: [papua: 3, java: 3])
            for number in 0..<5 { try await fixture.apply(Fixture.person(number), to: cohort) }
            for number in 5..<7 { try await fixture.apply(Fixture.person(number, region: RegionCode(rawValue: "91.71")), to: cohort) }
            #expect(try await fixture.states(cohort) == [.accepted: 5, .waiting: 2])
            let outcome = try await fixture.database.write(holding: .learning) { try $0.select(cohort.id, at: Fixture.day(8)) }
            #expect(outcome == SelectionOutcome(accepted: 1, waiting: 1, rejected: 0))
            let session = try await fixture.sessions(1, of: cohort, stage: "kelas")
            let all = try await fixture.enrolments(cohort, .accepted)
            try await fixture.mark(all, at: session, method: .sheet)
            #expect(try await fixture.close("kelas", of: cohort).passed == 6)
            try await fixture.certify(cohort)
            #expect(try await fixture.people(PeopleSlice(region: papua)).certified == 2)
            #expect(try await fixture.wrongCounters() == 0)
        }
    }

    @Test("Kartu Prakerja: a voucher is activated, redeemed and rated, and pays once", arguments: TestEngine.allCases)
    func prakerja(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("kartu-prakerja", code: "gelombang-71")
            for number in 0..<3 { try await fixture.apply(Fixture.person(number), to: cohort) }
            let all = try await fixture.enrolments(cohort, .accepted)
            let vouchers = try await fixture.database.write(holding: .learning) { connection in
                let vouchers = try all.map { try connection.activateVoucher(of: $0, at: Fixture.day(1)) }
                #expect(try connection.activateVoucher(of: all[0], at: Fixture.day(2)).code == vouchers[0].code)
                for voucher in vouchers.prefix(2) {
                    try connection.redeemVoucher(" " + voucher.code.lowercased(), at: Fixture.day(3))
                    try connection.redeemVoucher(voucher.code, at: Fixture.day(4))
                }
                return vouchers
            }
            #expect(Set(vouchers.map(\.code)).count == 3 && vouchers[0].value == 3_500_000)
            await #expect(throws: LearningError.voucherExpired) {
                try await fixture.database.write(holding: .learning) { try $0.redeemVoucher(vouchers[2].code, at: Fixture.day(40)) }
            }
            await #expect(throws: LearningError.voucherUnknown) {
                try await fixture.database.write(holding: .learning) { try $0.redeemVoucher("AAAA-AAAA-AAAA", at: Fixture.day(4)) }
            }
            try await fixture.results(Array(all.prefix(2)), stage: "kursus") { $0 == 0 ? 85 : 50 }
            #expect(
                try await fixture.close("kursus", of: cohort) == StageOutcome(passed: 1, notAmongBest: 0, failed: 1, neverCame: 1))
            await #expect(throws: CertificateObstacle.notRated) {
                try await fixture.database.write(holding: .learning) { try $0.markCertified(all[0], at: Fixture.day(21)) }
            }
            try await fixture.database.write { try $0.rateCourse(all[0], 5, at: Fixture.day(21)) }
            try await fixture.certify(cohort)
            #expect(try await fixture.people() == PeopleLadder(enrolled: 3, attended: 2, passed: 1, certified: 1))
            #expect(try await fixture.wrongCounters() == 0)
        }
    }

    @Test("BAKTI: eight cities, and one person at a place one day and online the next", arguments: TestEngine.allCases)
    func bakti(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cities = ["52.71", "53.71", "71.71", "73.71", "81.71", "91.71", "12.71", "63.71"].map(RegionCode.init(rawValue:))
            for city in cities {
                let cohort = try await fixture.open("bakti", code: "bakti-\(city.rawValue)", seats: 10, region: city)
                let base = Int(city.rawValue.prefix(2))! * 20
                for number in 0..<4 { try await fixture.apply(Fixture.person(base + number, region: city), to: cohort) }
                let there = try await fixture.sessions(2, of: cohort, stage: "kelas")
                let online = try await fixture.sessions(1, of: cohort, stage: "kelas", from: 12, online: true)
                let all = try await fixture.enrolments(cohort, .accepted)
                // The first was at a place once and online once; the second at a place once only.
                try await fixture.mark([all[0]], at: [there[0]], method: .codeScanned)
                try await fixture.mark([all[0]], at: online, method: .codeShown)
                try await fixture.mark([all[1]], at: [there[0]], method: .list)
                try await fixture.mark(Array(all[2...]), at: there + online)
                #expect(
                    try await fixture.close("kelas", of: cohort) == StageOutcome(passed: 3, notAmongBest: 0, failed: 1, neverCame: 0))
                try await fixture.certify(cohort)
                #expect(try await fixture.people(PeopleSlice(region: city)).certified == 3)
            }
            #expect(try await fixture.people() == PeopleLadder(enrolled: 32, attended: 32, passed: 24, certified: 24))
            #expect(try await fixture.wrongCounters() == 0)
        }
    }

    @Test("1000 Startup Digital: teams of three through gates that take the best", arguments: TestEngine.allCases)
    func startups(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            // The funnel of the movement at a hundredth of its size.
            let text = try #require(NationalProgrammes.text("seribu-startup-digital"))
                .replacing("\"seats\": 4000", with: "\"seats\": 40").replacing("\"seats\": 2000", with: "\"seats\": 20")
                .replacing("\"seats\": 1000", with: "\"seats\": 12").replacing("\"seats\": 500", with: "\"seats\": 6")
                .replacing("\"seats\": 200", with: "\"seats\": 3")
            let definition = try ProgrammeDefinition(json: Data(text.utf8))
            try await fixture.database.write { try $0.saveDefinition(definition, text: text, by: nil, at: Fixture.start) }
            let cohort = try await fixture.open("seribu-startup-digital", code: "startup-ambon", seats: 40)
            for number in 0..<45 { try await fixture.apply(Fixture.person(number), to: cohort) }
            #expect(try await fixture.states(cohort) == [.accepted: 40, .waiting: 5])
            let all = try await fixture.enrolments(cohort, .accepted)
            try await fixture.database.write(holding: .learning) { connection in
                for (place, id) in all.prefix(9).enumerated() {
                    try connection.join(id, team: "Tim \(place / 3)", role: ["hustler", "hipster", "hacker"][place % 3])
                }
                #expect(throws: LearningError.teamUnfit) { try connection.join(all[9], team: "Tim 0", role: "hacker") }
                let teams = try connection.teams(of: cohort.id)
                #expect(teams.count == 3 && teams.allSatisfy { $0.faults(by: definition.teams!).isEmpty })
            }
            var expected = [20, 12, 6, 3, 3]
            for (place, stage) in definition.stages.enumerated() {
                let sessions = try await fixture.sessions(2, of: cohort, stage: stage.code, from: 10 + place * 3)
                let here = place == 0 ? all : try await fixture.enrolments(cohort, .attending)
                try await fixture.mark(here, at: sessions)
                try await fixture.results(here, stage: stage.code) { Double(99 - $0) }
                let outcome = try await fixture.close(stage.code, of: cohort, day: 12 + place * 3)
                #expect(outcome.passed == (place < 5 ? expected.removeFirst() : 3), "\(stage.code)")
            }
            #expect(try await fixture.states(cohort) == [.completed: 3, .failed: 37, .waiting: 5])
            try await fixture.certify(cohort)
            #expect(try await fixture.people() == PeopleLadder(enrolled: 40, attended: 40, passed: 3, certified: 3))
            #expect(try await fixture.wrongCounters() == 0)
        }
    }
}
