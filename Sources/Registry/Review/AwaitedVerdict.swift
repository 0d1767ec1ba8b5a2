public import Accounts
public import Storage

extension SQLConnection {
    /// Whether the queue waits for what this person says about a pair, so that nothing may tell the score before.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func awaitsVerdict(about pair: PairID, from reviewer: PersonID) throws -> Bool {
        try value(
            """
            SELECT 1 FROM review_item i WHERE i.first_claim = \(pair.first) AND i.second_claim = \(pair.second)
                AND i.state = \(ReviewState.open)
                AND NOT EXISTS (SELECT 1 FROM claim_verdict v WHERE v.first_claim = i.first_claim AND v.second_claim = i.second_claim
                    AND v.reviewer = \(reviewer))
            """, as: Int.self) != nil
    }
}
