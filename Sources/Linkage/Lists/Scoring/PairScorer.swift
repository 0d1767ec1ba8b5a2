/// Weighs pairs of records (Fellegi and Sunter 1969), with a third possibility beside one thing and two: relatives, that is
/// two businesses of one owner, or two people of one household.
///
/// With M, R and U for the three, each field adds log2 m/u to what speaks for M and log2 r/u to what speaks for R. The odds of M against
/// the other two are then π_M·m / (π_R·r + π_U·u): however much speaks for one owner, it cannot tell one business from the owner's two.
struct PairScorer: Sendable {
    let fields: [FieldWeighing]
    /// log2 π_M/π_U.
    let prior: Float
    /// log2 π_R/π_U; nil where owners are not told.
    let relativesPrior: Float?
    /// log2 m/u of two rows of one list, and of rows of two lists.
    let sameSource: Float
    let otherSource: Float
    /// The fields in the order in which unequal values are compared: first those that may say most against.
    private let order: [Int]

    init(fields: [FieldWeighing], kinds: [FieldKind], prior: Float, relativesPrior: Float?, sameSource: Float, otherSource: Float) {
        self.fields = fields
        self.prior = prior
        self.relativesPrior = relativesPrior
        self.sameSource = sameSource
        self.otherSource = otherSource
        order = fields.indices.sorted { one, other in
            let (first, second) = (Self.cost(kinds[one]), Self.cost(kinds[other]))
            return first != second ? first < second : one < other
        }
    }

    private static func cost(_ kind: FieldKind) -> Int {
        switch kind {
        case .category, .number: 0
        case .identifier, .date: 1
        case .phone, .email, .place: 2
        case .givenName, .familyName: 3
        case .person, .business, .address, .text: 4
        }
    }

    /// What scoring needs, as it lies in memory; the scales are valid within the call alone.
    func withScales<Result>(_ table: RecordTable, _ body: (PairScales) -> Result) -> Result {
        table.withViews { views in
            func open(_ scales: [FieldScale]) -> Result {
                guard scales.count < fields.count else {
                    return scales.withUnsafeBufferPointer { scales in
                        order.withUnsafeBufferPointer { order in
                            table.values.withUnsafeBufferPointer { values in
                                table.sources.withUnsafeBufferPointer { sources in
                                    table.swaps.withUnsafeBufferPointer { swaps in
                                        table.alternates.withUnsafeBufferPointer { alternates in
                                            body(
                                                PairScales(
                                                    scorer: self, scales: scales, order: order, views: views, values: values,
                                                    swaps: swaps, alternates: alternates, sources: sources))
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                let field = fields[scales.count]
                return field.sameShift.withUnsafeBufferPointer { open(scales + [FieldScale(field, sameShift: $0)]) }
            }
            return open([])
        }
    }

    /// What is taken from the odds because the same signs would come from two businesses of one owner.
    @inline(__always)
    static func correction(_ relative: Float, prior: Float?) -> Float {
        guard let prior else { return 0 }
        let log = relative + prior
        if log < -12 { return 0 }
        if log > 24 { return log }
        return Float(Logarithm.log2(1 + Logarithm.exp2(Double(log))))
    }
}

/// What agreement on one field says, without references to be counted.
struct FieldScale {
    let match: SIMD8<Float>
    let relative: SIMD8<Float>
    let rarity: Float
    let typicalBits: Float
    let bestUnequal: Float
    let sameShift: UnsafeBufferPointer<Float>

    init(_ field: FieldWeighing, sameShift: UnsafeBufferPointer<Float>) {
        var (match, relative) = (SIMD8<Float>(), SIMD8<Float>())
        for level in field.match.indices { (match[level], relative[level]) = (field.match[level], field.relative[level]) }
        (self.match, self.relative) = (match, relative)
        rarity = field.rarity
        typicalBits = field.typicalBits
        bestUnequal = field.bestUnequal
        self.sameShift = sameShift
    }

    /// Rarity moves the weight of what agrees in part by no more bits than these.
    static let furthestPartialShift: Float = 2

    /// What two different values say beyond the weight of their level: the rarity of what they have in common.
    @inline(__always)
    func shift(_ comparison: ValueComparison) -> Float {
        guard comparison.bits > 0 else { return 0 }
        switch comparison.level {
        case .same, .close, .contained: return FieldWeighing.shift(comparison.bits, typicalBits, rarity)
        case .partial:
            let half = FieldWeighing.shift(comparison.bits, typicalBits, rarity) / 2
            return max(min(half, Self.furthestPartialShift), -Self.furthestPartialShift)
        case .different, .missing: return 0
        }
    }
}

/// A scorer and a table as they lie in memory: weighs pairs without counting references.
struct PairScales {
    private let prior: Float
    private let relativesPrior: Float?
    private let sameSource: Float
    private let otherSource: Float
    private let scales: UnsafeBufferPointer<FieldScale>
    private let order: UnsafeBufferPointer<Int>
    private let views: UnsafeBufferPointer<FieldView>
    private let values: UnsafeBufferPointer<UInt32>
    private let swaps: UnsafeBufferPointer<FieldSwap>
    private let alternates: UnsafeBufferPointer<UInt32>
    private let sources: UnsafeBufferPointer<UInt16>

    init(
        scorer: PairScorer, scales: UnsafeBufferPointer<FieldScale>, order: UnsafeBufferPointer<Int>, views: UnsafeBufferPointer<FieldView>,
        values: UnsafeBufferPointer<UInt32>, swaps: UnsafeBufferPointer<FieldSwap>, alternates: UnsafeBufferPointer<UInt32>,
        sources: UnsafeBufferPointer<UInt16>
    ) {
        prior = scorer.prior
        relativesPrior = scorer.relativesPrior
        sameSource = scorer.sameSource
        otherSource = scorer.otherSource
        self.scales = scales
        self.order = order
        self.views = views
        self.values = values
        self.swaps = swaps
        self.alternates = alternates
        self.sources = sources
    }

    /// The log2 odds that two records are of one thing; −∞ if they are below `floor`, which is found out early.
    @inline(__always)
    func weight(_ a: Int, _ b: Int, floor: Float) -> Float {
        let width = scales.count
        let (rowA, rowB) = (a &* width, b &* width)
        var match = prior + (sources[a] == sources[b] ? sameSource : otherSource)
        var relative: Float = 0
        var reach: Float = 0
        var unequal: UInt32 = 0
        var field = 0
        while field < width {
            let (one, other) = (values[rowA &+ field], values[rowB &+ field])
            if one == other {
                if one != 0 {
                    let shift = scales[field].sameShift[Int(one)]
                    match += scales[field].match[Int(AgreementLevel.same.rawValue)] + shift
                    relative += scales[field].relative[Int(AgreementLevel.same.rawValue)] + shift
                }
            } else if one != 0, other != 0 {
                unequal |= 1 &<< UInt32(field)
                reach += scales[field].bestUnequal
            }
            field &+= 1
        }
        if match + reach < floor { return -.infinity }
        for place in swaps.indices {
            let swap = swaps[place]
            let mask: UInt32 = 1 &<< UInt32(swap.first) | 1 &<< UInt32(swap.second)
            guard unequal & mask == mask, let found = swapped(a, b, place) else { continue }
            unequal &= ~mask
            match += found.match
            relative += found.relative
            reach -= scales[swap.first].bestUnequal + scales[swap.second].bestUnequal
        }
        var place = 0
        while unequal != 0, place < width {
            let field = order[place]
            place &+= 1
            guard unequal & (1 &<< UInt32(field)) != 0 else { continue }
            unequal &= ~(1 &<< UInt32(field))
            let comparison = views[field].compare(values[rowA &+ field], values[rowB &+ field])
            let shift = scales[field].shift(comparison)
            match += scales[field].match[Int(comparison.level.rawValue)] + shift
            relative += scales[field].relative[Int(comparison.level.rawValue)] + shift
            reach -= scales[field].bestUnequal
            if match + reach < floor { return -.infinity }
        }
        let weight = relativesPrior == nil ? match : match - PairScorer.correction(relative, prior: relativesPrior)
        return weight < floor ? -.infinity : weight
    }

    /// What two fields say if they were mixed up in one of two records, where that says more than taking them as they stand. One of them has to
    /// be equal across for it to be thought of.
    func swapped(_ a: Int, _ b: Int, _ place: Int) -> SwappedAgreement? {
        let swap = swaps[place]
        let (first, second) = (values[a &* scales.count &+ swap.first], values[a &* scales.count &+ swap.second])
        let crossing = (b &* swaps.count &+ place) &* 2
        let (otherFirst, otherSecond) = (alternates[crossing], alternates[crossing &+ 1])
        guard otherFirst != 0, otherSecond != 0, first == otherFirst || second == otherSecond else { return nil }
        let one = agreement(swap.first, first, otherFirst)
        let two = agreement(swap.second, second, otherSecond)
        guard one.level >= .contained, two.level >= .contained else { return nil }
        let row = b &* scales.count
        let found = SwappedAgreement(
            levels: (one.level, two.level), shifts: (one.shift, two.shift), match: one.match + two.match + FieldSwap.weight,
            relative: one.relative + two.relative + FieldSwap.weight)
        let straight =
            agreement(swap.first, first, values[row &+ swap.first]).match + agreement(swap.second, second, values[row &+ swap.second]).match
        return found.match > straight ? found : nil
    }

    private func agreement(
        _ field: Int, _ one: UInt32, _ other: UInt32
    ) -> (level: AgreementLevel, shift: Float, match: Float, relative: Float) {
        let comparison = one == other ? ValueComparison(.same) : views[field].compare(one, other)
        let shift = one == other ? scales[field].sameShift[Int(one)] : scales[field].shift(comparison)
        let level = Int(comparison.level.rawValue)
        return (comparison.level, shift, scales[field].match[level] + shift, scales[field].relative[level] + shift)
    }

    /// The fields that seem to be mixed up between two records.
    func swaps(_ a: Int, _ b: Int) -> [(swap: FieldSwap, agreement: SwappedAgreement)] {
        swaps.indices.compactMap { place in
            let swap = swaps[place]
            let isUnequal = [swap.first, swap.second].allSatisfy { field in
                let (one, other) = (values[a &* scales.count &+ field], values[b &* scales.count &+ field])
                return one != other && one != 0 && other != 0
            }
            return isUnequal ? swapped(a, b, place).map { (swap, $0) } : nil
        }
    }

    /// Tells the level of each field, in the order of the fields, and what rarity adds to it.
    @inline(__always)
    func forEachLevel(_ a: Int, _ b: Int, _ body: (Int, AgreementLevel, Float) -> Void) {
        let width = scales.count
        for field in 0..<width {
            let (one, other) = (values[a &* width &+ field], values[b &* width &+ field])
            if one == 0 || other == 0 {
                body(field, .missing, 0)
            } else if one == other {
                body(field, .same, scales[field].sameShift[Int(one)])
            } else {
                let comparison = views[field].compare(one, other)
                body(field, comparison.level, scales[field].shift(comparison))
            }
        }
    }
}

/// How two fields agree that are held against each other across.
struct SwappedAgreement {
    let levels: (AgreementLevel, AgreementLevel)
    /// What rarity adds to each.
    let shifts: (Float, Float)
    /// What both say, less what it takes that they were mixed up.
    let match: Float
    let relative: Float
}
