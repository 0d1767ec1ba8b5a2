public import ArgumentParser
public import Simulation

extension PersonSetting: @retroactive ExpressibleByArgument {}

/// Writes the persons that linkage is measured with.
struct WritePersons: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-persons",
        abstract: "Write persons.csv and truth.csv: persons, three rows of ten repeating somebody with slips and gaps.")

    @Option(help: "How many rows.")
    var size: Int

    @Option(help: "tuning, to choose how the program works, or judging, to say how well it works.")
    var setting: PersonSetting

    @Option(help: "Where every draw begins; without it, where the setting says.")
    var seed: UInt64?

    @Argument(help: "An existing folder.", completion: .directory)
    var folder: String

    func validate() throws {
        if size < 1 { throw ValidationError("--size must be at least 1") }
    }

    func run() throws {
        let paths = try writePersons(size, to: folder, setting: setting, seed: seed)
        print(paths.persons, size, "rows")
    }
}
