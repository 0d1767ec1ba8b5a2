import Tabular

/// What was read of a list in one go.
struct RowChunk: Sendable {
    var rows: [TabularRow] = []
    /// Rows that the file itself spoils, each with its reason.
    var malformed: [TabularError] = []
    /// The share of the file that has been read.
    var fraction = 0.0
}

/// Hands out the rows of a list in chunks; an actor, because the next chunk is read while the last one is being stored.
actor RowSource {
    private let reader: TabularReader
    private let mapping: ListMapping

    init(path: String, mapping: ListMapping) throws {
        reader = try TabularReader(path: path)
        self.mapping = mapping
    }

    /// The next rows below the header, or nil at the end.
    ///
    /// - Throws: ``Tabular/TabularError`` that ends the list.
    func next(_ count: Int) throws -> RowChunk? {
        var chunk = RowChunk()
        chunk.rows.reserveCapacity(count)
        while chunk.rows.count + chunk.malformed.count < count {
            do throws(TabularError) {
                guard let row = try reader.next() else { break }
                // Lists that were printed carry the header on every page.
                if row.line > mapping.headerLine, !mapping.isHeaderAgain(row) { chunk.rows.append(row) }
            } catch {
                guard error.concernsOneRow else { throw error }
                chunk.malformed.append(error)
            }
        }
        chunk.fraction = reader.fraction
        return chunk.rows.isEmpty && chunk.malformed.isEmpty ? nil : chunk
    }
}
