public import Storage

/// The subject of a ``LearnerMessageID``.
public enum LearnerMessageSubject {}
public typealias LearnerMessageID = Identifier<LearnerMessageSubject>

/// Something that a participant is to be told, by whoever runs the class or by the page that the participant opens.
public struct LearnerMessage: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case accepted
        case waiting
        case rejected
        /// A seat became free; the answer is due by ``Enrolment/respondBy``.
        case seatOffered = "seat-offered"
        /// There was no answer, and the seat went to somebody else.
        case offerLapsed = "offer-lapsed"
        case completed
        case failed
        case certified
    }

    public let id: LearnerMessageID
    public let enrolment: EnrolmentID
    public let kind: Kind
    public let createdAt: Timestamp
    public let sentAt: Timestamp?
}

extension SQLConnection {
    /// What is to be told to the participants of a cohort and has not been, the oldest first.
    public func unsentMessages(in cohort: CohortID, limit: Int = 500) throws -> [LearnerMessage] {
        try rows(
            """
            SELECT m.id, m.enrolment_id, m.kind, m.created_at, m.sent_at FROM learner_message m JOIN enrolment e ON e.id = m.enrolment_id
            WHERE e.cohort_id = \(cohort) AND m.sent_at IS NULL ORDER BY m.created_at, m.id LIMIT \(Int64(limit))
            """, LearnerMessage.init(row:))
    }

    public func messages(to enrolment: EnrolmentID) throws -> [LearnerMessage] {
        try rows(
            """
            SELECT id, enrolment_id, kind, created_at, sent_at FROM learner_message WHERE enrolment_id = \(enrolment)
            ORDER BY created_at, id
            """, LearnerMessage.init(row:))
    }

    public func markSent(_ message: LearnerMessageID, at now: Timestamp) throws {
        try run("UPDATE learner_message SET sent_at = COALESCE(sent_at, \(now)) WHERE id = \(message)")
    }
}

extension LearnerMessage {
    init(row: any SQLRow) throws {
        self.init(id: try row[0], enrolment: try row[1], kind: try row[2], createdAt: try row[3], sentAt: try row[4])
    }
}
