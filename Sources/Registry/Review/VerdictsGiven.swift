public import Accounts
public import Storage

extension SQLConnection {
    /// How many verdicts a person has given from an instant on.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func verdictsGiven(by reviewer: PersonID, since start: Timestamp) throws -> Int {
        try value("SELECT COUNT(*) FROM claim_verdict WHERE reviewer = \(reviewer) AND decided_at >= \(start)") ?? 0
    }
}
