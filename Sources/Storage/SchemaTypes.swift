/// The column types of an engine, for the text of a migration.
///
/// ```swift
/// "CREATE TABLE partner (id \(type.bytes) PRIMARY KEY, name \(type.text) NOT NULL)\(type.strict)"
/// ```
public struct SchemaTypes: Sendable {
    /// Which engine the migration runs on, for the few statements that differ.
    public let dialect: SQLDialect

    public init(dialect: SQLDialect) {
        self.dialect = dialect
    }

    /// A whole number of 64 bits.
    public var integer: String { dialect == .sqlite ? "INTEGER" : "BIGINT" }
    /// A floating-point number of 64 bits.
    public var real: String { dialect == .sqlite ? "REAL" : "DOUBLE PRECISION" }
    /// Text that compares and sorts by its bytes.
    public var text: String { dialect == .sqlite ? "TEXT" : "TEXT COLLATE \"C\"" }
    /// Bytes; identifiers are 16 of them.
    public var bytes: String { dialect == .sqlite ? "BLOB" : "BYTEA" }
    /// What follows the closing parenthesis of `CREATE TABLE`: SQLite then checks the types.
    public var strict: String { dialect == .sqlite ? " STRICT" : "" }
    /// The same for a table that is stored in the order of its primary key where the engine can.
    public var clustered: String { dialect == .sqlite ? " STRICT, WITHOUT ROWID" : "" }
}
