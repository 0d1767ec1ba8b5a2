/// The clock by which jobs become due, leases run out and workers wait. Tests give one that they move themselves.
public struct JobClock: Sendable {
    /// The present instant.
    public let now: @Sendable () -> Timestamp
    /// Waits for a while, or until the task is cancelled.
    public let sleep: @Sendable (Duration) async throws -> Void

    public init(now: @escaping @Sendable () -> Timestamp, sleep: @escaping @Sendable (Duration) async throws -> Void) {
        self.now = now
        self.sleep = sleep
    }

    /// The clock of the machine.
    public static let system = JobClock(now: { .now }, sleep: { try await Task.sleep(for: $0) })
}
