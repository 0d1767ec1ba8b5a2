import Journey
import Nusantara

extension Month {
    /// Whole months from one day to a later one.
    static func between(_ earlier: CalendarDate, _ later: CalendarDate) -> Int {
        let months = Month(earlier).distance(to: Month(later))
        return earlier.components.day > later.components.day ? months - 1 : months
    }
}
