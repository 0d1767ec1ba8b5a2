/// The identifier of a `Subject`: a UUID of version 7 (RFC 9562, section 5.7), so that devices can make it offline, rows can live on any
/// shard, and later ones sort after earlier ones.
///
/// Stored as 16 bytes; written as 36 characters.
public struct Identifier<Subject>: Sendable, Hashable, Comparable {
    /// The first eight bytes, big-endian: 48 bits of milliseconds, the version, 12 bits of sequence.
    public let high: UInt64
    /// The last eight bytes, big-endian: the variant and 62 random bits.
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
