/// Which rows of a result are in the right place: with another row of their thing, or alone where there is none.
struct RightPlaces {
    private let isRight: [Bool]

    /// - Parameter records: for each row its cluster and what it is of.
    init(_ records: [(cluster: Int, entity: Int)]) {
        struct Place: Hashable {
            let cluster: Int
            let entity: Int
        }
        var inCluster: [Int: Int] = [:]
        var ofEntity: [Int: Int] = [:]
        var ofBoth: [Place: Int] = [:]
        for (cluster, entity) in records {
            inCluster[cluster, default: 0] += 1
            ofEntity[entity, default: 0] += 1
            ofBoth[Place(cluster: cluster, entity: entity), default: 0] += 1
        }
        isRight = records.map { cluster, entity in
            inCluster[cluster] == 1 ? ofEntity[entity] == 1 : ofBoth[Place(cluster: cluster, entity: entity), default: 0] > 1
        }
    }

    /// The rows that got a probability, with whether they are right.
    func labelled(_ probabilities: [Double?]) -> [(probability: Double, isMatch: Bool)] {
        zip(probabilities, isRight).compactMap { probability, isRight in probability.map { ($0, isRight) } }
    }
}
