/// SQL text with bound values, written as a string literal: `"SELECT name FROM business WHERE id = \(id)"`.
///
/// An interpolated value is always bound and never becomes text, so that an injection cannot be written by accident.
/// Text enters only as a literal in the source. What is conditional is another `SQLQuery`, spliced in.
public struct SQLQuery: Sendable, ExpressibleByStringInterpolation {
    enum Part: Sendable {
        case text(String)
        case value(SQLValue)
        case list([SQLValue], SQLKind?)
    }

    var parts: [Part]

    public init(stringLiteral value: StaticString) {
        parts = [.text(value.description)]
    }

    /// Text that is no literal. For the statements of migrations and the other places in this module that build SQL from literals.
    init(unchecked text: String) {
        parts = [.text(text)]
    }

    public init(stringInterpolation: Interpolation) {
        parts = stringInterpolation.parts
    }

    public struct Interpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            parts.append(.text(literal.description))
        }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            parts.append(.value(value.sqlValue))
        }

        /// Binds a value that may be missing.
        public mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            parts.append(.value(value?.sqlValue ?? .null))
        }

        /// Binds a value already in the form of a column.
        public mutating func appendInterpolation(_ value: SQLValue) {
            parts.append(.value(value))
        }

        /// Binds the members of an `IN` list, parentheses included: `WHERE id IN \(list: ids)`. An empty list matches nothing.
        public mutating func appendInterpolation<Value: SQLConvertible>(list values: some Sequence<Value>) {
            parts.append(.list(values.map(\.sqlValue), Value.sqlKind))
        }

        /// Splices another query in, its values bound in their order.
        public mutating func appendInterpolation(_ query: SQLQuery) {
            parts.append(contentsOf: query.parts)
        }
    }

    public static func + (left: SQLQuery, right: SQLQuery) -> SQLQuery {
        var joined = left
        joined.parts += right.parts
        return joined
    }
}

/// Which engine runs a query; for the few places where their SQL differs.
public enum SQLDialect: String, Sendable, CaseIterable {
    case sqlite
    case postgresql
}

extension SQLQuery {
    /// The text with `$1…$n` and the values in that order.
    ///
    /// A list is bound as one value where the engine can take it apart again (JSON of whole numbers in SQLite, an array in PostgreSQL), so
    /// that a list of any length is one prepared statement, and PostgreSQL looks its members up one by one instead of holding every row
    /// against all of them. Another list is padded with its last member to a power of two.
    public func rendered(for dialect: SQLDialect) -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        for part in parts {
            switch part {
            case .text(let literal):
                text += literal
            case .value(let value):
                values.append(value)
                text += "$\(values.count)"
            case .list(let members, let kind):
                Self.render(members, kind, for: dialect, into: &text, &values)
            }
        }
        return (text, values)
    }

    private static func render(
        _ members: [SQLValue], _ kind: SQLKind?, for dialect: SQLDialect, into text: inout String, _ values: inout [SQLValue]
    ) {
        guard let last = members.last else {
            let types = SchemaTypes(dialect: dialect)
            let type =
                switch kind {
                case .integer: types.integer
                case .real: types.real
                case .bytes: types.bytes
                case .text, nil: "TEXT"
                }
            text += "(SELECT CAST(NULL AS \(type)) WHERE 1 = 0)"
            return
        }
        let integers = members.compactMap { member in
            if case .integer(let number) = member { number } else { nil }
        }
        if integers.count == members.count {
            let joined = integers.map(String.init).joined(separator: ",")
            switch dialect {
            case .sqlite:
                values.append(.text("[\(joined)]"))
                text += "(SELECT value FROM json_each($\(values.count)))"
            case .postgresql:
                values.append(.text("{\(joined)}"))
                text += "(SELECT unnest($\(values.count)::text::bigint[]))"
            }
            return
        }
        if dialect == .postgresql, let (array, type) = array(of: members) {
            values.append(.text(array))
            text += "(SELECT unnest($\(values.count)::text::\(type)[]))"
            return
        }
        var capacity = 1
        while capacity < members.count { capacity *= 2 }
        text += "("
        for index in 0..<capacity {
            values.append(index < members.count ? members[index] : last)
            text += index == 0 ? "$\(values.count)" : ", $\(values.count)"
        }
        text += ")"
    }

    /// The members as PostgreSQL writes an array, and its type; nil unless all are text or all are bytes.
    private static func array(of members: [SQLValue]) -> (text: String, type: String)? {
        let digits = Array("0123456789abcdef".utf8)
        var array = Array("{".utf8)
        var type: String?
        for (index, member) in members.enumerated() {
            array += index == 0 ? Array("\"".utf8) : Array(",\"".utf8)
            switch member {
            case .text(let text) where type != "bytea":
                type = "text"
                for byte in text.utf8 {
                    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { array.append(UInt8(ascii: "\\")) }
                    array.append(byte)
                }
            case .bytes(let bytes) where type != "text":
                type = "bytea"
                array += Array("\\\\x".utf8)
                for byte in bytes { array += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]] }
            default:
                return nil
            }
            array.append(UInt8(ascii: "\""))
        }
        return type.map { (String(decoding: array, as: UTF8.self) + "}", $0) }
    }
}
