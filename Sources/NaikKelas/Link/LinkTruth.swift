/// Which rows are of one thing, as a file says: columns `id` and `entity`, and `source` where ids of different lists may be alike.
struct LinkTruth {
    private struct Name: Hashable {
        let source: String
        let id: String
    }

    private var entities: [Name: Int] = [:]
    /// Names that several things bear: which of them a row is cannot be told.
    private var ambiguous: Set<Name> = []
    private(set) var hasSources = false

    /// - Throws: ``CommandFailure`` if the file cannot be read.
    static func read(_ path: String) throws -> LinkTruth {
        let list = try NamedColumns(
            path, [["source", "partner"], ["id", "external_id"], ["entity", "business"]], optional: [0])
        var truth = LinkTruth()
        var numbers: [String: Int] = [:]
        while let cells = try list.next() {
            // A row without an id cannot be found again.
            guard !cells[1].isEmpty, !cells[2].isEmpty else { continue }
            truth.hasSources = truth.hasSources || !cells[0].isEmpty
            let number = numbers[cells[2]] ?? numbers.count
            numbers[cells[2]] = number
            let name = Name(source: cells[0], id: cells[1])
            if let other = truth.entities.updateValue(number, forKey: name), other != number { truth.ambiguous.insert(name) }
        }
        for name in truth.ambiguous { truth.entities[name] = nil }
        return truth
    }

    var count: Int { entities.count }

    /// What a row is of, or nil where the file does not say.
    func entity(source: String, id: String) -> Int? {
        entities[Name(source: hasSources ? source : "", id: id)]
    }

    /// What each row is of.
    func entities(of names: RowNames) -> [Int?] {
        names.sources.indices.flatMap { source in
            names.rows(of: source).map { entity(source: names.sources[source], id: names.id($0)) }
        }
    }
}
