/// Dates as lists write them.
public enum DateText {
    /// Reads a date: `12/08/2021` (day first), `2021-08-12`, `12 Agt 2021`, `Senin, 12 Agustus 2021`, two-digit years, a spreadsheet's serial number.
    ///
    /// The month is read first only when the second number cannot be a month. A time of day behind the date is left aside.
    ///
    /// - Parameter today: decides the century of a two-digit year, and which dates lie in the future.
    public static func parse(_ text: String, today: CalendarDate) -> Parsed<CalendarDate> {
        let bytes = Latin.bytes(of: text).map(\.latinSmall)
        if Absence.holds(bytes) { return .absent }
        guard bytes.count <= 200 else { return .refused(.tooLong("date.long")) }
        var notices: [Notice] = []
        let found: CalendarDate
        switch DateReader(bytes).read(today: today, &notices) {
        case .success(let date): found = date
        case .failure(let refusal): return .refused(refusal.notice)
        }
        let (year, month, day) = found.components
        if year < 1900 { return .refused(DateNotice.year) }
        if found > today { notices.append(DateNotice.future) }
        if (day == 1 && month == 1) || (day == 31 && month == 12) { notices.append(DateNotice.filler) }
        return .value(found, notices: notices)
    }
}
