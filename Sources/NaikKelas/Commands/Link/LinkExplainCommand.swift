import ArgumentParser
import Foundation
import Linkage

struct LinkExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows for two rows what speaks for and against their being one, and the sum of it.",
        discussion: """
            Weights are in bits: +1 doubles the odds, −1 halves them. A model that is not trained is trained on the lists first.

            Example:
              naikkelas link explain shopee:1343242609 tokopedia:TKP-18BD4G3 Samples/shopee.csv Samples/tokopedia.csv --model model.json
            """)

    @Argument(help: ArgumentHelp("One row: its id, or list:id.", valueName: "a"))
    var first: String

    @Argument(help: ArgumentHelp("The other row.", valueName: "b"))
    var second: String

    @Argument(help: ArgumentHelp("The lists that they stand in.", valueName: "file"))
    var files: [String]

    @OptionGroup var options: LinkOptions

    @Option(help: "The language of the words: id or en.")
    var language: FindingLanguage = .indonesian

    func run() async throws {
        let console = Console.current
        var model = try ListModel.read(options.model)
        let lists = try await LinkedLists.reading(files, model: model, on: console)
        let (a, b) = (try lists.names.row(named: first), try lists.names.row(named: second))
        if !model.isTrained { model = await ListLinkage.train(lists.table, model: model).model }
        let explanation = model.explain(lists.table, a, b)
        for line in WaterfallText.lines(explanation, language: language) { try console.line(line) }
    }
}
