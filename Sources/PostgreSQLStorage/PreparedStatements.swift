import CLibPQ
import Storage

/// A statement that the server has parsed, and the types with which its parameters are sent.
struct PreparedStatement {
    let name: String
    let types: [Oid]

    /// The kind of a value, as the type that it is by nature; of NULL nothing is known.
    static func kind(of value: SQLValue) -> Oid {
        switch value {
        case .null: ServerType.inferred
        case .integer: ServerType.integer8
        case .real: ServerType.real8
        case .text: ServerType.text
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

/// Which types to declare for the parameters of a statement.
///
/// PostgreSQL is stricter than SQLite: it compares no text with a number, has no `substr(text, bigint)`, and wants to know the type of
/// `$1 IS NULL`. Text is therefore left to the server at first, so that it fits wherever its content does; when the server refuses, the
/// next guess is another one.
struct TypeGuess {
    private(set) var types: [Oid]
    var firstFailure: StorageError?
    private let kinds: [Oid]
    private var alternatives: [[Oid: Oid]] = [
        [:],
        [ServerType.text: ServerType.inferred, ServerType.integer8: ServerType.integer4],
        [ServerType.text: ServerType.inferred, ServerType.integer8: ServerType.inferred],
    ]

    init(kinds: [Oid]) {
        self.kinds = kinds
        types = kinds.map { $0 == ServerType.text ? ServerType.inferred : $0 }
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
            while let alternative = alternatives.first {
                alternatives.removeFirst()
                let next = kinds.map { alternative[$0] ?? $0 }
                if next != types {
                    types = next
                    return true
                }
            }
            return false
        default:
            return false
        }
    }

    /// Whether the server took a text or a number for bytes, which SQLite would refuse.
    func isMisread(_ inferred: [Oid]) -> Bool {
        zip(kinds, inferred).contains { kind, inferred in
            inferred == ServerType.bytes && kind != ServerType.bytes && kind != ServerType.inferred
        }
    }
}
