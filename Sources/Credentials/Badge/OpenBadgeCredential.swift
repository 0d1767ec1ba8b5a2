public import Nusantara

/// A certificate as an `OpenBadgeCredential` (1EdTech Open Badges 3.0, appendix B; W3C Verifiable Credentials Data Model 2.0).
///
/// Days are whole: a certificate holds from the first second of the day of issue to the last second of the day on which it expires, in UTC.
public struct OpenBadgeCredential: Sendable, Hashable {
    /// What a certificate says of the person.
    public enum Kind: String, Sendable, CaseIterable {
        /// They took part to the end.
        case completion
        /// They were tested and can do it.
        case competence

        /// `achievementType` in the words of Open Badges 3.0.
        var achievementType: String {
            switch self {
            case .completion: "CertificateOfCompletion"
            case .competence: "Certification"
            }
        }
    }

    /// What was achieved.
    public struct Achievement: Sendable, Hashable {
        /// A URI for this achievement, the same on every certificate for it.
        public let id: String
        /// The programme's own short code, such as `JUALAN-0`.
        public let code: String
        public let name: String
        public let description: String
        /// What somebody had to do for it.
        public let criteria: String

        public init(id: String, code: String, name: String, description: String, criteria: String) {
            self.id = id
            self.code = code
            self.name = name
            self.description = description
            self.criteria = criteria
        }
    }

    /// What shows that it was achieved, such as a result or a work.
    public struct Evidence: Sendable, Hashable {
        public let id: String?
        public let name: String
        public let narrative: String?

        public init(id: String? = nil, name: String, narrative: String? = nil) {
            self.id = id
            self.name = name
            self.narrative = narrative
        }

        var json: JSONValue {
            JSONValue.object(["type": ["Evidence"], "name": .string(name)])
                .with("id", id.map(JSONValue.string)).with("narrative", narrative.map(JSONValue.string))
        }
    }

    public static let contexts = [
        "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]

    public let id: CertificateID
    /// The number that is printed on the certificate.
    public let number: String
    public let kind: Kind
    public let achievement: Achievement
    /// The name of the programme.
    public let programme: String
    public let recipient: RecipientIdentity
    /// The person's name, if it may be read by whoever holds the certificate.
    public let recipientName: String?
    public let issued: CalendarDate
    /// The last day on which it holds; nil if it never expires.
    public let expires: CalendarDate?
    public let evidence: [Evidence]
    /// Where the list of revoked certificates is published.
    public let revocationList: String?
    /// The JSON schema that the credential follows, if it names one.
    public let schema: String?

    public init(
        id: CertificateID, number: String, kind: Kind, achievement: Achievement, programme: String, recipient: RecipientIdentity,
        recipientName: String?, issued: CalendarDate, expires: CalendarDate? = nil, evidence: [Evidence] = [],
        revocationList: String? = nil, schema: String? = nil
    ) {
        self.id = id
        self.number = number
        self.kind = kind
        self.achievement = achievement
        self.programme = programme
        self.recipient = recipient
        self.recipientName = recipientName
        self.issued = issued
        self.expires = expires
        self.evidence = evidence
        self.revocationList = revocationList
        self.schema = schema
    }

    /// The credential before it is signed.
    public func json(issuer: IssuerProfile) -> JSONValue {
        var identifiers = [recipient.json]
        if let recipientName {
            identifiers.append([
                "type": "IdentityObject", "hashed": .bool(false), "identityHash": .string(recipientName), "identityType": "name",
            ])
        }
        let achievement: JSONValue = [
            "id": .string(achievement.id), "type": ["Achievement"], "name": .string(achievement.name),
            "description": .string(achievement.description), "criteria": ["narrative": .string(achievement.criteria)],
            "achievementType": .string(kind.achievementType), "humanCode": .string(achievement.code), "tag": [.string(programme)],
        ]
        let subject: JSONValue = [
            "id": .string(recipient.pseudonym), "type": ["AchievementSubject"], "identifier": .array(identifiers),
            "licenseNumber": .string(number), "achievement": achievement,
        ]
        let credential: JSONValue = [
            "@context": .array(Self.contexts.map(JSONValue.string)), "id": .string(id.urn),
            "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": .string(self.achievement.name), "issuer": issuer.json,
            "validFrom": .string(issued.firstSecond), "credentialSubject": subject,
        ]
        return
            credential
            .with("validUntil", expires.map { .string($0.lastSecond) })
            .with("evidence", evidence.isEmpty ? nil : .array(evidence.map(\.json)))
            .with("credentialStatus", revocationList.map { ["id": .string($0), "type": .string(RevocationList.type)] })
            .with("credentialSchema", schema.map { [["id": .string($0), "type": "1EdTechJsonSchemaValidator2019"]] })
    }
}
