/// The feasts of Indonesia by date, for the years in ``coverage``.
public enum FeastCalendar {
    /// The years for which every feast is known; for other years nothing is given, rather than half of it.
    public static let coverage: ClosedRange<Int> = 2019...2027

    /// When a feast begins in a year, in order: none outside ``coverage``, two for Isra Mikraj 2027, twelve for twin dates and paydays.
    public static func dates(of feast: Feast, year: Int) -> [FeastDate] {
        FeastAlmanac.current.dates(of: feast, year: year)
    }

    /// The feasts a day belongs to, in the order of ``Feast``.
    public static func feasts(on day: CalendarDate) -> [FeastDate] {
        FeastAlmanac.current.feasts(on: day)
    }

    /// The first of the feasts that begins after a day; without a choice, of all that move people more than a payday does.
    public static func nextFeast(after day: CalendarDate, among feasts: Set<Feast> = majorFeasts) -> FeastDate? {
        FeastAlmanac.current.next(after: day, among: feasts)
    }

    /// The feasts that seasons are built around: what ``nextFeast(after:among:)`` looks for.
    public static let majorFeasts: Set<Feast> = [
        .ramadan, .idulFitri, .idulAdha, .imlek, .nyepi, .waisak, .easter, .independenceDay, .schoolYear, .harbolnas, .christmas, .newYear,
    ]

    /// The joint leave of a year, in the order of its days.
    public static func jointLeave(in year: Int) -> [JointLeave] {
        FeastAlmanac.current.jointLeave(in: year)
    }

    /// Whether offices are closed: weekend, public holiday or joint leave. Elections are not counted.
    public static func isDayOff(_ day: CalendarDate) -> Bool {
        FeastAlmanac.current.isDayOff(day)
    }

    /// The unbroken run of days off around a day, or nil if people work on it: for Idulfitri 2026 from 18 to 24 March.
    public static func daysOff(around day: CalendarDate) -> ClosedRange<CalendarDate>? {
        guard isDayOff(day) else { return nil }
        var first = day
        var last = day
        while isDayOff(first.adding(days: -1)) { first = first.adding(days: -1) }
        while isDayOff(last.adding(days: 1)) { last = last.adding(days: 1) }
        return first...last
    }

    /// The days before Idulfitri when people buy online: from 21 to 8 days before, after which parcels no longer arrive in time.
    public static func lebaranPeak(year: Int) -> ClosedRange<CalendarDate>? {
        dates(of: .idulFitri, year: year).first.map { $0.first.adding(days: -21)...$0.first.adding(days: -8) }
    }

    /// The days around Idulfitri when couriers rest and people travel: from 7 before to 7 after.
    public static func lebaranLull(year: Int) -> ClosedRange<CalendarDate>? {
        dates(of: .idulFitri, year: year).first.map { $0.first.adding(days: -7)...$0.first.adding(days: 7) }
    }

    /// The last day for the religious holiday allowance (THR): seven days before Idulfitri (Government Regulation 36 of 2021).
    public static func holidayAllowanceDue(year: Int) -> CalendarDate? {
        dates(of: .idulFitri, year: year).first.map { $0.first.adding(days: -7) }
    }
}
