import ArgumentParser

/// Measures what the server must do quickly. Each run of the command does one piece of work and nothing else, so that the peak of its memory is
/// the peak of that work.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Measure imports, counts and dashboard queries. Docs/performance.md says how to repeat its figures.",
        subcommands: [WriteLists.self, WritePersons.self, ImportList.self, RecountAll.self, Dashboard.self, ApplyAtOnce.self])
}
