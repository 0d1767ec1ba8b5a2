/// Why a list of keys is not believed. Entries are counted from 0.
public enum KeyHistoryError: Error, Hashable {
    case unreadable
    case malformed(Int)
    /// An entry was changed, or was not signed by the key before it.
    case altered(Int)
    /// An entry begins before the one that it follows.
    case outOfOrder(Int)
    /// A key stands in the list twice.
    case repeated(Int)
    /// The list begins with another key than the one that was pinned.
    case otherRoot(found: String)
    /// The private key is not that of the last entry.
    case notThePresentKey

    /// What to do, in English.
    public var sentence: String {
        switch self {
        case .unreadable: "this is no history of keys; name the issuer's history.json"
        case .malformed(let entry): "entry \(entry) of the history of keys cannot be read; get history.json from the issuer again"
        case .altered(let entry): "entry \(entry) of the history of keys was changed; get history.json from the issuer again"
        case .outOfOrder(let entry): "entry \(entry) of the history of keys begins before the one that it follows; give a later day"
        case .repeated(let entry): "entry \(entry) of the history of keys holds a key that it holds already"
        case .otherRoot(let found): "this history begins with another key (\(found)) than the one that was named; do not trust it"
        case .notThePresentKey: "the private key is not that of the last entry of the history; restore the folder from a backup"
        }
    }
}
