extension PairScorer {
    /// Weights are bounded: no field speaks louder than the lists it was learned from can bear out.
    private static let bounds: ClosedRange<Double> = -12...24

    /// A scorer by a trained model for the records of a table.
    init(_ model: ListModel, _ table: RecordTable, prior: Float? = nil, relativesPrior: Float? = nil) {
        let fields = model.fields.enumerated().map { place, field in
            FieldWeighing(
                table.columns[place], match: Self.weights(field, \.m), relative: Self.weights(field) { $0.r ?? $0.m },
                rarity: Float(field.rarity ?? ListTraining.usualRarity(field.kind)), records: table.count)
        }
        let same = model.sameSource ?? 0
        self.init(
            fields: fields, kinds: model.fields.map(\.kind), prior: prior ?? Float(model.prior ?? 0),
            relativesPrior: model.tellsOwners ? relativesPrior ?? model.relativesPrior.map { Float($0) } : nil,
            sameSource: Float(same), otherSource: Self.otherSource(same, table))
    }

    /// log2 of the chance of each level over that by chance, not rising as agreement falls: neighbouring levels that would rise are taken
    /// together, so that a level which hardly occurs cannot drag down one that does (pooling adjacent violators, Ayer et al. 1955).
    private static func weights(_ field: ListModel.Field, _ chance: (ListModel.Level) -> Double?) -> [Float] {
        var pools: [(levels: [AgreementLevel], chance: Double, u: Double)] = []
        var weights = [Float](repeating: 0, count: AgreementLevel.allCases.count)
        for level in field.kind.levels {
            guard let known = field.levels[level] else { continue }
            if let given = known.weight {
                weights[Int(level.rawValue)] = Float(given)
                continue
            }
            guard let chance = chance(known), let u = known.u else { continue }
            pools.append(([level], max(chance, 1e-12), max(u, 1e-12)))
            while pools.count > 1,
                pools[pools.count - 1].chance * pools[pools.count - 2].u > pools[pools.count - 2].chance * pools[pools.count - 1].u
            {
                let last = pools.removeLast()
                pools[pools.count - 1].levels += last.levels
                pools[pools.count - 1].chance += last.chance
                pools[pools.count - 1].u += last.u
            }
        }
        for pool in pools {
            let weight = Logarithm.log2(pool.chance / pool.u).clamped(to: bounds)
            for level in pool.levels { weights[Int(level.rawValue)] = Float(weight) }
        }
        return weights
    }

    /// If m/u of two rows of one list is known, that of rows of two lists follows from how many pairs are within lists.
    private static func otherSource(_ same: Double, _ table: RecordTable) -> Float {
        guard table.sourceNames.count > 1 else { return 0 }
        var sizes = [Double](repeating: 0, count: table.sourceNames.count)
        for source in table.sources { sizes[Int(source)] += 1 }
        let count = Double(table.count)
        let within = sizes.reduce(0) { $0 + $1 * ($1 - 1) } / max(count * (count - 1), 1)
        guard within < 1 else { return 0 }
        let share = min(Logarithm.exp2(same) * within, 0.999)
        return Float(Logarithm.log2((1 - share) / (1 - within)))
    }
}
