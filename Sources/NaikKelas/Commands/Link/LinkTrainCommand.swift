import ArgumentParser
import Foundation
import Linkage

struct LinkTrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learns a model from lists and writes it, so that other lists can be linked by the same weights.",
        discussion: """
            With --labels, a list that says which rows are of one thing (columns source, id and entity), the chances to agree are counted
            from it instead of learned without.

            Example:
              naikkelas link train Samples/shopee.csv Samples/tokopedia.csv --model small.json --output model.json
            """)

    @Argument(help: ArgumentHelp("The lists: .csv, .tsv, .txt or .xlsx.", valueName: "file"))
    var files: [String]

    @OptionGroup var options: LinkOptions

    @Option(help: ArgumentHelp("Where the full model goes.", valueName: "model.json"))
    var output: String

    @Option(help: ArgumentHelp("Which rows are of one thing, where that is known.", valueName: "truth.csv"))
    var labels: String?

    func run() async throws {
        let console = Console.current
        let model = try ListModel.read(options.model)
        let lists = try await LinkedLists.reading(files, model: model, on: console)
        let entities = try labels.map { try LinkTruth.read($0).entities(of: lists.names) }
        let (trained, report) = await ListLinkage.train(lists.table, model: model, labels: entities)
        for remark in report.remarks { console.warn(remark) }
        guard let json = try? trained.json(), (try? json.write(to: URL(fileURLWithPath: output))) != nil else {
            throw CommandFailure("\(output) cannot be written; check that its folder exists and may be written to")
        }
        console.warn("learned from \(grouped(lists.names.count)) rows, \(grouped(report.pairs)) pairs, \(report.sessions) fits")
    }
}
