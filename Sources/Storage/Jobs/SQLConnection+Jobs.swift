#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SQLConnection {
    /// Asks for work to be done after this transaction has committed, and only then.
    ///
    /// Of the jobs with the same kind and key at most one waits and one runs: while one waits, asking again changes nothing and returns
    /// the one that waits; what is asked while one runs is done after it.
    ///
    /// - Parameters:
    ///   - kind: which handler does it.
    ///   - payload: stored as JSON; no personal data beyond identifiers.
    ///   - delay: how long to wait at least.
    ///   - uniqueKey: names the work, where doing it once is enough.
    ///   - now: the instant from which `delay` counts.
    /// - Throws: ``StorageError``, or what the payload throws when it is encoded.
    @discardableResult
    public func enqueue(
        _ kind: String, payload: some Encodable & Sendable, after delay: Duration = .zero, uniqueKey: String? = nil,
        now: Timestamp = .now
    ) throws -> JobID {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = String(decoding: try encoder.encode(payload), as: UTF8.self)
        let id = JobID()
        let added = try run(
            """
            INSERT INTO job (id, kind, payload, unique_key, state, due_at, attempts, created_at)
            VALUES (\(id), \(kind), \(json), \(uniqueKey), 'waiting', \(now.adding(delay)), 0, \(now))
            ON CONFLICT (kind, unique_key) WHERE state = 'waiting' DO NOTHING
            """)
        if added == 1 {
            afterCommit { [jobBell] in jobBell.ring() }
            return id
        }
        let waiting: JobID? = try value("SELECT id FROM job WHERE kind = \(kind) AND unique_key = \(uniqueKey) AND state = 'waiting'")
        guard let waiting else { throw StorageError.serialization }
        return waiting
    }

    /// The jobs that were given up, the latest first.
    public func failedJobs(limit: Int = 100) throws -> [Job] {
        try rows("SELECT \(Job.columns) FROM job WHERE state = 'failed' ORDER BY due_at DESC, id DESC LIMIT \(limit)") { row in
            try Job(row: row)
        }
    }

    /// The job, or nil once it is done.
    public func job(_ id: JobID) throws -> Job? {
        try first("SELECT \(Job.columns) FROM job WHERE id = \(id)") { row in try Job(row: row) }
    }

    /// How many jobs there are in each state.
    public func jobCounts() throws -> [Job.State: Int] {
        let counts = try rows("SELECT state, COUNT(*) FROM job GROUP BY state") { row in (try row[0] as Job.State, try row[1] as Int) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    /// Lets a job that was given up start again with all its attempts. If the same work waits already, that is enough.
    ///
    /// - Returns: false if no such job has failed.
    @discardableResult
    public func retry(_ id: JobID, now: Timestamp = .now) throws -> Bool {
        let superseded = try run("DELETE FROM job WHERE id = \(id) AND state = 'failed' AND \(Self.isSuperseded)")
        let revived = try run(
            "UPDATE job SET state = 'waiting', attempts = 0, due_at = \(now), lease = NULL WHERE id = \(id) AND state = 'failed'")
        if revived == 1 { afterCommit { [jobBell] in jobBell.ring() } }
        return superseded + revived == 1
    }

    /// Removes a job that was given up.
    ///
    /// - Returns: false if no such job has failed.
    @discardableResult
    public func discard(_ id: JobID) throws -> Bool {
        try run("DELETE FROM job WHERE id = \(id) AND state = 'failed'") == 1
    }

    /// Whether another job waits to do the same work.
    static var isSuperseded: SQLQuery {
        """
        EXISTS (
            SELECT 1 FROM job AS newer
            WHERE newer.kind = job.kind AND newer.unique_key = job.unique_key AND newer.state = 'waiting' AND newer.id <> job.id
        )
        """
    }
}
