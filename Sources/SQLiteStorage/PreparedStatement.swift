import GRDBSQLite
import Storage

/// A prepared statement, and the row on which it stands.
struct PreparedStatement {
    /// What the engine said of this statement; apart from what the body of a loop over its rows may throw.
    struct Failure: Error {
        let reason: StorageError
    }

    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) {
        self.statement = statement
    }

    /// - Parameter numbers: which value goes to each parameter, counted from 1; nil if they stand in the order of the text.
    func bind(_ values: [SQLValue], numbers: [Int]? = nil) throws {
        let expected = Int(sqlite3_bind_parameter_count(statement))
        guard values.count == expected else {
            throw Failure(reason: .other("\(values.count) values for a statement with \(expected) parameters"))
        }
        for index in 0..<expected {
            try check(bind(values[numbers.map { $0[index] - 1 } ?? index], at: CInt(index + 1)))
        }
    }

    /// The `n` of each `$n`. To SQLite `$2` is a name, and its index is the order in which names first stand in the text.
    func parameterNumbers() throws -> [Int] {
        try (0..<sqlite3_bind_parameter_count(statement)).map { try number(ofParameter: $0 + 1) }
    }

    private func number(ofParameter index: CInt) throws -> Int {
        guard let name = sqlite3_bind_parameter_name(statement, index) else { return Int(index) }
        var number = 0
        var digit = name + 1
        while digit.pointee >= 48, digit.pointee <= 57 {
            number = number * 10 + Int(digit.pointee - 48)
            digit += 1
        }
        guard number >= 1, number <= Int(sqlite3_bind_parameter_count(statement)) else {
            throw Failure(reason: .other("the parameters of a statement are $1, $2 … without a gap"))
        }
        return number
    }

    private func bind(_ value: SQLValue, at index: CInt) throws -> CInt {
        switch value {
        case .null:
            return sqlite3_bind_null(statement, index)
        case .integer(let number):
            return sqlite3_bind_int64(statement, index, number)
        case .real(let number):
            if number.isNaN { throw Failure(reason: .invalidValue("a number that is not a number")) }
            return sqlite3_bind_double(statement, index, number)
        case .text(var text):
            return try text.withUTF8 { utf8 in
                if utf8.contains(0) { throw Failure(reason: .invalidValue("text with a NUL byte")) }
                return utf8.withMemoryRebound(to: CChar.self) { characters in
                    // An empty string has no address, which would bind NULL.
                    guard let start = characters.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, Self.copied) }
                    return sqlite3_bind_text64(
                        statement, index, start, sqlite3_uint64(characters.count), Self.copied, UInt8(SQLITE_UTF8))
                }
            }
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { buffer in
                guard let start = buffer.baseAddress, !buffer.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
                return sqlite3_bind_blob64(statement, index, start, sqlite3_uint64(buffer.count), Self.copied)
            }
        }
    }

    /// `SQLITE_TRANSIENT`, which is a cast that Swift does not import: SQLite copies the bytes before the call returns.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    /// Moves to the next row; false when there is none.
    func step() throws -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        try check(code)
        return false
    }

    /// Runs to the end.
    func finish() throws {
        while try step() {}
    }

    /// Back to the start, the values kept.
    func reset() {
        sqlite3_reset(statement)
    }

    /// Back to the start, without values.
    func clear() {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    /// Whether the statement changes nothing.
    var isReadOnly: Bool { sqlite3_stmt_readonly(statement) != 0 }

    /// The row on which the statement stands.
    var values: [SQLValue] {
        (0..<sqlite3_column_count(statement)).map { index in
            switch sqlite3_column_type(statement, index) {
            case SQLITE_INTEGER:
                return .integer(sqlite3_column_int64(statement, index))
            case SQLITE_FLOAT:
                return .real(sqlite3_column_double(statement, index))
            case SQLITE_TEXT:
                let start = sqlite3_column_text(statement, index)
                let count = Int(sqlite3_column_bytes(statement, index))
                return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
            case SQLITE_BLOB:
                let start = sqlite3_column_blob(statement, index)
                return .bytes(Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))))
            default:
                return .null
            }
        }
    }

    private func check(_ code: CInt) throws {
        if code != SQLITE_OK {
            let connection = sqlite3_db_handle(statement)
            let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? ""
            throw Failure(reason: StorageError(sqliteCode: sqlite3_extended_errcode(connection), message: message))
        }
    }
}

/// The columns of the row on which the statement stands.
extension PreparedStatement {
    func isNull(at index: Int) -> Bool {
        sqlite3_column_type(statement, CInt(index)) == SQLITE_NULL
    }

    func integer(at index: Int) throws -> Int64 {
        guard sqlite3_column_type(statement, CInt(index)) == SQLITE_INTEGER else {
            throw StorageError.decoding(column: index, expected: "integer")
        }
        return sqlite3_column_int64(statement, CInt(index))
    }

    func real(at index: Int) throws -> Double {
        let type = sqlite3_column_type(statement, CInt(index))
        guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else {
            throw StorageError.decoding(column: index, expected: "real")
        }
        return sqlite3_column_double(statement, CInt(index))
    }

    func text(at index: Int) throws -> String {
        guard sqlite3_column_type(statement, CInt(index)) == SQLITE_TEXT else {
            throw StorageError.decoding(column: index, expected: "text")
        }
        let start = sqlite3_column_text(statement, CInt(index))
        let count = Int(sqlite3_column_bytes(statement, CInt(index)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(at index: Int) throws -> [UInt8] {
        guard sqlite3_column_type(statement, CInt(index)) == SQLITE_BLOB else {
            throw StorageError.decoding(column: index, expected: "bytes")
        }
        let start = sqlite3_column_blob(statement, CInt(index))
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, CInt(index)))))
    }
}
