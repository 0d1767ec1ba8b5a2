public import Accounts
import Journey
public import Storage

/// How long somebody who can be told apart was in a live room.
public struct LiveAttendance: Sendable, Hashable {
    public let attendee: LiveAttendeeID
    public let person: PersonID?
    public let participantNumber: String?
    public let name: String
    public let minutes: Int
    public let isPresent: Bool

    /// The share of the room's time after which somebody counts as present.
    static let share = 0.6

    /// - Parameter roomMinutes: how long the room was open.
    static func isPresent(minutes: Int, of roomMinutes: Int, minimum: Int?) -> Bool {
        if let minimum, minutes >= minimum { return true }
        return minutes > 0 && Double(minutes) >= share * Double(roomMinutes)
    }
}

extension SQLConnection {
    /// Who was in a room for how long: signed-in persons and those who gave their number in the class. Mere names count for nobody.
    ///
    /// - Parameter time: until when an open room is counted.
    /// - Throws: ``StorageError``.
    public func liveAttendance(of room: LiveRoomID, at time: Timestamp) throws -> [LiveAttendance] {
        guard let room = try liveRoom(room) else { return [] }
        let open = (room.closedAt ?? time).duration(since: room.openedAt)
        let roomMinutes = max(1, Int(open.components.seconds / 60))
        return try rows(
            """
            SELECT person_id, participant_number, display_name, minutes, id FROM live_attendee
            WHERE room_id = \(room.id) AND (person_id IS NOT NULL OR participant_number IS NOT NULL) ORDER BY display_name, id
            """
        ) { row in
            let minutes: Int = try row[3]
            return LiveAttendance(
                attendee: try row[4], person: row.isNull(at: 0) ? nil : try row[0] as PersonID,
                participantNumber: row.isNull(at: 1) ? nil : try row[1] as String, name: try row[2], minutes: minutes,
                isPresent: LiveAttendance.isPresent(minutes: minutes, of: roomMinutes, minimum: room.minimumMinutes))
        }
    }

    /// Marks those as present in a room's session who were there long enough: persons of the class with their account, and participants by the
    /// number that they gave. Done again it changes nothing. The unit of work holds ``Storage/SQLLock/learning``.
    ///
    /// - Returns: how many stand as present by it; nil if no session happens in the room.
    /// - Throws: ``LearningError``; ``StorageError``.
    @discardableResult
    public func recordLiveAttendance(of id: LiveRoomID, by person: PersonID? = nil, at now: Timestamp) throws -> Int? {
        guard let room = try liveRoom(id), let session = try room.session.map(session) else { return nil }
        let marks = try liveAttendance(of: id, at: now).filter(\.isPresent).compactMap { attendance -> AttendanceMark? in
            guard let enrolment = try enrolment(of: attendance, in: session.cohort) else { return nil }
            // The attendee's own id, so that the same presence is one mark.
            return AttendanceMark(
                id: AttendanceMarkID(high: attendance.attendee.high, low: attendance.attendee.low), session: session.id,
                enrolment: enrolment, method: .live, at: room.closedAt ?? now)
        }
        return try record(marks, by: person, at: now).count { $0 == .recorded || $0 == .alreadyMarked || $0 == .sentBefore }
    }

    private func enrolment(of attendance: LiveAttendance, in cohort: CohortID) throws -> EnrolmentID? {
        if let person = attendance.person {
            let known: EnrolmentID? = try value(
                """
                SELECT e.id FROM enrolment e JOIN learner l ON l.id = e.learner_id
                WHERE e.cohort_id = \(cohort) AND l.person_id = \(person) LIMIT 1
                """)
            if let known { return known }
        }
        guard let number = attendance.participantNumber.flatMap({ Int64($0.filter(\.isNumber)) }) else { return nil }
        return try value("SELECT id FROM enrolment WHERE cohort_id = \(cohort) AND number = \(number)")
    }
}
