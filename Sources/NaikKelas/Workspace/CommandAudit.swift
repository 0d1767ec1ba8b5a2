import Accounts
import Storage

// What the command changes without a room that would record it.
extension AuditAction {
    static let partnerSet = AuditAction("partner.set")
    static let programmeSet = AuditAction("programme.set")
    static let targetSet = AuditAction("target.set")
    static let targetRemoved = AuditAction("target.removed")
    static let bulletinFrozen = AuditAction("bulletin.frozen")
    static let countsRepaired = AuditAction("counts.repaired")
}

extension Workspace {
    /// Records in the trail what the command has done.
    func record(_ action: AuditAction, of subject: AuditSubject, detail: AuditDetail = [:]) async throws {
        try await database.write(holding: .auditTrail) { connection in
            _ = try connection.recordAudit(AuditEvent(action, of: subject, by: nil, detail: detail), at: .now)
        }
    }
}
