import Crypto
import CryptoExtras
import Foundation
public import Nusantara

/// The private keys with which an issuer signs at present, and what is signed with them.
public struct IssuerKeys: Sendable {
    public let issuer: IssuerProfile
    public let ed25519: SigningKey.Curve25519SigningKey
    private let rsa: _RSA.Signing.PrivateKey?

    /// New keys: Ed25519, and RSA of 2048 bits for verifiers that know RS256 only.
    ///
    /// - Throws: what the library throws if it cannot make a key.
    public init(new issuer: IssuerProfile, rsa: Bool = true) throws {
        self.issuer = issuer
        ed25519 = SigningKey.Curve25519SigningKey()
        self.rsa = rsa ? try _RSA.Signing.PrivateKey(keySize: .bits2048) : nil
    }

    public var id: KeyID { KeyID(ed25519: ed25519.publicKey) }

    /// The SHA-256 of the public Ed25519 key, 64 hexadecimal digits. That of the first key pins the whole history.
    public var fingerprint: String { SHA256.hash(data: ed25519.publicKey).hexadecimal }

    /// The public RSA key, if there is one.
    ///
    /// - Throws: what the library throws if it cannot take the key apart.
    func publicRSA() throws -> VerifyingKey? {
        guard let rsa else { return nil }
        let parts = try rsa.publicKey.getKeyPrimitives()
        return .rsa(modulus: Array(parts.modulus), exponent: Array(parts.publicExponent))
    }

    /// The URI of the Ed25519 key, whose fragment is the key itself.
    var method: String { "\(issuer.id)#\(Multikey.encode(ed25519: ed25519.publicKey))" }

    /// Signs a certificate in every form.
    ///
    /// - Parameter day: the day of signing, which has to lie within the time of these keys.
    /// - Throws: ``CredentialError``, or what the library throws if it cannot sign.
    public func sign(_ credential: OpenBadgeCredential, on day: CalendarDate) throws -> SignedCertificate {
        if let expires = credential.expires, expires < credential.issued {
            throw CredentialError.impossibleDay("the last day, before the first,")
        }
        let json = credential.json(issuer: issuer)
        let claims = Array(Self.claims(of: credential, json: json, signed: day).canonical.utf8)
        return SignedCertificate(
            jwt: try JSONWebSignature.compact(payload: claims, keyID: method, key: .ed25519(ed25519)),
            rs256: try rsa.map { try JSONWebSignature.compact(payload: claims, keyID: "\(issuer.id)#\(id)-rsa", key: .rsa($0)) },
            json: try DataIntegrityProof.sign(json, method: method, created: day.firstSecond, key: ed25519).canonical,
            compact: try CompactCertificate.encode(CertificateFacts(credential), signed: day, key: ed25519))
    }

    /// The credential with its claims beside its members (Open Badges 3.0, 8.2.4.1), and `iat`, the day of signing.
    private static func claims(of credential: OpenBadgeCredential, json: JSONValue, signed: CalendarDate) -> JSONValue {
        json.with("iss", json["issuer"]?["id"]).with("sub", json["credentialSubject"]?["id"]).with("jti", json["id"])
            .with("nbf", .number(Double(credential.issued.firstNumericDate)))
            .with("iat", .number(Double(signed.firstNumericDate)))
            .with("exp", credential.expires.map { .number(Double($0.lastNumericDate)) })
    }

    /// The private keys as a text for a file that nobody else may read.
    public var privateText: String {
        JSONValue.object(["type": "NaikKelasPrivateKeys", "issuer": issuer.json, "ed25519": .string(Base64URL.encode(ed25519.seed))])
            .with("rsa", rsa.map { .string($0.pkcs8PEMRepresentation) }).canonical + "\n"
    }

    /// Reads what ``privateText`` wrote.
    ///
    /// - Throws: ``CredentialError/unreadable(_:)``.
    public init(privateText text: String) throws(CredentialError) {
        guard let json = try? JSONValue(json: text), json["type"] == "NaikKelasPrivateKeys",
            let issuer = json["issuer"].flatMap(IssuerProfile.init),
            let seed = json["ed25519"]?.string.flatMap({ Base64URL.decode($0) }), let key = SigningKey.Curve25519SigningKey(seed: seed)
        else { throw .unreadable("these are no private keys of this program") }
        self.issuer = issuer
        ed25519 = key
        guard let pem = json["rsa"] else {
            rsa = nil
            return
        }
        guard let text = pem.string, let key = try? _RSA.Signing.PrivateKey(pemRepresentation: text) else {
            throw .unreadable("the private RSA key is broken")
        }
        rsa = key
    }
}
