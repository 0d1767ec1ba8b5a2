/// Where a database is, as `--database` names it.
public enum DatabaseLocation: Sendable, Hashable {
    /// One file: `sqlite:naikkelas.sqlite`, `sqlite:/var/lib/naikkelas/data.sqlite`.
    case sqlite(path: String)
    /// A server: `postgres://user:password@host/database`.
    case postgresql(url: String)

    /// Reads `sqlite:PATH` or `postgres://…` (also `postgresql://…`).
    ///
    /// - Throws: ``StorageError/unavailable(_:)`` with what was expected.
    public init(_ text: String) throws {
        if text.hasPrefix("sqlite:") {
            let path = text.dropFirst("sqlite:".count)
            self = .sqlite(path: String(path.hasPrefix("//") ? path.dropFirst(2) : path))
            if path.isEmpty || path == "//" {
                throw StorageError.unavailable("the path is missing: write sqlite:naikkelas.sqlite")
            }
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgresql(url: text)
        } else {
            // A URL may hold a password, so what was given is not repeated.
            throw StorageError.unavailable("a database is written sqlite:PATH or postgres://user@host/database")
        }
    }
}

extension DatabaseLocation: CustomStringConvertible {
    /// The location without its password, fit for a log.
    public var description: String {
        switch self {
        case .sqlite(let path):
            return "sqlite:\(path)"
        case .postgresql(let url):
            guard let scheme = url.firstRange(of: "://"), let at = url.lastIndex(of: "@") else {
                return String(url.prefix { $0 != "?" })
            }
            let user = url[scheme.upperBound..<at].prefix { $0 != ":" }
            return "postgres://\(user)@\(url[url.index(after: at)...].prefix { $0 != "?" })"
        }
    }
}
