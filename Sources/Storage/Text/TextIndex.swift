/// An index for finding things by words: each word of the query begins a word of the thing.
///
/// Words are cut and folded here (see ``words(in:)``), so that both engines find the same: FTS5 in SQLite, `tsvector` with a GIN index in
/// PostgreSQL.
public struct TextIndex: Sendable {
    let table: String

    /// - Parameter table: the name of the table that holds the index, a literal of the program.
    public init(_ table: StaticString) {
        self.table = table.description
    }

    /// The statements of the migration that makes the index.
    public func statements(_ type: SchemaTypes) -> [String] {
        switch type.dialect {
        case .sqlite:
            // The words stand in a table, of which FTS5 keeps the index only. Queries look for single words, so their positions and
            // their number are not kept. Words are cut already: the ASCII tokeniser parts them at the blanks. No triggers keep the two
            // alike: a trigger opens a savepoint for every row, at which FTS5 writes out what it has gathered.
            [
                "CREATE TABLE \(table) (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, words TEXT NOT NULL) STRICT",
                """
                CREATE VIRTUAL TABLE \(table)_words USING fts5 (
                    words, content = '\(table)', content_rowid = 'number', tokenize = 'ascii', detail = none, columnsize = 0
                )
                """,
            ]
        case .postgresql:
            [
                """
                CREATE TABLE \(table) (
                    id BYTEA PRIMARY KEY,
                    words TEXT COLLATE "C" NOT NULL,
                    lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
                )
                """,
                "CREATE INDEX \(table)_lexemes ON \(table) USING gin (lexemes)",
            ]
        }
    }

    /// The identifiers of what matches all of `words`, as the right side of `IN`: `WHERE business.id IN \(index.ids(matching: words, …))`.
    ///
    /// At most 1000 of them, because a query that matches more is no longer a search. No words match nothing.
    public func ids(matching words: [String], dialect: SQLDialect) -> SQLQuery {
        "(SELECT id FROM \(entries(matching: words, dialect: dialect)) AS found)"
    }

    /// What matches, with all its words, as a table in parentheses.
    func entries(matching words: [String], dialect: SQLDialect) -> SQLQuery {
        let words = TextIndex.words(in: words)
        if words.isEmpty { return SQLQuery(unchecked: "(SELECT id, words FROM \(table) WHERE 1 = 0)") }
        // Words hold letters and digits only, which the quotes of neither language can end.
        switch dialect {
        case .sqlite:
            let expression = words.map { "\"\($0)\"*" }.joined(separator: " AND ")
            let words = SQLQuery(unchecked: "SELECT rowid FROM \(table)_words WHERE \(table)_words MATCH ")
            return SQLQuery(unchecked: "(SELECT id, words FROM \(table) WHERE number IN (") + words + "\(expression) LIMIT 1000))"
        case .postgresql:
            let expression = words.map { "'\($0)':*" }.joined(separator: " & ")
            return SQLQuery(unchecked: "(SELECT id, words FROM \(table) WHERE lexemes @@ ") + "\(expression)::text::tsquery LIMIT 1000)"
        }
    }
}

extension SQLConnection {
    /// Makes something findable by `words`, each of which may be a whole text; what it was found by before is forgotten.
    public func index<Subject>(words: [String], as id: Identifier<Subject>, in index: TextIndex) throws {
        try self.index([(id, words)], in: index)
    }

    /// The same for many things at once.
    public func index<Subject>(_ entries: [(id: Identifier<Subject>, words: [String])], in index: TextIndex) throws {
        let entries = entries.map { (id: $0.id.bytes, words: TextIndex.words(in: $0.words).joined(separator: " ")) }
        switch dialect {
        case .sqlite:
            try write(entries, into: index)
        case .postgresql:
            let statement = SQLQuery(
                unchecked: """
                    INSERT INTO \(index.table) (id, words) VALUES ($1, $2)
                    ON CONFLICT (id) DO UPDATE SET words = excluded.words WHERE \(index.table).words <> excluded.words
                    """)
            try run(prepared: statement, forEach: entries.map { [.bytes($0.id), .text($0.words)] })
        }
    }

    /// Makes something unfindable.
    public func remove<Subject>(_ id: Identifier<Subject>, from index: TextIndex) throws {
        if dialect == .sqlite { try unindex([id.bytes], in: index) }
        try run(SQLQuery(unchecked: "DELETE FROM \(index.table) WHERE id = ") + "\(id)")
    }

    /// What has, for each of `words`, a word that begins with it; the shortest texts first, because they hold the least else.
    public func search<Subject>(
        _ index: TextIndex, words: [String], limit: Int, of subject: Subject.Type = Subject.self
    ) throws -> [Identifier<Subject>] {
        let entries = index.entries(matching: words, dialect: dialect)
        return try rows("SELECT id FROM \(entries) AS found ORDER BY length(words), id LIMIT \(limit)") { row in try row[0] }
    }
}
