import Nusantara
import Testing

@testable import Linkage

@Suite("Cells become values in which equal things are equal")
struct ValueReaderTests {
    private func value(_ kind: FieldKind, _ cell: String) -> String {
        var value: [UInt8] = []
        ValueReader(kind: kind, today: CalendarDate(dayNumber: 20_000)).read(cell, into: &value)
        return String(decoding: value, as: UTF8.self)
    }

    @Test(
        "one phone number in all its disguises",
        arguments: [
            "081234567890", "+62 812-3456-7890", "6281234567890", "0062 812 3456 7890", "(0812) 3456.7890", "wa.me/6281234567890",
            "81234567890",
        ])
    func phones(cell: String) {
        #expect(value(.phone, cell) == "81234567890")
    }

    @Test("two numbers in a cell are both kept; a number that a spreadsheet has rounded is none")
    func severalPhones() {
        #expect(value(.phone, "081234567890 / 081298765432") == "81234567890 81298765432")
        #expect(value(.phone, "8.12346E+11") == "")
        #expect(value(.phone, "12") == "")
    }

    @Test("dates as lists write them", arguments: ["1985-03-07", "07/03/1985", "7 Maret 1985", "19850307"])
    func dates(cell: String) {
        #expect(value(.date, cell) == "19850307")
    }

    @Test("a date that cannot be keeps its digits")
    func impossibleDates() {
        #expect(value(.date, "19851342") == "19851342")
        #expect(value(.date, "1985-13-07") == "19851307")
    }

    @Test("names lose titles and fashions of spelling; a business keeps what sets it apart")
    func names() {
        #expect(value(.person, "Hj. Siti Aminah, S.E.") == "siti aminah")
        #expect(value(.business, "Toko Mekar Sari") == value(.business, "CV. MEKAR SARI"))
        #expect(value(.givenName, " José-María ") == "jose maria")
        #expect(value(.givenName, "O'Brien") == "obrien")
    }

    @Test("a regency is known by any of its names; a place without its rank")
    func places() {
        #expect(value(.place, "Kab. Sleman") == value(.place, "SLEMAN"))
        #expect(value(.place, "Kec. Wonoagung") == "wonoagung")
        #expect(value(.place, "55553") == "55553")
    }

    @Test("a cell in which nothing was meant is nothing", arguments: [FieldKind.category, .place, .identifier, .person, .phone, .date])
    func absent(kind: FieldKind) {
        for cell in ["", "-", "tidak ada", "N/A"] { #expect(value(kind, cell) == "") }
    }

    @Test("an identifier is its letters and digits")
    func identifiers() {
        #expect(value(.identifier, "'3404 1750 0958 0047") == "3404175009580047")
        #expect(value(.identifier, "1234567890123.0") == "1234567890123")
        #expect(value(.identifier, "3.40418E+15") == "")
    }

    @Test("whatever bytes come, every kind reads them within bounds", arguments: FieldKind.allCases)
    func rubbish(kind: FieldKind) {
        var random = SplitMix(seed: 99)
        for _ in 0..<400 {
            let bytes = (0..<random.below(60)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            #expect(value(kind, String(decoding: bytes, as: UTF8.self)).utf8.count <= 2_000)
        }
        #expect(value(kind, String(repeating: "a ", count: 5_000_000)).utf8.count <= 2_000)
    }
}
