public import Nusantara
public import Storage

extension CalendarDate {
    /// The day of an instant on the clock of western Indonesia, where the programme's offices are.
    public init(_ instant: Timestamp) {
        let seconds = instant.rawValue / 1_000_000 + 7 * 3600
        self.init(dayNumber: Int((Double(seconds) / 86_400).rounded(.down)))
    }
}
