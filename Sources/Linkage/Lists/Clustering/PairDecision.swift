/// What a person decided about two records.
public struct PairDecision: Sendable, Hashable {
    public let first: UInt32
    public let second: UInt32
    public let isSame: Bool

    public init(first: UInt32, second: UInt32, isSame: Bool) {
        self.first = min(first, second)
        self.second = max(first, second)
        self.isSame = isSame
    }

    var key: UInt64 { Self.key(first, second) }

    @inline(__always)
    static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(min(first, second)) << 32 | UInt64(max(first, second))
    }
}
