/// The two tables that make up an index in SQLite, kept alike.
extension SQLConnection {
    /// Writes entries to the table and, all at once, to FTS5; what a thing was found by before is taken away.
    func write(_ entries: [(id: [UInt8], words: String)], into index: TextIndex) throws {
        var wanted = Dictionary(entries.map { ($0.id, $0.words) }) { _, last in last }
        try forEachEntry(of: entries.map(\.id), in: index) { row in
            let id = try row.bytes(at: 1)
            if try row.text(at: 2) == wanted[id] { wanted[id] = nil }
        }
        try unindex(entries.map(\.id).filter { wanted[$0] != nil }, in: index)

        let last: Int = try value(SQLQuery(unchecked: "SELECT COALESCE(MAX(number), 0) FROM \(index.table)")) ?? 0
        // In the order in which they came: identifiers grow, and so does their index.
        let new: [[SQLValue]] = entries.compactMap { entry in
            wanted.removeValue(forKey: entry.id).map { [.bytes(entry.id), .text($0)] }
        }
        try run(prepared: SQLQuery(unchecked: "INSERT INTO \(index.table) (id, words) VALUES ($1, $2)"), forEach: new)
        try run(
            SQLQuery(unchecked: "INSERT INTO \(index.table)_words (rowid, words) SELECT number, words FROM \(index.table) WHERE number > ")
                + "\(last)")
    }

    /// Takes entries out of both tables. FTS5 has to be told the words, as it keeps none.
    func unindex(_ ids: [[UInt8]], in index: TextIndex) throws {
        var gone: [[SQLValue]] = []
        try forEachEntry(of: ids, in: index) { row in
            gone.append([.integer(try row.integer(at: 0)), .text(try row.text(at: 2))])
        }
        try run(
            prepared: SQLQuery(
                unchecked: "INSERT INTO \(index.table)_words (\(index.table)_words, rowid, words) VALUES ('delete', $1, $2)"),
            forEach: gone)
        try run(prepared: SQLQuery(unchecked: "DELETE FROM \(index.table) WHERE number = $1"), forEach: gone.map { [$0[0]] })
    }

    /// Hands number, id and words of those that are indexed to `body`.
    private func forEachEntry(of ids: [[UInt8]], in index: TextIndex, _ body: (any SQLRow) throws -> Void) throws {
        for start in stride(from: 0, to: ids.count, by: 1024) {
            let some = ids[start..<min(start + 1024, ids.count)]
            try forEachRow(SQLQuery(unchecked: "SELECT number, id, words FROM \(index.table) WHERE id IN ") + "\(list: some)", body)
        }
    }
}
