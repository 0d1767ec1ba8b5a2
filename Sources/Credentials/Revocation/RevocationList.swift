public import Nusantara

/// The certificates that an issuer has taken back, as of a day. A value of this type has been checked.
public struct RevocationList: Sendable, Hashable {
    /// The type of the list in a credential's `credentialStatus`, an absolute URI because no JSON-LD context knows the word.
    public static let type = "urn:naikkelas:SignedRevocationList"

    /// One certificate that was taken back.
    public struct Revocation: Sendable, Hashable {
        public let id: CertificateID
        public let on: CalendarDate
        public let reason: String

        public init(id: CertificateID, on: CalendarDate, reason: String) {
            self.id = id
            self.on = on
            self.reason = reason
        }
    }

    /// The issuer's URI.
    public let issuer: String
    /// The day up to which the list is complete.
    public let asOf: CalendarDate
    /// Grows by one with each list, so that an older one cannot pass for a newer.
    public let sequence: Int
    public let revoked: [Revocation]

    /// An empty list, before the first that is published.
    public init(issuer: String, asOf: CalendarDate) {
        self.init(issuer: issuer, asOf: asOf, sequence: 0, revoked: [])
    }

    private init(issuer: String, asOf: CalendarDate, sequence: Int, revoked: [Revocation]) {
        self.issuer = issuer
        self.asOf = asOf
        self.sequence = sequence
        self.revoked = revoked
    }

    /// The next list. A certificate that stands in it already stays as it is: the first day and reason hold.
    public func adding(_ revocations: [Revocation], asOf day: CalendarDate) -> RevocationList {
        var known = Set(revoked.map(\.id))
        let new = revocations.filter { known.insert($0.id).inserted }
        return RevocationList(issuer: issuer, asOf: max(asOf, day), sequence: sequence + 1, revoked: revoked + new)
    }

    public func revocation(of id: CertificateID) -> Revocation? {
        revoked.first { $0.id == id }
    }

    // MARK: - Text

    /// The list as it is published, with a proof by the present key.
    ///
    /// - Throws: what the library throws if it cannot sign.
    public func signed(by keys: IssuerKeys, on day: CalendarDate) throws -> String {
        let document: JSONValue = [
            "type": .string(Self.type), "issuer": .string(issuer), "asOf": .string(asOf.iso), "sequence": .number(Double(sequence)),
            "revoked": .array(
                revoked.map { ["id": .string($0.id.urn), "on": .string($0.on.iso), "reason": .string($0.reason)] }),
        ]
        return try DataIntegrityProof.sign(document, method: keys.method, created: day.firstSecond, key: keys.ed25519).canonical + "\n"
    }

    /// Reads a list and checks that a key of the history signed it within its time.
    ///
    /// - Throws: ``CredentialError``, with ``CredentialError/altered`` for any signature that is not believed.
    public init(text: String, history: KeyHistory) throws(CredentialError) {
        guard let json = try? JSONValue(json: text), json["type"]?.string == Self.type, let issuer = json["issuer"]?.string,
            let asOf = json["asOf"]?.string.flatMap({ CalendarDate(iso: $0) }), let sequence = json["sequence"]?.integer, sequence >= 0,
            let rows = json["revoked"]?.array
        else { throw .unreadable("it is no list of revoked certificates") }
        let proof = try DataIntegrityProof.Reading(of: json)
        guard let entry = history.entries.first(where: { $0.method == proof.method }), entry.issuer.id == issuer,
            entry.fault(signedOn: proof.created) == nil, proof.isSigned(by: entry.ed25519)
        else { throw .altered }
        var revoked: [Revocation] = []
        for row in rows {
            guard let id = row["id"]?.string.flatMap({ CertificateID($0) }), let on = row["on"]?.string.flatMap({ CalendarDate(iso: $0) }),
                let reason = row["reason"]?.string
            else { throw .unreadable("a row of the list of revoked certificates is broken") }
            revoked.append(Revocation(id: id, on: on, reason: reason))
        }
        self.init(issuer: issuer, asOf: asOf, sequence: sequence, revoked: revoked)
    }
}
