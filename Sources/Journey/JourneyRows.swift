import Accounts
public import Nusantara
public import Storage

/// Days are stored as their number since 1970.
extension CalendarDate: SQLConvertible {
    public var sqlValue: SQLValue { .integer(Int64(dayNumber)) }

    public init(row: any SQLRow, at index: Int) throws {
        self.init(dayNumber: Int(try row.integer(at: index)))
    }
}

extension RegionCode: SQLConvertible {}

extension Milestone {
    static let columns: [StaticString] = [
        "business_id", "kind", "evidence_id", "day", "detail", "evidence_kind", "partner_id", "programme_id", "doubt", "near_miss",
        "near_miss_same_partner", "recorded_at",
    ]

    func values(of business: BusinessID, recordedAt: Timestamp) -> [SQLValue] {
        [
            business.sqlValue, kind.sqlValue, evidence.id.sqlValue, on.sqlValue, .text(detail), evidence.kind.sqlValue, partner.sqlValue,
            programme.sqlValue, .integer(certainty.doubt), .integer(certainty.nearMiss), certainty.nearMissOfSamePartner.sqlValue,
            recordedAt.sqlValue,
        ]
    }

    /// A row that begins at `first` with kind, evidence_id, day, detail, evidence_kind, partner_id, programme_id and the certainty.
    init(row: any SQLRow, from first: Int) throws {
        self.init(
            try row[first], on: try row[first + 2], partner: try row[first + 5], programme: try row[first + 6],
            evidence: Evidence(kind: try row[first + 4], id: try row[first + 1]), detail: try row[first + 3],
            certainty: Certainty(
                doubt: try row[first + 7], nearMiss: try row[first + 8], nearMissOfSamePartner: try row[first + 9]))
    }
}

extension Milestone.Key {
    func values(of business: BusinessID) -> [SQLValue] {
        [business.sqlValue, kind.sqlValue, evidence.sqlValue, on.sqlValue, .text(detail)]
    }
}

extension BusinessFacts {
    func standingValues(of business: BusinessID, ladders: Ladders, on day: CalendarDate) -> [SQLValue] {
        let standing = Standing(milestones.values, rules: ladders.national, on: day)
        let next = Standing.nextChange(of: milestones.values, rules: ladders.all, after: day)
        return [business.sqlValue, region.sqlValue, standing.rung.rawValue.sqlValue, next.sqlValue]
    }
}

extension Cell {
    /// Programme, partner, month and region as the counter's key has them.
    var keyValues: [SQLValue] {
        [.bytes(programme?.bytes ?? []), .bytes(partner?.bytes ?? []), .integer(Int64(month?.number ?? 0)), .text(region.rawValue)]
    }

    /// A row that begins with programme, partner, month and region.
    init(row: any SQLRow) throws {
        let month = try row.integer(at: 2)
        self.init(
            region: try row[3], programme: ProgrammeID(bytes: try row.bytes(at: 0)), partner: PartnerID(bytes: try row.bytes(at: 1)),
            month: month == 0 ? nil : Month(number: Int(month)))
    }
}

extension Counts {
    /// In the order of the counter's columns.
    var values: [SQLValue] {
        [claimed, distinct, onboard, selling, growing, exporting, missing, surplus, variance].map { .integer($0) }
    }

    /// A row that begins at `first` with the counter's columns.
    init(row: any SQLRow, from first: Int) throws {
        claimed = try row[first]
        distinct = try row[first + 1]
        onboard = try row[first + 2]
        selling = try row[first + 3]
        growing = try row[first + 4]
        exporting = try row[first + 5]
        missing = try row[first + 6]
        surplus = try row[first + 7]
        variance = try row[first + 8]
    }
}

extension SQLValue {
    /// An order of keys, so that counters are changed in the order in which they are stored.
    static func precedes(_ left: SQLValue, _ right: SQLValue) -> Bool {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): left < right
        case (.text(let left), .text(let right)): left < right
        case (.bytes(let left), .bytes(let right)): left.lexicographicallyPrecedes(right)
        default: false
        }
    }
}

extension SQLConnection {
    /// The thresholds of all programmes.
    func ladders() throws -> Ladders {
        var ladders = Ladders()
        try forEachRow("SELECT id, active_days FROM programme") { row in
            ladders.programmes[try row[0]] = LadderRules(activeDays: try row[1])
        }
        return ladders
    }

    /// The facts of those of the businesses that are known.
    func businessFacts(of businesses: some Collection<BusinessID>) throws -> [BusinessID: BusinessFacts] {
        var facts: [BusinessID: BusinessFacts] = [:]
        let all = businesses.sorted()
        for start in stride(from: 0, to: all.count, by: 1024) {
            let some = all[start..<min(start + 1024, all.count)]
            try forEachRow("SELECT business_id, region FROM standing WHERE business_id IN \(list: some)") { row in
                facts[try row[0]] = BusinessFacts(region: try row[1])
            }
            try forEachRow(
                """
                SELECT business_id, kind, evidence_id, day, detail, evidence_kind, partner_id, programme_id, doubt, near_miss,
                    near_miss_same_partner
                FROM milestone WHERE business_id IN \(list: some)
                """
            ) { row in
                let milestone = try Milestone(row: row, from: 1)
                facts[try row[0]]?.milestones[milestone.key] = milestone
            }
        }
        return facts
    }
}
