import Crypto

/// The short name of an issuer's key: the first eight bytes of the SHA-256 of its public Ed25519 key, written as 16 hexadecimal digits.
public struct KeyID: Sendable, Hashable, CustomStringConvertible {
    public let bytes: [UInt8]

    /// Nil unless there are eight bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 8 else { return nil }
        self.bytes = bytes
    }

    /// Reads 16 hexadecimal digits in lower case; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard let bytes = [UInt8](hexadecimal: text) else { return nil }
        self.init(bytes: bytes)
    }

    public init(ed25519 key: [UInt8]) {
        bytes = Array(SHA256.hash(data: key).prefix(8))
    }

    public var description: String {
        bytes.hexadecimal
    }
}
