/// A name under which writers of one kind wait for each other, across connections and processes.
///
/// SQLite has one writer anyway. PostgreSQL takes an advisory lock before the transaction begins, so that the transaction sees
/// everything that the holder before it committed.
public struct SQLLock: Sendable, Hashable {
    /// The number of the advisory lock, unique in the program.
    public let number: Int64

    public init(number: Int64) {
        self.number = number
    }
}

/// A database: where units of work are run.
///
/// A unit of work is a synchronous closure on one connection: nothing can await inside a transaction.
public protocol SQLDatabase: Sendable {
    /// Which engine this is.
    var dialect: SQLDialect { get }

    /// Runs `body` in a read-only transaction that sees one state of the database.
    ///
    /// - Throws: ``StorageError``, or what `body` throws.
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

    /// Runs `body` in a transaction that commits when it returns and leaves nothing when it throws.
    ///
    /// PostgreSQL runs it at SERIALIZABLE and again after a serialization failure: `body` has no effect but on the connection.
    ///
    /// - Parameter lock: what to hold from before the transaction begins until it has ended; nil for nothing.
    /// - Throws: ``StorageError``, or what `body` throws.
    @discardableResult
    func write<T: Sendable>(
        holding lock: SQLLock?, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T

    /// What wakes the workers of this database.
    var jobBell: JobBell { get }

    /// Waits for the units of work under way and closes every connection.
    func close() async throws
}

extension SQLDatabase {
    /// Runs `body` in a transaction that commits when it returns and leaves nothing when it throws.
    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await write(holding: nil, body)
    }
}
