public import Accounts
public import Storage

/// How long somebody who can be told apart was in a live room.
public struct LiveAttendance: Sendable, Hashable {
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
            SELECT person_id, participant_number, display_name, minutes FROM live_attendee
            WHERE room_id = \(room.id) AND (person_id IS NOT NULL OR participant_number IS NOT NULL) ORDER BY display_name, id
            """
        ) { row in
            let minutes: Int = try row[3]
            return LiveAttendance(
                person: row.isNull(at: 0) ? nil : try row[0] as PersonID,
                participantNumber: row.isNull(at: 1) ? nil : try row[1] as String, name: try row[2], minutes: minutes,
                isPresent: LiveAttendance.isPresent(minutes: minutes, of: roomMinutes, minimum: room.minimumMinutes))
        }
    }
}
