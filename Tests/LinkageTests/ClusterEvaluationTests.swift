import Testing

@testable import Linkage

@Suite("Clusters are held against the truth")
struct ClusterEvaluationTests {
    @Test("pairs and whole clusters are counted as by hand")
    func counts() {
        // Clusters {1,2,3} {4} {5,6}; truth {1,2} {3,4} {5,6}: pairs found 4, existing 3, right 2; one cluster whole.
        let records: [(cluster: Int, entity: Int)] = [(1, 1), (1, 1), (1, 2), (2, 2), (3, 3), (3, 3)]
        let evaluation = ClusterEvaluation(records)
        #expect(evaluation.pairs == .init(correct: 2, found: 4, existing: 3))
        #expect(evaluation.clusters == .init(correct: 1, found: 3, existing: 3))
        #expect(evaluation.pairs.precision == 0.5)
        #expect(abs(evaluation.pairs.recall - 2.0 / 3) < 1e-12)
        #expect(abs(evaluation.pairs.f1 - 4.0 / 7) < 1e-12)
        #expect(evaluation.countError == 0)
    }

    @Test("clusters that are right are right")
    func perfect() {
        let evaluation = ClusterEvaluation((0..<1_000).map { (cluster: $0 / 3, entity: $0 / 3 + 5_000) })
        #expect(evaluation.pairs.f1 == 1)
        #expect(evaluation.clusters.f1 == 1)
    }
}
