public import Tabular

/// Finds out which column of a list holds what, from its headers and from what stands below them.
///
/// Pure: the same rows give the same answer, and nothing is asked of anyone.
public enum ColumnRecognition {
    /// Below this certainty a column is left to the person who sends the list.
    private static let leastCertainty = 0.5

    /// Recognises the columns from the first rows of a list, some 200 of them: titles above the header are passed over, a header of two rows
    /// is read as one, and a column whose header says nothing is judged by its content.
    public static func recognise(_ rows: [TabularRow]) -> RecognisedColumns {
        let width = rows.map(\.cells.count).max() ?? 0
        let header = HeaderRow(of: rows, width: width)
        let data = Array(rows.dropFirst(header.rowsBefore))
        let columns = (0..<width).map { column in
            let content = ColumnContent(data.map { column < $0.cells.count ? $0.cells[column] : "" })
            return Column(header: header.headers[column], readings: header.readings[column], content: content)
        }
        // Columns without header and content, as spreadsheets leave them on the right, are no columns.
        let used = (columns.lastIndex { !$0.readings.isEmpty || $0.content.filled > 0 } ?? -1) + 1
        return assign(Array(columns[..<used]), header: header, data: data)
    }

    // MARK: - One column

    private struct Column {
        let header: String
        let readings: [HeaderWords]
        let content: ColumnContent

        /// Whether the header says "name" and no more.
        var isBareName: Bool { readings.last?.words == ["nama"] && readings.count == 1 }

        /// What the column may be, the likeliest first.
        var candidates: [HeaderVocabulary.Candidate] {
            var best: [ListField: Double] = [:]
            for (index, reading) in readings.enumerated() {
                for candidate in HeaderVocabulary.candidates(for: reading) where candidate.score >= HeaderVocabulary.sure {
                    // Under a group, the whole of both headers speaks louder than a part of either.
                    let score = index == 0 || candidate.score == 1 ? candidate.score : candidate.score * 0.97
                    best[candidate.field] = max(best[candidate.field] ?? 0, score)
                }
            }
            let suggestion = content.suggestion
            for (field, score) in best {
                if content.contradicts(field) {
                    best[field] = score * 0.4
                } else if field == .ignored, readings.last?.words == ["nomor"], let suggestion, suggestion.field != .ignored {
                    best[field] = 0.45
                } else if suggestion?.field == field {
                    best[field] = min(1, score + 0.02)
                }
            }
            if let suggestion, best.values.allSatisfy({ $0 < HeaderVocabulary.sure }) {
                best[suggestion.field] = max(best[suggestion.field] ?? 0, suggestion.score)
            }
            return best.map { HeaderVocabulary.Candidate(field: $0.key, score: $0.value) }
                .sorted { ($1.score, $0.field.rawValue) < ($0.score, $1.field.rawValue) }
        }
    }

    // MARK: - All columns together

    private static func assign(_ columns: [Column], header: HeaderRow, data: [TabularRow]) -> RecognisedColumns {
        var fields: [ListField?] = Array(repeating: nil, count: columns.count)
        var certainty = Array(repeating: 0.0, count: columns.count)
        var problems: [ColumnProblem] = []
        var holder: [ListField: Int] = [:]

        let wishes = columns.enumerated().flatMap { index, column in
            (column.isBareName ? [] : column.candidates).map { (column: index, field: $0.field, score: $0.score) }
        }
        let ordered = wishes.sorted { left, right in
            if left.score != right.score { return left.score > right.score }
            let (leftFilled, rightFilled) = (columns[left.column].content.filled, columns[right.column].content.filled)
            return leftFilled != rightFilled ? leftFilled > rightFilled : left.column < right.column
        }
        var lost: [(column: Int, field: ListField)] = []
        for wish in ordered where fields[wish.column] == nil && wish.score >= leastCertainty {
            if let other = holder[wish.field], !wish.field.allowsSeveralColumns {
                if wish.score >= 0.8, other != wish.column { lost.append((wish.column, wish.field)) }
                continue
            }
            holder[wish.field] = wish.column
            fields[wish.column] = wish.field
            certainty[wish.column] = min(1, wish.score)
        }
        for (column, field) in lost where fields[column] == nil {
            if let used = holder[field] {
                problems.append(.sameField(field, used: columns[used].header, leftOut: columns[column].header))
            }
        }
        placeBareNames(columns, &fields, &certainty)
        let mapping = ListMapping(headerLine: header.line, headers: columns.map(\.header), fields: fields)
        return RecognisedColumns(
            mapping: mapping, certainty: certainty, problems: ColumnProblem.problems(in: mapping) + problems, sample: Array(data.prefix(20))
        )
    }

    /// A column headed "Nama" is the name that the list lacks: the owner's beside a column of business names, and the other way round. Where
    /// it lacks both, its content tells.
    private static func placeBareNames(_ columns: [Column], _ fields: inout [ListField?], _ certainty: inout [Double]) {
        for (index, column) in columns.enumerated() where column.isBareName && fields[index] == nil {
            let lacksBusiness = !fields.contains(.businessName)
            let lacksOwner = !fields.contains(.ownerName)
            let looksLikeBusiness = column.content.share(.businessName) >= 0.35
            let field: ListField? =
                switch (lacksBusiness, lacksOwner) {
                case (true, true): looksLikeBusiness ? .businessName : .ownerName
                case (true, false): .businessName
                case (false, true): .ownerName
                case (false, false): nil
                }
            fields[index] = field
            certainty[index] = field == nil ? 0 : lacksBusiness && lacksOwner ? 0.7 : 0.85
        }
    }
}
