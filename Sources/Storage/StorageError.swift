/// What can go wrong in a unit of work, in words that hold for both engines.
public enum StorageError: Error, Sendable, Equatable {
    /// A uniqueness, reference or check rule of the schema refused the change.
    case constraint(String)
    /// Another writer held the database for longer than the time-out.
    case busy
    /// The transaction met another one and was given up after several tries.
    case serialization
    /// A read unit of work tried to write.
    case readOnly
    /// The database was made by a newer program than this one.
    case newerSchema(found: String)
    /// A column held another type than was asked for.
    case decoding(column: Int, expected: String)
    /// A value that no engine stores alike: text with a NUL byte, or a number that is not a number.
    case invalidValue(String)
    /// The database cannot be reached, or the URL names none.
    case unavailable(String)
    /// Anything else that the engine says.
    case other(String)
}

extension StorageError: CustomStringConvertible {
    /// What happened and, where there is something to do about it, what.
    public var description: String {
        switch self {
        case .constraint(let rule): "a rule of the schema refuses the change: \(rule)"
        case .busy: "another program is writing to the database; try again when it has finished"
        case .serialization: "the change met others too many times; try again"
        case .readOnly: "a read cannot write"
        case .newerSchema(let found): "the database was made by a newer program (it holds \"\(found)\"); update this one"
        case .decoding(let column, let expected): "column \(column) holds no \(expected)"
        case .invalidValue(let value): "\(value) cannot be stored"
        case .unavailable(let reason): "the database cannot be used: \(reason)"
        case .other(let message): message
        }
    }
}
