import Accounts
import Learning
import Storage
import StorageTesting
import Testing

@Suite("What people send to a live room")
struct LiveBatchTests {
    @Test("sent twice, it changes nothing the second time", arguments: TestEngine.allCases)
    func idempotent(engine: TestEngine) async throws {
        try await LiveFixture.with(engine) { live in
            let (sari, budi) = (live.attendee("Sari"), live.attendee("Budi"))
            let token = AttendeeToken()
            let question = LiveQuestionID()
            let poll = try #require(LivePoll(question: "Sudah jualan?", options: ["Ya", "Belum"], openedAt: LiveFixture.start))
            let deeds: [LiveWrite.Deed] = [
                .join(sari, token), .join(budi, AttendeeToken()), .ask(question, text: "Ongkir?", by: sari), .vote(question, by: budi),
                .openPoll(poll), .answer(poll.id, option: 1, by: sari),
            ]
            #expect(try await live.store(deeds) == Array(repeating: .done, count: 6))
            let state = try await live.state()
            #expect(try await live.store(deeds) == Array(repeating: .doneBefore, count: 6))
            #expect(try await live.store([.answer(poll.id, option: 0, by: sari)]) == [.doneBefore])
            #expect(try await live.state() == state)
            #expect(state?.attendeeCount == 2)
            #expect(state?.topQuestions(5).map(\.votes) == [1])
            #expect(state?.counts == [0, 1])
            #expect(try await live.database.read { try $0.liveAttendee(token, in: live.room.id) } == sari)
        }
    }

    @Test("moves a state event by event to what the rows say", arguments: TestEngine.allCases)
    func equality(engine: TestEngine) async throws {
        try await LiveFixture.with(engine) { live in
            var randomness = SeededRandomness(seed: 4)
            var state = try #require(try await live.state())
            let people = (0..<12).map { live.attendee("Orang \($0)") }
            var questions: [LiveQuestionID] = [LiveQuestionID()]
            var polls: [LivePollID] = [LivePollID()]
            for round in 0..<60 {
                var writes: [LiveWrite] = []
                for _ in 0..<Int.random(in: 1...8, using: &randomness) {
                    let who = people[Int.random(in: 0..<people.count, using: &randomness)]
                    let question = questions[Int.random(in: 0..<questions.count, using: &randomness)]
                    let poll = polls[Int.random(in: 0..<polls.count, using: &randomness)]
                    // Only somebody who is in the room can do more than come in.
                    let choice = round == 0 ? 0 : Int.random(in: 1..<12, using: &randomness)
                    switch choice {
                    case 0: writes += people.map { live.write(.join($0, AttendeeToken())) }
                    case 1, 2:
                        questions.append(LiveQuestionID())
                        writes.append(live.write(.ask(questions[questions.count - 1], text: "Tanya \(round)", by: who), after: round * 15))
                    case 3, 4, 5: writes.append(live.write(.vote(question, by: who), after: round * 15))
                    case 6:
                        let state = LiveQuestion.State.allCases[Int.random(in: 0..<3, using: &randomness)]
                        writes.append(live.write(.mark(question, state), after: round * 15))
                    case 7:
                        let opened = LiveFixture.start.adding(.seconds(round * 15))
                        let right = Bool.random(using: &randomness) ? 0 : nil
                        let poll = try #require(
                            LivePoll(question: "?", options: ["a", "b"], rightOption: right, seconds: 20, openedAt: opened))
                        polls.append(poll.id)
                        writes.append(live.write(.openPoll(poll), after: round * 15))
                    case 8: writes.append(live.write(.closePoll(poll), after: round * 15))
                    default:
                        let option = Int.random(in: 0..<3, using: &randomness)
                        writes.append(live.write(.answer(polls[polls.count - 1], option: option, by: who), after: round * 15))
                    }
                }
                let batch = writes
                let progress = try await live.database.write { try $0.store(batch).progress[live.room.id] }
                for event in progress?.events ?? [] { state.apply(event) }
                // A round in which nothing happened leaves the version alone.
                let rows = try #require(try await live.state())
                #expect(rows.version == progress?.version ?? rows.version)
                #expect(state.seen == rows.seen)
            }
            #expect(!state.topQuestions(100).isEmpty)
            #expect(!state.leaders(10).isEmpty)
        }
    }

    @Test("five questions a minute are taken from one attendee", arguments: TestEngine.allCases)
    func limit(engine: TestEngine) async throws {
        try await LiveFixture.with(engine) { live in
            let sari = live.attendee("Sari")
            try await live.store([.join(sari, AttendeeToken())])
            func ask() -> LiveWrite.Deed { .ask(LiveQuestionID(), text: "Lagi?", by: sari) }
            #expect(try await live.store((0..<6).map { _ in ask() }) == Array(repeating: .done, count: 5) + [.tooMany])
            #expect(try await live.store([ask()], after: 61) == [.done])
        }
    }

    @Test("is refused after the end of the poll, its time or the room", arguments: TestEngine.allCases)
    func over(engine: TestEngine) async throws {
        try await LiveFixture.with(engine) { live in
            let sari = live.attendee("Sari")
            let poll = try #require(LivePoll(question: "?", options: ["a", "b"], rightOption: 0, seconds: 10, openedAt: LiveFixture.start))
            try await live.store([.join(sari, AttendeeToken()), .openPoll(poll)])
            #expect(try await live.store([.answer(poll.id, option: 0, by: sari)], after: 12) == [.over])
            #expect(try await live.store([.answer(poll.id, option: 5, by: sari), .vote(LiveQuestionID(), by: sari)]) == [.over, .over])
            #expect(try await live.store([.closeRoom, .answer(poll.id, option: 0, by: sari)]) == [.done, .over])
            #expect(try await live.store([.join(live.attendee("Telat"), AttendeeToken())]) == [.over])
            #expect(try await live.state()?.isOpen == false)
        }
    }

    @Test("one person on two devices has one seat", arguments: TestEngine.allCases)
    func oneSeat(engine: TestEngine) async throws {
        try await LiveFixture.with(engine) { live in
            let person = PersonID()
            let (first, second) = (AttendeeToken(), AttendeeToken())
            try await live.store([.join(live.attendee("Sari", person: person), first)])
            #expect(try await live.store([.join(live.attendee("Sari", person: person), second)]) == [.doneBefore])
            #expect(try await live.state()?.attendeeCount == 1)
            let (old, new) = try await live.database.read { connection in
                (try connection.liveAttendee(first, in: live.room.id), try connection.liveAttendee(second, in: live.room.id))
            }
            #expect(old == nil)
            #expect(new?.person == person)
        }
    }

    @Test("minutes are counted once, and presence follows from them", arguments: TestEngine.allCases)
    func attendance(engine: TestEngine) async throws {
        try await LiveFixture.with(engine) { live in
            let (sari, budi, anonymous) = (
                live.attendee("Sari", person: PersonID()), live.attendee("Budi", number: "17"), live.attendee("Tamu")
            )
            try await live.store([sari, budi, anonymous].map { .join($0, AttendeeToken()) })
            try await live.database.write { connection in
                for minute in Int64(1)...10 {
                    let there = minute <= 5 ? [sari.id, budi.id, anonymous.id] : [sari.id]
                    for _ in 0..<2 { try connection.countLiveMinute(minute, of: there, at: LiveFixture.start) }
                }
            }
            let list = try await live.database.read {
                try $0.liveAttendance(of: live.room.id, at: LiveFixture.start.adding(.seconds(600)))
            }
            #expect(list.map(\.name) == ["Budi", "Sari"])
            #expect(list.map(\.minutes) == [5, 10])
            #expect(list.map(\.isPresent) == [false, true])
        }
    }
}

extension LiveState {
    /// What people see of it.
    fileprivate var seen: [String] {
        topQuestions(100).map { "\($0.text) \($0.votes) \($0.state)" } + leaders(10).map { "\($0.name) \($0.points)" }
            + counts.map(String.init) + ["\(attendeeCount)", "\(poll?.closedAt == nil)"]
    }
}
