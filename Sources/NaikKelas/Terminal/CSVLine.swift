/// A line of a CSV file (RFC 4180), ended.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"): headers in it come from files that
/// strangers sent.
func csvLine(_ cells: [String]) -> String {
    cells.map { cell in
        let isFormula = cell.first.map { "=+-@\t\r".contains($0) } ?? false
        let text = isFormula && Int(cell) == nil ? "'" + cell : cell
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
    .joined(separator: ",") + "\r\n"
}
