/// A table for a terminal: columns as wide as their widest cell, figures to the right.
struct TextTable {
    struct Column {
        let title: String
        var isFigure = false
    }

    let columns: [Column]
    var rows: [[String]] = []

    /// The lines, each ended.
    var text: String {
        let widths = columns.indices.map { column in
            rows.reduce(columns[column].title.count) { max($0, column < $1.count ? $1[column].count : 0) }
        }
        var lines = [line(columns.map(\.title), widths), widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")]
        lines += rows.map { line($0, widths) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var text = ""
        for (index, (cell, width)) in zip(cells, widths).enumerated() {
            let gap = String(repeating: " ", count: max(0, width - cell.count))
            if index > 0 { text += "  " }
            text += columns[index].isFigure ? gap + cell : index == cells.count - 1 ? cell : cell + gap
        }
        return text
    }
}
