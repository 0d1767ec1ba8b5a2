public import Storage

/// Something that law 27/2022 gives three times 24 hours for.
public struct PrivacyRequest: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        /// See one's data and who used them (articles 7 and 32).
        case access
        /// Have them put right (articles 6 and 30).
        case correct
        /// Stop what rested on a consent (articles 9 and 40).
        case withdraw
        /// Delay or limit their use (articles 11 and 41).
        case restrict
        /// Have them erased (articles 8 and 43). The law sets no hours for it; the house holds itself to the same.
        case erase
        /// Data were exposed: tell the persons and the agency (article 46).
        case breach
    }

    public let id: Identifier<PrivacyRequest>
    public let kind: Kind
    /// Whom it concerns; a breach may concern many.
    public let subject: DataSubject?
    /// The consent that is withdrawn.
    public let receipt: Identifier<ConsentReceipt>?
    public let note: String
    public let receivedAt: Timestamp
    public let dueAt: Timestamp
    public let handledAt: Timestamp?
    public let handledBy: PersonID?
    /// What was done; nil while it is open.
    public let outcome: String?

    /// Three times 24 hours.
    public static let allowance = Duration.seconds(72 * 3600)

    /// A new request, due 72 hours after it was received.
    public init(
        id: Identifier<PrivacyRequest> = Identifier(), kind: Kind, subject: DataSubject?,
        receipt: Identifier<ConsentReceipt>? = nil, note: String, receivedAt: Timestamp
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.receipt = receipt
        self.note = note
        self.receivedAt = receivedAt
        dueAt = receivedAt.adding(Self.allowance)
        handledAt = nil
        handledBy = nil
        outcome = nil
    }

    /// How long is left; negative once it is late.
    public func timeLeft(at time: Timestamp) -> Duration {
        dueAt.duration(since: time)
    }
}

extension SQLConnection {
    /// Writes a request down, on paper or on line (law 27/2022, article 14). Recorded in the trail.
    ///
    /// - Throws: ``StorageError``.
    @discardableResult
    public func receivePrivacyRequest(_ request: PrivacyRequest, by actor: PersonID?, at time: Timestamp) throws -> PrivacyRequest {
        try run(
            """
            INSERT INTO privacy_request (id, kind, subject_kind, subject_id, receipt_id, note, received_at, due_at)
            VALUES (\(request.id), \(request.kind), \(request.subject?.kind), \(request.subject?.id), \(request.receipt),
                \(request.note), \(request.receivedAt), \(request.dueAt))
            """)
        try recordAudit(
            AuditEvent(
                .privacyRequestReceived, of: request.subject?.auditSubject ?? AuditSubject(kind: "breach", id: request.id), by: actor,
                detail: ["request": .id(request.id), "kind": .word(request.kind), "due": .time(request.dueAt)]),
            at: time)
        return request
    }

    /// Closes a request with what was done. Recorded in the trail.
    ///
    /// - Throws: ``AccountsError/notOpen``, ``StorageError``.
    public func handlePrivacyRequest(
        _ id: Identifier<PrivacyRequest>, outcome: String, by actor: PersonID, at time: Timestamp
    ) throws {
        guard let request = try privacyRequest(id), request.handledAt == nil else { throw AccountsError.notOpen }
        try run(
            "UPDATE privacy_request SET handled_at = \(time), handled_by = \(actor), outcome = \(outcome) WHERE id = \(id)")
        try recordAudit(
            AuditEvent(
                .privacyRequestHandled, of: request.subject?.auditSubject ?? AuditSubject(kind: "breach", id: id), by: actor,
                detail: ["request": .id(id), "kind": .word(request.kind), "inTime": .flag(time <= request.dueAt)]),
            at: time)
    }

    /// - Throws: ``StorageError``.
    public func privacyRequest(_ id: Identifier<PrivacyRequest>) throws -> PrivacyRequest? {
        try first("\(PrivacyRequest.selection) WHERE id = \(id)") { try PrivacyRequest(row: $0) }
    }

    /// What is still to be done, the most pressing first.
    ///
    /// - Throws: ``StorageError``.
    public func openPrivacyRequests(limit: Int = 100) throws -> [PrivacyRequest] {
        try rows("\(PrivacyRequest.selection) WHERE handled_at IS NULL ORDER BY due_at, id LIMIT \(limit)") {
            try PrivacyRequest(row: $0)
        }
    }

    /// Everything asked about somebody, the oldest first.
    ///
    /// - Throws: ``StorageError``.
    public func privacyRequests(of subject: DataSubject) throws -> [PrivacyRequest] {
        try rows(
            """
            \(PrivacyRequest.selection) WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id) ORDER BY received_at, id
            """
        ) { try PrivacyRequest(row: $0) }
    }
}

extension PrivacyRequest {
    fileprivate static let selection: SQLQuery = """
        SELECT id, kind, subject_kind, subject_id, receipt_id, note, received_at, due_at, handled_at, handled_by, outcome
        FROM privacy_request
        """

    fileprivate init(row: any SQLRow) throws {
        id = try row[0]
        kind = try row[1]
        subject = row.isNull(at: 2) ? nil : try DataSubject(row: row, at: 2)
        receipt = try row[4]
        note = try row[5]
        receivedAt = try row[6]
        dueAt = try row[7]
        handledAt = try row[8]
        handledBy = try row[9]
        outcome = try row[10]
    }
}
