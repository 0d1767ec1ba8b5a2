/// A business of the registry that a claim may belong to, with the claims it consists of.
public struct Candidate: Sendable {
    /// The caller's index of the business.
    public let id: Int
    public let claims: [LinkageRecord]

    public init(id: Int, claims: [LinkageRecord]) {
        self.id = id
        self.claims = claims
    }
}

/// Where a claim was put, why, and how sure that is.
public struct Assignment: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        /// To the business with this index.
        case existing(Int)
        /// To a business of its own.
        case new
    }

    public enum Basis: Sendable, Hashable {
        case rule(IdentityRule)
        case probability
    }

    /// The best business that the claim was not put to.
    public struct NearMiss: Sendable, Hashable {
        public let id: Int
        /// The probability that the claim belongs there, beside the other candidates and none of them.
        public let probability: Double
    }

    public let outcome: Outcome
    public let basis: Basis
    /// The probability that the outcome is right: that the claim belongs to just this business, or to none. 1 for a rule.
    public let probability: Double
    /// The probability that the claim is no known business. What the interval of the count is made of.
    public let probabilityNew: Double
    /// How the claim compares with the business it was put to, or with the near miss when it was put to none.
    public let comparison: Comparison?
    /// The best business that it was not put to, when there is one that is at all probable.
    public let nearMiss: NearMiss?
    /// Candidates that have the same owner by a verified identifier but are other businesses.
    public let otherBusinessesOfOwner: [Int]
}
