/// Why bytes could not be read as a ``LinkageRecord``.
public enum LinkageError: Error, Sendable, Hashable {
    /// The bytes end before the record does.
    case truncated
    /// The first byte names a form that this version does not know.
    case unknownVersion(UInt8)
    /// Text is not UTF-8, a number is out of range, or bytes follow the end.
    case malformed
}
