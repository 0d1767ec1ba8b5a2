public import Accounts
import Nusantara
public import Storage

extension SQLConnection {
    /// An assessor found somebody able who completed the programme. The unit of work holds ``Storage/SQLLock/learning``.
    public func assess(_ id: EnrolmentID, by person: PersonID? = nil, at now: Timestamp) throws {
        try take(EnrolmentStep(enrolment: try enrolment(id), state: .assessed, reason: .foundAble, by: person, at: now))
    }

    /// Whether a certificate may be issued, and why not.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func certificateObstacle(_ id: EnrolmentID) throws -> CertificateObstacle? {
        let enrolment = try enrolment(id)
        let definition = try definition(of: try cohort(enrolment.cohort))
        guard let rule = definition.certificate else { return .noCertificate }
        if enrolment.state == .certified { return .issuedAlready }
        switch rule.kind {
        case .competence where enrolment.state != .assessed: return .notAssessed
        case .completion where enrolment.state != .completed && enrolment.state != .assessed: return .notCompleted
        default: break
        }
        if definition.voucher?.needsRating == true, try voucher(of: id)?.rating == nil { return .notRated }
        return nil
    }

    /// The certificate has been issued. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Throws: ``CertificateObstacle``; ``LearningError``; ``Storage/StorageError``.
    public func markCertified(_ id: EnrolmentID, by person: PersonID? = nil, at now: Timestamp) throws {
        if let obstacle = try certificateObstacle(id) { throw obstacle }
        try take(EnrolmentStep(enrolment: try enrolment(id), state: .certified, reason: .certificateIssued, by: person, at: now))
        try tell(id, .certified, at: now)
    }
}

/// Why no certificate is issued.
public enum CertificateObstacle: Error, Sendable, Hashable {
    /// The programme gives none.
    case noCertificate
    case issuedAlready
    case notCompleted
    /// A certificate of competence needs an assessor's word.
    case notAssessed
    /// The participant has not rated the course yet.
    case notRated
}
