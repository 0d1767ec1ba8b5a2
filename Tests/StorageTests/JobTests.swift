import Logging
import Storage
import StorageTesting
import Testing

@Suite("Jobs")
struct JobTests {
    private struct Parcel: Codable, Equatable, Sendable {
        var weight: Int
        var label: String
    }

    struct Trouble: Error {}

    static let migrations =
        StorageSchema.migrations + [
            Migration("0002 effect") { type in ["CREATE TABLE effect (job \(type.bytes) NOT NULL)\(type.strict)"] }
        ]

    static let settings = JobRunner.Settings(
        concurrency: 3, lease: .seconds(60), poll: .seconds(1), maximumAttempts: 3, firstPause: .seconds(10), longestPause: .seconds(15))

    static func runner(
        _ database: any SQLDatabase, _ clock: TestClock, settings: JobRunner.Settings = settings, _ handlers: [String: JobRunner.Handler]
    ) -> JobRunner {
        JobRunner(
            database, handlers: handlers, settings: settings, clock: clock.jobs,
            logger: Logger(label: "jobs") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test("a job is done once, with its payload, if its transaction commits", arguments: TestEngine.allCases)
    func commit(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            let parcel = Parcel(weight: 3, label: "é'\"")
            let done = Shared<[Parcel]>([])
            let id = try await database.write { try $0.enqueue("post", payload: parcel, now: clock.now) }
            await #expect(throws: Trouble.self) {
                try await database.write { connection in
                    try connection.enqueue("post", payload: Parcel(weight: 0, label: "never"), now: clock.now)
                    throw Trouble()
                }
            }
            try await #expect(database.read { try $0.job(id)?.state } == .waiting)
            let runner = Self.runner(
                database, clock,
                [
                    "post": { context in
                        let payload: Parcel = try context.payload()
                        done.update { $0.append(payload) }
                    }
                ])
            try await #expect(runner.runDueJobs() == 1)
            try await #expect(runner.runDueJobs() == 0)
            #expect(done.value == [parcel])
            try await #expect(database.read { try $0.job(id) } == nil)
        }
    }

    @Test("a job waits for its time, and for a runner that knows its kind", arguments: TestEngine.allCases)
    func time(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            try await database.write { connection in
                try connection.enqueue("later", payload: 1, after: .seconds(30), now: clock.now)
                try connection.enqueue("other", payload: 1, now: clock.now)
            }
            let runner = Self.runner(database, clock, ["later": { _ in }])
            try await #expect(runner.runDueJobs() == 0)
            clock.advance(by: .seconds(29))
            try await #expect(runner.runDueJobs() == 0)
            clock.advance(by: .seconds(1))
            try await #expect(runner.runDueJobs() == 1)
            try await #expect(database.read { try $0.jobCounts() } == [.waiting: 1])
        }
    }

    @Test(
        "a failure is tried again after a growing pause, then given up into the list, from which it can start again",
        arguments: TestEngine.allCases)
    func failure(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            let mayWork = Shared(false)
            let attempts = Shared<[Int]>([])
            let id = try await database.write { try $0.enqueue("hard", payload: 1, now: clock.now) }
            let runner = Self.runner(
                database, clock,
                [
                    "hard": { context in
                        attempts.update { $0.append(context.job.attempts) }
                        if !mayWork.value { throw Trouble() }
                    }
                ])
            try await #expect(runner.runDueJobs() == 1)
            let first = try #require(try await database.read { try $0.job(id) })
            #expect(first.state == .waiting)
            #expect(first.lastError == "Trouble()")
            #expect((Duration.seconds(5)...Duration.seconds(10)).contains(first.dueAt.duration(since: clock.now)))
            try await #expect(runner.runDueJobs() == 0)
            clock.advance(by: .seconds(10))
            try await #expect(runner.runDueJobs() == 1)
            let second = try #require(try await database.read { try $0.job(id) })
            #expect((Duration.milliseconds(7500)...Duration.seconds(15)).contains(second.dueAt.duration(since: clock.now)))
            clock.advance(by: .seconds(15))
            try await #expect(runner.runDueJobs() == 1)
            let failed = try await database.read { try $0.failedJobs() }
            #expect(failed.map(\.id) == [id])
            #expect(failed.first?.attempts == 3)
            try await #expect(database.read { try $0.jobCounts() } == [.failed: 1])
            clock.advance(by: .seconds(86400))
            try await #expect(runner.runDueJobs() == 0)

            mayWork.value = true
            try await #expect(database.write { try $0.retry(id, now: clock.now) })
            try await #expect(runner.runDueJobs() == 1)
            #expect(attempts.value == [1, 2, 3, 1])
            try await #expect(database.read { try $0.jobCounts() } == [:])
            try await #expect(database.write { try $0.retry(id, now: clock.now) } == false)
        }
    }

    @Test("a job that is refused is given up at once, and can be discarded", arguments: TestEngine.allCases)
    func refusal(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            try await database.write { connection in
                try connection.enqueue("bad", payload: 1, now: clock.now)
                try connection.enqueue("unreadable", payload: "text", now: clock.now)
            }
            let runner = Self.runner(
                database, clock,
                [
                    "bad": { _ in throw JobRefusal("no such shop") },
                    "unreadable": { context in _ = try context.payload(as: Parcel.self) },
                ])
            try await #expect(runner.runDueJobs() == 2)
            let failed = try await database.read { try $0.failedJobs() }
            #expect(Set(failed.compactMap(\.lastError)) == ["no such shop", "the payload is no Parcel"])
            for job in failed {
                try await #expect(database.write { try $0.discard(job.id) })
            }
            try await #expect(database.read { try $0.jobCounts() } == [:])
        }
    }

    @Test("of the jobs of one key one waits and one runs", arguments: TestEngine.allCases)
    func uniqueKey(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            let first = try await database.write { try $0.enqueue("sync", payload: 1, uniqueKey: "shop 1", now: clock.now) }
            let again = try await database.write { try $0.enqueue("sync", payload: 2, uniqueKey: "shop 1", now: clock.now) }
            let other = try await database.write { try $0.enqueue("sync", payload: 3, uniqueKey: "shop 2", now: clock.now) }
            let another = try await database.write { try $0.enqueue("check", payload: 4, uniqueKey: "shop 1", now: clock.now) }
            #expect(first == again)
            #expect(Set([first, other, another]).count == 3)

            let done = Shared<[Int]>([])
            let runner = Self.runner(
                database, clock,
                [
                    "sync": { context in
                        let number: Int = try context.payload()
                        done.update { $0.append(number) }
                        if number == 1 {
                            // Asked for while it runs: done afterwards, not beside it.
                            try await database.write { try $0.enqueue("sync", payload: 5, uniqueKey: "shop 1", now: clock.now) }
                            let competitor = Self.runner(database, clock, ["sync": { _ in Issue.record("ran beside the other") }])
                            _ = try await competitor.runDueJobs()
                        }
                    }
                ])
            try await runner.runDueJobs()
            #expect(done.value.sorted() == [1, 3, 5])
            #expect(done.value.last == 5)
            try await #expect(database.read { try $0.jobCounts() } == [.waiting: 1])
        }
    }

    @Test("kinds, payloads, keys and errors of jobs stay values, whatever they say", arguments: TestEngine.allCases)
    func injection(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            let attack = "'; DROP TABLE job; -- $1 \\ \" \u{2019}"
            struct Failure: Error, CustomStringConvertible { let description: String }
            let id = try await database.write { try $0.enqueue(attack, payload: [attack], uniqueKey: attack, now: clock.now) }
            let again = try await database.write { try $0.enqueue(attack, payload: [attack], uniqueKey: attack, now: clock.now) }
            #expect(id == again)
            let settings = JobRunner.Settings(maximumAttempts: 1)
            let runner = Self.runner(
                database, clock, settings: settings,
                [
                    attack: { context in
                        let payload: [String] = try context.payload()
                        #expect(payload == [attack])
                        throw Failure(description: attack)
                    }
                ])
            let count = try await runner.runDueJobs()
            #expect(count == 1)
            let failed = try await database.read { try $0.failedJobs() }
            #expect(failed.map(\.kind) == [attack])
            #expect(failed.first?.lastError == attack)
        }
    }

    @Test("an error with a NUL byte in its text ends in the list all the same", arguments: TestEngine.allCases)
    func unstorableError(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            try await database.write { try $0.enqueue("odd", payload: 1, now: clock.now) }
            let runner = Self.runner(database, clock, ["odd": { _ in throw JobRefusal("a\0b") }])
            let count = try await runner.runDueJobs()
            #expect(count == 1)
            let failed = try await database.read { try $0.failedJobs().map(\.lastError) }
            #expect(failed == ["a\u{FFFD}b"])
        }
    }
}
