import CLibPQ
import Storage

/// The rows of a running query, one answer each, so that a long result is never held as a whole.
///
/// A second statement inside the loop needs the line: the rest of the rows is then taken into memory first.
final class RowStream {
    private let session: Session
    private var buffered: ArraySlice<ServerResult> = []
    private var isComplete = false

    init(_ session: Session, _ text: String, _ values: [SQLValue]) throws {
        self.session = session
        let statement = try session.prepared(text, values)
        let parameters = try Parameters(values, types: statement.types)
        let isSent = parameters.withPointers { count, values, lengths, formats in
            PQsendQueryPrepared(session.handle, statement.name, count, values, lengths, formats, 1)
        }
        guard isSent == 1 else { throw session.lastFailure }
        PQsetSingleRowMode(session.handle)
    }

    func next() throws -> ServerResult? {
        if let row = buffered.popFirst() { return row }
        return try receive()
    }

    func buffer() throws {
        while let row = try receive() { buffered.append(row) }
    }

    func discard() {
        buffered = []
        while !isComplete {
            guard let result = PQgetResult(session.handle) else {
                isComplete = true
                return
            }
            PQclear(result)
        }
    }

    private func receive() throws -> ServerResult? {
        while !isComplete {
            guard let result = PQgetResult(session.handle) else {
                isComplete = true
                return nil
            }
            let answer = ServerResult(result)
            if answer.status == PGRES_SINGLE_TUPLE { return answer }
            if let failure = answer.failure {
                discard()
                throw failure
            }
        }
        return nil
    }
}
