/// Whether probabilities mean what they say: of the pairs that were given about seventy in a hundred, seventy in a hundred are matches.
///
/// Labelled pairs are put into bins of equal width by the probability they were given. Source: A. H. Murphy and R. L. Winkler, "Reliability
/// of subjective probability forecasts of precipitation and temperature", Applied Statistics 26 (1977); the expected calibration error is the
/// mean distance between both sides of the bins, weighted by their size.
public struct ReliabilityCurve: Sendable, Codable, Hashable {
    /// Pairs that were given about the same probability.
    public struct Bin: Sendable, Codable, Hashable {
        /// The lowest probability of the bin; it reaches to the next one's.
        public let lowest: Double
        public let pairs: Int
        /// The mean of the probabilities that its pairs were given, 0…1.
        public let predicted: Double
        /// The share of its pairs that are matches, with a 95 % interval.
        public let observed: ProportionInterval
    }

    /// The bins that hold pairs, in ascending order.
    public let bins: [Bin]
    /// How far probabilities are off on average, 0…1.
    public let expectedCalibrationError: Double
    /// How many pairs stand behind the curve.
    public let pairs: Int

    /// - Parameters:
    ///   - labelled: pairs with the probability that they were given, 0…1, and whether they are matches.
    ///   - bins: into how many bins 0…1 is cut; at least one.
    public init(_ labelled: some Sequence<(probability: Double, isMatch: Bool)>, bins count: Int = 10) {
        let count = max(count, 1)
        var sums = [(pairs: Int, matches: Int, predicted: Double)](repeating: (0, 0, 0), count: count)
        for (probability, isMatch) in labelled {
            let clamped = min(max(probability, 0), 1)
            let place = min(Int(clamped * Double(count)), count - 1)
            sums[place].pairs += 1
            sums[place].matches += isMatch ? 1 : 0
            sums[place].predicted += clamped
        }
        let filled = sums.enumerated().filter { $0.element.pairs > 0 }.map { place, sum in
            Bin(
                lowest: Double(place) / Double(count), pairs: sum.pairs, predicted: sum.predicted / Double(sum.pairs),
                observed: ProportionInterval(successes: sum.matches, of: sum.pairs))
        }
        let pairs = filled.reduce(0) { $0 + $1.pairs }
        let distance = filled.reduce(0) { $0 + Double($1.pairs) * abs($1.predicted - $1.observed.share) }
        bins = filled
        self.pairs = pairs
        expectedCalibrationError = pairs > 0 ? distance / Double(pairs) : 0
    }
}
