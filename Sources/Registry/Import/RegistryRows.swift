import Accounts
import Journey
import Linkage
import Nusantara
import Storage

/// The rows that one chunk adds to the registry, gathered before anything is written.
struct RegistryRows {
    let listImport: ListImport
    let partner: Partner
    let now: Timestamp

    /// Pairs less or more probable than this, in millionths, are not worth a person's while.
    static let leastProbability: Int64 = 20_000
    static let mostProbability: Int64 = 980_000

    private(set) var linked = 0
    private(set) var newBusinesses = 0
    private var claims: [[SQLValue]] = []
    private var links: [[SQLValue]] = []
    private var businesses: [[SQLValue]] = []
    private var words: [(id: BusinessID, words: [String])] = []
    private var versions: [[SQLValue]] = []
    private var replacements: [[SQLValue]] = []
    private var features: [[SQLValue]] = []
    private var places: [(business: BusinessID, region: RegionCode, place: String)] = []
    private var owners: [(owner: PreparedOwner, business: BusinessID, isNew: Bool)] = []
    private var doubtful: [(claim: ClaimID, business: BusinessID, probability: Int64, isLinked: Bool)] = []
    private var journey = JourneyChanges()

    init(listImport: ListImport, partner: Partner, now: Timestamp) {
        self.listImport = listImport
        self.partner = partner
        self.now = now
    }

    /// A claim that is new, and where it belongs.
    ///
    /// - Returns: the id that it is stored under.
    @discardableResult
    mutating func add(_ claim: PreparedClaim, _ link: Linker.Link) -> ClaimID {
        let id = ClaimID()
        claims.append([
            id.sqlValue, partner.id.sqlValue, .text(claim.externalKey), listImport.programme.sqlValue, listImport.id.sqlValue,
            claim.line.sqlValue, .integer(1), .bytes(claim.content), .bytes(claim.asSent), claim.day.sqlValue, now.sqlValue,
        ])
        let certainty = Certainty(link)
        let method: LinkMethod =
            switch (link.isNew, link.assignment.basis) {
            case (true, _): .founder
            case (false, _) where link.decidedBy != nil: .person
            case (false, .rule): .rule
            case (false, .probability): .probability
            }
        let explanation = link.decidedBy == nil ? LinkExplanation(link.assignment) : LinkExplanation(weighing: link.assignment)
        links.append([
            id.sqlValue, link.business.sqlValue, .bytes(claim.encodedFeatures), method.sqlValue, .integer(1_000_000 - certainty.doubt),
            link.nearMiss.map { $0.business.sqlValue } ?? .null, .integer(certainty.nearMiss), certainty.nearMissOfSamePartner.sqlValue,
            .text(explanation.json()), link.decidedBy.sqlValue, now.sqlValue,
        ])
        let belongs = 1_000_000 - certainty.doubt
        if method == .probability, belongs < 1_000_000 { doubtful.append((id, link.business, belongs, true)) }
        if let nearMiss = link.nearMiss, method != .rule {
            doubtful.append((id, nearMiss.business, Int64((nearMiss.probability * 1_000_000).rounded()), false))
        }
        if link.isNew {
            newBusinesses += 1
            found(claim, link.business)
        } else {
            linked += 1
            if claim.region.rawValue.utf8.count == 5 { places.append((link.business, claim.region, claim.place)) }
        }
        if let owner = claim.owner, link.isNew || owner.nikPrint != nil { owners.append((owner, link.business, link.isNew)) }
        record(claim, evidence: .claim(id), business: link.business, certainty: certainty)
        return id
    }

    private mutating func found(_ claim: PreparedClaim, _ business: BusinessID) {
        let name = String(claim.name.prefix(200))
        let owner = String((claim.owner?.name ?? "").prefix(200))
        businesses.append([
            business.sqlValue, .text(name), .text(owner), claim.region.sqlValue, .text(String(claim.place.prefix(120))),
            claim.features.trade.map { .integer(Int64($0)) } ?? .null, now.sqlValue,
        ])
        words.append((business, [name, owner, claim.place] + claim.region.searchWords))
        journey.create(business, in: claim.region)
    }

    /// A claim whose content changed: the old content is kept as a version, the link stays.
    mutating func replace(_ stands: StandingClaim, with claim: PreparedClaim) {
        versions.append([stands.id.sqlValue, stands.version.sqlValue])
        replacements.append([
            stands.id.sqlValue, listImport.id.sqlValue, claim.line.sqlValue, .integer(Int64(stands.version) + 1), .bytes(claim.content),
            .bytes(claim.asSent), claim.day.sqlValue, now.sqlValue,
        ])
        features.append([stands.business.sqlValue, stands.id.sqlValue, .bytes(claim.encodedFeatures)])
        if claim.region.rawValue.utf8.count == 5 { places.append((stands.business, claim.region, claim.place)) }
        let evidence = Milestone.Evidence.claim(stands.id)
        journey.remove(evidence, from: stands.business)
        record(claim, evidence: evidence, business: stands.business, certainty: stands.certainty)
    }

    private mutating func record(
        _ claim: PreparedClaim, evidence: Milestone.Evidence, business: BusinessID, certainty: Certainty
    ) {
        journey.add(
            Milestone(
                .registered, on: claim.day, partner: partner.id, programme: listImport.programme, evidence: evidence, certainty: certainty),
            to: business)
        for milestone in claim.milestones {
            journey.add(
                Milestone(
                    milestone.kind, on: milestone.on, partner: partner.id, programme: listImport.programme, evidence: evidence,
                    detail: milestone.detail), to: business)
        }
    }

    // MARK: - Writing

    func write(to connection: any SQLConnection, matchKeys: [(key: Int64, id: BusinessID)], today: CalendarDate) throws {
        try connection.load(
            into: "business", columns: ["id", "name", "owner_name", "region", "place", "trade", "created_at"], rows: businesses)
        try connection.index(words, in: RegistrySchema.businessWords)
        try connection.load(
            into: "claim",
            columns: [
                "id", "partner_id", "external_key", "programme_id", "import_id", "line", "version", "content", "as_sent",
                "claimed_day", "received_at",
            ], rows: claims)
        try connection.load(
            into: "link",
            columns: [
                "claim_id", "business_id", "features", "method", "probability", "near_business_id", "near_probability", "near_same_partner",
                "explanation", "decided_by", "decided_at",
            ], rows: links)
        try connection.queue(doubtful.filter { $0.probability >= Self.leastProbability && $0.probability <= Self.mostProbability })
        try connection.add(matchKeys, to: RegistrySchema.matchKeys)
        try replaceClaims(connection)
        try OwnerRows(owners, now: now).write(to: connection)
        var journey = journey
        try placeBusinesses(connection, &journey)
        try connection.apply(journey, today: today)
    }

    private func replaceClaims(_ connection: any SQLConnection) throws {
        try connection.run(
            """
            INSERT INTO claim_version (claim_id, version, import_id, line, content, as_sent, received_at)
            SELECT id, version, import_id, line, content, as_sent, received_at FROM claim WHERE id = $1 AND version = $2
            """, forEach: versions)
        try connection.run(
            """
            UPDATE claim SET import_id = $2, line = $3, version = $4, content = $5, as_sent = $6, claimed_day = $7,
                received_at = $8
            WHERE id = $1
            """, forEach: replacements)
        try connection.run("UPDATE link SET features = $3 WHERE business_id = $1 AND claim_id = $2", forEach: features)
    }

    /// A business whose regency was not known yet is where a later claim says it is.
    private func placeBusinesses(_ connection: any SQLConnection, _ journey: inout JourneyChanges) throws {
        var wanted: [BusinessID: (region: RegionCode, place: String)] = [:]
        for (business, region, place) in places where wanted[business] == nil { wanted[business] = (region, place) }
        let ids = wanted.keys.sorted()
        var updates: [[SQLValue]] = []
        for start in stride(from: 0, to: ids.count, by: 1024) {
            let some = ids[start..<min(start + 1024, ids.count)]
            try connection.forEachRow("SELECT id, region FROM business WHERE id IN \(list: some)") { row in
                let business: BusinessID = try row[0]
                let stands: RegionCode = try row[1]
                guard let found = wanted[business], stands != found.region, stands.contains(found.region) else { return }
                updates.append([business.sqlValue, found.region.sqlValue, .text(String(found.place.prefix(120)))])
                journey.place(business, in: found.region)
            }
        }
        try connection.run(
            "UPDATE business SET region = $2, place = CASE WHEN place = '' THEN $3 ELSE place END WHERE id = $1", forEach: updates)
    }
}

extension Certainty {
    /// What a link leaves open about the count; see ``Linkage/CountDoubt``.
    init(_ link: Linker.Link) {
        guard link.decidedBy == nil else {
            self = .certain
            return
        }
        let doubt = CountDoubt(link.assignment)
        func millionths(_ probability: Double) -> Int64 { min(max(Int64((probability * 1_000_000).rounded()), 0), 1_000_000) }
        self.init(
            doubt: millionths(doubt.missing), nearMiss: millionths(doubt.surplus),
            nearMissOfSamePartner: link.isNew && link.nearMissOfSamePartner)
    }
}
