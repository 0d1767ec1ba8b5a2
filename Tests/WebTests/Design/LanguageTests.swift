import Nusantara
import Storage
import Testing

@testable import Web

@Suite("Numbers and dates in the reader's way")
struct LanguageTests {
    @Test(
        "whole numbers keep their thousands apart",
        arguments: [
            (0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"), (1_234_567, "1.234.567", "1,234,567"),
            (-12_345, "−12.345", "−12,345"),
            (Int64.min, "−9.223.372.036.854.775.808", "−9,223,372,036,854,775,808"),
        ] as [(Int64, String, String)])
    func numbers(value: Int64, indonesian: String, english: String) {
        #expect(Language.indonesian.number(value) == indonesian)
        #expect(Language.english.number(value) == english)
    }

    @Test(
        "labels of charts are short",
        arguments: [
            (9_999, "9.999", "9,999"), (12_400, "12,4\u{A0}rb", "12.4K"), (999_499, "999,5\u{A0}rb", "999.5K"),
            (999_500, "1\u{A0}jt", "1M"), (64_194_057, "64,2\u{A0}jt", "64.2M"), (2_000_000_000, "2\u{A0}M", "2B"),
        ] as [(Int64, String, String)])
    func compact(value: Int64, indonesian: String, english: String) {
        #expect(Language.indonesian.compact(value) == indonesian)
        #expect(Language.english.compact(value) == english)
    }

    @Test(
        "shares are rounded to what matters",
        arguments: [
            (0.62, "62\u{A0}%", "62%"), (0.045, "4,5\u{A0}%", "4.5%"), (0.0994, "9,9\u{A0}%", "9.9%"), (0.0996, "10\u{A0}%", "10%"),
            (1, "100\u{A0}%", "100%"), (0, "0\u{A0}%", "0%"), (-0.004, "−0,4\u{A0}%", "−0.4%"),
        ] as [(Double, String, String)])
    func percent(share: Double, indonesian: String, english: String) {
        #expect(Language.indonesian.percent(share) == indonesian)
        #expect(Language.english.percent(share) == english)
    }

    @Test("what is no number is a dash", arguments: [Double.nan, .infinity, 1e300])
    func noNumber(value: Double) {
        #expect(Language.indonesian.decimal(value, places: 1) == "–")
    }

    @Test("fractions keep the noughts before their digits")
    func fractions() {
        #expect(Language.indonesian.decimal(1.05, places: 2) == "1,05")
        #expect(Language.english.decimal(-0.04, places: 2) == "−0.04")
        #expect(Language.english.decimal(2.999, places: 1) == "3")
    }

    @Test("days and moments are written as people write them, on the clock of western Indonesia")
    func moments() throws {
        let day = try #require(CalendarDate(year: 2026, month: 5, day: 3))
        #expect(Language.indonesian.date(day) == "3 Mei 2026")
        #expect(Language.english.date(day) == "3 May 2026")
        let lateEvening = try #require(Timestamp("2026-11-22T17:05:09Z"))
        #expect(Language.indonesian.moment(lateEvening) == "23 Nov 2026, 00.05 WIB")
        #expect(Language.english.moment(lateEvening) == "23 Nov 2026, 00:05 WIB")
        let beforeTheEpoch = try #require(Timestamp("1969-12-31T16:59:00Z"))
        #expect(Language.english.moment(beforeTheEpoch) == "31 Dec 1969, 23:59 WIB")
    }
}
