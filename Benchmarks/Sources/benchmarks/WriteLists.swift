import ArgumentParser
import Foundation
import Nusantara
import Simulation

/// Writes the lists that the other benchmarks import.
struct WriteLists: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Write simulated lists: one of so many rows, or five of one population.")

    @Option(help: "How many rows the one list has, or how many businesses the population of the five.")
    var size: Int

    @Option(help: "Whose list to write; without it, those of all five partners are written.")
    var partner: PartnerList?

    @Option(help: "Where every draw begins.")
    var seed: UInt64 = 1

    @Argument(help: "An existing folder.", completion: .directory)
    var folder: String

    func run() throws {
        let lists: [WrittenList]
        if let partner {
            let population = SimulatedPopulation(.rowsOnly(size, seed: seed, today: BenchmarkRegistry.today))
            lists = [try writeList(partner, of: population, to: folder, rows: size)]
        } else {
            lists = try writeLists(
                of: SimulatedPopulation(SimulationSettings(seed: seed, businesses: size, today: BenchmarkRegistry.today)), to: folder)
        }
        for list in lists { print(list.path, list.rows, "rows about", list.businesses, "businesses") }
    }
}
