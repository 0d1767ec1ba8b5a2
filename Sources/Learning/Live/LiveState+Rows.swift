public import Storage

extension SQLConnection {
    /// What everybody in a room sees, from its rows; nil if there is no such room.
    ///
    /// - Throws: ``StorageError``.
    public func liveState(of room: LiveRoomID) throws -> LiveState? {
        let head = try first("SELECT version, closed_at FROM live_room WHERE id = \(room)") { row in
            (try row[0] as Int64, row.isNull(at: 1) ? nil : try row[1] as Timestamp)
        }
        guard let (version, closedAt) = head else { return nil }
        var state = LiveState(version: version)
        state.closedAt = closedAt
        state.attendeeCount = try value("SELECT COUNT(*) FROM live_attendee WHERE room_id = \(room)") ?? 0
        let questions = try rows(
            """
            SELECT question.id, question.text, attendee.display_name, question.votes, question.state
            FROM live_question AS question JOIN live_attendee AS attendee ON attendee.id = question.attendee_id
            WHERE question.room_id = \(room)
            """
        ) { LiveQuestion(id: try $0[0], text: try $0[1], asker: try $0[2], votes: try $0[3], state: try $0[4]) }
        state.questions = Dictionary(questions.map { ($0.id, $0) }) { $1 }
        try readPoll(of: room, into: &state)
        return state
    }

    private func readPoll(of room: LiveRoomID, into state: inout LiveState) throws {
        state.poll = try first(
            "SELECT \(LivePoll.columns) FROM live_poll WHERE room_id = \(room) ORDER BY opened_at DESC, id DESC LIMIT 1", LivePoll.init)
        guard let poll = state.poll else { return }
        state.counts = Array(repeating: 0, count: poll.options.count)
        try forEachRow("SELECT option, COUNT(*) FROM live_answer WHERE poll_id = \(poll.id) GROUP BY option") { row in
            let option: Int = try row[0]
            if state.counts.indices.contains(option) { state.counts[option] = try row[1] }
        }
        let finished = try scores("poll.room_id = \(room) AND poll.closed_at IS NOT NULL")
        state.scores = Dictionary(finished.map { ($0.attendee, $0) }) { $1 }
        guard poll.closedAt == nil else { return }
        state.pending = Dictionary(try scores("poll.id = \(poll.id)").map { ($0.attendee, $0) }) { $1 }
    }

    /// The sums of points over the answers that fit; who has none is left out.
    private func scores(_ condition: SQLQuery) throws -> [LiveState.Score] {
        try rows(
            """
            SELECT attendee.id, attendee.display_name, CAST(SUM(answer.points) AS BIGINT)
            FROM live_answer AS answer JOIN live_poll AS poll ON poll.id = answer.poll_id
            JOIN live_attendee AS attendee ON attendee.id = answer.attendee_id
            WHERE \(condition) AND answer.points > 0 GROUP BY attendee.id, attendee.display_name
            """
        ) { LiveState.Score(attendee: try $0[0], name: try $0[1], points: try $0[2]) }
    }
}
