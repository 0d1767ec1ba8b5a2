public import Storage

/// A browser in which somebody has signed in.
public struct Session: Sendable, Hashable {
    public let id: Identifier<Session>
    public let person: PersonID
    /// What the browser says it is, shortened.
    public let client: String
    public let createdAt: Timestamp
    public let lastSeenAt: Timestamp
    /// The session ends then if it is not used before.
    public let idleUntil: Timestamp
    /// The session ends then, whatever happens.
    public let expiresAt: Timestamp
}

/// How long sessions last.
public struct SessionRule: Sendable, Hashable {
    public let idle: Duration
    public let absolute: Duration

    public init(idle: Duration, absolute: Duration) {
        self.idle = idle
        self.absolute = absolute
    }

    /// Owners' phones are their own and signing in is hard work; facilitators are without signal for days; a desk is left for lunch.
    public static func standard(for kind: Person.Kind) -> SessionRule {
        switch kind {
        case .owner: SessionRule(idle: .seconds(30 * 86400), absolute: .seconds(180 * 86400))
        case .facilitator: SessionRule(idle: .seconds(7 * 86400), absolute: .seconds(30 * 86400))
        case .staff: SessionRule(idle: .seconds(3600), absolute: .seconds(12 * 3600))
        }
    }
}

/// Who sends a request, and through which session.
public struct SignedIn: Sendable, Hashable {
    public let session: Session
    public let viewer: Viewer

    /// Whether the use of the session should be written down with ``Storage/SQLConnection/touchSession(_:rule:at:)``: once a minute is
    /// enough.
    public func isTouchDue(at time: Timestamp) -> Bool {
        session.lastSeenAt.adding(.seconds(60)) <= time
    }
}

extension SQLConnection {
    /// Opens a session for a person who has just shown who they are.
    func openSession(for person: PersonID, client: String, rule: SessionRule, at time: Timestamp) throws -> SessionToken {
        let token = SessionToken()
        try run(
            """
            INSERT INTO sign_in_session (id, token_hash, person_id, client, created_at, last_seen_at, idle_until, expires_at)
            VALUES (\(Identifier<Session>()), \(token.hash), \(person), \(String(client.prefix(200))), \(time), \(time),
                \(time.adding(rule.idle)), \(time.adding(rule.absolute)))
            """)
        return token
    }

    /// Who holds the token, or nil if the session has ended or its person may no longer sign in.
    ///
    /// - Throws: ``StorageError``.
    public func signedIn(_ token: SessionToken, at time: Timestamp) throws -> SignedIn? {
        let found = try first(
            """
            SELECT \(Person.columns), \(Session.columns)
            FROM sign_in_session JOIN person ON person.id = sign_in_session.person_id
            WHERE token_hash = \(token.hash) AND idle_until > \(time) AND expires_at > \(time) AND is_active = 1
            """
        ) { (person: try Person(row: $0), session: try Session(row: $0, from: Person.columnCount)) }
        guard let found else { return nil }
        return SignedIn(session: found.session, viewer: Viewer(person: found.person, grants: try grants(of: found.person.id)))
    }

    /// Writes down that a session is in use, which moves its idle end.
    ///
    /// - Throws: ``StorageError``.
    public func touchSession(_ id: Identifier<Session>, rule: SessionRule, at time: Timestamp) throws {
        try run(
            """
            UPDATE sign_in_session SET last_seen_at = \(time), idle_until = \(time.adding(rule.idle))
            WHERE id = \(id) AND idle_until > \(time) AND last_seen_at < \(time)
            """)
    }

    /// The sessions in which a person is signed in, the last used first.
    ///
    /// - Throws: ``StorageError``.
    public func sessions(of person: PersonID, at time: Timestamp) throws -> [Session] {
        try rows(
            """
            SELECT \(Session.columns) FROM sign_in_session
            WHERE person_id = \(person) AND idle_until > \(time) AND expires_at > \(time) ORDER BY last_seen_at DESC, id DESC
            """
        ) { try Session(row: $0) }
    }

    /// Signs out: one session of a person ends. A session of somebody else is left alone.
    ///
    /// - Throws: ``StorageError``.
    @discardableResult
    public func endSession(_ id: Identifier<Session>, of person: PersonID) throws -> Bool {
        try run("DELETE FROM sign_in_session WHERE id = \(id) AND person_id = \(person)") > 0
    }

    /// Signs out everywhere, but in one session if it is named; returns how many ended.
    ///
    /// - Throws: ``StorageError``.
    @discardableResult
    public func endSessions(of person: PersonID, except kept: Identifier<Session>? = nil) throws -> Int {
        guard let kept else { return try run("DELETE FROM sign_in_session WHERE person_id = \(person)") }
        return try run("DELETE FROM sign_in_session WHERE person_id = \(person) AND id <> \(kept)")
    }

    /// Clears what time has ended: sessions, and attempts to sign in of more than two days ago. Run it now and then.
    ///
    /// - Throws: ``StorageError``.
    public func sweepSignIn(at time: Timestamp) throws {
        try run("DELETE FROM sign_in_session WHERE expires_at <= \(time) OR idle_until <= \(time)")
        try run("DELETE FROM sign_in_throttle WHERE last_attempt_at <= \(time.adding(.seconds(-2 * 86400)))")
    }
}

extension Session {
    fileprivate static let columns: SQLQuery = """
        sign_in_session.id, sign_in_session.person_id, sign_in_session.client, sign_in_session.created_at,
        sign_in_session.last_seen_at, sign_in_session.idle_until, sign_in_session.expires_at
        """

    fileprivate init(row: any SQLRow, from index: Int = 0) throws {
        self.init(
            id: try row[index], person: try row[index + 1], client: try row[index + 2], createdAt: try row[index + 3],
            lastSeenAt: try row[index + 4], idleUntil: try row[index + 5], expiresAt: try row[index + 6])
    }
}
