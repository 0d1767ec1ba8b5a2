import Linkage
import Testing

@Suite struct AssignmentTests {
    let model = LinkageModel.starting

    @Test("two lists' rows of one business meet without any identifier")
    func plain() {
        let claim = LinkageRecord.mekarSari.withoutIdentifiers
        let other = claim.with {
            $0.owner = ["rohmawati"]
            $0.trade = nil
        }
        let assignment = model.assign(other, among: [Candidate(id: 3, claims: [claim])])
        #expect(assignment.outcome == .existing(3))
        #expect(assignment.basis == .probability)
        #expect(assignment.probability > 0.9)
    }

    @Test("the same common name in one village with another owner is another business", arguments: [["barokah"], ["sri"], []])
    func namesakes(name: [String]) {
        let here = LinkageRecord(
            businessName: name, businessType: ["warung"], owner: ["sri", "wahyuni"], phones: [1], region: 3204, district: "cileunyi",
            village: "cimekar", trade: 56_102)
        let there = here.with {
            $0.owner = ["sri", "hartati"]
            $0.phones = [2]
        }
        #expect(model.assign(there, among: [Candidate(id: 0, claims: [here])]).outcome == .new)
    }

    @Test("husband and wife with one phone and two businesses are two businesses; with one business they are one")
    func couple() {
        let his = LinkageRecord(
            businessName: ["tunas", "motor"], owner: ["bambang", "hartono"], phones: [9], region: 3204, district: "cileunyi",
            village: "cimekar", trade: 45_407, sex: 1)
        let hers = his.with {
            ($0.businessName, $0.owner, $0.trade, $0.sex) = (["dapur", "rohmawati"], ["siti", "rohmawati"], 56_102, 2)
        }
        #expect(model.assign(hers, among: [Candidate(id: 0, claims: [his])]).outcome == .new)
        let hisUnderHerName = his.with { ($0.owner, $0.sex) = (["siti", "rohmawati"], 2) }
        #expect(model.assign(hisUnderHerName, among: [Candidate(id: 0, claims: [his])]).outcome == .existing(0))
    }

    @Test("a facilitator's phone does not draw a whole group together")
    func facilitator() {
        var register = IncrementalRegister(model: model)
        let names = ["tempoyak", "cendrawasih", "kerudung", "mutumanikam", "larangan", "gandasuli", "wijayakusuma", "pandanwangi"]
        let owners = ["rohmawati", "hendarto", "sulistyo", "maimunah", "kuswandi", "tarmidzi", "puspasari", "gunardi"]
        for (index, name) in names.enumerated() {
            register.add(
                LinkageRecord(
                    businessName: [name], owner: [owners[index]], phones: [42], region: 3204, district: "cileunyi", village: "cimekar",
                    trade: index % 2 == 0 ? 10_794 : 14_111))
        }
        #expect(register.claimsOfBusiness.count == names.count)
    }

    @Test("a claim between two businesses goes to the better one, and the other is the near miss")
    func bridge() throws {
        let a = LinkageRecord.mekarSari.withoutIdentifiers.with { $0.phones = [1] }
        let b = a.with {
            ($0.owner, $0.phones, $0.trade, $0.addressWords, $0.houseNumber) = (["agus", "hendarto"], [2], 14_111, ["melati"], "40")
            ($0.rt, $0.rw, $0.sex, $0.birthDay) = (1, 1, 1, 9_000)
        }
        #expect(model.assign(b, among: [Candidate(id: 0, claims: [a])]).outcome == .new)
        let between = LinkageRecord(
            businessName: ["mekar", "sari"], owner: ["siti", "rohmawati"], phones: [1, 2], region: 3204, district: "cileunyi",
            village: "cimekar")
        let assignment = model.assign(between, among: [Candidate(id: 0, claims: [a]), Candidate(id: 1, claims: [b])])
        #expect(assignment.outcome == .existing(0))
        #expect(assignment.nearMiss?.id == 1 || assignment.nearMiss == nil)
        #expect(assignment.probability <= 1)
    }

    @Test("a firm contradiction with one claim keeps a business closed, however well another claim agrees")
    func contradiction() {
        let known = LinkageRecord(
            businessName: ["tempoyak", "cahyani"], owner: ["siti", "rohmawati"], region: 3204, trade: 10_794, birthDay: 7_342, sex: 2)
        let weakThird = LinkageRecord(owner: ["rohmawati"], phones: [5], region: 3204)
        let newcomer = LinkageRecord(
            businessName: ["bengkel", "sinarmas"], owner: ["rohmawati", "gunardi"], phones: [5], region: 3204, trade: 45_407,
            birthDay: 2_001, sex: 1)
        let business = Candidate(id: 0, claims: [known, weakThird])
        #expect(model.assign(newcomer, among: [business]).outcome == .new)
    }

    @Test("the order of candidates does not matter, and the same input gives the same answer")
    func deterministic() {
        let claims = PartnerLists(size: 40, seed: 8).claims.map(\.record)
        let candidates = claims.dropFirst().prefix(150).enumerated().map { Candidate(id: $0.offset, claims: [$0.element]) }
        var random = SeededRandom(seed: 8)
        for claim in claims.suffix(40) {
            let assignment = model.assign(claim, among: candidates)
            #expect(model.assign(claim, among: candidates) == assignment)
            let shuffled = model.assign(claim, among: candidates.shuffled(using: &random))
            #expect(shuffled.outcome == assignment.outcome)
            #expect(shuffled.basis == assignment.basis)
        }
    }

    @Test("a doubtful claim names the business it may belong to")
    func nearMiss() throws {
        let known = LinkageRecord(businessName: ["tempoyak"], phones: [1], region: 3204)
        let doubtful = LinkageRecord(businessName: ["tempoyak"], phones: [2], region: 3204, trade: 10_794)
        let assignment = model.assign(doubtful, among: [Candidate(id: 5, claims: [known])])
        let miss = try #require(assignment.nearMiss)
        #expect(assignment.outcome == .new)
        #expect(miss.id == 5)
        #expect(abs(miss.probability + assignment.probabilityNew - 1) < 1e-9)
    }
}
