/// How far one field speaks for or against two records being one business.
public struct Contribution: Sendable, Hashable, Codable {
    public let field: Field
    public let level: AgreementLevel
    /// The log2 Bayes factor: +1 doubles the odds, −1 halves them.
    public let weight: Double

    public init(field: Field, level: AgreementLevel, weight: Double) {
        self.field = field
        self.level = level
        self.weight = weight
    }
}

/// A comparison explained: its weight is the sum of its contributions.
public struct Comparison: Sendable, Hashable, Codable {
    /// The fields that both sides know, strongest evidence first (for or against).
    public let contributions: [Contribution]
    /// The log2 odds before anything was compared.
    public let prior: Double
    /// The sum of the contributions, log2.
    public let weight: Double

    /// The probability that both are the same business: prior and weight together.
    public var probability: Double {
        Logarithm.probability(log2Odds: prior + weight)
    }

    init(evidence: Evidence, prior: Double) {
        contributions = evidence.contributions
        self.prior = prior
        weight = contributions.reduce(0) { $0 + $1.weight }
    }
}
