public import Accounts
public import Journey
public import Linkage
public import Storage

/// A month's random sample of pairs, which goes through the same blind queue as the doubtful ones and says how good linkage is.
public struct ClericalSample: Sendable, Hashable {
    /// A kind of pair from which some are drawn, told by how the claim was linked.
    public enum Stratum: String, Sendable, CaseIterable, SQLConvertible {
        /// Put together by a rule, or by a person.
        case byRule = "by-rule"
        case sure
        case doubtful
        /// Not put together, though it was quite probable.
        case nearMiss = "near-miss"
        /// Not put together, and hardly probable.
        case remote
        /// Never thought of as one, though they meet under a key.
        case unthought

        public var isLinked: Bool { [.byRule, .sure, .doubtful].contains(self) }

        /// Of a link; nil for the claim that made its business known, if it came near no other.
        init(method: LinkMethod, probability: Int, nearProbability: Int) {
            switch method {
            case .rule, .person: self = .byRule
            case .probability: self = probability >= 980_000 ? .sure : .doubtful
            case .founder: self = nearProbability >= 100_000 ? .nearMiss : nearProbability > 0 ? .remote : .unthought
            }
        }
    }

    public let month: Month
    /// The same seed draws the same pairs from the same registry.
    public let seed: UInt64
    public let drawnAt: Timestamp
    /// How many pairs were drawn.
    public let pairs: Int
    /// How many of them are settled.
    public let settled: Int
}

/// How good linkage is, as people found who looked at a random sample.
public struct LinkageQuality: Sendable, Hashable {
    public let sample: ClericalSample
    public let estimate: ClericalEstimate
    /// When the last of its pairs was settled.
    public let reviewedAt: Timestamp
}

extension AuditAction {
    static let sampleDrawn = AuditAction("sample.drawn")
}

extension SQLConnection {
    /// Draws the sample of a month and puts its pairs at the head of the queue, where nothing tells them from the others.
    ///
    /// Each claim that was put to a business stands for the pair with the first claim there; each that made its business known, for the pair
    /// with the first claim of the nearest other one. Claims that meet no other under any key cannot be drawn: what blocking misses is not
    /// seen. Reads every link once.
    ///
    /// - Parameter perStratum: how many pairs of each kind, if there are so many.
    /// - Returns: false if the month has its sample already, or nothing is linked yet.
    /// - Throws: ``Storage/StorageError``.
    @discardableResult
    public func drawClericalSample(
        of month: Month, seed: UInt64, perStratum: Int = 50, by person: PersonID?, at time: Timestamp = .now
    ) throws -> Bool {
        guard try value("SELECT month FROM clerical_sample WHERE month = \(month.number)", as: Int.self) == nil,
            try value("SELECT 1 FROM link LIMIT 1", as: Int.self) != nil
        else { return false }
        try recordAudit(
            AuditEvent(.sampleDrawn, of: AuditSubject(kind: "sample"), by: person, detail: ["month": .count(month.number)]), at: time)
        try run(
            """
            INSERT INTO clerical_sample (month, seed, drawn_by, drawn_at)
            VALUES (\(month.number), \(Int64(bitPattern: seed)), \(person), \(time))
            """)
        var draws = Dictionary(uniqueKeysWithValues: ClericalSample.Stratum.allCases.map { ($0, Draw(limit: perStratum)) })
        try forEachRow("SELECT claim_id, business_id, method, probability, near_business_id, near_probability FROM link") { row in
            let stratum = ClericalSample.Stratum(method: try row[2], probability: try row[3], nearProbability: try row[5])
            let near: BusinessID? = try row[4]
            let home: BusinessID = try row[1]
            let drawn = Draw.Claim(
                id: try row[0], home: home, other: stratum.isLinked ? home : near, probability: try row[stratum.isLinked ? 3 : 5])
            draws[stratum]?.offer(drawn, expecting: stratum.isLinked ? 1_000_000 - drawn.probability : drawn.probability, seed: seed)
        }
        for (stratum, draw) in draws.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            var pairs: [(pair: PairID, probability: Int64)] = []
            for claim in draw.claims {
                if let pair = try counterpart(of: claim, in: stratum) { pairs.append((pair, claim.probability)) }
            }
            // Claims that have no counterpart stand for others that have none.
            let share = draw.claims.isEmpty ? 0 : Double(pairs.count) / Double(draw.claims.count)
            try run(
                """
                INSERT INTO sample_stratum (month, stratum, pairs, expected)
                VALUES (\(month.number), \(stratum), \(max(Int((Double(draw.seen) * share).rounded()), pairs.count)),
                    \(Int64((Double(draw.expected) * share).rounded())))
                """)
            try keep(pairs, of: stratum, month)
        }
        try renewVersion()
        return true
    }

    private func keep(_ pairs: [(pair: PairID, probability: Int64)], of stratum: ClericalSample.Stratum, _ month: Month) throws {
        try run(
            """
            INSERT INTO sample_pair (month, first_claim, second_claim, stratum, probability) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (month, first_claim, second_claim) DO NOTHING
            """,
            forEach: pairs.map { drawn in
                [
                    month.number.sqlValue, drawn.pair.first.sqlValue, drawn.pair.second.sqlValue, stratum.sqlValue,
                    .integer(drawn.probability),
                ]
            })
        // More than any doubt is worth, so that a month's sample is judged within the month.
        let worth: Int64 = 250_001
        try run(
            """
            INSERT INTO review_item (first_claim, second_claim, probability, worth, is_linked, state) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (first_claim, second_claim) DO UPDATE SET worth = excluded.worth, is_linked = excluded.is_linked
            """,
            forEach: try pairs.map { drawn in
                // A person may have settled the pair before; it counts, and need not be looked at again.
                let state: ReviewState = try settledVerdict(of: drawn.pair) == nil ? .open : .settled
                return [
                    drawn.pair.first.sqlValue, drawn.pair.second.sqlValue, .integer(drawn.probability), .integer(worth),
                    stratum.isLinked.sqlValue, state.sqlValue,
                ]
            })
    }

    /// The pair that a claim stands for; nil if there is no other claim.
    private func counterpart(of claim: Draw.Claim, in stratum: ClericalSample.Stratum) throws -> PairID? {
        var other = claim.other
        if stratum == .unthought { other = try nearest(to: claim) }
        guard let named = other else { return nil }
        let business = try mergedInto(named)
        guard stratum.isLinked || business != claim.home else { return nil }
        let first: ClaimID? = try value(
            "SELECT claim_id FROM link WHERE business_id = \(business) AND claim_id <> \(claim.id) ORDER BY claim_id LIMIT 1")
        return first.flatMap { PairID(claim.id, $0) }
    }

    /// The other business that shares a key with a claim and is most like it.
    private func nearest(to claim: Draw.Claim) throws -> BusinessID? {
        guard
            let record = try first("SELECT features FROM link WHERE claim_id = \(claim.id)", { try LinkageRecord(encoded: try $0[0]) })
        else { return nil }
        var bearers: Set<BusinessID> = []
        try forEach(under: record.matchKeys, in: RegistrySchema.matchKeys, of: BusinessSubject.self) { bearers.insert($1) }
        let survivors = try survivors(of: bearers)
        let others = Set(bearers.map { survivors[$0] ?? $0 }).subtracting([claim.home]).sorted().prefix(256)
        var best: (business: BusinessID, weight: Double)?
        try forEachRow("SELECT business_id, features FROM link WHERE business_id IN \(list: others) ORDER BY business_id, claim_id") {
            row in
            let weight = LinkageModel.starting.compare(record, try LinkageRecord(encoded: try row[1])).weight
            if weight > best?.weight ?? -.infinity { best = (try row[0], weight) }
        }
        return best?.business
    }

    /// All samples, the latest first.
    public func clericalSamples() throws -> [ClericalSample] {
        try rows(
            """
            SELECT s.month, s.seed, s.drawn_at, COUNT(p.first_claim), COUNT(d.first_claim) FROM clerical_sample s
            LEFT JOIN sample_pair p ON p.month = s.month
            LEFT JOIN claim_decision d ON d.first_claim = p.first_claim AND d.second_claim = p.second_claim
            GROUP BY s.month, s.seed, s.drawn_at ORDER BY s.month DESC
            """
        ) { row in
            ClericalSample(
                month: Month(number: try row[0]), seed: UInt64(bitPattern: try row[1]), drawnAt: try row[2], pairs: try row[3],
                settled: try row[4])
        }
    }

    /// Precision and recall by the latest sample of which enough is settled to say something; nil if there is none yet.
    public func latestLinkageQuality() throws -> LinkageQuality? {
        for sample in try clericalSamples() where sample.settled > 0 {
            var reviewedAt = sample.drawnAt
            var strata: [ClericalSample.Stratum: (pairs: Int, judged: Int, matches: Int)] = [:]
            try forEachRow("SELECT stratum, pairs FROM sample_stratum WHERE month = \(sample.month.number)") { row in
                strata[try row[0]] = (try row[1], 0, 0)
            }
            try forEachRow(
                """
                SELECT p.stratum, d.verdict, d.decided_at FROM sample_pair p
                JOIN claim_decision d ON d.first_claim = p.first_claim AND d.second_claim = p.second_claim
                WHERE p.month = \(sample.month.number)
                """
            ) { row in
                let stratum: ClericalSample.Stratum = try row[0]
                let verdict: Verdict = try row[1]
                strata[stratum]?.judged += 1
                if verdict == .same { strata[stratum]?.matches += 1 }
                reviewedAt = max(reviewedAt, try row[2])
            }
            let estimate = ClericalEstimate(
                strata.map { stratum, found in
                    ClericalEstimate.Stratum(
                        isLinked: stratum.isLinked, pairs: found.pairs, judged: found.judged, matches: found.matches)
                })
            if let estimate { return LinkageQuality(sample: sample, estimate: estimate, reviewedAt: reviewedAt) }
        }
        return nil
    }

    /// What the settled pairs of a year's samples say of the errors that probabilities let expect; unreviewed without any.
    ///
    /// - Parameter source: a bulletin leaves out what was drawn or settled after it was frozen, so that its intervals stay.
    public func countCalibration(for source: CountSource = .live) throws -> CountCalibration {
        var time = Timestamp(rawValue: .max)
        if case .bulletin(let id) = source { time = try value("SELECT frozen_at FROM bulletin WHERE id = \(id)") ?? time }
        let months: [Int] = try rows(
            """
            SELECT s.month FROM sample_stratum s JOIN clerical_sample c ON c.month = s.month WHERE c.drawn_at <= \(time)
            GROUP BY s.month HAVING SUM(s.expected) > 0 ORDER BY s.month DESC LIMIT 12
            """
        ) { try $0[0] }
        guard let latest = months.first, let earliest = months.last else { return .unreviewed }
        return CountCalibration(
            try rows(
                """
                SELECT s.stratum, s.expected, s.pairs, COUNT(d.first_claim), COALESCE(SUM(CASE WHEN d.verdict = 'same' THEN 1 ELSE 0 END), 0)
                FROM sample_stratum s
                LEFT JOIN sample_pair p ON p.stratum = s.stratum AND p.month BETWEEN \(earliest) AND \(latest)
                LEFT JOIN claim_decision d ON d.first_claim = p.first_claim AND d.second_claim = p.second_claim AND d.decided_at <= \(time)
                WHERE s.month = \(latest) GROUP BY s.stratum, s.expected, s.pairs
                """
            ) { row in
                let stratum: ClericalSample.Stratum = try row[0]
                let expected: Int = try row[1]
                let judged: Int = try row[3]
                let matches: Int = try row[4]
                return CountCalibration.Stratum(
                    isLinked: stratum.isLinked, expected: Double(expected) / 1_000_000, pairs: try row[2], judged: judged,
                    errors: stratum.isLinked ? judged - matches : matches)
            })
    }

    /// The pairs of all samples that are settled, with the probability that they were given, for a ``Linkage/ReliabilityCurve``.
    public func labelledProbabilities() throws -> [(probability: Double, isMatch: Bool)] {
        try rows(
            """
            SELECT p.probability, d.verdict FROM sample_pair p
            JOIN claim_decision d ON d.first_claim = p.first_claim AND d.second_claim = p.second_claim
            ORDER BY p.month, p.first_claim, p.second_claim
            """
        ) { row in
            let millionths: Int = try row[0]
            let verdict: Verdict = try row[1]
            return (Double(millionths) / 1_000_000, verdict == .same)
        }
    }
}

/// Draws some of many, without knowing beforehand how many there are: those whose lots are the lowest, in whatever order they come.
private struct Draw {
    struct Claim {
        let id: ClaimID
        let home: BusinessID
        let other: BusinessID?
        let probability: Int64
    }

    let limit: Int
    private(set) var seen = 0
    /// How many errors the probabilities of all claims let expect, in millionths.
    private(set) var expected: Int64 = 0
    private var lots: [(lot: UInt64, claim: Claim)] = []

    init(limit: Int) {
        self.limit = limit
    }

    var claims: [Claim] { lots.map(\.claim) }

    mutating func offer(_ claim: Claim, expecting error: Int64, seed: UInt64) {
        seen += 1
        expected += error
        let lot = Self.mixed(Self.mixed(seed ^ claim.id.high) ^ claim.id.low)
        if lots.count == limit, let last = lots.last, lot >= last.lot { return }
        guard limit > 0 else { return }
        let place = lots.firstIndex { $0.lot > lot } ?? lots.endIndex
        lots.insert((lot, claim), at: place)
        if lots.count > limit { lots.removeLast() }
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
