import Learning
import Storage
import StorageTesting
import Testing

@Suite("Gathering what thousands send at once")
struct LiveWriterTests {
    @Test("makes few transactions, and answers nobody before it is stored", arguments: TestEngine.allCases)
    func gathers(engine: TestEngine) async throws {
        try await LiveFixture.with(engine) { live in
            let people = (0..<400).map { live.attendee("Orang \($0)") }
            let poll = try #require(LivePoll(question: "?", options: ["a", "b"], openedAt: LiveFixture.start))
            try await live.store(people.map { .join($0, AttendeeToken()) } + [.openPoll(poll)])
            let writer = LiveWriter(live.database)
            let told = Shared<[LiveEvent]>([])
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await writer.run { progress in
                        told.update { $0 += progress[live.room.id]?.events ?? [] }
                    }
                }
                try await withThrowingTaskGroup(of: LiveOutcome.self) { answers in
                    for (index, person) in people.enumerated() {
                        answers.addTask { try await writer.submit(live.write(.answer(poll.id, option: index % 2, by: person))) }
                    }
                    for try await outcome in answers {
                        #expect(outcome == .done)
                        // Whoever was answered was published before.
                        #expect(!told.value.isEmpty)
                    }
                }
                group.cancelAll()
            }
            #expect(try await live.state()?.counts == [200, 200])
            #expect(told.value.count == 400)
            #expect(await writer.transactions < 100)
        }
    }

    @Test("one deed that cannot be stored does not take the others along", arguments: TestEngine.allCases)
    func poison(engine: TestEngine) async throws {
        try await LiveFixture.with(engine) { live in
            let sari = live.attendee("Sari")
            let stranger = live.attendee("Tidak pernah masuk")
            try await live.store([.join(sari, AttendeeToken())])
            let writer = LiveWriter(live.database)
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await writer.run { _ in } }
                async let bad = writer.submit(live.write(.ask(LiveQuestionID(), text: "?", by: stranger)))
                async let good = writer.submit(live.write(.ask(LiveQuestionID(), text: "Ongkir?", by: sari)))
                let outcomes = (try? await bad, try? await good)
                #expect(outcomes.0 == nil)
                #expect(outcomes.1 == .done)
                group.cancelAll()
            }
            #expect(try await live.state()?.topQuestions(5).map(\.text) == ["Ongkir?"])
        }
    }

    @Test("after the end nothing is taken any more")
    func stopped() async throws {
        try await LiveFixture.with(.sqlite) { live in
            let writer = LiveWriter(live.database)
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await writer.run { _ in } }
                group.cancelAll()
            }
            await #expect(throws: CancellationError.self) { try await writer.submit(live.write(.closeRoom)) }
        }
    }
}
