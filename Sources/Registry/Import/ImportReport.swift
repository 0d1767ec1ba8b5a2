import Accounts
import Nusantara
public import Storage

extension AuditAction {
    static let listReceived = AuditAction("list.received")
    static let listImported = AuditAction("list.imported")
    static let listRefused = AuditAction("list.refused")
}

extension SQLConnection {
    /// Keeps how an import ended, in the list of imports and in the audit trail; the unit of work holds ``Storage/SQLLock/auditTrail``.
    public func finish(_ listImport: ListImport) throws {
        try update(listImport)
        let tally = listImport.tally
        try recordAudit(
            AuditEvent(
                listImport.state == .failed ? .listRefused : .listImported,
                of: AuditSubject(kind: "list", id: listImport.id), by: listImport.receivedBy,
                detail: [
                    "partner": .id(listImport.partner), "rows": .count(tally.rowsRead), "created": .count(tally.created),
                    "changed": .count(tally.changed), "refused": .count(tally.refused), "businesses": .count(tally.newBusinesses),
                ]), at: listImport.finishedAt ?? .now)
    }

    /// What was found in the rows of a list, in their order, a page at a time.
    public func findings(of listImport: ListImportID, after cursor: FindingCursor? = nil, limit: Int = 100) throws -> [Finding] {
        let after: SQLQuery =
            cursor.map { "AND (line > \($0.line) OR (line = \($0.line) AND position > \($0.position)))" } ?? ""
        return try rows(
            """
            SELECT line, column_name, code, refused, indonesian, english FROM list_finding
            WHERE import_id = \(listImport) \(after) ORDER BY line, position LIMIT \(limit)
            """
        ) { row in
            Finding(
                line: try row[0], column: try row[1],
                notice: Notice(code: try row[2], indonesian: try row[4], english: try row[5]), refusesRow: try row[3])
        }
    }

    /// How often each kind of finding came up, the most frequent first.
    public func findingCounts(of listImport: ListImportID) throws -> [(code: String, indonesian: String, english: String, rows: Int)] {
        try rows(
            """
            SELECT code, MIN(indonesian), MIN(english), COUNT(*) FROM list_finding WHERE import_id = \(listImport)
            GROUP BY code ORDER BY COUNT(*) DESC, code
            """
        ) { (code: try $0[0], indonesian: try $0[1], english: try $0[2], rows: try $0[3]) }
    }
}

/// Where a page of findings begins.
public struct FindingCursor: Sendable, Hashable {
    public let line: Int
    public let position: Int

    public init(line: Int, position: Int) {
        self.line = line
        self.position = position
    }
}
