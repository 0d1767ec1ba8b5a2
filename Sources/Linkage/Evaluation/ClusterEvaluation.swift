/// How well clusters agree with the truth, counted over pairs of records and over whole clusters.
public struct ClusterEvaluation: Sendable, Hashable {
    /// Hits among what was found and among what there is.
    public struct Agreement: Sendable, Hashable, Codable {
        public let correct: Int
        public let found: Int
        public let existing: Int

        /// The share of what was found that is right; 1 where nothing was found.
        public var precision: Double { found == 0 ? 1 : Double(correct) / Double(found) }
        /// The share of what exists that was found; 1 where there is nothing to find.
        public var recall: Double { existing == 0 ? 1 : Double(correct) / Double(existing) }
        /// The harmonic mean of precision and recall.
        public var f1: Double { found + existing == 0 ? 1 : 2 * Double(correct) / Double(found + existing) }
    }

    /// Pairs of records that are in one cluster, and of one thing.
    public let pairs: Agreement
    /// Clusters that hold all records of one thing and no other.
    public let clusters: Agreement

    /// How far the number of clusters is off, as a share of the number of things.
    public var countError: Double {
        clusters.existing == 0 ? 0 : Double(clusters.found - clusters.existing) / Double(clusters.existing)
    }

    /// Counts in time that grows with the number of records alone.
    ///
    /// - Parameter records: for each record its cluster and the thing it is of, as numbers.
    public init(_ records: some Sequence<(cluster: Int, entity: Int)>) {
        var together: [Both: Int] = [:]
        var clusterSizes: [Int: Int] = [:]
        var entitySizes: [Int: Int] = [:]
        for (cluster, entity) in records {
            together[Both(cluster: cluster, entity: entity), default: 0] += 1
            clusterSizes[cluster, default: 0] += 1
            entitySizes[entity, default: 0] += 1
        }
        func pairs(_ sizes: some Sequence<Int>) -> Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
        self.pairs = Agreement(correct: pairs(together.values), found: pairs(clusterSizes.values), existing: pairs(entitySizes.values))
        let whole = together.count { both, size in clusterSizes[both.cluster] == size && entitySizes[both.entity] == size }
        clusters = Agreement(correct: whole, found: clusterSizes.count, existing: entitySizes.count)
    }

    /// A cluster and a thing that have records in common.
    private struct Both: Hashable {
        let cluster: Int
        let entity: Int
    }
}
