import Accounts
public import Storage

/// A table whose rows belong to a business, as its room declares it, so that a merge can move them and an unmerge bring them back.
///
/// All names are literals of the program.
public struct BusinessAttachment: Sendable {
    /// A column with the type of what it holds.
    public struct Column: Sendable {
        let name: StaticString
        let kind: SQLKind

        public init(_ name: StaticString, _ kind: SQLKind) {
            self.name = name
            self.kind = kind
        }
    }

    let table: StaticString
    let businessColumn: StaticString
    let key: [Column]
    let unique: [[StaticString]]

    /// - Parameters:
    ///   - table: the table.
    ///   - businessColumn: the column with the id of the business.
    ///   - key: what tells the rows of one business apart.
    ///   - unique: groups of columns of which a business may have each combination of values only once. A row of the merged business that
    ///     the kept one has the like of stays where it is.
    public init(_ table: StaticString, businessColumn: StaticString = "business_id", key: [Column], unique: [[StaticString]] = []) {
        self.table = table
        self.businessColumn = businessColumn
        self.key = key
        self.unique = unique
    }

    /// The rows of this room itself: claims by their links, and owners.
    static let ofRegistry = [
        BusinessAttachment("link", key: [Column("claim_id", .bytes)]),
        BusinessAttachment("ownership", key: [Column("owner_id", .bytes)], unique: [["owner_id"]]),
    ]

    private func name(_ literal: StaticString) -> SQLQuery { SQLQuery(stringLiteral: literal) }

    /// The keys of all rows of a business.
    func keys(of business: BusinessID, in connection: any SQLConnection) throws -> [[SQLValue]] {
        try keys(connection, of: business, where: "1 = 1")
    }

    /// The keys of those rows of `source` that `destination` has the like of.
    func conflicts(of source: BusinessID, with destination: BusinessID, in connection: any SQLConnection) throws -> Set<[SQLValue]> {
        var found: Set<[SQLValue]> = []
        for group in unique {
            let alike = group.reduce("" as SQLQuery) { $0 + " AND theirs." + name($1) + " = mine." + name($1) }
            let condition: SQLQuery = """
                EXISTS (SELECT 1 FROM \(name(table)) theirs WHERE theirs.\(name(businessColumn)) = \(destination)\(alike))
                """
            found.formUnion(try keys(connection, of: source, where: condition))
        }
        return found
    }

    /// Gives a row of `source` to `destination`; one that is not there any more is passed over.
    func move(_ key: [SQLValue], from source: BusinessID, to destination: BusinessID, in connection: any SQLConnection) throws {
        let same = zip(self.key, key).reduce("" as SQLQuery) { $0 + " AND " + name($1.0.name) + " = " + "\($1.1)" }
        try connection.run(
            """
            UPDATE \(name(table)) SET \(name(businessColumn)) = \(destination) WHERE \(name(businessColumn)) = \(source)\(same)
            """)
    }

    private func keys(_ connection: any SQLConnection, of business: BusinessID, where condition: SQLQuery) throws -> [[SQLValue]] {
        let columns = key.dropFirst().reduce("mine." + name(key[0].name)) { $0 + ", mine." + name($1.name) }
        return try connection.rows(
            "SELECT \(columns) FROM \(name(table)) mine WHERE mine.\(name(businessColumn)) = \(business) AND \(condition) ORDER BY \(columns)"
        ) { row in
            try key.indices.map { index in
                switch key[index].kind {
                case .integer: .integer(try row.integer(at: index))
                case .real: .real(try row.real(at: index))
                case .text: .text(try row.text(at: index))
                case .bytes: .bytes(try row.bytes(at: index))
                }
            }
        }
    }
}

/// The key of a row as bytes, by which it is written down: for each value its kind, its length and itself.
enum RowKey {
    static func encoded(_ values: [SQLValue]) -> [UInt8] {
        values.flatMap { value -> [UInt8] in
            let (kind, bytes): (UInt8, [UInt8]) =
                switch value {
                case .null: (0, [])
                case .integer(let number): (1, bigEndian(UInt64(bitPattern: number)))
                case .real(let number): (2, bigEndian(number.bitPattern))
                case .text(let text): (3, Array(text.utf8))
                case .bytes(let bytes): (4, bytes)
                }
            return [kind] + bigEndian(UInt64(bytes.count)).suffix(4) + bytes
        }
    }

    /// - Returns: nil for bytes that are no key.
    static func decoded(_ bytes: [UInt8]) -> [SQLValue]? {
        var values: [SQLValue] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard rest.count >= 5 else { return nil }
            let kind = rest.removeFirst()
            let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            guard rest.count >= count else { return nil }
            let content = Array(rest.prefix(count))
            rest = rest.dropFirst(count)
            let number = content.count == 8 ? content.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } : 0
            switch kind {
            case 0: values.append(.null)
            case 1: values.append(.integer(Int64(bitPattern: number)))
            case 2: values.append(.real(Double(bitPattern: number)))
            case 3: values.append(.text(String(decoding: content, as: UTF8.self)))
            case 4: values.append(.bytes(content))
            default: return nil
            }
        }
        return values
    }

    private static func bigEndian(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
    }
}
