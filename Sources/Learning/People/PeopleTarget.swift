public import Accounts
public import Journey
public import Nusantara
public import Storage

/// The subject of a ``PeopleTargetID``.
public enum PeopleTargetSubject {}
public typealias PeopleTargetID = Identifier<PeopleTargetSubject>

/// A number of people to reach: step × region × programme × pillar × period, such as 300,000 trained people.
///
/// What is held against it are the people who came to the step for the first time in the months of the period.
public struct PeopleTarget: Sendable, Hashable {
    public let id: PeopleTargetID
    public let title: String
    public let titleEnglish: String
    public let step: PeopleStep
    public let region: RegionCode
    public let programme: ProgrammeID?
    public let pillar: Pillar?
    public let firstDay: CalendarDate
    public let lastDay: CalendarDate
    public let value: Int64

    public init(
        id: PeopleTargetID = PeopleTargetID(), title: String, titleEnglish: String, step: PeopleStep, region: RegionCode = .nation,
        programme: ProgrammeID? = nil, pillar: Pillar? = nil, firstDay: CalendarDate, lastDay: CalendarDate, value: Int64
    ) {
        self.id = id
        self.title = title
        self.titleEnglish = titleEnglish
        self.step = step
        self.region = region
        self.programme = programme
        self.pillar = pillar
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.value = value
    }
}

/// A target beside the people who were reached.
public struct PeopleTargetProgress: Sendable, Hashable {
    public let target: PeopleTarget
    public let day: CalendarDate
    public let reached: Int64
    /// How many in all by the end of each month of the period so far.
    public let history: [MonthTotal]
    /// The day on which it will be reached at the pace of the last three whole months; nil if it will not be.
    public let projectedDay: CalendarDate?

    public struct MonthTotal: Sendable, Hashable {
        public let month: Month
        public let total: Int64
    }
}

extension SQLConnection {
    /// Sets a target, or changes the one with its id.
    public func setPeopleTarget(_ target: PeopleTarget) throws {
        try run(
            """
            INSERT INTO people_target (id, title, title_english, step, region, programme_id, pillar, first_day, last_day, value)
            VALUES (\(target.id), \(target.title), \(target.titleEnglish), \(target.step.rawValue), \(target.region), \(target.programme),
                \(target.pillar?.rawValue ?? ""), \(target.firstDay), \(target.lastDay), \(target.value))
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, title_english = excluded.title_english, step = excluded.step,
                region = excluded.region, programme_id = excluded.programme_id, pillar = excluded.pillar, first_day = excluded.first_day,
                last_day = excluded.last_day, value = excluded.value
            """)
    }

    /// Gives a target up; false if there is none.
    public func removePeopleTarget(_ id: PeopleTargetID) throws -> Bool {
        let known: Int64? = try value("SELECT 1 FROM people_target WHERE id = \(id)")
        try run("DELETE FROM people_target WHERE id = \(id)")
        return known != nil
    }

    /// All targets of a region, or of every region, the earliest end first.
    public func peopleTargets(in region: RegionCode? = nil) throws -> [PeopleTarget] {
        let all = try rows(
            """
            SELECT id, title, title_english, step, region, programme_id, pillar, first_day, last_day, value FROM people_target
            ORDER BY last_day, id
            """
        ) { row in
            PeopleTarget(
                id: try row[0], title: try row[1], titleEnglish: try row[2],
                step: PeopleStep(rawValue: try row[3]) ?? .passed, region: try row[4], programme: try row[5],
                pillar: Pillar(rawValue: try row[6]), firstDay: try row[7], lastDay: try row[8], value: try row[9])
        }
        return all.filter { region == nil || $0.region == region }
    }

    /// A target beside the people who came to its step by a day.
    public func progress(of target: PeopleTarget, on day: CalendarDate) throws -> PeopleTargetProgress {
        let (this, first) = (Month(day), Month(target.firstDay))
        let recent = this.advanced(by: -3)...this.advanced(by: -1)
        let last = max(first, min(this, Month(target.lastDay)))
        let new = try newPeople(target, in: min(first, recent.lowerBound)...max(this, last))
        var total: Int64 = 0
        let history = (first...last).map { month in
            total += new[month] ?? 0
            return PeopleTargetProgress.MonthTotal(month: month, total: total)
        }
        let days = (this.firstDay?.dayNumber ?? 0) - (recent.lowerBound.firstDay?.dayNumber ?? 0)
        let perDay = Double(recent.reduce(0) { $0 + (new[$1] ?? 0) }) / Double(max(days, 1))
        return PeopleTargetProgress(
            target: target, day: day, reached: total, history: history,
            projectedDay: TargetProgress.projectedDay(reached: total, value: target.value, perDay: perDay, day: day))
    }

    private func newPeople(_ target: PeopleTarget, in months: ClosedRange<Month>) throws -> [Month: Int64] {
        let rows = try rows(
            """
            SELECT month, SUM(enrolled), SUM(attended), SUM(passed), SUM(certified) FROM people_counter
            WHERE programme = \(target.programme?.bytes ?? []) AND pillar = \(target.pillar?.rawValue ?? "")
                AND region = \(target.region.rawValue) AND month BETWEEN \(Int64(months.lowerBound.number)) AND \(Int64(months.upperBound.number))
            GROUP BY month
            """
        ) { row in
            let place = PeopleStep.allCases.firstIndex(of: target.step) ?? 0
            return (Month(number: Int(try row[0] as Int64)), try row[1 + place] as Int64)
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
