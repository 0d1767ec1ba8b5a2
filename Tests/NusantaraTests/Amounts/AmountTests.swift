import Testing

@testable import Nusantara

@Suite("amounts, counts and sizes")
struct AmountTests {
    @Test(
        "money as people write it",
        arguments: [
            ("5jt", 5_000_000), ("500rb", 500_000), ("1,5 jt", 1_500_000), ("1.5 jt", 1_500_000), ("Rp 2.000.000,-", 2_000_000),
            ("Rp2.000.000,00", 2_000_000),
            ("1.5 miliar", 1_500_000_000), ("2 juta 500 ribu", 2_500_000), ("2.500 rb", 2_500_000), ("IDR 3000000", 3_000_000),
            ("Rp. 750.000", 750_000),
            ("750 ribu rupiah", 750_000), ("0", 0), ("Rp 0,-", 0), ("10 Juta", 10_000_000), ("250K", 250_000), ("1500000.0", 1_500_000),
            ("2000000.00", 2_000_000),
            ("12 500 000", 12_500_000), ("1,250 jt", 1_250_000), ("1,75 M", 1_750_000_000), ("0,5 jt", 500_000),
            ("Rp.15.000.000.-", 15_000_000),
            ("'2000000", 2_000_000), ("Rp 1.000.000/bulan", 1_000_000), ("1jt", 1_000_000),
        ] as [(String, Int64)])
    func money(text: String, amount: Int64) {
        #expect(Rupiah.parse(text).value?.rawValue == amount)
    }

    @Test(
        "what is doubtful or wrong about an amount is said",
        arguments: [
            ("1M", "rupiah.miliar"), ("Rp1.000.000/bulan", "rupiah.per-month"), ("50rb/hari", "rupiah.per-day"),
            ("50rb per hari", "rupiah.per-day"),
            ("12jt setahun", "rupiah.per-year"), ("300rb perminggu", "rupiah.per-week"), ("2000", "rupiah.small"),
            ("1,500,000", "rupiah.separator"),
            ("500,000", "rupiah.separator"), ("1.5E+07", "rupiah.spreadsheet"), ("5 jutaan", "rupiah.approximate"),
            ("±5jt", "rupiah.approximate"),
            ("< 5 juta", "rupiah.approximate"), ("kurang dari 5 juta", "rupiah.approximate"), ("1-2 juta", "rupiah.range"),
            ("5jt - 10jt", "rupiah.range"),
            ("5 s/d 10 juta", "rupiah.range"), ("-500000", "rupiah.negative"), ("(500.000)", "rupiah.negative"),
            ("lumayan", "rupiah.unreadable"),
            ("1.23.456", "rupiah.unreadable"), ("99999999999999999999", "rupiah.large"), ("5000 triliun", "rupiah.large"),
            ("9223372036854775807,5", "rupiah.large"), ("9223372 t 999999999 m", "rupiah.large"),
            ("900 t 900 m 900 jt 900 rb 900 m", "rupiah.unreadable"), ("2jt kambing", "rupiah.unreadable"),
        ])
    func notices(text: String, code: String) {
        #expect(Rupiah.parse(text).notices.map(\.code) == [code])
    }

    @Test("an English amount and scientific notation keep their worth")
    func worth() {
        #expect(Rupiah.parse("1,500,000").value?.rawValue == 1_500_000)
        #expect(Rupiah.parse("1,500,000.00").value?.rawValue == 1_500_000)
        #expect(Rupiah.parse("1.5E+07").value?.rawValue == 15_000_000)
        #expect(Rupiah.parse("1M").value?.rawValue == 1_000_000_000)
        #expect(Rupiah.parse("tidak ada") == .absent)
    }

    @Test("every amount written with dots is read back")
    func roundTrip() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<1000 {
            let amount = Int64.random(in: 0...999_999_999_999, using: &generator)
            var digits = Array(String(amount))
            var place = digits.count - 3
            while place > 0 {
                digits.insert(".", at: place)
                place -= 3
            }
            #expect(Rupiah.parse("Rp " + String(digits) + ",-").value?.rawValue == amount)
        }
    }

    @Test(
        "counts",
        arguments: [("12", 12), ("1.200", 1200), ("12,0", 12), ("12.0", 12), ("12 orang", 12), ("0", 0), ("1,200", 1200), (" 7 ", 7)])
    func counts(text: String, count: Int) {
        #expect(WholeNumber.parse(text).value == count)
    }

    @Test(
        "what is no count is refused",
        arguments: [("1,5", "number.fraction"), ("-3", "number.negative"), ("banyak", "number.unreadable"), ("3-4", "number.unreadable")])
    func noCount(text: String, code: String) {
        #expect(WholeNumber.parse(text).notices.map(\.code) == [code])
    }

    @Test(
        "upper bounds of PP 7/2021 belong to the smaller class",
        arguments: [
            (1_000_000_000, 2_000_000_000, SizeClass.micro), (1_000_000_001, 2_000_000_001, .small),
            (5_000_000_000, 15_000_000_000, .small),
            (5_000_000_001, 15_000_000_001, .medium), (10_000_000_000, 50_000_000_000, .medium), (10_000_000_001, 50_000_000_001, .large),
        ] as [(Int64, Int64, SizeClass)])
    func bounds(capital: Int64, sales: Int64, size: SizeClass) {
        #expect(SizeClass.byCapital(Rupiah(rawValue: capital)) == size)
        #expect(SizeClass.byAnnualSales(Rupiah(rawValue: sales)) == size)
    }

    @Test("capital decides for the young, sales for the old, and the other stands in when one is missing")
    func rules() {
        let capital = Rupiah(rawValue: 6_000_000_000)
        let sales = Rupiah(rawValue: 1_000_000_000)
        let young = SizeClass.classify(capital: capital, annualSales: sales, registeredAfterRule: true)
        #expect(young.sizeClass == .medium)
        #expect(young.ruleUsed == .capital)
        let old = SizeClass.classify(capital: capital, annualSales: sales, registeredAfterRule: false)
        #expect(old.sizeClass == .micro)
        #expect(old.byCapital == .medium)
        #expect(!old.isProvisional)
        let standIn = SizeClass.classify(capital: nil, annualSales: sales, registeredAfterRule: true)
        #expect(standIn.sizeClass == .micro)
        #expect(standIn.ruleUsed == .annualSales)
        #expect(standIn.isProvisional)
        #expect(SizeClass.classify(capital: nil, annualSales: nil, registeredAfterRule: true).sizeClass == nil)
    }
}
