import Storage
import StorageTesting
import Testing

/// Leases, the ends of runners, and what wakes them.
extension JobTests {
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
}
