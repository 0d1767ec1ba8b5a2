import Crypto
public import CryptoExtras
import Foundation

/// A private key.
public enum SigningKey: Sendable {
    case ed25519(Curve25519SigningKey)
    case rsa(_RSA.Signing.PrivateKey)

    /// A private Ed25519 key: 32 bytes from which the rest follows (RFC 8032, 5.1.5).
    public struct Curve25519SigningKey: Sendable {
        public let seed: [UInt8]
        public let publicKey: [UInt8]

        /// A new key.
        public init() {
            let key = Curve25519.Signing.PrivateKey()
            seed = Array(key.rawRepresentation)
            publicKey = Array(key.publicKey.rawRepresentation)
        }

        /// Nil unless there are 32 bytes.
        public init?(seed: [UInt8]) {
            guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
            self.seed = seed
            publicKey = Array(key.publicKey.rawRepresentation)
        }

        /// The signature, 64 bytes.
        ///
        /// - Throws: what the library throws if it cannot sign.
        public func signature(for message: [UInt8]) throws -> [UInt8] {
            Array(try Curve25519.Signing.PrivateKey(rawRepresentation: seed).signature(for: message))
        }
    }

    public var algorithm: SigningAlgorithm {
        switch self {
        case .ed25519: .edDSA
        case .rsa: .rs256
        }
    }

    /// The signature over the message.
    ///
    /// - Throws: what the library throws if it cannot sign.
    public func signature(for message: [UInt8]) throws -> [UInt8] {
        switch self {
        case .ed25519(let key): try key.signature(for: message)
        case .rsa(let key): Array(try key.signature(for: message, padding: .insecurePKCS1v1_5).rawRepresentation)
        }
    }
}
