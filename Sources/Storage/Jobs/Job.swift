/// Work that a change asks for and that happens after it: stored in the same transaction, done by a ``JobRunner``.
public struct Job: Sendable, Hashable {
    public let id: JobID
    /// Which handler does it.
    public let kind: String
    /// What to do it with, as JSON.
    public let payload: String
    public let state: State
    /// Waiting: when it may be taken. Running: when its lease ends. Failed: when it was given up.
    public let dueAt: Timestamp
    /// How often a worker has taken it.
    public let attempts: Int
    public let createdAt: Timestamp
    /// What the last attempt said, if it failed.
    public let lastError: String?

    public enum State: String, Sendable, SQLConvertible {
        case waiting
        case running
        case failed
    }
}

/// The identifier of a job.
public typealias JobID = Identifier<Job>

extension Job {
    static let columns: SQLQuery = "id, kind, payload, state, due_at, attempts, created_at, last_error"

    init(row: any SQLRow) throws {
        id = try row[0]
        kind = try row[1]
        payload = try row[2]
        state = try row[3]
        dueAt = try row[4]
        attempts = try row[5]
        createdAt = try row[6]
        lastError = try row[7]
    }
}

/// What Storage itself keeps in a database.
public enum StorageSchema {
    /// The migrations of this room, to be put before those of the others.
    public static let migrations = [
        Migration("0001 storage jobs") { type in
            [
                """
                CREATE TABLE job (
                    id \(type.bytes) PRIMARY KEY,
                    kind \(type.text) NOT NULL,
                    payload \(type.text) NOT NULL,
                    unique_key \(type.text),
                    state \(type.text) NOT NULL CHECK (state IN ('waiting', 'running', 'failed')),
                    due_at \(type.integer) NOT NULL,
                    attempts \(type.integer) NOT NULL,
                    lease \(type.bytes),
                    created_at \(type.integer) NOT NULL,
                    last_error \(type.text)
                )\(type.strict)
                """,
                "CREATE INDEX job_due ON job (due_at, id) WHERE state <> 'failed'",
                "CREATE INDEX job_failed ON job (due_at, id) WHERE state = 'failed'",
                "CREATE UNIQUE INDEX job_waiting_key ON job (kind, unique_key) WHERE state = 'waiting'",
                "CREATE INDEX job_key ON job (kind, unique_key) WHERE unique_key IS NOT NULL",
            ]
        }
    ]
}
