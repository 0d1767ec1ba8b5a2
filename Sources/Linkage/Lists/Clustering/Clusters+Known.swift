extension Clusters {
    /// So many records of a cluster are held against those of another.
    private static let sampleSize = 16

    /// Puts new records to clusters that are known, or to each other.
    ///
    /// The strongest pairs come first. Two groups become one if, over the pairs between them, more speaks for it than against it, and not both
    /// of them were known: only a person's decision joins those.
    ///
    /// - Parameters:
    ///   - pairs: scored pairs with at least one new record, each once.
    ///   - threshold: the log2 odds from which on two records are taken for one thing.
    init(
        _ table: RecordTable, _ pairs: [ScoredPair], _ scorer: PairScorer, threshold: Float, decisions: [PairDecision],
        known: KnownClusters
    ) {
        let count = table.count
        var decided: [UInt64: Bool] = [:]
        for decision in decisions { decided[decision.key] = decision.isSame }
        var groups = Groups(known, sampleSize: Self.sampleSize)
        for decision in decisions where decision.isSame { groups.join(decision.first, decision.second) }

        var edges = pairs.filter { $0.weight >= threshold && decided[PairDecision.key($0.first, $0.second)] == nil }
        edges.sort { $0.weight != $1.weight ? $0.weight > $1.weight : ($0.first, $0.second) < ($1.first, $1.second) }
        scorer.withScales(table) { scales in
            for edge in edges {
                guard let (one, other) = groups.joinable(edge.first, edge.second) else { continue }
                var sum: Float = 0
                for a in one {
                    for b in other {
                        switch decided.isEmpty ? nil : decided[PairDecision.key(a, b)] {
                        case true?: sum += 1_000
                        case false?: sum -= 1_000_000
                        case nil:
                            let weight = scales.weight(Int(a), Int(b), floor: -.greatestFiniteMagnitude) - threshold
                            sum += max(-Self.bound, min(weight, Self.bound))
                        }
                    }
                }
                if sum > 0 { groups.join(edge.first, edge.second) }
            }
        }
        self.init(leaders: groups.leaders(), certainties: [Float](repeating: 0, count: count))
        weigh(pairs, threshold: threshold, known: known)
    }
}

/// Groups that grow, of which some were known.
private struct Groups {
    /// The first record of a group is its root.
    private var forest: DisjointSets
    private var known: [UInt32]
    private var samples: [UInt32: [UInt32]] = [:]
    private let sampleSize: Int

    init(_ known: KnownClusters, sampleSize: Int) {
        self.known = known.numbers
        self.sampleSize = sampleSize
        forest = DisjointSets(count: known.numbers.count)
        var firsts = [UInt32](repeating: .max, count: Int(known.highest) + 1)
        for (record, number) in known.numbers.enumerated() where number > 0 {
            let (record, first) = (UInt32(record), firsts[Int(number)])
            if first == .max {
                firsts[Int(number)] = record
            } else {
                forest.join(first, record)
                if samples[first, default: [first]].count < sampleSize { samples[first, default: [first]].append(record) }
            }
        }
    }

    private func sample(_ root: UInt32) -> [UInt32] { samples[root] ?? [root] }

    /// Records of both groups, unless they are one or both were known.
    mutating func joinable(_ one: UInt32, _ other: UInt32) -> (one: [UInt32], other: [UInt32])? {
        let (a, b) = (forest.root(of: one), forest.root(of: other))
        guard a != b, known[Int(a)] == 0 || known[Int(b)] == 0 else { return nil }
        return (sample(a), sample(b))
    }

    mutating func join(_ one: UInt32, _ other: UInt32) {
        let (a, b) = (forest.root(of: one), forest.root(of: other))
        guard a != b else { return }
        let members = (sample(a) + sample(b)).sorted()
        let numbers = [known[Int(a)], known[Int(b)]].filter { $0 > 0 }
        forest.join(a, b)
        let root = forest.root(of: a)
        samples[a] = nil
        samples[b] = nil
        samples[root] = Array(members.prefix(sampleSize))
        known[Int(root)] = numbers.min() ?? 0
    }

    /// For each record, the first record of its group.
    mutating func leaders() -> [UInt32] {
        (0..<UInt32(known.count)).map { forest.root(of: $0) }
    }
}
