import Accounts
import Linkage
import Storage

/// Puts claims to businesses one after the other; each sees what those before it became.
///
/// All candidates of a chunk are fetched at once by their match keys. A key that many businesses share tells little: no more than
/// ``bucketLimit`` of them are kept under it, and a claim is compared with the ``candidateLimit`` businesses that share the rarest keys with
/// it, so that the work for a claim does not grow with the registry.
struct Linker {
    /// How many businesses one match key leads to at most.
    static let bucketLimit = 64
    /// How many businesses a claim is compared with at most.
    static let candidateLimit = 12
    /// How many claims of one business are compared at most.
    static let claimLimit = 16

    /// Where a claim was put.
    struct Link {
        let business: BusinessID
        let isNew: Bool
        let assignment: Assignment
        let nearMiss: (business: BusinessID, probability: Double)?
        let nearMissOfSamePartner: Bool
        /// Who said that the claim belongs there; nil where rules and weights did.
        var decidedBy: PersonID?
    }

    private struct Inheritance: Hashable {
        let key: Int64
        let place: Int
    }

    private let model: LinkageModel
    /// The businesses within reach; below, each goes by its place in here.
    private var businesses: [BusinessID] = []
    /// What is known of each; empty for those that no claim of the chunk is near to.
    private var records: [[LinkageRecord]] = []
    private var buckets: [Int64: [Int]] = [:]
    /// Keys under which a business is found only because another was merged into it.
    private var inherited: Set<Inheritance> = []
    /// How much each business shares with the claim in hand; all zero in between.
    private var nearness: [Float] = []
    /// Keys to be kept for businesses, in the order in which they were found.
    private(set) var newKeys: [(key: Int64, id: BusinessID)] = []

    init(_ connection: any SQLConnection, claims: [PreparedClaim], model: LinkageModel) throws {
        self.model = model
        var places: [BusinessID: Int] = [:]
        let keys = Set(claims.flatMap(\.matchKeys)).sorted()
        var bearers: [(key: Int64, business: BusinessID)] = []
        try connection.forEach(under: keys, in: RegistrySchema.matchKeys, of: BusinessSubject.self) { bearers.append(($0, $1)) }
        let survivors = try connection.survivors(of: Set(bearers.map(\.business)))
        // Those that bear a key of their own come first, so that only what is left is inherited.
        for isInherited in [false, true] {
            for (key, bearer) in bearers where (survivors[bearer] != nil) == isInherited {
                let business = survivors[bearer] ?? bearer
                let place = places[business] ?? add(business)
                places[business] = place
                if isInherited, buckets[key]?.contains(place) == true { continue }
                buckets[key, default: []].append(place)
                if isInherited { inherited.insert(Inheritance(key: key, place: place)) }
            }
        }
        var isNear = [Bool](repeating: false, count: businesses.count)
        for claim in claims {
            for place in nearest(claim.matchKeys) { isNear[place] = true }
        }
        let near = businesses.indices.filter { isNear[$0] }.map { businesses[$0] }.sorted()
        for start in stride(from: 0, to: near.count, by: 1024) {
            let some = near[start..<min(start + 1024, near.count)]
            try connection.forEachRow(
                "SELECT business_id, features FROM link WHERE business_id IN \(list: some) ORDER BY business_id, claim_id"
            ) { row in
                guard let place = places[try row[0]], records[place].count < Self.claimLimit else { return }
                records[place].append(try LinkageRecord(encoded: try row[1]))
            }
        }
    }

    private mutating func add(_ business: BusinessID) -> Int {
        businesses.append(business)
        records.append([])
        nearness.append(0)
        return businesses.count - 1
    }

    /// The businesses that share the rarest of the keys, or the most of them, the nearest first.
    private mutating func nearest(_ keys: [Int64]) -> [Int] {
        var found: [Int] = []
        for key in keys {
            guard let bucket = buckets[key] else { continue }
            let share = 1 / Float(bucket.count)
            for place in bucket {
                if nearness[place] == 0 { found.append(place) }
                nearness[place] += share
            }
        }
        if found.count > Self.candidateLimit {
            found.sort { nearness[$0] != nearness[$1] ? nearness[$0] > nearness[$1] : businesses[$0] < businesses[$1] }
        }
        for place in found { nearness[place] = 0 }
        return Array(found.prefix(Self.candidateLimit))
    }

    /// Decides where a claim belongs and remembers it for those that follow.
    mutating func link(_ claim: PreparedClaim) -> Link {
        let near = comparable(claim)
        return put(claim, by: assign(claim, among: near))
    }

    /// Puts a claim where a person says it belongs, and remembers it; nil if the business that the person chose is not within reach.
    mutating func link(_ claim: PreparedClaim, as choice: Registration.Choice, by person: PersonID) -> Link? {
        let near = comparable(claim)
        switch choice {
        case .business(let chosen):
            guard let place = near.first(where: { businesses[$0] == chosen }) else { return nil }
            return put(claim, by: assign(claim, among: [place]), at: place, decidedBy: person)
        case .noneOf(let others):
            return put(claim, by: assign(claim, among: near.filter { !others.contains(businesses[$0]) }))
        }
    }

    /// The businesses within reach of a claim, each weighed as if there were no other.
    mutating func weigh(_ claim: PreparedClaim) -> [(business: BusinessID, assignment: Assignment)] {
        comparable(claim).map { (businesses[$0], assign(claim, among: [$0])) }
    }

    /// The businesses within reach that have claims: one whose claims were all moved out has nothing to be compared with.
    private mutating func comparable(_ claim: PreparedClaim) -> [Int] {
        nearest(claim.matchKeys).filter { !records[$0].isEmpty }
    }

    private func assign(_ claim: PreparedClaim, among near: [Int]) -> Assignment {
        model.assign(claim.features, among: near.map { Candidate(id: $0, claims: records[$0]) }, sharing: sharing(of: claim))
    }

    /// - Parameter chosen: where a person puts the claim; nil leaves it to the assignment.
    private mutating func put(
        _ claim: PreparedClaim, by assignment: Assignment, at chosen: Int? = nil, decidedBy person: PersonID? = nil
    ) -> Link {
        let record = claim.features
        var place = chosen
        if place == nil, case .existing(let found) = assignment.outcome { place = found }
        let isNew = place == nil
        let home = place ?? add(BusinessID())
        let nearMiss = chosen == nil ? assignment.nearMiss : nil
        let nearMissSharesPartner = nearMiss.map { near in
            record.source != nil && records[near.id].contains { $0.source == record.source }
        }
        if records[home].count < Self.claimLimit { records[home].append(record) }
        for key in claim.matchKeys {
            // The claim stays with this business when what was merged into it is parted from it again, and so must its keys.
            if inherited.remove(Inheritance(key: key, place: home)) != nil {
                newKeys.append((key, businesses[home]))
            } else if buckets[key, default: []].count < Self.bucketLimit, buckets[key]?.contains(home) != true {
                buckets[key, default: []].append(home)
                newKeys.append((key, businesses[home]))
            }
        }
        return Link(
            business: businesses[home], isNew: isNew, assignment: assignment,
            nearMiss: nearMiss.map { (business: businesses[$0.id], probability: $0.probability) },
            nearMissOfSamePartner: nearMissSharesPartner ?? false, decidedBy: person)
    }

    /// How many businesses stand behind the contacts of a claim, as far as the buckets tell.
    private func sharing(of claim: PreparedClaim) -> SharedContacts {
        var sharing = SharedContacts()
        for (contact, key) in claim.contactKeys { sharing.businesses[contact] = buckets[key]?.count ?? 0 }
        return sharing
    }
}
