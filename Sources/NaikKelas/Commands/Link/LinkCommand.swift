import ArgumentParser

/// Linkage of lists of any shape, without a database.
struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Finds out which rows of any lists are about the same business or person, without a database.",
        discussion: """
            A small model names the column of the id and the kinds of the fields; how much each agreement says is learned from the lists
            themselves. Docs/linkage.md tells more, Docs/linkage-model.schema.json describes the model.

            Example:
              echo '{"id": ["shop_id", "ID Toko"], "fields": {
                "business": {"kind": "business", "columns": ["shop_name", "Nama Toko"]},
                "owner": {"kind": "person", "columns": ["owner_name", "Nama Pemilik"]},
                "phone": {"kind": "phone", "columns": ["phone", "No. HP"]},
                "city": {"kind": "place", "columns": ["city", "Kota/Kabupaten"]}}}' > model.json
              naikkelas link Samples/shopee.csv Samples/tokopedia.csv --model model.json --output linked.csv
              naikkelas link evaluate linked.csv Samples/truth.csv
            """,
        subcommands: [
            LinkListsCommand.self, LinkTrainCommand.self, LinkMatchCommand.self, LinkExplainCommand.self, LinkEvaluateCommand.self,
            LinkExportSplinkCommand.self,
        ],
        defaultSubcommand: LinkListsCommand.self)
}

/// What every command about linkage of lists takes.
struct LinkOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The model: columns, kinds, and whatever else is known.", valueName: "model.json"))
    var model: String
}
