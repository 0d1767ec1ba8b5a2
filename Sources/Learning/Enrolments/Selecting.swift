public import Accounts
import Nusantara
public import Storage

/// What reviewers give an application for one criterion.
public struct ReviewPoints: Sendable, Hashable {
    public let criterion: String
    public let points: Int

    public init(criterion: String, points: Int) {
        self.criterion = criterion
        self.points = points
    }
}

/// How seats were given.
public struct SelectionOutcome: Sendable, Hashable {
    public let accepted: Int
    public let waiting: Int
    public let rejected: Int
}

extension SQLConnection {
    /// An officer found an application in order, or not. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Throws: ``LearningError``; ``Storage/StorageError``.
    public func checkApplication(_ id: EnrolmentID, isInOrder: Bool, by person: PersonID?, at now: Timestamp) throws {
        try take(
            EnrolmentStep(
                enrolment: try enrolment(id), state: isInOrder ? .checked : .rejected, reason: isInOrder ? .inOrder : .notInOrder,
                by: person,
                at: now))
        if !isInOrder { try tell(id, .rejected, at: now) }
    }

    /// A reviewer's points for an application; sent again, they replace those that the reviewer gave before.
    ///
    /// - Throws: ``LearningError/unknownCriterion``, ``LearningError/scoreOutOfRange``; ``Storage/StorageError``.
    public func review(_ id: EnrolmentID, _ points: [ReviewPoints], by reviewer: PersonID, at now: Timestamp) throws {
        let rule = try definition(of: try cohort(try enrolment(id).cohort)).selection
        for given in points {
            guard let criterion = rule.criteria.first(where: { $0.code == given.criterion }) else { throw LearningError.unknownCriterion }
            guard (0...criterion.highest).contains(given.points) else { throw LearningError.scoreOutOfRange }
            try run(
                """
                INSERT INTO application_review (enrolment_id, reviewer, criterion, points, reviewed_at)
                VALUES (\(id), \(reviewer), \(given.criterion), \(Int64(given.points)), \(now))
                ON CONFLICT (enrolment_id, reviewer, criterion)
                DO UPDATE SET points = excluded.points, reviewed_at = excluded.reviewed_at
                """)
        }
    }

    /// The result of the selection test, in percent.
    ///
    /// - Throws: ``LearningError``; ``Storage/StorageError``.
    public func recordTest(_ id: EnrolmentID, percent: Double, by person: PersonID? = nil, at now: Timestamp) throws {
        guard (0...100).contains(percent) else { throw LearningError.scoreOutOfRange }
        try take(
            EnrolmentStep(
                enrolment: try enrolment(id), state: .tested, reason: .testTaken, score: Int((percent * 100).rounded()), by: person, at: now
            ))
    }

    /// Gives the seats of a cohort: to the best where a score decides, else in the order of applications. Those below the pass mark are turned
    /// down, the others wait. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Throws: ``LearningError/reviewsMissing(_:)`` if some application has too few reviews; ``Storage/StorageError``.
    public func select(_ cohortID: CohortID, by person: PersonID? = nil, at now: Timestamp) throws -> SelectionOutcome {
        let cohort = try cohort(cohortID)
        let definition = try definition(of: cohort)
        let rule = definition.selection
        let candidates = try candidates(cohort, rule)
        let counts = try PeopleCounts.before(candidates.map(\.enrolment.learner), on: self)
        var free = cohort.freeSeats
        var tally = (accepted: 0, waiting: 0, rejected: 0)
        for candidate in candidates {
            let isBelow = rule.isScored && (candidate.score ?? 0) < rule.passMark * 100
            var step = EnrolmentStep(
                enrolment: candidate.enrolment, state: .rejected, reason: .belowPassMark, score: candidate.score, by: person, at: now)
            if !isBelow {
                let quota = rule.method == .regionQuota ? try freeQuota(for: candidate.region, in: cohortID) : nil
                let hasSeat = free > 0 && (rule.method != .regionQuota || quota != nil)
                // Who waits already goes on waiting.
                if !hasSeat, candidate.enrolment.state == .waiting {
                    tally.waiting += 1
                    continue
                }
                step = EnrolmentStep(
                    enrolment: candidate.enrolment, state: hasSeat ? .accepted : .waiting,
                    reason: hasSeat ? (rule.isScored ? .amongBest : .seatFree) : .seatsFull, score: candidate.score, quota: quota,
                    by: person, at: now)
            }
            try step.take(on: self)
            switch step.state {
            case .accepted:
                tally.accepted += 1
                free -= 1
                try tell(candidate.enrolment.id, .accepted, at: now)
            case .waiting:
                tally.waiting += 1
                try tell(candidate.enrolment.id, .waiting, at: now)
            default:
                tally.rejected += 1
                try tell(candidate.enrolment.id, .rejected, at: now)
            }
        }
        // What the quotas leave goes to whoever waits longest.
        if rule.method == .regionQuota, free > 0, now >= cohort.closesAt {
            for enrolment in try enrolments(in: cohortID, states: [.waiting], limit: free) {
                try EnrolmentStep(enrolment: enrolment, state: .accepted, reason: .movedUp, by: person, at: now).take(on: self)
                try tell(enrolment.id, .accepted, at: now)
                tally.accepted += 1
                tally.waiting -= 1
            }
        }
        try counts.settle(on: self)
        try run("UPDATE cohort SET is_selected = 1 WHERE id = \(cohortID)")
        return SelectionOutcome(accepted: tally.accepted, waiting: tally.waiting, rejected: tally.rejected)
    }

    /// Those who may get a seat, the best first; of equals whoever applied first.
    private func candidates(_ cohort: Cohort, _ rule: SelectionRule) throws -> [Candidate] {
        var states: Set<EnrolmentState> = [.waiting]
        switch rule.method {
        case .test: states.insert(.tested)
        default: states.insert(rule.isChecked ? .checked : .submitted)
        }
        let scores = rule.method == .rubric ? try rubricScores(cohort.id, rule) : [:]
        let found = try rows(
            """
            SELECT \(Enrolment.columns), l.region FROM enrolment e JOIN learner l ON l.id = e.learner_id
            WHERE e.cohort_id = \(cohort.id) AND e.state IN \(list: states.sorted { $0.rawValue < $1.rawValue }) ORDER BY e.number
            """
        ) { row in
            let enrolment = try Enrolment(row: row)
            return Candidate(
                enrolment: enrolment, region: RegionCode(rawValue: try row[12]), score: scores[enrolment.id]?.score ?? enrolment.score)
        }
        if rule.method == .rubric {
            let missing = found.count { $0.enrolment.state != .waiting && scores[$0.enrolment.id]?.reviewers ?? 0 < rule.reviewers }
            guard missing == 0 else { throw LearningError.reviewsMissing(missing) }
        }
        guard rule.isScored else { return found }
        return found.sorted { ($1.score ?? 0, $0.enrolment.number) < ($0.score ?? 0, $1.enrolment.number) }
    }

    /// The weighted share of the points that there are, averaged over the reviewers who judged every criterion, in hundredths of a percent.
    private func rubricScores(_ cohort: CohortID, _ rule: SelectionRule) throws -> [EnrolmentID: (score: Int, reviewers: Int)] {
        var given: [EnrolmentID: [PersonID: [String: Int]]] = [:]
        try forEachRow(
            """
            SELECT r.enrolment_id, r.reviewer, r.criterion, r.points FROM application_review r JOIN enrolment e ON e.id = r.enrolment_id
            WHERE e.cohort_id = \(cohort)
            """
        ) { row in
            let (enrolment, reviewer): (EnrolmentID, PersonID) = (try row[0], try row[1])
            given[enrolment, default: [:]][reviewer, default: [:]][try row[2]] = Int(try row[3] as Int64)
        }
        let weights = Double(rule.criteria.reduce(0) { $0 + $1.weight })
        return given.mapValues { reviewers in
            let whole = reviewers.values.filter { points in rule.criteria.allSatisfy { points[$0.code] != nil } }
            let scores = whole.map { points in
                rule.criteria.reduce(0.0) { $0 + Double($1.weight) * Double(points[$1.code] ?? 0) / Double($1.highest) } / weights
            }
            let mean = scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
            return (Int((mean * 10_000).rounded()), whole.count)
        }
    }
}

/// Somebody who may get a seat.
private struct Candidate {
    let enrolment: Enrolment
    let region: RegionCode
    let score: Int?
}

extension SelectionRule {
    /// Whether a score decides.
    var isScored: Bool { method == .rubric || method == .test }
}
