/// Two records that may be of one thing, and the log2 odds that they are.
struct ScoredPair: Sendable, Hashable {
    /// The lesser record.
    let first: UInt32
    let second: UInt32
    let weight: Float
}
