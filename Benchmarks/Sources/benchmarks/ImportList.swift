import ArgumentParser
import Foundation
import Journey
import Registry
import Simulation
import Storage

/// Imports one list and says how quickly.
struct ImportList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import a list, from the file to the counters, and print what it took.")

    @OptionGroup var registry: BenchmarkRegistry

    @Option(help: "Whose list it is.")
    var partner: PartnerList

    @Flag(help: "Only read and check the list, as the dry run does.")
    var dryRun = false

    @Option(help: "How many rows one transaction stores; without it, as many as the server's imports.")
    var chunkRows: Int?

    @Argument(help: "The list.", completion: .file())
    var file: String

    func run() async throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        let vault = try BenchmarkRegistry.vault(in: folder)
        try await registry.open { database in
            let importer =
                chunkRows.map { ListImporter(database: database, vault: vault, today: BenchmarkRegistry.today, chunkRows: $0) }
                ?? ListImporter(database: database, vault: vault, today: BenchmarkRegistry.today)
            let received = try await receive(with: importer, in: database)
            let clock = ContinuousClock()
            var tally = ImportTally()
            var own = 0
            let processorBefore = Machine.processorSeconds
            let taken = try await clock.measure {
                if dryRun, let mapping = received.listImport.mapping {
                    tally = try await importer.check(file, of: received.partner, mapping: mapping, day: received.listImport.day) { _ in
                        own = max(own, Machine.ownMemory)
                    }
                } else {
                    tally = try await importer.run(received.listImport.id, file: file) { _ in own = max(own, Machine.ownMemory) }.tally
                }
            }
            let processor = Machine.processorSeconds - processorBefore
            let size = try await database.read { try $0.databaseBytes() }
            print(
                "\(dryRun ? "check" : "import") \(database.dialect.rawValue) \(partner.code): \(tally.rowsRead) rows",
                "in \(taken.seconds.rounded(to: 2)) s, \(Int(Double(tally.rowsRead) / taken.seconds)) rows/s,",
                "\(processor.rounded(to: 1)) s of processor, \(own >> 20) MiB of its own, \(Machine.peakMemory >> 20) MiB with mapped files, database \(size >> 20) MiB;",
                "created \(tally.created), changed \(tally.changed), unchanged \(tally.unchanged), refused \(tally.refused),",
                "businesses \(tally.newBusinesses), linked \(tally.linked)")
        }
    }

    private func receive(
        with importer: ListImporter, in database: any SQLDatabase
    ) async throws -> (partner: Partner, listImport: ListImport) {
        let list = partner
        let sender = try await database.write { try $0.partner(of: list) }
        let mapping = try await importer.recognise(file, of: sender.id).mapping
        let listImport = try await database.write { connection in
            var received = try connection.receiveList(
                partner: sender.id, programme: nil, fileName: list.fileName, digest: [], fileBytes: 0, day: BenchmarkRegistry.today, by: nil
            )
            received.mapping = mapping
            try connection.update(received)
            return received
        }
        return (sender, listImport)
    }
}
