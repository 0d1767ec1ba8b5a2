import Storage

/// The tables of live rooms. What people send carries an id that their device made, so that sending twice changes nothing.
enum LiveSchema {
    static let migrations: [Migration] = [rooms, floor, polls]

    private static let rooms = Migration("0065 live rooms") { type in
        [
            """
            CREATE TABLE live_room (
                id \(type.bytes) PRIMARY KEY CHECK (length(id) = 16),
                code \(type.text) NOT NULL UNIQUE CHECK (length(code) = 6),
                title \(type.text) NOT NULL CHECK (title <> ''),
                session_id \(type.bytes) CHECK (length(session_id) = 16),
                opened_by \(type.bytes) NOT NULL CHECK (length(opened_by) = 16),
                opened_at \(type.integer) NOT NULL,
                closed_at \(type.integer),
                minimum_minutes \(type.integer) CHECK (minimum_minutes > 0),
                version \(type.integer) NOT NULL DEFAULT 1
            )\(type.strict)
            """,
            "CREATE INDEX live_room_opener ON live_room (opened_by, opened_at)",
            """
            CREATE TABLE live_attendee (
                id \(type.bytes) PRIMARY KEY CHECK (length(id) = 16),
                room_id \(type.bytes) NOT NULL REFERENCES live_room (id) ON DELETE CASCADE,
                person_id \(type.bytes) CHECK (length(person_id) = 16),
                display_name \(type.text) NOT NULL CHECK (display_name <> ''),
                participant_number \(type.text) CHECK (participant_number <> ''),
                token_hash \(type.bytes) NOT NULL UNIQUE CHECK (length(token_hash) = 32),
                joined_at \(type.integer) NOT NULL,
                last_seen_at \(type.integer) NOT NULL,
                last_minute \(type.integer) NOT NULL DEFAULT 0,
                minutes \(type.integer) NOT NULL DEFAULT 0,
                UNIQUE (room_id, person_id)
            )\(type.strict)
            """,
        ]
    }

    private static let floor = Migration("0066 live questions") { type in
        [
            """
            CREATE TABLE live_question (
                id \(type.bytes) PRIMARY KEY CHECK (length(id) = 16),
                room_id \(type.bytes) NOT NULL REFERENCES live_room (id) ON DELETE CASCADE,
                attendee_id \(type.bytes) NOT NULL REFERENCES live_attendee (id) ON DELETE CASCADE,
                text \(type.text) NOT NULL CHECK (text <> ''),
                votes \(type.integer) NOT NULL DEFAULT 0,
                state \(type.text) NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'hidden')),
                asked_at \(type.integer) NOT NULL
            )\(type.strict)
            """,
            "CREATE INDEX live_question_room ON live_question (room_id, votes)",
            "CREATE INDEX live_question_attendee ON live_question (attendee_id, asked_at)",
            """
            CREATE TABLE live_vote (
                question_id \(type.bytes) NOT NULL REFERENCES live_question (id) ON DELETE CASCADE,
                attendee_id \(type.bytes) NOT NULL REFERENCES live_attendee (id) ON DELETE CASCADE,
                voted_at \(type.integer) NOT NULL,
                PRIMARY KEY (question_id, attendee_id)
            )\(type.clustered)
            """,
            "CREATE INDEX live_vote_attendee ON live_vote (attendee_id)",
        ]
    }

    private static let polls = Migration("0067 live polls") { type in
        [
            """
            CREATE TABLE live_poll (
                id \(type.bytes) PRIMARY KEY CHECK (length(id) = 16),
                room_id \(type.bytes) NOT NULL REFERENCES live_room (id) ON DELETE CASCADE,
                kind \(type.text) NOT NULL CHECK (kind IN ('poll', 'quiz')),
                question \(type.text) NOT NULL CHECK (question <> ''),
                options \(type.text) NOT NULL CHECK (options <> ''),
                right_option \(type.integer) CHECK (right_option >= 0),
                seconds \(type.integer) CHECK (seconds > 0),
                opened_at \(type.integer) NOT NULL,
                closed_at \(type.integer),
                CHECK ((kind = 'quiz') = (right_option IS NOT NULL))
            )\(type.strict)
            """,
            "CREATE INDEX live_poll_room ON live_poll (room_id, opened_at)",
            """
            CREATE TABLE live_answer (
                poll_id \(type.bytes) NOT NULL REFERENCES live_poll (id) ON DELETE CASCADE,
                attendee_id \(type.bytes) NOT NULL REFERENCES live_attendee (id) ON DELETE CASCADE,
                option \(type.integer) NOT NULL CHECK (option >= 0),
                answered_at \(type.integer) NOT NULL,
                milliseconds \(type.integer) NOT NULL,
                points \(type.integer) NOT NULL,
                PRIMARY KEY (poll_id, attendee_id)
            )\(type.clustered)
            """,
            "CREATE INDEX live_answer_attendee ON live_answer (attendee_id)",
        ]
    }
}
