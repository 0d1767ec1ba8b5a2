import StorageTesting
import Tabular
import Testing

@testable import Web

@Suite("Cells of our own CSV")
struct CSVCellTests {
    @Test(
        "quotes stand where they are needed",
        arguments: [
            ("Bandung", "Bandung"), ("Kab. Bandung, Barat", "\"Kab. Bandung, Barat\""), ("dua\nbaris", "\"dua\nbaris\""),
            ("\"Mekar\" Sari", "\"\"\"Mekar\"\" Sari\""), ("", ""), ("dua\r\nbaris", "\"dua\r\nbaris\""),
        ])
    func quoted(text: String, cell: String) {
        #expect(CSVCell.escaped(text) == cell)
    }

    @Test(
        "what a spreadsheet would work out is text",
        arguments: ["=1+1", "+62812", "-3", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\",\"y\")"])
    func noFormula(text: String) {
        let cell = CSVCell.escaped(text)
        #expect(cell.drop { $0 == "\"" }.hasPrefix("'"))
    }

    @Test("a line break of two characters does not hide a formula", arguments: ["\r\n=1+1", "\n=1+1"])
    func hiddenFormula(text: String) {
        #expect(CSVCell.escaped(text).hasPrefix("\"'"))
    }
}
