public import Accounts
import Journey
import Linkage
public import Nusantara
public import Storage

extension SQLConnection {
    /// A page of the businesses behind a figure, by region, as far as the scopes of the viewer reach.
    ///
    /// - Parameters:
    ///   - scopes: where the viewer may read names; an empty list finds nothing.
    ///   - cursor: where the page before ended; nil for the first.
    public func businesses(
        in slice: BusinessSlice, scopes: [Scope], after cursor: BusinessCursor? = nil, limit: Int = 50
    ) throws -> BusinessPage {
        let rules = try programmeRules(slice.programme)
        let isNational = rules == .national
        var found: [BusinessID] = []
        var position = cursor
        var last: BusinessCursor?
        // A programme with thresholds of its own is judged business by business, so a page may take several rounds.
        while found.count <= limit {
            let batch = try businessIDs(in: slice, rung: isNational ? slice.rung : .registered, scopes: scopes, after: position, limit + 1)
            guard let end = batch.last else { break }
            let standings = isNational ? [:] : try standings(of: batch.map(\.business), programme: slice.programme)
            for entry in batch where isNational || (standings[entry.business]?.rung ?? .none) >= slice.rung {
                found.append(entry.business)
                if found.count == limit { last = entry }
            }
            if batch.count <= limit { break }
            position = end
        }
        return BusinessPage(
            businesses: try summaries(of: Array(found.prefix(limit)), programme: slice.programme), next: found.count > limit ? last : nil)
    }

    private func programmeRules(_ programme: ProgrammeID?) throws -> LadderRules {
        guard let programme else { return .national }
        return try programmes().first { $0.id == programme }?.rules ?? .national
    }

    private func businessIDs(
        in slice: BusinessSlice, rung: Rung, scopes: [Scope], after cursor: BusinessCursor?, _ limit: Int
    ) throws -> [BusinessCursor] {
        let after: SQLQuery =
            cursor.map { "AND (s.region, s.business_id) > (\($0.region), \($0.business))" } ?? ""
        return try rows(
            """
            SELECT s.region, s.business_id FROM standing s
            WHERE s.rung >= \(rung.rawValue) AND \(Self.lies(in: Scope(
                region: slice.region, programme: slice.programme, partner: slice.partner))) AND \(Self.lies(inOneOf: scopes)) \(after)
            ORDER BY s.region, s.business_id LIMIT \(limit)
            """
        ) { BusinessCursor(region: try $0[0], business: try $0[1]) }
    }

    /// Businesses whose name, owner or place begin with the words, or that bear the phone number, NIK or NIB, as far as the scopes reach.
    public func findBusinesses(_ text: String, vault: Vault, scopes: [Scope], today: CalendarDate, limit: Int = 50) throws
        -> [BusinessSummary]
    {
        let keys = Self.identifierKeys(in: text, vault: vault, today: today)
        var candidates: [BusinessID]
        if !keys.isEmpty {
            var bearers: Set<BusinessID> = []
            try forEach(under: keys, in: RegistrySchema.matchKeys, of: BusinessSubject.self) { _, business in bearers.insert(business) }
            candidates = Array(bearers.sorted().prefix(512))
        } else {
            guard !TextIndex.words(in: [text]).isEmpty else { return [] }
            candidates = []
            for region in Set(scopes.map(\.region)).sorted() {
                let words = [text] + (region.searchWords.last.map { [$0] } ?? [])
                candidates += try search(RegistrySchema.businessWords, words: words, limit: 512, of: BusinessSubject.self)
            }
        }
        guard !candidates.isEmpty else { return [] }
        // A business that was merged into another is still found by its own words, and leads there.
        let survivors = try self.survivors(of: candidates)
        var seen: Set<BusinessID> = []
        candidates = candidates.map { survivors[$0] ?? $0 }.filter { seen.insert($0).inserted }
        let allowed: Set<BusinessID> = Set(
            try rows(
                """
                SELECT s.business_id FROM standing s
                WHERE s.business_id IN \(list: candidates) AND s.rung > 0 AND \(Self.lies(inOneOf: scopes))
                """
            ) { try $0[0] })
        candidates.removeAll { !allowed.contains($0) }
        return try summaries(of: Array(candidates.prefix(limit)), programme: nil)
    }

    /// The blocking keys of whatever identifier the text is.
    private static func identifierKeys(in text: String, vault: Vault, today: CalendarDate) -> [Int64] {
        guard text.filter(\.isNumber).count >= 9 else { return [] }
        var record = LinkageRecord()
        record.nik = NIK.parse(text, today: today).value.map { vault.matchKey($0.digits, of: .nik) }
        if record.nik == nil { record.nib = NIB.parse(text).value.map { vault.matchKey($0.digits, of: .nib) } }
        if record.nik == nil {
            record.phones = PhoneNumber.parseAll(text).value?.map { vault.matchKey($0.e164, of: .phone) } ?? []
        }
        return record.matchKeys
    }

    /// The businesses with what a list of names shows of them, in the given order.
    func summaries(of ids: [BusinessID], programme: ProgrammeID?) throws -> [BusinessSummary] {
        guard !ids.isEmpty else { return [] }
        var partners: [BusinessID: Set<PartnerID>] = [:]
        var claims: [BusinessID: Int] = [:]
        try forEachRow(
            "SELECT l.business_id, c.partner_id FROM link l JOIN claim c ON c.id = l.claim_id WHERE l.business_id IN \(list: ids)"
        ) { row in
            let business: BusinessID = try row[0]
            partners[business, default: []].insert(try row[1])
            claims[business, default: 0] += 1
        }
        let standings = try standings(of: ids, programme: programme)
        var found: [BusinessID: BusinessSummary] = [:]
        try forEachRow("SELECT id, name, owner_name, region, place FROM business WHERE id IN \(list: ids)") { row in
            let id: BusinessID = try row[0]
            found[id] = BusinessSummary(
                id: id, name: try row[1], ownerName: try row[2], region: try row[3], place: try row[4],
                rung: standings[id]?.rung ?? .none, partners: partners[id] ?? [], claims: claims[id] ?? 0)
        }
        return ids.compactMap { found[$0] }
    }

    // MARK: - Scopes

    /// Whether the business of the row `s` of `standing` lies in one of the scopes.
    static func lies(inOneOf scopes: [Scope]) -> SQLQuery {
        guard let first = scopes.first else { return "1 = 0" }
        return "(" + scopes.dropFirst().reduce(lies(in: first)) { $0 + " OR " + lies(in: $1) } + ")"
    }

    private static func lies(in scope: Scope) -> SQLQuery {
        // A province's code begins those of its regencies: `32` ≤ `32.04` < `32/`.
        let region: SQLQuery =
            scope.region == .nation
            ? "1 = 1" : "s.region >= \(scope.region.rawValue) AND s.region < \(scope.region.rawValue + "/")"
        guard scope.partner != nil || scope.programme != nil else { return "(\(region))" }
        let partner: SQLQuery = scope.partner.map { " AND sc.partner_id = \($0)" } ?? ""
        let programme: SQLQuery = scope.programme.map { " AND sc.programme_id = \($0)" } ?? ""
        return """
            (\(region) AND EXISTS (SELECT 1 FROM link sl JOIN claim sc ON sc.id = sl.claim_id
                WHERE sl.business_id = s.business_id\(partner)\(programme)))
            """
    }
}

extension RegionCode {
    /// Words under which the text index finds a business by its province and regency: `wilayah32`, `wilayah3204`.
    var searchWords: [String] {
        path.filter { $0 != .nation }.map { "wilayah" + $0.rawValue.filter { $0 != "." } }
    }
}

extension SQLConnection {
    /// How many businesses stand behind a figure, as far as the scopes of the viewer reach.
    ///
    /// Where one scope holds the whole slice this is the live counter; otherwise the rows are counted.
    public func countBusinesses(in slice: BusinessSlice, scopes: [Scope]) throws -> Int64 {
        let whole = Scope(region: slice.region, programme: slice.programme, partner: slice.partner)
        if scopes.contains(where: { $0.contains(whole) }) {
            let counts = try counts(in: Cell(region: slice.region, programme: slice.programme, partner: slice.partner))
            let metric = Metric.allCases.first { $0.rung == slice.rung } ?? .distinct
            return counts[metric]
        }
        return try value(
            """
            SELECT COUNT(*) FROM standing s WHERE s.rung >= \(slice.rung.rawValue) AND \(Self.lies(inOneOf: [whole]))
                AND \(Self.lies(inOneOf: scopes))
            """) ?? 0
    }
}
