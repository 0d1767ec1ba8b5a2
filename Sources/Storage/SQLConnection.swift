/// A connection inside a unit of work. It cannot leave the closure that receives it, and nothing awaits while it is held.
///
/// Features are extensions on this protocol, and compose inside one transaction.
public protocol SQLConnection: AnyObject {
    /// Which engine runs the queries.
    var dialect: SQLDialect { get }

    /// Runs a query and returns how many rows it changed.
    ///
    /// - Throws: ``StorageError``.
    @discardableResult
    func run(_ query: SQLQuery) throws -> Int

    /// Hands each row of the result to `body`, without keeping the rows.
    ///
    /// - Throws: ``StorageError``, or what `body` throws.
    func forEachRow(_ query: SQLQuery, _ body: (any SQLRow) throws -> Void) throws

    /// Runs one statement once for each row of values, and returns how many rows changed in all.
    ///
    /// The statement is prepared once; PostgreSQL runs it in pipeline mode, without waiting for an answer between rows.
    ///
    /// - Parameter statement: text with `$1…$n`, put together from literals of the program, without values of its own.
    /// - Throws: ``StorageError``.
    @discardableResult
    func run(prepared statement: SQLQuery, forEach rows: [[SQLValue]]) throws -> Int

    /// Loads many new rows: one prepared statement in SQLite, `COPY` in PostgreSQL.
    ///
    /// - Parameters:
    ///   - table: a literal of the program.
    ///   - columns: literals of the program, in the order of the values.
    ///   - rows: the values of each row.
    /// - Throws: ``StorageError``; on a conflict nothing of the transaction remains.
    func load(into table: StaticString, columns: [StaticString], rows: [[SQLValue]]) throws

    /// Has `action` done once this transaction has committed, and never if it does not. It should be quick.
    func afterCommit(_ action: @escaping @Sendable () -> Void)

    /// What wakes the workers of this database.
    var jobBell: JobBell { get }
}

extension SQLConnection {
    /// Runs one statement once for each row of values, and returns how many rows changed in all.
    ///
    /// The statement is prepared once; PostgreSQL runs it in pipeline mode, without waiting for an answer between rows.
    ///
    /// - Parameter statement: text with `$1…$n`, a literal of the program.
    /// - Throws: ``StorageError``.
    @discardableResult
    public func run(_ statement: StaticString, forEach rows: [[SQLValue]]) throws -> Int {
        try run(prepared: SQLQuery(stringLiteral: statement), forEach: rows)
    }

    /// The decoded rows of a result.
    public func rows<T>(_ query: SQLQuery, _ decode: (any SQLRow) throws -> T) throws -> [T] {
        var decoded: [T] = []
        try forEachRow(query) { decoded.append(try decode($0)) }
        return decoded
    }

    /// The first row of a result, decoded, or nil if there is none.
    public func first<T>(_ query: SQLQuery, _ decode: (any SQLRow) throws -> T) throws -> T? {
        var decoded: T?
        try forEachRow(query) { row in
            if decoded == nil { decoded = try decode(row) }
        }
        return decoded
    }

    /// The first column of the first row, or nil if there is no row.
    public func value<T: SQLConvertible>(_ query: SQLQuery, as type: T.Type = T.self) throws -> T? {
        try first(query) { try $0[0] as T }
    }
}
