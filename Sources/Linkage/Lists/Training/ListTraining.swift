/// What training found out, beside the model itself.
public struct TrainingReport: Sendable, Hashable {
    /// What cannot be learned from these lists, or only guessed, in English sentences.
    public var remarks: [String] = []
    /// Fits that were made and used.
    public var sessions = 0
    /// Pairs whose agreement was looked at.
    public var pairs = 0
}

/// Learns what a model leaves open from the lists themselves, without labels.
///
/// - u, the chance to agree by chance, from pairs drawn at random, and for equal values from their frequencies.
/// - m, the chance that two records of one thing agree, by expectation-maximisation over the pairs of each blocking rule; the rule's own
///   fields are learned from the other rules. Several starts, of which the likeliest is kept.
/// - The prior, so that the expected number of pairs of one thing is the sum of their probabilities.
struct ListTraining {
    let table: RecordTable
    let plan: BlockingPlan
    let blocks: Blocks
    let model: ListModel
    private(set) var report = TrainingReport()
    /// What each record is of, where that is known.
    var labels: [Int?]?
    /// One more than the fields: the last is whether both records are of one list.
    private let fieldCount: Int
    private let kinds: [FieldKind]
    private let hasSources: Bool
    private let parts: Double

    private static let randomPairs = 1_000_000
    private static let pairsPerRule = 120_000
    static let levelCount = AgreementLevel.allCases.count

    /// - Parameter parts: how many times more blocks there are than are given.
    init(_ table: RecordTable, _ plan: BlockingPlan, _ blocks: Blocks, _ model: ListModel, parts: Double = 1) {
        self.parts = parts
        self.table = table
        self.plan = plan
        self.blocks = blocks
        self.model = model
        fieldCount = model.fields.count
        kinds = model.fields.map(\.kind)
        hasSources = table.sourceNames.count > 1
    }

    /// The model with everything learned that it left open.
    mutating func train() async -> ListModel {
        let rarities = model.fields.map { Float($0.rarity ?? Self.usualRarity($0.kind)) }
        let neutral = [Float](repeating: 0, count: Self.levelCount)
        let weighings = model.fields.indices.map {
            FieldWeighing(table.columns[$0], match: neutral, relative: neutral, rarity: rarities[$0], records: table.count)
        }
        let scorer = PairScorer(fields: weighings, kinds: kinds, prior: 0, relativesPrior: nil, sameSource: 0, otherSource: 0)
        let chance = await chanceAgreement(scorer)
        let samples = await samples(scorer)
        report.pairs += samples.reduce(0) { $0 + $1.patterns.count }

        var fits: [(rule: BlockingRule, mixture: Mixture, matches: Double, relatives: Double)] = []
        for (rule, sample) in zip(plan.rules, samples) where sample.patterns.count >= 20 {
            if let fit = fit(sample, rule, chance) { fits.append(fit) }
        }
        report.sessions = fits.count
        var (m, r) = combine(fits, chance)
        if let labels { countLabelled(labels, scorer, &m) }
        for field in model.fields.indices { keepGiven(field, &m, &r) }
        var trained = model
        let u = chance
        for (place, field) in model.fields.enumerated() {
            for level in field.kind.levels {
                let index = Int(level.rawValue)
                var learned = ListModel.Level(m: m[place][index], u: u[place][index], r: model.hasRelatives ? r[place][index] : nil)
                if let given = field.levels[level] {
                    learned = ListModel.Level(
                        m: given.m ?? learned.m, u: given.u ?? learned.u, r: given.r ?? learned.r, weight: given.weight)
                }
                trained.fields[place].levels[level] = learned
            }
            trained.fields[place].rarity = Double(rarities[place])
        }
        if hasSources, model.sameSource == nil {
            let (same, other) = (m[fieldCount], u[fieldCount])
            let index = Int(AgreementLevel.same.rawValue)
            trained.sameSource = Logarithm.log2(max(same[index], 1e-6) / max(other[index], 1e-6)).clamped(to: -12...4)
        }
        setPriors(&trained, samples)
        return trained
    }

    static func usualRarity(_ kind: FieldKind) -> Double {
        switch kind {
        // Words of a name go together, so rarities of words count each other twice.
        case .person, .business: 0.6
        case .address, .text: 0.5
        case .number: 0
        default: 1
        }
    }

    // MARK: - Agreement by chance

    /// u by field and level: equal values by their frequencies, other levels from pairs drawn at random.
    private mutating func chanceAgreement(_ scorer: PairScorer) async -> LevelProbabilities {
        let count = table.count
        let possible = count * (count - 1) / 2
        let (table, fieldCount) = (table, fieldCount)
        let counted = await withTaskGroup(of: [[Double]].self) { group in
            // Parts of their own chance each, so that the result does not depend on how many cores there are.
            for part in 0..<8 { group.addTask { Self.look(table, scorer, fieldCount, part, of: 8, possible) } }
            var sums = [[Double]](repeating: [Double](repeating: 0, count: Self.levelCount), count: fieldCount + 1)
            for await counts in group {
                for field in sums.indices { for level in sums[field].indices { sums[field][level] += counts[field][level] } }
            }
            return sums
        }
        report.pairs += Int(counted[fieldCount].reduce(0, +))
        var chance: LevelProbabilities = []
        for field in 0...fieldCount {
            var levels = counted[field]
            levels[0] = 0
            let known = levels.reduce(0, +)
            guard known > 0 else {
                chance.append(Self.uniform(field < fieldCount ? kinds[field] : .category))
                if field < fieldCount {
                    report.remarks.append("“\(model.fields[field].name)” is never known on both sides: it tells nothing.")
                }
                continue
            }
            let kind = field < fieldCount ? kinds[field] : .category
            var probabilities = levels.map { ($0 + 0.25) / (known + 1) }
            if field < fieldCount {
                let same = Int(AgreementLevel.same.rawValue)
                // Bags may hold the same words in another order, so what was drawn counts too.
                probabilities[same] = max(equalByFrequency(field), kind.isBag ? levels[same] / known : 0, 1e-9)
                if table.columns[field].counts.dropFirst().count(where: { $0 > 0 }) == 1 {
                    report.remarks.append("“\(model.fields[field].name)” has one value only: it tells nothing.")
                }
            }
            for level in AgreementLevel.allCases where level == .missing || !kind.levels.contains(level) {
                probabilities[Int(level.rawValue)] = 0
            }
            let sum = probabilities.reduce(0, +)
            chance.append(probabilities.map { $0 / sum })
        }
        return chance
    }

    /// How often each level of each field occurs between records drawn at random, or between all records where they are few.
    private static func look(
        _ table: RecordTable, _ scorer: PairScorer, _ fieldCount: Int, _ part: Int, of parts: Int, _ possible: Int
    ) -> [[Double]] {
        let count = table.count
        var counts = [[Double]](repeating: [Double](repeating: 0, count: levelCount), count: fieldCount + 1)
        scorer.withScales(table) { scales in
            func look(_ a: Int, _ b: Int) {
                scales.forEachLevel(a, b) { field, level, _ in counts[field][Int(level.rawValue)] += 1 }
                counts[fieldCount][Int((table.sources[a] == table.sources[b] ? AgreementLevel.same : .different).rawValue)] += 1
            }
            if possible <= randomPairs {
                for a in stride(from: part, to: count, by: parts) { for b in (a + 1)..<max(count, a + 1) { look(a, b) } }
            } else {
                var random = SplitMix(seed: UInt64(part) &+ 42)
                for _ in 0..<(randomPairs / parts) {
                    let (a, b) = (random.below(count), random.below(count))
                    if a != b { look(a, b) }
                }
            }
        }
        return counts
    }

    /// The chance that two records drawn at random have the same value, both having one.
    private func equalByFrequency(_ field: Int) -> Double {
        let counts = table.columns[field].counts.dropFirst()
        let known = counts.reduce(0) { $0 + Double($1) }
        guard known > 1 else { return 0 }
        return counts.reduce(0) { $0 + Double($1) * (Double($1) - 1) } / (known * (known - 1))
    }

    private static func uniform(_ kind: FieldKind) -> [Double] {
        var levels = [Double](repeating: 0, count: levelCount)
        for level in kind.levels { levels[Int(level.rawValue)] = 1 / Double(kind.levels.count) }
        return levels
    }

    // MARK: - Pairs of the rules

    /// For each rule, some of its pairs: whole blocks, chosen by a hash of their number.
    private func samples(_ scorer: PairScorer) async -> [PairSample] {
        let (table, blocks) = (table, blocks)
        return await withTaskGroup(of: (Int, PairSample).self) { group in
            for rule in 0..<blocks.ruleCount {
                let range = blocks.ruleStarts[rule]..<blocks.ruleStarts[rule + 1]
                group.addTask { (rule, Self.sample(table, blocks, range, scorer)) }
            }
            var samples = [PairSample](repeating: PairSample(), count: blocks.ruleCount)
            for await (rule, sample) in group { samples[rule] = sample }
            return samples
        }
    }

    private static func sample(_ table: RecordTable, _ blocks: Blocks, _ range: Range<Int>, _ scorer: PairScorer) -> PairSample {
        let pairs = blocks.pairs(in: range)
        let share = min(1, Double(pairsPerRule) / Double(max(pairs, 1)))
        var sample = PairSample()
        scorer.withScales(table) { scales in
            blocks.withView { blocks in
                for block in range where share == 1 || chance(of: block) < share {
                    let members = blocks.records(of: block)
                    for i in members.dropLast() {
                        for j in (i + 1)..<members.upperBound {
                            let (a, b) = (blocks.records[i], blocks.records[j])
                            var pattern = AgreementPattern()
                            var shift: Float = 0
                            scales.forEachLevel(Int(a), Int(b)) { field, level, added in
                                pattern[field] = level
                                shift += added
                            }
                            pattern[scorer.fields.count] = table.sources[Int(a)] == table.sources[Int(b)] ? .same : .different
                            sample.patterns.append(pattern)
                            sample.shifts.append(shift)
                            sample.isFirst.append(!blocks.isRepeated(a, b, in: block))
                        }
                    }
                }
            }
        }
        sample.scale = Double(pairs) / Double(max(sample.patterns.count, 1))
        return sample
    }

    /// A number from 0 to 1 for a block, the same each time.
    private static func chance(of block: Int) -> Double {
        Double(ByteHash.mix(UInt64(block) ^ 0x5DEE_CE66, 0xE703_7ED1_A0B4_28DB) >> 11) / 9_007_199_254_740_992
    }

    // MARK: - Fitting

    private func fit(
        _ sample: PairSample, _ rule: BlockingRule, _ chance: LevelProbabilities
    ) -> (rule: BlockingRule, mixture: Mixture, matches: Double, relatives: Double)? {
        let patterns = sample.counted(without: rule.fields)
        let same = startingAgreement(ofOwner: nil)
        var best: (mixture: Mixture, likelihood: Double)?
        let starts: [[Double]] =
            model.hasRelatives ? [[0.1, 0.85, 0.05], [0.5, 0.3, 0.2], [0.02, 0.88, 0.1]] : [[0.1, 0.9], [0.5, 0.5], [0.01, 0.99]]
        for shares in starts {
            var mixture = Mixture(
                shares: shares, probabilities: [same, chance], isLearned: [learnedOfSame(), learnedOfOther()])
            if model.hasRelatives {
                mixture.probabilities.append(startingAgreement(ofOwner: chance))
                mixture.isLearned.append((0...fieldCount).map { $0 == fieldCount || !model.isOwn(model.fields[$0]) })
            }
            let (likelihood, _) = mixture.fit(patterns)
            if best.map({ likelihood > $0.likelihood + 1e-9 }) ?? true { best = (mixture, likelihood) }
        }
        guard let best else { return nil }
        let pairs = Double(sample.patterns.count) * sample.scale
        let matches = best.mixture.shares[Mixture.same] * pairs
        // A class that is nearly empty, or in which agreeing is no likelier than by chance, is no finding.
        guard best.mixture.shares[Mixture.same] * Double(sample.patterns.count) >= 8 else { return nil }
        let relatives = model.hasRelatives ? best.mixture.shares[Mixture.relatives] * pairs : 0
        return (rule, best.mixture, matches, relatives)
    }

    private func learnedOfSame() -> [Bool] {
        Array(repeating: true, count: fieldCount + 1)
    }

    private func learnedOfOther() -> [Bool] {
        // Whether two rows are of one list depends on the rule that brought them together.
        Array(repeating: false, count: fieldCount) + [true]
    }

    /// What to start from: agreement as it is usual between records of one thing; for relatives, of what tells the owner alone.
    private func startingAgreement(ofOwner chance: LevelProbabilities?) -> LevelProbabilities {
        (0...fieldCount).map { field in
            if field == fieldCount {
                var levels = [Double](repeating: 0, count: Self.levelCount)
                levels[Int(AgreementLevel.same.rawValue)] = 0.2
                levels[Int(AgreementLevel.different.rawValue)] = 0.8
                return levels
            }
            let usual = Self.usualAgreement(kinds[field])
            guard let chance, !model.fields[field].isShared(byRelatives: model) else { return usual }
            if model.isOwn(model.fields[field]) { return chance[field] }
            // Trade and the like: halfway.
            return zip(usual, chance[field]).map { ($0 + $1) / 2 }
        }
    }

    static func usualAgreement(_ kind: FieldKind) -> [Double] {
        var levels = [Double](repeating: 0, count: levelCount)
        for level in kind.levels {
            levels[Int(level.rawValue)] =
                switch level {
                case .missing: 0
                case .same: 0.8
                case .close: 0.08
                case .contained: 0.05
                case .partial: 0.03
                case .different: 0.04
                }
        }
        let sum = levels.reduce(0, +)
        return levels.map { $0 / sum }
    }

    /// The means over the fits, each by how many pairs of one thing (or of relatives) it saw; a field of a rule is not learned from it.
    private mutating func combine(
        _ fits: [(rule: BlockingRule, mixture: Mixture, matches: Double, relatives: Double)], _ chance: LevelProbabilities
    ) -> (m: LevelProbabilities, r: LevelProbabilities) {
        var m = startingAgreement(ofOwner: nil)
        var r = startingAgreement(ofOwner: chance)
        if fits.isEmpty, labels == nil {
            report.remarks.append(
                "No pairs of one thing stand out in these lists, so how often fields agree cannot be learned; the usual is taken.")
        }
        for field in 0...fieldCount {
            let useful = fits.filter { !$0.rule.fields.contains(field) }
            func mean(_ place: Int, _ weight: (Double, Double) -> Double) -> [Double]? {
                var sum = [Double](repeating: 0, count: Self.levelCount)
                var total = 0.0
                for fit in useful where fit.mixture.probabilities.count > place {
                    // Beyond some thousand pairs, one rule is as good a witness as another.
                    let share = min(weight(fit.matches, fit.relatives), 5_000)
                    for level in sum.indices { sum[level] += share * fit.mixture.probabilities[place][field][level] }
                    total += share
                }
                return total >= 8 ? sum.map { $0 / total } : nil
            }
            if let found = mean(Mixture.same, { matches, _ in matches }) {
                m[field] = found
            } else if field < fieldCount, !fits.isEmpty, labels == nil {
                report.remarks.append(
                    "How often “\(model.fields[field].name)” agrees cannot be told from these lists, since every rule that finds pairs needs it; the usual is taken."
                )
            }
            if model.hasRelatives, let found = mean(Mixture.relatives, { _, relatives in relatives }) { r[field] = found }
        }
        return (m, r)
    }

    /// m counted over pairs that are known to be of one thing, a thing with many records counting no more than some.
    private mutating func countLabelled(_ labels: [Int?], _ scorer: PairScorer, _ m: inout LevelProbabilities) {
        var records: [Int: [Int]] = [:]
        for (record, label) in labels.enumerated() {
            if let label, records[label, default: []].count < 8 { records[label, default: []].append(record) }
        }
        var counts = (0...fieldCount).map { field in m[field].map { $0 * Mixture.strength } }
        var pairs = 0
        scorer.withScales(table) { scales in
            for group in records.values where group.count > 1 {
                for (place, a) in group.enumerated() {
                    for b in group[(place + 1)...] {
                        pairs += 1
                        scales.forEachLevel(a, b) { field, level, _ in
                            if level != .missing { counts[field][Int(level.rawValue)] += 1 }
                        }
                        counts[fieldCount][Int((table.sources[a] == table.sources[b] ? AgreementLevel.same : .different).rawValue)] += 1
                    }
                }
            }
        }
        guard pairs > 0 else {
            report.remarks.append("The labels hold no two rows of one thing, so nothing is learned from them.")
            return
        }
        report.pairs += pairs
        for field in counts.indices {
            let sum = counts[field].reduce(0, +)
            if sum > 0 { m[field] = counts[field].map { $0 / sum } }
        }
    }

    /// Levels that the model gives stand before what was learned.
    private func keepGiven(_ field: Int, _ m: inout LevelProbabilities, _ r: inout LevelProbabilities) {
        for (level, given) in model.fields[field].levels {
            if let value = given.m { m[field][Int(level.rawValue)] = value }
            if let value = given.r { r[field][Int(level.rawValue)] = value }
        }
    }

    // MARK: - Priors

    /// The odds before comparing, found so that the pairs expected to be of one thing, out of all pairs, are as many as their
    /// probabilities sum up to; pairs that no rule finds are taken for pairs of two things.
    private mutating func setPriors(_ trained: inout ListModel, _ samples: [PairSample]) {
        guard model.prior == nil || (model.hasRelatives && model.relativesPrior == nil) else { return }
        let scorer = PairScorer(trained, table, prior: 0, relativesPrior: 0)
        var pairs: [(match: Double, relative: Double, scale: Double)] = []
        for sample in samples {
            for (place, pattern) in sample.patterns.enumerated() where sample.isFirst[place] {
                var match = Double(sample.shifts[place])
                var relative = match
                for field in 0..<fieldCount where pattern[field] != .missing {
                    match += Double(scorer.fields[field].match[Int(pattern[field].rawValue)])
                    relative += Double(scorer.fields[field].relative[Int(pattern[field].rawValue)])
                }
                match += Double(pattern[fieldCount] == .same ? scorer.sameSource : scorer.otherSource)
                pairs.append((match, relative, sample.scale * parts))
            }
        }
        let all = Double(table.count) * Double(table.count - 1) / 2
        var (same, relatives) = (max(1 / Double(max(table.count, 2)), 1e-12), model.hasRelatives ? 0.5 / Double(max(table.count, 2)) : 0)
        for _ in 0..<200 {
            var (sumSame, sumRelatives) = (0.0, 0.0)
            let (logSame, logRelatives) = (Logarithm.log2(same), Logarithm.log2(max(relatives, 1e-300)))
            for pair in pairs {
                let one = Logarithm.exp2(min(pair.match + logSame, 200))
                let other = relatives > 0 ? Logarithm.exp2(min(pair.relative + logRelatives, 200)) : 0
                let total = one + other + 1
                sumSame += pair.scale * one / total
                sumRelatives += pair.scale * other / total
            }
            let next = max(sumSame / all, 1e-13)
            let isSteady = abs(next - same) <= same * 1e-4
            same = next
            relatives = model.hasRelatives ? max(sumRelatives / all, 1e-13) : 0
            if isSteady { break }
        }
        if trained.prior == nil { trained.prior = Logarithm.log2(same / (1 - min(same, 0.5))) }
        if model.hasRelatives, trained.relativesPrior == nil { trained.relativesPrior = Logarithm.log2(max(relatives, 1e-13)) }
    }
}
