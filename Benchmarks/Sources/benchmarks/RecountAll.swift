import ArgumentParser
import Journey
import Storage

/// Counts everything again and says how quickly, and whether the live counters were right.
struct RecountAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recount", abstract: "Count everything again from milestones, and hold it against the live counters.")

    @OptionGroup var registry: BenchmarkRegistry

    func run() async throws {
        try await registry.open { database in
            let clock = ContinuousClock()
            let start = clock.now
            let recount = try await database.read { try $0.recount() }
            let taken = start.duration(to: clock.now)
            print(
                "recount \(database.dialect.rawValue): \(recount.businesses) businesses, \(recount.counters) counters",
                "in \(taken.seconds.rounded(to: 2)) s, \(Machine.peakMemory >> 20) MiB at most;",
                recount.isEqual ? "equal" : "NOT EQUAL: \(recount.differences.count) counters differ")
            guard recount.isEqual else { throw ExitCode.failure }
        }
    }
}
