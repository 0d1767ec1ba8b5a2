import ArgumentParser
import Foundation
import Linkage

struct LinkExportSplinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-splink",
        abstract: "Writes a model and the rows of lists so that Splink links them by the same weights, on DuckDB or Spark.",
        discussion: """
            Writes a folder with settings.json, rows.csv, the frequencies tf_….csv, load.sql, correction.sql where the model knows of two
            businesses of one owner, and check.csv: pairs with the weight that they have here. Docs/linkage-on-spark.md shows how to go on.

            Example:
              naikkelas link train Samples/shopee.csv Samples/tokopedia.csv --model small.json --output model.json
              naikkelas link export-splink Samples/shopee.csv Samples/tokopedia.csv --model model.json --output splink
            """)

    enum Dialect: String, ExpressibleByArgument, CaseIterable {
        case duckdb, spark

        var splink: SplinkDialect {
            switch self {
            case .duckdb: .duckdb
            case .spark: .spark
            }
        }
    }

    @Argument(help: ArgumentHelp("The lists: .csv, .tsv, .txt or .xlsx.", valueName: "file"))
    var files: [String]

    @OptionGroup var options: LinkOptions

    @Option(help: ArgumentHelp("The folder to write; it may not hold anything yet.", valueName: "folder"))
    var output: String

    @Option(help: "The engine that Splink is to run on: duckdb or spark.")
    var dialect = Dialect.duckdb

    @Option(help: ArgumentHelp("About how many pairs to write down for checking.", valueName: "n"))
    var check = 2_000

    func validate() throws {
        guard (0...10_000_000).contains(check) else { throw ValidationError("--check is 0 to 10000000.") }
    }

    func run() async throws {
        let console = Console.current
        let model = try ListModel.read(options.model)
        guard model.isTrained else {
            throw CommandFailure(
                "\(options.model) is not trained: let naikkelas link train write a full model first, and give that one")
        }
        let folder = try SplinkFolder(output)
        let lists = try await LinkedLists.reading(files, model: model, on: console)
        let export = try await SplinkExport(lists.table, model: model, dialect: dialect.splink)
        let mixedUp = try await folder.write(export, names: lists.names, check: check)
        console.warn("wrote \(grouped(lists.names.count)) rows and their settings to \(output)")
        if mixedUp > 0 {
            console.warn("\(grouped(mixedUp)) pairs have two columns mixed up, which Splink cannot see; they are not in check.csv")
        }
    }
}
