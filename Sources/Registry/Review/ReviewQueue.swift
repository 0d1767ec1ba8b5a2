public import Accounts
import Journey
public import Linkage
import Nusantara
public import Storage

/// How a pair of the queue stands.
enum ReviewState: String, Sendable, CaseIterable, SQLConvertible {
    case open
    case disputed
    case settled
}

/// A doubtful pair of the queue, before anybody looks into it.
public struct ReviewItem: Sendable, Hashable {
    public let pair: PairID
    /// How probable it seemed that both are one business when the later claim came in, 0…1. Not to be shown before the verdict.
    public let probability: Double
    /// Whether both are of one business now.
    public let isLinked: Bool
    /// Whether people disagree about it, so that an arbiter has to decide.
    public let isDisputed: Bool
}

/// Both claims of a pair side by side, identifiers masked, with what linkage says of them.
public struct ReviewPair: Sendable {
    public let item: ReviewItem
    public let first: ClaimRecord
    public let second: ClaimRecord
    public let firstBusiness: BusinessSummary
    public let secondBusiness: BusinessSummary
    /// The sum of weights. Not to be shown before the verdict.
    public let comparison: Comparison
}

extension SQLConnection {
    /// The pairs about which a verdict would tell the most, as far as the scopes of the viewer reach.
    ///
    /// A verdict about a pair of probability p takes a variance of p (1 − p) out of the count of businesses, whichever way it goes, because
    /// each pair is one business more or less. Left out is what is settled, what the reviewer has judged, and pairs that came together or
    /// apart by other ways.
    ///
    /// - Parameters:
    ///   - isArbiter: whether the person settles disputes, which then come first; others do not see them.
    ///   - limit: how many at most.
    public func reviewQueue(for reviewer: PersonID, scopes: [Scope], isArbiter: Bool = false, limit: Int = 20) throws -> [ReviewItem] {
        let disputed = isArbiter ? try reviewItems(.disputed, for: reviewer, scopes: scopes, limit: limit) : []
        return disputed + (try reviewItems(.open, for: reviewer, scopes: scopes, limit: limit - disputed.count))
    }

    private func reviewItems(_ state: ReviewState, for reviewer: PersonID, scopes: [Scope], limit: Int) throws -> [ReviewItem] {
        guard limit > 0 else { return [] }
        let everywhere = scopes.contains { $0 == Scope() }
        let within: SQLQuery =
            everywhere
            ? ""
            : """
            AND EXISTS (SELECT 1 FROM standing s WHERE s.business_id = lf.business_id AND \(Self.lies(inOneOf: scopes)))
            AND EXISTS (SELECT 1 FROM standing s WHERE s.business_id = ls.business_id AND \(Self.lies(inOneOf: scopes)))
            """
        return try rows(
            """
            SELECT i.first_claim, i.second_claim, i.probability, i.is_linked FROM review_item i
            JOIN link lf ON lf.claim_id = i.first_claim JOIN link ls ON ls.claim_id = i.second_claim
            WHERE i.state = \(state) AND (CASE WHEN lf.business_id = ls.business_id THEN 1 ELSE 0 END) = i.is_linked
                AND NOT EXISTS (SELECT 1 FROM claim_verdict v WHERE v.first_claim = i.first_claim AND v.second_claim = i.second_claim
                    AND v.reviewer = \(reviewer)) \(within)
            ORDER BY i.worth DESC, i.first_claim, i.second_claim LIMIT \(limit)
            """
        ) { row in try ReviewItem(row: row, isDisputed: state == .disputed) }.compactMap(\.self)
    }

    /// A pair with both claims, or nil if one is not in the registry or not in the scopes; the caller records the reading of both businesses.
    ///
    /// - Throws: ``Accounts/VaultError`` if a sealed value cannot be opened; ``Storage/StorageError``.
    public func reviewPair(_ pair: PairID, vault: Vault, scopes: [Scope]) throws -> ReviewPair? {
        let links = try linkedRecords(of: pair)
        guard let first = links[pair.first], let second = links[pair.second],
            try mayRead(first.business, scopes: scopes), try mayRead(second.business, scopes: scopes),
            let firstClaim = try claimRecords(where: "l.claim_id = \(pair.first)", vault: vault).first,
            let secondClaim = try claimRecords(where: "l.claim_id = \(pair.second)", vault: vault).first
        else { return nil }
        let summaries = Dictionary(
            try self.summaries(of: [first.business, second.business], programme: nil).map { ($0.id, $0) }
        ) { first, _ in first }
        guard let firstBusiness = summaries[first.business], let secondBusiness = summaries[second.business] else { return nil }
        let comparison = try currentModel().compare(first.record, second.record)
        let queued: (probability: Int, state: ReviewState)? = try self.first(
            "SELECT probability, state FROM review_item WHERE first_claim = \(pair.first) AND second_claim = \(pair.second)"
        ) { (try $0[0], try $0[1]) }
        let item = ReviewItem(
            pair: pair, probability: queued.map { Double($0.probability) / 1_000_000 } ?? comparison.probability,
            isLinked: first.business == second.business, isDisputed: queued?.state == .disputed)
        return ReviewPair(
            item: item, first: firstClaim, second: secondClaim, firstBusiness: firstBusiness, secondBusiness: secondBusiness,
            comparison: comparison)
    }

    /// Where the claims of a pair are, and what linkage knows of them.
    func linkedRecords(of pair: PairID) throws -> [ClaimID: (business: BusinessID, record: LinkageRecord)] {
        var found: [ClaimID: (business: BusinessID, record: LinkageRecord)] = [:]
        try forEachRow(
            "SELECT claim_id, business_id, features FROM link WHERE claim_id IN \(list: [pair.first, pair.second])"
        ) { row in found[try row[0]] = (try row[1], try LinkageRecord(encoded: try row[2])) }
        return found
    }

    /// Says how a pair of the queue stands; one that is not in it is none of the queue's business.
    func keepQueue(_ pair: PairID, _ state: ReviewState) throws {
        try run("UPDATE review_item SET state = \(state) WHERE first_claim = \(pair.first) AND second_claim = \(pair.second)")
    }

    /// Puts a pair before an arbiter, whether it was in the queue before or not.
    func dispute(_ pair: PairID) throws {
        let links = try linkedRecords(of: pair)
        guard let first = links[pair.first], let second = links[pair.second] else { return }
        let probability = try currentModel().pairProbability(first.record, second.record)
        let millionths = Int64((probability * 1_000_000).rounded())
        try run(
            """
            INSERT INTO review_item (first_claim, second_claim, probability, worth, is_linked, state)
            VALUES (\(pair.first), \(pair.second), \(millionths), \(millionths * (1_000_000 - millionths) / 1_000_000),
                \(first.business == second.business), \(ReviewState.disputed))
            ON CONFLICT (first_claim, second_claim) DO UPDATE SET is_linked = excluded.is_linked, state = excluded.state
            """)
    }

    // MARK: - What comes in

    /// Queues the claims that were linked with doubt, each beside the first claim of the business that it was put to, or not put to.
    ///
    /// - Parameter doubtful: each claim with the business it may belong to, how probable that seemed in millionths, and whether it was put there.
    func queue(_ doubtful: [(claim: ClaimID, business: BusinessID, probability: Int64, isLinked: Bool)]) throws {
        guard !doubtful.isEmpty else { return }
        // Two suffice: one of them may be the claim itself.
        var firstClaims: [BusinessID: [ClaimID]] = [:]
        let businesses = Set(doubtful.map(\.business)).sorted()
        for start in stride(from: 0, to: businesses.count, by: 1024) {
            let some = businesses[start..<min(start + 1024, businesses.count)]
            try forEachRow(
                "SELECT business_id, claim_id FROM link WHERE business_id IN \(list: some) ORDER BY business_id, claim_id"
            ) { row in
                let business: BusinessID = try row[0]
                if firstClaims[business, default: []].count < 2 { firstClaims[business, default: []].append(try row[1]) }
            }
        }
        let items: [[SQLValue]] = doubtful.compactMap { doubt in
            guard let other = firstClaims[doubt.business]?.first(where: { $0 != doubt.claim }), let pair = PairID(doubt.claim, other)
            else { return nil }
            let worth = doubt.probability * (1_000_000 - doubt.probability) / 1_000_000
            return [
                pair.first.sqlValue, pair.second.sqlValue, .integer(doubt.probability), .integer(worth), doubt.isLinked.sqlValue,
                ReviewState.open.sqlValue,
            ]
        }
        try run(
            """
            INSERT INTO review_item (first_claim, second_claim, probability, worth, is_linked, state) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (first_claim, second_claim) DO NOTHING
            """, forEach: items)
    }
}

extension ReviewItem {
    fileprivate init?(row: any SQLRow, isDisputed: Bool) throws {
        guard let pair = PairID(try row[0], try row[1]) else { return nil }
        let millionths: Int = try row[2]
        self.init(pair: pair, probability: Double(millionths) / 1_000_000, isLinked: try row[3], isDisputed: isDisputed)
    }
}
