import Accounts
import Learning
import NIOCore
import Storage
import StorageTesting
import Testing

@testable import Web

@Suite("Telling everybody in a live room")
struct LiveHubTests {
    /// A hub over a room of its own, whose clock stands still.
    private struct Fixture: Sendable {
        let hub: LiveHub
        let room: LiveRoom
        let clock: TestClock
        let database: any SQLDatabase
        let sari: LiveAttendee

        /// Stores deeds as another process would.
        func elsewhere(_ deeds: [LiveWrite.Deed]) async throws -> [LiveRoomID: LiveProgress] {
            let writes = deeds.map { LiveWrite($0, in: room.id, at: clock.now) }
            return try await database.write { try $0.store(writes).progress }
        }

        /// Stores deeds as the hub's own process.
        func here(_ deeds: [LiveWrite.Deed]) async throws {
            await hub.commit(try await elsewhere(deeds))
        }

        func question() -> LiveWrite.Deed { .ask(LiveQuestionID(), text: "Ongkir?", by: sari) }
    }

    private static func with(_ engine: TestEngine, _ body: @escaping @Sendable (Fixture) async throws -> Void) async throws {
        try await withTestDatabase(engine, migrations: LiveServer.migrations) { database in
            let clock = TestClock(.now)
            let room = try await database.write { try $0.openLiveRoom("Kelas", by: PersonID(), at: clock.now) }
            let sari = LiveAttendee(id: LiveAttendeeID(), room: room.id, name: "Sari")
            let hub = LiveHub(database: database, now: { clock.now })
            let fixture = Fixture(hub: hub, room: room, clock: clock, database: database, sari: sari)
            _ = try await fixture.elsewhere([.join(sari, AttendeeToken())])
            _ = try #require(try await hub.room(room.code))
            try await body(fixture)
        }
    }

    @Test("everybody receives the same bytes", arguments: TestEngine.allCases)
    func fanOut(engine: TestEngine) async throws {
        try await Self.with(engine) { live in
            var watchers: [LiveHub.Subscription] = []
            for _ in 0..<500 { watchers.append(await live.hub.subscribe(to: live.room.id, knowing: 2)) }
            try await live.here([live.question()])
            var received: Set<ByteBuffer> = []
            for watcher in watchers {
                var events = watcher.events.makeAsyncIterator()
                received.insert(try #require(await events.next()))
            }
            #expect(received.count == 1)
            let text = String(buffer: try #require(received.first))
            #expect(text.hasPrefix("id: 3\nevent: keadaan\ndata: {"))
            #expect(text.hasSuffix("\n\n"))
            #expect(text.contains("Ongkir?"))
            #expect(await live.hub.watcherCount(of: live.room.id) == 500)
        }
    }

    @Test("however much happens, a state is sent four times a second at most, and the last one always comes")
    func rate() async throws {
        try await Self.with(.sqlite) { live in
            let watcher = await live.hub.subscribe(to: live.room.id, knowing: 2)
            try await live.here([live.question()])
            #expect(await live.hub.snapshot(of: live.room.id)?.version == 3)
            for _ in 0..<3 { try await live.here([live.question()]) }
            await live.hub.beat()
            #expect(await live.hub.snapshot(of: live.room.id)?.version == 3)
            live.clock.advance(by: LiveHub.interval)
            await live.hub.beat()
            #expect(await live.hub.snapshot(of: live.room.id)?.version == 6)
            await live.hub.unsubscribe(watcher.number, from: live.room.id)
            // Only the newest waits for a watcher who was slow.
            var versions: [String] = []
            for await event in watcher.events { versions.append(String(String(buffer: event).prefix(5))) }
            #expect(versions == ["id: 6"])
        }
    }

    @Test("who takes nothing for long is let go, and others are not")
    func slow() async throws {
        try await Self.with(.sqlite) { live in
            let slow = await live.hub.subscribe(to: live.room.id)
            let quick = await live.hub.subscribe(to: live.room.id)
            var events = quick.events.makeAsyncIterator()
            for _ in 0...LiveHub.patience {
                _ = await events.next()
                live.clock.advance(by: .seconds(20))
                try await live.here([live.question()])
            }
            #expect(await live.hub.watcherCount(of: live.room.id) == 1)
            var left = 0
            for await _ in slow.events { left += 1 }
            #expect(left == 1)
        }
    }

    @Test("what another server stored is seen within a second", arguments: TestEngine.allCases)
    func otherServer(engine: TestEngine) async throws {
        try await Self.with(engine) { live in
            await live.hub.beat()
            let watcher = await live.hub.subscribe(to: live.room.id, knowing: 2)
            var events = watcher.events.makeAsyncIterator()
            _ = try await live.elsewhere([live.question()])
            _ = try await live.elsewhere([live.question()])
            live.clock.advance(by: .seconds(1))
            await live.hub.beat()
            #expect(String(buffer: try #require(await events.next())).hasPrefix("id: 4\n"))
            // A step that follows one of another server is not applied to a state that lacks it.
            _ = try await live.elsewhere([live.question()])
            live.clock.advance(by: .seconds(1))
            try await live.here([live.question()])
            #expect(try await live.hub.room(live.room.code)?.state.topQuestions(10).count == 4)
        }
    }

    @Test("a poll ends when its time is over, and minutes are counted for who watches", arguments: TestEngine.allCases)
    func time(engine: TestEngine) async throws {
        try await Self.with(engine) { live in
            let budi = LiveAttendee(id: LiveAttendeeID(), room: live.room.id, name: "Budi", participantNumber: "7")
            let poll = try #require(LivePoll(question: "?", options: ["a", "b"], rightOption: 0, seconds: 10, openedAt: live.clock.now))
            try await live.here([.join(budi, AttendeeToken()), .openPoll(poll), .answer(poll.id, option: 0, by: budi)])
            // A stream that nobody holds any more is no watcher.
            let watching = await live.hub.subscribe(to: live.room.id, as: budi.id)
            await live.hub.beat()
            #expect(try await live.hub.room(live.room.code)?.state.leaders(1).isEmpty == true)
            for _ in 0..<5 {
                live.clock.advance(by: .seconds(60))
                await live.hub.beat()
            }
            #expect(try await live.hub.room(live.room.code)?.state.leaders(1).map(\.points) == [1000])
            let minutes = try await live.database.read { try $0.liveAttendance(of: live.room.id, at: live.clock.now) }.map(\.minutes)
            #expect(minutes == [6])
            withExtendedLifetime(watching) {}
        }
    }
}
