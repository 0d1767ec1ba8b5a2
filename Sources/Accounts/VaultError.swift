/// What can go wrong with keys and sealed values.
public enum VaultError: Error, Sendable, Hashable {
    /// The value was changed, or sealed for another purpose.
    case notAuthentic
    /// The value was sealed with a key that the ring does not hold.
    case unknownKey(UInt8)
    /// The file of keys can be read by others than its owner: `chmod 600` it, and rotate if somebody may have.
    case readableByOthers(path: String)
    /// The file is none of keys, or damaged.
    case malformed(path: String)
    /// The file cannot be read or written.
    case unavailable(path: String, reason: String)
    /// Another rotation is under way, or one was interrupted and left its file behind.
    case rotationUnderWay(path: String)
    /// All 255 numbers of keys are used.
    case exhausted
    /// The cipher failed for no reason of ours.
    case `internal`
}

extension VaultError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAuthentic: "a sealed value was changed or belongs to another purpose"
        case .unknownKey(let number): "a value is sealed with key \(number), which the file of keys does not hold"
        case .readableByOthers(let path): "others can read the keys in \(path): run chmod 600 on it"
        case .malformed(let path): "\(path) is damaged or no file of keys"
        case .unavailable(let path, let reason): "\(path): \(reason)"
        case .rotationUnderWay(let path): "another rotation is under way; if none is, remove \(path)"
        case .exhausted: "all 255 numbers of keys are used"
        case .internal: "the cipher failed"
        }
    }
}
