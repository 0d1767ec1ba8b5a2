public import Accounts
public import Nusantara
public import Storage

/// The subject of a ``TargetID``.
public enum TargetSubject {}
public typealias TargetID = Identifier<TargetSubject>

/// A number to reach: metric × region × programme × partner × period.
public struct Target: Sendable, Hashable {
    /// What is held against the target.
    public enum Basis: String, Sendable, CaseIterable, SQLConvertible {
        /// How things stand on the day.
        case standing
        /// What was reached for the first time in the months of the period.
        case reached
    }

    public let id: TargetID
    public let title: String
    public let titleEnglish: String
    public let metric: Metric
    public let basis: Basis
    public let region: RegionCode
    public let programme: ProgrammeID?
    public let partner: PartnerID?
    public let firstDay: CalendarDate
    public let lastDay: CalendarDate
    public let value: Int64

    public init(
        id: TargetID = TargetID(), title: String, titleEnglish: String, metric: Metric, basis: Basis = .standing,
        region: RegionCode = .nation, programme: ProgrammeID? = nil, partner: PartnerID? = nil, firstDay: CalendarDate,
        lastDay: CalendarDate, value: Int64
    ) {
        self.id = id
        self.title = title
        self.titleEnglish = titleEnglish
        self.metric = metric
        self.basis = basis
        self.region = region
        self.programme = programme
        self.partner = partner
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.value = value
    }
}

/// A target beside the number that stands today.
public struct TargetProgress: Sendable, Hashable {
    public let target: Target
    public let day: CalendarDate
    public let reached: Int64
    /// First reached per day over the last three whole months.
    public let perDay: Double
    /// What was reached for the first time by the end of each month of the period so far.
    public let history: [(month: Month, total: Int64)]

    public static func == (left: TargetProgress, right: TargetProgress) -> Bool {
        left.target == right.target && left.day == right.day && left.reached == right.reached && left.perDay == right.perDay
            && left.history.elementsEqual(right.history) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(target)
        hasher.combine(day)
        hasher.combine(reached)
    }

    /// The share of the target that is reached, 0 for nothing; may exceed 1.
    public var share: Double { Double(reached) / Double(target.value) }

    /// What would be reached by today at an even pace over the period.
    public var expectedByNow: Int64 {
        let whole = Double(target.lastDay.dayNumber - target.firstDay.dayNumber + 1)
        let passed = Double(min(max(day.dayNumber - target.firstDay.dayNumber + 1, 0), Int(whole)))
        return Int64((Double(target.value) * passed / whole).rounded())
    }

    /// What is needed per day from tomorrow on to reach the target in time; nil once the period is over or the target reached.
    public var neededPerDay: Double? {
        let left = target.lastDay.dayNumber - day.dayNumber
        guard left > 0, reached < target.value else { return nil }
        return Double(target.value - reached) / Double(left)
    }

    /// The day on which the target will be reached at the present rate; nil if it never will (within a century), today if it is.
    public var projectedDay: CalendarDate? {
        Self.projectedDay(reached: reached, value: target.value, perDay: perDay, day: day)
    }

    /// When a target is reached that goes on at a rate; the same for businesses and for people.
    public static func projectedDay(reached: Int64, value: Int64, perDay: Double, day: CalendarDate) -> CalendarDate? {
        guard reached < value else { return day }
        guard perDay > 0 else { return nil }
        let days = (Double(value - reached) / perDay).rounded(.up)
        return days < 36_525 ? day.adding(days: Int(days)) : nil
    }
}

extension SQLConnection {
    /// Sets a target, or changes the one with its id.
    public func setTarget(_ target: Target) throws {
        try run(
            """
            INSERT INTO target (id, title, title_english, metric, basis, region, programme_id, partner_id, first_day, last_day, value)
            VALUES (\(target.id), \(target.title), \(target.titleEnglish), \(target.metric), \(target.basis), \(target.region),
                \(target.programme), \(target.partner), \(target.firstDay), \(target.lastDay), \(target.value))
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, title_english = excluded.title_english, metric = excluded.metric,
                basis = excluded.basis, region = excluded.region, programme_id = excluded.programme_id, partner_id = excluded.partner_id,
                first_day = excluded.first_day, last_day = excluded.last_day, value = excluded.value
            """)
        try renewVersion()
    }

    /// Gives a target up.
    public func removeTarget(_ id: TargetID) throws {
        try run("DELETE FROM target WHERE id = \(id)")
        try renewVersion()
    }

    /// All targets of a region, or of every region, the earliest end first.
    public func targets(in region: RegionCode? = nil) throws -> [Target] {
        let all = try rows(
            """
            SELECT id, title, title_english, metric, basis, region, programme_id, partner_id, first_day, last_day, value FROM target
            ORDER BY last_day, id
            """
        ) { row in
            Target(
                id: try row[0], title: try row[1], titleEnglish: try row[2], metric: try row[3], basis: try row[4], region: try row[5],
                programme: try row[6], partner: try row[7], firstDay: try row[8], lastDay: try row[9], value: try row[10])
        }
        return all.filter { region == nil || $0.region == region }
    }

    /// A target beside what stands on the day that the journey has reached.
    public func progress(of target: Target) throws -> TargetProgress {
        let day = try journeyState().day ?? target.firstDay
        let this = Month(day)
        let first = Month(target.firstDay)
        let recent = this.advanced(by: -3)...this.advanced(by: -1)
        let months = min(first, recent.lowerBound)...max(this, Month(target.lastDay))
        let reachedByMonth = try reached(
            in: months, region: target.region, programme: target.programme, partner: target.partner
        ).mapValues { $0[target.metric] }

        let inPeriod = (first...max(first, min(this, Month(target.lastDay)))).map { (month: $0, new: reachedByMonth[$0] ?? 0) }
        let newInPeriod = inPeriod.reduce(0) { $0 + $1.new }
        let standing = try counts(in: Cell(region: target.region, programme: target.programme, partner: target.partner))[target.metric]
        let reachedNow = target.basis == .reached ? newInPeriod : standing

        var total = reachedNow - newInPeriod
        let history = inPeriod.map { month, new in
            total += new
            return (month: month, total: total)
        }
        let days = Double((this.firstDay?.dayNumber ?? 0) - (recent.lowerBound.firstDay?.dayNumber ?? 0))
        let perDay = Double(recent.reduce(0) { $0 + (reachedByMonth[$1] ?? 0) }) / max(days, 1)
        return TargetProgress(target: target, day: day, reached: reachedNow, perDay: perDay, history: history)
    }
}
