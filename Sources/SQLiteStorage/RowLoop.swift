import Storage

/// A loop over the rows of a running statement, and the row on which it stands.
///
/// SQLite leaves open what a running query sees of changes made meanwhile; a row that is changed may come again, for ever. Before anything
/// is changed, the rows that are left are therefore taken into memory. A loop that only reads keeps none.
final class RowLoop {
    private let statement: PreparedStatement
    private var current: [SQLValue]?
    private var rest: ArraySlice<[SQLValue]> = []
    private var isBuffered = false

    init(_ statement: PreparedStatement) {
        self.statement = statement
    }

    /// Moves to the next row; false when there is none.
    func next() throws -> Bool {
        guard isBuffered else { return try statement.step() }
        current = rest.popFirst()
        return current != nil
    }

    /// Takes this row and the rest into memory.
    func buffer() throws {
        if isBuffered { return }
        current = statement.values
        while try statement.step() { rest.append(statement.values) }
        isBuffered = true
    }
}

extension RowLoop: SQLRow {
    func isNull(at index: Int) -> Bool {
        guard let current else { return statement.isNull(at: index) }
        return !current.indices.contains(index) || current[index] == .null
    }

    func integer(at index: Int) throws -> Int64 {
        guard let current else { return try statement.integer(at: index) }
        guard current.indices.contains(index), case .integer(let number) = current[index] else {
            throw StorageError.decoding(column: index, expected: "integer")
        }
        return number
    }

    func real(at index: Int) throws -> Double {
        guard let current else { return try statement.real(at: index) }
        if current.indices.contains(index) {
            if case .real(let number) = current[index] { return number }
            if case .integer(let number) = current[index] { return Double(number) }
        }
        throw StorageError.decoding(column: index, expected: "real")
    }

    func text(at index: Int) throws -> String {
        guard let current else { return try statement.text(at: index) }
        guard current.indices.contains(index), case .text(let text) = current[index] else {
            throw StorageError.decoding(column: index, expected: "text")
        }
        return text
    }

    func bytes(at index: Int) throws -> [UInt8] {
        guard let current else { return try statement.bytes(at: index) }
        guard current.indices.contains(index), case .bytes(let bytes) = current[index] else {
            throw StorageError.decoding(column: index, expected: "bytes")
        }
        return bytes
    }
}
