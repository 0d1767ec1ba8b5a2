import Nusantara
import Testing

@Suite("The feasts by date")
struct FeastCalendarTests {
    private func day(_ iso: String) throws -> CalendarDate {
        try #require(CalendarDate(iso: iso))
    }

    private func firsts(_ feast: Feast, _ year: Int) -> [String] {
        FeastCalendar.dates(of: feast, year: year).map(\.first.iso)
    }

    @Test("every feast is known in every year, and each of its dates can be asked for by the day")
    func complete() {
        for year in FeastCalendar.coverage {
            for feast in Feast.allCases {
                let dates = FeastCalendar.dates(of: feast, year: year)
                let expected = feast == .twinDate || feast == .payday ? 12 : feast == .israMikraj && year == 2027 ? 2 : 1
                #expect(dates.count == expected, "\(feast) \(year)")
                for date in dates {
                    #expect(date.feast == feast && date.first <= date.last)
                    for offset in 0..<date.length { #expect(FeastCalendar.feasts(on: date.first.adding(days: offset)).contains(date)) }
                    #expect(!FeastCalendar.feasts(on: date.last.adding(days: 1)).contains(date))
                }
            }
        }
        #expect(FeastCalendar.dates(of: .christmas, year: 2018).isEmpty)
        #expect(FeastCalendar.dates(of: .christmas, year: 2028).isEmpty)
    }

    @Test(
        "Idulfitri falls where the government put it",
        arguments: [
            (2019, "2019-06-05"), (2020, "2020-05-24"), (2021, "2021-05-13"), (2022, "2022-05-02"), (2023, "2023-04-22"),
            (2024, "2024-04-10"),
            (2025, "2025-03-31"), (2026, "2026-03-21"), (2027, "2027-03-10"),
        ])
    func lebaran(year: Int, date: String) throws {
        let lebaran = try #require(FeastCalendar.dates(of: .idulFitri, year: year).first)
        #expect(lebaran.first.iso == date)
        #expect(lebaran.length == 2)
        #expect(lebaran.certainty == (year == 2027 ? .estimate : .official))
    }

    @Test("Ramadan lasts 29 or 30 days and ends on the eve of Idulfitri")
    func ramadan() throws {
        for year in FeastCalendar.coverage {
            let ramadan = try #require(FeastCalendar.dates(of: .ramadan, year: year).first)
            let lebaran = try #require(FeastCalendar.dates(of: .idulFitri, year: year).first)
            #expect((29...30).contains(ramadan.length), "\(year)")
            #expect(ramadan.last.adding(days: 1) == lebaran.first)
        }
    }

    @Test("the Islamic feasts keep their distance: a year of 353 to 356 days, Iduladha 67 to 70 days after Idulfitri")
    func hijri() {
        for feast in [Feast.ramadan, .idulFitri, .idulAdha, .islamicNewYear, .maulid, .israMikraj] {
            let days = FeastCalendar.coverage.flatMap { FeastCalendar.dates(of: feast, year: $0) }.map(\.first.dayNumber)
            for (earlier, later) in zip(days, days.dropFirst()) { #expect((353...356).contains(later - earlier), "\(feast)") }
        }
        for year in FeastCalendar.coverage {
            guard let fitri = FeastCalendar.dates(of: .idulFitri, year: year).first?.first.dayNumber,
                let adha = FeastCalendar.dates(of: .idulAdha, year: year).first?.first.dayNumber
            else { continue }
            #expect((67...70).contains(adha - fitri), "\(year)")
        }
    }

    @Test("Imlek falls between 21 January and 20 February, Nyepi in March, Waisak in May or June")
    func otherMoons() {
        for year in FeastCalendar.coverage {
            #expect(firsts(.imlek, year).allSatisfy { ("\(year)-01-21"..."\(year)-02-20").contains($0) })
            #expect(firsts(.nyepi, year).allSatisfy { $0.hasPrefix("\(year)-03") })
            #expect(firsts(.waisak, year).allSatisfy { ("\(year)-05-05"..."\(year)-06-08").contains($0) })
        }
    }

    @Test(
        "the Christian feasts follow Easter",
        arguments: [
            (2019, "2019-04-19", "2019-05-30"), (2020, "2020-04-10", "2020-05-21"), (2021, "2021-04-02", "2021-05-13"),
            (2022, "2022-04-15", "2022-05-26"),
            (2023, "2023-04-07", "2023-05-18"), (2024, "2024-03-29", "2024-05-09"), (2025, "2025-04-18", "2025-05-29"),
            (2026, "2026-04-03", "2026-05-14"),
            (2027, "2027-03-26", "2027-05-06"),
        ])
    func easter(year: Int, friday: String, ascension: String) {
        #expect(firsts(.goodFriday, year) == [friday])
        #expect(firsts(.ascension, year) == [ascension])
        #expect(FeastCalendar.dates(of: .easter, year: year).allSatisfy { $0.first.adding(days: -2).iso == friday })
    }

    @Test("a day knows its feasts")
    func onADay() throws {
        #expect(FeastCalendar.feasts(on: try day("2021-05-13")).map(\.feast) == [.idulFitri, .ascension])
        #expect(FeastCalendar.feasts(on: try day("2026-12-12")).map(\.feast) == [.harbolnas, .twinDate])
        #expect(FeastCalendar.feasts(on: try day("2027-01-01")).map(\.feast) == [.newYear, .twinDate, .payday])
        #expect(FeastCalendar.feasts(on: try day("2026-11-23")).isEmpty)
        #expect(FeastCalendar.feasts(on: try day("2018-12-25")).isEmpty)
    }

    @Test("a payday runs from the 25th to the first of the next month")
    func payday() throws {
        let paydays = FeastCalendar.dates(of: .payday, year: 2024)
        #expect(paydays.allSatisfy { $0.first.iso.hasSuffix("-25") && $0.last.iso.hasSuffix("-01") })
        #expect(paydays[1].length == 6)
        #expect(paydays[0].length == 8)
    }

    @Test("the next feast is the nearest that begins later, and can be chosen")
    func next() throws {
        #expect(FeastCalendar.nextFeast(after: try day("2026-11-23"))?.feast == .harbolnas)
        #expect(FeastCalendar.nextFeast(after: try day("2026-11-23"), among: [.idulFitri])?.first.iso == "2027-03-10")
        #expect(FeastCalendar.nextFeast(after: try day("2026-03-20"))?.feast == .idulFitri)
        #expect(FeastCalendar.nextFeast(after: try day("2026-03-21"), among: [.idulFitri])?.first.iso == "2027-03-10")
        #expect(FeastCalendar.nextFeast(after: try day("2027-12-31")) == nil)
        #expect(FeastCalendar.nextFeast(after: try day("2026-01-01"), among: []) == nil)
    }

    @Test("joint leave is never a weekend or the feast itself, and lies in its year")
    func leave() {
        for year in FeastCalendar.coverage {
            let leave = FeastCalendar.jointLeave(in: year)
            #expect(!leave.isEmpty)
            for period in leave {
                #expect(!period.days.isEmpty)
                #expect(period.certainty == (year == 2027 ? .estimate : .official))
                for day in period.days {
                    #expect((1...5).contains(weekday(day)), "\(day.iso)")
                    #expect(!FeastCalendar.feasts(on: day).contains { $0.feast.isPublicHoliday }, "\(day.iso)")
                    #expect(FeastCalendar.isDayOff(day))
                }
            }
        }
        #expect(FeastCalendar.jointLeave(in: 2025).flatMap(\.days).count == 11)
        #expect(FeastCalendar.jointLeave(in: 2018).isEmpty)
    }

    /// Monday is 1, Sunday 7.
    private func weekday(_ day: CalendarDate) -> Int {
        (day.dayNumber + 3) % 7 + 1
    }

    @Test(
        "the run of days off around Idulfitri joins leave, weekends and neighbouring feasts",
        arguments: [
            ("2022-05-02", "2022-04-29", "2022-05-08"), ("2023-04-22", "2023-04-19", "2023-04-25"),
            ("2024-04-10", "2024-04-06", "2024-04-15"),
            ("2025-03-31", "2025-03-28", "2025-04-07"), ("2026-03-21", "2026-03-18", "2026-03-24"),
        ])
    func run(feast: String, first: String, last: String) throws {
        let run = try #require(FeastCalendar.daysOff(around: try day(feast)))
        #expect(run.lowerBound.iso == first)
        #expect(run.upperBound.iso == last)
    }

    @Test("the holiday of Maulid 2021 was held a day after the feast")
    func movedHoliday() throws {
        #expect(!FeastCalendar.isDayOff(try day("2021-10-19")))
        #expect(FeastCalendar.isDayOff(try day("2021-10-20")))
        #expect(firsts(.maulid, 2021) == ["2021-10-19"])
        #expect(FeastCalendar.daysOff(around: try day("2026-11-23")) == nil)
    }

    @Test("people buy before Lebaran, then couriers rest")
    func lebaranWindows() throws {
        let peak = try #require(FeastCalendar.lebaranPeak(year: 2026))
        let lull = try #require(FeastCalendar.lebaranLull(year: 2026))
        #expect([peak.lowerBound, peak.upperBound].map(\.iso) == ["2026-02-28", "2026-03-13"])
        #expect([lull.lowerBound, lull.upperBound].map(\.iso) == ["2026-03-14", "2026-03-28"])
        #expect(FeastCalendar.holidayAllowanceDue(year: 2026)?.iso == "2026-03-14")
        #expect(FeastCalendar.lebaranPeak(year: 2018) == nil)
    }

    @Test("every feast has a name in both languages, and no two share one")
    func names() {
        #expect(Set(Feast.allCases.map(\.name)).count == Feast.allCases.count)
        #expect(Set(Feast.allCases.map(\.englishName)).count == Feast.allCases.count)
        #expect(Feast.idulFitri.isMovable && !Feast.christmas.isMovable)
        #expect(Feast.christmas.kind == .religious && Feast.harbolnas.kind == .sales)
    }
}
