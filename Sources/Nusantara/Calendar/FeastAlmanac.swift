/// All feasts of the covered years, laid out once from their tables and rules.
struct FeastAlmanac: Sendable {
    static let current = FeastAlmanac()

    private var ofFeast: [Feast: [FeastDate]] = [:]
    private var onDay: [CalendarDate: [FeastDate]] = [:]
    private var leave: [JointLeave] = []
    private var closed: Set<CalendarDate> = []

    private init() {
        readMovable()
        for year in FeastCalendar.coverage { addComputed(year) }
        for feast in Feast.allCases {
            ofFeast[feast]?.sort { $0.first < $1.first }
            for date in ofFeast[feast] ?? [] {
                for day in 0..<date.length { onDay[date.first.adding(days: day), default: []].append(date) }
            }
        }
        readLeave()
        closePublicHolidays()
    }

    // MARK: Asking

    func dates(of feast: Feast, year: Int) -> [FeastDate] {
        (ofFeast[feast] ?? []).filter { $0.first.components.year == year }
    }

    func feasts(on day: CalendarDate) -> [FeastDate] {
        onDay[day] ?? []
    }

    func next(after day: CalendarDate, among feasts: Set<Feast>) -> FeastDate? {
        var nearest: FeastDate?
        // In the order of the cases, so that of two feasts on one day it is always the same that comes first.
        for feast in Feast.allCases where feasts.contains(feast) {
            guard let date = ofFeast[feast]?.first(where: { $0.first > day }) else { continue }
            if nearest.map({ date.first < $0.first }) ?? true { nearest = date }
        }
        return nearest
    }

    func jointLeave(in year: Int) -> [JointLeave] {
        leave.filter { $0.days.first?.components.year == year }
    }

    func isDayOff(_ day: CalendarDate) -> Bool {
        // Day 0 was a Thursday: of every seven days the third and the fourth after it are Saturday and Sunday.
        let weekday = ((day.dayNumber % 7) + 7) % 7
        return weekday == 2 || weekday == 3 || closed.contains(day)
    }

    // MARK: Laying out

    private mutating func add(_ feast: Feast, _ first: CalendarDate, days: Int = 1, _ certainty: FeastDate.Certainty = .official) {
        ofFeast[feast, default: []]
            .append(FeastDate(feast: feast, first: first, last: first.adding(days: days - 1), certainty: certainty))
    }

    private mutating func readMovable() {
        for line in feastTable.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard let name = fields.first, let feast = Feast(rawValue: String(name)) else { continue }
            for field in fields.dropFirst() {
                guard let (first, last, certainty) = Self.period(field) else { continue }
                add(feast, first, days: feast == .idulFitri ? 2 : last.dayNumber - first.dayNumber + 1, certainty)
            }
        }
        // Ramadan lasts until the eve of Idulfitri.
        let eves = (ofFeast[.idulFitri] ?? []).map { $0.first.adding(days: -1) }
        ofFeast[.ramadan] = (ofFeast[.ramadan] ?? []).map { month in
            let last = eves.first { $0 > month.first } ?? month.last
            return FeastDate(feast: .ramadan, first: month.first, last: last, certainty: month.certainty)
        }
    }

    private mutating func addComputed(_ year: Int) {
        func day(_ month: Int, _ day: Int) -> CalendarDate? { CalendarDate(year: year, month: month, day: day) }
        let fixed: [(Feast, Int, Int)] = [
            (.newYear, 1, 1), (.labourDay, 5, 1), (.pancasilaDay, 6, 1), (.cooperativeDay, 7, 12), (.umkmDay, 8, 12),
            (.independenceDay, 8, 17), (.batikDay, 10, 2), (.christmas, 12, 25),
        ]
        for (feast, month, number) in fixed {
            if let date = day(month, number) { add(feast, date) }
        }
        for month in 1...12 {
            if let date = day(month, month) { add(.twinDate, date) }
            // Wages come from the 25th to the first of the next month.
            if let date = day(month, 25) { add(.payday, date, days: CalendarDate.days(in: month, of: year) - 23) }
        }
        if let easter = Self.easter(year) {
            add(.goodFriday, easter.adding(days: -2))
            add(.easter, easter)
            add(.ascension, easter.adding(days: 39))
        }
    }

    private mutating func readLeave() {
        for line in jointLeaveTable.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard let name = fields.first, let feast = Feast(rawValue: String(name)) else { continue }
            let days = fields.dropFirst().compactMap(Self.period)
            let certainty: FeastDate.Certainty = days.contains { $0.certainty == .estimate } ? .estimate : .official
            leave.append(JointLeave(feast: feast, days: days.map(\.first), certainty: certainty))
        }
        leave.sort { ($0.days.first?.dayNumber ?? 0) < ($1.days.first?.dayNumber ?? 0) }
    }

    private mutating func closePublicHolidays() {
        for feast in Feast.allCases where feast.isPublicHoliday {
            for date in ofFeast[feast] ?? [] { closed.formUnion((0..<date.length).map { date.first.adding(days: $0) }) }
        }
        for line in movedHolidayTable.split(separator: "\n") {
            let days = line.split(separator: " ").compactMap { CalendarDate(iso: $0) }
            guard days.count == 2 else { continue }
            closed.remove(days[0])
            closed.insert(days[1])
        }
        closed.formUnion(leave.flatMap(\.days))
    }

    /// `2024-12-10..2024-12-16?`
    private static func period(_ field: Substring) -> (first: CalendarDate, last: CalendarDate, certainty: FeastDate.Certainty)? {
        let isEstimate = field.utf8.last == UInt8(ascii: "?")
        let text = isEstimate ? field.dropLast() : field
        guard let first = CalendarDate(iso: text.prefix(10)), let last = CalendarDate(iso: text.suffix(10)) else { return nil }
        return (first, last, isEstimate ? .estimate : .official)
    }

    /// Easter Sunday, by the anonymous Gregorian computus (Nature, 1876; Meeus, Astronomical Algorithms, chapter 8).
    private static func easter(_ year: Int) -> CalendarDate? {
        let golden = year % 19
        let century = year / 100
        let leap = century / 4
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - leap - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let days = epact + weekday - 7 * shift + 114
        return CalendarDate(year: year, month: days / 31, day: days % 31 + 1)
    }
}
