import Linkage
import Testing

@Suite struct RuleTests {
    let model = LinkageModel.starting

    private func assign(_ record: LinkageRecord, to claim: LinkageRecord) -> Assignment {
        model.assign(record, among: [Candidate(id: 7, claims: [claim])])
    }

    @Test("the same business licence number is the same business, whatever else differs")
    func sameLicence() {
        let other = LinkageRecord(businessName: ["kopi", "gayo"], owner: ["agus"], nib: 0x9120, region: 1104)
        let assignment = assign(other, to: .mekarSari)
        #expect(assignment.outcome == .existing(7))
        #expect(assignment.basis == .rule(.sameLicence))
        #expect(assignment.probability == 1)
        #expect(assignment.probabilityNew == 0)
    }

    @Test("the same account of a marketplace is the same business")
    func sameAccount() {
        let other = LinkageRecord(businessName: ["mekarsari", "official"], account: 0xACC)
        #expect(assign(other, to: .mekarSari).basis == .rule(.sameAccount))
        #expect(assign(other, to: .mekarSari).outcome == .existing(7))
    }

    @Test("the same owner with a similar name, or at the same address, is the same business")
    func sameOwnerAndNameOrAddress() {
        let named = LinkageRecord(businessName: ["mekar", "sarie"], nik: 0x3204)
        #expect(assign(named, to: .mekarSari).basis == .rule(.sameOwnerAndNameOrAddress))
        let housed = LinkageRecord(
            nik: 0x3204, region: 3204, village: "cimekar", addressWords: ["mawar"], houseNumber: "12", trade: 56_102)
        #expect(assign(housed, to: .mekarSari).basis == .rule(.sameOwnerAndNameOrAddress))
    }

    @Test("the same owner with another trade at another address is a second business of that owner")
    func secondBusiness() {
        let second = LinkageRecord(
            businessName: ["mekar", "sari"], owner: ["siti", "rohmawati"], phones: [0x8123], nik: 0x3204, region: 3204,
            district: "majalaya", village: "sukamaju", addressWords: ["pasar", "baru"], trade: 14_111)
        let assignment = assign(second, to: .mekarSari)
        #expect(assignment.outcome == .new)
        #expect(assignment.otherBusinessesOfOwner == [7])
    }

    @Test("records that say nothing are neither joined nor a trap")
    func emptyRecords() {
        let comparison = model.compare(LinkageRecord(), LinkageRecord())
        #expect(comparison.contributions.isEmpty)
        #expect(comparison.weight == 0)
        #expect(LinkageRecord().blockingKeys().isEmpty)
        #expect(model.assign(LinkageRecord(), among: []).outcome == .new)
        #expect(model.assign(LinkageRecord(), among: [Candidate(id: 1, claims: [])]).outcome == .new)
        #expect(assign(LinkageRecord(), to: LinkageRecord()).outcome == .new)
        let blank = LinkageRecord(businessName: [""], owner: ["", ""], district: "", village: "", addressWords: [""], houseNumber: "")
        #expect(assign(blank, to: blank).outcome == .new)
    }
}
