import Accounts
import Registry
import Storage

/// Puts what was joined and parted, and what people said about rows, into the lines of a business's page.
struct MergeHistory {
    let connection: any SQLConnection
    let desk: MergeDesk

    /// What was joined to a business or parted from it, the latest first.
    func merges(of business: BusinessID) throws -> [MergeLine] {
        try connection.merges(of: business).map { try line($0, on: business) }
    }

    func line(_ merge: BusinessMerge, on business: BusinessID, offersUndoing: Bool = true) throws -> MergeLine {
        let isOutgoing = merge.source == business
        let name = try connection.businessName(isOutgoing ? merge.destination : merge.source) ?? ""
        let mayUndo = try offersUndoing && merge.undoneAt == nil && desk.viewer.holds(.decideLinks) && desk.mayUndo(merge, connection)
        return MergeLine(
            what: Self.words(merge.kind, isOutgoing: isOutgoing, name.isEmpty ? "–" : name), doneAt: merge.doneAt,
            doneBy: try personName(merge.doneBy), reason: merge.reason, undoneAt: merge.undoneAt, undoneBy: try personName(merge.undoneBy),
            undo: mayUndo ? Paths.merging(merge.id.description) : nil)
    }

    private func personName(_ person: PersonID?) throws -> String? {
        try person.flatMap { try connection.person($0)?.name }
    }

    private static func words(_ kind: BusinessMerge.Kind, isOutgoing: Bool, _ name: String) -> Phrase {
        switch (kind, isOutgoing) {
        case (.merge, true): Phrase("Usaha ini digabung ke “\(name)”", "This business was joined to “\(name)”")
        case (.merge, false): Phrase("“\(name)” digabung ke sini", "“\(name)” was joined to this one")
        case (.part, true): Phrase("Sebagian dipindah menjadi “\(name)”", "Some was moved out as “\(name)”")
        case (.part, false): Phrase("Dipindah keluar dari “\(name)”", "Moved out of “\(name)”")
        }
    }

    /// What people said about the rows of a business: as long as a pair is not settled, only to those who have said something too.
    func verdicts(of business: BusinessID) throws -> [GivenVerdict] {
        let me = desk.viewer.person.id
        let verdicts = try connection.verdicts(of: business)
        let judged = Set(verdicts.filter { $0.reviewer == me }.map(\.pair))
        let canOpen = desk.viewer.holds(.decideLinks)
        var shown: [PairID: Bool] = [:]
        return try verdicts.compactMap { verdict in
            let isShown = try shown[verdict.pair] ?? (judged.contains(verdict.pair) || connection.settledVerdict(of: verdict.pair) != nil)
            shown[verdict.pair] = isShown
            return isShown ? try GivenVerdict(verdict, address: canOpen ? verdict.pair.path : nil, connection) : nil
        }
    }
}
