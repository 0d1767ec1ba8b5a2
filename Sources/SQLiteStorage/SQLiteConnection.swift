import GRDB
import GRDBSQLite
import Storage

/// The seam over GRDB's connection: GRDB prepares, caches and ends transactions; values are bound and read in C, which is a third faster.
final class SQLiteConnection: SQLConnection {
    private let database: Database
    /// What went wrong first. A unit of work with an error is lost, as it is in PostgreSQL, whatever its body makes of the error.
    private var failure: StorageError?
    /// The loops inside which the body is, the innermost last.
    private var loops: [RowLoop] = []
    /// What is to be done after the transaction.
    private(set) var committed: [@Sendable () -> Void] = []
    let jobBell: JobBell

    var dialect: SQLDialect { .sqlite }

    init(_ database: Database, jobBell: JobBell) {
        self.database = database
        self.jobBell = jobBell
    }

    /// Runs a unit of work inside the transaction that GRDB has begun.
    func run<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        let result = try body(self)
        if let failure { throw failure }
        return result
    }

    func afterCommit(_ action: @escaping @Sendable () -> Void) {
        committed.append(action)
    }

    func run(_ query: SQLQuery) throws -> Int {
        let (text, values) = query.rendered(for: .sqlite)
        return try withStatement(text) { statement in
            try statement.bind(values)
            return try finish(statement)
        }
    }

    func forEachRow(_ query: SQLQuery, _ body: (any SQLRow) throws -> Void) throws {
        let (text, values) = query.rendered(for: .sqlite)
        try withStatement(text) { statement in
            try statement.bind(values)
            let loop = RowLoop(statement)
            loops.append(loop)
            defer { loops.removeLast() }
            while try loop.next() {
                try body(loop)
            }
        }
    }

    func run(prepared statement: SQLQuery, forEach rows: [[SQLValue]]) throws -> Int {
        try execute(statement.rendered(for: .sqlite).text, forEach: rows)
    }

    func load(into table: StaticString, columns: [StaticString], rows: [[SQLValue]]) throws {
        let names = columns.map(\.description).joined(separator: ", ")
        let places = (1...max(1, columns.count)).map { "$\($0)" }.joined(separator: ", ")
        try execute("INSERT INTO \(table) (\(names)) VALUES (\(places))", forEach: rows)
    }

    @discardableResult
    private func execute(_ text: String, forEach rows: [[SQLValue]]) throws -> Int {
        if rows.isEmpty { return 0 }
        return try withStatement(text) { statement in
            let numbers = try statement.parameterNumbers()
            var changed = 0
            for row in rows {
                try statement.bind(row, numbers: numbers)
                changed += try finish(statement)
                statement.reset()
            }
            return changed
        }
    }

    /// Runs a statement to its end; how many rows it changed, those changed by triggers not counted.
    private func finish(_ statement: PreparedStatement) throws -> Int {
        // A statement that changes no rows leaves the count of the one before it.
        let before = sqlite3_total_changes64(database.sqliteConnection)
        try statement.finish()
        let isChanged = sqlite3_total_changes64(database.sqliteConnection) != before
        return isChanged ? Int(sqlite3_changes64(database.sqliteConnection)) : 0
    }

    private func withStatement<T>(_ text: String, _ body: (PreparedStatement) throws -> T) throws -> T {
        if let failure { throw failure }
        do {
            var prepared = try database.cachedStatement(sql: text)
            if sqlite3_stmt_busy(prepared.sqliteStatement) != 0 {
                prepared = try database.makeStatement(sql: text)
            }
            return try withExtendedLifetime(prepared) {
                let statement = PreparedStatement(prepared.sqliteStatement)
                defer { statement.clear() }
                if !statement.isReadOnly {
                    for loop in loops { try loop.buffer() }
                }
                return try body(statement)
            }
        } catch let error as DatabaseError {
            throw fail(StorageError(sqlite: error))
        } catch let error as PreparedStatement.Failure {
            throw fail(error.reason)
        }
    }

    private func fail(_ error: StorageError) -> StorageError {
        failure = failure ?? error
        return error
    }
}
