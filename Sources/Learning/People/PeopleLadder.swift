public import Accounts
public import Journey
public import Nusantara
public import Storage

/// How many people came to each step, each person once.
public struct PeopleLadder: Sendable, Hashable {
    public let enrolled: Int
    public let attended: Int
    public let passed: Int
    public let certified: Int

    public init(enrolled: Int, attended: Int, passed: Int, certified: Int) {
        self.enrolled = enrolled
        self.attended = attended
        self.passed = passed
        self.certified = certified
    }

    public subscript(step: PeopleStep) -> Int {
        switch step {
        case .enrolled: enrolled
        case .attended: attended
        case .passed: passed
        case .certified: certified
        }
    }
}

/// Which people are counted.
public struct PeopleSlice: Sendable, Hashable {
    public var region: RegionCode
    /// Nil for all programmes together.
    public var programme: ProgrammeID?
    /// Nil for all pillars together.
    public var pillar: Pillar?
    /// Nil for everybody, also those of whom it is not known.
    public var sex: Sex?
    /// Nil for everybody, also those of whom it is not known.
    public var hasDisability: Bool?
    /// In which months they came to the step for the first time; nil for ever.
    public var months: ClosedRange<Month>?

    public init(
        region: RegionCode = .nation, programme: ProgrammeID? = nil, pillar: Pillar? = nil, sex: Sex? = nil, hasDisability: Bool? = nil,
        months: ClosedRange<Month>? = nil
    ) {
        self.region = region
        self.programme = programme
        self.pillar = pillar
        self.sex = sex
        self.hasDisability = hasDisability
        self.months = months
    }
}

extension SQLConnection {
    /// The people of a slice; a handful of counters, however many people there are.
    public func people(_ slice: PeopleSlice = PeopleSlice()) throws -> PeopleLadder {
        var query: SQLQuery = """
            SELECT SUM(enrolled), SUM(attended), SUM(passed), SUM(certified) FROM people_counter
            WHERE programme = \(slice.programme?.bytes ?? []) AND pillar = \(slice.pillar?.rawValue ?? "") AND region = \(slice.region.rawValue)
            """
        if let months = slice.months {
            query = query + " AND month BETWEEN \(Int64(months.lowerBound.number)) AND \(Int64(months.upperBound.number))"
        }
        if let sex = slice.sex { query = query + " AND sex = \(Int64(sex == .male ? 1 : 2))" }
        if let disability = slice.hasDisability { query = query + " AND disability = \(Int64(disability ? 1 : 2))" }
        let counts = try first(query) { row in try (0..<4).map { try row[$0] as Int64? ?? 0 } } ?? [0, 0, 0, 0]
        return PeopleLadder(
            enrolled: Int(counts[0]), attended: Int(counts[1]), passed: Int(counts[2]), certified: Int(counts[3]))
    }

    /// Counts everybody again and returns how many counters differ from what stands there; they are put right if `repairing`.
    ///
    /// The unit of work holds ``Storage/SQLLock/learning``.
    @discardableResult
    public func recountPeople(repairing: Bool = false) throws -> Int {
        var difference = try PeopleCounts.contributions(of: nil, on: self)
        try forEachRow(
            """
            SELECT programme, pillar, region, month, sex, disability, enrolled, attended, passed, certified FROM people_counter
            """
        ) { row in
            let cell = PeopleCell(
                programme: ProgrammeID(bytes: try row.bytes(at: 0)), pillar: try row[1], region: try row[2], month: try row[3],
                sex: try row[4], disability: try row[5])
            for step in 0..<4 { difference[cell, default: [0, 0, 0, 0]][step] -= try row[6 + step] as Int64 }
        }
        difference = difference.filter { $0.value.contains { $0 != 0 } }
        if repairing { try PeopleCounts.add(difference, on: self) }
        return difference.count
    }
}

extension SQLLock {
    /// Held while seats are given or taken: whoever comes later sees every seat that was given before.
    public static let learning = SQLLock(number: 0x6E6B_0050)
}
