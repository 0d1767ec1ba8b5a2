/// Scores the pairs of all blocks on all cores.
struct PairScoring: Sendable {
    /// The pairs whose odds reach the floor, in the order of the blocks.
    private(set) var pairs: [ScoredPair] = []
    /// How many different pairs were compared.
    private(set) var compared = 0

    init() {}

    /// Adds the pairs of these blocks.
    ///
    /// - Parameters:
    ///   - floor: log2 odds below which a pair is forgotten.
    ///   - known: records whose place is known are not compared with each other.
    ///   - progress: receives the share of the pairs that is done.
    mutating func add(
        _ table: RecordTable, _ blocks: Blocks, _ scorer: PairScorer, floor: Float, known: KnownClusters? = nil,
        progress: @Sendable (Double) -> Void = { _ in }
    ) async {
        let parts = Self.parts(blocks)
        var next = 0
        var finished: [Int: (pairs: [ScoredPair], compared: Int)] = [:]
        await withTaskGroup(of: (Int, [ScoredPair], Int).self) { group in
            func start() {
                guard next < parts.count else { return }
                let part = next
                next += 1
                let range = parts[part]
                group.addTask {
                    let (pairs, compared) = Self.score(range, table, blocks, scorer, floor, known)
                    return (part, pairs, compared)
                }
            }
            for _ in 0..<4 { start() }
            while let (part, pairs, compared) = await group.next() {
                finished[part] = (pairs, compared)
                progress(Double(finished.count) / Double(parts.count))
                start()
            }
        }
        for part in parts.indices {
            guard let found = finished.removeValue(forKey: part) else { continue }
            pairs.append(contentsOf: found.pairs)
            compared += found.compared
        }
    }

    /// Leaves each pair once; several parts of the blocks may have found it.
    mutating func removeRepeated() {
        pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
        var last: ScoredPair?
        pairs.removeAll { pair in
            defer { last = pair }
            return last?.first == pair.first && last?.second == pair.second
        }
    }

    /// Ranges of blocks with about as many pairs each.
    private static func parts(_ blocks: Blocks) -> [Range<Int>] {
        let size = max(blocks.pairs(in: 0..<blocks.count) / 128, 4_096)
        var parts: [Range<Int>] = []
        var start = 0
        var sum = 0
        for block in 0..<blocks.count {
            let members = blocks.records(of: block).count
            sum += members * (members - 1) / 2
            if sum >= size {
                parts.append(start..<(block + 1))
                start = block + 1
                sum = 0
            }
        }
        if start < blocks.count { parts.append(start..<blocks.count) }
        return parts
    }

    private static func score(
        _ range: Range<Int>, _ table: RecordTable, _ blocks: Blocks, _ scorer: PairScorer, _ floor: Float, _ known: KnownClusters?
    ) -> (pairs: [ScoredPair], compared: Int) {
        let numbers = known?.numbers ?? []
        return scorer.withScales(table) { scales in
            blocks.withView { blocks in
                var pairs: [ScoredPair] = []
                var compared = 0
                for block in range {
                    let members = blocks.records(of: block)
                    var i = members.lowerBound
                    while i < members.upperBound {
                        let one = blocks.records[i]
                        let isKnown = !numbers.isEmpty && numbers[Int(one)] > 0
                        var j = i &+ 1
                        while j < members.upperBound {
                            let other = blocks.records[j]
                            if !(isKnown && numbers[Int(other)] > 0), !blocks.isRepeated(one, other, in: block) {
                                compared &+= 1
                                let weight = scales.weight(Int(one), Int(other), floor: floor)
                                if weight >= floor {
                                    pairs.append(ScoredPair(first: min(one, other), second: max(one, other), weight: weight))
                                }
                            }
                            j &+= 1
                        }
                        i &+= 1
                    }
                }
                return (pairs, compared)
            }
        }
    }
}
