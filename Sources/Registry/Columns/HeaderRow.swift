import Tabular

/// Where the header of a list stands and what it says.
struct HeaderRow {
    /// The line of its last row; 0 if there is none.
    let line: Int
    /// How many of the rows given belong to the header or stand above it.
    let rowsBefore: Int
    /// The header of each column as a person reads it.
    let headers: [String]
    /// The words by which each column is recognised, the likeliest reading first: under a group, the words with the group's and without.
    let readings: [[HeaderWords]]

    private static let rowsLookedAt = 40

    /// Finds the header: the row with the most words that headers have, before the data begins.
    init(of rows: [TabularRow], width: Int) {
        let candidates = Array(rows.prefix(Self.rowsLookedAt))
        let typical = Self.typicalWidth(of: rows)
        var best: (index: Int, score: Double)?
        for (index, row) in candidates.enumerated() {
            let score = Self.score(row)
            if Self.filled(row) * 5 >= typical * 2, score > best?.score ?? 0 { best = (index, score) }
        }
        let wordsNeeded = typical <= 2 ? 0.9 : 1.5
        guard let best, best.score >= wordsNeeded else {
            self.init(withoutWordsIn: candidates, width: width, typical: typical)
            return
        }
        self.init(at: best.index, in: candidates, width: width)
    }

    // MARK: - A header with known words

    private init(at index: Int, in rows: [TabularRow], width: Int) {
        var top = index
        var bottom = index
        // The row with the most known words may be the upper or the lower one of two.
        if index + 1 < rows.count, Self.continues(rows[index + 1], below: rows[index]) {
            bottom = index + 1
        } else if index > 0, Self.continues(rows[index], below: rows[index - 1]) {
            top = index - 1
        }
        var rowsBefore = bottom + 1
        if rowsBefore < rows.count, Self.countsColumns(rows[rowsBefore]) { rowsBefore += 1 }
        line = rows[rowsBefore - 1].line
        self.rowsBefore = rowsBefore

        let lower = Self.cells(of: rows[bottom], width: width)
        guard top < bottom else {
            headers = lower.enumerated().map { $1.isEmpty ? ColumnRecognition.columnLetters($0) : $1 }
            readings = lower.map { $0.isEmpty ? [] : [HeaderWords($0)] }
            return
        }
        let upper = Self.cells(of: rows[top], width: width)
        var group = ""
        var headers: [String] = []
        var readings: [[HeaderWords]] = []
        for column in 0..<width {
            if !upper[column].isEmpty { group = upper[column] }
            let below = lower[column]
            if below.isEmpty {
                // A cell merged downwards; a blank one beside it is no part of the last group.
                if upper[column].isEmpty { group = "" }
                headers.append(upper[column].isEmpty ? ColumnRecognition.columnLetters(column) : upper[column])
                readings.append(upper[column].isEmpty ? [] : [HeaderWords(upper[column])])
            } else {
                headers.append(group.isEmpty ? below : "\(group) \(below)")
                let words = HeaderWords(below)
                readings.append(group.isEmpty ? [words] : [words.below(HeaderWords(group)), words])
            }
        }
        self.headers = headers
        self.readings = readings
    }

    /// Whether a row is the second row of a header: it has headers only, under or between those of the row above.
    private static func continues(_ row: TabularRow, below above: TabularRow) -> Bool {
        guard row.line == above.line + 1, filled(row) >= 2, filled(above) >= 2, score(row) >= 1.4, dataCells(row) == 0,
            dataCells(above) == 0
        else {
            return false
        }
        let width = max(row.cells.count, above.cells.count)
        let (upper, lower) = (cells(of: above, width: width), cells(of: row, width: width))
        let gaps = (0..<width).count { upper[$0].isEmpty && !lower[$0].isEmpty }
        return gaps >= 1 && known(row) * 2 >= filled(row)
    }

    /// Whether a row numbers the columns, as tables of the administration do: `1`, `2`, `3` or `(1)`, `(2)`, `(3)`.
    private static func countsColumns(_ row: TabularRow) -> Bool {
        let numbers = row.cells.filter { !isBlank($0) }.map { Int($0.filter(\.isNumber)) ?? 0 }
        return numbers.count >= 3 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 } && numbers[0] == 1
    }

    // MARK: - A header without known words

    /// A first row of plain words above columns of something else is a header all the same; failing that there is none.
    private init(withoutWordsIn rows: [TabularRow], width: Int, typical: Int) {
        let first = rows.firstIndex { Self.filled($0) * 5 >= typical * 2 } ?? 0
        let below = rows.dropFirst(first + 1).prefix(20)
        let contrasts =
            rows.indices.contains(first) && !below.isEmpty && Self.dataCells(rows[first]) == 0
            && below.count { Self.dataCells($0) > 0 } * 2 > below.count
        if contrasts {
            let cells = Self.cells(of: rows[first], width: width)
            line = rows[first].line
            rowsBefore = first + 1
            headers = cells.enumerated().map { $1.isEmpty ? ColumnRecognition.columnLetters($0) : $1 }
            readings = cells.map { $0.isEmpty ? [] : [HeaderWords($0)] }
        } else {
            line = first > 0 ? rows[first - 1].line : 0
            rowsBefore = first
            headers = (0..<width).map(ColumnRecognition.columnLetters)
            readings = Array(repeating: [], count: width)
        }
    }

    // MARK: - Looking at rows

    /// How much a row speaks like a header: known words for it, data against it.
    private static func score(_ row: TabularRow) -> Double {
        let scores = row.cells.filter { !isBlank($0) && $0.count <= 80 }.map { cell -> Double in
            let words = HeaderWords(cell)
            if words.words == ["nama"] { return 0.9 }
            let best = HeaderVocabulary.candidates(for: words).first?.score ?? 0
            return best >= HeaderVocabulary.sure ? best : 0
        }
        return scores.reduce(0, +) - Double(dataCells(row)) * 1.5
    }

    private static func known(_ row: TabularRow) -> Int {
        row.cells.count { !isBlank($0) && (HeaderVocabulary.candidates(for: HeaderWords($0)).first?.score ?? 0) >= HeaderVocabulary.sure }
    }

    /// Cells that no header has: long numbers, days, addresses of mail.
    private static func dataCells(_ row: TabularRow) -> Int {
        row.cells.count { cell in
            cell.utf8.count { (0x30...0x39).contains($0) } >= 5 || cell.contains("@") || DayShape.matches(cell)
        }
    }

    private static func filled(_ row: TabularRow) -> Int {
        row.cells.count { !isBlank($0) }
    }

    private static func typicalWidth(of rows: [TabularRow]) -> Int {
        let widths = rows.map(filled).sorted()
        return widths.isEmpty ? 0 : widths[widths.count / 2]
    }

    private static func isBlank(_ cell: String) -> Bool {
        cell.allSatisfy(\.isWhitespace)
    }

    private static func cells(of row: TabularRow, width: Int) -> [String] {
        (0..<width).map { column in
            guard column < row.cells.count else { return "" }
            return row.cells[column].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}
