import CLibPQ
import Dispatch
import Storage

/// One session and the queue on which its blocking calls are made. Measured to be as fast as waiting for the socket, at half the code.
///
/// `@unchecked Sendable`: `session` is touched on `queue` alone.
final class SessionQueue: @unchecked Sendable {
    private let url: String
    private let jobBell: JobBell
    private let queue: DispatchQueue
    private var session: Session?

    init(url: String, number: Int, jobBell: JobBell) {
        self.url = url
        self.jobBell = jobBell
        queue = DispatchQueue(label: "postgresql-\(number)")
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await perform { try $0.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body) }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await perform { try $0.transaction("BEGIN ISOLATION LEVEL SERIALIZABLE", body) }
    }

    /// Waits for the lock and holds it in this session, outside any transaction.
    func lock(_ lock: SQLLock) async throws {
        try await perform { queue in
            _ = try queue.reviving { try $0.execute("SELECT pg_advisory_lock($1)", [.integer(lock.number)]) }
        }
    }

    /// Gives the lock back. If the line is broken, the server has done so.
    func unlock(_ lock: SQLLock) async {
        _ = try? await perform { queue in
            do {
                try queue.session?.execute("SELECT pg_advisory_unlock($1)", [.integer(lock.number)])
            } catch {
                queue.session = nil
            }
        }
    }

    func execute(_ command: String) async throws {
        try await perform { queue in
            _ = try queue.reviving { try $0.execute(command) }
        }
    }

    func disconnect() async {
        _ = try? await perform { $0.session = nil }
    }

    private func perform<T: Sendable>(_ body: @escaping @Sendable (SessionQueue) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body(self) }) }
        }
    }

    /// Runs `body`, and once more on a new session if the line turns out to be broken.
    private func reviving<T>(_ body: (Session) throws -> T) throws -> T {
        if let session {
            do {
                return try body(session)
            } catch {
                guard session.isBroken else { throw error }
                self.session = nil
            }
        }
        let session = try Session(url: url)
        self.session = session
        return try body(session)
    }

    private func transaction<T>(_ begin: String, _ body: (any SQLConnection) throws -> T) throws -> T {
        let session = try reviving { session in
            try session.execute(begin)
            return session
        }
        let connection = PostgreSQLConnection(session, jobBell: jobBell)
        do {
            let value = try body(connection)
            if let failure = connection.failure { throw failure }
            try session.execute("COMMIT")
            for action in connection.committed { action() }
            return value
        } catch {
            do {
                try session.execute("ROLLBACK")
            } catch {
                self.session = nil
            }
            // The body may have dressed the error up; whether to try again depends on what the server said.
            throw connection.failure == .serialization ? StorageError.serialization : error
        }
    }
}
