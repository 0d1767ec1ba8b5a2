import ArgumentParser
import Foundation
import Linkage
import Synchronization

struct LinkListsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lists",
        abstract: "Links the rows of lists and writes source,id,cluster,probability for each.",
        discussion: """
            Rows of one cluster are about one thing; the probability says how sure it is that the row belongs where it was put.
            With --known, rows that an earlier result holds keep the numbers of their clusters, and only new rows are linked: to those
            clusters or to each other.

            Example:
              naikkelas link a.csv b.xlsx --model model.json --output linked.csv --threshold 0.9
              naikkelas link a.csv b.xlsx new.csv --model model.json --known linked.csv --output grown.csv
            """)

    @Argument(help: ArgumentHelp("The lists: .csv, .tsv, .txt or .xlsx.", valueName: "file"))
    var files: [String]

    @OptionGroup var options: LinkOptions

    @Option(help: ArgumentHelp("Where the result goes.", valueName: "out.csv"))
    var output: String

    @Option(help: ArgumentHelp("From which probability on two rows are taken for one; the model's, or 0.5.", valueName: "p"))
    var threshold: Double?

    @Option(help: ArgumentHelp("The result of an earlier linkage of some of these lists.", valueName: "linked.csv"))
    var known: String?

    @Option(
        help: ArgumentHelp(
            "What persons decided: a list with the columns first, second and verdict (same or different); rows as source:id.",
            valueName: "file.csv"))
    var decisions: String?

    @Option(
        help: ArgumentHelp("MiB that the search for pairs may take beside the rows; what does not fit is done in parts.", valueName: "MiB"))
    var memory = 2048

    @Flag(help: "Tell for each rule of blocking what it costs and which share of the matches it finds.")
    var blocking = false

    func validate() throws {
        if let threshold, !(threshold > 0 && threshold < 1) { throw ValidationError("--threshold is a probability between 0 and 1.") }
        if memory < 16 { throw ValidationError("--memory is at least 16.") }
    }

    func run() async throws {
        let console = Console.current
        let started = ContinuousClock.now
        let model = try ListModel.read(options.model)
        let lists = try await LinkedLists.reading(files, model: model, on: console)
        let decided = try decisions.map { try LinkDecisions.read($0, names: lists.names) } ?? []
        let earlier = try known.map { try KnownRows.read($0, names: lists.names) }
        if let gone = earlier?.gone, gone > 0 {
            console.warn(
                "\(grouped(gone)) rows of the earlier result are not in the lists; the numbers of their clusters are not used again")
        }
        let meter = Mutex(ProgressMeter("linking", on: console))
        let rows = lists.names.count
        let result = await ListLinkage(
            lists.table, model: model, threshold: threshold, decisions: decided, known: earlier?.clusters, memory: memory << 20
        ) { step in
            let share = step.share
            meter.withLock { $0.show(fraction: share, rows: Int(share * Double(rows))) }
        }
        meter.withLock { $0.clear() }
        for remark in result.training.remarks { console.warn(remark) }
        try LinkedRows.write(result, names: lists.names, to: output)
        let summary = LinkSummary(result, rows: rows, elapsed: .now - started)
        for line in summary.lines { console.warn(line) }
        if blocking { console.warn(BlockingTable.text(result.blocking)) }
    }
}

extension ListLinkage.Step {
    /// How far the work is, about, when the step begins.
    var share: Double {
        switch self {
        case .blocking: 0
        case .training: 0.25
        case .scoring(let done): 0.4 + 0.5 * done
        case .clustering: 0.9
        }
    }
}

extension LinkedLists {
    /// Reads lists while a progress line shows how far it is; what was noticed is told at the end.
    static func reading(
        _ files: [String], model: ListModel, keepsLookup: Bool = false, on console: Console
    ) async throws -> LinkedLists {
        var meter = ProgressMeter("reading", on: console)
        let lists = try await read(files, model: model, keepsLookup: keepsLookup) { fraction, rows in
            meter.show(fraction: fraction, rows: rows)
        }
        meter.clear()
        for remark in lists.remarks { console.warn(remark) }
        return lists
    }
}
