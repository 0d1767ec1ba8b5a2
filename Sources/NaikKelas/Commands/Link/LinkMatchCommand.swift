import ArgumentParser
import Foundation
import Journey
import Linkage
import Nusantara
import Storage
import Web

struct LinkMatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Tells for each row of one list which rows of other lists it may be, without linking anything.",
        discussion: """
            Writes id,source,match,probability for the likeliest rows, and id alone where there is none. The lists are read once; then each
            row is answered by itself, as soon as it is read.

            Example:
              naikkelas link match new.csv a.csv b.xlsx --model full.json
              naikkelas link match new.csv a.csv b.xlsx --model full.json --limit 1 --least 0.5 > matches.csv
            """)

    @Argument(help: ArgumentHelp("The list whose rows are asked about.", valueName: "rows"))
    var rows: String

    @Argument(help: ArgumentHelp("The lists in which they are looked for.", valueName: "file"))
    var files: [String]

    @OptionGroup var options: LinkOptions

    @Option(help: ArgumentHelp("How many rows are told for each, at most.", valueName: "n"))
    var limit = 3

    @Option(help: ArgumentHelp("The probability from which on a row is told.", valueName: "p"))
    var least = 0.05

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is at least 1.") }
        guard least > 0, least < 1 else { throw ValidationError("--least is a probability between 0 and 1.") }
    }

    func run() async throws {
        let console = Console.current
        var model = try ListModel.read(options.model)
        let asked = try ModelledList(rows, model: model)
        let lists = try await LinkedLists.reading(files, model: model, keepsLookup: true, on: console)
        if !model.isTrained { model = await ListLinkage.train(lists.table, model: model).model }
        var index = await ListIndex(lists.table, model: model, today: CalendarDate(Timestamp.now))
        try console.line("id,source,match,probability")
        var spans: [Duration] = []
        while let row = try asked.next() {
            let started = ContinuousClock.now
            let matches = index.matches(of: row.cells, limit: limit, floor: least)
            spans.append(.now - started)
            for match in matches {
                let named = [row.id, lists.names.source(match.record), lists.names.id(match.record)].map(LinkedRows.field)
                try console.line(named.joined(separator: ",") + "," + String(format: "%.6f", match.probability))
            }
            if matches.isEmpty { try console.line(LinkedRows.field(row.id) + ",,,") }
        }
        for remark in asked.remarks { console.warn(remark) }
        spans.sort()
        guard let longest = spans.last else { return }
        func milliseconds(_ span: Duration) -> Double { (span / .milliseconds(1) * 100).rounded() / 100 }
        console.warn(
            "\(grouped(spans.count)) rows against \(grouped(lists.names.count)): half of them within \(milliseconds(spans[spans.count / 2])) ms, "
                + "99 in 100 within \(milliseconds(spans[spans.count * 99 / 100])) ms, the longest \(milliseconds(longest)) ms; "
                + "\(grouped(PeakMemory.mebibytes)) MiB at most")
    }
}
