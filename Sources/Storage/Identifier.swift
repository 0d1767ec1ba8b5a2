import Synchronization

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

    /// A new identifier, greater than every one that this process made before.
    public init() {
        let (millisecond, sequence) = latestMoment.withLock { $0.advance(to: Timestamp.now) }
        self.init(millisecond: millisecond, sequence: sequence, random: .random(in: .min ... .max))
    }

    /// The identifier of an instant with the given chance: the same inputs give the same identifier. For generators and tests.
    public init(timestamp: Timestamp, randomness: inout some RandomNumberGenerator) {
        self.init(
            millisecond: UInt64(clamping: timestamp.rawValue / 1000), sequence: randomness.next(), random: randomness.next())
    }

    private init(millisecond: UInt64, sequence: UInt64, random: UInt64) {
        high = millisecond << 16 | 0x7000 | sequence & 0xFFF
        low = 0x8000_0000_0000_0000 | random >> 2
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

/// The millisecond and the sequence number within it that the newest identifier of the process was given.
///
/// RFC 9562, section 6.2, method 1: the counter starts at a random value in the lower half of its range at each new millisecond; when it
/// is used up, or the clock goes back, the milliseconds run ahead of the clock.
private struct Moment {
    var millisecond: UInt64 = 0
    var sequence: UInt64 = 0

    mutating func advance(to now: Timestamp) -> (millisecond: UInt64, sequence: UInt64) {
        let current = UInt64(clamping: now.rawValue / 1000)
        if current > millisecond {
            (millisecond, sequence) = (current, .random(in: 0..<0x800))
        } else if sequence < 0xFFF {
            sequence += 1
        } else {
            (millisecond, sequence) = (millisecond + 1, .random(in: 0..<0x800))
        }
        return (millisecond, sequence)
    }
}

private let latestMoment = Mutex(Moment())

extension Identifier {
    /// The sixteen bytes, as they are stored.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            for index in 0..<8 {
                buffer[index] = UInt8(truncatingIfNeeded: high >> (56 - 8 * index))
                buffer[index + 8] = UInt8(truncatingIfNeeded: low >> (56 - 8 * index))
            }
            count = 16
        }
    }

    /// Reads sixteen bytes; nil for another number of them.
    public init?(bytes: some Collection<UInt8>) {
        guard let (high, low) = halves(Array(bytes)) else { return nil }
        self.init(high: high, low: low)
    }
}

/// Sixteen bytes as two big-endian numbers. Apart from the generic type, because every row that is read comes through here.
private func halves(_ bytes: [UInt8]) -> (high: UInt64, low: UInt64)? {
    bytes.withUnsafeBytes { buffer in
        guard buffer.count == 16 else { return nil }
        return (
            UInt64(bigEndian: buffer.loadUnaligned(as: UInt64.self)),
            UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }
}

extension Identifier: LosslessStringConvertible {
    /// 36 characters in lower case: `019abf3e-8c00-7a1b-9c55-0123456789ab`.
    public var description: String {
        let digits = StaticString("0123456789abcdef")
        return digits.withUTF8Buffer { digits in
            String(unsafeUninitializedCapacity: 36) { text in
                var position = 0
                for index in 0..<32 {
                    if index == 8 || index == 12 || index == 16 || index == 20 {
                        text[position] = UInt8(ascii: "-")
                        position += 1
                    }
                    let half = index < 16 ? high >> (60 - 4 * index) : low >> (60 - 4 * (index - 16))
                    text[position] = digits[Int(half & 0xF)]
                    position += 1
                }
                return 36
            }
        }
    }

    /// Reads 36 characters, in either case; nil for anything else.
    public init?(_ description: String) {
        let text = description.utf8
        guard text.count == 36 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        var position = 0
        for byte in text {
            defer { position += 1 }
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            if position < 18 {
                high = high << 4 | UInt64(digit)
            } else {
                low = low << 4 | UInt64(digit)
            }
        }
        self.init(high: high, low: low)
    }
}

extension Identifier: SQLConvertible {
    public static var sqlKind: SQLKind? { .bytes }
    public var sqlValue: SQLValue { .bytes(bytes) }

    public init(row: any SQLRow, at index: Int) throws {
        guard let (high, low) = halves(try row.bytes(at: index)) else {
            throw StorageError.decoding(column: index, expected: "16 bytes of an identifier")
        }
        self.init(high: high, low: low)
    }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let identifier = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no identifier: 36 characters expected")
        }
        self = identifier
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
