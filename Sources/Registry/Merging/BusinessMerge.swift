public import Accounts
public import Storage

/// The subject of a ``MergeID``.
public enum MergeSubject {}
public typealias MergeID = Identifier<MergeSubject>

/// Two businesses that were found to be one, or one that was found to be two; and whether that was undone.
public struct BusinessMerge: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        /// Everything of the source went to the destination, and the source leads there.
        case merge
        /// Some claims of the source went to the destination, which was made for them.
        case part
    }

    public let id: MergeID
    public let kind: Kind
    public let source: BusinessID
    public let destination: BusinessID
    public let reason: String
    public let doneBy: PersonID?
    public let doneAt: Timestamp
    public let undoneBy: PersonID?
    /// Nil as long as it stands.
    public let undoneAt: Timestamp?
    /// How many rows it moved.
    public let movedRows: Int
}

/// Why businesses cannot be merged or parted, or that cannot be undone.
public enum MergeError: Error, Sendable, Equatable {
    case unknownBusiness(BusinessID)
    case sameBusiness
    /// The business was merged away already; it leads to the other.
    case alreadyMerged(BusinessID, into: BusinessID)
    /// People decided that these two claims are not of one business.
    case heldApart(ClaimID, ClaimID)
    /// People decided that these two claims are of one business.
    case heldTogether(ClaimID, ClaimID)
    case unknownMerge
    case alreadyUndone
    /// What was parted was merged away afterwards; that merge has to be undone first.
    case laterMerge(MergeID)
    /// None of the claims is of the business, or all are.
    case nothingToPart
    /// Rows of this table were moved, and no room declares it.
    case unknownTable(String)
}

extension AuditAction {
    static let businessesMerged = AuditAction("businesses.merged")
    static let businessParted = AuditAction("business.parted")
    static let mergeUndone = AuditAction("merge.undone")
}

extension BusinessMerge {
    static let selection: SQLQuery = """
        SELECT m.id, m.kind, m.source_id, m.destination_id, m.reason, m.done_by, m.done_at, m.undone_by, m.undone_at,
            (SELECT COUNT(*) FROM merged_row r WHERE r.merge_id = m.id AND r.is_moved = 1)
        FROM business_merge m
        """

    init(row: any SQLRow) throws {
        self.init(
            id: try row[0], kind: try row[1], source: try row[2], destination: try row[3], reason: try row[4], doneBy: try row[5],
            doneAt: try row[6], undoneBy: try row[7], undoneAt: try row[8], movedRows: try row[9])
    }
}

extension SQLConnection {
    /// One merge, or nil.
    public func businessMerge(_ id: MergeID) throws -> BusinessMerge? {
        try first("\(BusinessMerge.selection) WHERE m.id = \(id)", BusinessMerge.init(row:))
    }

    /// Everything that was merged into a business, or it into another, or parted; the latest first.
    public func merges(of business: BusinessID) throws -> [BusinessMerge] {
        try rows(
            "\(BusinessMerge.selection) WHERE m.source_id = \(business) OR m.destination_id = \(business) ORDER BY m.number DESC",
            BusinessMerge.init(row:))
    }

    /// Where an id leads: the business that the one of this id was merged into, however many merges on; itself if it was not.
    public func mergedInto(_ business: BusinessID) throws -> BusinessID {
        try survivors(of: [business])[business] ?? business
    }

    /// Those of the businesses that were merged away, each with the one that it leads to.
    func survivors(of businesses: some Sequence<BusinessID>) throws -> [BusinessID: BusinessID] {
        var leads: [BusinessID: BusinessID] = [:]
        var asked = Array(Set(businesses))
        while !asked.isEmpty {
            var next: Set<BusinessID> = []
            for start in stride(from: 0, to: asked.count, by: 1024) {
                let some = asked[start..<min(start + 1024, asked.count)]
                try forEachRow(
                    """
                    SELECT source_id, destination_id FROM business_merge
                    WHERE source_id IN \(list: some) AND kind = \(BusinessMerge.Kind.merge) AND undone_at IS NULL
                    """
                ) { row in
                    let destination: BusinessID = try row[1]
                    leads[try row[0]] = destination
                    if leads[destination] == nil { next.insert(destination) }
                }
            }
            asked = Array(next)
        }
        // A business is merged away once only, so that there is no way round in a circle.
        return leads.mapValues { first in
            var last = first
            while let further = leads[last] { last = further }
            return last
        }
    }
}
