import Accounts
import ArgumentParser
import Journey
import Nusantara
import Storage

struct RecountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recount",
        abstract: "Counts everything again from milestones and compares it with the live counters.",
        discussion: """
            Ends with 1 if a counter differs, unless --repair puts it right.

            Example:
              naikkelas recount
              naikkelas recount --repair
            """)

    @Flag(help: "Put counters right that differ.")
    var repair = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let recount = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            guard repair else { return try await workspace.database.read { try $0.recount() } }
            let found = try await workspace.database.write(holding: .journey) { try $0.repairCounts() }
            if !found.isEqual {
                try await workspace.record(
                    .countsRepaired, of: AuditSubject(kind: "counts"), detail: ["counters": .count(found.differences.count)])
            }
            return found
        }
        let console = Console.current
        if recount.isEqual {
            try console.line("\(grouped(recount.businesses)) businesses, \(grouped(recount.counters)) counters: all equal")
            return
        }
        for difference in recount.differences.prefix(20) {
            let (cell, kept, counted) = (difference.cell, difference.kept, difference.counted)
            let month = cell.month.map { " in \($0.iso)" } ?? ""
            console.warn(
                "\(cell.region.rawValue)\(month): kept claimed \(kept.claimed), distinct \(kept.distinct), onboard \(kept.onboard), "
                    + "selling \(kept.selling); counted \(counted.claimed), \(counted.distinct), \(counted.onboard), \(counted.selling)")
        }
        let summary =
            "\(grouped(recount.differences.count)) counters, \(grouped(recount.overlapDifferences)) overlaps and "
            + "\(grouped(recount.standingDifferences)) standings differ"
        guard repair else { throw CommandFailure("\(summary); put them right with naikkelas recount --repair") }
        try console.line("\(summary): put right")
    }
}
