import CLibPQ
import Storage

/// A session with the server: libpq's handle and the statements prepared on it. Used on one queue at a time.
final class Session {
    let handle: OpaquePointer
    private var statements = PreparedStatements(limit: 256)

    /// Connects and sets what the seam relies on.
    ///
    /// - Throws: ``StorageError/unavailable(_:)``.
    init(url: String) throws {
        // Later keywords win: the URL over the time-out, the encoding over the URL.
        let settings = [
            ("connect_timeout", "10"), ("dbname", url), ("client_encoding", "UTF8"), ("fallback_application_name", "naikkelas"),
        ]
        let connected = withCStrings(settings.map(\.0)) { keywords in
            withCStrings(settings.map(\.1)) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let connected else { throw StorageError.unavailable("out of memory") }
        handle = connected
        guard PQstatus(handle) == CONNECTION_OK else {
            let message = String(cString: PQerrorMessage(handle))
            throw StorageError.unavailable(String(message.trimmingSuffix(while: \.isNewline)))
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try execute("SET client_min_messages = warning; SET TIME ZONE 'UTC'; SET standard_conforming_strings = on")
        // Compiling a plan costs more than these queries do; servers that speak the protocol only may not know the setting.
        _ = try? execute("SET jit = off")
    }

    deinit {
        PQfinish(handle)
    }

    var isBroken: Bool { PQstatus(handle) == CONNECTION_BAD }

    /// Runs statements without values.
    @discardableResult
    func execute(_ command: String) throws -> ServerResult {
        try checked(PQexec(handle, command))
    }

    /// Runs a statement once and returns the whole answer.
    @discardableResult
    func execute(_ command: String, _ values: [SQLValue]) throws -> ServerResult {
        let statement = try prepared(command, values)
        let parameters = try Parameters(values, types: statement.types)
        return try checked(
            parameters.withPointers { count, values, lengths, formats in
                PQexecPrepared(handle, statement.name, count, values, lengths, formats, 1)
            })
    }

    func checked(_ result: OpaquePointer?) throws -> ServerResult {
        guard let result else { throw lastFailure }
        let answer = ServerResult(result)
        if let failure = answer.failure { throw failure }
        return answer
    }

    /// What libpq says when there is no answer.
    var lastFailure: StorageError {
        let message = String(cString: PQerrorMessage(handle)).trimmingSuffix(while: \.isNewline)
        return isBroken ? .unavailable(String(message)) : .other(String(message))
    }

    /// The statement of a text for values of these kinds, prepared if it is new.
    func prepared(_ text: String, _ values: [SQLValue]) throws -> PreparedStatement {
        let kinds = values.map(PreparedStatement.kind(of:))
        return try prepared(text, kinds: kinds)
    }

    func prepared(_ text: String, kinds: [Oid]) throws -> PreparedStatement {
        if let statement = statements[text, kinds] { return statement }
        let isInside = PQtransactionStatus(handle) == PQTRANS_INTRANS
        // Only a parameter can make a second try worthwhile, and only inside a transaction the first one would end it.
        let isGuarded = isInside && !kinds.isEmpty
        if isGuarded { try execute("SAVEPOINT prepare_statement") }
        let name = statements.newName()
        var guess = TypeGuess(kinds: kinds)
        while true {
            let answer = PQprepare(handle, name, text, Int32(guess.types.count), guess.types).map(ServerResult.init)
            guard let answer else { throw lastFailure }
            guard let failure = answer.failure else { break }
            let isTriedAgain = guess.improve(sqlState: answer.sqlState ?? "", message: String(cString: PQresultErrorMessage(answer.handle)))
            guard isTriedAgain else { throw guess.firstFailure ?? failure }
            guess.firstFailure = guess.firstFailure ?? failure
            if isGuarded { try execute("ROLLBACK TO SAVEPOINT prepare_statement") }
        }
        if isGuarded { try execute("RELEASE SAVEPOINT prepare_statement") }
        if guess.types.contains(ServerType.inferred) {
            let description = try checked(PQdescribePrepared(handle, name))
            let inferred = (0..<PQnparams(description.handle)).map { PQparamtype(description.handle, $0) }
            if guess.isMisread(inferred) { throw StorageError.constraint("a value does not fit the type of its column") }
        }
        let statement = PreparedStatement(name: name, types: guess.types)
        if let evicted = statements.insert(statement, text: text, kinds: kinds) {
            try execute("DEALLOCATE \(evicted)")
        }
        return statement
    }
}

/// Calls `body` with an array of C strings that ends with a null pointer.
private func withCStrings<T>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T) -> T {
    let arena = strings.flatMap { Array($0.utf8CString) }
    return arena.withUnsafeBufferPointer { arena in
        var offset = 0
        var pointers: [UnsafePointer<CChar>?] = []
        for string in strings {
            pointers.append(arena.baseAddress.map { $0 + offset })
            offset += string.utf8.count + 1
        }
        pointers.append(nil)
        return body(pointers)
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
        return self[startIndex..<end]
    }
}
