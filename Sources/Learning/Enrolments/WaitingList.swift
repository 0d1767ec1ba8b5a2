public import Accounts
import Nusantara
public import Storage

extension SQLConnection {
    /// The person says that they will come. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// Said twice it changes nothing.
    ///
    /// - Throws: ``LearningError/answerTooLate`` once an offered seat has gone to somebody else; ``LearningError``.
    public func confirm(_ id: EnrolmentID, by person: PersonID? = nil, at now: Timestamp) throws {
        let enrolment = try enrolment(id)
        if enrolment.state == .confirmed { return }
        if let respondBy = enrolment.respondBy, now > respondBy { throw LearningError.answerTooLate }
        if enrolment.state == .withdrawn, try events(of: id).last?.reason == .noAnswer { throw LearningError.answerTooLate }
        try take(EnrolmentStep(enrolment: enrolment, state: .confirmed, reason: .saidYes, by: person, at: now))
    }

    /// The person will not come, or leaves: the seat goes to whoever waits. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Throws: ``LearningError``; ``Storage/StorageError``.
    public func leave(_ id: EnrolmentID, by person: PersonID? = nil, at now: Timestamp) throws {
        let enrolment = try enrolment(id)
        if enrolment.state == .withdrawn || enrolment.state == .dropped { return }
        let hasBegun = enrolment.state == .attending
        try take(
            EnrolmentStep(
                enrolment: enrolment, state: hasBegun ? .dropped : .withdrawn, reason: hasBegun ? .leftEarly : .saidNo, by: person, at: now)
        )
        if !hasBegun { try offerFreeSeats(in: enrolment.cohort, by: person, at: now) }
    }

    /// Offers every free seat to whoever waits, those with the best score first where a score decided, else whoever applied first; where the
    /// seat is of a region's quota, whoever is from there comes first. Once the class has begun nothing is offered.
    ///
    /// The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Returns: who was offered a seat.
    @discardableResult
    public func offerFreeSeats(in cohortID: CohortID, by person: PersonID? = nil, at now: Timestamp) throws -> [EnrolmentID] {
        let cohort = try cohort(cohortID)
        let begins: Timestamp? = try value(
            "SELECT starts_at FROM class_session WHERE cohort_id = \(cohortID) AND is_cancelled = 0 ORDER BY starts_at LIMIT 1")
        if let begins, begins <= now { return [] }
        let definition = try definition(of: cohort)
        guard cohort.freeSeats > 0, !definition.selection.isScored || cohort.isSelected else { return [] }
        let deadline = now.adding(.seconds(definition.offerHours * 3600))
        let respondBy = begins.map { min($0, deadline) } ?? deadline
        var quotas: [(region: RegionCode, free: Int)] = []
        try forEachRow("SELECT region, seats - taken FROM cohort_quota WHERE cohort_id = \(cohortID) AND taken < seats ORDER BY region") {
            quotas.append((RegionCode(rawValue: try $0[0]), Int(try $0[1] as Int64)))
        }
        let order: SQLQuery = definition.selection.isScored ? "COALESCE(e.score, 0) DESC, e.number" : "e.number"
        let waiting = try rows(
            """
            SELECT \(Enrolment.columns), l.region FROM enrolment e JOIN learner l ON l.id = e.learner_id
            WHERE e.cohort_id = \(cohortID) AND e.state = \(EnrolmentState.waiting) ORDER BY \(order)
            LIMIT \(Int64(quotas.isEmpty ? cohort.freeSeats : 10_000))
            """
        ) { (enrolment: try Enrolment(row: $0), region: RegionCode(rawValue: try $0[12])) }
        var offered: [EnrolmentID] = []
        var free = cohort.freeSeats
        var taken: Set<EnrolmentID> = []
        func offer(_ enrolment: Enrolment, quota: RegionCode?) throws {
            try take(
                EnrolmentStep(
                    enrolment: enrolment, state: .offered, reason: .movedUp, quota: quota, respondBy: respondBy, by: person, at: now))
            try tell(enrolment.id, .seatOffered, at: now)
            offered.append(enrolment.id)
            taken.insert(enrolment.id)
            free -= 1
        }
        for place in quotas.indices {
            for candidate in waiting where free > 0 && quotas[place].free > 0 && !taken.contains(candidate.enrolment.id) {
                guard quotas[place].region.contains(candidate.region) else { continue }
                try offer(candidate.enrolment, quota: quotas[place].region)
                quotas[place].free -= 1
            }
        }
        // Seats of a quota are kept for its region until applications close.
        let reserved = now < cohort.closesAt ? quotas.reduce(0) { $0 + $1.free } : 0
        for candidate in waiting where free > reserved && !taken.contains(candidate.enrolment.id) {
            try offer(candidate.enrolment, quota: nil)
        }
        return offered
    }

    /// Takes back offered seats to which nobody answered in time, and offers them on. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Returns: how many lapsed.
    @discardableResult
    public func lapseOffers(at now: Timestamp) throws -> Int {
        let late = try rows(
            "SELECT \(Enrolment.columns) FROM enrolment e WHERE e.respond_by IS NOT NULL AND e.respond_by < \(now) ORDER BY e.respond_by, e.id",
            Enrolment.init(row:))
        var cohorts: [CohortID] = []
        for enrolment in late where enrolment.state == .offered {
            try take(EnrolmentStep(enrolment: enrolment, state: .withdrawn, reason: .noAnswer, by: nil, at: now))
            try tell(enrolment.id, .offerLapsed, at: now)
            if !cohorts.contains(enrolment.cohort) { cohorts.append(enrolment.cohort) }
        }
        for cohort in cohorts { try offerFreeSeats(in: cohort, at: now) }
        return late.count
    }
}
