/// Fields that two records must share a key of, all of them, to be compared.
public struct BlockingRule: Sendable, Hashable {
    /// Places of the fields in the table, ascending.
    let fields: [Int]
    /// More records than these under one key are not compared pair by pair.
    let limit: Int
    /// What becomes of keys that hold more: whether other fields part them further, or other rules are left to find the pairs.
    let refines: Bool
}

/// Which rules find candidates.
struct BlockingPlan: Sendable {
    let rules: [BlockingRule]

    /// A key of one field that no more records share than these is reason enough to compare them.
    static let limitAlone = 12
    /// The same for keys of several fields together.
    static let limitTogether = 48

    /// The rules that a model names, or those that its fields suggest.
    ///
    /// A rare key of any one field is a rule; so is any key of a field of which hardly two records share a value by chance. Of the other
    /// fields any two together are, the most telling first, as many as the work allows. So two records of one thing meet unless all but
    /// one of their fields have gone wrong.
    init(_ table: RecordTable, _ model: ListModel, _ keys: [BlockKeys]) {
        let places = Dictionary(uniqueKeysWithValues: model.fields.enumerated().map { ($1.name, $0) })
        guard model.blocking.isEmpty else {
            rules = model.blocking.map { names in
                BlockingRule(fields: names.compactMap { places[$0] }.sorted(), limit: Self.limitTogether, refines: true)
            }
            return
        }
        let count = Double(max(table.count, 2))
        let collisions = keys.map { $0.collisionProbability(records: table.count) }
        let completeness = keys.indices.map(table.completeness)
        let varied = keys.indices.filter { keys[$0].counts.count > 2 }
        let telling = varied.filter { completeness[$0] >= 0.02 && collisions[$0] < 0.2 }
        // Where hardly anything tells records apart, whatever there is.
        let useful = telling.count < 2 ? varied : telling
        // As rare as three chance companions for a record.
        let alone = useful.filter { collisions[$0] * count <= 3 }
        var pairs: [(fields: [Int], cost: Double)] = []
        for (place, first) in useful.enumerated() where !alone.contains(first) {
            for second in useful[(place + 1)...] where !alone.contains(second) {
                let cost = collisions[first] * collisions[second] * count / (completeness[first] * completeness[second])
                pairs.append(([first, second], cost))
            }
        }
        let limit = min(45, max(8, 40_000_000 / max(table.count, 1)))
        let chosen = pairs.sorted { $0.cost != $1.cost ? $0.cost < $1.cost : $0.fields.lexicographicallyPrecedes($1.fields) }.prefix(limit)
        var found = useful.map { field in
            BlockingRule(fields: [field], limit: Self.limitAlone, refines: alone.contains(field) || chosen.isEmpty)
        }
        found += chosen.map { BlockingRule(fields: $0.fields, limit: Self.limitTogether, refines: true) }
        for swap in table.swaps {
            // Only both fields together lead to a row in which they are mixed up.
            let fields = [swap.first, swap.second].sorted()
            guard fields.allSatisfy(useful.contains), !found.contains(where: { $0.fields == fields }) else { continue }
            found.append(BlockingRule(fields: fields, limit: Self.limitTogether, refines: true))
        }
        if found.isEmpty {
            found = keys.indices.filter { keys[$0].counts.count > 1 }
                .map { BlockingRule(fields: [$0], limit: Self.limitTogether, refines: true) }
        }
        rules = found
    }
}
