/// A job in the hands of a worker. Every step names the lease, so that a worker that has lost it changes nothing.
struct JobLease: Sendable {
    let job: Job
    let token: Identifier<JobLease>
}

extension SQLConnection {
    /// Whether there is anything to take.
    func hasDueJobs(kinds: [String], now: Timestamp) throws -> Bool {
        try value("SELECT 1 FROM job WHERE state <> 'failed' AND due_at <= \(now) AND kind IN \(list: kinds) LIMIT 1", as: Int.self) != nil
    }

    /// Takes the jobs that are due, and those whose worker has let its lease run out.
    ///
    /// The single writer of SQLite takes them one after another; in PostgreSQL workers pass over the rows that another one is taking.
    func takeJobs(kinds: [String], limit: Int, leaseUntil: Timestamp, maximumAttempts: Int, now: Timestamp) throws -> [JobLease] {
        try readCommitted()
        try run(
            """
            UPDATE job SET state = 'failed', due_at = \(now), lease = NULL, last_error = 'the worker ended without a word'
            WHERE state = 'running' AND due_at <= \(now) AND attempts >= \(maximumAttempts)
            """)
        let token = Identifier<JobLease>()
        let passing: SQLQuery = dialect == .postgresql ? "FOR UPDATE OF due SKIP LOCKED" : ""
        // Materialised, because a plan that ran the list twice would take twice as many.
        let jobs = try rows(
            """
            WITH taken AS MATERIALIZED (
                SELECT id FROM job AS due
                WHERE state <> 'failed' AND due_at <= \(now) AND kind IN \(list: kinds) AND NOT EXISTS (
                    SELECT 1 FROM job AS other
                    WHERE other.kind = due.kind AND other.unique_key = due.unique_key AND other.id <> due.id
                        AND other.state = 'running' AND other.due_at > \(now)
                )
                ORDER BY due_at, id LIMIT \(limit) \(passing)
            )
            UPDATE job SET state = 'running', attempts = attempts + 1, due_at = \(leaseUntil), lease = \(token)
            WHERE id IN (SELECT id FROM taken)
            RETURNING \(Job.columns)
            """
        ) { row in try Job(row: row) }
        return jobs.sorted { $0.id < $1.id }.map { JobLease(job: $0, token: token) }
    }

    /// Keeps a lease longer; false if it is lost.
    func renew(_ lease: JobLease, until: Timestamp) throws -> Bool {
        try readCommitted()
        return try run("UPDATE job SET due_at = \(until) WHERE id = \(lease.job.id) AND lease = \(lease.token)") == 1
    }

    /// Ends a job that is done; false if the lease is lost.
    func complete(_ lease: JobLease) throws -> Bool {
        try run("DELETE FROM job WHERE id = \(lease.job.id) AND lease = \(lease.token)") == 1
    }

    /// Puts a job back, for another worker to take from `due` on. With no error the attempt does not count.
    func putBack(_ lease: JobLease, due: Timestamp, error: String?) throws {
        let superseded = try run("DELETE FROM job WHERE id = \(lease.job.id) AND lease = \(lease.token) AND \(Self.isSuperseded)")
        if superseded == 1 { return }
        let uncounted = error == nil ? 1 : 0
        try run(
            """
            UPDATE job SET state = 'waiting', due_at = \(due), lease = NULL, attempts = attempts - \(uncounted),
                last_error = COALESCE(\(error), last_error)
            WHERE id = \(lease.job.id) AND lease = \(lease.token)
            """)
        afterCommit { [jobBell] in jobBell.ring() }
    }

    /// Puts a job on the list of those given up.
    func giveUp(_ lease: JobLease, error: String, now: Timestamp) throws {
        try run(
            """
            UPDATE job SET state = 'failed', due_at = \(now), lease = NULL, last_error = \(error)
            WHERE id = \(lease.job.id) AND lease = \(lease.token)
            """)
    }

    /// Workers take rows that nobody else holds and need no more isolation than that; at a higher level they would only collide.
    private func readCommitted() throws {
        if dialect == .postgresql { try run("SET TRANSACTION ISOLATION LEVEL READ COMMITTED") }
    }
}
