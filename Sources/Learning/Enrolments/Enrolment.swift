public import Accounts
public import Nusantara
public import Storage

/// The subject of an ``EnrolmentID``.
public enum EnrolmentSubject {}
/// One application, and all that follows from it. Made before the form is filled in, so that the same form sent twice is one application.
public typealias EnrolmentID = Identifier<EnrolmentSubject>

/// A person's way through a cohort.
public struct Enrolment: Sendable, Hashable {
    public let id: EnrolmentID
    public let cohort: CohortID
    public let learner: LearnerID
    public let state: EnrolmentState
    /// The stage that the person is in or was in last; empty before the first.
    public let stage: String
    /// The place in the order of applications, from 1 on.
    public let number: Int
    /// The score of the selection, in hundredths of a percent.
    public let score: Int?
    /// The region whose quota the seat is from.
    public let quota: RegionCode?
    public let team: String
    public let role: String
    /// When an offered seat goes to somebody else.
    public let respondBy: Timestamp?
    public let appliedAt: Timestamp
}

extension Enrolment {
    static let columns: SQLQuery = """
        e.id, e.cohort_id, e.learner_id, e.state, e.stage, e.number, e.score, e.quota, e.team, e.role, e.respond_by, e.applied_at
        """

    init(row: any SQLRow) throws {
        id = try row[0]
        cohort = try row[1]
        learner = try row[2]
        state = try row[3]
        stage = try row[4]
        number = Int(try row[5] as Int64)
        score = (try row[6] as Int64?).map { Int($0) }
        quota = (try row[7] as String?).map { RegionCode(rawValue: $0) }
        team = try row[8]
        role = try row[9]
        respondBy = try row[10]
        appliedAt = try row[11]
    }
}

/// One step of an enrolment, for its history.
public struct EnrolmentEvent: Sendable, Hashable {
    public let state: EnrolmentState
    public let stage: String
    /// A word of the program: `first-come`, `late-drop-out`; ``EnrolmentReason`` lists them.
    public let reason: EnrolmentReason
    public let by: PersonID?
    public let at: Timestamp
}

/// Why an enrolment went on.
public enum EnrolmentReason: String, Sendable, CaseIterable, SQLConvertible {
    case applied
    case imported
    /// The application was found in order.
    case inOrder = "in-order"
    /// It was not.
    case notInOrder = "not-in-order"
    case seatFree = "seat-free"
    case seatsFull = "seats-full"
    case quotaFull = "quota-full"
    case amongBest = "among-best"
    case belowPassMark = "below-pass-mark"
    case testTaken = "test-taken"
    /// Somebody else left.
    case movedUp = "moved-up"
    case saidYes = "said-yes"
    case saidNo = "said-no"
    case noAnswer = "no-answer"
    case began
    case stagePassed = "stage-passed"
    case stageFailed = "stage-failed"
    case notAmongBest = "not-among-best"
    case leftEarly = "left-early"
    case neverCame = "never-came"
    case allPassed = "all-passed"
    case foundAble = "found-able"
    case certificateIssued = "certificate-issued"
    case classFull = "class-closed"
}

extension SQLConnection {
    /// - Throws: ``LearningError/unknownEnrolment``.
    public func enrolment(_ id: EnrolmentID) throws -> Enrolment {
        guard let found = try first("SELECT \(Enrolment.columns) FROM enrolment e WHERE e.id = \(id)", Enrolment.init(row:)) else {
            throw LearningError.unknownEnrolment
        }
        return found
    }

    public func enrolment(of learner: LearnerID, in cohort: CohortID) throws -> Enrolment? {
        try first(
            "SELECT \(Enrolment.columns) FROM enrolment e WHERE e.cohort_id = \(cohort) AND e.learner_id = \(learner)", Enrolment.init(row:)
        )
    }

    /// The enrolments of a cohort in their order, those of some states alone if any are named.
    public func enrolments(
        in cohort: CohortID, states: Set<EnrolmentState> = [], after number: Int = 0, limit: Int = 10_000
    ) throws -> [Enrolment] {
        let condition: SQLQuery = states.isEmpty ? "" : "AND e.state IN \(list: states.sorted { $0.rawValue < $1.rawValue })"
        return try rows(
            """
            SELECT \(Enrolment.columns) FROM enrolment e
            WHERE e.cohort_id = \(cohort) AND e.number > \(Int64(number)) \(condition) ORDER BY e.number LIMIT \(Int64(limit))
            """, Enrolment.init(row:))
    }

    /// Why those who wait for a decision want to take part, in their own words and the order of their numbers.
    public func motivations(in cohort: CohortID, limit: Int = 200) throws -> [(number: Int, motivation: String)] {
        try rows(
            """
            SELECT number, motivation FROM enrolment
            WHERE cohort_id = \(cohort) AND state IN \(list: [EnrolmentState.submitted, .checked, .tested]) AND motivation <> ''
            ORDER BY number LIMIT \(Int64(limit))
            """
        ) { (Int(try $0[0] as Int64), try $0[1] as String) }
    }

    /// How many enrolments of a cohort are in each state.
    public func enrolmentStates(in cohort: CohortID) throws -> [EnrolmentState: Int] {
        Dictionary(
            uniqueKeysWithValues: try rows("SELECT state, COUNT(*) FROM enrolment WHERE cohort_id = \(cohort) GROUP BY state") {
                (try $0[0] as EnrolmentState, Int(try $0[1] as Int64))
            })
    }

    /// The history of an enrolment, in its order.
    public func events(of enrolment: EnrolmentID) throws -> [EnrolmentEvent] {
        try rows("SELECT state, stage, reason, done_by, done_at FROM enrolment_event WHERE enrolment_id = \(enrolment) ORDER BY number") {
            EnrolmentEvent(state: try $0[0], stage: try $0[1], reason: try $0[2], by: try $0[3], at: try $0[4])
        }
    }
}
