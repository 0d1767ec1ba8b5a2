import Nusantara
import Testing

@testable import Linkage

@Suite("Lists are linked without labels")
struct ListLinkageTests {
    /// A table of cells, field by field.
    private func table(_ model: ListModel, _ rows: [[String]], sources: [Int] = []) async -> RecordTable {
        var builder = RecordTableBuilder(model: model, today: CalendarDate(dayNumber: 20_000))
        let starts = sources.isEmpty ? [0] : sources
        for (place, start) in starts.enumerated() {
            builder.beginSource("list \(place)")
            let part = rows[start..<(place + 1 < starts.count ? starts[place + 1] : rows.count)]
            await builder.append(model.fields.indices.map { field in part.map { $0[field] } }, rows: part.count)
        }
        return await builder.finish()
    }

    @Test("repeats of people are found again, and hardly anybody else", arguments: [11, 12] as [UInt64])
    func findsRepeats(seed: UInt64) async {
        let lists = await SimulatedLists(people: 3_000, repeats: 1_500, seed: seed)
        let linkage = await ListLinkage(lists.table, model: SimulatedLists.model)
        let evaluation = lists.evaluate(linkage)
        #expect(evaluation.pairs.f1 > 0.97, "\(evaluation)")
        #expect(evaluation.pairs.precision > 0.98)
        #expect(abs(evaluation.countError) < 0.02)
        #expect(linkage.interval.low <= Double(Set(lists.entities).count) * 1.01)
    }

    @Test("the same lists give the same clusters and the same weights, in one part or in many")
    func isDeterministic() async {
        let lists = await SimulatedLists(people: 2_000, repeats: 800, seed: 3)
        let first = await ListLinkage(lists.table, model: SimulatedLists.model)
        let again = await ListLinkage(lists.table, model: SimulatedLists.model)
        #expect(first.clusters == again.clusters)
        #expect(first.model == again.model)
        #expect(first.probabilities == again.probabilities)
        let parted = await ListLinkage(lists.table, model: first.model, memory: 40_000)
        #expect(parted.clusters == first.clusters)
    }

    @Test("what was learned comes near to how the lists were made")
    func learnsAgreement() async throws {
        let lists = await SimulatedLists(people: 6_000, repeats: 3_000, slips: 0.2, seed: 5)
        let trained = await ListLinkage.train(lists.table, model: SimulatedLists.model).model
        let given = try #require(trained.fields.first { $0.name == "given" })
        let same = try #require(given.levels[.same]?.m)
        // Two repeats of one person may both be mistyped, so that agreement is a little rarer than 0.8.
        #expect((0.70...0.86).contains(same))
        let born = try #require(trained.fields.first { $0.name == "born" }?.levels[.same])
        #expect(try #require(born.m) > 0.95)
        #expect(try #require(born.u) < 0.001)
    }

    @Test("labels stand before what is learned without them")
    func learnsFromLabels() async throws {
        let lists = await SimulatedLists(people: 2_000, repeats: 1_000, slips: 0.5, seed: 9)
        let labelled = await ListLinkage.train(lists.table, model: SimulatedLists.model, labels: lists.entities.map(Optional.some)).model
        let same = try #require(labelled.fields.first { $0.name == "given" }?.levels[.same]?.m)
        #expect((0.4...0.6).contains(same))
    }

    @Test("what the model gives is kept")
    func keepsGiven() async throws {
        var model = SimulatedLists.model
        model.fields[1].levels[.same] = .init(m: 0.5, u: 0.001)
        model.prior = -10
        let lists = await SimulatedLists(people: 500, repeats: 200, seed: 1)
        let trained = await ListLinkage.train(lists.table, model: model).model
        #expect(trained.fields[1].levels[.same]?.m == 0.5)
        #expect(trained.fields[1].levels[.same]?.u == 0.001)
        #expect(trained.prior == -10)
    }

    @Test("a trained model comes back from its JSON as it was")
    func survivesJSON() async throws {
        let lists = await SimulatedLists(people: 500, repeats: 200, seed: 1)
        let trained = await ListLinkage.train(lists.table, model: SimulatedLists.model).model
        #expect(try ListModel(json: trained.json()) == trained)
        #expect(trained.isTrained)
    }

    @Test("two that a weak third resembles are not chained")
    func doesNotChain() async {
        // Weights given, so that nothing but clustering is at work: the middle row resembles both ends a little.
        let model = ListModel(
            id: ["id"],
            fields: [
                .init(name: "a", kind: .category, levels: [.same: .init(weight: 6), .different: .init(weight: -9)]),
                .init(name: "b", kind: .category, levels: [.same: .init(weight: 6), .different: .init(weight: -4)]),
                .init(name: "c", kind: .category, levels: [.same: .init(weight: 6), .different: .init(weight: -9)]),
            ], prior: -2)
        let rows = [["p", "b1", ""], ["p", "b1", ""], ["", "b1", ""], ["q", "b1", ""], ["q", "b1", ""]]
        let linkage = await ListLinkage(await table(model, rows), model: model)
        #expect(linkage.clusters[0] == linkage.clusters[1])
        #expect(linkage.clusters[3] == linkage.clusters[4])
        #expect(linkage.clusters[0] != linkage.clusters[3])
    }

    @Test("decisions of persons stand above the weights")
    func honoursDecisions() async {
        let lists = await SimulatedLists(people: 300, repeats: 100, seed: 2)
        let free = await ListLinkage(lists.table, model: SimulatedLists.model)
        guard let second = (1..<400).first(where: { free.clusters[0..<$0].contains(free.clusters[$0]) }),
            let first = (0..<second).first(where: { free.clusters[$0] == free.clusters[second] }),
            let stranger = (0..<400).first(where: { free.clusters[$0] != free.clusters[first] })
        else {
            Issue.record("nothing was linked")
            return
        }
        let decided = await ListLinkage(
            lists.table, model: free.model,
            decisions: [
                PairDecision(first: UInt32(first), second: UInt32(second), isSame: false),
                PairDecision(first: UInt32(first), second: UInt32(stranger), isSame: true),
            ])
        #expect(decided.clusters[first] != decided.clusters[second])
        #expect(decided.clusters[first] == decided.clusters[stranger])
    }

    @Test("second shops of one owner stay apart though owner and phone agree")
    func keepsSecondShopsApart() async throws {
        let model = ListModel(
            id: ["id"],
            fields: [.init(name: "business", kind: .business), .init(name: "owner", kind: .person), .init(name: "phone", kind: .phone)])
        var random = SplitMix(seed: 4)
        let words = (0..<400).map { place in
            "kata" + String(place, radix: 26).map { String(UnicodeScalar(UInt8(97 + ($0.hexDigitValue ?? 3)))) }.joined()
        }
        func word() -> String { words[random.below(400)] }
        var rows: [[String]] = []
        var entities: [Int] = []
        for owner in 0..<1_200 {
            let name = "\(word()) \(word())"
            let phone = "0813\(10_000_000 + owner * 7)"
            for shop in 0..<(owner % 5 == 0 ? 2 : 1) {
                let business = "toko \(word()) \(word()) \(word())"
                for _ in 0..<(owner % 2 == 0 ? 2 : 1) {
                    rows.append([business, name, phone])
                    entities.append(owner * 2 + shop)
                }
            }
        }
        let linkage = await ListLinkage(await table(model, rows), model: model)
        let evaluation = ClusterEvaluation(zip(linkage.clusters, entities).map { (cluster: Int($0), entity: $1) })
        #expect(evaluation.pairs.precision > 0.97, "\(evaluation)")
        #expect(evaluation.pairs.recall > 0.97)
    }

    @Test("nothing in common, one value only, nothing at all: a sane result and no quadratic work")
    func survivesPoorLists() async {
        let model = SimulatedLists.model
        let same = [[String]](repeating: ["1980-01-01", "sari", "budi", "081234567890"], count: 20_000)
        let all = await ListLinkage(await table(model, same), model: model)
        #expect(all.comparedPairs < 20_000 * 64)
        #expect(all.training.remarks.contains { $0.contains("one value only") })

        let empty = await ListLinkage(await table(model, [["", "", "", ""], ["", "", "", ""]]), model: model)
        #expect(empty.clusterCount == 2)
        let one = await ListLinkage(await table(model, [["1980-01-01", "sari", "budi", "081234567890"]]), model: model)
        #expect(one.clusterCount == 1)
        let none = await ListLinkage(await table(model, []), model: model)
        #expect(none.clusterCount == 0)
    }

    @Test("one phone on every row neither joins the rows nor explodes")
    func survivesTheFacilitatorsPhone() async {
        let lists = await SimulatedLists(people: 4_000, repeats: 0, seed: 8)
        let rows = (0..<4_000).map { record in (0..<3).map { lists.table.text(record, $0) } + ["081234567890"] }
        let linkage = await ListLinkage(await table(SimulatedLists.model, rows), model: SimulatedLists.model)
        #expect(linkage.clusterCount > 3_900)
        #expect(linkage.comparedPairs < 4_000 * 64)
    }

    @Test("rows of lists that never repeat themselves are not linked within a list")
    func learnsThatListsDoNotRepeat() async throws {
        let lists = await SimulatedLists(people: 2_000, repeats: 0, seed: 6)
        let rows = (0..<2_000).map { record in (0..<4).map { lists.table.text(record, $0) } }
        let model = SimulatedLists.model
        let both = await table(model, rows + rows, sources: [0, 2_000])
        let linkage = await ListLinkage(both, model: model)
        #expect(try #require(linkage.model.sameSource) < -2)
        #expect(linkage.clusterCount == 2_000)
    }

    @Test("lists that are added move no number, and find their records about as well as linking all anew", arguments: [21, 22] as [UInt64])
    func grows(seed: UInt64) async throws {
        let lists = await SimulatedLists(people: 3_000, repeats: 2_000, seed: seed)
        let all = await ListLinkage(lists.table, model: SimulatedLists.model)
        // What a first run over three quarters of the records said, as far as it goes.
        let isNew = (0..<lists.table.count).map { $0 % 4 == 3 }
        var firsts: [UInt32: UInt32] = [:]
        let numbers = all.clusters.enumerated().map { record, cluster -> UInt32 in
            if isNew[record] { return 0 }
            if firsts[cluster] == nil { firsts[cluster] = UInt32(firsts.count + 1) }
            return firsts[cluster] ?? 0
        }
        let known = KnownClusters(numbers: numbers, certainties: all.probabilities, highest: 9_000)
        let grown = await ListLinkage(lists.table, model: all.model, known: known)
        for (record, number) in numbers.enumerated() where number > 0 { #expect(grown.clusters[record] == number) }
        #expect(zip(grown.clusters, isNew).allSatisfy { cluster, isNew in isNew && cluster > 9_000 || cluster <= firsts.count })
        #expect(grown.comparedPairs < all.comparedPairs * 2 / 3)
        let (before, after) = (lists.evaluate(all), lists.evaluate(grown))
        #expect(after.pairs.f1 > before.pairs.f1 - 0.005, "\(before.pairs) then \(after.pairs)")
        #expect(Set(grown.clusters).count == grown.clusterCount)
        #expect(grown.interval.low <= Double(grown.clusterCount) && grown.interval.high >= Double(grown.clusterCount))
        let again = await ListLinkage(lists.table, model: all.model, known: known)
        #expect(again.clusters == grown.clusters && again.probabilities == grown.probabilities)
    }

    @Test("known clusters are joined by a person alone, and a new record goes to neither against a decision")
    func joinsKnown() async throws {
        let model = ListModel(
            id: ["id"],
            fields: [.init(name: "name", kind: .person), .init(name: "phone", kind: .phone), .init(name: "born", kind: .date)])
        let syllables = ["ba", "di", "ku", "la", "mi", "no", "pu", "ra", "si", "te"]
        var rows = (0..<300).map { number -> [String] in
            let word = [number / 100, number / 10 % 10, number % 10].map { syllables[$0] }.joined()
            return [
                "\(word) \(syllables[number % 7])\(word)", "0812\(10_000_000 + number * 37)", "\(1960 + number % 40)-0\(1 + number % 9)-11",
            ]
        }
        rows[1] = rows[0]
        rows += [rows[0], rows[2]]
        let table = await table(model, rows)
        let trained = await ListLinkage.train(table, model: model).model
        let known = KnownClusters(
            numbers: (0..<302).map { $0 < 300 ? UInt32($0 + 1) : 0 }, certainties: [Float](repeating: 1, count: 302))
        let grown = await ListLinkage(table, model: trained, known: known)
        #expect(grown.clusters[0] == 1 && grown.clusters[1] == 2)
        #expect([1, 2].contains(grown.clusters[300]) && grown.clusters[301] == 3)
        let decided = await ListLinkage(
            table, model: trained,
            decisions: [
                PairDecision(first: 0, second: 1, isSame: true), PairDecision(first: 2, second: 301, isSame: false),
            ], known: known)
        #expect(decided.clusters[0] == 1 && decided.clusters[1] == 1 && decided.clusters[300] == 1)
        #expect(decided.clusters[301] == 301)
    }

    @Test("one record is found among many at once, as linking would find it")
    func matchesOne() async throws {
        let lists = await SimulatedLists(people: 3_000, repeats: 1_500, seed: 23, keepsLookup: true)
        let all = await ListLinkage(lists.table, model: SimulatedLists.model)
        var index = await ListIndex(lists.table, model: all.model, today: CalendarDate(dayNumber: 20_000))
        var (asked, found, wrong) = (0, 0, 0)
        let copies = Dictionary(grouping: lists.entities.indices) { lists.entities[$0] }
        for record in stride(from: 0, to: lists.table.count, by: 9) {
            let cells = SimulatedLists.model.fields.indices.map { lists.table.text(record, $0) }
            let matches = index.matches(of: cells, limit: 4)
            #expect(matches == index.matches(of: cells, limit: 4))
            #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.weight >= $1.weight })
            asked += 1
            if matches.contains(where: { $0.record == record }) { found += 1 }
            let own = copies[lists.entities[record], default: []]
            if let best = matches.first, best.probability > 0.9, !own.contains(best.record) { wrong += 1 }
        }
        #expect(found > asked * 98 / 100 && wrong < asked / 50, "\(found) of \(asked) found, \(wrong) wrong")
        #expect(index.matches(of: ["", "", ""]).isEmpty)
        #expect(index.matches(of: ["Zzyzx", "Qwrtpsdf", "1901-01-01", "Tempat Tak Dikenal"]).isEmpty)
        #expect(index.matches(of: []).isEmpty)
    }

    @Test("a row in which two columns were mixed up is found all the same, and that is told")
    func mixedUp() async throws {
        let model = ListModel(
            id: ["id"],
            fields: [
                .init(name: "business", kind: .business), .init(name: "owner", kind: .person), .init(name: "phone", kind: .phone),
                .init(name: "kind", kind: .category),
            ])
        let syllables = ["ba", "di", "ku", "la", "mi", "no", "pu", "ra", "si", "te"]
        func word(_ number: Int, _ first: String) -> String {
            first + [number / 100, number / 10 % 10, number % 10].map { syllables[$0] }.joined()
        }
        let all = (0..<400).map {
            [word($0, "ke"), "\(word($0, "wa")) \(word(($0 * 7) % 400, "so"))", "0812\(10_000_000 + $0 * 37)", syllables[$0 % 9]]
        }
        var rows = all + all[0..<200]
        for row in 400..<410 { rows[row] = [rows[row][1], rows[row][0], "", rows[row][3]] }
        let table = await table(model, rows, sources: [0, 400])
        let linkage = await ListLinkage(table, model: model)
        for row in 400..<600 { #expect(linkage.clusters[row] == linkage.clusters[row - 400], "row \(row)") }
        #expect(linkage.clusterCount == 400)
        let mixed = linkage.model.explain(table, 400, 0)
        #expect(mixed.swapped == [.business, .person] && mixed.swapWeight < 0)
        #expect(mixed.parts.allSatisfy { $0.level == .same && $0.weight > 0 })
        #expect(linkage.model.explain(table, 411, 11).swapped.isEmpty)
        let back = linkage.model.explain(table, 0, 400)
        #expect(abs(back.weight - mixed.weight) < 0.01)
    }
}
