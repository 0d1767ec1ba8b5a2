import Nusantara

/// A certificate that was read in some form and not yet believed.
struct SignedReading {
    /// How a form names the key that signed it.
    enum KeyName {
        case id(KeyID)
        case uri(String)

        var text: String {
            switch self {
            case .id(let id): id.description
            case .uri(let uri): uri
            }
        }

        func names(_ entry: KeyHistory.Entry) -> Bool {
            switch self {
            case .id(let id): id == entry.id
            case .uri(let uri):
                uri == entry.method || uri == "\(entry.issuer.id)#\(entry.id)-rsa" || Multikey.ed25519(ofDIDKey: uri) == entry.ed25519
            }
        }
    }

    let form: Verification.Form
    let facts: CertificateFacts
    let key: KeyName
    /// The URI of the issuer, where the form names one.
    let issuer: String?
    let signed: CalendarDate
    /// Whether the key of the entry signed it.
    let isSigned: (KeyHistory.Entry) -> Bool

    /// The longest text that is looked at, in bytes.
    static let longest = 1_000_000

    init(_ text: String, form: inout Verification.Form?) throws(CredentialError) {
        guard !text.isEmpty else { throw .unreadable("there is nothing to check") }
        guard text.utf8.count <= Self.longest else { throw .unreadable("it is longer than any certificate") }
        if text.hasPrefix(CompactCertificate.prefix) {
            form = .compact
            try self.init(compact: text)
        } else if text.hasPrefix("{") {
            form = .json
            try self.init(json: text)
        } else if text.split(separator: ".", omittingEmptySubsequences: false).count == 3 {
            form = .jwt
            try self.init(jwt: text)
        } else {
            throw .unreadable("it is neither a VC-JWT, nor JSON with a proof, nor a code that begins with \(CompactCertificate.prefix)")
        }
    }

    private init(compact text: String) throws(CredentialError) {
        let certificate = try CompactCertificate(text)
        form = .compact
        facts = certificate.facts
        key = .id(certificate.keyID)
        issuer = nil
        signed = certificate.signed
        isSigned = { certificate.isSigned(by: $0.ed25519) }
    }

    private init(json text: String) throws(CredentialError) {
        let json = try Self.parse(text.utf8)
        let proof = try DataIntegrityProof.Reading(of: json)
        form = .json
        facts = try CertificateFacts(json: json)
        key = .uri(proof.method)
        issuer = json["issuer"]?["id"]?.string ?? ""
        signed = proof.created
        isSigned = {
            $0.method == proof.method || Multikey.ed25519(ofDIDKey: proof.method) == $0.ed25519 ? proof.isSigned(by: $0.ed25519) : false
        }
    }

    private init(jwt text: String) throws(CredentialError) {
        let signature = try JSONWebSignature(compact: text)
        guard let name = signature.keyID else { throw .unreadable("the header names no key") }
        let json = try Self.parse(signature.payload)
        facts = try CertificateFacts(json: json)
        form = .jwt
        key = .uri(name)
        // Open Badges 3.0, 8.2.6.1: the claims repeat members of the credential and have to say the same.
        let repeats = [("iss", json["issuer"]?["id"]), ("jti", json["id"]), ("sub", json["credentialSubject"]?["id"])]
        for (claim, member) in repeats where json[claim]?.string == nil || json[claim] != member {
            throw .unreadable("the claim \(claim) says something else than the credential")
        }
        guard json["nbf"]?.integer == facts.issued.firstNumericDate, json["exp"]?.integer == facts.expires?.lastNumericDate else {
            throw .unreadable("the claims nbf and exp say something else than the credential")
        }
        guard let signed = json["iat"]?.integer.flatMap({ CalendarDate(numericDate: $0) }) else {
            throw .unreadable("it does not say when it was signed")
        }
        self.signed = signed
        issuer = json["iss"]?.string
        isSigned = { entry in
            // The name says which of the entry's keys is meant; the header's algorithm has to be that key's.
            let key = name == "\(entry.issuer.id)#\(entry.id)-rsa" ? entry.rsa : .ed25519(entry.ed25519)
            return key.map { signature.isSigned(by: $0) } ?? false
        }
    }

    private static func parse(_ bytes: some Sequence<UInt8>) throws(CredentialError) -> JSONValue {
        do {
            return try JSONValue(json: bytes)
        } catch {
            throw .unreadable("it is no JSON: \(error.reason) (byte \(error.offset))")
        }
    }
}
