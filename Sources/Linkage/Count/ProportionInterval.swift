/// A share that was observed in a sample, with a 95 % interval of the share it stands for.
public struct ProportionInterval: Sendable, Codable, Hashable {
    /// The observed share, 0…1.
    public let share: Double
    public let low: Double
    public let high: Double

    public init(share: Double, low: Double, high: Double) {
        self.share = share
        self.low = low
        self.high = high
    }

    /// The quantile of the normal distribution that 95 % intervals reach to.
    static let reach = 1.959_963_984_540_054

    /// The score interval, which keeps its promise for small samples and for shares of nothing or all.
    ///
    /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
    /// Association 22 (1927).
    ///
    /// - Parameters:
    ///   - successes: how many of the sample have what is asked for; not more than `sample`.
    ///   - sample: how many were looked at; of none nothing is known, and the interval is 0…1 around one half.
    public init(successes: Int, of sample: Int) {
        guard sample > 0 else {
            self.init(share: 0.5, low: 0, high: 1)
            return
        }
        let count = Double(sample)
        let share = Double(successes) / count
        let square = Self.reach * Self.reach
        let middle = (share + square / (2 * count)) / (1 + square / count)
        let half = Self.reach / (1 + square / count) * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
        // At the ends the bound is the share itself, which rounding must not push beyond.
        self.init(
            share: share, low: successes == 0 ? 0 : max(middle - half, 0), high: successes == sample ? 1 : min(middle + half, 1))
    }
}
