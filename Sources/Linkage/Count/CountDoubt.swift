/// How far a count of distinct businesses may be off, from the probabilities of the links it stands on.
///
/// Kept as three sums, so that it can be counted live per region or partner, and added up. Each claim brings one doubt: a claim that was
/// put to a business may have been a new one (then there is one more), a claim that became a new business may belong to a known one
/// (then there is one fewer).
public struct CountDoubt: Sendable, Codable, Hashable {
    /// Expected businesses that are hidden in links that should not be.
    public var missing: Double
    /// Expected businesses that were counted twice.
    public var surplus: Double
    /// The sum of the variances of both, as if each link erred on its own.
    public var variance: Double

    public init(missing: Double = 0, surplus: Double = 0, variance: Double = 0) {
        self.missing = missing
        self.surplus = surplus
        self.variance = variance
    }

    /// The doubt that one assignment brings. Rules bring none.
    ///
    /// - Parameter overlooked: the share of new businesses that are known ones after all, though no key or no evidence led to them: a
    ///   guess until a reviewed sample tells.
    public init(_ assignment: Assignment, overlooked: Double = 0.03) {
        self.init()
        guard case .probability = assignment.basis else { return }
        switch assignment.outcome {
        case .existing:
            missing = assignment.probabilityNew
            variance = missing * (1 - missing)
        case .new:
            surplus = 1 - assignment.probabilityNew * (1 - overlooked)
            variance = surplus * (1 - surplus)
        }
    }

    public static func + (a: CountDoubt, b: CountDoubt) -> CountDoubt {
        CountDoubt(missing: a.missing + b.missing, surplus: a.surplus + b.surplus, variance: a.variance + b.variance)
    }

    public static func += (a: inout CountDoubt, b: CountDoubt) {
        a = a + b
    }

    /// A 95 % interval for the number of businesses behind a count.
    ///
    /// Chance errors add up by their variance. Weights may be off all in one direction, so the sums themselves are trusted only as far as
    /// people's verdicts bear them out.
    public func interval(distinct: Int, calibration: CountCalibration = .unreviewed) -> CountInterval {
        let (lost, double) = (calibration.missing, calibration.surplus)
        let expected = Double(distinct) + missing * lost.value - surplus * double.value
        let chance = ProportionInterval.reach * (max(variance, 0) * max(lost.value, double.value, 1)).squareRoot()
        let below = missing * (lost.value - lost.low) + surplus * (double.high - double.value)
        let above = missing * (lost.high - lost.value) + surplus * (double.value - double.low)
        return CountInterval(
            expected: max(expected, 0), low: max(expected - chance - below, 0), high: max(expected + chance + above, 0))
    }
}

/// A number with the bounds it probably lies in.
public struct CountInterval: Sendable, Codable, Hashable {
    public let expected: Double
    public let low: Double
    public let high: Double

    public init(expected: Double, low: Double, high: Double) {
        self.expected = expected
        self.low = low
        self.high = high
    }
}
