import Testing

@testable import Nusantara

@Suite("dates")
struct DateTextTests {
    @Test(
        "a date, however it is written",
        arguments: [
            "12/08/2021", "12-08-2021", "12.8.2021", "2021-08-12", "2021/8/12", "2021-08-12T07:30:00Z", "2021-08-12 07:30:00",
            "12/08/2021 07:30",
            "12 Agt 2021", "12 Agst 2021", "12 Agustus 2021", "12-Aug-2021", "Kamis, 12 Agustus 2021", "Agustus 12, 2021", "12AGUSTUS2021",
            "20210812",
            "12082021", "Bandung, 12-08-2021", "'12/08/2021",
        ])
    func twelfthOfAugust(text: String) {
        let parsed = DateText.parse(text, today: today)
        #expect(parsed.value?.iso == "2021-08-12")
        #expect(parsed.notices.isEmpty)
    }

    @Test(
        "months by every short form",
        arguments: [
            ("5 Nop 2020", "2020-11-05"), ("5 Des 2020", "2020-12-05"), ("5 Mei 2020", "2020-05-05"), ("5 Peb 2020", "2020-02-05"),
            ("5 Okt 2020", "2020-10-05"), ("5 Mrt 2020", "2020-03-05"),
        ])
    func months(text: String, iso: String) {
        #expect(DateText.parse(text, today: today).value?.iso == iso)
    }

    @Test(
        "what was guessed or looks doubtful is said",
        arguments: [
            ("44420", "2021-08-12", "date.serial"), ("44420.3125", "2021-08-12", "date.serial"),
            ("08/25/2021", "2021-08-25", "date.month-first"),
            ("12/08/21", "2021-08-12", "date.two-digit-year"), ("12/08/87", "1987-08-12", "date.two-digit-year"),
            ("01/01/1980", "1980-01-01", "date.default"),
            ("31-12-1975", "1975-12-31", "date.default"), ("12/08/2027", "2027-08-12", "date.future"),
        ])
    func notices(text: String, iso: String, code: String) {
        let parsed = DateText.parse(text, today: today)
        #expect(parsed.value?.iso == iso)
        #expect(parsed.notices.map(\.code) == [code])
    }

    @Test(
        "what is no date is refused with its reason",
        arguments: [
            ("31/02/2021", "date.impossible"), ("32/01/2021", "date.impossible"), ("13/13/2021", "date.impossible"),
            ("00-00-1987", "date.zero"),
            ("00/08/2021", "date.zero"), ("1987", "date.incomplete"), ("Agustus 2021", "date.incomplete"), ("kemarin", "date.unreadable"),
            ("12/08/0021", "date.year"), ("12/08/1821", "date.year"),
        ])
    func refusals(text: String, code: String) {
        let parsed = DateText.parse(text, today: today)
        #expect(parsed.value == nil)
        #expect(parsed.notices.map(\.code) == [code])
    }

    @Test("zeros all over are absent", arguments: ["00-00-0000", "0000-00-00", "-", "0"])
    func absent(text: String) {
        #expect(DateText.parse(text, today: today) == .absent)
    }

    @Test("every day of a century is read back in both orders")
    func roundTrip() {
        for number in stride(from: -25_000, through: 20_000, by: 37) {
            let date = CalendarDate(dayNumber: number)
            let (year, month, day) = date.components
            #expect(DateText.parse(date.iso, today: today).value == date)
            #expect(DateText.parse("\(day)/\(month)/\(year)", today: today).value == date)
        }
    }
}
