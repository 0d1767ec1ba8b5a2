import CLibPQ
import Storage

/// An answer of the server, freed with its last reference.
final class ServerResult {
    let handle: OpaquePointer

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        PQclear(handle)
    }

    var status: ExecStatusType { PQresultStatus(handle) }

    var rowCount: Int32 { PQntuples(handle) }

    /// What went wrong, or nil if nothing did.
    var failure: StorageError? {
        switch status {
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR, PGRES_PIPELINE_ABORTED:
            let message = PQresultErrorField(handle, diagnosticMessage).map { String(cString: $0) }
            return StorageError(sqlState: sqlState ?? "", message: message ?? String(cString: PQresultErrorMessage(handle)))
        default:
            return nil
        }
    }

    /// The five characters of the error, if it is one that the server sent.
    var sqlState: String? {
        PQresultErrorField(handle, diagnosticState).map { String(cString: $0) }
    }

    /// How many rows a statement changed; none for a query.
    var changedRows: Int {
        if String(cString: PQcmdStatus(handle)).hasPrefix("SELECT") { return 0 }
        return Int(String(cString: PQcmdTuples(handle))) ?? 0
    }
}

/// `PG_DIAG_SQLSTATE` and `PG_DIAG_MESSAGE_PRIMARY`, character constants that Swift does not import. The detail is left alone:
/// it repeats values of the row, which may be personal data.
private let diagnosticState = Int32(UInt8(ascii: "C"))
private let diagnosticMessage = Int32(UInt8(ascii: "M"))
