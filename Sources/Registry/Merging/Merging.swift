public import Accounts
import Journey
import Linkage
public import Nusantara
public import Storage

extension SQLConnection {
    /// Makes one business of two: everything of `merged` goes to `kept`, each row of it is written down, and the old id leads there.
    ///
    /// The unit of work holds ``Storage/SQLLock/journey``. A row that `kept` has the like of stays where it is.
    ///
    /// - Parameters:
    ///   - attachments: the tables of other rooms whose rows belong to a business.
    ///   - reason: why, as the person wrote it; may be empty.
    /// - Throws: ``MergeError``; ``Storage/StorageError``.
    @discardableResult
    public func mergeBusinesses(
        _ merged: BusinessID, into kept: BusinessID, attachments: [BusinessAttachment] = [], reason: String = "", by person: PersonID?,
        today: CalendarDate, at time: Timestamp = .now
    ) throws -> MergeID {
        guard merged != kept else { throw MergeError.sameBusiness }
        let (gone, stays) = (try standingPlace(of: merged), try standingPlace(of: kept))
        if let apart = try decision(.notSame, between: merged, and: kept) { throw MergeError.heldApart(apart.first, apart.second) }
        let id = MergeID()
        try recordAudit(
            AuditEvent(.businessesMerged, of: .business(kept), by: person, detail: ["merge": .id(id), "merged": .id(merged)]), at: time)

        // A business of which only the province was known is where the other is.
        let isNearer = stays.region != gone.region && stays.region.contains(gone.region)
        let region = isNearer ? gone.region : stays.region
        let place = stays.place.isEmpty ? gone.place : stays.place
        try write(
            id, .merge, from: merged, to: kept, reason: reason, regions: (stays.region, region), places: (stays.place, place), by: person,
            at: time)
        for attachment in BusinessAttachment.ofRegistry + attachments {
            let conflicts = try attachment.conflicts(of: merged, with: kept, in: self)
            for key in try attachment.keys(of: merged, in: self) {
                let isMoved = !conflicts.contains(key)
                try note(id, attachment.table.description, RowKey.encoded(key), isMoved: isMoved)
                if isMoved { try attachment.move(key, from: merged, to: kept, in: self) }
            }
        }
        var journey = JourneyChanges()
        try carryMilestones(of: merged, to: kept, noting: id, in: &journey)
        try self.place(kept, in: region, place, was: stays, &journey)
        try apply(journey, today: today)
        return id
    }

    /// Makes two businesses of one: the claims go out into a business of their own, with the milestones that rest on them.
    ///
    /// Owners stay with the old business, and are noted for the new one too. Rows of other rooms stay: nothing says whose they are. The unit
    /// of work holds ``Storage/SQLLock/journey``.
    ///
    /// - Returns: the merge by whose id this is undone, and the new business.
    /// - Throws: ``MergeError``; ``Storage/StorageError``.
    @discardableResult
    public func moveOut(
        _ claims: Set<ClaimID>, of business: BusinessID, reason: String = "", by person: PersonID?, today: CalendarDate,
        at time: Timestamp = .now
    ) throws -> (merge: MergeID, business: BusinessID) {
        let stands = try standingPlace(of: business)
        let all: Set<ClaimID> = Set(try rows("SELECT claim_id FROM link WHERE business_id = \(business)") { try $0[0] })
        guard !claims.isEmpty, claims.isSubset(of: all), claims.count < all.count else { throw MergeError.nothingToPart }
        if let together = try decision(.same, between: claims, and: all.subtracting(claims)) {
            throw MergeError.heldTogether(together.first, together.second)
        }
        let (id, new) = (MergeID(), BusinessID())
        try recordAudit(
            AuditEvent(.businessParted, of: .business(business), by: person, detail: ["merge": .id(id), "new": .id(new)]), at: time)
        try run(
            """
            INSERT INTO business (id, name, owner_name, region, place, trade, created_at)
            SELECT \(new), name, owner_name, region, place, trade, \(time) FROM business WHERE id = \(business)
            """)
        try run("INSERT INTO ownership (business_id, owner_id) SELECT \(new), owner_id FROM ownership WHERE business_id = \(business)")
        try index(words: try searchWords(of: new), as: new, in: RegistrySchema.businessWords)
        try write(
            id, .part, from: business, to: new, reason: reason, regions: (stands.region, stands.region),
            places: (stands.place, stands.place), by: person, at: time)
        var journey = JourneyChanges()
        journey.create(new, in: stands.region)
        for claim in claims.sorted() {
            try note(id, "link", RowKey.encoded([claim.sqlValue]), isMoved: true)
            try run("UPDATE link SET business_id = \(new) WHERE business_id = \(business) AND claim_id = \(claim)")
            try note(id, milestoneTable, claim.bytes, isMoved: true)
            journey.move(.claim(claim), from: business, to: new)
        }
        try indexMatchKeys(of: new)
        try apply(journey, today: today)
        return (id, new)
    }

    // MARK: - Parts

    /// Region and place of a business that was not merged away.
    private func standingPlace(of business: BusinessID) throws -> (region: RegionCode, place: String) {
        let found = try first("SELECT region, place FROM business WHERE id = \(business)") { row -> (region: RegionCode, place: String) in
            (try row[0], try row[1])
        }
        guard let found else { throw MergeError.unknownBusiness(business) }
        let leads = try mergedInto(business)
        guard leads == business else { throw MergeError.alreadyMerged(business, into: leads) }
        return found
    }

    private func write(
        _ id: MergeID, _ kind: BusinessMerge.Kind, from source: BusinessID, to destination: BusinessID, reason: String,
        regions: (RegionCode, RegionCode), places: (String, String), by person: PersonID?, at time: Timestamp
    ) throws {
        try run(
            """
            INSERT INTO business_merge (id, number, kind, source_id, destination_id, reason, region_before, region_after, place_before,
                place_after, done_by, done_at)
            SELECT \(id), COALESCE(MAX(number), 0) + 1, \(kind), \(source), \(destination), \(String(reason.prefix(1000))), \(regions.0),
                \(regions.1), \(places.0), \(places.1), \(person), \(time)
            FROM business_merge
            """)
    }

    private func note(_ merge: MergeID, _ table: String, _ key: [UInt8], isMoved: Bool) throws {
        try run("INSERT INTO merged_row (merge_id, table_name, row_key, is_moved) VALUES (\(merge), \(table), \(key), \(isMoved))")
    }

    /// Milestones go by what they rest on. What both businesses have evidence of stays with each.
    private func carryMilestones(
        of source: BusinessID, to destination: BusinessID, noting merge: MergeID, in journey: inout JourneyChanges
    ) throws {
        let shared = Set(try milestones(of: destination).map(\.evidence.id))
        for evidence in Set(try milestones(of: source).map(\.evidence)).sorted(by: { $0.id < $1.id }) {
            let isMoved = !shared.contains(evidence.id)
            try note(merge, milestoneTable, evidence.id.bytes, isMoved: isMoved)
            if isMoved { journey.move(evidence, from: source, to: destination) }
        }
    }

    /// Puts a business into a region and a place, and says so to the journey.
    func place(
        _ business: BusinessID, in region: RegionCode, _ place: String, was: (region: RegionCode, place: String),
        _ journey: inout JourneyChanges
    ) throws {
        guard region != was.region || place != was.place else { return }
        try run("UPDATE business SET region = \(region), place = \(place) WHERE id = \(business)")
        if region != was.region { journey.place(business, in: region) }
    }

    private func searchWords(of business: BusinessID) throws -> [String] {
        try first("SELECT name, owner_name, place, region FROM business WHERE id = \(business)") { row -> [String] in
            let region: RegionCode = try row[3]
            return [try row[0], try row[1], try row[2]] + region.searchWords
        } ?? []
    }
}

/// The name under which carried milestones are written down; their key is the id of what they rest on.
let milestoneTable = "milestone"

extension SQLConnection {
    /// Makes a new business findable by the match keys of its claims.
    private func indexMatchKeys(of business: BusinessID) throws {
        let features: [[UInt8]] = try rows("SELECT features FROM link WHERE business_id = \(business)") { try $0[0] }
        let keys = Set(try features.flatMap { try LinkageRecord(encoded: $0).matchKeys })
        try add(keys.map { (key: $0, id: business) }, to: RegistrySchema.matchKeys)
    }
}
