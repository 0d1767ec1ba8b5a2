/// Which records are of one thing.
///
/// Records are not chained: two groups become one only if, over all pairs between them, more speaks for it than against it. So two
/// businesses that a weak third resembles stay apart. What a person has decided stands above everything.
struct Clusters: Sendable {
    /// For each record, the first record of its cluster.
    private(set) var leaders: [UInt32]
    /// For each record, how sure it is that it is where it was put.
    private(set) var certainties: [Float]
    /// How many more or fewer there may be than clusters, from the probabilities of the links.
    private(set) var doubt = CountDoubt()

    /// So many records are held against each other pair by pair.
    private static let fullSize = 64
    /// The log2 odds of a pair that was not kept, about.
    private static let forgotten: Float = -7
    /// No pair counts for or against more than this, in log2.
    static let bound: Float = 12

    /// - Parameters:
    ///   - pairs: scored pairs, each once.
    ///   - threshold: the log2 odds from which on two records are taken for one thing.
    ///   - decisions: what persons decided about pairs.
    init(
        _ table: RecordTable, _ pairs: [ScoredPair], _ scorer: PairScorer, threshold: Float, decisions: [PairDecision] = []
    ) {
        let count = table.count
        leaders = (0..<UInt32(count)).map { $0 }
        certainties = [Float](repeating: 0, count: count)
        var decided: [UInt64: Bool] = [:]
        for decision in decisions { decided[decision.key] = decision.isSame }

        var edges = decisions.filter(\.isSame).map { ScoredPair(first: $0.first, second: $0.second, weight: 64) }
        for pair in pairs where pair.weight >= threshold {
            if decided.isEmpty || decided[PairDecision.key(pair.first, pair.second)] == nil { edges.append(pair) }
        }
        var forest = DisjointSets(count: count)
        for edge in edges { forest.join(edge.first, edge.second) }
        let components = Self.components(&forest, edges, count: count)
        scorer.withScales(table) { scales in
            for component in components { settle(component, scales, threshold, decided) }
        }
        weigh(pairs, threshold: threshold)
    }

    /// Clusters that are made up elsewhere, not weighed yet.
    init(leaders: [UInt32], certainties: [Float]) {
        self.leaders = leaders
        self.certainties = certainties
    }

    /// The edges by component, components by their first record.
    private static func components(_ forest: inout DisjointSets, _ edges: [ScoredPair], count: Int) -> [[ScoredPair]] {
        var place = [Int32](repeating: -1, count: count)
        var components: [[ScoredPair]] = []
        let ordered = edges.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
        for edge in ordered {
            let root = Int(forest.root(of: edge.first))
            if place[root] < 0 {
                place[root] = Int32(components.count)
                components.append([])
            }
            components[Int(place[root])].append(edge)
        }
        return components
    }

    private mutating func settle(
        _ edges: [ScoredPair], _ scales: PairScales, _ threshold: Float, _ decided: [UInt64: Bool]
    ) {
        if edges.count == 1 {
            join([edges[0].first, edges[0].second])
            return
        }
        var members: [UInt32] = []
        for edge in edges { members += [edge.first, edge.second] }
        members = Array(Set(members)).sorted()
        if members.count > Self.fullSize {
            part(members, edges, scales, threshold, decided)
            return
        }
        for group in Self.agglomerate(members, scales, threshold, decided) { join(group) }
    }

    private mutating func join(_ group: [UInt32]) {
        guard let leader = group.min() else { return }
        for record in group { leaders[Int(record)] = leader }
    }

    /// Joins groups, the closest first, as long as the mean over all pairs between two of them is for it (average linkage, Sokal and
    /// Michener 1958).
    private static func agglomerate(
        _ members: [UInt32], _ scales: PairScales, _ threshold: Float, _ decided: [UInt64: Bool]
    ) -> [[UInt32]] {
        let size = members.count
        var sums = [Float](repeating: 0, count: size * size)
        for i in 0..<size {
            for j in (i + 1)..<max(size, i + 1) {
                let weight: Float =
                    switch decided.isEmpty ? nil : decided[PairDecision.key(members[i], members[j])] {
                    case true?: 1_000
                    case false?: -1_000_000
                    case nil:
                        max(
                            -bound,
                            min(scales.weight(Int(members[i]), Int(members[j]), floor: -.greatestFiniteMagnitude) - threshold, bound))
                    }
                sums[i * size + j] = weight
                sums[j * size + i] = weight
            }
        }
        var groups = members.map { [$0] }
        var alive = Array(0..<size)
        while alive.count > 1 {
            var best: (mean: Float, i: Int, j: Int) = (0, -1, -1)
            for (place, i) in alive.enumerated() {
                for j in alive[(place + 1)...] {
                    let mean = sums[i * size + j] / Float(groups[i].count * groups[j].count)
                    if mean > best.mean || (mean == best.mean && best.i < 0 && mean >= 0) { best = (mean, i, j) }
                }
            }
            guard best.i >= 0 else { break }
            groups[best.i] += groups[best.j]
            alive.removeAll { $0 == best.j }
            for other in alive where other != best.i {
                sums[best.i * size + other] += sums[best.j * size + other]
                sums[other * size + best.i] = sums[best.i * size + other]
            }
        }
        return alive.map { groups[$0] }
    }

    /// Too many to hold all against all: the weakest edges are left out until the parts are small enough, or, where even the strongest hold
    /// many together, each group gathers around the record that most resemble.
    private mutating func part(
        _ members: [UInt32], _ edges: [ScoredPair], _ scales: PairScales, _ threshold: Float,
        _ decided: [UInt64: Bool]
    ) {
        let weights = edges.map(\.weight).sorted()
        let cut = weights[weights.count / 4]
        let stronger = edges.filter { $0.weight > cut }
        guard stronger.count < edges.count, !stronger.isEmpty, cut < Self.bound * 2 else {
            gather(members, edges, decided)
            return
        }
        var places: [UInt32: UInt32] = [:]
        for (place, member) in members.enumerated() { places[member] = UInt32(place) }
        var forest = DisjointSets(count: members.count)
        for edge in stronger { forest.join(places[edge.first] ?? 0, places[edge.second] ?? 0) }
        var parts: [UInt32: [ScoredPair]] = [:]
        for edge in stronger { parts[forest.root(of: places[edge.first] ?? 0), default: []].append(edge) }
        for root in parts.keys.sorted() { settle(parts[root] ?? [], scales, threshold, decided) }
    }

    private mutating func gather(_ members: [UInt32], _ edges: [ScoredPair], _ decided: [UInt64: Bool]) {
        var neighbours: [UInt32: [UInt32]] = [:]
        for edge in edges where decided[PairDecision.key(edge.first, edge.second)] != false {
            neighbours[edge.first, default: []].append(edge.second)
            neighbours[edge.second, default: []].append(edge.first)
        }
        var isTaken: Set<UInt32> = []
        let ordered = members.sorted { one, other in
            let (first, second) = (neighbours[one]?.count ?? 0, neighbours[other]?.count ?? 0)
            return first != second ? first > second : one < other
        }
        for centre in ordered where isTaken.insert(centre).inserted {
            let free = (neighbours[centre] ?? []).filter { !isTaken.contains($0) }
            isTaken.formUnion(free)
            join([centre] + free)
        }
    }

    /// How sure each record's place is: for one with others, the best link to them; for one alone, that none of its candidates is it.
    ///
    /// - Parameter known: what was said of records before; new pairs can only make a place surer, or show that a record alone is not.
    mutating func weigh(_ pairs: [ScoredPair], threshold: Float, known: KnownClusters? = nil) {
        var inside = [Float](repeating: -.infinity, count: leaders.count)
        var outside = [Float](repeating: -.infinity, count: leaders.count)
        for pair in pairs {
            let (a, b) = (Int(pair.first), Int(pair.second))
            if leaders[a] == leaders[b] {
                inside[a] = max(inside[a], pair.weight)
                inside[b] = max(inside[b], pair.weight)
            } else {
                outside[a] = max(outside[a], pair.weight)
                outside[b] = max(outside[b], pair.weight)
            }
        }
        var hasCompany = [Bool](repeating: false, count: leaders.count)
        for (record, leader) in leaders.enumerated() where leader != UInt32(record) {
            hasCompany[record] = true
            hasCompany[Int(leader)] = true
        }
        let wasAlone = known.map { Self.wereAlone($0) }
        for record in leaders.indices {
            var link = inside[record].isFinite ? Logarithm.probability(log2Odds: Double(inside[record])) : 1
            var stray = outside[record].isFinite ? Logarithm.probability(log2Odds: Double(min(outside[record], threshold))) : 0
            var isAlone = !inside[record].isFinite
            if let known, known.numbers[record] > 0 {
                let before = Double(known.certainties[record])
                isAlone = !hasCompany[record]
                if isAlone { stray = max(stray, 1 - before) }
                if wasAlone?[record] == false { link = inside[record].isFinite ? max(link, before) : before }
            }
            certainties[record] = Float(isAlone ? 1 - stray : link)
            if leaders[record] != UInt32(record) {
                let missing = 1 - link
                doubt += CountDoubt(missing: missing, variance: missing * (1 - missing))
            }
        }
        for probability in strayLinks(pairs, threshold: threshold) {
            doubt += CountDoubt(surplus: probability, variance: probability * (1 - probability))
        }
        guard let known else { return }
        for (record, number) in known.numbers.enumerated() where number > 0 && leaders[record] == UInt32(record) && !hasCompany[record] {
            // What it might have been joined to before is not among the pairs of today.
            let stray = Double(1 - known.certainties[record])
            doubt += CountDoubt(surplus: stray, variance: stray * (1 - stray))
        }
    }

    /// How probable it is that two clusters should have been one, for as many pairs of clusters as could be joined without going in circles:
    /// each would be one cluster fewer. The most probable come first.
    ///
    /// Between two clusters the mean of all pairs speaks, as in joining; one that was not kept is taken for as unlikely as those that were
    /// forgotten.
    private func strayLinks(_ pairs: [ScoredPair], threshold: Float) -> [Double] {
        var sizes = [UInt32](repeating: 0, count: leaders.count)
        for leader in leaders { sizes[Int(leader)] &+= 1 }
        var outside = pairs.compactMap { pair -> ScoredPair? in
            let (a, b) = (leaders[Int(pair.first)], leaders[Int(pair.second)])
            return a == b ? nil : ScoredPair(first: min(a, b), second: max(a, b), weight: min(pair.weight, threshold))
        }
        outside.sort { ($0.first, $0.second) < ($1.first, $1.second) }
        var links: [ScoredPair] = []
        var start = 0
        while start < outside.count {
            let (a, b) = (outside[start].first, outside[start].second)
            var (sum, count) = (Float(0), Float(0))
            while start < outside.count, outside[start].first == a, outside[start].second == b {
                sum += outside[start].weight
                count += 1
                start += 1
            }
            let all = Float(sizes[Int(a)]) * Float(sizes[Int(b)])
            links.append(ScoredPair(first: a, second: b, weight: (sum + (all - count) * min(Self.forgotten, threshold)) / all))
        }
        links.sort { $0.weight != $1.weight ? $0.weight > $1.weight : ($0.first, $0.second) < ($1.first, $1.second) }
        var forest = DisjointSets(count: leaders.count)
        return links.compactMap { link in
            guard forest.root(of: link.first) != forest.root(of: link.second) else { return nil }
            forest.join(link.first, link.second)
            return Logarithm.probability(log2Odds: Double(link.weight))
        }
    }

    /// Whether each known record was the only one of its cluster.
    private static func wereAlone(_ known: KnownClusters) -> [Bool] {
        var sizes = [UInt32](repeating: 0, count: Int(known.highest) + 1)
        for number in known.numbers { sizes[Int(number)] &+= 1 }
        return known.numbers.map { $0 > 0 && sizes[Int($0)] == 1 }
    }
}
