import Storage

private struct Outcome<T: Sendable>: Error {
    let value: T
}

extension SQLDatabase {
    /// What `body` returns from a transaction of which nothing stays, so that one database serves several tries.
    func writeAndRollBack<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        do {
            return try await write { connection in
                throw Outcome(value: try body(connection))
            }
        } catch let outcome as Outcome<T> {
            return outcome.value
        }
    }
}
