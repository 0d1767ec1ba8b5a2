import Nusantara
import Tabular

/// The cells of one row by field, and what was found in them.
struct RowCells {
    private let row: TabularRow
    private let mapping: ListMapping
    private(set) var findings: [Finding] = []

    init(row: TabularRow, mapping: ListMapping) {
        self.row = row
        self.mapping = mapping
    }

    /// What stands in the columns of a field, blanks left out.
    func texts(_ field: ListField) -> [String] {
        columns(of: field).compactMap { index in
            let text = row.cells[index]
            return isBlankCell(text) ? nil : text
        }
    }

    /// What stands in the first filled column of a field.
    func text(_ field: ListField) -> String? {
        texts(field).first
    }

    /// The first value that can be read in the columns of a field; what was noticed is kept.
    mutating func parse<Value>(_ field: ListField, _ parse: (String) -> Parsed<Value>) -> Value? {
        parseAll(field, parse).first
    }

    /// All values that can be read in the columns of a field; what was noticed is kept.
    mutating func parseAll<Value>(_ field: ListField, _ parse: (String) -> Parsed<Value>) -> [Value] {
        var values: [Value] = []
        for index in columns(of: field) {
            let parsed = parse(row.cells[index])
            for notice in parsed.notices { note(at: index, notice) }
            if let value = parsed.value { values.append(value) }
        }
        return values
    }

    /// Keeps a finding about the first column of a field.
    mutating func note(_ field: ListField, _ notice: Notice) {
        note(at: columns(of: field).first, notice)
    }

    /// Keeps the reason why the row cannot be used.
    mutating func refuse(_ notice: Notice) {
        findings.append(Finding(line: row.line, column: "", notice: notice, refusesRow: true))
    }

    private mutating func note(at index: Int?, _ notice: Notice) {
        let header = index.flatMap { mapping.headers.indices.contains($0) ? mapping.headers[$0] : nil } ?? ""
        findings.append(Finding(line: row.line, column: header, notice: notice, refusesRow: false))
    }

    private func columns(of field: ListField) -> [Int] {
        mapping.columns(of: field).filter { $0 < row.cells.count }
    }
}
