import Tabular
import Testing

@Suite("CSV")
struct CSVTests {
    @Test("cells are read as they stand, blanks and all")
    func cellsAsTheyStand() throws {
        let list = try readAll("nama,kota\n Toko A ,Bandung\n")
        #expect(list.rows == [TabularRow(line: 1, cells: ["nama", "kota"]), TabularRow(line: 2, cells: [" Toko A ", "Bandung"])])
        #expect(list.format == .csv(separator: .comma, encoding: .utf8))
    }

    @Test("each usual separator is found", arguments: CellSeparator.allCases)
    func separators(separator: CellSeparator) throws {
        let mark = String(UnicodeScalar(separator.rawValue))
        let list = try readAll("nama\(mark)alamat\nToko A\(mark)Jalan Mawar 1\nToko B\(mark)Jalan Melati 2")
        #expect(list.format == .csv(separator: separator, encoding: .utf8))
        #expect(list.rows.map(\.cells.count) == [2, 2, 2])
    }

    @Test("a semicolon list is not fooled by commas in its addresses and title")
    func commasInAddresses() throws {
        let list = try readAll(
            """
            Daftar UMKM, Kabupaten Bandung, 2023
            nama;alamat
            Toko A;Jl. Mawar 1, RT 03, RW 05, Ciparay
            Toko B;Jl. Melati 2, RT 01, RW 02, Soreang
            Toko C;Jl. Anggrek 3, RT 01, RW 09, Majalaya
            """)
        #expect(list.format == .csv(separator: .semicolon, encoding: .utf8))
        #expect(list.rows[2].cells == ["Toko A", "Jl. Mawar 1, RT 03, RW 05, Ciparay"])
    }

    @Test("a list of one column keeps its commas")
    func oneColumn() throws {
        let list = try readAll("Nama Usaha\nToko A\nToko B, Bandung\nToko C\n")
        #expect(list.rows.map(\.cells) == [["Nama Usaha"], ["Toko A"], ["Toko B, Bandung"], ["Toko C"]])
    }

    @Test("Excel's first line sep= names the separator and is no row", arguments: ["\n", "\r\n", "\r"])
    func declaredSeparator(lineEnd: String) throws {
        let list = try readAll(["sep=|", "a,1|b,2", "c,3|d,4", ""].joined(separator: lineEnd))
        #expect(list.rows == [TabularRow(line: 2, cells: ["a,1", "b,2"]), TabularRow(line: 3, cells: ["c,3", "d,4"])])
    }

    @Test("quoted cells hold separators, line ends and doubled quotation marks, and lines are counted as an editor does")
    func quotedCells() throws {
        let list = try readAll("nama,alamat\r\n\"Warung \"\"Enak\"\", Tbk\",\"Jl. A\r\nRT 1\nRW 2\"\r\n\"\",x\r\n")
        #expect(
            list.rows == [
                TabularRow(line: 1, cells: ["nama", "alamat"]),
                TabularRow(line: 2, cells: ["Warung \"Enak\", Tbk", "Jl. A\r\nRT 1\nRW 2"]),
                TabularRow(line: 5, cells: ["", "x"]),
            ])
    }

    @Test("a stray quotation mark is text")
    func strayQuotes() throws {
        let list = try readAll("nama;ukuran\nPipa 5\";3\n\"Warung \"Bu Tini\" Asli\";4\nBakso \"Pak Min\";5\n")
        #expect(
            list.rows.map(\.cells) == [
                ["nama", "ukuran"], ["Pipa 5\"", "3"], ["Warung \"Bu Tini\" Asli", "4"], ["Bakso \"Pak Min\"", "5"],
            ])
    }

    @Test("blanks around quotation marks do not spoil the cell")
    func blanksAroundQuotes() throws {
        let list = try readAll("\"a\", \"b, c\" , d\n1,2,3\n")
        #expect(list.rows[0].cells == ["a", "b, c", " d"])
    }

    @Test("a quotation mark that is never closed costs one row and is reported where it opened")
    func unclosedQuote() throws {
        let good = (3...200_000).map { "Toko \($0);Bandung" }
        let list = try readAll((["nama;kota", "\"Toko 2;Bandung"] + good).joined(separator: "\n"))
        #expect(list.errors == [.malformed(line: 2, reason: .unclosedQuote)])
        #expect(list.rows.count == good.count + 1)
        #expect(list.rows.last == TabularRow(line: 200_000, cells: ["Toko 200000", "Bandung"]))
    }

    @Test("a quotation mark left open in the last row is reported, and the file ends")
    func unclosedQuoteAtTheEnd() throws {
        let list = try readAll("nama;kota\nA;B\n\"C;D")
        #expect(list.errors == [.malformed(line: 3, reason: .unclosedQuote)])
        #expect(list.rows.count == 2)
    }

    @Test("a file in which every row is broken is given up")
    func everyRowBroken() {
        let text = "nama;kota\n" + String(repeating: "\"Toko;Bandung\n", count: 30_000)
        guard case .tooManyMalformed = refusal(of: Array(text.utf8)) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("rows of different lengths stay so, and blank rows are passed over")
    func raggedRows() throws {
        let list = try readAll("a,b,c\n\n1\n,,\n1,2,3,4,\n   \n\n\n")
        #expect(
            list.rows == [
                TabularRow(line: 1, cells: ["a", "b", "c"]), TabularRow(line: 3, cells: ["1"]),
                TabularRow(line: 5, cells: ["1", "2", "3", "4", ""]),
            ])
    }

    @Test("NUL bytes vanish from cells, and rows of nothing else with them")
    func zeroBytes() throws {
        let list = try readAll("nama,kota\nTo\0ko A,Bandung\nToko B,Bogor\n\0\0\0\0\n")
        #expect(list.rows.map(\.cells) == [["nama", "kota"], ["Toko A", "Bandung"], ["Toko B", "Bogor"]])
    }

    @Test("Windows-1252 is known by not being UTF-8")
    func windows1252() throws {
        var bytes = Array("nama,harga\nCaf".utf8)
        bytes += [0xE9]
        bytes += Array(",5 ".utf8) + [0x80] + Array("\n".utf8)
        let list = try readAll(bytes)
        #expect(list.format == .csv(separator: .comma, encoding: .windows1252))
        #expect(list.rows[1].cells == ["Café", "5 €"])
    }

    @Test("one cell of Windows-1252 in a list of UTF-8 is still read right")
    func mixedEncodings() throws {
        let bytes = Array("nama,kota\nCafé,Ngablak–Kidul\nTemp".utf8) + [0xE9] + Array(",Solo\n".utf8)
        let list = try readAll(bytes)
        #expect(list.format == .csv(separator: .comma, encoding: .utf8))
        #expect(list.rows[2].cells == ["Tempé", "Solo"])
    }

    @Test("a broken UTF-16 character becomes the replacement character")
    func brokenUTF16() throws {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x00, 0xD8, 0x62, 0, 0x0A, 0, 0x63, 0, 0x2C, 0, 0x64, 0, 0x65]
        let list = try readAll(bytes)
        #expect(list.rows.map(\.cells) == [["a", "\u{FFFD}b"], ["c", "d\u{FFFD}"]])
    }

    @Test("UTF-16 without a byte order mark is known by its zero bytes", arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func unmarkedUTF16(encoding: TextEncoding) throws {
        let bytes = encoded("nama\tkota\nToko A\tBandung\n", as: encoding).dropFirst(2)
        let list = try readAll(Array(bytes))
        #expect(list.format == .csv(separator: .tab, encoding: encoding))
        #expect(list.rows[1].cells == ["Toko A", "Bandung"])
    }

    @Test("hundreds of empty cells at the end of a row are no columns")
    func emptyColumns() throws {
        let list = try readAll("a,b" + String(repeating: ",", count: 16_000) + "\n1,2\n")
        #expect(list.rows.count == 2)
        #expect(refusal(of: Array(("a" + String(repeating: ",b", count: 600) + "\n").utf8)) == .tooManyColumns(line: 1, maximum: 500))
    }

    @Test("a cell beyond the limit is reported and the rest goes on")
    func longCell() throws {
        var limits = TabularLimits.standard
        limits.maximumCellBytes = 100
        let list = try readAll("a,b\n\(String(repeating: "x", count: 101)),1\nc,d\n", limits: limits)
        #expect(list.errors == [.malformed(line: 2, reason: .cellTooLong)])
        #expect(list.rows.map(\.line) == [1, 3])
    }

    @Test("the share read rises from nothing to everything")
    func fraction() throws {
        let text = "nama,kota\n" + (0..<50_000).map { "Toko \($0),Bandung\n" }.joined()
        try withFile(Array(text.utf8)) { path in
            let reader = try TabularReader(path: path)
            var last = reader.fraction
            #expect(last < 0.01)
            while try reader.next() != nil {
                #expect(reader.fraction >= last)
                last = reader.fraction
            }
            #expect(reader.fraction == 1)
        }
    }

    // MARK: - Properties

    @Test("any table comes back as it was written, in every separator, encoding and line end", arguments: CellSeparator.allCases)
    func roundTrip(separator: CellSeparator) throws {
        var random = SeededGenerator(state: UInt64(separator.rawValue))
        for encoding in TextEncoding.allCases {
            for lineEnd in ["\n", "\r\n", "\r"] {
                for _ in 0..<15 {
                    let table = randomTable(encoding: encoding, using: &random)
                    let text = written(table, separator: separator, lineEnd: lineEnd, using: &random)
                    let list = try readAll(encoded(text, as: encoding))
                    #expect(list.rows.map(\.cells) == table)
                    #expect(list.errors.isEmpty)
                }
            }
        }
    }

    @Test("a table larger than many chunks comes back as it was written", arguments: [TextEncoding.utf8, .utf16BigEndian])
    func longRoundTrip(encoding: TextEncoding) throws {
        var random = SeededGenerator(state: 7)
        let table = (0..<30_000).map { row in ["\(row)", "Toko \"\(row)\"", row % 7 == 0 ? "dua\nbaris é" : "Jl. 😀 \(row)", "x", "y"] }
        let text = written(table, separator: .semicolon, lineEnd: "\r\n", using: &random)
        #expect(try readAll(encoded(text, as: encoding)).rows.map(\.cells) == table)
    }

    @Test("random bytes never trap and never run away")
    func randomBytes() throws {
        var random = SeededGenerator(state: 99)
        let alphabet: [UInt8] = Array("a1,;\t|\"\"\r\n \0".utf8) + [0xC3, 0xA9, 0xFF, 0xFE]
        for round in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                round % 2 == 0 ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
            }
            guard let list = try? readAll(bytes) else { continue }
            let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
            #expect(list.rows.count + list.errors.count <= lines)
            #expect(list.rows.allSatisfy { $0.line <= lines })
            #expect(list.rows.map(\.line) == list.rows.map(\.line).sorted())
        }
    }
}

// MARK: - Writing tables

/// A table whose first row is full, so that its width and encoding can be seen.
private func randomTable(encoding: TextEncoding, using random: inout SeededGenerator) -> [[String]] {
    let width = Int.random(in: 3...8, using: &random)
    let common = ["Toko", "Bu Tini", "081234567890", "a", "\"", ",", ";", "\t", "|", "\n", "\r\n", " ", "Jl. A"]
    let special = encoding == .windows1252 ? ["é", "€", "ü", "–"] : ["é", "€", "😀", "日本", "ﷺ"]
    func cell() -> String {
        let pieces = (0..<Int.random(in: 1...3, using: &random)).map { _ in (common + special).randomElement(using: &random) ?? "" }
        return "k" + pieces.joined()
    }
    let header = (0..<width).map { "kolom \($0)\(special[$0 % special.count])" }
    let plain = (0..<6).map { row in (0..<width).map { "isi \(row) \($0)" } }
    let wild = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<width).map { $0 == 1 && Bool.random(using: &random) ? "" : cell() }
    }
    return [header] + plain + wild
}

private func written(_ table: [[String]], separator: CellSeparator, lineEnd: String, using random: inout SeededGenerator) -> String {
    let mark = Character(UnicodeScalar(separator.rawValue))
    return table.map { row in
        row.map { cell in
            let needsQuotes = cell.unicodeScalars.contains { $0 == "\"" || $0 == "\n" || $0 == "\r" } || cell.contains(mark)
            guard needsQuotes || Int.random(in: 0..<8, using: &random) == 0 else { return cell }
            return "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: String(mark))
    }.joined(separator: lineEnd) + lineEnd
}

private func encoded(_ text: String, as encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16LittleEndian: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252:
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "€": 0x80
            case "–": 0x96
            default: UInt8(scalar.value)
            }
        }
    }
}
