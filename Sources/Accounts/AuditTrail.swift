public import Storage

extension SQLLock {
    /// What a unit of work that records an event should hold, so that writers wait for each other before they begin.
    ///
    /// Without it PostgreSQL still keeps the chain whole, by running one of two such transactions again. One that is long or holds
    /// another lock records its event first: the row of the head is then its own from the start, and the others run again.
    public static let auditTrail = SQLLock(number: 0x6175_6469_74)
}

extension SQLConnection {
    /// Writes an event to the trail, in the transaction of what it records.
    ///
    /// - Throws: ``StorageError``; on PostgreSQL ``StorageError/serialization`` lets the unit of work run again.
    @discardableResult
    public func recordAudit(_ event: AuditEvent, at time: Timestamp) throws -> AuditEntry? {
        try recordAudit([event], at: time).last
    }

    /// Writes events to the trail in their order.
    ///
    /// - Throws: as ``recordAudit(_:at:)-(AuditEvent,_)``.
    @discardableResult
    public func recordAudit(_ events: [AuditEvent], at time: Timestamp) throws -> [AuditEntry] {
        guard !events.isEmpty else { return [] }
        // The update comes first: it makes the row of the head ours until the transaction ends.
        let head: AuditHead? = try first(
            "UPDATE audit_head SET sequence = sequence + \(events.count) WHERE one = 1 RETURNING sequence - \(events.count), hash"
        ) { AuditHead(sequence: try $0[0], hash: try $0[1]) }
        guard var head else { throw StorageError.constraint("the head of the audit trail is missing") }
        var entries: [AuditEntry] = []
        entries.reserveCapacity(events.count)
        for event in events {
            let entry = AuditEntry(event, at: time, after: head)
            head = AuditHead(sequence: entry.sequence, hash: entry.hash)
            entries.append(entry)
        }
        try run(
            """
            INSERT INTO audit_entry (sequence, recorded_at, actor_id, action, subject_kind, subject_id, detail, previous_hash, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            forEach: entries.map(\.columns))
        try run("UPDATE audit_head SET hash = \(head.hash) WHERE one = 1")
        return entries
    }

    /// The last place of the chain.
    ///
    /// - Throws: ``StorageError``.
    public func auditHead() throws -> AuditHead? {
        try first("SELECT sequence, hash FROM audit_head WHERE one = 1") { AuditHead(sequence: try $0[0], hash: try $0[1]) }
    }

    /// What was done about a subject, the newest first.
    ///
    /// - Parameter before: only entries with a smaller sequence, to page on.
    /// - Throws: ``StorageError``.
    public func auditEntries(about subject: AuditSubject, before: Int64 = .max, limit: Int = 100) throws -> [AuditEntry] {
        try rows(
            """
            \(AuditEntry.selection) WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id) AND sequence < \(before)
            ORDER BY sequence DESC LIMIT \(limit)
            """
        ) { try AuditEntry(row: $0) }
    }

    /// Who read about a business or a person, the newest first: the trail that law 27/2022, article 32, gives to the person.
    ///
    /// - Throws: ``StorageError``.
    public func readings(of subject: AuditSubject, before: Int64 = .max, limit: Int = 100) throws -> [AuditEntry] {
        try rows(
            """
            \(AuditEntry.selection) WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
                AND action = \(AuditAction.read.name) AND sequence < \(before)
            ORDER BY sequence DESC LIMIT \(limit)
            """
        ) { try AuditEntry(row: $0) }
    }

    /// What somebody did, the newest first.
    ///
    /// - Throws: ``StorageError``.
    public func auditEntries(by actor: PersonID, before: Int64 = .max, limit: Int = 100) throws -> [AuditEntry] {
        try rows(
            "\(AuditEntry.selection) WHERE actor_id = \(actor) AND sequence < \(before) ORDER BY sequence DESC LIMIT \(limit)"
        ) { try AuditEntry(row: $0) }
    }
}

extension AuditEntry {
    static let selection: SQLQuery = """
        SELECT sequence, recorded_at, actor_id, action, subject_kind, subject_id, detail, previous_hash, hash FROM audit_entry
        """

    init(row: any SQLRow) throws {
        self.init(
            sequence: try row[0], at: try row[1], actor: try row[2], action: AuditAction(stored: try row[3]),
            subject: AuditSubject(storedKind: try row[4], id: try row[5]), detail: try row[6], previousHash: try row[7],
            hash: try row[8])
    }

    fileprivate var columns: [SQLValue] {
        [
            .integer(sequence), at.sqlValue, actor.sqlValue, .text(action.name), .text(subject.kind), subject.id.sqlValue,
            .text(detail), .bytes(previousHash), .bytes(hash),
        ]
    }
}
