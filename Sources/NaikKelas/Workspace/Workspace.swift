import Accounts
import Foundation
import Learning
import PostgreSQLStorage
import Registry
import SQLiteStorage
import Storage

/// A database that a command has opened, and the vault that goes with it.
struct Workspace: Sendable {
    let database: any SQLDatabase
    let vault: Vault
    let location: DatabaseLocation

    /// What a command does when the database has an older schema, or is not there yet.
    enum Opening {
        /// Makes it and brings it up to date: for commands that change data.
        case migrating
        /// Refuses with a sentence that says what to do: for commands that only look.
        case asItIs
    }

    /// Opens the database of the settings, hands it to `body` and closes it, whatever happens.
    static func with<T>(_ settings: Settings, _ opening: Opening, _ body: (Workspace) async throws -> T) async throws -> T {
        let database = try open(settings.database, opening)
        let result: Result<T, any Error>
        do {
            try await prepare(database, opening, settings.database)
            let vault = try await vault(for: database, file: settings.keysFile)
            result = .success(try await body(Workspace(database: database, vault: vault, location: settings.database)))
        } catch {
            result = .failure(error)
        }
        try await database.close()
        return try result.get()
    }

    /// Opens a database without looking at what it holds.
    ///
    /// - Throws: ``CommandFailure`` if there is none and none may be made; ``Storage/StorageError``.
    static func open(_ location: DatabaseLocation, _ opening: Opening) throws -> any SQLDatabase {
        switch location {
        case .sqlite(let path):
            if opening == .asItIs, !FileManager.default.fileExists(atPath: path) {
                throw CommandFailure("there is no database at \(path): say where it is with --database, or make one with naikkelas migrate")
            }
            return try SQLiteDatabase(path: path)
        case .postgresql(let url):
            return try PostgreSQLDatabase(url: url)
        }
    }

    private static func prepare(_ database: any SQLDatabase, _ opening: Opening, _ location: DatabaseLocation) async throws {
        switch opening {
        case .migrating:
            try await migrate(database, schema)
            // The national programmes are there from the start; what an office has changed stays.
            try await database.write { try $0.addNationalProgrammes(at: .now) }
        case .asItIs:
            let pending = try await pendingMigrations(database, schema)
            guard pending.isEmpty else {
                throw CommandFailure(
                    "\(location) lacks \(pending.count) of this program's migrations: run naikkelas migrate --database \(location) first")
            }
        }
    }

    /// The vault of the keys in the file, which is made for a database that holds nothing sealed yet.
    private static func vault(for database: any SQLDatabase, file: String) async throws -> Vault {
        if !FileManager.default.fileExists(atPath: file) {
            // New keys beside old data would open nothing and match nothing, and nobody could sign in.
            let holdsData = try await database.read { try !$0.people(limit: 1).isEmpty || !$0.listImports(limit: 1).isEmpty }
            guard !holdsData else {
                throw CommandFailure("the keys of this database are not at \(file): bring them back, or say with --keys where they are")
            }
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        return try Vault(file: file)
    }
}
