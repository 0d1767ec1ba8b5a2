import Foundation
import PostgreSQLStorage
import SQLiteStorage
public import Storage

/// The engines on which every test that touches data runs: `@Test(arguments: TestEngine.allCases)`.
public enum TestEngine: String, CaseIterable, Sendable {
    case sqlite
    case postgresql

}

/// Runs `body` on a fresh database with the given migrations applied, and removes the database afterwards, also when `body` throws.
///
/// SQLite gets a file in a temporary folder. PostgreSQL gets a database on one server that the test process starts from Debian's
/// binaries when it is first asked for, and that ends with the process.
///
/// - Parameter migrations: in the order of application.
@discardableResult
public func withTestDatabase<T>(
    _ engine: TestEngine, migrations: [Migration], _ body: (any SQLDatabase) async throws -> T
) async throws -> T {
    try await withTestLocation(engine, migrations: migrations) { location in
        try await withOpen(location, body)
    }
}

/// The same for tests that open the database themselves, as several processes would, or give its name to a command.
@discardableResult
public func withTestLocation<T>(
    _ engine: TestEngine, migrations: [Migration], _ body: (DatabaseLocation) async throws -> T
) async throws -> T {
    switch engine {
    case .sqlite:
        return try await withTemporaryFolder { folder in
            let location = DatabaseLocation.sqlite(path: folder + "/test.sqlite")
            if !migrations.isEmpty {
                try await withOpen(location) { _ = try await migrate($0, migrations) }
            }
            return try await body(location)
        }
    case .postgresql:
        if !Place.isTaken { try await places.enter() }
        defer { if !Place.isTaken { places.leave() } }
        let url = try await TestServer.shared.makeDatabase(migrations)
        let result: Result<T, any Error>
        do {
            result = .success(try await Place.$isTaken.withValue(true) { try await body(.postgresql(url: url)) })
        } catch {
            result = .failure(error)
        }
        try await TestServer.shared.removeDatabase(url)
        return try result.get()
    }
}

/// Runs `body` on an opened database and closes it, whatever happens.
@discardableResult
public func withOpen<T>(_ location: DatabaseLocation, _ body: (any SQLDatabase) async throws -> T) async throws -> T {
    let database: any SQLDatabase =
        switch location {
        case .sqlite(let path): try SQLiteDatabase(path: path, writerCacheMebibytes: 16)
        case .postgresql(let url): try PostgreSQLDatabase(url: url)
        }
    return try await withOpen(database, body)
}

/// Tests run all at once, and a server has only so many connections.
private let places = Turnstile(places: 8)

/// A test that wants a second database while it has one does not queue again: eight of those would wait for each other.
private enum Place {
    @TaskLocal static var isTaken = false
}

/// Runs `body` on an open database and closes it, whatever happens.
func withOpen<T>(_ database: any SQLDatabase, _ body: (any SQLDatabase) async throws -> T) async throws -> T {
    let result: Result<T, any Error>
    do {
        result = .success(try await body(database))
    } catch {
        result = .failure(error)
    }
    try await database.close()
    return try result.get()
}

/// Runs `body` with the path of a new folder and removes it, whatever happens.
@discardableResult
public func withTemporaryFolder<T>(_ body: (String) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naikkelas-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
}
