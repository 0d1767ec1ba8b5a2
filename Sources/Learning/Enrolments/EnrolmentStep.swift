import Accounts
import Journey
import Nusantara
import Storage

/// One step of an enrolment: checked, written down, and followed in the cohort's seats. Every change of a state goes through here.
struct EnrolmentStep {
    let enrolment: Enrolment
    let state: EnrolmentState
    let reason: EnrolmentReason
    var stage: String?
    var score: Int?
    var quota: RegionCode?
    var respondBy: Timestamp?
    let by: PersonID?
    let at: Timestamp

    /// - Throws: ``LearningError/transitionRefused(from:to:)``; ``Storage/StorageError``.
    func take(on connection: any SQLConnection) throws {
        guard enrolment.state.mayBecome(state) else {
            throw LearningError.transitionRefused(from: enrolment.state, to: state)
        }
        let today = Int64(CalendarDate(at).dayNumber)
        let stage = stage ?? enrolment.stage
        let quota = quota ?? enrolment.quota
        // Days are set once: a person who comes back is no new person.
        try connection.run(
            """
            UPDATE enrolment SET state = \(state), stage = \(stage), score = COALESCE(\(score.map { Int64($0) }), score),
                quota = \(quota?.rawValue), respond_by = \(respondBy),
                enrolled_day = CASE WHEN \(Int64(state.isEnrolled ? 1 : 0)) = 1 THEN COALESCE(enrolled_day, \(today)) ELSE enrolled_day END,
                passed_day = CASE WHEN \(Int64(state == .completed ? 1 : 0)) = 1 THEN COALESCE(passed_day, \(today)) ELSE passed_day END,
                certified_day =
                    CASE WHEN \(Int64(state == .certified ? 1 : 0)) = 1 THEN COALESCE(certified_day, \(today)) ELSE certified_day END,
                changed_at = \(at)
            WHERE id = \(enrolment.id)
            """)
        try connection.recordEvent(enrolment.id, state, stage: stage, reason, by: by, at: at)
        let seats = (state.holdsSeat ? 1 : 0) - (enrolment.state.holdsSeat ? 1 : 0)
        if seats != 0 { try connection.addTakenSeats(Int64(seats), cohort: enrolment.cohort, quota: quota) }
    }
}

extension EnrolmentState {
    /// Whether the person counts as enrolled from here on.
    var isEnrolled: Bool {
        switch self {
        case .accepted, .confirmed, .attending, .completed, .assessed, .certified: true
        default: false
        }
    }
}

extension SQLConnection {
    func recordEvent(
        _ enrolment: EnrolmentID, _ state: EnrolmentState, stage: String, _ reason: EnrolmentReason, by person: PersonID?, at now: Timestamp
    ) throws {
        try run(
            """
            INSERT INTO enrolment_event (enrolment_id, number, state, stage, reason, done_by, done_at)
            VALUES (\(enrolment), (SELECT COUNT(*) FROM enrolment_event WHERE enrolment_id = \(enrolment)), \(state), \(stage), \(reason),
                \(person), \(now))
            """)
    }

    func addTakenSeats(_ seats: Int64, cohort: CohortID, quota: RegionCode?) throws {
        try run("UPDATE cohort SET taken = taken + \(seats) WHERE id = \(cohort)")
        if let quota {
            try run("UPDATE cohort_quota SET taken = taken + \(seats) WHERE cohort_id = \(cohort) AND region = \(quota.rawValue)")
        }
    }

    /// Something that a participant is to be told.
    func tell(_ enrolment: EnrolmentID, _ kind: LearnerMessage.Kind, at now: Timestamp) throws {
        try run(
            """
            INSERT INTO learner_message (id, enrolment_id, kind, created_at, sent_at)
            VALUES (\(LearnerMessageID()), \(enrolment), \(kind), \(now), NULL)
            """)
    }

    /// Takes the step and settles the counts of people, unless its caller settles those of many.
    func take(_ step: EnrolmentStep) throws {
        let counts = try PeopleCounts.before([step.enrolment.learner], on: self)
        try step.take(on: self)
        try counts.settle(on: self)
    }
}
