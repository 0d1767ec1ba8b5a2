public import Storage

/// What a check of the whole trail found.
public enum AuditVerification: Sendable, Hashable {
    /// Every entry follows from the one before, up to the head.
    case intact(entries: Int64)
    /// The first place where the chain does not hold.
    case broken(at: Int64, Fault)

    public enum Fault: Sendable, Hashable {
        /// A field of the entry was changed after it was written.
        case altered
        /// The entry does not continue the one before: that one was changed, or they were put in another order.
        case unlinked
        /// There is no entry of this number, but a later one.
        case missing
        /// There is no entry of this number nor after it, but the head counts it.
        case truncated
        /// There are entries that the head does not know, or it knows another hash: the head was changed.
        case headDiffers
        /// The chain holds, but is not the one whose head was written down.
        case rewritten
    }
}

extension SQLConnection {
    /// Checks the trail from its first entry to its head, in flat memory.
    ///
    /// - Parameter anchor: a head written down earlier outside the database; only this tells a chain rewritten as a whole.
    /// - Throws: ``StorageError``.
    /// - Complexity: one pass over the entries.
    public func verifyAudit(anchor: AuditHead? = nil) throws -> AuditVerification {
        var last = AuditHead(sequence: 0, hash: Array(repeating: 0, count: 32))
        var fault: AuditVerification?
        try forEachRow("\(AuditEntry.selection) ORDER BY sequence") { row in
            guard fault == nil else { return }
            let entry = try AuditEntry(row: row)
            if entry.sequence != last.sequence + 1 {
                fault = .broken(at: last.sequence + 1, .missing)
            } else if entry.hash != entry.expectedHash {
                fault = .broken(at: entry.sequence, .altered)
            } else if entry.previousHash != last.hash {
                fault = .broken(at: entry.sequence, .unlinked)
            } else if let anchor, anchor.sequence == entry.sequence, anchor.hash != entry.hash {
                fault = .broken(at: entry.sequence, .rewritten)
            }
            last = AuditHead(sequence: entry.sequence, hash: entry.hash)
        }
        if let fault { return fault }
        guard let head = try auditHead() else { return .broken(at: last.sequence, .headDiffers) }
        if head.sequence > last.sequence { return .broken(at: last.sequence + 1, .truncated) }
        if head != last { return .broken(at: last.sequence, .headDiffers) }
        if let anchor, anchor.sequence > last.sequence { return .broken(at: last.sequence + 1, .truncated) }
        return .intact(entries: last.sequence)
    }
}
