/// An index for finding things by 64-bit keys that lie scattered, such as hashes: many things may bear a key, and a thing many keys.
///
/// Each key lands on a page of its own, so that a bulk load into one big table would write the whole table again with every transaction.
/// SQLite therefore gathers new keys in a small table and pours them into the big one, in their order, when there are enough of them
/// (O'Neil et al., "The log-structured merge-tree", 1996); a search reads both. PostgreSQL writes pages later by itself and needs one table.
public struct KeyIndex: Sendable {
    let table: StaticString
    private let newest: StaticString
    /// So many keys are gathered before they are poured.
    let gathered: Int

    /// - Parameters:
    ///   - table: the name of the table that holds the index, a literal of the program.
    ///   - newest: the name of the table that takes new keys first, a literal of the program.
    ///   - gathered: how many keys that one holds before they go to the other.
    public init(_ table: StaticString, newest: StaticString, gathering gathered: Int = 1 << 19) {
        self.table = table
        self.newest = newest
        self.gathered = gathered
    }

    /// The statements of the migration that makes the index.
    public func statements(_ type: SchemaTypes) -> [String] {
        let tables = type.dialect == .sqlite ? [table, newest] : [table]
        return tables.map { table in
            "CREATE TABLE \(table) (key \(type.integer) NOT NULL, id \(type.bytes) NOT NULL, PRIMARY KEY (key, id))\(type.clustered)"
        }
    }

    /// The table that new keys go to.
    func entrance(_ dialect: SQLDialect) -> StaticString {
        dialect == .sqlite ? newest : table
    }

    func entries(under keys: [Int64], dialect: SQLDialect) -> SQLQuery {
        let settled = SQLQuery(unchecked: "SELECT key, id FROM \(table) WHERE key IN ") + "\(list: keys)"
        guard dialect == .sqlite else { return settled }
        return settled + SQLQuery(unchecked: " UNION ALL SELECT key, id FROM \(newest) WHERE key IN ") + "\(list: keys)"
    }
}

extension SQLConnection {
    /// Makes things findable by keys which they do not bear yet.
    ///
    /// - Throws: ``StorageError/constraint(_:)`` if one comes twice; ``StorageError``.
    public func add<Subject>(_ entries: [(key: Int64, id: Identifier<Subject>)], to index: KeyIndex) throws {
        guard !entries.isEmpty else { return }
        let entrance = index.entrance(dialect)
        // Sorted as whole numbers: comparing identifiers of a type that is not known here is many times slower.
        let sorted = entries.map { (key: $0.key, high: $0.id.high, low: $0.id.low) }
            .sorted { ($0.key, $0.high, $0.low) < ($1.key, $1.high, $1.low) }
        try load(
            into: entrance, columns: ["key", "id"],
            rows: sorted.map { [.integer($0.key), Identifier<Subject>(high: $0.high, low: $0.low).sqlValue] })
        guard dialect == .sqlite else { return }
        let waiting: Int = try value(SQLQuery(unchecked: "SELECT COUNT(*) FROM \(entrance)")) ?? 0
        guard waiting >= index.gathered else { return }
        try run(SQLQuery(unchecked: "INSERT INTO \(index.table) (key, id) SELECT key, id FROM \(entrance) ORDER BY key, id"))
        try run(SQLQuery(unchecked: "DELETE FROM \(entrance)"))
    }

    /// Hands each thing that bears one of the keys to `body`, in no order.
    public func forEach<Subject>(
        under keys: [Int64], in index: KeyIndex, of subject: Subject.Type = Subject.self,
        _ body: (_ key: Int64, _ id: Identifier<Subject>) throws -> Void
    ) throws {
        guard !keys.isEmpty else { return }
        try forEachRow(index.entries(under: keys, dialect: dialect)) { try body(try $0[0], try $0[1]) }
    }
}
