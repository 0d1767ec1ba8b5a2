public import Accounts
import Journey
public import Nusantara
public import Storage

extension SQLConnection {
    /// Undoes a merge, or a moving out: every row that it moved goes back, and what came since stays.
    ///
    /// Merges that were stacked can be undone in any order: a row that a later one moved on comes back from where it is now, and is the later
    /// one's no more. A decision that what is now parted is the same, or the other way round, is taken back, and an arbiter has to look at the
    /// pair. The unit of work holds ``Storage/SQLLock/journey``.
    ///
    /// - Parameter attachments: as for ``mergeBusinesses(_:into:attachments:reason:by:today:at:)``.
    /// - Throws: ``MergeError``; ``Storage/StorageError``.
    public func undoMerge(
        _ id: MergeID, attachments: [BusinessAttachment] = [], by person: PersonID?, today: CalendarDate, at time: Timestamp = .now
    ) throws {
        guard let merge = try businessMerge(id) else { throw MergeError.unknownMerge }
        guard merge.undoneAt == nil else { throw MergeError.alreadyUndone }
        if merge.kind == .part,
            let later = try merges(of: merge.source).first(where: { later in
                later.kind == .merge && later.source == merge.source && later.undoneAt == nil
            })
        {
            throw MergeError.laterMerge(later.id)
        }
        try recordAudit(AuditEvent(.mergeUndone, of: .business(merge.destination), by: person, detail: ["merge": .id(id)]), at: time)
        var journey = JourneyChanges()
        let moved = try rows(
            "SELECT table_name, row_key FROM merged_row WHERE merge_id = \(id) AND is_moved = 1 ORDER BY table_name, row_key"
        ) { row -> (table: String, key: [UInt8]) in (try row[0], try row[1]) }
        let tables = Dictionary((BusinessAttachment.ofRegistry + attachments).map { ($0.table.description, $0) }) { first, _ in first }
        for (table, key) in moved {
            let whereabouts = try takeFromLater(table, key, than: merge)
            guard whereabouts != merge.source else { continue }
            if table == milestoneTable {
                for evidence in Set(try milestones(of: whereabouts).map(\.evidence)) where evidence.id.bytes == key {
                    journey.move(evidence, from: whereabouts, to: merge.source)
                }
            } else if let attachment = tables[table], let values = RowKey.decoded(key) {
                try attachment.move(values, from: whereabouts, to: merge.source, in: self)
            } else {
                throw MergeError.unknownTable(table)
            }
        }
        try run("UPDATE business_merge SET undone_by = \(person), undone_at = \(time) WHERE id = \(id)")
        try placeAsBefore(merge, &journey)
        try apply(journey, today: today)
        try reopen(merge, by: person, at: time)
    }

    /// Where a row is now that the merge moved; merges that moved it on, or met it, forget it.
    private func takeFromLater(_ table: String, _ key: [UInt8], than merge: BusinessMerge) throws -> BusinessID {
        var whereabouts = merge.destination
        let later = try rows(
            """
            SELECT m.id, m.source_id, m.destination_id, r.is_moved FROM merged_row r JOIN business_merge m ON m.id = r.merge_id
            WHERE r.table_name = \(table) AND r.row_key = \(key) AND m.undone_at IS NULL
                AND m.number > (SELECT number FROM business_merge WHERE id = \(merge.id))
            ORDER BY m.number
            """
        ) { row -> (id: MergeID, source: BusinessID, destination: BusinessID, isMoved: Bool) in
            (try row[0], try row[1], try row[2], try row[3])
        }
        // A key tells the rows of one business apart: that of another business may have the same, and went another way.
        for step in later where step.source == whereabouts {
            if step.isMoved { whereabouts = step.destination }
            try run("DELETE FROM merged_row WHERE merge_id = \(step.id) AND table_name = \(table) AND row_key = \(key)")
        }
        return whereabouts
    }

    /// Takes back what the merge said of the region and the place of the business that stayed.
    ///
    /// If a later merge went on from there, the business stays where that one put it, and goes back further when that one is undone.
    private func placeAsBefore(_ merge: BusinessMerge, _ journey: inout JourneyChanges) throws {
        let written = try first(
            """
            SELECT b.region, b.place, m.region_before, m.region_after, m.place_before, m.place_after
            FROM business_merge m JOIN business b ON b.id = m.destination_id WHERE m.id = \(merge.id)
            """
        ) { row -> (now: (region: RegionCode, place: String), regions: (RegionCode, RegionCode), places: (String, String)) in
            ((try row[0], try row[1]), (try row[2], try row[3]), (try row[4], try row[5]))
        }
        guard let (now, regions, places) = written else { return }
        let later: SQLQuery = """
            destination_id = \(merge.destination) AND undone_at IS NULL
                AND number > (SELECT number FROM business_merge WHERE id = \(merge.id))
            """
        var (region, place) = now
        if regions.0 != regions.1 {
            let next: Int? = try value(
                """
                SELECT number FROM business_merge WHERE \(later) AND region_before = \(regions.1) AND region_after <> region_before
                ORDER BY number LIMIT 1
                """)
            if let next {
                try run("UPDATE business_merge SET region_before = \(regions.0) WHERE number = \(next)")
            } else if now.region == regions.1 {
                region = regions.0
            }
        }
        if places.0 != places.1 {
            let next: Int? = try value(
                """
                SELECT number FROM business_merge WHERE \(later) AND place_before = \(places.1) AND place_after <> place_before
                ORDER BY number LIMIT 1
                """)
            if let next {
                try run("UPDATE business_merge SET place_before = \(places.0) WHERE number = \(next)")
            } else if now.place == places.1 {
                place = places.0
            }
        }
        try self.place(merge.destination, in: region, place, was: now, &journey)
    }
}
