import Storage
import Testing

extension Conformance {
    private struct Regret: Error {}

    static let transactions: [Check] = [
        Check("a body that throws leaves nothing") { database in
            await #expect(throws: Regret.self) {
                try await database.write { connection in
                    try connection.run("INSERT INTO counter VALUES ('a', 1)")
                    throw Regret()
                }
            }
            try await #expect(count("counter", in: database) == 0)
        },
        Check("rules of the schema refuse with a constraint, and name no value of the row") { database in
            try await database.write { try $0.run("INSERT INTO counter VALUES ('a', 1)") }
            for query in [
                "INSERT INTO counter VALUES ('a', 2)", "INSERT INTO counter VALUES ('secret', -1)",
                "INSERT INTO counter VALUES ('secret', NULL)",
                "INSERT INTO part VALUES (1, 'secret')", "UPDATE counter SET value = -5",
            ] as [SQLQuery] {
                let error = await #expect(throws: StorageError.self) { try await database.write { try $0.run(query) } }
                guard case .constraint(let message) = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(!message.contains("secret") && !message.isEmpty)
            }
        },
        Check("a reference that is checked at the end refuses the whole transaction") { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.write { connection in
                    try connection.run("INSERT INTO counter VALUES ('b', 1)")
                    try connection.run("INSERT INTO late_part VALUES (1, 'nobody')")
                }
            }
            guard case .constraint = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            try await #expect(count("counter", in: database) == 0)
            try await database.write { connection in
                try connection.run("INSERT INTO late_part VALUES (1, 'late')")
                try connection.run("INSERT INTO counter VALUES ('late', 1)")
            }
            try await #expect(count("late_part", in: database) == 1)
        },
        Check("a unit of work with an error is lost, also when its body goes on") { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.write { connection in
                    try connection.run("INSERT INTO counter VALUES ('a', 1)")
                    _ = try? connection.run("INSERT INTO counter VALUES ('a', 1)")
                    _ = try? connection.value("SELECT 1", as: Int.self)
                }
            }
            guard case .constraint = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            try await #expect(count("counter", in: database) == 0)
        },
        Check("a read does not write") { database in
            for query in ["INSERT INTO counter VALUES ('a', 1)", "DELETE FROM counter", "CREATE TABLE other (id INTEGER)"] as [SQLQuery] {
                await #expect(throws: StorageError.readOnly) { try await database.read { try $0.run(query) } }
            }
            try await #expect(count("counter", in: database) == 0)
        },
        Check("a read sees one state, whatever is committed meanwhile") { database in
            try await database.write { try $0.run("INSERT INTO counter VALUES ('a', 1)") }
            let (seen, sight) = AsyncStream.makeStream(of: Int?.self)
            let isWritten = Shared(false)
            let query: SQLQuery = "SELECT value FROM counter WHERE name = 'a'"
            async let values = database.read { connection in
                let before: Int? = try connection.value(query)
                sight.yield(before)
                while !isWritten.value { pauseThread() }
                return [before, try connection.value(query)]
            }
            for await before in seen {
                #expect(before == 1)
                break
            }
            try await database.write { try $0.run("UPDATE counter SET value = 2") }
            isWritten.value = true
            try await #expect(values == [1, 1])
            try await #expect(database.read { try $0.value(query, as: Int.self) } == 2)
        },
        Check("statements that are no SQL fail with what the engine says") { database in
            for query in ["SELEC 1", "SELECT nothing FROM nowhere", "SELECT 1; SELECT 2", "INSERT INTO counter VALUES ($1, $2)"]
                as [SQLQuery]
            {
                await #expect(throws: StorageError.self) { try await database.write { try $0.run(query) } }
            }
            try await #expect(count("counter", in: database) == 0)
        },
        Check("what is to be done after the commit is done then, and never without one") { database in
            let events = Shared<[String]>([])
            try await database.write { connection in
                connection.afterCommit { events.update { $0.append("after") } }
                events.update { $0.append("inside") }
            }
            await #expect(throws: Regret.self) {
                try await database.write { connection in
                    connection.afterCommit { events.update { $0.append("never") } }
                    throw Regret()
                }
            }
            #expect(events.value == ["inside", "after"])
        },
        Check("a read that is cancelled while it runs ends, and leaves the connection usable") { database in
            let isRunning = Shared(false)
            let task = Task {
                try await database.read { connection in
                    isRunning.value = true
                    return try connection.value(
                        """
                        WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 3000000)
                        SELECT COUNT(*) FROM number
                        """, as: Int.self)
                }
            }
            await isRunning.wait { $0 }
            task.cancel()
            let result = await task.result
            switch result {
            case .success(let count): #expect(count == 3_000_000)
            case .failure(let error): #expect(error is CancellationError)
            }
            try await #expect(count("counter", in: database) == 0)
        },
        Check("a cancelled task changes nothing") { database in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await database.write { try $0.run("INSERT INTO counter VALUES ('a', 1)") }
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            try await #expect(count("counter", in: database) == 0)
        },
    ]

    static func count(_ table: SQLQuery, in database: any SQLDatabase) async throws -> Int? {
        try await database.read { try $0.value("SELECT COUNT(*) FROM \(table)") }
    }
}
