import Nusantara

extension CalendarDate {
    private static let secondsInDay = 86_400

    /// `2026-11-26T00:00:00Z`
    var firstSecond: String { "\(iso)T00:00:00Z" }

    /// `2026-11-26T23:59:59Z`
    var lastSecond: String { "\(iso)T23:59:59Z" }

    /// Seconds since 1970 of the first second (`NumericDate`, RFC 7519).
    var firstNumericDate: Int { dayNumber * Self.secondsInDay }

    /// Seconds since 1970 of the last second.
    var lastNumericDate: Int { firstNumericDate + Self.secondsInDay - 1 }

    /// The day of an instant in UTC, such as `2026-11-26T09:30:00Z` (XML Schema `dateTimeStamp` without fractions); nil for anything else.
    init?(dateTime text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            bytes[19] == UInt8(ascii: "Z")
        else { return nil }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        for (start, limit) in [(11, 24), (14, 60), (17, 60)] {
            guard digits.contains(bytes[start]), digits.contains(bytes[start + 1]) else { return nil }
            let number = Int(bytes[start] - UInt8(ascii: "0")) * 10 + Int(bytes[start + 1] - UInt8(ascii: "0"))
            guard number < limit else { return nil }
        }
        self.init(iso: text.prefix(10))
    }

    /// The day of an instant in seconds since 1970.
    init?(numericDate seconds: Int) {
        guard (0..<253_402_300_800).contains(seconds) else { return nil }
        self.init(dayNumber: seconds / Self.secondsInDay)
    }
}
