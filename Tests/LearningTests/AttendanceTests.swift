import Accounts
import Storage
import StorageTesting
import Testing

@testable import Learning

@Suite("Attendance")
struct AttendanceTests {
    private typealias Fixture = LearningFixture

    private func classroom(
        _ engine: TestEngine, people: Int = 4, _ body: (LearningFixture, Cohort, ClassSession, [EnrolmentID]) async throws -> Void
    ) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("bakti", code: "b")
            for number in 0..<people { try await fixture.apply(Fixture.person(number), to: cohort) }
            let session = try await fixture.sessions(1, of: cohort, stage: "kelas")[0]
            try await body(fixture, cohort, session, try await fixture.enrolments(cohort, .accepted))
        }
    }

    @Test("one card read by two phones without signal is one presence, in whichever order they send", arguments: TestEngine.allCases)
    func twoPhones(engine: TestEngine) async throws {
        try await classroom(engine) { fixture, cohort, session, people in
            let marks = [0, 1].map { minute in
                AttendanceMark(
                    session: session.id, enrolment: people[0], method: .codeScanned, at: session.startsAt.adding(.seconds(minute * 60)))
            }
            let outcomes = try await fixture.database.write(holding: .learning) { connection in
                try connection.record([marks[1]], at: Fixture.day(11)) + connection.record([marks[0], marks[1]], at: Fixture.day(12))
            }
            #expect(outcomes == [.recorded, .alreadyMarked, .sentBefore])
            #expect(try await fixture.database.read { try $0.attendance(of: session.id) } == [people[0]: true])
            #expect(try await fixture.people().attended == 1)
            #expect(try await fixture.wrongCounters() == 0)
        }
    }

    @Test("a sheet that is typed in twice changes nothing the second time", arguments: TestEngine.allCases)
    func sheetTwice(engine: TestEngine) async throws {
        try await classroom(engine) { fixture, cohort, session, people in
            for round in 0..<2 {
                let outcomes = try await fixture.database.write(holding: .learning) { connection in
                    try connection.record(
                        people.prefix(3).map { AttendanceMark(session: session.id, enrolment: $0, method: .sheet, at: session.startsAt) },
                        by: Fixture.officer, at: Fixture.day(11 + round))
                }
                #expect(outcomes == Array(repeating: round == 0 ? .recorded : .alreadyMarked, count: 3))
            }
            #expect(try await fixture.people().attended == 3)
            #expect(try await fixture.states(cohort) == [.attending: 3, .accepted: 1])
        }
    }

    @Test("marks from any number of phones come to the same end in any order", arguments: TestEngine.allCases)
    func anyOrder(engine: TestEngine) async throws {
        var ends: Set<[Bool?]> = []
        for seed in 1...4 as ClosedRange<UInt64> {
            try await classroom(engine) { fixture, _, session, people in
                var fixed = SeededRandomness(seed: 7)
                var marks = (0..<40).map { number in
                    (person: number % 4, isPresent: Bool.random(using: &fixed), at: Int.random(in: 0..<600, using: &fixed))
                }
                // Equal times would leave it to the ids, which differ from run to run.
                for place in marks.indices { marks[place].at = marks[place].at * 100 + place }
                var chance = SeededRandomness(seed: seed)
                let shuffled = marks.shuffled(using: &chance)
                try await fixture.database.write(holding: .learning) { connection in
                    for mark in shuffled {
                        _ = try connection.record(
                            [
                                AttendanceMark(
                                    session: session.id, enrolment: people[mark.person], isPresent: mark.isPresent, method: .list,
                                    at: session.startsAt.adding(.milliseconds(mark.at)))
                            ], at: Fixture.day(11))
                    }
                }
                let end = try await fixture.database.read { try $0.attendance(of: session.id) }
                ends.insert(people.map { end[$0] })
                #expect(try await fixture.wrongCounters() == 0)
            }
        }
        #expect(ends.count == 1)
    }

    @Test("whoever is not of the class, or waits for a seat, is told so", arguments: TestEngine.allCases)
    func strangers(engine: TestEngine) async throws {
        try await classroom(engine) { fixture, cohort, session, people in
            try await fixture.database.write(holding: .learning) { try $0.leave(people[3], at: Fixture.day(2)) }
            let outcomes = try await fixture.database.write(holding: .learning) { connection in
                try connection.record(
                    [
                        AttendanceMark(session: session.id, enrolment: EnrolmentID(), method: .list, at: session.startsAt),
                        AttendanceMark(session: session.id, enrolment: people[3], method: .list, at: session.startsAt),
                    ], at: Fixture.day(11))
            }
            #expect(outcomes == [.notEnrolled, .hasNoSeat(.withdrawn)])
        }
    }

    @Test("a code that is shown is good for half a minute and a little; cards are good as long as they are ours")
    func codes() {
        let vault = Vault.ephemeral()
        let (session, enrolment) = (ClassSessionID(), EnrolmentID())
        let code = AttendanceCode.shown(session, vault: vault, at: Fixture.start)
        #expect(AttendanceCode.session(shown: code, vault: vault, at: Fixture.start.adding(.seconds(29))) == session)
        #expect(AttendanceCode.session(shown: code, vault: vault, at: Fixture.start.adding(.seconds(75))) == nil)
        let card = AttendanceCode.participant(enrolment, vault: vault)
        #expect(AttendanceCode.enrolment(participant: card, vault: vault) == enrolment)
        #expect(AttendanceCode.enrolment(participant: card, vault: .ephemeral()) == nil)
        var chance = SeededRandomness(seed: 5)
        for _ in 0..<500 {
            var bytes = Array(card.utf8)
            let place = Int.random(in: 0..<bytes.count, using: &chance)
            bytes[place] ^= 1 << UInt8.random(in: 0..<7, using: &chance)
            let changed = String(decoding: bytes, as: UTF8.self)
            // Letters of an identifier may be written large.
            #expect(AttendanceCode.enrolment(participant: changed, vault: vault) == nil || changed.lowercased() == card)
        }
    }

    @Test("the calendar tells place, room, change and cancellation in lines that calendars read")
    func calendar() {
        let session = ClassSession(
            cohort: CohortID(), stage: "kelas", number: 1, title: "Foto; harga, dan \\ pesanan pertama yang membuat pembeli kembali lagi ✓",
            place: "Balai Desa, Ngluwar", link: "https://ruang.example/1", startsAt: Fixture.start, minutes: 90, isCancelled: true,
            changes: 3,
            changedAt: Fixture.start)
        let text = ClassCalendar(name: "Kelas", sessions: [session], stamp: Fixture.start).text
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        let unfolded = text.replacing("\r\n ", with: "")
        for line in [
            "DTSTART:20261102T010000Z", "DTEND:20261102T023000Z", "SEQUENCE:3", "STATUS:CANCELLED",
            "LOCATION:Balai Desa\\, Ngluwar\\, https://ruang.example/1",
            "SUMMARY:Foto\\; harga\\, dan \\\\ pesanan pertama yang membuat pembeli kembali lagi ✓",
        ] {
            #expect(unfolded.contains(line + "\r\n"), "\(line)")
        }
    }
}
