import Accounts
import Nusantara
public import Storage

/// What a recount found: the live counters beside what the milestones say.
public struct Recount: Sendable, Hashable {
    /// A counter that does not say what the milestones say.
    public struct Difference: Sendable, Hashable {
        public let cell: Cell
        public let counted: Counts
        public let kept: Counts
    }

    public let businesses: Int
    /// How many counters hold something.
    public let counters: Int
    public let differences: [Difference]
    /// How many sets of partners, and how many standings, differ.
    public let overlapDifferences: Int
    public let standingDifferences: Int

    /// Whether every kept figure is what the milestones say.
    public var isEqual: Bool { differences.isEmpty && overlapDifferences == 0 && standingDifferences == 0 }
}

extension SQLConnection {
    /// Counts everything again from milestones alone and holds it against the live counters.
    ///
    /// Memory grows with the number of counters, not of businesses.
    public func recount() throws -> Recount {
        try recounted().result
    }

    /// Counts everything again and puts the counters right where they differ.
    ///
    /// - Returns: what was found before the repair.
    public func repairCounts() throws -> Recount {
        let (result, counted, standings) = try recounted()
        guard !result.isEqual else { return result }
        try run("DELETE FROM counter")
        try run("DELETE FROM overlap")
        try load(
            into: "counter",
            columns: [
                "programme", "partner", "month", "region", "claimed", "distinct_businesses", "onboard", "selling", "growing", "exporting",
                "missing", "surplus", "variance",
            ],
            rows: counted.counts.map { cell, counts in cell.keyValues + counts.values })
        try load(
            into: "overlap", columns: ["region", "partners", "businesses"],
            rows: counted.overlaps.map { cell, businesses in
                [.text(cell.region.rawValue), .bytes(cell.partners.flatMap(\.bytes)), .integer(businesses)]
            })
        try run("UPDATE standing SET region = $2, rung = $3, next_change = $4 WHERE business_id = $1", forEach: standings)
        try renewVersion()
        return result
    }

    private func recounted() throws -> (result: Recount, counted: Contributions, standings: [[SQLValue]]) {
        let ladders = try ladders()
        let day = try journeyState().day ?? CalendarDate(dayNumber: 0)
        var counted = Contributions()
        var businesses = 0
        var wrongStandings: [[SQLValue]] = []
        var current: (id: BusinessID, facts: BusinessFacts, kept: [SQLValue])?

        func finish() {
            guard let business = current else { return }
            businesses += 1
            counted.apply(business.facts, .plus, ladders: ladders, on: day)
            let values = business.facts.standingValues(of: business.id, ladders: ladders, on: day)
            if values != business.kept { wrongStandings.append(values) }
        }
        try forEachRow(
            """
            SELECT s.business_id, s.region, s.rung, s.next_change, m.kind, m.evidence_id, m.day, m.detail, m.evidence_kind, m.partner_id,
                m.programme_id, m.doubt, m.near_miss, m.near_miss_same_partner
            FROM standing s LEFT JOIN milestone m ON m.business_id = s.business_id ORDER BY s.business_id
            """
        ) { row in
            let id: BusinessID = try row[0]
            if current?.id != id {
                finish()
                let region: RegionCode = try row[1]
                let rung: Int = try row[2]
                let next: CalendarDate? = try row[3]
                current = (id, BusinessFacts(region: region), [id.sqlValue, region.sqlValue, rung.sqlValue, next.sqlValue])
            }
            guard !row.isNull(at: 4) else { return }
            let milestone = try Milestone(row: row, from: 4)
            current?.facts.milestones[milestone.key] = milestone
        }
        finish()
        let all = counted.rollUp()
        return (try compared(all, businesses: businesses, wrongStandings: wrongStandings.count), all, wrongStandings)
    }

    private func compared(_ counted: Contributions, businesses: Int, wrongStandings: Int) throws -> Recount {
        var unseen = counted.counts
        var differences: [Recount.Difference] = []
        try forEachRow(
            """
            SELECT programme, partner, month, region, claimed, distinct_businesses, onboard, selling, growing, exporting, missing,
                surplus, variance
            FROM counter
            """
        ) { row in
            let cell = try Cell(row: row)
            let kept = try Counts(row: row, from: 4)
            let expected = unseen.removeValue(forKey: cell) ?? Counts()
            if expected != kept { differences.append(Recount.Difference(cell: cell, counted: expected, kept: kept)) }
        }
        differences += unseen.map { cell, counts in Recount.Difference(cell: cell, counted: counts, kept: Counts()) }

        var unseenOverlaps = counted.overlaps
        var overlapDifferences = 0
        try forEachRow("SELECT region, partners, businesses FROM overlap") { row in
            let packed: [UInt8] = try row[1]
            let partners = stride(from: 0, to: packed.count, by: 16).compactMap { start in
                PartnerID(bytes: Array(packed[start..<min(start + 16, packed.count)]))
            }
            let kept: Int64 = try row[2]
            let expected = unseenOverlaps.removeValue(forKey: OverlapCell(region: try row[0], partners: partners)) ?? 0
            if expected != kept { overlapDifferences += 1 }
        }
        return Recount(
            businesses: businesses, counters: counted.counts.count, differences: differences,
            overlapDifferences: overlapDifferences + unseenOverlaps.count, standingDifferences: wrongStandings)
    }
}
