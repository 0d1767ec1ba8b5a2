public import Accounts
import Journey
import Nusantara
public import Storage

/// What came of closing a stage.
public struct StageOutcome: Sendable, Hashable {
    /// Passed it and went on, or passed the last one.
    public let passed: Int
    /// Passed it and did not get on to the next, which has fewer seats.
    public let notAmongBest: Int
    public let failed: Int
    public let neverCame: Int
}

extension SQLConnection {
    /// The result of a stage's assessment, in percent; recorded again, it replaces what stood.
    ///
    /// - Throws: ``LearningError``; ``Storage/StorageError``.
    public func recordResult(
        _ id: EnrolmentID, stage: String, percent: Double, by person: PersonID? = nil, at now: Timestamp
    ) throws {
        guard (0...100).contains(percent) else { throw LearningError.scoreOutOfRange }
        let enrolment = try enrolment(id)
        guard try definition(of: try cohort(enrolment.cohort)).stage(stage) != nil else { throw LearningError.unknownStage }
        try run(
            """
            INSERT INTO stage_result (enrolment_id, stage, score, recorded_by, recorded_at)
            VALUES (\(id), \(stage), \(Int64((percent * 100).rounded())), \(person), \(now))
            ON CONFLICT (enrolment_id, stage)
            DO UPDATE SET score = excluded.score, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
            """)
    }

    /// Begins a stage without a session, for courses that people take by themselves. The unit of work holds ``Storage/SQLLock/learning``.
    public func begin(_ id: EnrolmentID, by person: PersonID? = nil, at now: Timestamp) throws {
        let enrolment = try enrolment(id)
        if enrolment.state == .attending { return }
        let stage = try definition(of: try cohort(enrolment.cohort)).stages[0].code
        let counts = try PeopleCounts.before([enrolment.learner], on: self)
        try EnrolmentStep(enrolment: enrolment, state: .attending, reason: .began, stage: stage, by: person, at: now).take(on: self)
        try run("UPDATE enrolment SET attended_day = COALESCE(attended_day, \(Int64(CalendarDate(now).dayNumber))) WHERE id = \(id)")
        try counts.settle(on: self)
    }

    /// Closes a stage: whoever was there often enough and passed its assessment goes on, the best first where the next stage has fewer seats;
    /// after the last stage they have completed the programme, and what that says about their business is asked for. Whoever had a seat and
    /// never came drops out. Closed again, it looks at those who are still in the stage. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Throws: ``LearningError/resultsMissing(_:)`` if somebody who was there has no result yet; ``LearningError``.
    public func closeStage(_ code: String, of cohortID: CohortID, by person: PersonID? = nil, at now: Timestamp) throws -> StageOutcome {
        let cohort = try cohort(cohortID)
        let definition = try definition(of: cohort)
        guard let stage = definition.stage(code) else { throw LearningError.unknownStage }
        let next = definition.next(after: code)
        let isFirst = stage.after == nil
        let inStage = try enrolments(in: cohortID, states: [.attending], limit: 1_000_000).filter { $0.stage == code }
        let absent = isFirst ? try enrolments(in: cohortID, states: [.accepted, .confirmed], limit: 1_000_000) : []
        let shares = try attendanceShares(cohortID, stage: code)
        let scores = try results(of: cohortID, stage: code)
        let there = inStage.filter { (shares[$0.id] ?? (stage.attendance > 0 ? 0 : 1)) >= stage.attendance - 1e-9 }
        if stage.passMark != nil {
            let missing = there.count { scores[$0.id] == nil }
            guard missing == 0 else { throw LearningError.resultsMissing(missing) }
        }
        let counts = try PeopleCounts.before((inStage + absent).map(\.learner), on: self)
        var passed = there.filter { enrolment in stage.passMark.map { scores[enrolment.id] ?? 0 >= $0 * 100 } ?? true }
        let passedIDs = Set(passed.map(\.id))
        let failed = inStage.filter { !passedIDs.contains($0.id) }
        var notAmongBest: [Enrolment] = []
        if let seats = next?.seats {
            // Those who went on when the stage was closed before have their seats.
            let gone: Int64 =
                try value(
                    """
                    SELECT COUNT(*) FROM enrolment_event v JOIN enrolment e ON e.id = v.enrolment_id
                    WHERE e.cohort_id = \(cohortID) AND v.stage = \(next?.code ?? "") AND v.reason = \(EnrolmentReason.stagePassed)
                    """) ?? 0
            passed.sort { (scores[$1.id] ?? 0, $0.number) < (scores[$0.id] ?? 0, $1.number) }
            let free = max(seats - Int(gone), 0)
            notAmongBest = Array(passed.dropFirst(free))
            passed = Array(passed.prefix(free))
        }
        for enrolment in passed {
            let step =
                if let next {
                    EnrolmentStep(enrolment: enrolment, state: .attending, reason: .stagePassed, stage: next.code, by: person, at: now)
                } else {
                    EnrolmentStep(enrolment: enrolment, state: .completed, reason: .allPassed, by: person, at: now)
                }
            try step.take(on: self)
            if next == nil { try completed(enrolment, definition, at: now) }
        }
        for (enrolments, reason) in [(failed, EnrolmentReason.stageFailed), (notAmongBest, .notAmongBest)] {
            for enrolment in enrolments {
                try EnrolmentStep(enrolment: enrolment, state: .failed, reason: reason, by: person, at: now).take(on: self)
                try tell(enrolment.id, .failed, at: now)
            }
        }
        for enrolment in absent {
            try EnrolmentStep(enrolment: enrolment, state: .dropped, reason: .neverCame, by: person, at: now).take(on: self)
        }
        try counts.settle(on: self)
        return StageOutcome(passed: passed.count, notAmongBest: notAmongBest.count, failed: failed.count, neverCame: absent.count)
    }

    /// The results of a stage's assessment, in hundredths of a percent.
    public func results(of cohort: CohortID, stage: String) throws -> [EnrolmentID: Int] {
        var scores: [EnrolmentID: Int] = [:]
        try forEachRow(
            """
            SELECT r.enrolment_id, r.score FROM stage_result r JOIN enrolment e ON e.id = r.enrolment_id
            WHERE e.cohort_id = \(cohort) AND r.stage = \(stage)
            """
        ) { scores[try $0[0]] = Int(try $0[1] as Int64) }
        return scores
    }

    /// The share of a stage's sessions that have not been called off at which each person was.
    ///
    /// - Parameter moment: sessions that begin later do not count; nil for all of them.
    public func attendanceShares(_ cohort: CohortID, stage: String, until moment: Timestamp? = nil) throws -> [EnrolmentID: Double] {
        let until = moment ?? Timestamp(rawValue: .max)
        let held: Int64 =
            try value(
                """
                SELECT COUNT(*) FROM class_session
                WHERE cohort_id = \(cohort) AND stage = \(stage) AND is_cancelled = 0 AND starts_at <= \(until)
                """) ?? 0
        guard held > 0 else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: try rows(
                """
                SELECT a.enrolment_id, COUNT(*) FROM attendance a JOIN class_session s ON s.id = a.session_id
                WHERE s.cohort_id = \(cohort) AND s.stage = \(stage) AND s.is_cancelled = 0 AND s.starts_at <= \(until) AND a.is_present = 1
                GROUP BY a.enrolment_id
                """
            ) { (try $0[0] as EnrolmentID, Double(try $0[1] as Int64) / Double(held)) })
    }

    private func completed(_ enrolment: Enrolment, _ definition: ProgrammeDefinition, at now: Timestamp) throws {
        try tell(enrolment.id, .completed, at: now)
        guard definition.milestone != nil else { return }
        let business: BusinessID?? = try first("SELECT business_id FROM learner WHERE id = \(enrolment.learner)") { try $0[0] }
        guard business != nil, business! != nil else { return }
        try enqueue(
            LearningJob.milestone, payload: LearningJob.Payload(enrolment: enrolment.id),
            uniqueKey: "\(LearningJob.milestone) \(enrolment.id)")
    }
}
