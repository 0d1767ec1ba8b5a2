public import Nusantara

/// Where a business stands: the government's own words, made measurable. Each rung includes those below it.
public enum Rung: Int, Sendable, CaseIterable, Comparable, Codable {
    /// No claim is left.
    case none = 0
    /// *Terdaftar*: known by name, with evidence.
    case registered = 1
    /// *Onboard*: at least one verified channel account or live listing.
    case onboard = 2
    /// *Aktif berjualan*: an online sale within the active days.
    case selling = 3
    /// *Naik kelas*: a permit gained, the size class up, or sales up.
    case growing = 4
    /// *Go global*: exporting.
    case exporting = 5

    public static func < (left: Rung, right: Rung) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// The thresholds of the ladder, which a programme may set for itself.
public struct LadderRules: Sendable, Hashable {
    /// A sale counts as recent for this many days.
    public let activeDays: Int

    public init(activeDays: Int) {
        self.activeDays = activeDays
    }

    /// What holds outside any programme: a sale in the last 90 days.
    public static let national = LadderRules(activeDays: 90)
}

/// Where the milestones of one business put it on a given day.
public struct Standing: Sendable, Hashable {
    public let rung: Rung
    /// When each rung was first reached, as far as its own evidence tells.
    public let firstOnboard: CalendarDate?
    public let firstSale: CalendarDate?
    public let firstGrowth: CalendarDate?
    public let firstExport: CalendarDate?
    public let lastSale: CalendarDate?

    /// Works out the standing from milestones alone.
    ///
    /// A milestone dated after `day` does not count yet.
    public init(_ milestones: some Sequence<Milestone>, rules: LadderRules, on day: CalendarDate) {
        var isRegistered = false
        var channels: [String: (opened: CalendarDate, closed: CalendarDate?)] = [:]
        var firstSale: CalendarDate?
        var lastSale: CalendarDate?
        var firstGrowth: CalendarDate?
        var firstExport: CalendarDate?
        var firstOnboard: CalendarDate?
        for milestone in milestones where milestone.on <= day {
            let on = milestone.on
            switch milestone.kind {
            case .registered:
                isRegistered = true
            case .channelVerified:
                firstOnboard = min(firstOnboard ?? on, on)
                let known = channels[milestone.detail]
                channels[milestone.detail] = (max(known?.opened ?? on, on), known?.closed)
            case .channelClosed:
                let known = channels[milestone.detail]
                channels[milestone.detail] = (known?.opened ?? CalendarDate(dayNumber: .min), max(known?.closed ?? on, on))
            case .sold:
                firstSale = min(firstSale ?? on, on)
                lastSale = max(lastSale ?? on, on)
            case .permitGained, .sizeClassRaised, .salesGrown:
                firstGrowth = min(firstGrowth ?? on, on)
            case .exported:
                firstExport = min(firstExport ?? on, on)
            }
        }
        self.firstOnboard = firstOnboard
        self.firstSale = firstSale
        self.firstGrowth = firstGrowth
        self.firstExport = firstExport
        self.lastSale = lastSale

        let hasOpenChannel = channels.values.contains { channel in channel.closed.map { $0 < channel.opened } ?? true }
        let sellsNow = lastSale.map { day.dayNumber - $0.dayNumber < rules.activeDays } ?? false
        if !isRegistered {
            rung = .none
        } else if !hasOpenChannel {
            rung = .registered
        } else if !sellsNow {
            rung = .onboard
        } else if firstGrowth == nil {
            rung = .selling
        } else if firstExport == nil {
            rung = .growing
        } else {
            rung = .exporting
        }
    }

    /// The next day on which the counts of a business would change although nothing new is known of it, or nil.
    static func nextChange(
        of milestones: some Sequence<Milestone>, rules: some Sequence<LadderRules>, after day: CalendarDate
    ) -> CalendarDate? {
        var next: CalendarDate?
        func consider(_ candidate: CalendarDate) {
            if candidate > day { next = min(next ?? candidate, candidate) }
        }
        for milestone in milestones {
            consider(milestone.on)
            if milestone.kind == .sold {
                for rule in rules { consider(milestone.on.adding(days: rule.activeDays)) }
            }
        }
        return next
    }
}
