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

    /// Keeps what was found in rows of a list.
    public func keep(_ findings: [Finding], of listImport: ListImportID) throws {
        var positions: [Int: Int] = [:]
        let rows = findings.map { finding -> [SQLValue] in
            let position = positions[finding.line, default: 0]
            positions[finding.line] = position + 1
            return [
                listImport.sqlValue, finding.line.sqlValue, position.sqlValue, .text(String(finding.column.prefix(80))),
                .text(finding.notice.code), finding.refusesRow.sqlValue, .text(finding.notice.indonesian), .text(finding.notice.english),
            ]
        }
        try load(
            into: "list_finding",
            columns: ["import_id", "line", "position", "column_name", "code", "refused", "indonesian", "english"], rows: rows)
    }

    /// Forgets what was found, before the list is read again.
    public func forgetFindings(of listImport: ListImportID) throws {
        try run("DELETE FROM list_finding WHERE import_id = \(listImport)")
    }

    /// How many findings there are.
    public func findingTotal(of listImport: ListImportID) throws -> Int64 {
        try value("SELECT COUNT(*) FROM list_finding WHERE import_id = \(listImport)") ?? 0
    }

    /// What was found in the rows of a list behind a line, in their order, so many findings at most.
    public func findings(of listImport: ListImportID, behind line: Int = 0, limit: Int = 100) throws -> [Finding] {
        try rows(
            """
            SELECT line, column_name, code, refused, indonesian, english FROM list_finding
            WHERE import_id = \(listImport) AND line > \(line) ORDER BY line, position LIMIT \(limit)
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
