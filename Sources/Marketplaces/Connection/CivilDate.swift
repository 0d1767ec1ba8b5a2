import Nusantara

/// The date of a day counted from 1970-01-01.
enum CivilDate {
    static func of(day: Int64) -> (year: Int, month: Int, day: Int) {
        // Times from outside may be anything; a year beyond four digits is none that a channel means.
        CalendarDate(dayNumber: Int(min(max(day, -719_000), 2_900_000))).components
    }
}
