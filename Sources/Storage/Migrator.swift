extension SQLLock {
    /// Held while the schema changes.
    public static let migration = SQLLock(number: 0x6E6B_0001)
}

/// Brings a database to the schema of this program and returns the names of the migrations that it applied, in their order.
///
/// Each migration runs in a transaction of its own together with its entry in `schema_migration`, so that an interrupted run goes on
/// where it stopped. Two programs that start at once wait for each other.
///
/// - Parameter migrations: every migration of the program, in the order of application.
/// - Throws: ``StorageError/newerSchema(found:)`` if the database holds a migration that is not in the list.
@discardableResult
public func migrate(_ database: any SQLDatabase, _ migrations: [Migration]) async throws -> [String] {
    let known = Set(migrations.map(\.name))
    guard known.count == migrations.count else {
        throw StorageError.other("two migrations have the same name")
    }
    let types = SchemaTypes(dialect: database.dialect)
    try await database.write(holding: .migration) { connection in
        let columns = "(name \(types.text) PRIMARY KEY, applied_at \(types.integer) NOT NULL)\(types.strict)"
        try connection.run(SQLQuery(unchecked: "CREATE TABLE IF NOT EXISTS schema_migration \(columns)"))
        _ = try appliedMigrations(connection, known: known)
    }
    var applied: [String] = []
    for migration in migrations {
        let isNew = try await database.write(holding: .migration) { connection in
            guard try !appliedMigrations(connection, known: known).contains(migration.name) else { return false }
            for statement in migration.statements(types) {
                try connection.run(SQLQuery(unchecked: statement))
            }
            try connection.run("INSERT INTO schema_migration (name, applied_at) VALUES (\(migration.name), \(Timestamp.now))")
            return true
        }
        if isNew { applied.append(migration.name) }
    }
    return applied
}

/// The names of the migrations that a database still lacks; for a health check, and for `migrate` to say what it would do.
///
/// - Throws: ``StorageError/newerSchema(found:)`` if the database holds a migration that is not in the list.
public func pendingMigrations(_ database: any SQLDatabase, _ migrations: [Migration]) async throws -> [String] {
    let dialect = database.dialect
    let known = Set(migrations.map(\.name))
    let applied = try await database.read { connection in
        let table: Int? =
            switch dialect {
            case .sqlite: try connection.value("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'")
            case .postgresql: try connection.value("SELECT 1 WHERE to_regclass('schema_migration') IS NOT NULL")
            }
        return table == nil ? [] : try appliedMigrations(connection, known: known)
    }
    return migrations.map(\.name).filter { !applied.contains($0) }
}

private func appliedMigrations(_ connection: any SQLConnection, known: Set<String>) throws -> Set<String> {
    let applied = try connection.rows("SELECT name FROM schema_migration ORDER BY name") { row in try row[0] as String }
    if let newer = applied.last(where: { !known.contains($0) }) {
        throw StorageError.newerSchema(found: newer)
    }
    return Set(applied)
}
