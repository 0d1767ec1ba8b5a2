import ArgumentParser
import Configuration

/// The flags that every command takes which touches data.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where the data is: sqlite:PATH or postgres://user@host/database.", valueName: "url"))
    var database: String?

    @Option(help: ArgumentHelp("The file with the keys that seal identifiers; beside the SQLite file unless said.", valueName: "file"))
    var keys: String?

    @Option(help: ArgumentHelp("A file of settings; naikkelas.json in this folder unless said.", valueName: "file"))
    var config: String?

    /// The settings with these flags and those of the command itself.
    func settings(_ more: [AbsoluteConfigKey: ConfigValue?] = [:]) async throws -> Settings {
        var flags = more.compactMapValues(\.self)
        flags["database"] = database.map(ConfigValue.flag)
        flags["keys"] = keys.map(ConfigValue.flag)
        return try await Settings(flags: flags, file: config)
    }
}

extension ConfigValue {
    /// The value of a flag.
    static func flag(_ text: String) -> ConfigValue { ConfigValue(.string(text), isSecret: false) }
    static func flag(_ number: Int) -> ConfigValue { ConfigValue(.int(number), isSecret: false) }
}

/// A language in which findings about lists are shown.
enum FindingLanguage: String, ExpressibleByArgument, CaseIterable {
    case indonesian = "id"
    case english = "en"
}
