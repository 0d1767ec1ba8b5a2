public import Storage

/// A person or a business: whom consent and requests concern.
public enum DataSubject: Sendable, Hashable {
    case person(PersonID)
    /// Its owners, of whom not all have an account.
    case business(BusinessID)

    var kind: String {
        switch self {
        case .person: "person"
        case .business: "business"
        }
    }

    var id: [UInt8] {
        switch self {
        case .person(let id): id.bytes
        case .business(let id): id.bytes
        }
    }

    var auditSubject: AuditSubject {
        switch self {
        case .person(let id): .person(id)
        case .business(let id): .business(id)
        }
    }

    init(row: any SQLRow, at index: Int) throws {
        switch try row[index] as String {
        case "person": self = .person(try row[index + 1])
        case "business": self = .business(try row[index + 1])
        default: throw StorageError.decoding(column: index, expected: "person or business")
        }
    }
}

/// What personal data are used for. One consent covers one purpose (law 27/2022, article 22).
public enum ConsentPurpose: String, Sendable, CaseIterable, SQLConvertible {
    /// To be counted and supported as a small business.
    case registration
    case training
    /// To hand data to marketplaces.
    case marketplaceSharing = "marketplace-sharing"
    /// To be written or telephoned to.
    case contact
    /// To be shown on public pages.
    case showcase
    case research
}

/// Why data may be used at all (law 27/2022, article 20, paragraph 2).
public enum LegalBasis: String, Sendable, CaseIterable, SQLConvertible {
    case consent
    case contract
    case legalDuty = "legal-duty"
    case vitalInterest = "vital-interest"
    case publicDuty = "public-duty"
    case legitimateInterest = "legitimate-interest"
}

/// How somebody was told and answered (law 27/2022, article 22: written or recorded).
public enum ConsentChannel: String, Sendable, CaseIterable, SQLConvertible {
    case web
    /// The app of the facilitators.
    case app
    case whatsapp
    case telephone
    case paper
    /// Read out and answered aloud, for who does not read.
    case spoken
    /// A partner's list that says so.
    case list
}

/// The proof that data of somebody may be used for a purpose (law 27/2022, article 24).
public struct ConsentReceipt: Sendable, Hashable {
    public let id: Identifier<ConsentReceipt>
    public let subject: DataSubject
    /// The version of the ``PrivacyNotice`` that was shown.
    public let noticeVersion: Int
    public let purpose: ConsentPurpose
    public let basis: LegalBasis
    public let channel: ConsentChannel
    public let givenAt: Timestamp
    /// Who wrote it down; nil for a list.
    public let recordedBy: PersonID?
    /// Where the proof is: a sheet's number, a recording, a row of a list. No personal data.
    public let evidence: String
    public let withdrawnAt: Timestamp?

    public init(
        id: Identifier<ConsentReceipt> = Identifier(), subject: DataSubject, noticeVersion: Int, purpose: ConsentPurpose,
        basis: LegalBasis, channel: ConsentChannel, givenAt: Timestamp, recordedBy: PersonID?, evidence: String = "",
        withdrawnAt: Timestamp? = nil
    ) {
        self.id = id
        self.subject = subject
        self.noticeVersion = noticeVersion
        self.purpose = purpose
        self.basis = basis
        self.channel = channel
        self.givenAt = givenAt
        self.recordedBy = recordedBy
        self.evidence = evidence
        self.withdrawnAt = withdrawnAt
    }
}

extension SQLConnection {
    /// Keeps a receipt; the same one again, as a phone may send it twice, changes nothing. Recorded in the trail.
    ///
    /// - Throws: ``StorageError/constraint(_:)`` if the notice does not exist, ``StorageError``.
    public func recordConsent(_ receipt: ConsentReceipt, at time: Timestamp) throws {
        let isNew = try insertConsent(receipt)
        guard isNew else { return }
        try recordAudit(
            AuditEvent(
                .consentRecorded, of: receipt.subject.auditSubject, by: receipt.recordedBy,
                detail: ["receipt": .id(receipt.id), "purpose": .word(receipt.purpose), "basis": .word(receipt.basis)]),
            at: time)
    }

    /// Keeps the receipts of a list's rows. The trail has one entry for the list, which its importer writes, and none for each row.
    ///
    /// - Throws: as ``recordConsent(_:at:)``.
    public func recordConsents(ofList receipts: [ConsentReceipt]) throws {
        try load(
            into: "consent_receipt",
            columns: [
                "id", "subject_kind", "subject_id", "notice_version", "purpose", "legal_basis", "channel", "given_at", "recorded_by",
                "evidence",
            ],
            rows: receipts.map { receipt in
                [
                    receipt.id.sqlValue, .text(receipt.subject.kind), .bytes(receipt.subject.id), receipt.noticeVersion.sqlValue,
                    receipt.purpose.sqlValue, receipt.basis.sqlValue, receipt.channel.sqlValue, receipt.givenAt.sqlValue,
                    receipt.recordedBy.sqlValue, .text(receipt.evidence),
                ]
            })
    }

    /// What is on record for somebody, the oldest first.
    ///
    /// - Throws: ``StorageError``.
    public func consents(of subject: DataSubject) throws -> [ConsentReceipt] {
        try rows(
            """
            \(ConsentReceipt.selection) WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id) ORDER BY given_at, id
            """
        ) { try ConsentReceipt(row: $0) }
    }

    /// Whether data of somebody may be used for a purpose: some receipt stands that was not withdrawn.
    ///
    /// - Throws: ``StorageError``.
    public func mayUseData(of subject: DataSubject, for purpose: ConsentPurpose) throws -> Bool {
        let standing: Int? = try value(
            """
            SELECT 1 FROM consent_receipt
            WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id) AND purpose = \(purpose) AND withdrawn_at IS NULL
            LIMIT 1
            """)
        return standing != nil
    }

    /// Withdraws a consent: the data may not be used for its purpose from now on, and whoever has them must have stopped within 72 hours
    /// (law 27/2022, article 40); the request that comes back runs until then. Recorded in the trail.
    ///
    /// - Throws: ``AccountsError/unknownReceipt``, ``AccountsError/notWithdrawable``, ``StorageError``.
    @discardableResult
    public func withdrawConsent(
        _ id: Identifier<ConsentReceipt>, note: String = "", by actor: PersonID?, at time: Timestamp
    ) throws -> PrivacyRequest {
        guard let receipt = try first("\(ConsentReceipt.selection) WHERE id = \(id)", ConsentReceipt.init(row:)) else {
            throw AccountsError.unknownReceipt
        }
        guard receipt.basis == .consent, receipt.withdrawnAt == nil, receipt.givenAt <= time else {
            throw AccountsError.notWithdrawable
        }
        try run("UPDATE consent_receipt SET withdrawn_at = \(time) WHERE id = \(id)")
        try recordAudit(
            AuditEvent(
                .consentWithdrawn, of: receipt.subject.auditSubject, by: actor,
                detail: ["receipt": .id(id), "purpose": .word(receipt.purpose)]),
            at: time)
        return try receivePrivacyRequest(
            PrivacyRequest(kind: .withdraw, subject: receipt.subject, receipt: id, note: note, receivedAt: time), by: actor, at: time)
    }

    private func insertConsent(_ receipt: ConsentReceipt) throws -> Bool {
        try run(
            """
            INSERT INTO consent_receipt
                (id, subject_kind, subject_id, notice_version, purpose, legal_basis, channel, given_at, recorded_by, evidence)
            VALUES (\(receipt.id), \(receipt.subject.kind), \(receipt.subject.id), \(receipt.noticeVersion), \(receipt.purpose),
                \(receipt.basis), \(receipt.channel), \(receipt.givenAt), \(receipt.recordedBy), \(receipt.evidence))
            ON CONFLICT (id) DO NOTHING
            """) > 0
    }
}

extension ConsentReceipt {
    fileprivate static let selection: SQLQuery = """
        SELECT id, subject_kind, subject_id, notice_version, purpose, legal_basis, channel, given_at, recorded_by, evidence,
            withdrawn_at
        FROM consent_receipt
        """

    fileprivate init(row: any SQLRow) throws {
        self.init(
            id: try row[0], subject: try DataSubject(row: row, at: 1), noticeVersion: try row[3], purpose: try row[4],
            basis: try row[5], channel: try row[6], givenAt: try row[7], recordedBy: try row[8], evidence: try row[9],
            withdrawnAt: try row[10])
    }
}
