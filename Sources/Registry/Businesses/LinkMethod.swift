public import Storage

/// How it was decided that a claim belongs to a business.
public enum LinkMethod: String, Sendable, CaseIterable, SQLConvertible {
    /// The claim made the business known.
    case founder
    /// A rule that a person can state: the same verified licence, account or owner.
    case rule
    /// The sum of weights.
    case probability
    /// A person decided.
    case person
}
