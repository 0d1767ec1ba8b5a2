import Accounts
public import Storage

/// What a person says about two claims.
public enum Verdict: String, Sendable, CaseIterable, SQLConvertible {
    /// Both are of one business.
    case same
    case notSame = "not-same"
    /// Looked at, and not to be told.
    case unsure
}

extension SQLConnection {
    /// A settled decision of this kind between a claim of one business and a claim of the other.
    func decision(_ verdict: Verdict, between one: BusinessID, and other: BusinessID) throws -> PairID? {
        func claims(_ business: BusinessID) throws -> Set<ClaimID> {
            Set(try rows("SELECT claim_id FROM link WHERE business_id = \(business)") { try $0[0] })
        }
        return try decision(verdict, between: try claims(one), and: try claims(other))
    }

    /// A settled decision of this kind between a claim of one set and a claim of the other; the one of the lowest ids.
    func decision(_ verdict: Verdict, between some: Set<ClaimID>, and others: Set<ClaimID>) throws -> PairID? {
        var found: [PairID] = []
        for (near, far) in [(some, others), (others, some)] where !near.isEmpty && !far.isEmpty {
            try forEachRow(
                """
                SELECT first_claim, second_claim FROM claim_decision
                WHERE first_claim IN \(list: near.sorted()) AND verdict = \(verdict)
                """
            ) { row in
                let second: ClaimID = try row[1]
                if far.contains(second), let pair = PairID(try row[0], second) { found.append(pair) }
            }
        }
        return found.min { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}
