import Nusantara

@testable import Linkage

/// People with their repeats as a table, and who each record is.
struct SimulatedLists {
    let table: RecordTable
    let entities: [Int]

    static let model = ListModel(
        id: ["id"],
        fields: [
            .init(name: "born", kind: .date), .init(name: "family", kind: .familyName), .init(name: "given", kind: .givenName),
            .init(name: "phone", kind: .phone),
        ])

    private static let syllables = ["ba", "di", "ku", "la", "mi", "no", "pu", "ra", "si", "te", "wa", "yu"]

    /// - Parameter slips: the share of a repeat's names that are mistyped.
    init(
        people: Int, repeats: Int, slips: Double = 0.15, seed: UInt64, model: ListModel = SimulatedLists.model, keepsLookup: Bool = false
    ) async {
        var random = SplitMix(seed: seed)
        func happens(_ share: Double) -> Bool { Double(random.below(1_000_000)) < share * 1_000_000 }
        func word() -> String { (0..<3).map { _ in Self.syllables[random.below(12)] }.joined() }
        let names = (0..<200).map { _ in word() }
        // The smaller of two draws: some names are commoner than others.
        func name() -> String { names[min(random.below(200), random.below(200))] }
        func person() -> [String] {
            let (year, month, day) = (1950 + random.below(55), 1 + random.below(12), 1 + random.below(28))
            return [
                CalendarDate(year: year, month: month, day: day)?.iso ?? "", name(), name(), "0812\(10_000_000 + random.below(80_000_000))",
            ]
        }
        func slip(_ text: String) -> String {
            var letters = Array(text)
            let place = random.below(letters.count - 1)
            letters.swapAt(place, place + 1)
            return String(letters)
        }
        var rows = (0..<people).map { ($0, person()) }
        for _ in 0..<repeats {
            let who = random.below(people)
            var cells = rows[who].1
            for field in [1, 2] where happens(slips) { cells[field] = slip(cells[field]) }
            if happens(0.1) { cells[0] = "" }
            if happens(0.3) { cells[3] = "" }
            rows.append((who, cells))
        }
        var builder = RecordTableBuilder(model: model, today: CalendarDate(dayNumber: 20_000))
        builder.beginSource("list")
        await builder.append((0..<4).map { field in rows.map { $0.1[field] } }, rows: rows.count)
        table = await builder.finish(keepsLookup: keepsLookup)
        entities = rows.map(\.0)
    }

    func evaluate(_ linkage: ListLinkage) -> ClusterEvaluation {
        ClusterEvaluation(zip(linkage.clusters, entities).map { (cluster: Int($0), entity: $1) })
    }
}
