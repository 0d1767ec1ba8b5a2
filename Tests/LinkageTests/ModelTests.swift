import Foundation
import Linkage
import Testing

@Suite struct ModelTests {
    @Test("a model comes back from JSON as it was")
    func json() throws {
        let model = LinkageModel.starting.expecting(businesses: 123_456)
        let decoded = try JSONDecoder().decode(LinkageModel.self, from: JSONEncoder().encode(model))
        #expect(decoded == model)
        #expect(decoded.compare(.mekarSari, .mekarSari) == model.compare(.mekarSari, .mekarSari))
    }

    @Test("a word that lists turn out to be full of loses its weight, and the others keep theirs")
    func counting() {
        let before = TermFrequencies.startingBusinessWords
        let names = (0..<5_000).map { $0 % 4 == 0 ? ["tempoyak", "usaha\($0)"] : ["usaha\($0)"] }
        let after = before.counting(names)
        #expect(before.bits("tempoyak") > 12)
        #expect(after.bits("tempoyak") < 4)
        #expect(after.bits("cendrawasih") >= before.bits("cendrawasih"))
        var model = LinkageModel.starting
        let record = LinkageRecord(businessName: ["tempoyak"])
        let weight = model.compare(record, record).weight
        model.businessWords = after
        #expect(model.compare(record, record).weight < weight)
    }

    @Test("shares outside 0 to 1, from a file that somebody edited, make no infinite weight")
    func shares() {
        let odd = TermFrequencies(shares: ["nol": 0, "minus": -1, "banyak": 7, "apa": .nan], unseen: 0)
        for word in ["nol", "minus", "banyak", "apa", "tidak"] {
            #expect(odd.bits(word).isFinite)
            #expect(odd.bits(word) >= 0)
        }
    }
}
