import Registry
import Tabular
import Testing

@Suite("The mapping of a list's columns")
struct ListMappingTests {
    private static let recognised = ColumnRecognition.recognise([
        TabularRow(line: 1, cells: ["Nama Usaha", "Kolom X", "Kolom Y", "Nama Pemilik"]),
        TabularRow(line: 2, cells: ["Warung Siti", "abc", "5", "Siti Aminah"]),
        TabularRow(line: 3, cells: ["Toko Berkah", "def", "9", "Ahmad Fauzi"]),
    ])

    @Test("a mapping comes back from its stored form as it was")
    func storedForm() throws {
        let mapping = ListMapping(headerLine: 3, headers: ["Nama \"Usaha\"", "É"], fields: [.businessName, nil])
        #expect(try ListMapping(json: mapping.json()) == mapping)
        #expect(throws: (any Error).self) { try ListMapping(json: "[]") }
    }

    @Test("lists whose headers differ in style only have one signature")
    func signature() {
        func signature(_ headers: [String]) -> String { ListMapping(headerLine: 1, headers: headers, fields: []).signature }
        #expect(signature(["Nama Usaha", "No. HP"]) == signature(["NAMA_USAHA ", "no hp"]))
        #expect(signature(["Nama Usaha", "No. HP"]) != signature(["No. HP", "Nama Usaha"]))
        #expect(signature(["Nama Usaha", "X"]) != signature(["Nama", "Usaha X"]))
    }

    @Test("a header that is repeated on every printed page is known again")
    func repeatedHeader() {
        let mapping = ListMapping(headerLine: 1, headers: ["No", "Nama", "Alamat"], fields: [])
        #expect(mapping.isHeaderAgain(TabularRow(line: 52, cells: ["No", "Nama", "Alamat", ""])))
        #expect(!mapping.isHeaderAgain(TabularRow(line: 54, cells: ["2", "Siti", "Jl. A"])))
    }

    @Test("columns are overridden by header, letter or number")
    func overrides() throws {
        let result = try ColumnRecognition.applying(overrides: ["kolom x": .product, "C": .orderCount], to: Self.recognised)
        #expect(result.mapping.fields == [.businessName, .product, .orderCount, .ownerName])
        #expect(result.certainty[1] == 1)
        #expect(try ColumnRecognition.applying(overrides: ["2": .note], to: Self.recognised).mapping.fields[1] == .note)
    }

    @Test("a field given to another column is taken from the one recognised for it")
    func movedField() throws {
        let result = try ColumnRecognition.applying(overrides: ["Kolom X": .businessName], to: Self.recognised)
        #expect(result.mapping.fields == [nil, .businessName, nil, .ownerName])
        let nameless = try ColumnRecognition.applying(overrides: ["Nama Usaha": .ignored, "Nama Pemilik": .note], to: Self.recognised)
        #expect(nameless.problems == [.missingName])
    }

    @Test("columns that do not exist are named, with those that do")
    func unknownColumns() {
        let error = #expect(throws: UnknownColumns.self) {
            try ColumnRecognition.applying(overrides: ["Z": .note, "Nomor": .note, "A": .note], to: Self.recognised)
        }
        #expect(error?.names == ["Nomor", "Z"])
        #expect(
            error?.indonesianMessage
                == "Tidak ada kolom “Nomor”, “Z”; kolom di daftar ini: “Nama Usaha”, “Kolom X”, “Kolom Y”, “Nama Pemilik”.")
        #expect(
            error?.englishMessage
                == "There is no column “Nomor”, “Z”; the columns of this list are “Nama Usaha”, “Kolom X”, “Kolom Y”, “Nama Pemilik”.")
    }

    @Test("a remembered mapping keeps this list's own header line")
    func rememberedMapping() {
        let remembered = ListMapping(headerLine: 9, headers: ["a", "b"], fields: [.ownerName, .note])
        let result = Self.recognised.replacingMapping(with: remembered)
        #expect(result.mapping.headerLine == 1)
        #expect(result.mapping.headers == Self.recognised.mapping.headers)
        #expect(result.mapping.fields == [.ownerName, .note, nil, nil])
        #expect(result.certainty == [1, 1, 0, 0])
    }

    @Test(
        "fields are known by the names that people type",
        arguments: [
            ("businessName", ListField.businessName), ("business-name", .businessName), ("NAMA USAHA", .businessName),
            ("shop name", .businessName),
            ("externalid", .externalID), ("hp", .phone), ("kab/kota", .regency), ("nik", .nik), ("ignored", .ignored),
        ])
    func namedFields(text: String, field: ListField) {
        #expect(ListField(named: text) == field)
        #expect(ListField(named: "bukan kolom") == nil)
    }

    @Test("every field has a title in both languages, and no two the same")
    func titles() {
        #expect(Set(ListField.allCases.map(\.indonesianTitle)).count == ListField.allCases.count)
        #expect(Set(ListField.allCases.map(\.englishTitle)).count == ListField.allCases.count)
    }
}
