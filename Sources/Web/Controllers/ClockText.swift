import Nusantara
import Storage

/// Days with hours as forms write them, on the clock of western Indonesia: `2026-11-23T09:00`.
enum ClockText {
    private static let offset: Int64 = 7 * 3600

    static func instant(_ text: String) -> Timestamp? {
        guard text.utf8.count == 16, let day = CalendarDate(iso: text.prefix(10)), text.dropFirst(10).first == "T",
            let hour = Int64(text.dropFirst(11).prefix(2)), let minute = Int64(text.suffix(2)), (0..<24).contains(hour),
            (0..<60).contains(minute),
            text.dropFirst(13).first == ":"
        else { return nil }
        let seconds = Int64(day.dayNumber) * 86_400 + hour * 3600 + minute * 60 - offset
        return Timestamp(rawValue: seconds * 1_000_000)
    }

    static func text(_ instant: Timestamp) -> String {
        let shifted = instant.adding(.seconds(offset)).description
        return String(shifted.prefix(16))
    }
}
