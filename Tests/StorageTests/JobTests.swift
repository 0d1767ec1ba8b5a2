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

    private struct Trouble: Error {}

    private static let migrations =
        StorageSchema.migrations + [
            Migration("0002 effect") { type in ["CREATE TABLE effect (job \(type.bytes) NOT NULL)\(type.strict)"] }
        ]

    private static let settings = JobRunner.Settings(
        concurrency: 3, lease: .seconds(60), poll: .seconds(1), maximumAttempts: 3, firstPause: .seconds(10), longestPause: .seconds(15))

    private static func runner(
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

    @Test("a job of a worker that fell silent is taken by another, and the first can do no more harm", arguments: TestEngine.allCases)
    func expiredLease(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            // A clock of its own, which never comes to the renewal: this worker is frozen.
            let frozen = TestClock(clock.now)
            let id = try await database.write { try $0.enqueue("count", payload: 1, now: clock.now) }
            let (isFrozen, mayThaw) = (Shared(false), Shared(false))
            let first = Self.runner(
                database, frozen,
                [
                    "count": { context in
                        isFrozen.value = true
                        await mayThaw.wait { $0 }
                        try await database.write { connection in
                            try connection.run("INSERT INTO effect VALUES (\(context.job.id))")
                            try context.complete(in: connection)
                        }
                    }
                ])
            async let firstCount = first.runDueJobs()
            await isFrozen.wait { $0 }
            let second = Self.runner(
                database, clock,
                [
                    "count": { context in
                        #expect(context.job.attempts == 2)
                        try await database.write { connection in
                            try connection.run("INSERT INTO effect VALUES (\(context.job.id))")
                            try context.complete(in: connection)
                        }
                    }
                ])
            try await #expect(second.runDueJobs() == 0)
            clock.advance(by: .seconds(60))
            try await #expect(second.runDueJobs() == 1)
            mayThaw.value = true
            try await #expect(firstCount == 1)
            try await #expect(database.read { try $0.rows("SELECT job FROM effect") { row in try row[0] as JobID } } == [id])
            try await #expect(database.read { try $0.jobCounts() } == [:])
        }
    }

    @Test("a lease is renewed while its handler runs", arguments: TestEngine.allCases)
    func renewal(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            let id = try await database.write { try $0.enqueue("long", payload: 1, now: clock.now) }
            let (isRunning, mayEnd) = (Shared(false), Shared(false))
            let runner = Self.runner(
                database, clock,
                [
                    "long": { _ in
                        isRunning.value = true
                        await mayEnd.wait { $0 }
                    }
                ])
            async let count = runner.runDueJobs()
            await isRunning.wait { $0 }
            let other = Self.runner(database, clock, ["long": { _ in Issue.record("taken from a living worker") }])
            for _ in 0..<6 {
                while clock.sleeperCount == 0 { await Task.yield() }
                clock.advance(by: .seconds(20))
                let renewed = clock.now.adding(.seconds(60))
                while try await database.read({ try $0.job(id)?.dueAt }) != renewed { await Task.yield() }
                try await #expect(other.runDueJobs() == 0)
            }
            mayEnd.value = true
            try await #expect(count == 1)
        }
    }

    @Test("a job whose workers die each time is given up", arguments: TestEngine.allCases)
    func poison(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            let id = try await database.write { try $0.enqueue("poison", payload: 1, now: clock.now) }
            try await database.write { connection in
                try connection.run("UPDATE job SET state = 'running', attempts = 3, due_at = \(clock.now), lease = \([1] as [UInt8])")
            }
            let runner = Self.runner(database, clock, ["poison": { _ in Issue.record("tried once more") }])
            try await #expect(runner.runDueJobs() == 0)
            try await #expect(database.read { try $0.failedJobs().map(\.id) } == [id])
        }
    }

    @Test("a shutdown tells the handlers and frees their jobs for another runner at once", arguments: TestEngine.allCases)
    func shutdown(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            try await database.write { connection in
                for number in 0..<2 { try connection.enqueue("slow", payload: number, now: clock.now) }
            }
            let running = Shared(0)
            let runner = Self.runner(
                database, clock,
                [
                    "slow": { _ in
                        running.update { $0 += 1 }
                        try await clock.jobs.sleep(.seconds(1_000_000))
                    }
                ])
            let work = Task { await runner.run() }
            await running.wait { $0 == 2 }
            runner.shutdown()
            await work.value
            let jobs = try await database.read { connection in
                try connection.rows("SELECT state, attempts, due_at FROM job") { row in
                    (state: try row[0] as Job.State, attempts: try row[1] as Int, due: try row[2] as Timestamp)
                }
            }
            #expect(jobs.count == 2)
            #expect(jobs.allSatisfy { $0.state == .waiting && $0.attempts == 0 && $0.due <= clock.now })
            let other = Self.runner(database, clock, ["slow": { _ in }])
            try await #expect(other.runDueJobs() == 2)
            await runner.run()
        }
    }

    @Test("cancelling the task of a runner ends it as gracefully", arguments: TestEngine.allCases)
    func cancellation(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            try await database.write { try $0.enqueue("slow", payload: 1, now: clock.now) }
            let isRunning = Shared(false)
            let runner = Self.runner(
                database, clock,
                [
                    "slow": { _ in
                        isRunning.value = true
                        try await clock.jobs.sleep(.seconds(1_000_000))
                    }
                ])
            let work = Task { await runner.run() }
            await isRunning.wait { $0 }
            work.cancel()
            await work.value
            try await #expect(database.read { try $0.jobCounts() } == [.waiting: 1])
        }
    }

    @Test("what is asked for in this process is done without waiting for the poll", arguments: TestEngine.allCases)
    func bell(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            // The clock stands still, so that no poll ever comes.
            let clock = TestClock()
            let done = Shared<[Int]>([])
            let runner = Self.runner(
                database, clock,
                [
                    "quick": { context in
                        let number: Int = try context.payload()
                        if number < 3 {
                            try await database.write { try $0.enqueue("quick", payload: number + 1, now: clock.now) }
                        }
                        done.update { $0.append(number) }
                    }
                ])
            let work = Task { await runner.run() }
            while clock.sleeperCount == 0 { await Task.yield() }
            try await database.write { try $0.enqueue("quick", payload: 1, now: clock.now) }
            await done.wait { $0.count == 3 }
            #expect(done.value.sorted() == [1, 2, 3])
            runner.shutdown()
            await work.value
        }
    }

    @Test("a poll finds what another process has asked for", arguments: TestEngine.allCases)
    func poll(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            let isDone = Shared(false)
            let runner = Self.runner(database, clock, ["quiet": { _ in isDone.value = true }])
            let work = Task { await runner.run() }
            while clock.sleeperCount == 0 { await Task.yield() }
            try await database.write { connection in
                let id = try connection.enqueue("quiet", payload: 1, after: .seconds(5), now: clock.now)
                try connection.run("UPDATE job SET due_at = \(clock.now.adding(.seconds(2))) WHERE id = \(id)")
            }
            while !isDone.value {
                clock.advance(by: .milliseconds(500))
                await Task.yield()
            }
            runner.shutdown()
            await work.value
        }
    }

    @Test("two runners share many jobs, and each has its effect exactly once", arguments: TestEngine.allCases)
    func exactlyOnce(engine: TestEngine) async throws {
        try await withTestDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            let ids = try await database.write { connection in
                try (0..<60).map { try connection.enqueue("effect", payload: $0, now: clock.now) }
            }
            let handlers: [String: JobRunner.Handler] = [
                "effect": { context in
                    if context.job.attempts == 1, try context.payload() % 5 == 0 { throw Trouble() }
                    try await database.write { connection in
                        try connection.run("INSERT INTO effect VALUES (\(context.job.id))")
                        try context.complete(in: connection)
                    }
                }
            ]
            let runners = (0..<2).map { _ in Self.runner(database, clock, handlers) }
            for _ in 0..<2 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for runner in runners {
                        group.addTask { try await runner.runDueJobs() }
                    }
                    try await group.waitForAll()
                }
                clock.advance(by: .seconds(10))
            }
            let effects = try await database.read { try $0.rows("SELECT job FROM effect ORDER BY job") { row in try row[0] as JobID } }
            #expect(effects == ids.sorted())
            try await #expect(database.read { try $0.jobCounts() } == [:])
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
