import Crypto
import Nusantara

/// A proof inside a JSON document: the cryptosuite `eddsa-jcs-2022` (W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.3).
public enum DataIntegrityProof {
    public static let cryptosuite = "eddsa-jcs-2022"

    /// The document with a proof in it.
    ///
    /// - Parameters:
    ///   - document: an object without a proof.
    ///   - method: the URI of the key, whose fragment is its Multikey.
    ///   - created: an instant such as `2026-11-26T00:00:00Z`.
    /// - Throws: what the library throws if it cannot sign.
    public static func sign(
        _ document: JSONValue, method: String, created: String, key: SigningKey.Curve25519SigningKey
    ) throws -> JSONValue {
        let options = JSONValue.object([
            "type": "DataIntegrityProof", "cryptosuite": .string(cryptosuite), "created": .string(created),
            "verificationMethod": .string(method), "proofPurpose": "assertionMethod",
        ]).with("@context", document["@context"])
        let signature = try key.signature(for: hashData(document: document, options: options))
        return document.with("proof", options.with("proofValue", .string("z" + Base58.encode(signature))))
    }

    /// What is signed: the SHA-256 of the canonical options, then that of the canonical document.
    static func hashData(document: JSONValue, options: JSONValue) -> [UInt8] {
        Array(SHA256.hash(data: Array(options.canonical.utf8))) + Array(SHA256.hash(data: Array(document.canonical.utf8)))
    }

    /// The proof of a document, read and not yet believed.
    struct Reading {
        let method: String
        let created: CalendarDate
        private let message: [UInt8]
        private let signature: [UInt8]

        /// - Throws: ``CredentialError/unreadable(_:)``.
        init(of signed: JSONValue) throws(CredentialError) {
            guard let proof = signed["proof"], proof.members != nil else { throw .unreadable("it carries no proof") }
            guard proof["type"] == "DataIntegrityProof", proof["cryptosuite"]?.string == DataIntegrityProof.cryptosuite else {
                throw .unreadable("its proof is of another kind than \(DataIntegrityProof.cryptosuite)")
            }
            guard proof["proofPurpose"] == "assertionMethod" else {
                throw .unreadable("its proof has another purpose than assertionMethod")
            }
            guard let method = proof["verificationMethod"]?.string else { throw .unreadable("its proof names no key") }
            guard let created = proof["created"]?.string.flatMap({ CalendarDate(dateTime: $0) }) else {
                throw .unreadable("its proof has no date")
            }
            // Section 3.3.2 of the suite: contexts of the proof come first in those of the document, and stand in for them.
            if let context = proof["@context"], context != signed["@context"] { throw .unreadable("its proof has a context of its own") }
            guard let value = proof["proofValue"]?.string, value.hasPrefix("z"), let signature = Base58.decode(value.dropFirst()),
                signature.count == 64
            else { throw .unreadable("its proof holds no signature") }
            self.method = method
            self.created = created
            self.signature = signature
            message = DataIntegrityProof.hashData(document: signed.without("proof"), options: proof.without("proofValue"))
        }

        func isSigned(by publicKey: [UInt8]) -> Bool {
            VerifyingKey.ed25519(publicKey).isValid(signature, for: message)
        }
    }

    /// Whether the key, 32 bytes, signed the document as it is.
    ///
    /// - Throws: ``CredentialError/unreadable(_:)`` if there is no proof that could be checked.
    public static func isSigned(_ document: JSONValue, by publicKey: [UInt8]) throws(CredentialError) -> Bool {
        try Reading(of: document).isSigned(by: publicKey)
    }
}
