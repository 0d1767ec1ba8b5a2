import CLibPQ
import Storage

/// A statement that the server has parsed, and the types with which its parameters are sent.
struct PreparedStatement {
    let name: String
    let types: [Oid]

    /// The type that a value declares. Text declares none, so that it fits wherever its content does, as in SQLite.
    static func type(of value: SQLValue) -> Oid {
        switch value {
        case .null, .text: ServerType.inferred
        case .integer: ServerType.integer8
        case .real: ServerType.real8
        case .bytes: ServerType.bytes
        }
    }
}

/// The statements prepared in one session, the least recently used one given up for a new one.
struct PreparedStatements {
    private struct Key: Hashable {
        let text: String
        let kinds: [Oid]
    }

    private let limit: Int
    private var entries: [Key: (statement: PreparedStatement, lastUse: UInt64)] = [:]
    private var clock: UInt64 = 0

    init(limit: Int) {
        self.limit = limit
    }

    subscript(text: String, kinds: [Oid]) -> PreparedStatement? {
        mutating get {
            clock += 1
            let key = Key(text: text, kinds: kinds)
            entries[key]?.lastUse = clock
            return entries[key]?.statement
        }
    }

    mutating func newName() -> String {
        clock += 1
        return "s\(clock)"
    }

    /// Keeps a statement; returns the name of the one that has to go for it.
    mutating func insert(_ statement: PreparedStatement, text: String, kinds: [Oid]) -> String? {
        var evicted: String?
        if entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries[oldest.key] = nil
            evicted = oldest.value.statement.name
        }
        entries[Key(text: text, kinds: kinds)] = (statement, clock)
        return evicted
    }
}

/// Which types to declare for the parameters of a statement. PostgreSQL is stricter than SQLite: it wants to know the type of
/// `$1 IS NULL`, has no `substr(text, bigint)`, and compares no text with a number. When it refuses, the next guess is looser.
struct TypeGuess {
    private(set) var types: [Oid]
    var firstFailure: StorageError?
    private let kinds: [Oid]
    private var looseness = 0

    init(kinds: [Oid]) {
        self.kinds = kinds
        types = kinds
    }

    /// Takes the next guess after an error; false if there is none.
    mutating func improve(sqlState: String, message: String) -> Bool {
        switch sqlState {
        case "42P18":
            // "could not determine data type of parameter $2", in the language of the server.
            let digits = message.split(separator: "$").dropFirst().first?.prefix { $0.isASCII && $0.isNumber }
            guard let number = digits.flatMap({ Int($0) }), types.indices.contains(number - 1), types[number - 1] == ServerType.inferred
            else { return false }
            types[number - 1] = ServerType.text
            return true
        case "42725", "42804", "42883", "42P08":
            let substitutes: [(from: Oid, to: Oid)] = [
                (ServerType.inferred, ServerType.text), (ServerType.integer8, ServerType.integer4),
                (ServerType.integer8, ServerType.inferred),
            ]
            while looseness < substitutes.count {
                let (from, to) = substitutes[looseness]
                looseness += 1
                if kinds.contains(from) {
                    types = kinds.map { $0 == from ? to : $0 }
                    return true
                }
            }
            return false
        default:
            return false
        }
    }
}
