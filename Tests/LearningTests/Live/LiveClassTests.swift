import Accounts
import Storage
import StorageTesting
import Testing

@testable import Learning

@Suite("A live room in which a class meets")
struct LiveClassTests {
    private typealias Fixture = LearningFixture

    @Test("marks those who were there long enough, once, by account or by number", arguments: TestEngine.allCases)
    func attendance(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let cohort = try await fixture.open("bakti", code: "b")
            for number in 0..<4 { try await fixture.apply(Fixture.person(number), to: cohort) }
            let session = try await fixture.sessions(1, of: cohort, stage: "kelas", online: true)[0]
            let people = try await fixture.enrolments(cohort, .accepted)
            let account = PersonID()
            let opened = Fixture.day(9)
            let closed = opened.adding(.seconds(600))
            let room = try await fixture.database.write(holding: .learning) { connection in
                let learner = try connection.enrolment(people[0]).learner
                try connection.run("UPDATE learner SET person_id = \(account) WHERE id = \(learner)")
                let room = try connection.openLiveRoom("Kelas", session: session.id, by: Fixture.officer, at: opened)
                let number = try connection.enrolment(people[1]).number
                let attendees = [
                    LiveAttendee(id: LiveAttendeeID(), room: room.id, person: account, name: "Siti", participantNumber: nil),
                    LiveAttendee(id: LiveAttendeeID(), room: room.id, person: nil, name: "Budi", participantNumber: "\(number)"),
                    LiveAttendee(
                        id: LiveAttendeeID(), room: room.id, person: nil, name: "Dewi",
                        participantNumber: "\(try connection.enrolment(people[2]).number)"),
                    LiveAttendee(id: LiveAttendeeID(), room: room.id, person: nil, name: "Tamu", participantNumber: "9999"),
                ]
                _ = try connection.store(attendees.map { LiveWrite(.join($0, AttendeeToken()), in: room.id, at: opened) })
                for minute in Int64(1)...10 {
                    let there = attendees.enumerated().filter { $0.offset != 2 || minute <= 3 }.map(\.element.id)
                    try connection.countLiveMinute(minute, of: there, at: opened)
                }
                _ = try connection.store([LiveWrite(.closeRoom, in: room.id, at: closed)])
                return room
            }
            for _ in 0..<2 {
                try await fixture.database.write(holding: .learning) { connection in
                    let count = try connection.recordLiveAttendance(of: room.id, by: Fixture.officer, at: closed)
                    #expect(count == 2)
                    #expect(try connection.attendance(of: session.id) == [people[0]: true, people[1]: true])
                }
            }
            #expect(try await fixture.people().attended == 2)
            #expect(try await fixture.wrongCounters() == 0)
        }
    }
}
