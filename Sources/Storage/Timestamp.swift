#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An instant: microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// Stored as a whole number; written as ISO 8601 in UTC.
public struct Timestamp: RawRepresentable, Sendable, Hashable, Comparable, SQLConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let rawValue: Int64

    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, as marketplaces and tokens count; it stops at the ends of the range.
    public init(secondsSince1970 seconds: Int64) {
        let (microseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        rawValue = overflow ? (seconds < 0 ? .min : .max) : microseconds
    }

    /// The whole seconds since 1970-01-01T00:00:00Z that have passed.
    public var secondsSince1970: Int64 {
        let (seconds, rest) = rawValue.quotientAndRemainder(dividingBy: 1_000_000)
        return rest < 0 ? seconds - 1 : seconds
    }

    /// What the clock of the machine says.
    public static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(rawValue: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    /// The instant `duration` later, or earlier if it is negative; it stops at the ends of the range.
    public func adding(_ duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        let (scaled, tooLarge) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (microseconds, overflow) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000_000)
        let (sum, outside) = rawValue.addingReportingOverflow(microseconds)
        if tooLarge || overflow || outside {
            return Timestamp(rawValue: seconds < 0 ? .min : .max)
        }
        return Timestamp(rawValue: sum)
    }

    /// How long after `earlier` this instant is.
    public func duration(since earlier: Timestamp) -> Duration {
        .microseconds(rawValue) - .microseconds(earlier.rawValue)
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension Timestamp: LosslessStringConvertible {
    /// ISO 8601 in UTC, with as much of the fraction as there is: `2026-11-23T06:11:40Z`, `2026-11-23T06:11:40.5Z`.
    public var description: String {
        let (second, microsecond) = rawValue.dividedFloor(by: 1_000_000)
        let (day, secondOfDay) = second.dividedFloor(by: 86400)
        let (year, month, dayOfMonth) = Self.civil(day: day)
        var text = year < 0 ? "-" : ""
        text += Self.padded(abs(year), 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(dayOfMonth, 2)
        text += "T" + Self.padded(secondOfDay / 3600, 2)
        text += ":" + Self.padded(secondOfDay / 60 % 60, 2)
        text += ":" + Self.padded(secondOfDay % 60, 2)
        if microsecond != 0 {
            var fraction = Self.padded(microsecond, 6)
            while fraction.last == "0" { fraction.removeLast() }
            text += "." + fraction
        }
        return text + "Z"
    }

    /// Reads what ``description`` writes: years 0000 to 9999, `Z`, up to six digits of fraction. Nil for anything else.
    public init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z") else { return nil }
        for (index, separator) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")] as [(Int, Unicode.Scalar)]
        where bytes[index] != UInt8(ascii: separator) {
            return nil
        }
        guard
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10]),
            let hour = Self.number(bytes[11..<13]), let minute = Self.number(bytes[14..<16]), let second = Self.number(bytes[17..<19]),
            (1...12).contains(month), hour < 24, minute < 60, second < 60
        else { return nil }
        var microsecond: Int64 = 0
        if bytes.count > 20 {
            let digits = bytes[20..<(bytes.count - 1)]
            guard bytes[19] == UInt8(ascii: "."), (1...6).contains(digits.count), var fraction = Self.number(digits) else { return nil }
            for _ in digits.count..<6 { fraction *= 10 }
            microsecond = fraction
        }
        let days = Self.days(year: year, month: month, day: day)
        guard Self.civil(day: days) == (year, month, day) else { return nil }
        self.init(rawValue: (days * 86400 + hour * 3600 + minute * 60 + second) * 1_000_000 + microsecond)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        var value: Int64 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int64(digit - UInt8(ascii: "0"))
        }
        return value
    }

    /// The date of a day counted from 1970-01-01, in the proleptic Gregorian calendar.
    ///
    /// Years are counted from March in eras of 400 years (146,097 days), so that the leap day is the last of its year:
    /// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    private static func civil(day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = (day + 719_468).dividedFloor(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let (era, yearOfEra) = (month <= 2 ? year - 1 : year).dividedFloor(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Int64 {
    /// Quotient towards minus infinity, and a remainder that is never negative.
    fileprivate func dividedFloor(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
