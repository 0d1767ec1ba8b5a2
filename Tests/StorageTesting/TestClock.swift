public import Storage
import Synchronization

/// A clock that stands still until a test moves it. Sleepers wake when it has passed their instant.
public final class TestClock: Sendable {
    private struct State {
        var now: Timestamp
        var tickets = 0
        var sleepers: [Int: (until: Timestamp, continuation: CheckedContinuation<Void, any Error>)] = [:]
    }

    private let state: Mutex<State>

    public init(_ now: Timestamp = Timestamp(rawValue: 1_600_000_000_000_000)) {
        state = Mutex(State(now: now))
    }

    /// The instant at which the clock stands.
    public var now: Timestamp { state.withLock { $0.now } }

    /// The clock as a ``JobRunner`` takes it.
    public var jobs: JobClock {
        JobClock(now: { self.now }, sleep: { try await self.sleep($0) })
    }

    /// How many wait for the clock to move.
    public var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    /// Moves the clock and wakes those whose time has come.
    public func advance(by duration: Duration) {
        let awake = state.withLock { state in
            state.now = state.now.adding(duration)
            let awake = state.sleepers.filter { $0.value.until <= state.now }
            for ticket in awake.keys { state.sleepers[ticket] = nil }
            return awake.values.map(\.continuation)
        }
        for sleeper in awake { sleeper.resume() }
    }

    private func sleep(_ duration: Duration) async throws {
        let ticket = state.withLock { state in
            state.tickets += 1
            return state.tickets
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { state in
                    if Task.isCancelled { return true }
                    state.sleepers[ticket] = (state.now.adding(duration), continuation)
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let sleeper = state.withLock { $0.sleepers.removeValue(forKey: ticket)?.continuation }
            sleeper?.resume(throwing: CancellationError())
        }
    }
}
