/// Links the records of whole lists: blocks, learns what the model leaves open, scores and clusters.
public struct ListLinkage: Sendable {
    /// The model with everything that was learned.
    public let model: ListModel
    public let training: TrainingReport
    /// For each record, the number of its cluster: the one it had, or else the next from 1 on in the order in which clusters are first met.
    public let clusters: [UInt32]
    /// For each record, how sure it is that it is in the right cluster, 0…1.
    public let probabilities: [Float]
    public let clusterCount: Int
    /// The number of clusters with a 95 % interval from the probabilities of the links.
    public let interval: CountInterval
    /// How many pairs were compared.
    public let comparedPairs: Int
    public let blocking: BlockingReport

    /// A step of the work, for showing how far it is.
    public enum Step: Sendable, Hashable {
        case blocking, training, scoring(Double), clustering
    }

    /// - Parameters:
    ///   - threshold: the probability from which on two records are taken for one thing; the model's, or one half.
    ///   - decisions: what persons decided about pairs of records. What they say of two known records counts only if it joins them.
    ///   - known: where records stood before; nil links all of them anew.
    ///   - memory: bytes that blocks may take beside the table; what does not fit is done part by part.
    ///   - progress: is told each step as it begins, and how far scoring is.
    public init(
        _ table: RecordTable, model: ListModel, threshold: Double? = nil, decisions: [PairDecision] = [],
        known: KnownClusters? = nil, memory: Int = 2 << 30, progress: @escaping @Sendable (Step) -> Void = { _ in }
    ) async {
        progress(.blocking)
        let keys = await Self.keys(table)
        let plan = BlockingPlan(table, model, keys)
        // A record takes a place in the blocks of a rule and one in its own list, and twice as much while they are made.
        let parts = UInt64(max(1, min(64, (plan.rules.count * table.count * 24 + memory - 1) / max(memory, 1))))
        var blocks = await Blocks(table, plan, keys, share: BlockShare(part: 0, of: parts))
        progress(.training)
        var training = ListTraining(table, plan, blocks, model, parts: Double(parts))
        self.model = model.isTrained ? model : await training.train()
        self.training = training.report
        let scorer = PairScorer(self.model, table)
        progress(.scoring(0))
        let probability = min(max(threshold ?? model.threshold ?? 0.5, 0.001), 0.999_999)
        let limit = Float(Logarithm.log2(probability / (1 - probability)))
        var scoring = PairScoring()
        var report = BlockingReport()
        for part in 0..<parts {
            if part > 0 { blocks = await Blocks(table, plan, keys, share: BlockShare(part: part, of: parts)) }
            report.add(plan, blocks, model)
            await scoring.add(table, blocks, scorer, floor: min(limit, Self.floor), known: known) { done in
                progress(.scoring((Double(part) + done) / Double(parts)))
            }
        }
        blocks = Blocks()
        if parts > 1 { scoring.removeRepeated() }
        comparedPairs = scoring.compared
        progress(.clustering)
        let found =
            if let known {
                Clusters(table, scoring.pairs, scorer, threshold: limit, decisions: decisions, known: known)
            } else {
                Clusters(table, scoring.pairs, scorer, threshold: limit, decisions: decisions)
            }
        let (clusters, count) = Self.numbered(found.leaders, known)
        self.clusters = clusters
        probabilities = found.certainties
        clusterCount = count
        var sizes = [Int](repeating: 0, count: table.count)
        for leader in found.leaders { sizes[Int(leader)] += 1 }
        var sizeCounts: [Int: Int] = [:]
        for size in sizes where size > 1 { sizeCounts[size, default: 0] += 1 }
        let overlooked = OverlookedPairs(table, self.model, plan, scorer, found: scoring.pairs, floor: min(limit, Self.floor))
        report.add(overlooked)
        blocking = report
        let unseen = Self.unseenShare * Double(table.count - count)
        let doubt = found.doubt + overlooked.surplus(sizeCounts) + CountDoubt(surplus: unseen, variance: unseen)
        let interval = doubt.interval(distinct: count)
        // The count itself stays within what is said of it.
        self.interval = CountInterval(
            expected: interval.expected, low: min(interval.low, Double(count)), high: max(interval.high, Double(count)))
    }

    /// The number of each record's cluster, and how many clusters there are.
    private static func numbered(_ leaders: [UInt32], _ known: KnownClusters?) -> (clusters: [UInt32], count: Int) {
        var numbers = [UInt32](repeating: 0, count: leaders.count)
        if let known {
            for (record, number) in known.numbers.enumerated() where number > 0 {
                let leader = Int(leaders[record])
                if numbers[leader] == 0 || number < numbers[leader] { numbers[leader] = number }
            }
        }
        var next = known?.highest ?? 0
        var count = 0
        for (record, leader) in leaders.enumerated() where leader == UInt32(record) {
            count += 1
            if numbers[record] == 0 {
                next += 1
                numbers[record] = next
            }
        }
        return (leaders.map { numbers[Int($0)] }, count)
    }

    /// Learns what a model leaves open, without linking.
    ///
    /// - Parameter labels: for each record what it is of, where that is known; the chances to agree are then counted from it.
    public static func train(
        _ table: RecordTable, model: ListModel, labels: [Int?]? = nil
    ) async -> (model: ListModel, report: TrainingReport) {
        let keys = await keys(table)
        let plan = BlockingPlan(table, model, keys)
        let blocks = await Blocks(table, plan, keys)
        var training = ListTraining(table, plan, blocks, model)
        training.labels = labels
        let trained = await training.train()
        return (trained, training.report)
    }

    /// For each link that was found so many were not whose slips came together: more than a model reckons with that takes fields as independent.
    /// A guess, which held the truth on simulated lists; `Docs/performance.md` says where.
    private static let unseenShare = 0.02

    /// Pairs less likely than one in 64 are forgotten.
    private static let floor: Float = -6

    static func keys(_ table: RecordTable) async -> [BlockKeys] {
        await withTaskGroup(of: (Int, BlockKeys).self) { group in
            for (place, column) in table.columns.enumerated() { group.addTask { (place, BlockKeys(column)) } }
            var keys: [(Int, BlockKeys)] = []
            for await found in group { keys.append(found) }
            return keys.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

/// What blocking costs and what it misses.
public struct BlockingReport: Sendable, Hashable {
    /// One rule.
    public struct Rule: Sendable, Hashable {
        /// The names of its fields.
        public let fields: [String]
        /// Pairs that stand in its blocks, those of earlier rules included.
        public fileprivate(set) var pairs: Int
        /// Records under keys that too many share.
        public fileprivate(set) var cutRecords: Int
        /// Pairs of such records that this rule does not compare.
        public fileprivate(set) var cutPairs: Double
        /// The share of pairs of one thing whose keys meet under it, by the model's own reckoning, 0…1.
        public fileprivate(set) var reach: Double
    }

    public private(set) var rules: [Rule] = []
    /// The share of pairs of one thing whose keys meet under no rule, by the model's own reckoning, 0…1.
    public private(set) var missedShare = 0.0

    /// Adds what one part of the blocks costs.
    mutating func add(_ plan: BlockingPlan, _ blocks: Blocks, _ model: ListModel) {
        if rules.isEmpty {
            rules = plan.rules.map { rule in
                Rule(fields: rule.fields.map { model.fields[$0].name }, pairs: 0, cutRecords: 0, cutPairs: 0, reach: 0)
            }
        }
        for place in rules.indices {
            rules[place].pairs += blocks.pairs(in: blocks.ruleStarts[place]..<blocks.ruleStarts[place + 1])
            rules[place].cutRecords += blocks.cutRecords[place]
            rules[place].cutPairs += blocks.cutPairs[place]
        }
    }

    mutating func add(_ overlooked: OverlookedPairs) {
        missedShare = overlooked.missedShare
        for (place, reach) in zip(rules.indices, overlooked.reach) { rules[place].reach = reach }
    }
}
