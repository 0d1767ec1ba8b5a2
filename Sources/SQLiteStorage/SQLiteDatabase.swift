import Dispatch
import GRDB
public import Storage

/// A database in one file, for one machine: nothing to install, and readers never wait for the writer.
public struct SQLiteDatabase: SQLDatabase {
    private let pool: DatabasePool

    public var dialect: SQLDialect { .sqlite }

    public let jobBell = JobBell()

    /// Opens the file, and makes it if there is none. A process opens a file once and keeps it open.
    ///
    /// - Parameters:
    ///   - path: of the file; two more with `-wal` and `-shm` appended stand beside it while it is open.
    ///   - readers: how many reads may run at once.
    ///   - writerCacheMebibytes: how much of the file the writer may keep in memory, in MiB.
    ///   - timeout: how long to wait for another process that writes.
    /// - Throws: ``StorageError/unavailable(_:)``.
    public init(path: String, readers: Int = 4, writerCacheMebibytes: Int = 256, timeout: Duration = .seconds(10)) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(timeout / .seconds(1))
        configuration.maximumReaderCount = max(1, readers)
        configuration.label = "sqlite"
        configuration.prepareDatabase { database in
            let cacheMebibytes = database.configuration.readonly ? 32 : writerCacheMebibytes
            try database.execute(sql: "PRAGMA cache_size = -\(cacheMebibytes * 1024)")
            try database.execute(sql: "PRAGMA mmap_size = \(1 << 30)")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            if !database.configuration.readonly {
                try database.execute(sql: "PRAGMA secure_delete = OFF")
                // A bulk load leaves a log as long as itself, which is otherwise kept.
                try database.execute(sql: "PRAGMA journal_size_limit = \(64 << 20)")
            }
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
        } catch {
            let message = (error as? DatabaseError)?.message ?? "\(error)"
            throw StorageError.unavailable("\(path): \(message)")
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await mapping {
            try await pool.read { database in
                let connection = SQLiteConnection(database, jobBell: jobBell)
                return try connection.run(body)
            }
        }
    }

    @discardableResult
    public func write<T: Sendable>(
        holding lock: SQLLock?, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        let (value, committed) = try await mapping {
            try await pool.write { database in
                let connection = SQLiteConnection(database, jobBell: jobBell)
                return (try connection.run(body), connection.committed)
            }
        }
        for action in committed { action() }
        return value
    }

    private func mapping<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as DatabaseError {
            throw StorageError(sqlite: error)
        } catch is StorageError where Task.isCancelled {
            // GRDB interrupts the statement that runs when its task is cancelled.
            throw CancellationError()
        }
    }

    public func close() async throws {
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: Result { try pool.close() })
            }
        }
        do {
            try result.get()
        } catch {
            throw StorageError(sqlite: error)
        }
    }
}
