public import Accounts
public import Nusantara
public import Storage

/// What one unit of work changes in the journeys of businesses: recorded first, then applied to milestones, standings and counters at once.
public struct JourneyChanges: Sendable {
    enum Step: Sendable {
        case place(RegionCode)
        case add(Milestone)
        case remove(Milestone.Evidence)
    }

    private(set) var created: [BusinessID: RegionCode] = [:]
    private(set) var steps: [BusinessID: [Step]] = [:]
    private(set) var moves: [(evidence: Milestone.Evidence, from: BusinessID, to: BusinessID)] = []

    public init() {}

    public var isEmpty: Bool { created.isEmpty && steps.isEmpty && moves.isEmpty }

    /// A business that the database does not hold yet.
    public mutating func create(_ business: BusinessID, in region: RegionCode) {
        created[business] = region
    }

    /// A business turns out to be in another region.
    public mutating func place(_ business: BusinessID, in region: RegionCode) {
        steps[business, default: []].append(.place(region))
    }

    /// Records a milestone; one that is there already stays as it is, but for its certainty, which is renewed.
    public mutating func add(_ milestone: Milestone, to business: BusinessID) {
        steps[business, default: []].append(.add(milestone))
    }

    /// Takes away all milestones that rest on this evidence.
    public mutating func remove(_ evidence: Milestone.Evidence, from business: BusinessID) {
        steps[business, default: []].append(.remove(evidence))
    }

    /// Carries all milestones that rest on this evidence to another business, after everything else: a claim turns out to belong there.
    public mutating func move(_ evidence: Milestone.Evidence, from source: BusinessID, to destination: BusinessID) {
        moves.append((evidence, source, destination))
    }

    /// All businesses whose facts may change.
    var touched: Set<BusinessID> {
        var all = Set(created.keys).union(steps.keys)
        for move in moves { all.formUnion([move.from, move.to]) }
        return all
    }

    /// The facts as they are after the changes.
    func applied(to before: [BusinessID: BusinessFacts]) -> [BusinessID: BusinessFacts] {
        var after = before
        for (business, region) in created where after[business] == nil { after[business] = BusinessFacts(region: region) }
        for (business, steps) in steps {
            for step in steps {
                switch step {
                case .place(let region): after[business]?.region = region
                case .add(let milestone): after[business]?.milestones[milestone.key] = milestone
                case .remove(let evidence):
                    let remaining = after[business]?.milestones.filter { $0.key.evidence != evidence.id }
                    after[business]?.milestones = remaining ?? [:]
                }
            }
        }
        for (evidence, source, destination) in moves {
            let moved = after[source]?.milestones.filter { $0.key.evidence == evidence.id } ?? [:]
            for (key, milestone) in moved {
                after[source]?.milestones[key] = nil
                after[destination]?.milestones[key] = milestone
            }
        }
        return after
    }
}

extension SQLLock {
    /// Held by every unit of work that changes a count, so that no two work out the same difference.
    public static let journey = SQLLock(number: 1)
}

extension SQLConnection {
    /// Applies changes to milestones, standings and counters; the caller's unit of work holds ``SQLLock/journey``.
    ///
    /// - Parameter today: the day on which standings are worked out. An earlier day than the journey has reached counts as that one.
    /// - Throws: ``JourneyError/unknownBusiness(_:)`` if a business is neither created here nor known; ``StorageError``.
    public func apply(_ changes: JourneyChanges, today: CalendarDate) throws {
        guard !changes.isEmpty else { return }
        let day = try advanceJourney(to: today)
        let ladders = try ladders()
        let touched = changes.touched
        let before = try businessFacts(of: touched.subtracting(changes.created.keys))
        for business in touched where changes.created[business] == nil && before[business] == nil {
            throw JourneyError.unknownBusiness(business)
        }
        let after = changes.applied(to: before)
        let recorded = try recordingTimes(of: Set(changes.moves.map(\.from)))

        var difference = Contributions()
        for facts in before.values { difference.apply(facts, .minus, ladders: ladders, on: day) }
        for facts in after.values { difference.apply(facts, .plus, ladders: ladders, on: day) }
        try writeMilestones(from: before, to: after, recorded: recorded)
        try writeStandings(after, replacing: before, ladders: ladders, on: day)
        try add(difference.rollUp())
    }

    /// When the milestones of businesses were recorded: one that is carried to another business was not recorded anew.
    private func recordingTimes(of businesses: Set<BusinessID>) throws -> [Milestone.Key: Timestamp] {
        guard !businesses.isEmpty else { return [:] }
        var times: [Milestone.Key: Timestamp] = [:]
        try forEachRow(
            "SELECT kind, evidence_id, day, detail, recorded_at FROM milestone WHERE business_id IN \(list: businesses.sorted())"
        ) { row in
            times[Milestone.Key(kind: try row[0], evidence: try row[1], on: try row[2], detail: try row[3])] = try row[4]
        }
        return times
    }

    private func writeMilestones(
        from before: [BusinessID: BusinessFacts], to after: [BusinessID: BusinessFacts], recorded: [Milestone.Key: Timestamp]
    ) throws {
        var gone: [[SQLValue]] = []
        var new: [[SQLValue]] = []
        let now = Timestamp.now
        // In the order of the table, which then grows at its end.
        for (business, facts) in after.sorted(by: { $0.key < $1.key }) {
            let known = before[business]?.milestones ?? [:]
            for (key, milestone) in facts.milestones where known[key] != milestone {
                if known[key] != nil { gone.append(key.values(of: business)) }
                let isCarried = known[key] == nil
                new.append(milestone.values(of: business, recordedAt: (isCarried ? recorded[key] : nil) ?? now))
            }
            for key in known.keys where facts.milestones[key] == nil { gone.append(key.values(of: business)) }
        }
        try run(
            "DELETE FROM milestone WHERE business_id = $1 AND kind = $2 AND evidence_id = $3 AND day = $4 AND detail = $5",
            forEach: gone)
        try load(into: "milestone", columns: Milestone.columns, rows: new)
    }

    private func writeStandings(
        _ after: [BusinessID: BusinessFacts], replacing before: [BusinessID: BusinessFacts], ladders: Ladders, on day: CalendarDate
    ) throws {
        var new: [[SQLValue]] = []
        var changed: [[SQLValue]] = []
        for (business, facts) in after.sorted(by: { $0.key < $1.key }) {
            let values = facts.standingValues(of: business, ladders: ladders, on: day)
            if let known = before[business] {
                if known != facts { changed.append(values) }
            } else {
                new.append(values)
            }
        }
        try load(into: "standing", columns: ["business_id", "region", "rung", "next_change"], rows: new)
        try run("UPDATE standing SET region = $2, rung = $3, next_change = $4 WHERE business_id = $1", forEach: changed)
    }

    /// Brings standings to a later day: sales grow old, and what was dated ahead comes true.
    ///
    /// - Returns: the day that the journey has reached, which may be later than `today`.
    @discardableResult
    public func advanceJourney(to today: CalendarDate) throws -> CalendarDate {
        guard let reached: CalendarDate = try value("SELECT day FROM journey WHERE one = 1") else {
            try run("INSERT INTO journey (one, day, version) VALUES (1, \(today), 0)")
            return today
        }
        guard reached < today else { return reached }
        let ladders = try ladders()
        let due: [BusinessID] = try rows("SELECT business_id FROM standing WHERE next_change <= \(today)") { try $0[0] }
        for start in stride(from: 0, to: due.count, by: 4096) {
            let facts = try businessFacts(of: due[start..<min(start + 4096, due.count)])
            var difference = Contributions()
            var changed: [[SQLValue]] = []
            for (business, facts) in facts {
                difference.apply(facts, .minus, ladders: ladders, on: reached)
                difference.apply(facts, .plus, ladders: ladders, on: today)
                changed.append(facts.standingValues(of: business, ladders: ladders, on: today))
            }
            try run("UPDATE standing SET region = $2, rung = $3, next_change = $4 WHERE business_id = $1", forEach: changed)
            try add(difference.rollUp())
        }
        try run("UPDATE journey SET day = \(today), version = version + 1 WHERE one = 1")
        return today
    }

    private func add(_ difference: Contributions) throws {
        let counters = difference.counts
            .map { cell, counts in cell.keyValues + counts.values }
            .sorted { $0.prefix(4).lexicographicallyPrecedes($1.prefix(4), by: SQLValue.precedes) }
        try run(
            """
            INSERT INTO counter (programme, partner, month, region, claimed, distinct_businesses, onboard, selling, growing, exporting,
                missing, surplus, variance)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (programme, partner, month, region) DO UPDATE SET
                claimed = counter.claimed + excluded.claimed,
                distinct_businesses = counter.distinct_businesses + excluded.distinct_businesses,
                onboard = counter.onboard + excluded.onboard, selling = counter.selling + excluded.selling,
                growing = counter.growing + excluded.growing, exporting = counter.exporting + excluded.exporting,
                missing = counter.missing + excluded.missing, surplus = counter.surplus + excluded.surplus,
                variance = counter.variance + excluded.variance
            """,
            forEach: counters)
        let overlaps = difference.overlaps.map { cell, businesses in
            [.text(cell.region.rawValue), .bytes(cell.partners.flatMap(\.bytes)), .integer(businesses)] as [SQLValue]
        }
        try run(
            """
            INSERT INTO overlap (region, partners, businesses) VALUES ($1, $2, $3)
            ON CONFLICT (region, partners) DO UPDATE SET businesses = overlap.businesses + excluded.businesses
            """,
            forEach: overlaps)
        try renewVersion()
    }
}
