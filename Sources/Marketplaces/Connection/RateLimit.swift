/// So many calls a second, with some in reserve: a bucket that fills evenly and from which each call takes one.
///
/// A pure value: a call takes its turn and is told how long to wait for it.
public struct RateLimit: Sendable, Hashable {
    public let perSecond: Double
    public let burst: Double
    private var tokens: Double
    private var filledAt: Double

    public init(perSecond: Double, burst: Double) {
        self.perSecond = perSecond
        self.burst = burst
        tokens = burst
        filledAt = -.infinity
    }

    /// Takes a turn, and says how many seconds it is until then; 0 for at once.
    public mutating func takeTurn(at now: Double) -> Double {
        if filledAt > -.infinity { tokens = min(burst, tokens + max(0, now - filledAt) * perSecond) }
        filledAt = max(filledAt, now)
        tokens -= 1
        return tokens >= 0 ? 0 : -tokens / perSecond
    }
}
