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
