import Accounts
import Linkage
import Storage

/// Puts claims to businesses one after the other; each sees what those before it became.
///
/// All candidates of a chunk are fetched at once by their blocking keys. A key that many businesses share tells little, so no more than
/// ``bucketLimit`` of them are kept under it.
struct Linker {
    /// How many businesses one blocking key leads to at most.
    static let bucketLimit = 64
    /// How many claims of one business are compared at most.
    static let claimLimit = 16

    /// Where a claim was put.
    struct Link {
        let business: BusinessID
        let isNew: Bool
        let assignment: Assignment?
        let nearMiss: (business: BusinessID, probability: Double)?
        let nearMissOfSamePartner: Bool
    }

    private let model: LinkageModel
    private var buckets: [Int64: [BusinessID]] = [:]
    private var records: [BusinessID: [LinkageRecord]] = [:]
    /// Keys to be kept for businesses, in the order in which they were found.
    private(set) var newKeys: [(key: Int64, business: BusinessID)] = []

    init(_ connection: any SQLConnection, records new: [LinkageRecord], model: LinkageModel) throws {
        self.model = model
        let keys = Set(new.flatMap { $0.blockingKeys() }).map { Int64(bitPattern: $0) }.sorted()
        var candidates: Set<BusinessID> = []
        try connection.forEachRow("SELECT key, business_id FROM match_key WHERE key IN \(list: keys)") { row in
            let business: BusinessID = try row[1]
            buckets[try row[0], default: []].append(business)
            candidates.insert(business)
        }
        let sorted = candidates.sorted()
        for start in stride(from: 0, to: sorted.count, by: 1024) {
            let some = sorted[start..<min(start + 1024, sorted.count)]
            try connection.forEachRow(
                """
                SELECT l.business_id, c.features FROM link l JOIN claim c ON c.id = l.claim_id
                WHERE l.business_id IN \(list: some) ORDER BY l.claim_id
                """
            ) { row in
                let business: BusinessID = try row[0]
                guard records[business, default: []].count < Self.claimLimit else { return }
                records[business, default: []].append(try LinkageRecord(encoded: try row[1]))
            }
        }
    }

    /// Decides where a claim belongs and remembers it for those that follow.
    mutating func link(_ record: LinkageRecord) -> Link {
        let keys = record.blockingKeys().map { Int64(bitPattern: $0) }
        var found: [BusinessID] = []
        var isFound: Set<BusinessID> = []
        for key in keys {
            for business in buckets[key] ?? [] where isFound.insert(business).inserted { found.append(business) }
        }
        let assignment: Assignment? =
            found.isEmpty
            ? nil
            : model.assign(
                record,
                among: found.enumerated().map { index, business in Candidate(id: index, claims: records[business] ?? []) },
                sharing: sharing(of: record))
        let business: BusinessID
        let isNew: Bool
        if let assignment, case .existing(let index) = assignment.outcome {
            business = found[index]
            isNew = false
        } else {
            business = BusinessID()
            isNew = true
        }
        let nearMiss = assignment?.nearMiss.map { (business: found[$0.id], probability: $0.probability) }
        let nearMissSharesPartner = nearMiss.map { near in
            record.source != nil && records[near.business]?.contains { $0.source == record.source } == true
        }
        if records[business, default: []].count < Self.claimLimit { records[business, default: []].append(record) }
        for key in keys where buckets[key, default: []].count < Self.bucketLimit && buckets[key]?.contains(business) != true {
            buckets[key, default: []].append(business)
            newKeys.append((key, business))
        }
        return Link(
            business: business, isNew: isNew, assignment: assignment, nearMiss: nearMiss,
            nearMissOfSamePartner: nearMissSharesPartner ?? false)
    }

    /// How many businesses stand behind the contacts of a record, as far as the buckets tell.
    private func sharing(of record: LinkageRecord) -> SharedContacts {
        var businesses: [UInt64: Int] = [:]
        for phone in record.phones {
            businesses[phone] = bucketSize(LinkageRecord(phones: [phone]))
        }
        if let email = record.email { businesses[email] = bucketSize(LinkageRecord(email: email)) }
        return SharedContacts(businesses)
    }

    private func bucketSize(_ contact: LinkageRecord) -> Int {
        contact.blockingKeys().map { buckets[Int64(bitPattern: $0)]?.count ?? 0 }.max() ?? 0
    }
}
