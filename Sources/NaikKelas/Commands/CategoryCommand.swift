import ArgumentParser
import Catalogue
import Marketplaces
import Storage

struct CategoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "category",
        abstract: "Says which category of a channel stands for one of the program's.",
        discussion: """
            A product can be put up on a channel once its category, or the one above it, has its pair there.

            Example:
              naikkelas category map shopee makanan/keripik 100629
              naikkelas category list shopee
            """,
        subcommands: [CategoryMapCommand.self, CategoryListCommand.self])
}

struct CategoryMapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Pairs a category with one of a channel.",
        discussion: "Example:\n  naikkelas category map shopee makanan/keripik 100629")

    @Argument(help: "The channel.")
    var channel: Channel

    @Argument(help: "The program's category, such as makanan/keripik, or makanan for all below it.")
    var category: String

    @Argument(help: "The channel's own identifier.")
    var reference: String

    @OptionGroup var data: DataOptions

    func run() async throws {
        let isKnown = ProductTaxonomy.shipped.categories.contains { $0.key == category || $0.key.hasPrefix(category + "/") }
        guard isKnown else {
            throw CommandFailure("there is no category “\(category)”; naikkelas category list \(channel.rawValue) shows them")
        }
        try await Workspace.with(try await data.settings(), .migrating) { workspace in
            try await workspace.database.write { try $0.mapCategory(category, to: reference, on: channel.platform) }
        }
        try Console.current.line("\(category) is \(reference) on \(channel.platform.name)")
    }
}

struct CategoryListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows every category with its pair on a channel.",
        discussion: "Example:\n  naikkelas category list shopee")

    @Argument(help: "The channel.")
    var channel: Channel

    @OptionGroup var data: DataOptions

    func run() async throws {
        let rows = try await Workspace.with(try await data.settings(), .asItIs) { workspace in
            try await workspace.database.read { connection in
                try ProductTaxonomy.shipped.categories.map { category in
                    [category.key, category.indonesian, try connection.channelCategory(of: category.key, on: channel.platform) ?? "–"]
                }
            }
        }
        var table = TextTable(columns: [.init(title: "category"), .init(title: "name"), .init(title: channel.platform.name)])
        table.rows = rows
        try Console.current.put(table.text)
    }
}
