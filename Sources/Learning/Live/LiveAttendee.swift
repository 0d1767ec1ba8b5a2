public import Accounts
public import Storage

public typealias LiveAttendeeID = Identifier<LiveAttendee>

/// Somebody in a live room: a signed-in person, or a name.
public struct LiveAttendee: Sendable, Hashable {
    public let id: LiveAttendeeID
    public let room: LiveRoomID
    public let person: PersonID?
    public let name: String
    /// The number under which a class knows them, as they typed it.
    public let participantNumber: String?

    public static let nameLimit = 40
    /// So many come into one room at most.
    public static let roomLimit = 20_000

    public init(id: LiveAttendeeID, room: LiveRoomID, person: PersonID? = nil, name: String, participantNumber: String? = nil) {
        self.id = id
        self.room = room
        self.person = person
        self.name = name
        self.participantNumber = participantNumber
    }
}

extension SQLConnection {
    /// Who holds a token in a room.
    public func liveAttendee(_ token: AttendeeToken, in room: LiveRoomID) throws -> LiveAttendee? {
        try first(
            """
            SELECT id, person_id, display_name, participant_number FROM live_attendee
            WHERE token_hash = \(SQLValue.bytes(token.hash)) AND room_id = \(room)
            """
        ) { row in
            LiveAttendee(
                id: try row[0], room: room, person: row.isNull(at: 1) ? nil : try row[1] as PersonID, name: try row[2],
                participantNumber: row.isNull(at: 3) ? nil : try row[3] as String)
        }
    }

    /// What somebody did in the room: the questions they voted for, and their option of each poll they answered.
    public func liveDeeds(of attendee: LiveAttendeeID) throws -> (votes: Set<LiveQuestionID>, answers: [LivePollID: Int]) {
        let votes = try rows("SELECT question_id FROM live_vote WHERE attendee_id = \(attendee)") { try $0[0] as LiveQuestionID }
        let answers = try rows("SELECT poll_id, option FROM live_answer WHERE attendee_id = \(attendee)") { row in
            (try row[0] as LivePollID, try row[1] as Int)
        }
        return (Set(votes), Dictionary(answers) { $1 })
    }

    /// Counts a minute for everybody who was seen in it; once, however many processes say so.
    ///
    /// - Parameter minute: minutes since 1970.
    public func countLiveMinute(_ minute: Int64, of attendees: some Sequence<LiveAttendeeID>, at time: Timestamp) throws {
        try run(
            """
            UPDATE live_attendee SET minutes = minutes + 1, last_minute = \(minute), last_seen_at = \(time)
            WHERE id IN \(list: attendees) AND last_minute < \(minute)
            """)
    }
}
