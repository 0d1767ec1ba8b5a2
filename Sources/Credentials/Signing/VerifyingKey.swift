import Crypto
import CryptoExtras
import Foundation

/// A public key. It checks signatures of its own algorithm only, so that a key of one kind cannot be taken for one of another.
public enum VerifyingKey: Sendable, Hashable {
    /// 32 bytes (RFC 8032).
    case ed25519([UInt8])
    /// Modulus and exponent, most significant byte first.
    case rsa(modulus: [UInt8], exponent: [UInt8])

    public var algorithm: SigningAlgorithm {
        switch self {
        case .ed25519: .edDSA
        case .rsa: .rs256
        }
    }

    /// Whether the signature is that of this key: Ed25519, or RSASSA-PKCS1-v1_5 with SHA-256 and at least 2048 bits (RFC 7518, 3.3).
    public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        switch self {
        case .ed25519(let raw):
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { return false }
            return key.isValidSignature(signature, for: message)
        case .rsa(let modulus, let exponent):
            guard let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent), (2048...8192).contains(key.keySizeInBits) else {
                return false
            }
            return key.isValidSignature(.init(rawRepresentation: signature), for: message, padding: .insecurePKCS1v1_5)
        }
    }
}
