import Linkage

/// What persons decided about pairs of rows, from a file.
enum LinkDecisions {
    /// - Throws: ``CommandFailure`` that names the row that cannot be used.
    static func read(_ path: String, names: RowNames) throws -> [PairDecision] {
        let list = try NamedColumns(path, [["first"], ["second"], ["verdict"]])
        var decisions: [PairDecision] = []
        while let cells = try list.next() {
            let isSame: Bool
            switch cells[2].lowercased() {
            case "same", "sama": isSame = true
            case "different", "not-same", "beda": isSame = false
            default: throw CommandFailure("\(path): “\(cells[2])” is no verdict; write same or different")
            }
            decisions.append(
                PairDecision(
                    first: UInt32(try names.row(named: cells[0])), second: UInt32(try names.row(named: cells[1])), isSame: isSame))
        }
        return decisions
    }
}

extension RowNames {
    /// The one row that bears a name.
    ///
    /// - Throws: ``CommandFailure`` if there is none, or several.
    func row(named name: String) throws -> Int {
        let found = rows(named: name)
        guard let row = found.first else {
            throw CommandFailure("no row is called “\(name)”; write its id, or its list and its id as \(sources.first ?? "list"):id")
        }
        guard found.count == 1 else {
            let lists = Set(found.map(source)).sorted().joined(separator: ", ")
            throw CommandFailure("\(found.count) rows are called “\(name)”, in \(lists); write the list and the id as list:id")
        }
        return row
    }
}
