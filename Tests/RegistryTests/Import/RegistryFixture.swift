import Accounts
import Foundation
import Journey
import Nusantara
import Registry
import Simulation
import Storage
import StorageTesting

/// A registry with the partners of the simulation, and ways to bring lists in.
struct RegistryFixture: Sendable {
    static let migrations = StorageSchema.migrations + AccountsSchema.migrations + JourneySchema.migrations + RegistrySchema.migrations
    static let today = CalendarDate(iso: "2026-11-23") ?? CalendarDate(dayNumber: 20_780)

    let database: any SQLDatabase
    let folder: String
    let vault = Vault.ephemeral()
    var chunkRows = 512

    /// Runs `body` with an empty registry and a folder for lists.
    ///
    /// - Parameter further: migrations of what else a test needs.
    static func with<T>(
        _ engine: TestEngine, and further: [Migration] = [], _ body: (RegistryFixture) async throws -> T
    ) async throws -> T {
        try await withTemporaryFolder { folder in
            try await withTestDatabase(engine, migrations: migrations + further) { database in
                let fixture = RegistryFixture(database: database, folder: folder)
                try await database.write { connection in
                    for list in PartnerList.allCases {
                        try connection.upsertPartner(
                            Partner(code: list.code, name: list.name, kind: list.isChannel ? .marketplace : .other))
                    }
                }
                return try await body(fixture)
            }
        }
    }

    var importer: ListImporter {
        ListImporter(database: database, vault: vault, today: Self.today, chunkRows: chunkRows)
    }

    /// Receives a list and imports it with the columns as they are recognised.
    @discardableResult
    func bring(
        _ file: String, of code: String, progress: @Sendable (ListImport) async throws -> Void = { _ in }
    ) async throws -> ListImport {
        let received = try await receive(file, of: code)
        return try await importer.run(received.id, file: file, progress: progress)
    }

    func receive(_ file: String, of code: String) async throws -> ListImport {
        guard let partner = try await database.read({ try $0.partner(code: code) }) else { throw ImportError.unknownImport }
        let mapping = try await importer.recognise(file, of: partner.id).mapping
        return try await database.write { connection in
            var received = try connection.receiveList(
                partner: partner.id, programme: nil, fileName: "list", digest: [], fileBytes: 0, day: Self.today, by: nil)
            received.mapping = mapping
            try connection.update(received)
            return received
        }
    }

    func counts(_ cell: Cell = Cell()) async throws -> Counts {
        try await database.read { try $0.counts(in: cell) }
    }

    /// Writes a small list.
    func write(_ name: String, _ lines: String...) throws -> String {
        let path = "\(folder)/\(name)"
        try lines.joined(separator: "\n").appending("\n").write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }
}
