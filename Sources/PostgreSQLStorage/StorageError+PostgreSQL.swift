import Storage

extension StorageError {
    /// An error by its SQLSTATE (PostgreSQL, appendix A), of which the first two characters are the class.
    init(sqlState: String, message: String) {
        switch sqlState {
        case "40001", "40P01":
            self = .serialization
        case "25006":
            self = .readOnly
        case "55P03":
            self = .busy
        case "22021":
            self = .invalidValue(message)
        case "57P01", "57P02", "57P03", "53300", "3D000", "":
            self = .unavailable(message)
        case "42804", "22P02", "22003":
            self = .constraint(message)
        default:
            switch sqlState.prefix(2) {
            case "23": self = .constraint(message)
            case "08", "28": self = .unavailable(message)
            default: self = .other("\(message) (\(sqlState))")
            }
        }
    }
}
