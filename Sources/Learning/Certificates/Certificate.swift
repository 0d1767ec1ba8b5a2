public import Accounts
public import Credentials
import Journey
public import Nusantara
public import Storage

/// The subject of a ``CertificateRecordID``.
public enum CertificateSubject {}
public typealias CertificateRecordID = Identifier<CertificateSubject>

/// A certificate as it was issued, in every form.
public struct Certificate: Sendable, Hashable {
    /// Made by chance, not by time, so that nobody guesses the addresses of others.
    public let id: CertificateRecordID
    public let enrolment: EnrolmentID
    /// `NK-2026-000123`.
    public let number: String
    public let issued: CalendarDate
    public let expires: CalendarDate?
    public let signed: SignedCertificate
    public let revoked: (on: CalendarDate, reason: String)?

    public static func == (one: Certificate, other: Certificate) -> Bool {
        one.id == other.id && one.signed == other.signed && one.revoked?.on == other.revoked?.on
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Certificate {
    static let columns: SQLQuery = """
        id, enrolment_id, number, issued_day, expires_day, jwt, rs256, json, compact, revoked_day, revoked_reason
        """

    init(row: any SQLRow) throws {
        id = try row[0]
        enrolment = try row[1]
        number = try row[2]
        issued = CalendarDate(dayNumber: Int(try row[3] as Int64))
        expires = (try row[4] as Int64?).map { CalendarDate(dayNumber: Int($0)) }
        signed = SignedCertificate(jwt: try row[5], rs256: try row[6], json: try row[7], compact: try row[8])
        let (day, reason): (Int64?, String) = (try row[9], try row[10])
        revoked = day.map { (CalendarDate(dayNumber: Int($0)), reason) }
    }
}

extension CertificateID {
    /// The id inside the certificate is the id of its record: sixteen bytes both.
    public init(_ id: CertificateRecordID) {
        self = CertificateID(bytes: id.bytes) ?? CertificateID.random()
    }
}

extension SQLConnection {
    /// Issues the certificate of somebody who has earned it, and marks the enrolment as certified. Asked again, the one that stands is returned.
    /// The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Parameter site: the address under which certificates and the list of revocations are published: `https://naikkelas.example`.
    /// - Throws: ``CertificateObstacle``; ``LearningError``; what signing throws; ``Storage/StorageError``.
    @discardableResult
    public func issueCertificate(
        of enrolmentID: EnrolmentID, by issuer: CertificateIssuer, site: String, vault: Vault, officer: PersonID? = nil, at now: Timestamp
    ) throws -> Certificate {
        if let known = try certificate(of: enrolmentID) { return known }
        if let obstacle = try certificateObstacle(enrolmentID), obstacle != .issuedAlready { throw obstacle }
        let enrolment = try enrolment(enrolmentID)
        let cohort = try cohort(enrolment.cohort)
        let definition = try definition(of: cohort)
        guard let rule = definition.certificate else { throw CertificateObstacle.noCertificate }
        guard
            let (name, sealedNIK) = try first(
                "SELECT name, nik FROM learner WHERE id = \(enrolment.learner)", { (try $0[0] as String, try $0[1] as [UInt8]?) })
        else { throw LearningError.unknownEnrolment }
        let today = CalendarDate(now)
        let id = CertificateRecordID(bytes: CertificateID.random().bytes) ?? CertificateRecordID()
        let year = today.components.year
        let earlier: Int64 = try value("SELECT COUNT(*) FROM certificate WHERE issued_year = \(Int64(year))") ?? 0
        let digits = String(earlier + 1)
        let number = "NK-\(year)-" + String(repeating: "0", count: max(6 - digits.count, 0)) + digits
        let expires = rule.validYears.flatMap { years in
            let (_, month, day) = today.components
            return CalendarDate(year: year + years, month: month, day: min(day, CalendarDate.days(in: month, of: year + years)))
        }
        let identity = try sealedNIK.map { try vault.openText($0, as: .nik) } ?? enrolment.learner.description
        let credential = OpenBadgeCredential(
            id: CertificateID(id), number: number, kind: rule.kind == .competence ? .competence : .completion,
            achievement: .init(
                id: "\(issuer.keys.issuer.id)/achievements/\(definition.code)", code: definition.code, name: rule.name.indonesian,
                description: definition.summary.indonesian, criteria: rule.criteria.indonesian),
            programme: cohort.name, recipient: RecipientIdentity(hashing: identity, salt: CertificateID.random().description),
            recipientName: name, issued: today, expires: expires, revocationList: site + "/certificates/revocations.json")
        let signed = try issuer.keys.sign(credential, on: today)
        try run(
            """
            INSERT INTO certificate (id, enrolment_id, number, issued_year, issued_day, expires_day, jwt, rs256, json, compact, revoked_day,
                revoked_reason, revoked_by, issued_by, issued_at)
            VALUES (\(id), \(enrolmentID), \(number), \(Int64(year)), \(Int64(today.dayNumber)), \(expires.map { Int64($0.dayNumber) }),
                \(signed.jwt), \(signed.rs256), \(signed.json), \(signed.compact), NULL, '', NULL, \(officer), \(now))
            """)
        if enrolment.state != .certified { try markCertified(enrolmentID, by: officer, at: now) }
        return try certificate(id)
            ?? Certificate(
                id: id, enrolment: enrolmentID, number: number, issued: today, expires: expires, signed: signed, revoked: nil)
    }

    public func certificate(_ id: CertificateRecordID) throws -> Certificate? {
        try first("SELECT \(Certificate.columns) FROM certificate WHERE id = \(id)", Certificate.init(row:))
    }

    public func certificate(of enrolment: EnrolmentID) throws -> Certificate? {
        try first("SELECT \(Certificate.columns) FROM certificate WHERE enrolment_id = \(enrolment)", Certificate.init(row:))
    }

    /// Takes a certificate back; taken back again it keeps its first day and reason.
    ///
    /// - Parameter reason: published with the list: nothing private.
    public func revokeCertificate(_ id: CertificateRecordID, reason: String, by officer: PersonID?, at now: Timestamp) throws {
        try run(
            """
            UPDATE certificate SET revoked_day = \(Int64(CalendarDate(now).dayNumber)), revoked_reason = \(reason), revoked_by = \(officer)
            WHERE id = \(id) AND revoked_day IS NULL
            """)
    }

    /// The list of certificates that were taken back, complete as of today: the one that was signed last, or a new one where a day has gone by or
    /// something was taken back since. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Throws: what signing throws; ``Storage/StorageError``.
    public func publishedRevocations(of issuer: CertificateIssuer, at now: Timestamp) throws -> String {
        let today = CalendarDate(now)
        let latest = try first("SELECT sequence, list FROM certificate_revocation_list ORDER BY sequence DESC LIMIT 1") {
            (Int(try $0[0] as Int64), try $0[1] as String)
        }
        // A list that a key signed which is believed no more is signed anew, and nothing of it is lost: the rows are here.
        let known = latest.flatMap { try? RevocationList(text: $0.1, history: issuer.history) }
        let revoked = try rows(
            "SELECT id, revoked_day, revoked_reason FROM certificate WHERE revoked_day IS NOT NULL ORDER BY revoked_day, id"
        ) { row in
            RevocationList.Revocation(
                id: CertificateID(try row[0] as CertificateRecordID), on: CalendarDate(dayNumber: Int(try row[1] as Int64)),
                reason: try row[2])
        }
        if let known, let latest, known.asOf >= today, known.revoked.count == revoked.count { return latest.1 }
        let list = (known ?? RevocationList(issuer: issuer.keys.issuer.id, asOf: today)).adding(revoked, asOf: today)
        let text = try list.signed(by: issuer.keys, on: today)
        try run(
            """
            INSERT INTO certificate_revocation_list (sequence, as_of_day, list, signed_at)
            VALUES (\(Int64(max(list.sequence, (latest?.0 ?? 0) + 1))), \(Int64(today.dayNumber)), \(text), \(now))
            """)
        return text
    }
}
