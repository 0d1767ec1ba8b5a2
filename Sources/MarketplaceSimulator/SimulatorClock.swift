import Synchronization

/// The clock of a simulation: the real one, or one that stands still until it is moved.
public final class SimulatorClock: Sendable {
    private let offset = Mutex<Double>(0)
    private let base: @Sendable () -> Double

    /// - Parameter base: seconds since 1970; a constant makes the clock stand still.
    public init(_ base: @escaping @Sendable () -> Double) {
        self.base = base
    }

    /// Seconds since 1970.
    public var now: Double { base() + offset.withLock { $0 } }

    public func advance(by seconds: Double) {
        offset.withLock { $0 += seconds }
    }
}
