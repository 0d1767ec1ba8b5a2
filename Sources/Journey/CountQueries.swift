public import Accounts
public import Nusantara
public import Storage

/// Where counts are read: the live counters, or a bulletin that was frozen.
public enum CountSource: Sendable, Hashable {
    case live
    case bulletin(BulletinID)

    var counters: SQLQuery {
        switch self {
        case .live: "counter WHERE "
        case .bulletin(let id): "bulletin_counter WHERE bulletin_id = \(id) AND "
        }
    }

    var overlaps: SQLQuery {
        switch self {
        case .live: "overlap WHERE "
        case .bulletin(let id): "bulletin_overlap WHERE bulletin_id = \(id) AND "
        }
    }
}

/// How far the journey has come.
public struct JourneyState: Sendable, Hashable {
    /// The day on which standings were last worked out; nil before the first change.
    public let day: CalendarDate?
    /// Grows with every change of a count, a target, a partner or a programme: pages made from them are valid for one version.
    public let version: Int64
}

/// How many businesses exactly this set of partners knows.
public struct Overlap: Sendable, Hashable {
    public let partners: Set<PartnerID>
    public let businesses: Int64
}

extension SQLConnection {
    /// The day and the version of the live counters.
    public func journeyState() throws -> JourneyState {
        try first("SELECT day, version FROM journey WHERE one = 1") { JourneyState(day: try $0[0], version: try $0[1]) }
            ?? JourneyState(day: nil, version: 0)
    }

    /// Says that pages made from counts and targets are out of date.
    public func renewVersion() throws {
        try run("UPDATE journey SET version = version + 1 WHERE one = 1")
    }

    /// The counts of one cell.
    public func counts(in cell: Cell, from source: CountSource = .live) throws -> Counts {
        let key = cell.keyValues
        return try first(
            """
            SELECT claimed, distinct_businesses, onboard, selling, growing, exporting, missing, surplus, variance FROM \(source.counters)
            programme = \(key[0]) AND partner = \(key[1]) AND month = \(key[2]) AND region = \(key[3])
            """
        ) { try Counts(row: $0, from: 0) } ?? Counts()
    }

    /// The counts of several regions as things stand, or as reached in one month, by region; a region without any is left out.
    public func counts(
        of regions: some Sequence<RegionCode>, programme: ProgrammeID? = nil, partner: PartnerID? = nil, month: Month? = nil,
        from source: CountSource = .live
    ) throws -> [RegionCode: Counts] {
        let key = Cell(programme: programme, partner: partner, month: month).keyValues
        var counts: [RegionCode: Counts] = [:]
        try forEachRow(
            """
            SELECT region, claimed, distinct_businesses, onboard, selling, growing, exporting, missing, surplus, variance FROM \(source.counters)
            programme = \(key[0]) AND partner = \(key[1]) AND month = \(key[2]) AND region IN \(list: regions)
            """
        ) { counts[try $0[0]] = try Counts(row: $0, from: 1) }
        return counts
    }

    /// The counts of every partner in a region as things stand.
    public func countsByPartner(
        in region: RegionCode, programme: ProgrammeID? = nil, from source: CountSource = .live
    ) throws -> [PartnerID: Counts] {
        let key = Cell(region: region, programme: programme).keyValues
        let partners = try partners()
        var counts: [PartnerID: Counts] = [:]
        try forEachRow(
            """
            SELECT partner, claimed, distinct_businesses, onboard, selling, growing, exporting, missing, surplus, variance FROM \(source.counters)
            programme = \(key[0]) AND month = 0 AND region = \(key[3]) AND partner IN \(list: partners.map(\.id))
            """
        ) { counts[try $0[0]] = try Counts(row: $0, from: 1) }
        return counts
    }

    /// The counts of every programme in a region as things stand.
    public func countsByProgramme(
        in region: RegionCode, partner: PartnerID? = nil, from source: CountSource = .live
    ) throws -> [ProgrammeID: Counts] {
        let key = Cell(region: region, partner: partner).keyValues
        let programmes = try programmes()
        var counts: [ProgrammeID: Counts] = [:]
        try forEachRow(
            """
            SELECT programme, claimed, distinct_businesses, onboard, selling, growing, exporting, missing, surplus, variance
            FROM \(source.counters)
            programme IN \(list: programmes.map(\.id)) AND partner = \(key[1]) AND month = 0 AND region = \(key[3])
            """
        ) { counts[try $0[0]] = try Counts(row: $0, from: 1) }
        return counts
    }

    /// What a slice reached for the first time in each month; a month without anything is left out.
    public func reached(
        in months: ClosedRange<Month>, region: RegionCode = .nation, programme: ProgrammeID? = nil, partner: PartnerID? = nil,
        from source: CountSource = .live
    ) throws -> [Month: Counts] {
        let key = Cell(region: region, programme: programme, partner: partner).keyValues
        var counts: [Month: Counts] = [:]
        try forEachRow(
            """
            SELECT month, claimed, distinct_businesses, onboard, selling, growing, exporting, missing, surplus, variance FROM \(source.counters)
            programme = \(key[0]) AND partner = \(key[1]) AND month IN \(list: Array(months)) AND region = \(key[3])
            """
        ) { counts[try $0[0]] = try Counts(row: $0, from: 1) }
        return counts
    }

    /// The first and the last month in which anything was reached, in the whole country.
    public func monthsReached() throws -> ClosedRange<Month>? {
        let key = Cell().keyValues
        return try first(
            """
            SELECT MIN(month), MAX(month) FROM counter
            WHERE programme = \(key[0]) AND partner = \(key[1]) AND month > 0 AND region = \(key[3]) AND claimed + distinct_businesses
                + onboard + selling + growing + exporting > 0
            """
        ) { row in
            guard !row.isNull(at: 0) else { return nil }
            return try Month(row: row, at: 0)...Month(row: row, at: 1)
        } ?? nil
    }

    /// How many businesses each exact set of partners knows in a region, the largest first.
    public func overlaps(in region: RegionCode = .nation, from source: CountSource = .live) throws -> [Overlap] {
        let query: SQLQuery =
            "SELECT partners, businesses FROM \(source.overlaps) region = \(region) AND businesses > 0 ORDER BY businesses DESC, partners"
        return try rows(query) { row in
            let packed: [UInt8] = try row[0]
            let partners = stride(from: 0, to: packed.count, by: 16).compactMap { start in
                PartnerID(bytes: Array(packed[start..<min(start + 16, packed.count)]))
            }
            return Overlap(partners: Set(partners), businesses: try row[1])
        }
    }

    /// The milestones of a business, the earliest first.
    public func milestones(of business: BusinessID) throws -> [Milestone] {
        try businessFacts(of: [business])[business]?.milestones.values
            .sorted { ($0.on, $0.kind.rawValue, $0.evidence.id) < ($1.on, $1.kind.rawValue, $1.evidence.id) } ?? []
    }
}

extension SQLConnection {
    /// Where businesses stand by the thresholds of a programme, or by the national ones.
    public func standings(of businesses: some Collection<BusinessID>, programme: ProgrammeID? = nil) throws -> [BusinessID: Standing] {
        let rules = try ladders().rules(of: programme)
        let day = try journeyState().day ?? CalendarDate(dayNumber: 0)
        return try businessFacts(of: businesses).mapValues { Standing($0.milestones.values, rules: rules, on: day) }
    }
}
