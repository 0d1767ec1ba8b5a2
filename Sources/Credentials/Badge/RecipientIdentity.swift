import Crypto

/// Who earned a certificate, so that somebody who knows the person's number can check it and nobody else can read it: the `IdentityObject`
/// of Open Badges 3.0 with a salted SHA-256.
public struct RecipientIdentity: Sendable, Hashable {
    /// What was hashed, in the words of the specification: `nationalIdentityNumber`, `emailAddress`, `identifier` …
    public let type: String
    /// `sha256$` and 64 hexadecimal digits.
    public let hash: String
    public let salt: String

    /// - Parameters:
    ///   - identity: what only the person and the issuer know, such as the NIK. A NIK has few unknown digits: give each
    ///     certificate a salt of its own, and count on the hash to stop a glance, not a search.
    ///   - salt: a text that no other certificate has.
    public init(hashing identity: String, salt: String, type: String = "identifier") {
        self.type = type
        self.salt = salt
        hash = "sha256$" + SHA256.hash(data: Array((identity + salt).utf8)).hexadecimal
    }

    /// Whether this is the person with that identity.
    public func matches(_ identity: String) -> Bool {
        RecipientIdentity(hashing: identity, salt: salt, type: type) == self
    }

    var json: JSONValue {
        [
            "type": "IdentityObject", "hashed": .bool(true), "identityHash": .string(hash), "identityType": .string(type),
            "salt": .string(salt),
        ]
    }

    /// A name for the person that holds for one certificate only, because the salt does: a UUID of version 8 from the hash.
    var pseudonym: String {
        CertificateID(stamping: Array(SHA256.hash(data: Array(hash.utf8))), version: 8).urn
    }
}
