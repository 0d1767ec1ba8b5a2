public import Nusantara

/// What a certificate says, whichever form it came in.
public struct CertificateFacts: Sendable, Hashable {
    public let id: CertificateID
    public let number: String
    /// The person's name, unless the certificate keeps it to itself.
    public let name: String?
    public let code: String
    public let achievement: String
    public let programme: String
    public let kind: OpenBadgeCredential.Kind
    public let issued: CalendarDate
    public let expires: CalendarDate?

    public init(
        id: CertificateID, number: String, name: String?, code: String, achievement: String, programme: String,
        kind: OpenBadgeCredential.Kind, issued: CalendarDate, expires: CalendarDate?
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.code = code
        self.achievement = achievement
        self.programme = programme
        self.kind = kind
        self.issued = issued
        self.expires = expires
    }

    public init(_ credential: OpenBadgeCredential) {
        self.init(
            id: credential.id, number: credential.number, name: credential.recipientName, code: credential.achievement.code,
            achievement: credential.achievement.name, programme: credential.programme, kind: credential.kind, issued: credential.issued,
            expires: credential.expires)
    }

    /// Reads a credential as ``OpenBadgeCredential/json(issuer:)`` writes it.
    ///
    /// - Throws: ``CredentialError/unreadable(_:)``.
    init(json: JSONValue) throws(CredentialError) {
        guard let contexts = json["@context"]?.array, contexts.prefix(2) == OpenBadgeCredential.contexts.map(JSONValue.string)[...],
            let types = json["type"]?.array, types.contains("VerifiableCredential"), types.contains("OpenBadgeCredential")
        else { throw .unreadable("it is no Open Badges 3.0 credential") }
        guard let id = json["id"]?.string.flatMap({ CertificateID($0) }) else { throw .unreadable("its id is no urn:uuid") }
        guard let issued = json["validFrom"]?.string.flatMap({ CalendarDate(dateTime: $0) }) else {
            throw .unreadable("validFrom is missing or no date")
        }
        var expires: CalendarDate?
        if let validUntil = json["validUntil"] {
            expires = validUntil.string.flatMap { CalendarDate(dateTime: $0) }
            if expires == nil { throw .unreadable("validUntil is no date") }
        }
        guard let subject = json["credentialSubject"], let achievement = subject["achievement"],
            let achievementName = achievement["name"]?.string, let type = achievement["achievementType"]?.string,
            let kind = OpenBadgeCredential.Kind.allCases.first(where: { $0.achievementType == type })
        else { throw .unreadable("it does not say what was achieved") }
        let name = subject["identifier"]?.array?.first { $0["identityType"] == "name" && $0["hashed"] == .bool(false) }
        self.init(
            id: id, number: subject["licenseNumber"]?.string ?? "", name: name?["identityHash"]?.string,
            code: achievement["humanCode"]?.string ?? "", achievement: achievementName,
            programme: achievement["tag"]?.array?.first?.string ?? "", kind: kind, issued: issued, expires: expires)
    }
}
