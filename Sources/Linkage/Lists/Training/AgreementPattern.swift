/// How two records agree, field by field, in one number: three bits each, so that equal patterns are counted together.
struct AgreementPattern: Hashable, Sendable {
    private(set) var code: UInt64 = 0

    /// The fields that fit into one pattern.
    static let fieldLimit = 20

    subscript(field: Int) -> AgreementLevel {
        get { AgreementLevel(rawValue: UInt8(truncatingIfNeeded: code >> UInt64(field * 3) & 7)) ?? .missing }
        set { code = code & ~(7 << UInt64(field * 3)) | UInt64(newValue.rawValue) << UInt64(field * 3) }
    }

    /// The pattern with nothing known of some fields.
    func without(_ fields: [Int]) -> AgreementPattern {
        var pattern = self
        for field in fields { pattern[field] = .missing }
        return pattern
    }
}

/// Pairs of records drawn for training, with how they agree.
struct PairSample: Sendable {
    var patterns: [AgreementPattern] = []
    /// What the rarity of the agreeing values adds to a pair's weight, whatever the weights of the levels.
    var shifts: [Float] = []
    /// Whether no earlier rule finds the pair.
    var isFirst: [Bool] = []
    /// How many pairs of its rule each drawn pair stands for.
    var scale = 1.0

    /// The patterns with how often each occurs.
    func counted(without fields: [Int] = []) -> [(pattern: AgreementPattern, count: Double)] {
        var counts: [AgreementPattern: Double] = [:]
        for pattern in patterns { counts[pattern.without(fields), default: 0] += 1 }
        return counts.map { ($0.key, $0.value) }.sorted { $0.pattern.code < $1.pattern.code }
    }
}
