/// Two claims, in the order of their ids: decisions are about claims, because claims never change their id.
public struct PairID: Sendable, Hashable {
    public let first: ClaimID
    public let second: ClaimID

    /// - Returns: nil for a claim and itself.
    public init?(_ one: ClaimID, _ other: ClaimID) {
        guard one != other else { return nil }
        (first, second) = one < other ? (one, other) : (other, one)
    }
}
