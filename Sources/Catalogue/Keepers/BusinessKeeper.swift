public import Accounts
public import Storage

extension AuditAction {
    /// Somebody was let at the products and shops of a business.
    public static let keeperAdded = AuditAction("business-keeper.added")
    public static let keeperRemoved = AuditAction("business-keeper.removed")
}

extension SQLConnection {
    /// Whether somebody looks after the products and shops of a business with an account of their own.
    public func keeps(_ person: PersonID, _ business: BusinessID) throws -> Bool {
        try value("SELECT 1 FROM business_keeper WHERE business_id = \(business) AND person_id = \(person)", as: Int64.self) != nil
    }

    /// The businesses that somebody looks after.
    public func businesses(keptBy person: PersonID) throws -> [BusinessID] {
        try rows("SELECT business_id FROM business_keeper WHERE person_id = \(person) ORDER BY business_id") { try $0[0] }
    }

    /// Who looks after a business.
    public func keepers(of business: BusinessID) throws -> [PersonID] {
        try rows("SELECT person_id FROM business_keeper WHERE business_id = \(business) ORDER BY person_id") { try $0[0] }
    }

    /// Lets somebody at the products and shops of a business. Done twice, it is done once.
    public func addKeeper(_ person: PersonID, to business: BusinessID, by actor: PersonID?, at now: Timestamp) throws {
        let count = try run(
            """
            INSERT INTO business_keeper (business_id, person_id, added_by, added_at)
            VALUES (\(business), \(person), \(actor), \(now)) ON CONFLICT (business_id, person_id) DO NOTHING
            """)
        guard count > 0 else { return }
        try recordAudit(AuditEvent(.keeperAdded, of: .business(business), by: actor, detail: ["person": .word("account")]), at: now)
    }

    /// Ends that.
    public func removeKeeper(_ person: PersonID, of business: BusinessID, by actor: PersonID?, at now: Timestamp) throws {
        let count = try run("DELETE FROM business_keeper WHERE business_id = \(business) AND person_id = \(person)")
        if count > 0 { try recordAudit(AuditEvent(.keeperRemoved, of: .business(business), by: actor), at: now) }
    }
}
