/// How likely each level of each field is within one class of pairs.
typealias LevelProbabilities = [[Double]]

/// Pairs of records as a mixture of classes, fields being independent within a class; fitted by expectation-maximisation (Dempster, Laird
/// and Rubin 1977, as Winkler 1988 has it for linkage).
///
/// The classes are: of one thing; of two things; and, where lists of businesses tell owners, of two businesses of one owner.
struct Mixture: Sendable {
    /// How likely each class is.
    var shares: [Double]
    /// By class, by field, by level: the chance of the level where both records say something.
    var probabilities: [LevelProbabilities]
    /// The fields whose probabilities are learned, by class.
    var isLearned: [[Bool]]
    /// Sightings that the starting values count for, so that a level that never occurs keeps a chance.
    static let strength = 2.0

    /// Class numbers.
    static let same = 0
    static let other = 1
    static let relatives = 2

    /// The chance of each class, given how a pair agrees.
    func posterior(_ pattern: AgreementPattern, into chances: inout [Double]) -> Double {
        var total = 0.0
        for place in shares.indices {
            var chance = shares[place]
            for field in probabilities[place].indices {
                let level = pattern[field]
                if level != .missing { chance *= probabilities[place][field][Int(level.rawValue)] }
            }
            chances[place] = chance
            total += chance
        }
        if total > 0 { for place in chances.indices { chances[place] /= total } }
        return total
    }

    /// Fits the mixture to counted patterns.
    ///
    /// - Returns: the mean log2 likelihood of a pattern, and how many rounds it took.
    mutating func fit(_ patterns: [(pattern: AgreementPattern, count: Double)], rounds: Int = 100) -> (likelihood: Double, rounds: Int) {
        let start = probabilities
        let total = patterns.reduce(0) { $0 + $1.count }
        guard total > 0 else { return (0, 0) }
        var chances = [Double](repeating: 0, count: shares.count)
        var likelihood = -Double.infinity
        for round in 1...rounds {
            var sums = start.indices.map { place in
                start[place].map { levels in levels.map { $0 * Self.strength } }
            }
            var classSums = [Double](repeating: 0, count: shares.count)
            var logLikelihood = 0.0
            for (pattern, count) in patterns {
                logLikelihood += count * Logarithm.log2(max(posterior(pattern, into: &chances), 1e-300))
                for place in shares.indices {
                    let weight = chances[place] * count
                    classSums[place] += weight
                    for field in sums[place].indices where isLearned[place][field] {
                        let level = pattern[field]
                        if level != .missing { sums[place][field][Int(level.rawValue)] += weight }
                    }
                }
            }
            for place in shares.indices {
                shares[place] = max(classSums[place] / total, 1e-9)
                for field in sums[place].indices where isLearned[place][field] {
                    let sum = sums[place][field].reduce(0, +)
                    probabilities[place][field] = sums[place][field].map { $0 / sum }
                }
            }
            let mean = logLikelihood / total
            if abs(mean - likelihood) < 1e-6 { return (mean, round) }
            likelihood = mean
        }
        return (likelihood, rounds)
    }
}
