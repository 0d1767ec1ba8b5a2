public import Nusantara
public import Storage

/// The language a page is read in.
public enum Language: String, Sendable, CaseIterable {
    case indonesian = "id"
    case english = "en"

    /// A whole number with its thousands apart: `1.234.567` or `1,234,567`.
    public func number(_ value: Int64) -> String {
        var digits = Array(String(value.magnitude).utf8)
        let separator: UInt8 = self == .indonesian ? UInt8(ascii: ".") : UInt8(ascii: ",")
        var position = digits.count - 3
        while position > 0 {
            digits.insert(separator, at: position)
            position -= 3
        }
        return (value < 0 ? "−" : "") + String(decoding: digits, as: UTF8.self)
    }

    /// A number short enough for a label in a chart: `12,4 rb`, `1,2 jt`, `3 M` or `12.4K`, `1.2M`, `3B`.
    ///
    /// Numbers below ten thousand are written out. The space does not break.
    public func compact(_ value: Int64) -> String {
        let magnitude = Double(value.magnitude)
        let scales: [(from: Double, divisor: Double, indonesian: String, english: String)] = [
            (999_500_000, 1_000_000_000, "\u{A0}M", "B"), (999_500, 1_000_000, "\u{A0}jt", "M"), (10_000, 1_000, "\u{A0}rb", "K"),
        ]
        guard let scale = scales.first(where: { magnitude >= $0.from }) else { return number(value) }
        let sign = value < 0 ? "−" : ""
        return sign + decimal(magnitude / scale.divisor, places: 1) + (self == .indonesian ? scale.indonesian : scale.english)
    }

    /// A share as per cent, one digit after the comma below ten: `62 %`, `4,5 %` or `62%`, `4.5%`.
    public func percent(_ share: Double) -> String {
        let value = share * 100
        let text = decimal(value, places: value.magnitude < 9.95 ? 1 : 0)
        return self == .indonesian ? text + "\u{A0}%" : text + "%"
    }

    /// A number rounded to so many places, without a trailing zero: `1,2` or `1.2`.
    public func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return "–" }
        var power = 1.0
        for _ in 0..<places { power *= 10 }
        let scaled = (value.magnitude * power).rounded()
        guard scaled < 9e18 else { return "–" }
        let whole = Int64(scaled) / Int64(power)
        var fraction = Int64(scaled) % Int64(power)
        var text = number(value < 0 && scaled > 0 ? -whole : whole)
        if value < 0, whole == 0, scaled > 0 { text = "−0" }
        if fraction > 0 {
            var width = places
            while fraction % 10 == 0 {
                fraction /= 10
                width -= 1
            }
            let digits = String(fraction)
            text += (self == .indonesian ? "," : ".") + String(repeating: "0", count: width - digits.utf8.count) + digits
        }
        return text
    }

    /// A day: `23 Nov 2026`.
    public func date(_ date: CalendarDate) -> String {
        let (year, month, day) = date.components
        return "\(day) \(monthName(month)) \(year)"
    }

    /// A month: `Nov 2026`.
    public func month(year: Int, month: Int) -> String {
        "\(monthName(month)) \(year)"
    }

    /// An instant on the clock of western Indonesia, where most readers and the ministries are: `23 Nov 2026, 13.05 WIB`.
    public func moment(_ instant: Timestamp) -> String {
        let jakarta = instant.rawValue / 1_000_000 + 7 * 3600
        let days = Int((Double(jakarta) / 86_400).rounded(.down))
        let minutes = (Int(jakarta) - days * 86_400) / 60
        let separator = self == .indonesian ? "." : ":"
        let clock = twoDigits(minutes / 60) + separator + twoDigits(minutes % 60)
        return "\(date(CalendarDate(dayNumber: days))), \(clock) WIB"
    }

    private func monthName(_ month: Int) -> String {
        let indonesian = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"]
        let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return (self == .indonesian ? indonesian : english)[month - 1]
    }

    private func twoDigits(_ value: Int) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}
