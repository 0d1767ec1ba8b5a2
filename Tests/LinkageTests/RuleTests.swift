import Linkage
import Testing

@Suite struct RuleTests {
    @Test("records that say nothing are neither joined nor a trap")
    func emptyRecords() {
        let model = LinkageModel.starting
        let comparison = model.compare(LinkageRecord(), LinkageRecord())
        #expect(comparison.contributions.isEmpty)
        #expect(comparison.weight == 0)
        #expect(model.assign(LinkageRecord(), among: []).outcome == .new)
        #expect(model.assign(LinkageRecord(), among: [Candidate(id: 1, claims: [LinkageRecord()])]).outcome == .new)
    }
}
