public import Accounts
public import Storage

public typealias LiveRoomID = Identifier<LiveRoom>

/// A room in which a workshop happens: people come in by its code, ask, vote and answer.
public struct LiveRoom: Sendable, Hashable {
    public let id: LiveRoomID
    public let code: LiveCode
    public let title: String
    /// The session of a class that happens in it.
    public let session: ClassSessionID?
    public let openedBy: PersonID
    public let openedAt: Timestamp
    public var closedAt: Timestamp?
    /// After how many minutes somebody counts as present; nil for 60 % of the room's time alone.
    public let minimumMinutes: Int?

    static let columns: SQLQuery = "id, code, title, session_id, opened_by, opened_at, closed_at, minimum_minutes"
    /// Titles and names are cut to so many characters.
    public static let titleLimit = 120

    init(row: any SQLRow) throws {
        id = try row[0]
        code = try row[1]
        title = try row[2]
        session = try row[3]
        openedBy = try row[4]
        openedAt = try row[5]
        closedAt = row.isNull(at: 6) ? nil : try row[6] as Timestamp
        minimumMinutes = row.isNull(at: 7) ? nil : try row[7] as Int
    }
}

extension SQLConnection {
    /// Opens a room under a code that nobody else has.
    ///
    /// - Throws: ``StorageError``.
    public func openLiveRoom(
        _ title: String, id: LiveRoomID = LiveRoomID(), session: ClassSessionID? = nil, minimumMinutes: Int? = nil, by opener: PersonID,
        at time: Timestamp
    ) throws -> LiveRoom {
        var randomness = SystemRandomNumberGenerator()
        while true {
            if let room = try liveRoom(id) { return room }
            let code = LiveCode(using: &randomness)
            try run(
                """
                INSERT INTO live_room (id, code, title, session_id, opened_by, opened_at, minimum_minutes)
                VALUES (\(id), \(code), \(title), \(session), \(opener), \(time), \(minimumMinutes))
                ON CONFLICT DO NOTHING
                """)
        }
    }

    public func liveRoom(_ id: LiveRoomID) throws -> LiveRoom? {
        try first("SELECT \(LiveRoom.columns) FROM live_room WHERE id = \(id)", LiveRoom.init)
    }

    public func liveRoom(code: LiveCode) throws -> LiveRoom? {
        try first("SELECT \(LiveRoom.columns) FROM live_room WHERE code = \(code)", LiveRoom.init)
    }

    /// The rooms in which a session happens, newest first.
    public func liveRooms(of session: ClassSessionID) throws -> [LiveRoom] {
        try rows("SELECT \(LiveRoom.columns) FROM live_room WHERE session_id = \(session) ORDER BY opened_at DESC, id DESC", LiveRoom.init)
    }

    /// The rooms that somebody opened, newest first, fifty at most.
    public func liveRooms(openedBy opener: PersonID) throws -> [LiveRoom] {
        try rows(
            "SELECT \(LiveRoom.columns) FROM live_room WHERE opened_by = \(opener) ORDER BY opened_at DESC, id DESC LIMIT 50", LiveRoom.init
        )
    }

    /// The version of what each room shows; another process may have raised it.
    public func liveVersions(of rooms: some Sequence<LiveRoomID>) throws -> [LiveRoomID: Int64] {
        let pairs = try self.rows("SELECT id, version FROM live_room WHERE id IN \(list: rooms)") { row in
            (try row[0] as LiveRoomID, try row[1] as Int64)
        }
        return Dictionary(pairs) { $1 }
    }
}
