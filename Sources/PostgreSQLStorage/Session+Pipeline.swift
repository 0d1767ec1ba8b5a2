import CLibPQ
import Storage

extension Session {
    /// Runs a statement for each row of values without waiting for an answer in between; returns how many rows changed.
    ///
    /// The rows go in batches that end with a synchronisation point, so that neither side has to hold many answers.
    func pipeline(_ text: String, _ rows: [[SQLValue]]) throws -> Int {
        guard let first = rows.first else { return 0 }
        let statement = try prepared(text, kinds: Self.commonKinds(rows, count: first.count))
        guard PQenterPipelineMode(handle) == 1 else { throw lastFailure }
        defer { PQexitPipelineMode(handle) }
        var changed = 0
        for start in stride(from: 0, to: rows.count, by: 512) {
            let batch = rows[start..<min(start + 512, rows.count)]
            var failure: StorageError?
            var sent = 0
            for row in batch {
                do {
                    try send(row, to: statement)
                    sent += 1
                } catch {
                    failure = error as? StorageError ?? .other("\(error)")
                    break
                }
            }
            guard PQpipelineSync(handle) == 1 else { throw lastFailure }
            // The answers have to be read to the end, also after an error.
            changed += try receive(sent, failure: &failure)
            if let failure { throw failure }
        }
        return changed
    }

    private func send(_ row: [SQLValue], to statement: PreparedStatement) throws {
        let isSent = try Parameters(row, types: statement.types).withPointers { count, values, lengths, formats in
            PQsendQueryPrepared(handle, statement.name, count, values, lengths, formats, 1)
        }
        guard isSent == 1 else { throw lastFailure }
    }

    private func receive(_ count: Int, failure: inout StorageError?) throws -> Int {
        var changed = 0
        for _ in 0..<count {
            while let result = PQgetResult(handle) {
                let answer = ServerResult(result)
                failure = failure ?? answer.failure
                changed += answer.changedRows
            }
            if isBroken { throw lastFailure }
        }
        guard let result = PQgetResult(handle) else { throw lastFailure }
        PQclear(result)
        return changed
    }

    /// The kind of each column of values: that of its members, or that of text, in which all can be written, where they differ.
    private static func commonKinds(_ rows: [[SQLValue]], count: Int) -> [Oid] {
        var kinds = [Oid](repeating: ServerType.inferred, count: count)
        for row in rows {
            for (index, value) in row.prefix(count).enumerated() where value != .null {
                let kind = PreparedStatement.kind(of: value)
                kinds[index] = kinds[index] == ServerType.inferred || kinds[index] == kind ? kind : ServerType.text
            }
        }
        return kinds
    }
}
