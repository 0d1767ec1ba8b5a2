public import Accounts
public import Storage

extension SQLConnection {
    /// The claim that stands for a business where it is compared with another claim, as the queue of doubtful pairs does; nil if it has none.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func firstClaim(of business: BusinessID) throws -> ClaimID? {
        try value("SELECT claim_id FROM link WHERE business_id = \(business) ORDER BY claim_id LIMIT 1")
    }
}
