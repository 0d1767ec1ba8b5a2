public import Nusantara
public import Storage

/// A month of the calendar.
public struct Month: Sendable, Hashable, Comparable, Strideable, SQLConvertible {
    /// Months since the year 0.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    public init(_ date: CalendarDate) {
        let (year, month, _) = date.components
        number = year * 12 + month - 1
    }

    /// `2026-11`, or nil if the text is anything else.
    public init?(iso text: some StringProtocol) {
        guard let date = CalendarDate(iso: text + "-01") else { return nil }
        self.init(date)
    }

    public var year: Int { number / 12 }
    /// 1…12
    public var month: Int { number % 12 + 1 }
    public var iso: String { firstDay?.isoMonth ?? "" }
    public var firstDay: CalendarDate? { CalendarDate(year: year, month: month, day: 1) }

    public static func < (left: Month, right: Month) -> Bool { left.number < right.number }
    public func distance(to other: Month) -> Int { other.number - number }
    public func advanced(by months: Int) -> Month { Month(number: number + months) }

    public var sqlValue: SQLValue { .integer(Int64(number)) }
    public init(row: any SQLRow, at index: Int) throws { number = Int(try row.integer(at: index)) }
}
