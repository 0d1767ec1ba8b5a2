import Linkage

/// Puts claims to businesses one after the other, as the registry does: keys, candidates, assignment.
struct IncrementalRegister {
    private(set) var model: LinkageModel
    private(set) var claims: [LinkageRecord] = []
    /// The business of each claim.
    private(set) var businessOfClaim: [Int] = []
    private(set) var claimsOfBusiness: [[Int]] = []
    private(set) var assignments: [Assignment] = []
    private(set) var comparisons = 0
    private var buckets: [UInt64: [Int]] = [:]

    init(model: LinkageModel) {
        self.model = model
    }

    mutating func add(_ record: LinkageRecord) {
        let keys = record.blockingKeys()
        var businesses = Set<Int>()
        for key in keys {
            for claim in (buckets[key] ?? []).suffix(LinkageRecord.bucketLimit) { businesses.insert(businessOfClaim[claim]) }
        }
        let candidates = businesses.sorted().map { business in
            Candidate(id: business, claims: claimsOfBusiness[business].map { claims[$0] })
        }
        comparisons += candidates.reduce(0) { $0 + $1.claims.count }
        let assignment = model.assign(record, among: candidates)
        let claim = claims.count
        claims.append(record)
        assignments.append(assignment)
        switch assignment.outcome {
        case .existing(let business):
            businessOfClaim.append(business)
            claimsOfBusiness[business].append(claim)
        case .new:
            businessOfClaim.append(claimsOfBusiness.count)
            claimsOfBusiness.append([claim])
        }
        for key in keys { buckets[key, default: []].append(claim) }
    }
}

/// How well a clustering agrees with the truth, pair by pair and as a count.
struct LinkageQuality {
    let precision: Double
    let recall: Double
    let distinct: Int
    let distinctInTruth: Int

    var f1: Double { 2 * precision * recall / (precision + recall) }
    /// +0.02: two in a hundred too many.
    var countError: Double { Double(distinct) / Double(distinctInTruth) - 1 }

    init(found: [Int], truth: [Int]) {
        var cells: [[Int]: Int] = [:]
        var foundSizes: [Int: Int] = [:]
        var truthSizes: [Int: Int] = [:]
        for (found, truth) in zip(found, truth) {
            cells[[found, truth], default: 0] += 1
            foundSizes[found, default: 0] += 1
            truthSizes[truth, default: 0] += 1
        }
        func pairs(_ sizes: some Collection<Int>) -> Double { sizes.reduce(0) { $0 + Double($1 * ($1 - 1) / 2) } }
        let both = pairs(cells.values)
        precision = both / max(pairs(foundSizes.values), 1)
        recall = both / max(pairs(truthSizes.values), 1)
        distinct = foundSizes.count
        distinctInTruth = truthSizes.count
    }
}
