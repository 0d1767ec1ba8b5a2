import GRDB
import GRDBSQLite
import Storage

extension StorageError {
    /// What GRDB threw, in the words of the seam.
    init(sqlite error: any Error) {
        guard let error = error as? DatabaseError else {
            self = error as? StorageError ?? .other("\(error)")
            return
        }
        self.init(sqliteCode: error.extendedResultCode.rawValue, message: error.message ?? "")
    }

    /// An extended result code of SQLite with its message; the primary code is the lower byte.
    init(sqliteCode code: CInt, message: String) {
        switch code & 0xFF {
        case SQLITE_CONSTRAINT, SQLITE_MISMATCH:
            self = .constraint(message)
        case SQLITE_BUSY, SQLITE_LOCKED:
            self = .busy
        case SQLITE_READONLY:
            self = .readOnly
        case SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_PERM, SQLITE_AUTH, SQLITE_MISUSE:
            self = .unavailable(message)
        default:
            self = .other(message)
        }
    }
}
