import Accounts
import ArgumentParser
import Foundation
import Journey
import Learning
import Nusantara
import PostgreSQLStorage
import Registry
import SQLiteStorage
import Simulation
import Storage

/// The database that a benchmark works on.
struct BenchmarkRegistry: ParsableArguments {
    /// The day on which every benchmark takes place, so that the same list gives the same counts.
    static let today = CalendarDate(dayNumber: 20_780)

    @Option(help: "sqlite:PATH or postgres://…; tables are made in it if it has none.")
    var database: String

    /// Runs `body` on the open database and closes it, whatever happens.
    func open<T>(_ body: (any SQLDatabase) async throws -> T) async throws -> T {
        let opened: any SQLDatabase =
            switch try DatabaseLocation(database) {
            case .sqlite(let path): try SQLiteDatabase(path: path)
            case .postgresql(let url): try PostgreSQLDatabase(url: url)
            }
        let result: Result<T, any Error>
        do {
            try await migrate(
                opened,
                StorageSchema.migrations + AccountsSchema.migrations + JourneySchema.migrations + RegistrySchema.migrations
                    + LearningSchema.migrations)
            result = .success(try await body(opened))
        } catch {
            result = .failure(error)
        }
        try await opened.close()
        return try result.get()
    }

    /// Keys that stay the same from one benchmark to the next: without them no identifier would be known again.
    ///
    /// They stand in a file beside the lists.
    static func vault(in folder: String) throws -> Vault {
        try Vault(file: URL(fileURLWithPath: folder).appendingPathComponent("benchmark.keys").path)
    }
}

extension SQLConnection {
    /// The partner who sends the list, made known if he is not.
    func partner(of list: PartnerList) throws -> Partner {
        if let known = try partner(code: list.code) { return known }
        let partner = Partner(code: list.code, name: list.name, kind: list.isChannel ? .marketplace : .other)
        try upsertPartner(partner)
        return partner
    }
}
