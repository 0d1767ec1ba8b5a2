/// One row of a list, as it was sent.
public struct TabularRow: Sendable, Hashable {
    /// The line of the file on which the row begins, counted from 1 as an editor counts lines or a spreadsheet its rows.
    public let line: Int

    /// The text of each cell, neither trimmed nor corrected. Rows of one file may differ in length.
    public let cells: [String]

    public init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }
}
