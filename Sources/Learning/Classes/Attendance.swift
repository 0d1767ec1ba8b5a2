public import Accounts
import Journey
import Nusantara
public import Storage

/// The subject of an ``AttendanceMarkID``.
public enum AttendanceMarkSubject {}
/// Made on the phone: a mark that is sent twice is one mark.
public typealias AttendanceMarkID = Identifier<AttendanceMarkSubject>

/// Somebody was, or was not, at a session, as one phone or one sheet tells.
public struct AttendanceMark: Sendable, Hashable {
    public enum Method: String, Sendable, CaseIterable, SQLConvertible {
        /// The participant read the code that the trainer showed.
        case codeShown = "code-shown"
        /// The trainer read the participant's code.
        case codeScanned = "code-scanned"
        case list
        /// Typed in from the printed sheet.
        case sheet
        /// Was in the live room long enough.
        case live
    }

    public let id: AttendanceMarkID
    public let session: ClassSessionID
    public let enrolment: EnrolmentID
    public let isPresent: Bool
    public let method: Method
    /// By the clock of the phone.
    public let at: Timestamp

    public init(
        id: AttendanceMarkID = AttendanceMarkID(), session: ClassSessionID, enrolment: EnrolmentID, isPresent: Bool = true, method: Method,
        at: Timestamp
    ) {
        self.id = id
        self.session = session
        self.enrolment = enrolment
        self.isPresent = isPresent
        self.method = method
        self.at = at
    }
}

/// What came of a mark.
public enum AttendanceOutcome: Sendable, Hashable {
    /// It stands now.
    case recorded
    /// This very mark was sent before.
    case sentBefore
    /// The person had been marked so already, by another phone or a sheet; nothing changed.
    case alreadyMarked
    /// A later mark says otherwise and stands.
    case overtaken
    /// The person is not enrolled in the session's cohort.
    case notEnrolled
    /// The enrolment is at an end or has no seat: somebody has to look.
    case hasNoSeat(EnrolmentState)
}

extension SQLConnection {
    /// Keeps marks from phones and sheets. The order in which they come does not matter: the mark with the latest time stands, of equals the one
    /// with the greater id. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// Whoever is marked present for the first time begins to attend.
    ///
    /// - Throws: ``LearningError/unknownSession``; ``Storage/StorageError``.
    public func record(_ marks: [AttendanceMark], by person: PersonID? = nil, at now: Timestamp) throws -> [AttendanceOutcome] {
        var cohorts: [ClassSessionID: ClassSession] = [:]
        var outcomes: [AttendanceOutcome] = []
        for mark in marks {
            let session = try cohorts[mark.session] ?? session(mark.session)
            cohorts[mark.session] = session
            outcomes.append(try record(mark, in: session, by: person, at: now))
        }
        return outcomes
    }

    private func record(_ mark: AttendanceMark, in session: ClassSession, by person: PersonID?, at now: Timestamp) throws
        -> AttendanceOutcome
    {
        guard
            let enrolment = try first("SELECT \(Enrolment.columns) FROM enrolment e WHERE e.id = \(mark.enrolment)", Enrolment.init(row:)),
            enrolment.cohort == session.cohort
        else { return .notEnrolled }
        let isKnown: Int64? = try value("SELECT 1 FROM attendance_mark WHERE id = \(mark.id)")
        if isKnown != nil { return .sentBefore }
        guard enrolment.state.mayBeMarked else { return .hasNoSeat(enrolment.state) }
        try run(
            """
            INSERT INTO attendance_mark (id, session_id, enrolment_id, is_present, method, marked_at, marked_by, received_at)
            VALUES (\(mark.id), \(mark.session), \(mark.enrolment), \(Int64(mark.isPresent ? 1 : 0)), \(mark.method), \(mark.at), \(person), \(now))
            """)
        let standing = try first(
            """
            SELECT is_present, marked_at, mark_id FROM attendance WHERE session_id = \(mark.session) AND enrolment_id = \(mark.enrolment)
            """
        ) { (isPresent: try $0[0] as Int64 == 1, at: try $0[1] as Timestamp, id: try $0[2] as AttendanceMarkID) }
        if let standing, (mark.at, mark.id) < (standing.at, standing.id) {
            return standing.isPresent == mark.isPresent ? .alreadyMarked : .overtaken
        }
        let counts = try PeopleCounts.before([enrolment.learner], on: self)
        try run(
            """
            INSERT INTO attendance (session_id, enrolment_id, is_present, marked_at, mark_id)
            VALUES (\(mark.session), \(mark.enrolment), \(Int64(mark.isPresent ? 1 : 0)), \(mark.at), \(mark.id))
            ON CONFLICT (session_id, enrolment_id) DO UPDATE SET is_present = excluded.is_present, marked_at = excluded.marked_at,
                mark_id = excluded.mark_id
            """)
        if mark.isPresent, enrolment.state != .attending, enrolment.state.mayBecome(.attending) {
            try EnrolmentStep(enrolment: enrolment, state: .attending, reason: .began, stage: session.stage, by: person, at: now).take(
                on: self)
        }
        try settleAttendedDay(enrolment.id)
        try counts.settle(on: self)
        return standing?.isPresent == mark.isPresent ? .alreadyMarked : .recorded
    }

    /// The first day on which somebody was there; none any more once every mark was taken back.
    private func settleAttendedDay(_ enrolment: EnrolmentID) throws {
        let first: Timestamp? = try value(
            """
            SELECT s.starts_at FROM attendance a JOIN class_session s ON s.id = a.session_id
            WHERE a.enrolment_id = \(enrolment) AND a.is_present = 1 ORDER BY s.starts_at LIMIT 1
            """)
        try run("UPDATE enrolment SET attended_day = \(first.map { Int64(CalendarDate($0).dayNumber) }) WHERE id = \(enrolment)")
    }

    /// Who was at a session and who was not, of those who have a seat.
    public func attendance(of session: ClassSessionID) throws -> [EnrolmentID: Bool] {
        Dictionary(
            uniqueKeysWithValues: try rows("SELECT enrolment_id, is_present FROM attendance WHERE session_id = \(session)") {
                (try $0[0] as EnrolmentID, try $0[1] as Int64 == 1)
            })
    }
}

extension EnrolmentState {
    /// Whether somebody who stands there may be marked: with a seat, or after the class, when a sheet is typed in late.
    var mayBeMarked: Bool {
        switch self {
        case .accepted, .confirmed, .attending, .completed, .failed, .assessed, .certified: true
        default: false
        }
    }
}
