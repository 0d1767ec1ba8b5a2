/// Leaves a channel alone for a while after it failed many times in a row, so that neither side is kept busy with what cannot succeed.
///
/// A pure value: it is told what happened and when, and says whether the next call may be sent.
public struct CircuitBreaker: Sendable, Hashable {
    public enum State: Sendable, Hashable {
        case closed(failures: Int)
        /// No calls until then (seconds since 1970), and the rest before it.
        case open(until: Double, rest: Double)
        /// One call is under way to see whether it works again.
        case trying(rest: Double)
    }

    public private(set) var state: State = .closed(failures: 0)
    /// So many failures in a row open it.
    public let limit: Int
    /// The first rest in seconds; each further one is twice as long, up to the longest.
    public let rest: Double
    public let longestRest: Double

    public init(limit: Int = 8, rest: Double = 30, longestRest: Double = 600) {
        self.limit = limit
        self.rest = rest
        self.longestRest = longestRest
    }

    /// Whether a call may be sent; if not, for how many seconds none may.
    public mutating func mayCall(at now: Double) -> Double? {
        switch state {
        case .closed: return nil
        case .open(let until, let rest):
            guard now >= until else { return until - now }
            state = .trying(rest: rest)
            return nil
        case .trying(let rest): return rest
        }
    }

    public mutating func succeeded() {
        state = .closed(failures: 0)
    }

    public mutating func failed(at now: Double) {
        switch state {
        case .closed(let failures) where failures + 1 < limit: state = .closed(failures: failures + 1)
        case .closed: state = .open(until: now + rest, rest: rest)
        case .trying(let rest):
            let longer = min(rest * 2, longestRest)
            state = .open(until: now + longer, rest: longer)
        case .open: break
        }
    }
}
