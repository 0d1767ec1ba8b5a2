/// When a feast falls: a day, or a period such as Ramadan.
public struct FeastDate: Sendable, Hashable {
    /// How well a date is known.
    public enum Certainty: String, Sendable, Hashable, CaseIterable {
        /// Fixed by law, decree, announcement or the calendar itself.
        case official
        /// Expected; the decree or the sighting of the moon may move it by a day.
        case estimate
    }

    public let feast: Feast
    public let first: CalendarDate
    /// The last day, the same as the first for a feast of one day.
    public let last: CalendarDate
    public let certainty: Certainty

    /// How many days it lasts.
    public var length: Int { last.dayNumber - first.dayNumber + 1 }

    public func contains(_ day: CalendarDate) -> Bool {
        first <= day && day <= last
    }
}

/// Days of joint leave (*cuti bersama*) the government put around a feast.
public struct JointLeave: Sendable, Hashable {
    public let feast: Feast
    /// The days of leave themselves, without the feast and without weekends.
    public let days: [CalendarDate]
    public let certainty: FeastDate.Certainty
}
