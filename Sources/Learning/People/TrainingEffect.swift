/// Whether training led to sales, as far as a comparison with others like them can tell.
///
/// Each trained business is held against businesses of the same regency, trade and time of registration whose owners were not trained. What is
/// averaged is the difference between the trained one and the mean of its own companions, so that a place or a trade that sells better anyway does
/// not pass for an effect. The interval is that of a mean of matched differences (Rosenbaum, *Observational Studies*, 2002, chapter 3); what drives
/// people into a class and into sales alike, such as zeal, it cannot take out, and the page says so.
public struct TrainingEffect: Sendable, Hashable {
    /// One trained business and its companions.
    public struct MatchedSet: Sendable, Hashable {
        public let hasSold: Bool
        /// How many companions there are, and how many of them sold within the same days.
        public let companions: Int
        public let companionsSold: Int

        public init(hasSold: Bool, companions: Int, companionsSold: Int) {
            self.hasSold = hasSold
            self.companions = companions
            self.companionsSold = companionsSold
        }
    }

    /// What can be said.
    public enum Answer: Sendable, Hashable {
        /// Too few to say anything.
        case tooFew
        /// The interval holds both more and less.
        case cannotTell
        case more
        case fewer
    }

    /// Trained businesses that have companions.
    public let trained: Int
    /// The share of them that sold, and of their companions.
    public let trainedShare: Double
    public let companionShare: Double
    /// The difference, and its 95 % interval.
    public let difference: Double
    public let low: Double
    public let high: Double

    /// Fewer sets than these say nothing.
    public static let least = 30

    public init(_ sets: [MatchedSet]) {
        let matched = sets.filter { $0.companions > 0 }
        trained = matched.count
        let count = Double(max(matched.count, 1))
        trainedShare = Double(matched.count { $0.hasSold }) / count
        let shares = matched.map { Double($0.companionsSold) / Double($0.companions) }
        companionShare = shares.reduce(0, +) / count
        let differences = zip(matched, shares).map { ($0.hasSold ? 1 : 0) - $1 }
        let mean = differences.reduce(0, +) / count
        let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count - 1, 1)
        let reach = 1.959_964 * (variance / count).squareRoot()
        difference = mean
        low = max(mean - reach, -1)
        high = min(mean + reach, 1)
    }

    public var answer: Answer {
        if trained < Self.least { return .tooFew }
        if low > 0 { return .more }
        if high < 0 { return .fewer }
        return .cannotTell
    }
}
