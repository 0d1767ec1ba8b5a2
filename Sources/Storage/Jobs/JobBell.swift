import Synchronization

/// Wakes the workers of this process when a transaction that asks for work has committed, so that they need not wait for the next poll.
public final class JobBell: Sendable {
    private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])

    public init() {}

    /// Wakes everyone who listens.
    public func ring() {
        let listeners = listeners.withLock { Array($0.values) }
        for listener in listeners { listener.yield() }
    }

    /// A stream that gives at least one element after each ring, until it is dropped.
    func listen() -> (rings: AsyncStream<Void>, ring: AsyncStream<Void>.Continuation) {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = listeners.withLock { listeners in
            let number = (listeners.keys.max() ?? 0) + 1
            listeners[number] = continuation
            return number
        }
        continuation.onTermination = { [weak self] _ in
            self?.listeners.withLock { $0[number] = nil }
        }
        return (stream, continuation)
    }
}
