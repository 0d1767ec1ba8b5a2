/// How many pairs of one thing are never compared or look too unlike, as far as the model itself can tell.
///
/// Pairs of one thing are drawn by the model: which fields both know, from pairs that were found; how each agrees, by m. The share of them
/// whose odds stay below what is kept, or that no rule of blocking brings together, is what linkage overlooks.
struct OverlookedPairs {
    /// The share of pairs of one thing that are overlooked, 0…1.
    let share: Double
    /// The share of them that no rule of blocking brings together, 0…1.
    let missedShare: Double
    /// For each rule, the share of pairs of one thing that it brings together, 0…1.
    let reach: [Double]

    private static let draws = 20_000

    init(_ table: RecordTable, _ model: ListModel, _ plan: BlockingPlan, _ scorer: PairScorer, found: [ScoredPair], floor: Float) {
        let sure = found.filter { $0.weight > 3 }
        guard !sure.isEmpty else {
            (share, missedShare, reach) = (0, 0, plan.rules.map { _ in 0 })
            return
        }
        var random = SplitMix(seed: 7)
        var (overlooked, missed) = (0, 0)
        var meetings = [Int](repeating: 0, count: plan.rules.count)
        let width = model.fields.count
        for _ in 0..<Self.draws {
            let pair = sure[random.below(sure.count)]
            var weight =
                scorer.prior + (table.sources[Int(pair.first)] == table.sources[Int(pair.second)] ? scorer.sameSource : scorer.otherSource)
            var relative: Float = 0
            var meets: UInt32 = 0
            for field in 0..<width {
                let (a, b) = (table.value(Int(pair.first), field), table.value(Int(pair.second), field))
                guard a != 0, b != 0 else { continue }
                let level = Self.draw(model.fields[field], &random)
                // How rare the value is holds as far as anything of it agrees.
                let shift = level >= .contained ? scorer.fields[field].sameShift[Int(a)] : 0
                weight += scorer.fields[field].match[Int(level.rawValue)] + shift
                relative += scorer.fields[field].relative[Int(level.rawValue)] + shift
                if level >= .contained { meets |= 1 << UInt32(field) }
            }
            weight -= PairScorer.correction(relative, prior: scorer.relativesPrior)
            var isCompared = false
            for (place, rule) in plan.rules.enumerated() where rule.fields.allSatisfy({ meets & 1 << UInt32($0) != 0 }) {
                meetings[place] += 1
                isCompared = true
            }
            if !isCompared { missed += 1 }
            if weight < floor || !isCompared { overlooked += 1 }
        }
        share = Double(overlooked) / Double(Self.draws)
        missedShare = Double(missed) / Double(Self.draws)
        reach = meetings.map { Double($0) / Double(Self.draws) }
    }

    private static func draw(_ field: ListModel.Field, _ random: inout SplitMix) -> AgreementLevel {
        var left = Double(random.next() >> 11) / 9_007_199_254_740_992
        for level in field.kind.levels {
            left -= field.levels[level]?.m ?? 0
            if left < 0 { return level }
        }
        return field.kind.levels.last ?? .different
    }

    /// How many clusters too many there are for them: a record is lost to its cluster when it is overlooked beside each of the others.
    ///
    /// - Parameter sizes: how many clusters there are of each size, from 2 on.
    func surplus(_ sizes: [Int: Int]) -> CountDoubt {
        var lost = 0.0
        for (size, count) in sizes where size > 1 {
            var all = 1.0
            for _ in 1..<min(size, 8) { all *= share }
            // Of two, one is lost; of more, each may be. What was found is what is left of what there is.
            lost += Double(count) * (size == 2 ? all : Double(size) * all) / max(1 - all, 0.2)
        }
        return CountDoubt(surplus: lost, variance: lost)
    }
}
