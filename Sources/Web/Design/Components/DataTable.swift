/// A table. On a phone each row becomes a small card whose cells carry their column's name.
public struct DataTable: TemplateModel {
    public struct Column: TemplateModel {
        public let title: Phrase
        public let isNumber: Bool
        /// Whether its text is long and needs the whole width of a phone.
        public let isWide: Bool

        public init(_ title: Phrase, isNumber: Bool = false, isWide: Bool = false) {
            self.title = title
            self.isNumber = isNumber
            self.isWide = isWide
        }

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "title": .phrase(title)
            case "isNumber": .flag(isNumber)
            default: nil
            }
        }
    }

    /// One cell: a value, perhaps linked, perhaps marked.
    public struct Cell: Sendable {
        public let value: TemplateValue
        /// Where the cell leads.
        public let address: String?
        /// The colour that says the same as the text.
        public let mark: Badge.Kind?

        public init(_ value: TemplateValue, address: String? = nil, mark: Badge.Kind? = nil) {
            self.value = value
            self.address = address
            self.mark = mark
        }
    }

    public let caption: Phrase
    public let columns: [Column]
    /// The first cell of each row names the row.
    public let rows: [[Cell]]

    public init(caption: Phrase, columns: [Column], rows: [[Cell]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "caption": .phrase(caption)
        case "columns": .list(columns)
        case "hasRows": .flag(!rows.isEmpty)
        case "rows":
            .list(
                rows.map { row in
                    TableRow(cells: zip(columns, row).enumerated().map { TableCell(cell: $1.1, column: $1.0, isFirst: $0 == 0) })
                })
        default: nil
        }
    }
}

private struct TableRow: TemplateModel {
    let cells: [TableCell]

    func value(named name: String) -> TemplateValue? {
        name == "cells" ? .list(cells) : nil
    }
}

private struct TableCell: TemplateModel {
    let cell: DataTable.Cell
    let column: DataTable.Column
    let isFirst: Bool

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "isFirst": .flag(isFirst)
        case "isNumber": .flag(column.isNumber)
        case "isWide": .flag(column.isWide)
        case "columnTitle": .phrase(column.title)
        case "content": cell.value
        case "address": .maybe(cell.address)
        case "mark": .maybe(cell.mark?.rawValue)
        default: nil
        }
    }
}
