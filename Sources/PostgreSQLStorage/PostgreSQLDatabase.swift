import CLibPQ
public import Storage
import Synchronization

/// A database on a PostgreSQL server, or one that speaks its protocol.
public final class PostgreSQLDatabase: SQLDatabase {
    private let places: Turnstile
    private let connections: Int
    private let idle: Mutex<[SessionQueue]>
    private let isClosed = Atomic(false)
    /// Of the tasks of this process only one at a time waits for a lock on the server, so that the others leave their connections to
    /// readers.
    private let locks = Mutex<[SQLLock: Turnstile]>([:])

    public var dialect: SQLDialect { .postgresql }

    public let jobBell: JobBell

    /// Names the server. The first unit of work connects, and a broken connection is made anew before the next one.
    ///
    /// - Parameters:
    ///   - url: `postgres://user:password@host:port/database?sslmode=…`, as libpq reads it.
    ///   - connections: how many units of work may run at once.
    /// - Throws: ``StorageError/unavailable(_:)`` if the text is no such URL.
    public init(url: String, connections: Int = 4) throws {
        var message: UnsafeMutablePointer<CChar>?
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://"), let options = PQconninfoParse(url, &message) else {
            let reason = message.map { String(cString: $0) } ?? "it does not begin with postgres://\n"
            PQfreemem(message)
            throw StorageError.unavailable("no URL of a PostgreSQL database: \(reason.dropLast())")
        }
        PQconninfoFree(options)
        self.connections = max(1, connections)
        places = Turnstile(places: self.connections)
        let bell = JobBell()
        jobBell = bell
        idle = Mutex((0..<self.connections).map { SessionQueue(url: url, number: $0, jobBell: bell) })
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await withConnection { connection in
            try await connection.read(body)
        }
    }

    @discardableResult
    public func write<T: Sendable>(
        holding lock: SQLLock?, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        guard let lock else {
            return try await withConnection { try await Self.retrying($0, body) }
        }
        let turnstile = locks.withLock { locks in
            let turnstile = locks[lock] ?? Turnstile(places: 1)
            locks[lock] = turnstile
            return turnstile
        }
        try await turnstile.enter()
        defer { turnstile.leave() }
        return try await withConnection { connection in
            try await connection.lock(lock)
            let result: Result<T, any Error>
            do {
                result = .success(try await Self.retrying(connection, body))
            } catch {
                result = .failure(error)
            }
            await connection.unlock(lock)
            return try result.get()
        }
    }

    /// Runs statements outside any transaction, which `CREATE DATABASE` demands.
    package func executeOutsideTransaction(_ command: String) async throws {
        try await withConnection { try await $0.execute(command) }
    }

    public func close() async throws {
        guard !isClosed.exchange(true, ordering: .sequentiallyConsistent) else { return }
        for _ in 0..<connections {
            // A task that is cancelled closes all the same.
            await Task { try? await places.enter() }.value
        }
        let connections = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for connection in connections { await connection.disconnect() }
        for _ in 0..<self.connections { places.leave() }
    }

    private func withConnection<T>(_ body: (SessionQueue) async throws -> T) async throws -> T {
        try Task.checkCancellation()
        try await places.enter()
        defer { places.leave() }
        // The one used last has the warmest caches; the others stay unconnected until they are needed.
        guard let connection = idle.withLock({ $0.popLast() }) else { throw StorageError.unavailable("the database is closed") }
        defer { idle.withLock { $0.append(connection) } }
        return try await body(connection)
    }

    /// Runs the write again when another one came between, after a pause that grows and differs from task to task.
    private static func retrying<T: Sendable>(
        _ connection: SessionQueue, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        for attempt in 0..<20 {
            do {
                return try await connection.write(body)
            } catch StorageError.serialization {
                let longest = min(2 << attempt, 128)
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...longest)))
            }
        }
        throw StorageError.serialization
    }
}
