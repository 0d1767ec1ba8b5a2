/// How many errors of linkage people found for each one that its probabilities let expect.
///
/// A reviewed sample of pairs says, kind by kind, how often linkage errs. For a kind of which few pairs were judged, or none was wrong, the
/// model's own expectation still counts, as much as one expected error does: the number of errors found is taken as Poisson with the
/// expected number as its exposure, and the factor between both has a gamma distribution of mean and shape 1 beforehand. Without a sample
/// the factors are guesses.
///
/// Sources: D. Clayton and J. Kaldor, "Empirical Bayes estimates of age-standardized relative risks for use in disease mapping", Biometrics
/// 43 (1987), for the gamma–Poisson ratio; R. E. Kass and L. Wasserman, "A reference Bayesian test for nested hypotheses and its relationship
/// to the Schwarz criterion", Journal of the American Statistical Association 90 (1995), for a prior worth one observation; G. Y. Zou and
/// A. Donner, Statistics in Medicine 27 (2008), for the bounds of a sum.
public struct CountCalibration: Sendable, Codable, Hashable {
    /// A factor with a 95 % interval.
    public struct Factor: Sendable, Codable, Hashable {
        public let value: Double
        public let low: Double
        public let high: Double

        public init(value: Double, low: Double, high: Double) {
            self.value = value
            self.low = low
            self.high = high
        }
    }

    /// Pairs of one kind: how many there are, and what people found in some of them.
    public struct Stratum: Sendable, Codable, Hashable {
        /// Whether its pairs were linked; then an error is a pair that is not one business, else one that is.
        public let isLinked: Bool
        /// How many errors the probabilities of all its pairs let expect.
        public let expected: Double
        public let pairs: Int
        /// How many were judged; at most `pairs`.
        public let judged: Int
        /// How many of those are errors.
        public let errors: Int

        public init(isLinked: Bool, expected: Double, pairs: Int, judged: Int, errors: Int) {
            self.isLinked = isLinked
            self.expected = expected
            self.pairs = pairs
            self.judged = judged
            self.errors = errors
        }
    }

    /// For links that should not be.
    public let missing: Factor
    /// For links that should be.
    public let surplus: Factor

    public init(missing: Factor, surplus: Factor) {
        self.missing = missing
        self.surplus = surplus
    }

    /// As long as nobody has looked: expectations may be off by half.
    public static let unreviewed = CountCalibration(
        missing: Factor(value: 1, low: 0.5, high: 1.5), surplus: Factor(value: 1, low: 0.5, high: 1.5))

    /// What a sample says; a side of which nothing was judged, or nothing is expected, stays unreviewed.
    public init(_ strata: [Stratum]) {
        missing = Self.factor(strata.filter(\.isLinked)) ?? Self.unreviewed.missing
        surplus = Self.factor(strata.filter { !$0.isLinked }) ?? Self.unreviewed.surplus
    }

    /// Not even a rule is thought to err less often than once in so many pairs.
    private static let leastRate = 0.0005

    private static func factor(_ strata: [Stratum]) -> Factor? {
        let filled = strata.filter { $0.pairs > 0 }
        let expected = filled.reduce(0) { $0 + $1.expected }
        guard expected > 0, filled.contains(where: { $0.judged > 0 }) else { return nil }
        var total = 0.0
        var (below, above) = (0.0, 0.0)
        for stratum in filled {
            let size = Double(stratum.pairs)
            let rate = min(max(stratum.expected / size, leastRate), 1)
            let (shape, exposure) = (1 + Double(stratum.errors), 1 + Double(stratum.judged) * rate)
            // No kind can have more errors than pairs, nor fewer than were found.
            func errors(_ gamma: Double) -> Double { min(max(gamma / exposure * rate * size, Double(stratum.errors)), size) }
            let middle = errors(shape)
            total += middle
            below += squared(middle - errors(gammaQuantile(shape, -ProportionInterval.reach)))
            above += squared(errors(gammaQuantile(shape, ProportionInterval.reach)) - middle)
        }
        return Factor(
            value: total / expected, low: max(total - below.squareRoot(), 0) / expected, high: (total + above.squareRoot()) / expected)
    }

    /// A quantile of the gamma distribution of scale 1 and a shape of at least 1, by the cube root's near normality.
    ///
    /// Source: E. B. Wilson and M. M. Hilferty, "The distribution of chi-square", Proceedings of the National Academy of Sciences 17 (1931).
    private static func gammaQuantile(_ shape: Double, _ normal: Double) -> Double {
        let ninth = 1 / (9 * shape)
        let root = max(1 - ninth + normal * ninth.squareRoot(), 0)
        return shape * root * root * root
    }
}

private func squared(_ number: Double) -> Double { number * number }
