public import Storage

extension SQLLock {
    /// Held while live rooms change, so that batches of several processes do not repeat each other's transactions.
    public static let live = SQLLock(number: 65)
}

/// What one transaction did to one room.
public struct LiveProgress: Sendable, Equatable {
    /// The room's version after it.
    public let version: Int64
    /// What everybody now sees differently, in order.
    public let events: [LiveEvent]
}

extension SQLConnection {
    /// Stores many deeds in one transaction.
    ///
    /// - Returns: what became of each, in their order, and how each room that changed moved on.
    /// - Throws: ``StorageError``.
    public func store(_ writes: [LiveWrite]) throws -> (outcomes: [LiveOutcome], progress: [LiveRoomID: LiveProgress]) {
        var outcomes: [LiveOutcome] = []
        outcomes.reserveCapacity(writes.count)
        var batch = Batch()
        for write in writes { outcomes.append(try store(write, &batch)) }
        for (question, votes) in batch.votes {
            try run("UPDATE live_question SET votes = votes + \(votes) WHERE id = \(question)")
        }
        var progress: [LiveRoomID: LiveProgress] = [:]
        for (room, events) in batch.events {
            let raised: Int64? = try value("UPDATE live_room SET version = version + 1 WHERE id = \(room) RETURNING version")
            if let raised { progress[room] = LiveProgress(version: raised, events: events) }
        }
        return (outcomes, progress)
    }

    private func store(_ write: LiveWrite, _ batch: inout Batch) throws -> LiveOutcome {
        guard try isOpen(write.room, &batch) else { return .over }
        switch write.deed {
        case .join(let attendee, let token): return try join(attendee, token, write, &batch)
        case .ask(let id, let text, let attendee): return try ask(id, text, attendee, write, &batch)
        case .vote(let question, let attendee): return try vote(question, attendee, write, &batch)
        case .answer(let poll, let option, let attendee): return try answer(poll, option, attendee, write, &batch)
        case .openPoll(let poll): return try open(poll, write, &batch)
        case .closePoll(let poll):
            let changed = try run(
                "UPDATE live_poll SET closed_at = \(write.time) WHERE id = \(poll) AND room_id = \(write.room) AND closed_at IS NULL")
            batch.polls[poll] = nil
            return batch.note(changed, .pollClosed(poll, at: write.time), write.room)
        case .mark(let question, let state):
            let changed = try run(
                "UPDATE live_question SET state = \(state) WHERE id = \(question) AND room_id = \(write.room) AND state <> \(state)")
            return batch.note(changed, .marked(question, state), write.room)
        case .closeRoom:
            try run("UPDATE live_poll SET closed_at = \(write.time) WHERE room_id = \(write.room) AND closed_at IS NULL")
            let changed = try run("UPDATE live_room SET closed_at = \(write.time) WHERE id = \(write.room) AND closed_at IS NULL")
            batch.open[write.room] = false
            batch.polls = [:]
            return batch.note(changed, .roomClosed(at: write.time), write.room)
        }
    }

    private func isOpen(_ room: LiveRoomID, _ batch: inout Batch) throws -> Bool {
        if let known = batch.open[room] { return known }
        let count: Int? = try value("SELECT COUNT(*) FROM live_room WHERE id = \(room) AND closed_at IS NULL")
        batch.open[room] = count == 1
        return count == 1
    }

    private func join(
        _ attendee: LiveAttendee, _ token: AttendeeToken, _ write: LiveWrite, _ batch: inout Batch
    ) throws -> LiveOutcome {
        if batch.people[write.room] == nil {
            batch.people[write.room] = try value("SELECT COUNT(*) FROM live_attendee WHERE room_id = \(write.room)")
        }
        // Whoever comes again with another device takes the seat along: one person has one vote.
        if let person = attendee.person {
            let moved = try run(
                """
                UPDATE live_attendee SET token_hash = \(SQLValue.bytes(token.hash)), last_seen_at = \(write.time)
                WHERE room_id = \(write.room) AND person_id = \(person)
                """)
            if moved > 0 { return .doneBefore }
        }
        guard batch.people[write.room, default: 0] < LiveAttendee.roomLimit else { return .full }
        let inserted = try run(
            """
            INSERT INTO live_attendee (id, room_id, person_id, display_name, participant_number, token_hash, joined_at, last_seen_at)
            VALUES (\(attendee.id), \(write.room), \(attendee.person), \(attendee.name), \(attendee.participantNumber),
                \(SQLValue.bytes(token.hash)), \(write.time), \(write.time))
            ON CONFLICT DO NOTHING
            """)
        batch.people[write.room, default: 0] += inserted
        return batch.note(inserted, .joined, write.room)
    }

    private func ask(
        _ id: LiveQuestionID, _ text: String, _ attendee: LiveAttendee, _ write: LiveWrite, _ batch: inout Batch
    ) throws -> LiveOutcome {
        let minuteBefore = write.time.adding(.seconds(-60))
        let recent: Int? = try value(
            "SELECT COUNT(*) FROM live_question WHERE attendee_id = \(attendee.id) AND asked_at > \(minuteBefore) AND id <> \(id)")
        guard recent ?? 0 < LiveQuestion.perMinute else { return .tooMany }
        let inserted = try run(
            """
            INSERT INTO live_question (id, room_id, attendee_id, text, asked_at)
            VALUES (\(id), \(write.room), \(attendee.id), \(text), \(write.time)) ON CONFLICT DO NOTHING
            """)
        return batch.note(inserted, .asked(LiveQuestion(id: id, text: text, asker: attendee.name)), write.room)
    }

    private func vote(
        _ question: LiveQuestionID, _ attendee: LiveAttendee, _ write: LiveWrite, _ batch: inout Batch
    ) throws -> LiveOutcome {
        let state: LiveQuestion.State? = try value("SELECT state FROM live_question WHERE id = \(question) AND room_id = \(write.room)")
        guard state == .open else { return .over }
        let inserted = try run(
            """
            INSERT INTO live_vote (question_id, attendee_id, voted_at) VALUES (\(question), \(attendee.id), \(write.time))
            ON CONFLICT DO NOTHING
            """)
        if inserted > 0 { batch.votes[question, default: 0] += 1 }
        return batch.note(inserted, .voted(question), write.room)
    }

    private func answer(
        _ id: LivePollID, _ option: Int, _ attendee: LiveAttendee, _ write: LiveWrite, _ batch: inout Batch
    ) throws -> LiveOutcome {
        if batch.polls[id] == nil {
            batch.polls[id] = try first(
                "SELECT \(LivePoll.columns) FROM live_poll WHERE id = \(id) AND room_id = \(write.room)", LivePoll.init)
        }
        guard let poll = batch.polls[id], poll.takesAnswers(at: write.time), poll.options.indices.contains(option) else { return .over }
        let taken = write.time.duration(since: poll.openedAt)
        let milliseconds = max(0, Int(taken / .milliseconds(1)))
        let points = poll.points(for: option, after: milliseconds)
        let inserted = try run(
            """
            INSERT INTO live_answer (poll_id, attendee_id, option, answered_at, milliseconds, points)
            VALUES (\(id), \(attendee.id), \(option), \(write.time), \(milliseconds), \(points)) ON CONFLICT DO NOTHING
            """)
        return batch.note(inserted, .answered(id, by: attendee.id, name: attendee.name, option: option, points: points), write.room)
    }

    private func open(_ poll: LivePoll, _ write: LiveWrite, _ batch: inout Batch) throws -> LiveOutcome {
        let known: Int? = try value("SELECT COUNT(*) FROM live_poll WHERE id = \(poll.id)")
        guard known == 0 else { return .doneBefore }
        try run("UPDATE live_poll SET closed_at = \(write.time) WHERE room_id = \(write.room) AND closed_at IS NULL")
        batch.polls = [:]
        try run(
            """
            INSERT INTO live_poll (id, room_id, kind, question, options, right_option, seconds, opened_at)
            VALUES (\(poll.id), \(write.room), \(poll.kind), \(poll.question), \(poll.options.joined(separator: "\n")),
                \(poll.rightOption), \(poll.seconds), \(poll.openedAt))
            """)
        return batch.note(1, .pollOpened(poll), write.room)
    }
}

/// What a transaction knows already, so that it asks once for thousands of answers.
private struct Batch {
    var open: [LiveRoomID: Bool] = [:]
    var people: [LiveRoomID: Int] = [:]
    var polls: [LivePollID: LivePoll] = [:]
    var votes: [LiveQuestionID: Int] = [:]
    var events: [LiveRoomID: [LiveEvent]] = [:]

    mutating func note(_ changed: Int, _ event: LiveEvent, _ room: LiveRoomID) -> LiveOutcome {
        guard changed > 0 else { return .doneBefore }
        events[room, default: []].append(event)
        return .done
    }
}
