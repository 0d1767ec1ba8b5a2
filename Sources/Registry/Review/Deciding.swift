public import Accounts
import Journey
import Linkage
public import Nusantara
public import Storage

/// How pairs of claims are decided: a setting of the programme.
public struct ReviewRules: Sendable, Hashable {
    /// How many people have to say the same before it is settled; at least one.
    public let reviewers: Int

    public init(reviewers: Int) {
        self.reviewers = max(reviewers, 1)
    }

    /// Two people, each without knowing what the other said.
    public static let national = ReviewRules(reviewers: 2)
}

/// What one person said about a pair, and when.
public struct RecordedVerdict: Sendable, Hashable {
    public let pair: PairID
    public let reviewer: PersonID
    public let verdict: Verdict
    /// Whether the score was hidden until the verdict.
    public let isBlind: Bool
    public let decidedAt: Timestamp
}

/// How a pair stands after a verdict.
public enum ReviewOutcome: Sendable, Hashable {
    /// More verdicts are needed.
    case open
    /// People disagree, or as many as are needed could not tell: an arbiter has to decide.
    case disputed
    /// Enough people agree, but what follows would go against this other pair, which is settled: an arbiter has to look at both.
    case contradicts(PairID)
    /// It is decided, and the businesses were merged or parted if that was needed.
    case settled(Verdict, merge: MergeID?)
}

/// Why a verdict cannot be taken.
public enum ReviewError: Error, Sendable, Equatable {
    /// One of the claims is not in the registry.
    case unknownPair
    /// The person said something about the pair already, which stands.
    case alreadyDecided
    /// The pair is settled.
    case alreadySettled(Verdict)
}

extension AuditAction {
    static let pairJudged = AuditAction("pair.judged")
    static let pairSettled = AuditAction("pair.settled")
    static let pairReopened = AuditAction("pair.reopened")
}

extension SQLConnection {
    /// Takes a person's verdict about two claims; it stands for ever.
    ///
    /// When enough people agree, or an arbiter decides a dispute, the pair is settled: *same* merges the businesses of both claims, *not the
    /// same* moves the later claim, and those that belong rather to it, out of a business that holds both. The unit of work holds
    /// ``Storage/SQLLock/journey``; who may see the pair has been asked.
    ///
    /// - Parameters:
    ///   - isArbiter: whether the person may settle disputes.
    ///   - attachments: as for ``mergeBusinesses(_:into:attachments:reason:by:today:at:)``.
    /// - Throws: ``ReviewError``; ``Storage/StorageError``.
    @discardableResult
    public func judge(
        _ pair: PairID, _ verdict: Verdict, by reviewer: PersonID, isBlind: Bool, isArbiter: Bool = false,
        rules: ReviewRules = .national, attachments: [BusinessAttachment] = [], today: CalendarDate, at time: Timestamp = .now
    ) throws -> ReviewOutcome {
        let links = try linkedRecords(of: pair)
        guard let first = links[pair.first], let second = links[pair.second] else { throw ReviewError.unknownPair }
        if let settled = try settledVerdict(of: pair) { throw ReviewError.alreadySettled(settled) }
        let before = try verdicts(of: pair)
        guard !before.contains(where: { $0.reviewer == reviewer }) else { throw ReviewError.alreadyDecided }
        try recordAudit(
            AuditEvent(
                .pairJudged, of: .business(first.business), by: reviewer,
                detail: [
                    "first": .id(pair.first), "second": .id(pair.second), "verdict": .word(verdict), "blind": .flag(isBlind),
                ]), at: time)
        try run(
            """
            INSERT INTO claim_verdict (first_claim, second_claim, reviewer, verdict, is_blind, decided_at)
            VALUES (\(pair.first), \(pair.second), \(reviewer), \(verdict), \(isBlind), \(time))
            """)
        let all = before.map(\.verdict) + [verdict]
        let (same, notSame) = (all.count { $0 == .same }, all.count { $0 == .notSame })
        let isDisputed = try isDisputed(pair) || before.contains { $0.verdict == .same } && before.contains { $0.verdict == .notSame }
        if verdict != .unsure, isDisputed ? isArbiter : min(same, notSame) == 0 && max(same, notSame) >= rules.reviewers {
            do {
                let merge = try settle(
                    pair, verdict, (first.business, second.business), by: reviewer, attachments: attachments, today: today, at: time)
                try keepQueue(pair, .settled)
                return .settled(verdict, merge: merge)
            } catch MergeError.heldApart(let one, let other), MergeError.heldTogether(let one, let other) {
                // Thrown before anything was moved, so that the verdict alone is kept.
                guard let held = PairID(one, other) else { throw ReviewError.unknownPair }
                try dispute(pair)
                return .contradicts(held)
            }
        }
        let isUntold = all.count { $0 == .unsure } >= rules.reviewers && same + notSame == 0
        guard isDisputed || isUntold || same > 0 && notSame > 0 else { return .open }
        try dispute(pair)
        return .disputed
    }

    private func isDisputed(_ pair: PairID) throws -> Bool {
        try value(
            "SELECT state FROM review_item WHERE first_claim = \(pair.first) AND second_claim = \(pair.second)", as: ReviewState.self)
            == .disputed
    }

    /// What people said about a pair, in the order in which they said it.
    public func verdicts(of pair: PairID) throws -> [RecordedVerdict] {
        try verdicts(where: "first_claim = \(pair.first) AND second_claim = \(pair.second)")
    }

    /// What people said about the claims of a business, in the order in which they said it.
    public func verdicts(of business: BusinessID) throws -> [RecordedVerdict] {
        let claims: SQLQuery = "(SELECT claim_id FROM link WHERE business_id = \(business))"
        return try verdicts(where: "first_claim IN \(claims) OR second_claim IN \(claims)")
    }

    /// What was settled about a pair, or nil.
    public func settledVerdict(of pair: PairID) throws -> Verdict? {
        try value("SELECT verdict FROM claim_decision WHERE first_claim = \(pair.first) AND second_claim = \(pair.second)")
    }

    private func verdicts(where condition: SQLQuery) throws -> [RecordedVerdict] {
        try rows(
            """
            SELECT first_claim, second_claim, reviewer, verdict, is_blind, decided_at FROM claim_verdict WHERE \(condition)
            ORDER BY decided_at, first_claim, second_claim, reviewer
            """
        ) { row -> RecordedVerdict? in
            guard let pair = PairID(try row[0], try row[1]) else { return nil }
            return RecordedVerdict(pair: pair, reviewer: try row[2], verdict: try row[3], isBlind: try row[4], decidedAt: try row[5])
        }.compactMap(\.self)
    }

    // MARK: - What follows

    private func settle(
        _ pair: PairID, _ verdict: Verdict, _ businesses: (BusinessID, BusinessID), by person: PersonID,
        attachments: [BusinessAttachment], today: CalendarDate, at time: Timestamp
    ) throws -> MergeID? {
        var merge: MergeID?
        if verdict == .same, businesses.0 != businesses.1 {
            // The older business stays, under the id that more has been written about.
            let (kept, merged) = businesses.0 < businesses.1 ? businesses : (businesses.1, businesses.0)
            merge = try mergeBusinesses(merged, into: kept, attachments: attachments, by: person, today: today, at: time)
        } else if verdict == .notSame, businesses.0 == businesses.1 {
            let claims = try claimsBelonging(to: pair.second, ratherThan: pair.first, of: businesses.0)
            merge = try moveOut(claims, of: businesses.0, by: person, today: today, at: time).merge
        }
        try makeCertain(pair, verdict, businesses, by: person, today: today, at: time)
        try recordAudit(
            AuditEvent(
                .pairSettled, of: .business(businesses.0), by: person,
                detail: ["first": .id(pair.first), "second": .id(pair.second), "verdict": .word(verdict)]), at: time)
        try run(
            """
            INSERT INTO claim_decision (first_claim, second_claim, verdict, decided_at)
            VALUES (\(pair.first), \(pair.second), \(verdict), \(time))
            """)
        try renewVersion()
        return merge
    }

    /// What was settled is no doubt of the count any more: neither whether the later claim belongs where it is now, nor whether the business
    /// of one claim is that of the other.
    private func makeCertain(
        _ pair: PairID, _ verdict: Verdict, _ before: (BusinessID, BusinessID), by person: PersonID, today: CalendarDate, at time: Timestamp
    ) throws {
        let isPlaced = verdict == .same || before.0 == before.1
        if isPlaced {
            try run(
                """
                UPDATE link SET decided_by = \(person), decided_at = \(time),
                    method = CASE WHEN method = \(LinkMethod.founder) THEN method ELSE \(LinkMethod.person) END
                WHERE claim_id = \(pair.second)
                """)
        }
        var journey = JourneyChanges()
        for (claim, other) in [(pair.first, before.1), (pair.second, before.0)] {
            let link: (business: BusinessID, near: BusinessID?)? = try first(
                "SELECT business_id, near_business_id FROM link WHERE claim_id = \(claim)"
            ) { (try $0[0], try $0[1]) }
            guard let link else { continue }
            let isNearSettled = try link.near.map { try mergedInto($0) == mergedInto(other) } ?? false
            for milestone in try milestones(of: link.business) where milestone.kind == .registered && milestone.evidence == .claim(claim) {
                let certainty = Certainty(
                    doubt: isPlaced && claim == pair.second ? 0 : milestone.certainty.doubt,
                    nearMiss: isNearSettled ? 0 : milestone.certainty.nearMiss,
                    nearMissOfSamePartner: !isNearSettled && milestone.certainty.nearMissOfSamePartner)
                if certainty != milestone.certainty { journey.add(milestone.with(certainty), to: link.business) }
            }
        }
        try apply(journey, today: today)
    }

    /// Opens pairs again whose decision went with a merge that was undone: they are disputed from now on, and what people said stays.
    func reopen(_ merge: BusinessMerge, by person: PersonID?, at time: Timestamp) throws {
        let (verdict, other): (Verdict, BusinessID) =
            merge.kind == .merge ? (.same, merge.destination) : (.notSame, merge.source)
        while let pair = try decision(verdict, between: merge.source, and: other) {
            try recordAudit(
                AuditEvent(
                    .pairReopened, of: .business(merge.source), by: person,
                    detail: ["first": .id(pair.first), "second": .id(pair.second), "verdict": .word(verdict)]), at: time)
            try run("DELETE FROM claim_decision WHERE first_claim = \(pair.first) AND second_claim = \(pair.second)")
            try dispute(pair)
            try renewVersion()
        }
    }

    /// Which claims of a business go with one claim when another stays: those that people said are the same as it, and those that are
    /// more like it.
    private func claimsBelonging(to leaving: ClaimID, ratherThan staying: ClaimID, of business: BusinessID) throws -> Set<ClaimID> {
        var records: [ClaimID: LinkageRecord] = [:]
        try forEachRow("SELECT claim_id, features FROM link WHERE business_id = \(business)") { row in
            records[try row[0]] = try LinkageRecord(encoded: try row[1])
        }
        guard let there = records[leaving], let here = records[staying] else { return [leaving] }
        let groups = try groupsHeldTogether(Array(records.keys))
        var gone: Set<ClaimID> = []
        for group in groups where !group.contains(staying) {
            let model = LinkageModel.starting
            let pull = group.reduce(0.0) { sum, claim in
                guard let record = records[claim] else { return sum }
                return sum + model.compare(record, there).weight - model.compare(record, here).weight
            }
            if group.contains(leaving) || pull > 0 { gone.formUnion(group) }
        }
        return gone
    }

    /// The claims in groups, each of which people said to be one business.
    private func groupsHeldTogether(_ claims: [ClaimID]) throws -> [Set<ClaimID>] {
        var groups = claims.map { Set([$0]) }
        try forEachRow(
            "SELECT first_claim, second_claim FROM claim_decision WHERE first_claim IN \(list: claims) AND verdict = \(Verdict.same)"
        ) { row in
            let (first, second): (ClaimID, ClaimID) = (try row[0], try row[1])
            let touched = groups.filter { $0.contains(first) || $0.contains(second) }
            groups.removeAll { $0.contains(first) || $0.contains(second) }
            groups.append(touched.reduce(into: []) { $0.formUnion($1) })
        }
        return groups.filter { !$0.isEmpty }
    }
}
