import Tabular
import Testing

@Suite("XLSX")
struct XLSXTests {
    /// The rows of a sheet with these XML rows.
    private func rows(
        _ rows: String, sharedTexts: [String]? = nil, formatCodes: [String] = [], countsFrom1904: Bool = false
    ) throws -> [TabularRow] {
        try readAll(
            WorkbookFixture(rows: rows, sharedTexts: sharedTexts, formatCodes: formatCodes, countsFrom1904: countsFrom1904).bytes()
        ).rows
    }

    /// The text of one number with a style.
    private func text(_ number: String, format: String? = nil, countsFrom1904: Bool = false) throws -> String? {
        try rows(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(number)</v></c></row>", formatCodes: [format ?? "General"],
            countsFrom1904: countsFrom1904
        ).first?.cells.first
    }

    @Test("shared, rich, inline and computed texts, truth values and errors are read as they are seen")
    func kindsOfCells() throws {
        let list = try readAll(
            WorkbookFixture(
                rows: """
                    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
                    <row r="2"><c r="A2" t="inlineStr"><is><r><t>Toko </t></r><r><t>A</t></r><rPh><t>bunyi</t></rPh></is></c>
                    <c r="B2" t="str"><f>CONCAT("x")</f><v>hasil</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c>
                    <c r="E2" t="d"><v>2021-03-04T00:00:00</v></c></row>
                    """,
                sharedTexts: ["Nama & <Usaha>_x000D_\nbaris 2", "<r><t>Ko</t></r><r><t>ta</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>"]
            ).bytes())
        #expect(list.format == .xlsx(sheet: "Data"))
        #expect(list.rows[0].cells == ["Nama & <Usaha>\r\nbaris 2", "Kota"])
        #expect(list.rows[1].cells == ["Toko A", "hasil", "TRUE", "#N/A", "2021-03-04"])
    }

    @Test("a cell stands where its reference says, and rows keep the numbers of the sheet")
    func references() throws {
        let list = try rows(
            """
            <row r="2"><c r="A2" t="str"><v>DAFTAR UMKM KECAMATAN</v></c><c r="B2"/><c r="C2"/></row>
            <row r="5"><c r="B5"><v>1</v></c><c r="D5"><v>2</v></c><c r="XFD5" s="1"/></row><row r="6"><c r="A6" t="str"><v> </v></c></row>
            <row><c><v>3</v></c><c><v>4</v></c></row>
            """)
        #expect(
            list == [
                TabularRow(line: 2, cells: ["DAFTAR UMKM KECAMATAN"]), TabularRow(line: 5, cells: ["", "1", "", "2"]),
                TabularRow(line: 7, cells: ["3", "4"]),
            ])
    }

    @Test(
        "numbers are read in full digits",
        arguments: [
            ("3.27304121187E15", "3273041211870000"), ("3273041211870001", "3273041211870001"), ("81234567890", "81234567890"),
            ("1.0", "1"), ("0.30000000000000004", "0.3"), ("1.5E-3", "0.0015"), ("-2.50", "-2.5"),
            ("12345678901234567890", "12345678901234567890"),
            ("0", "0"), ("-0.0", "0"), ("999999.9999999999999", "1000000"), ("NaN", "NaN"), ("1E999999999999", "1E999999999999"),
        ])
    func numbers(written: String, read: String) throws {
        #expect(try text(written) == read)
    }

    @Test(
        "numbers with a date's format are read as days and times",
        arguments: [
            ("43894", "dd/mm/yyyy", "2020-03-04"), ("43894.5", "[$-421]dd mmmm yyyy;@", "2020-03-04"),
            ("43894.573611111", "yyyy-mm-dd hh:mm", "2020-03-04 13:46:00"), ("0.5", "h:mm AM/PM", "12:00:00"),
            ("1", "d-mmm-yy", "1900-01-01"),
            ("59", "yyyy", "1900-02-28"), ("60", "d/m/yyyy", "1900-02-29"), ("61", "d/m/yyyy", "1900-03-01"),
            ("36526", "mmm yy", "2000-01-01"),
            ("-5", "dd/mm/yyyy", "-5"), ("99999999", "dd/mm/yyyy", "99999999"), ("43894", "#,##0.00", "43894"),
            ("43894", "\"day\" 0.0", "43894"), ("43894", "0.00E+00", "43894"), ("43894", "[Red]0", "43894"),
        ])
    func dates(serial: String, format: String, read: String) throws {
        #expect(try text(serial, format: format) == read)
    }

    @Test("days are counted from 1904 where the workbook says so, and the built-in date format is known")
    func otherEpoch() throws {
        #expect(try text("0", format: "yyyy-mm-dd", countsFrom1904: true) == "1904-01-01")
        #expect(try text("42432", format: "yyyy-mm-dd", countsFrom1904: true) == "2020-03-04")
        #expect(try rows("<row><c s=\"1\"><v>43894</v></c></row>").first?.cells == ["2020-03-04"])
    }

    @Test("zeros that a format puts in front are kept")
    func leadingZeros() throws {
        #expect(try text("1234", format: "00000") == "01234")
        #expect(try text("81234567890", format: "000000000000") == "081234567890")
    }

    @Test("the first visible sheet that holds anything is read")
    func sheets() throws {
        let full = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
        let list = try readAll(
            WorkbookFixture(sheets: [
                .init(name: "Rahasia", state: "hidden", rows: full),
                .init(name: "Kosong", rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>"),
                .init(name: "Daftar", rows: full),
            ]).bytes())
        #expect(list.format == .xlsx(sheet: "Daftar"))
        #expect(throws: TabularError.noSheet) {
            try readAll(WorkbookFixture(sheets: [.init(name: "Rahasia", state: "veryHidden", rows: full)]).bytes())
        }
        #expect(throws: TabularError.empty) { try readAll(WorkbookFixture(rows: "").bytes()) }
    }

    @Test("parts with a namespace prefix, in UTF-16 and in folders of other names are read")
    func otherWriters() throws {
        var fixture = WorkbookFixture(rows: "")
        fixture.overrides["xl/worksheets/sheet1.xml"] = """
            <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Toko</x:t></x:is>\
            </x:c></x:row></x:sheetData></x:worksheet>
            """
        #expect(try readAll(fixture.bytes()).rows.map(\.cells) == [["Toko"]])
        let renamed = try zipped(
            WorkbookFixture(rows: "<row><c><v>1</v></c></row>").parts.map { part in
                (
                    part.name.replacing("/", with: "\\"),
                    [0xFE, 0xFF] + part.content.replacing("UTF-8", with: "UTF-16").utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
                )
            })
        #expect(try readAll(renamed).rows.map(\.cells) == [["1"]])
    }

    @Test("any table comes back as it was written, as shared and as inline texts")
    func roundTrip() throws {
        var random = SeededGenerator(state: 3)
        let pieces = ["Toko", "é", "😀", "<&>\"", "_x", "\n", " ", "081", "日本", "_x0041"]
        for round in 0..<20 {
            let table = (0..<Int.random(in: 1...40, using: &random)).map { row in
                (0..<Int.random(in: 1...30, using: &random)).map { column in
                    column > 0 && Int.random(in: 0..<5, using: &random) == 0
                        ? "" : "\(row)" + (0..<3).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() + "."
                }
            }
            let usesShared = round % 2 == 0
            var shared: [String] = []
            var xml = ""
            for row in table {
                xml += "<row>"
                for (column, cell) in row.enumerated() where !cell.isEmpty {
                    let reference = Self.letters(column)
                    if usesShared {
                        xml += "<c r=\"\(reference)1\" t=\"s\"><v>\(shared.count)</v></c>"
                        shared.append(cell.replacing("_x", with: "_x005F_x"))
                    } else {
                        xml += "<c r=\"\(reference)1\" t=\"inlineStr\"><is><t>\(WorkbookFixture.cellText(cell))</t></is></c>"
                    }
                }
                xml += "</row>"
            }
            let read = try rows(xml, sharedTexts: shared)
            #expect(read.map(\.line) == Array(1...table.count))
            #expect(
                read.map(\.cells)
                    == table.map { row in Array(row.reversed().drop { $0.isEmpty }.reversed()) })
        }
    }

    private static func letters(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? letter : letters(column / 26 - 1) + letter
    }

    @Test("a sheet of many chunks is read to its end and its progress rises")
    func longSheet() throws {
        let xml = (1...20_000).map {
            "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c><c r=\"B\($0)\" t=\"str\"><v>Toko \($0)</v></c></row>"
        }
        try withFile(WorkbookFixture(rows: xml.joined()).bytes()) { path in
            let reader = try TabularReader(path: path)
            var last = 0.0
            var count = 0
            while let row = try reader.next() {
                count += 1
                #expect(row == TabularRow(line: count, cells: ["\(count)", "Toko \(count)"]))
                #expect(reader.fraction >= last)
                last = reader.fraction
            }
            #expect(count == 20_000)
            #expect(reader.fraction == 1)
        }
    }

    // MARK: - Refusals

    @Test("a workbook that unpacks to far more than it is, is refused")
    func zipBomb() throws {
        let bomb = "<row><c t=\"str\"><v>x</v></c></row>" + String(repeating: " ", count: 40_000_000)
        #expect(throws: TabularError.zipBomb) { try readAll(WorkbookFixture(rows: bomb).bytes()) }

        var limits = TabularLimits.standard
        limits.maximumUnpackedBytes = 100_000
        let wide = WorkbookFixture(rows: (1...10_000).map { "<row><c><v>\($0 &* 7919)</v></c></row>" }.joined())
        #expect(throws: TabularError.zipBomb) { try readAll(wide.bytes(), limits: limits) }
    }

    @Test("a ZIP file that is all table of contents is refused before it is read")
    func endlessDirectory() throws {
        let honest = try WorkbookFixture(rows: "<row><c><v>1</v></c></row>").bytes()
        let end = try #require(honest.indices.last { honest[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) })
        var bytes = honest
        bytes.replaceSubrange((end + 12)..<(end + 16), with: [0, 0, 0, 0x40])
        #expect(refusal(of: bytes) == .zipBomb)

        // The same announced by a ZIP64 record, to which a locator points.
        let record64 =
            [0x50, 0x4B, 0x06, 0x06] + [UInt8](repeating: 0, count: 36) + [0, 0, 0, 0x40, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 8)
        let position = withUnsafeBytes(of: UInt64(end).littleEndian) { Array($0) }
        let locator: [UInt8] = [0x50, 0x4B, 0x06, 0x07, 0, 0, 0, 0] + position + [1, 0, 0, 0]
        #expect(refusal(of: Array(honest[..<end]) + record64 + locator + Array(honest[end...])) == .zipBomb)
    }

    @Test("a bomb of entities is refused, as is any document type declaration")
    func entityBomb() throws {
        var fixture = WorkbookFixture(rows: "")
        fixture.overrides["xl/worksheets/sheet1.xml"] = """
            <!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>
            """
        #expect(throws: TabularError.damaged) { try readAll(fixture.bytes()) }
    }

    @Test("endless nesting, endless tokens and too much shared text are refused")
    func endlessness() throws {
        #expect(throws: TabularError.damaged) { try readAll(WorkbookFixture(rows: String(repeating: "<x>", count: 5_000)).bytes()) }
        var random = SeededGenerator(state: 1)
        let noise = String((0..<5_000_000).map { _ in Character(UnicodeScalar(UInt8.random(in: 97...122, using: &random))) })
        #expect(throws: TabularError.damaged) { try readAll(WorkbookFixture(rows: "<row r=\"\(noise)\"/>").bytes()) }
        var limits = TabularLimits.standard
        limits.maximumSharedTextBytes = 1_000
        #expect(throws: TabularError.tooMuchText) {
            try readAll(WorkbookFixture(rows: "", sharedTexts: (0..<100).map { "Toko nomor \($0)" }).bytes(), limits: limits)
        }
    }

    @Test("a cell beyond the limit is reported and the rest goes on")
    func longCell() throws {
        let long = String(repeating: "x", count: 200_000)
        let list = try readAll(
            WorkbookFixture(
                rows:
                    "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c t=\"str\"><v>\(long)</v></c></row><row r=\"3\"><c><v>3</v></c></row>"
            ).bytes())
        #expect(list.rows.map(\.line) == [1, 3])
        #expect(list.errors == [.malformed(line: 2, reason: .cellTooLong)])
    }

    @Test("a filled cell beyond the last column allowed is refused")
    func tooManyColumns() {
        #expect(throws: TabularError.tooManyColumns(line: 1, maximum: 500)) { try rows("<row r=\"1\"><c r=\"ZZ1\"><v>1</v></c></row>") }
    }

    @Test("encrypted workbooks are refused with the advice to take the password off")
    func encrypted() throws {
        let parts = WorkbookFixture(rows: "").parts.map { ($0.name, Array($0.content.utf8)) }
        #expect(throws: TabularError.encrypted) { try readAll(zipped(parts, password: "rahasia")) }
        #expect(refusal(of: compoundFile(entry: "EncryptedPackage")) == .encrypted)
    }

    @Test("old workbooks, open documents and other office files are named")
    func otherOfficeFiles() throws {
        #expect(refusal(of: compoundFile(entry: "Workbook")) == .otherFormat(kind: "Excel 97–2003 (.xls)"))
        #expect(refusal(of: compoundFile(entry: "WordDocument")) == .notATable(kind: "Word (.doc)"))
        let ods = try zipped([("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)), ("content.xml", [])])
        #expect(refusal(of: ods) == .otherFormat(kind: "OpenDocument (.ods)"))
        #expect(refusal(of: try zipped([("word/document.xml", [0x3C])])) == .notATable(kind: "Word (.docx)"))
        #expect(refusal(of: try zipped([("xl/workbook.bin", [0x3C])])) == .otherFormat(kind: "Excel biner (.xlsb)"))
        #expect(refusal(of: try zipped([("foto.jpg", [1, 2, 3])])) == .notATable(kind: "ZIP"))
    }

    private func compoundFile(entry: String) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        bytes += [UInt8](repeating: 0, count: 1_024 - bytes.count)
        bytes += entry.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return bytes + [UInt8](repeating: 0, count: 2_048 - bytes.count)
    }

    @Test("a workbook cut off or changed anywhere is read or refused, and never traps")
    func mutations() throws {
        let original = try WorkbookFixture(
            rows: (1...200).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c><c r=\"B\($0)\" s=\"1\"><v>4\($0)</v></c></row>" }
                .joined(),
            sharedTexts: ["Toko"], formatCodes: ["yyyy"]
        ).bytes()
        #expect(throws: TabularError.self) { try readAll(Array(original.prefix(original.count / 2))) }
        var random = SeededGenerator(state: 11)
        for _ in 0..<300 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
            if let list = try? readAll(bytes) { #expect(list.rows.count <= 200) }
        }
    }

    @Test("XML changed anywhere is read or refused, and never traps")
    func mutatedParts() throws {
        let fixture = WorkbookFixture(
            rows:
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"1\"><v>43894.5</v></c><c t=\"inlineStr\"><is><t>x</t></is></c></row>",
            sharedTexts: ["Toko_x000D_"], formatCodes: ["yyyy;\"x\""])
        let alphabet = Array("<>/\"=& 0123456789-.eErstvcA;".utf8)
        var random = SeededGenerator(state: 12)
        for _ in 0..<400 {
            let parts = fixture.parts.map { name, content in
                var bytes = Array(content.utf8)
                if Int.random(in: 0..<3, using: &random) == 0 {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = alphabet.randomElement(using: &random) ?? 0
                }
                return (name, bytes)
            }
            _ = try? readAll(zipped(parts))
        }
    }
}
