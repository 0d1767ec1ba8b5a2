public import Logging
import Synchronization

/// Does the jobs of a database: takes each with a lease, renews the lease while its handler runs, tries again after a failure with
/// growing pauses, and gives up into the list of failed jobs.
///
/// Any number of runners, in any number of processes, share the work. A job is done at least once; with ``JobContext/complete(in:)``
/// its effect happens exactly once.
public final class JobRunner: Sendable {
    /// Does one job. It throws to be tried again, ``JobRefusal`` to be given up, and ends early when its task is cancelled.
    public typealias Handler = @Sendable (JobContext) async throws -> Void

    /// How patiently and how broadly a runner works.
    public struct Settings: Sendable {
        /// How many handlers run at once.
        public var concurrency: Int
        /// How long a worker may be silent before another one takes its job.
        public var lease: Duration
        /// How long to wait before looking for jobs that other processes have asked for, or that have become due.
        public var poll: Duration
        /// After how many attempts a job is given up.
        public var maximumAttempts: Int
        /// The pause after the first failure; it doubles with each further one.
        public var firstPause: Duration
        /// The longest pause.
        public var longestPause: Duration

        public init(
            concurrency: Int = 2, lease: Duration = .seconds(60), poll: Duration = .seconds(1), maximumAttempts: Int = 8,
            firstPause: Duration = .seconds(5), longestPause: Duration = .seconds(3600)
        ) {
            self.concurrency = max(1, concurrency)
            self.lease = lease
            self.poll = poll
            self.maximumAttempts = max(1, maximumAttempts)
            self.firstPause = firstPause
            self.longestPause = longestPause
        }
    }

    private let database: any SQLDatabase
    private let handlers: [String: Handler]
    private let settings: Settings
    private let clock: JobClock
    private let logger: Logger
    private let state = Mutex(State())

    private struct State {
        var running = 0
        var isShuttingDown = false
        var stop: (@Sendable () -> Void)?
    }

    /// - Parameter handlers: by the kind of job; jobs of other kinds are left to other runners.
    public init(
        _ database: any SQLDatabase, handlers: [String: Handler], settings: Settings = Settings(), clock: JobClock = .system,
        logger: Logger = Logger(label: "jobs")
    ) {
        self.database = database
        self.handlers = handlers
        self.settings = settings
        self.clock = clock
        self.logger = logger
    }

    /// Works until the task is cancelled or ``shutdown()`` is called. It then cancels the tasks of the handlers, waits for them to end,
    /// and puts back what they did not finish, so that another runner takes it at once.
    public func run() async {
        let (rings, ring) = database.jobBell.listen()
        let isStarted = state.withLock { state in
            state.stop = { ring.finish() }
            return !state.isShuttingDown
        }
        guard isStarted else { return }
        await withDiscardingTaskGroup { group in
            group.addTask { [clock, settings] in
                // A bell without a ringer, for what other processes ask and for what becomes due.
                while (try? await clock.sleep(settings.poll)) != nil { ring.yield() }
            }
            ring.yield()
            for await _ in rings {
                await takeUpWork { lease in
                    group.addTask {
                        await self.perform(lease)
                        self.state.withLock { $0.running -= 1 }
                        ring.yield()
                    }
                }
            }
            group.cancelAll()
        }
    }

    /// Ends ``run()`` as described there; it returns when the last handler has ended.
    public func shutdown() {
        let stop = state.withLock { state in
            state.isShuttingDown = true
            return state.stop
        }
        stop?()
    }

    /// Does what is due now, and what that asks for in turn, then returns how many jobs it took; for commands that end, and for tests.
    @discardableResult
    public func runDueJobs() async throws -> Int {
        var count = 0
        while true {
            let leases = try await takeJobs(limit: settings.concurrency)
            if leases.isEmpty { return count }
            count += leases.count
            await withDiscardingTaskGroup { group in
                for lease in leases {
                    group.addTask { await self.perform(lease) }
                }
            }
        }
    }

    private func takeUpWork(_ start: (JobLease) -> Void) async {
        do {
            while !Task.isCancelled {
                let (free, isShuttingDown) = state.withLock { (settings.concurrency - $0.running, $0.isShuttingDown) }
                if free <= 0 || isShuttingDown { return }
                let leases = try await takeJobs(limit: free)
                if leases.isEmpty { return }
                state.withLock { $0.running += leases.count }
                leases.forEach(start)
            }
        } catch is CancellationError {
            return
        } catch {
            // The next poll tries again: a server that restarts must not end the workers.
            logger.error("jobs cannot be taken", metadata: ["error": "\(error)"])
        }
    }

    private func takeJobs(limit: Int) async throws -> [JobLease] {
        let now = clock.now()
        let (kinds, settings) = (handlers.keys.sorted(), settings)
        // Idle workers only read, and leave the writer alone.
        guard try await database.read({ try $0.hasDueJobs(kinds: kinds, now: now) }) else { return [] }
        return try await database.write { connection in
            try connection.takeJobs(
                kinds: kinds, limit: limit, leaseUntil: now.adding(settings.lease), maximumAttempts: settings.maximumAttempts, now: now)
        }
    }

    private func perform(_ lease: JobLease) async {
        let outcome = await handle(lease)
        // The books are kept also when this task is cancelled, which the database would refuse: hence a task of their own.
        await Task { await record(outcome, of: lease) }.value
    }

    private enum Outcome: Sendable {
        case done
        case interrupted
        case failed(String, isFinal: Bool)
    }

    /// Runs the handler, with a companion that renews the lease and ends the handler if the lease is lost.
    private func handle(_ lease: JobLease) async -> Outcome {
        guard let handler = handlers[lease.job.kind] else { return .failed("no handler", isFinal: true) }
        return await withTaskGroup(of: Outcome?.self) { group in
            group.addTask {
                do {
                    try await handler(JobContext(lease: lease))
                    return .done
                } catch let refusal as JobRefusal {
                    return .failed(Self.storable(refusal.description), isFinal: true)
                } catch {
                    return Task.isCancelled ? .interrupted : .failed(Self.storable("\(error)"), isFinal: false)
                }
            }
            group.addTask {
                await self.keep(lease)
                return nil
            }
            var outcome: Outcome?
            while outcome == nil, let next = await group.next() {
                outcome = next
                group.cancelAll()
            }
            return outcome ?? .interrupted
        }
    }

    /// What an error says, as far as a column takes it.
    private static func storable(_ error: String) -> String {
        String(String.UnicodeScalarView(error.unicodeScalars.prefix(2000).map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }

    /// Renews a lease until it is lost or the task is cancelled.
    private func keep(_ lease: JobLease) async {
        while (try? await clock.sleep(settings.lease / 3)) != nil {
            let until = clock.now().adding(settings.lease)
            // A database that cannot be reached now may be reached before the lease runs out.
            let isKept = (try? await database.write { try $0.renew(lease, until: until) }) ?? true
            if !isKept { return }
        }
    }

    private func record(_ outcome: Outcome, of lease: JobLease) async {
        let job = lease.job
        let (now, settings) = (clock.now(), settings)
        do {
            try await database.write { connection in
                switch outcome {
                case .done:
                    _ = try connection.complete(lease)
                case .interrupted:
                    try connection.putBack(lease, due: now, error: nil)
                case .failed(let error, let isFinal) where isFinal || job.attempts >= settings.maximumAttempts:
                    try connection.giveUp(lease, error: error, now: now)
                case .failed(let error, _):
                    try connection.putBack(lease, due: now.adding(settings.pause(after: job.attempts)), error: error)
                }
            }
        } catch {
            // The lease runs out, and another worker takes the job.
            logger.error("the end of a job cannot be recorded", metadata: ["job": "\(job.id)", "kind": "\(job.kind)", "error": "\(error)"])
        }
        if case .failed(let error, _) = outcome {
            logger.warning(
                "a job failed",
                metadata: ["job": "\(job.id)", "kind": "\(job.kind)", "attempt": "\(job.attempts)", "error": "\(error)"])
        }
    }
}

extension JobRunner.Settings {
    /// How long to wait after a failed attempt: twice as long each time, and a random part less, so that jobs that failed together do not
    /// come back together.
    func pause(after attempt: Int) -> Duration {
        let doubled = firstPause * (1 << min(max(0, attempt - 1), 30))
        return min(doubled, longestPause) * Double.random(in: 0.5...1)
    }
}
