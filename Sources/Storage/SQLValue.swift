/// A value as it travels to and from a database: the five types that both engines store alike.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// The types of values.
public enum SQLKind: Sendable {
    case integer
    case real
    case text
    case bytes
}

/// A type with one representation in a column.
public protocol SQLConvertible: Sendable {
    /// The type of the values, for where there is none to tell it: PostgreSQL wants to know what an empty list is a list of.
    static var sqlKind: SQLKind? { get }

    /// The value to bind.
    var sqlValue: SQLValue { get }

    /// Reads the value at `index` of `row`.
    ///
    /// - Throws: ``StorageError/decoding(column:expected:)`` if the column holds something else.
    init(row: any SQLRow, at index: Int) throws
}

extension SQLConvertible {
    public static var sqlKind: SQLKind? { nil }
}

extension Int64: SQLConvertible {
    public static var sqlKind: SQLKind? { .integer }
    public var sqlValue: SQLValue { .integer(self) }

    public init(row: any SQLRow, at index: Int) throws {
        self = try row.integer(at: index)
    }
}

extension Int: SQLConvertible {
    public static var sqlKind: SQLKind? { .integer }
    public var sqlValue: SQLValue { .integer(Int64(self)) }

    public init(row: any SQLRow, at index: Int) throws {
        self = Int(try row.integer(at: index))
    }
}

/// Flags are stored as 0 and 1.
extension Bool: SQLConvertible {
    public static var sqlKind: SQLKind? { .integer }
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }

    public init(row: any SQLRow, at index: Int) throws {
        self = try row.integer(at: index) != 0
    }
}

extension Double: SQLConvertible {
    public static var sqlKind: SQLKind? { .real }
    public var sqlValue: SQLValue { .real(self) }

    public init(row: any SQLRow, at index: Int) throws {
        self = try row.real(at: index)
    }
}

extension String: SQLConvertible {
    public static var sqlKind: SQLKind? { .text }
    public var sqlValue: SQLValue { .text(self) }

    public init(row: any SQLRow, at index: Int) throws {
        self = try row.text(at: index)
    }
}

extension [UInt8]: SQLConvertible {
    public static var sqlKind: SQLKind? { .bytes }
    public var sqlValue: SQLValue { .bytes(self) }

    public init(row: any SQLRow, at index: Int) throws {
        self = try row.bytes(at: index)
    }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    public static var sqlKind: SQLKind? { Wrapped.sqlKind }
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }

    public init(row: any SQLRow, at index: Int) throws {
        self = row.isNull(at: index) ? nil : try Wrapped(row: row, at: index)
    }
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
    public static var sqlKind: SQLKind? { RawValue.sqlKind }
    public var sqlValue: SQLValue { rawValue.sqlValue }

    public init(row: any SQLRow, at index: Int) throws {
        let raw = try RawValue(row: row, at: index)
        guard let value = Self(rawValue: raw) else {
            throw StorageError.decoding(column: index, expected: "\(Self.self)")
        }
        self = value
    }
}
