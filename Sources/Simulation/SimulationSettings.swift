public import Nusantara

/// What decides a simulated programme: the same settings give the same people, businesses and files, byte for byte.
public struct SimulationSettings: Sendable {
    /// Where every draw begins.
    public var seed: UInt64
    /// How many real businesses there are.
    public var businesses: Int
    /// The day on which the partners send their lists; nothing is dated later.
    public var today: CalendarDate
    /// How often each kind of noise and each kind of trap occurs.
    public var habits: Habits
    /// Whether every partner knows every business, instead of the few that a business really deals with.
    public var everyPartnerKnowsAll: Bool

    public init(seed: UInt64 = 1, businesses: Int, today: CalendarDate, habits: Habits = .usual, everyPartnerKnowsAll: Bool = false) {
        self.seed = seed
        self.businesses = businesses
        self.today = today
        self.habits = habits
        self.everyPartnerKnowsAll = everyPartnerKnowsAll
    }

    /// Settings for one big list: mostly distinct businesses, all of them known to every partner, so that any one list can have so many rows.
    ///
    /// Write it with ``writeList(_:of:to:rows:)`` and the same number of rows.
    public static func rowsOnly(_ rows: Int, seed: UInt64 = 1, today: CalendarDate) -> SimulationSettings {
        SimulationSettings(seed: seed, businesses: rows, today: today, everyPartnerKnowsAll: true)
    }
}
