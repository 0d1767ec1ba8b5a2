/// Precision and recall of linkage, estimated from a stratified random sample of pairs that people judged.
///
/// Pairs are drawn apart from each stratum: pairs that were linked, by how sure the link was, and pairs that were not, by how near they
/// came. Precision is the share of true matches among the linked; recall is the share of the linked among all true matches. Each total of
/// true matches is the sum, over the strata, of their size times the share that reviewers found to be matches.
///
/// Intervals hold 95 %. The bounds of a sum come from the Wilson bounds of its strata by recovering their variances, those of the ratio
/// behind recall likewise, so that strata of a few pairs, and such in which every verdict is the same, keep their doubt.
///
/// Sources: X. Yan and X. G. Su, "Stratified Wilson and Newcombe confidence intervals for multiple binomial proportions", Statistics in
/// Biopharmaceutical Research 2 (2010); G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures: a general
/// approach", Statistics in Medicine 27 (2008); A. Donner and G. Y. Zou, "Closed-form confidence intervals for functions of the normal mean
/// and standard deviation", Statistical Methods in Medical Research 21 (2012).
public struct ClericalEstimate: Sendable, Codable, Hashable {
    /// Pairs of one kind, and what was found in those of them that were drawn and judged.
    public struct Stratum: Sendable, Codable, Hashable {
        /// Whether its pairs were linked.
        public let isLinked: Bool
        /// How many pairs there are of the kind, drawn or not.
        public let pairs: Int
        /// How many were judged same or not the same; at most `pairs`.
        public let judged: Int
        /// How many of those were judged the same.
        public let matches: Int

        public init(isLinked: Bool, pairs: Int, judged: Int, matches: Int) {
            self.isLinked = isLinked
            self.pairs = pairs
            self.judged = judged
            self.matches = matches
        }
    }

    /// The share of linked pairs that are one business.
    public let precision: ProportionInterval
    /// The share of pairs of one business that are linked.
    public let recall: ProportionInterval
    /// How many verdicts stand behind both.
    public let judged: Int
    /// How many of the pairs that were not linked are one business.
    public let overlooked: ProportionInterval

    /// - Returns: nil as long as a stratum that has pairs has no verdict, or nothing was linked: there is no estimate then.
    public init?(_ strata: [Stratum]) {
        let filled = strata.filter { $0.pairs > 0 }
        guard filled.contains(where: \.isLinked), filled.allSatisfy({ $0.judged > 0 }) else { return nil }
        let linked = Total(filled.filter(\.isLinked))
        let unlinked = Total(filled.filter { !$0.isLinked })
        precision = linked.asShare
        overlooked = unlinked.asShare
        recall = Self.recall(linked: linked, unlinked: unlinked)
        judged = filled.reduce(0) { $0 + $1.judged }
    }

    /// A number of matches with its bounds, over all strata on one side.
    private struct Total {
        var pairs = 0.0
        var matches = 0.0
        var low = 0.0
        var high = 0.0

        init(_ strata: [Stratum]) {
            var below = 0.0
            var above = 0.0
            for stratum in strata {
                let size = Double(stratum.pairs)
                let found = ProportionInterval(successes: stratum.matches, of: stratum.judged)
                // What was judged is known, so that a stratum that was judged in full has no doubt left.
                let unseen = (1 - Double(stratum.judged) / size).squareRoot()
                pairs += size
                matches += size * found.share
                below += squared(size * (found.share - found.low) * unseen)
                above += squared(size * (found.high - found.share) * unseen)
            }
            low = max(matches - below.squareRoot(), 0)
            high = min(matches + above.squareRoot(), pairs)
        }

        var asShare: ProportionInterval {
            guard pairs > 0 else { return ProportionInterval(share: 0, low: 0, high: 0) }
            return ProportionInterval(share: matches / pairs, low: low / pairs, high: high / pairs)
        }
    }

    /// Recall is 1 / (1 + r), where r is the number of overlooked matches for each linked one.
    private static func recall(linked: Total, unlinked: Total) -> ProportionInterval {
        guard unlinked.high > 0 else { return ProportionInterval(share: 1, low: 1, high: 1) }
        guard linked.matches > 0 else { return ProportionInterval(share: 0, low: 0, high: linked.high / (linked.high + unlinked.low)) }
        let product = linked.matches * unlinked.matches
        func bound(_ limit: Double, _ divisor: Double, sign: Double) -> Double? {
            let denominator = divisor * (2 * linked.matches - divisor)
            let root = squared(product) - limit * (2 * unlinked.matches - limit) * denominator
            guard denominator > 0, root >= 0 else { return nil }
            return (product + sign * root.squareRoot()) / denominator
        }
        // Where the linked total is so uncertain that the ratio has no closed bound, the farthest totals bound it.
        let least = bound(unlinked.low, linked.high, sign: -1) ?? unlinked.low / linked.high
        let most = bound(unlinked.high, linked.low, sign: 1) ?? (linked.low > 0 ? unlinked.high / linked.low : .infinity)
        let share = linked.matches / (linked.matches + unlinked.matches)
        return ProportionInterval(
            share: share, low: min(1 / (1 + max(most, 0)), share), high: max(1 / (1 + max(least, 0)), share))
    }
}

private func squared(_ number: Double) -> Double { number * number }
