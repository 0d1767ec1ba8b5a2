public import Accounts
import Journey
import Nusantara
public import Storage

/// An application as it comes in.
public struct Application: Sendable {
    /// Made before the form is filled in: the same form sent twice is one application.
    public let id: EnrolmentID
    public let cohort: CohortID
    public let learner: PreparedLearner
    /// Why the person applies, in their words.
    public let motivation: String
    /// The team and the part in it, where people go together.
    public let team: String
    public let role: String

    public init(
        id: EnrolmentID = EnrolmentID(), cohort: CohortID, learner: PreparedLearner, motivation: String = "", team: String = "",
        role: String = ""
    ) {
        self.id = id
        self.cohort = cohort
        self.learner = learner
        self.motivation = motivation
        self.team = team
        self.role = role
    }
}

/// What came of an application.
public enum ApplicationOutcome: Sendable, Hashable {
    /// A seat, at once.
    case accepted(EnrolmentID)
    /// In the queue, as the so-manieth of those who wait.
    case waiting(EnrolmentID, place: Int)
    /// Taken in; seats are given later.
    case submitted(EnrolmentID)
    /// This person is enrolled in the cohort already, perhaps under another spelling.
    case alreadyEnrolled(EnrolmentID, EnrolmentState)
    case refused(Set<ApplicantFault>)
    case notOpen
    case closed
}

extension SQLConnection {
    /// Takes an application in and gives a seat at once where the programme does so. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Throws: ``LearningError``; ``Storage/StorageError``.
    public func apply(_ application: Application, by person: PersonID? = nil, at now: Timestamp) throws -> ApplicationOutcome {
        if let known = try first("SELECT \(Enrolment.columns) FROM enrolment e WHERE e.id = \(application.id)", Enrolment.init(row:)) {
            return .alreadyEnrolled(known.id, known.state)
        }
        let cohort = try cohort(application.cohort)
        if now < cohort.opensAt { return .notOpen }
        if now >= cohort.closesAt { return .closed }
        let definition = try definition(of: cohort)
        let today = CalendarDate(now)
        let match = try match(application.learner)
        let known = try match.known.flatMap(learner)
        if let known, let enrolment = try enrolment(of: known.id, in: cohort.id) { return .alreadyEnrolled(enrolment.id, enrolment.state) }
        var faults = definition.applicants.faults(of: application.learner, known: known, today: today)
        guard faults.isEmpty else { return .refused(faults) }
        let learner = try self.learner(for: application.learner, matching: match, at: now)
        faults = try historyFaults(of: learner, cohort, definition.applicants, today)
        guard faults.isEmpty else { return .refused(faults) }

        let enrolment = try insert(application, learner, reason: .applied, by: person, at: now)
        guard definition.selection.isImmediate else { return .submitted(enrolment.id) }
        return try seat(enrolment, application.learner.region, cohort, definition, by: person, at: now)
    }

    /// Enrols people who were chosen elsewhere, as a partner's list tells: each gets a seat, and nobody is asked for more.
    ///
    /// The same list sent twice enrols nobody twice. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Returns: for each entry its enrolment, and whether it is new.
    public func enrol(
        _ learners: [PreparedLearner], in cohortID: CohortID, by person: PersonID? = nil, at now: Timestamp
    ) throws -> [(enrolment: EnrolmentID, isNew: Bool)] {
        var enrolled: [(enrolment: EnrolmentID, isNew: Bool)] = []
        for entry in learners {
            let learner = try self.learner(for: entry, at: now)
            if let known = try enrolment(of: learner, in: cohortID) {
                enrolled.append((known.id, false))
                continue
            }
            let application = Application(cohort: cohortID, learner: entry)
            let enrolment = try insert(application, learner, reason: .imported, by: person, at: now)
            try take(EnrolmentStep(enrolment: enrolment, state: .accepted, reason: .imported, by: person, at: now))
            enrolled.append((enrolment.id, true))
        }
        return enrolled
    }

    private func insert(
        _ application: Application, _ learner: LearnerID, reason: EnrolmentReason, by person: PersonID?, at now: Timestamp
    ) throws -> Enrolment {
        let number: Int64 =
            try value("UPDATE cohort SET applications = applications + 1 WHERE id = \(application.cohort) RETURNING applications") ?? 1
        try run(
            """
            INSERT INTO enrolment (id, cohort_id, learner_id, state, stage, number, team, role, motivation, applied_at, changed_at)
            VALUES (\(application.id), \(application.cohort), \(learner), \(EnrolmentState.submitted), '', \(number),
                \(String(application.team.prefix(100))), \(String(application.role.prefix(60))),
                \(String(application.motivation.prefix(2000))), \(now), \(now))
            """)
        try recordEvent(application.id, .submitted, stage: "", reason, by: person, at: now)
        return try enrolment(application.id)
    }

    /// A seat where there is one, else a place in the queue.
    private func seat(
        _ enrolment: Enrolment, _ region: RegionCode, _ cohort: Cohort, _ definition: ProgrammeDefinition, by person: PersonID?,
        at now: Timestamp
    ) throws -> ApplicationOutcome {
        var step = EnrolmentStep(enrolment: enrolment, state: .accepted, reason: .seatFree, by: person, at: now)
        if cohort.freeSeats == 0 {
            step = EnrolmentStep(enrolment: enrolment, state: .waiting, reason: .seatsFull, by: person, at: now)
        } else if definition.selection.method == .regionQuota {
            if let quota = try freeQuota(for: region, in: cohort.id) {
                step.quota = quota
            } else {
                step = EnrolmentStep(enrolment: enrolment, state: .waiting, reason: .quotaFull, by: person, at: now)
            }
        }
        try take(step)
        try tell(enrolment.id, step.state == .accepted ? .accepted : .waiting, at: now)
        if step.state == .accepted { return .accepted(enrolment.id) }
        let waiting: Int64 =
            try value("SELECT COUNT(*) FROM enrolment WHERE cohort_id = \(cohort.id) AND state = \(EnrolmentState.waiting)") ?? 1
        return .waiting(enrolment.id, place: Int(waiting))
    }

    /// The nearest region around a place of whose seats some are left.
    func freeQuota(for region: RegionCode, in cohort: CohortID) throws -> RegionCode? {
        for around in region.path.reversed() {
            let free: Int64? = try value(
                "SELECT seats - taken FROM cohort_quota WHERE cohort_id = \(cohort) AND region = \(around.rawValue)")
            if let free { return free > 0 ? around : nil }
        }
        return nil
    }

    private func historyFaults(
        of learner: LearnerID, _ cohort: Cohort, _ rule: ApplicantRule, _ today: CalendarDate
    ) throws -> Set<ApplicantFault> {
        guard rule.monthsBetween > 0 || rule.monthsAfterAbsence > 0 else { return [] }
        var faults: Set<ApplicantFault> = []
        try forEachRow(
            """
            SELECT e.state, e.applied_at, e.enrolled_day, e.attended_day FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
            WHERE e.learner_id = \(learner) AND c.programme_id = \(cohort.programme)
            """
        ) { row in
            let (state, applied): (EnrolmentState, Timestamp) = (try row[0], try row[1])
            let (enrolled, attended): (Int64?, Int64?) = (try row[2], try row[3])
            let months = Month.between(CalendarDate(applied), today)
            if enrolled != nil, state != .withdrawn, months < rule.monthsBetween { faults.insert(.tooSoon(months: rule.monthsBetween)) }
            if enrolled != nil, attended == nil, state == .dropped, months < rule.monthsAfterAbsence {
                faults.insert(.wasAbsent(months: rule.monthsAfterAbsence))
            }
        }
        return faults
    }
}

extension ApplicantRule {
    /// What keeps somebody from applying, by what they say or is known of them.
    func faults(of learner: PreparedLearner, known: Learner?, today: CalendarDate) -> Set<ApplicantFault> {
        var faults: Set<ApplicantFault> = []
        if youngest != nil || oldest != nil {
            if let birth = learner.birthDay ?? known?.birthDay {
                let age = Month.between(birth, today) / 12
                if let youngest, age < youngest { faults.insert(.tooYoung(youngest)) }
                if let oldest, age > oldest { faults.insert(.tooOld(oldest)) }
            } else {
                faults.insert(.birthDateMissing)
            }
        }
        if ownsBusiness, learner.business == nil, learner.businessName.isEmpty, known?.business == nil { faults.insert(.businessMissing) }
        if !regions.isEmpty, !regions.contains(where: { $0.contains(learner.region) }) { faults.insert(.outsideRegions) }
        return faults
    }
}
