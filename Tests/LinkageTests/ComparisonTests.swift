import Linkage
import Testing

@Suite struct ComparisonTests {
    let model = LinkageModel.starting

    @Test("which record stands first does not matter")
    func symmetry() {
        var random = SeededRandom(seed: 6)
        var records = PartnerLists(size: 60, seed: 6).claims.map(\.record)
        for _ in 0..<60 { records.append(arbitraryRecord(&random)) }
        for a in records.indices.prefix(200) {
            for b in records.indices.suffix(160) {
                #expect(model.compare(records[a], records[b]) == model.compare(records[b], records[a]))
            }
        }
    }

    @Test("no field weighs more for agreeing less")
    func monotone() {
        let fields = [
            model.businessName, model.owner, model.phone, model.nik, model.nib, model.npwp, model.email, model.account, model.regency,
            model.village, model.address, model.trade, model.birthDate, model.sex,
        ]
        for weights in fields {
            #expect(weights.isMonotone)
            #expect(weights.same > 0)
            #expect(weights.different < 0)
        }
    }

    @Test("the nearer the name, the higher the weight")
    func nameLadder() {
        func weight(_ name: String) -> Double {
            let other = LinkageRecord(businessName: name.split(separator: " ").map(String.init))
            return model.compare(LinkageRecord(businessName: ["kampoeng", "tempoyak"]), other).weight
        }
        let ladder = ["kampoeng tempoyak", "kampoeng tempoyek", "tempoyak", "tempoyak lestari", "laris manis"].map(weight)
        for (more, less) in zip(ladder, ladder.dropFirst()) { #expect(more > less) }
        #expect(ladder[1] > 0)
        #expect(ladder[4] < 0)
    }

    @Test("agreeing on a rare name weighs more than agreeing on one that thousands bear")
    func rarity() {
        func weight(_ name: [String]) -> Double {
            model.compare(LinkageRecord(businessName: name), LinkageRecord(businessName: name)).weight
        }
        #expect(weight(["barokah"]) + 3 < weight(["tempoyak"]))
        #expect(weight(["barokah"]) > 0)
    }

    @Test("what one side does not say counts neither for nor against")
    func missing() {
        let full = LinkageRecord.mekarSari
        #expect(model.compare(full, LinkageRecord()).weight == 0)
        let bare = LinkageRecord(region: 3204)
        let comparison = model.compare(full, bare)
        #expect(comparison.contributions.map(\.field) == [.regency])
    }

    @Test(
        "word order, a typing error, glued words, an initial and an abbreviation are forgiven",
        arguments: [
            (["mekar", "cahyani"], ["cahyani", "mekar"]), (["cahyani", "mekar"], ["cahyni", "mekar"]),
            (["barokah", "jaya"], ["barokahjaya"]), (["muhammad", "ali", "topan"], ["m", "ali", "topan"]),
            (["sumber", "cahyani"], ["sbr", "cahyani"]),
        ])
    func forgiven(a: [String], b: [String]) throws {
        let names = model.compare(LinkageRecord(businessName: a), LinkageRecord(businessName: b))
        #expect(try #require(names.level(of: .businessName)) >= .close)
        let owners = model.compare(LinkageRecord(owner: a), LinkageRecord(owner: b))
        #expect(try #require(owners.weight(of: .owner)) > 0)
    }

    @Test("a place or a branch behind a name does not make it another name")
    func placeInName() throws {
        let plain = LinkageRecord(businessName: ["tempoyak", "cahyani", "official"], region: 3204, village: "suka maju")
        let placed = LinkageRecord(businessName: ["tempoyak", "cahyani", "suka", "maju"], region: 3204, village: "suka maju")
        #expect(try #require(model.compare(plain, placed).level(of: .businessName)) == .same)
        #expect(!Set(plain.blockingKeys()).isDisjoint(with: placed.blockingKeys()))
    }

    @Test("name and owner in each other's column are recognised")
    func swapped() {
        let right = LinkageRecord(businessName: ["tempoyak", "cahyani"], owner: ["siti", "rohmawati"])
        let wrong = LinkageRecord(businessName: ["siti", "rohmawati"], owner: ["tempoyak", "cahyani"])
        let stranger = LinkageRecord(businessName: ["kopi", "gayo"], owner: ["agus", "hendarto"])
        #expect(model.compare(right, wrong).weight > 10)
        #expect(model.compare(right, stranger).weight < -5)
    }

    @Test("a swapped day and month and a 1 January are milder than another birth date")
    func birthDates() {
        // 1990-02-07, 1990-07-02, 1990-01-01, 1985-11-23
        func weight(_ day: Int32) -> Double {
            model.compare(LinkageRecord(birthDay: 7_342), LinkageRecord(birthDay: day)).weight
        }
        let ladder = [7_342, 7_487, 7_305, 5_805].map(weight)
        for (more, less) in zip(ladder, ladder.dropFirst()) { #expect(more > less) }
        #expect(ladder[2] > 0)
        #expect(ladder[3] < 0)
    }

    @Test("the more businesses stand behind a phone, the less it says")
    func sharedPhone() {
        let a = LinkageRecord(phones: [7])
        let weights = [1, 2, 5, 40].map { model.compare(a, a, sharing: SharedContacts([7: $0])).weight }
        for (more, less) in zip(weights, weights.dropFirst()) { #expect(more > less) }
        #expect(weights[3] > 0)
        #expect(weights[3] < 4)
    }

    @Test("the explanation adds up to the weight, and the probability follows from it")
    func explanation() {
        let comparison = model.compare(.mekarSari, LinkageRecord.mekarSari.with { $0.trade = 14_111 })
        #expect(comparison.contributions.reduce(0) { $0 + $1.weight } == comparison.weight)
        #expect(comparison.probability > 0.99)
        let faster = model.pairProbability(.mekarSari, LinkageRecord.mekarSari.with { $0.trade = 14_111 })
        #expect(abs(faster - comparison.probability) < 1e-6)
    }

    @Test("a contribution speaks Indonesian and English")
    func words() throws {
        let comparison = model.compare(.mekarSari, LinkageRecord.mekarSari.with { $0.region = 3578 })
        let phone = try #require(comparison.contributions.first { $0.field == .phone })
        #expect(phone.words.indonesianSentence.hasPrefix("nomor HP sama (+1"))
        #expect(phone.words.englishSentence.hasPrefix("same phone number (+1"))
        let regency = Contribution(field: .regency, level: .different, weight: -2.04)
        #expect(regency.words.indonesianSentence == "kabupaten atau kota beda (−2,0)")
        #expect(regency.words.englishSentence == "different regency or city (−2.0)")
    }

    @Test("a bigger register asks for more evidence")
    func expecting() {
        let a = LinkageRecord.mekarSari.withoutIdentifiers.with { $0.owner = [] }
        let small = model.expecting(businesses: 1_000).pairProbability(a, a)
        let large = model.expecting(businesses: 60_000_000).pairProbability(a, a)
        #expect(small > large)
    }
}
