import CLibPQ
import Storage

/// The seam over a session, for one unit of work.
final class PostgreSQLConnection: SQLConnection {
    private let session: Session
    /// The rows that a loop around the current statement has still to read.
    private var stream: RowStream?
    /// What went wrong first: the server then refuses everything else in the transaction.
    private(set) var failure: StorageError?
    /// What is to be done after the transaction.
    private(set) var committed: [@Sendable () -> Void] = []
    let jobBell: JobBell

    var dialect: SQLDialect { .postgresql }

    init(_ session: Session, jobBell: JobBell) {
        self.session = session
        self.jobBell = jobBell
    }

    func afterCommit(_ action: @escaping @Sendable () -> Void) {
        committed.append(action)
    }

    func run(_ query: SQLQuery) throws -> Int {
        let (text, values) = query.rendered(for: .postgresql)
        return try latching { try session.execute(text, values).changedRows }
    }

    func forEachRow(_ query: SQLQuery, _ body: (any SQLRow) throws -> Void) throws {
        let (text, values) = query.rendered(for: .postgresql)
        let rows = try latching { try RowStream(session, text, values) }
        stream = rows
        defer {
            // What is left unread stands in the way of the next statement.
            rows.discard()
            if stream === rows { stream = nil }
        }
        while let result = try latching(keepingStream: true, { try rows.next() }) {
            try body(PostgreSQLRow(result, row: 0))
        }
    }

    func run(prepared statement: SQLQuery, forEach rows: [[SQLValue]]) throws -> Int {
        try latching { try session.pipeline(statement.rendered(for: .postgresql).text, rows) }
    }

    func load(into table: StaticString, columns: [StaticString], rows: [[SQLValue]]) throws {
        try latching { try session.copy(into: table.description, columns: columns.map(\.description), rows) }
    }

    /// Runs a step of the unit of work, unless an earlier one has failed.
    private func latching<T>(keepingStream: Bool = false, _ body: () throws -> T) throws -> T {
        if let failure { throw failure }
        do {
            if !keepingStream {
                try stream?.buffer()
                stream = nil
            }
            return try body()
        } catch let error as StorageError {
            failure = error
            throw error
        }
    }
}
