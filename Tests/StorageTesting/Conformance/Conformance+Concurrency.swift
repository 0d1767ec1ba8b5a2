import Storage
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Conformance {
    private static let lock = SQLLock(number: 0x7E57)

    static let concurrency: [Check] = [
        Check("counters that eight tasks read and write lose nothing") { database in
            try await database.write { try $0.run("INSERT INTO counter VALUES ('a', 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<25 { try await increment("a", in: database, holding: nil) }
                    }
                }
                try await group.waitForAll()
            }
            try await #expect(value("a", in: database) == 200)
        },
        Check("those who hold a lock come one after another and see what the one before wrote") { database in
            try await database.write { try $0.run("INSERT INTO counter VALUES ('a', 0)") }
            let (inside, attempts) = (Shared(0), Shared(0))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await database.write(holding: lock) { connection in
                                inside.update { $0 += 1 }
                                attempts.update { $0 += 1 }
                                #expect(inside.value == 1)
                                defer { inside.update { $0 -= 1 } }
                                let value = try connection.value("SELECT value FROM counter WHERE name = 'a'", as: Int.self) ?? 0
                                try connection.run("UPDATE counter SET value = \(value + 1) WHERE name = 'a'")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await #expect(value("a", in: database) == 80)
            // Nobody had to try twice: the transaction began after the lock was held.
            #expect(attempts.value == 80)
        },
        Check("a lock is given back when its holder throws") { database in
            struct Regret: Error {}
            for _ in 0..<3 {
                await #expect(throws: Regret.self) {
                    try await database.write(holding: lock) { _ in throw Regret() }
                }
            }
            await #expect(throws: StorageError.self) {
                try await database.write(holding: lock) { try $0.run("INSERT INTO counter VALUES ('a', -1)") }
            }
            try await #expect(database.write(holding: lock) { try $0.value("SELECT 1", as: Int.self) } == 1)
        },
        Check("readers go on while those who want a lock wait") { database in
            let (isHeld, mayEnd) = (Shared(false), Shared(false))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await database.write(holding: lock) { _ in
                        isHeld.value = true
                        while !mayEnd.value { pauseThread() }
                    }
                }
                await isHeld.wait { $0 }
                for _ in 0..<12 {
                    group.addTask { try await database.write(holding: lock) { _ in } }
                }
                for _ in 0..<20 {
                    try await #expect(count("counter", in: database) == 0)
                }
                mayEnd.value = true
                try await group.waitForAll()
            }
        },
        Check("many more tasks than connections all get their turn") { database in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<200 {
                    group.addTask { try await database.read { try $0.value("SELECT \(number)") ?? 0 } }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 199 * 200 / 2)
        },
        Check("closing waits for the work under way, and nothing works afterwards") { database in
            let isInside = Shared(false)
            let work = Task {
                try await database.write { connection in
                    try connection.run("INSERT INTO counter VALUES ('a', 1)")
                    isInside.value = true
                    for _ in 0..<50 { pauseThread() }
                    return try connection.value("SELECT value FROM counter", as: Int.self)
                }
            }
            await isInside.wait { $0 }
            try await database.close()
            try await #expect(work.value == 1)
            await #expect(throws: StorageError.self) { try await count("counter", in: database) }
            await #expect(throws: StorageError.self) { try await database.write { try $0.run("DELETE FROM counter") } }
            try await database.close()
        },
    ]

    private static func increment(_ name: String, in database: any SQLDatabase, holding lock: SQLLock?) async throws {
        try await database.write(holding: lock) { connection in
            let value = try connection.value("SELECT value FROM counter WHERE name = \(name)", as: Int.self) ?? 0
            try connection.run("UPDATE counter SET value = \(value + 1) WHERE name = \(name)")
        }
    }

    private static func value(_ name: String, in database: any SQLDatabase) async throws -> Int? {
        try await database.read { try $0.value("SELECT value FROM counter WHERE name = \(name)") }
    }
}

/// Gives up the rest of this thread's slice, where a synchronous body has to wait for another task.
func pauseThread() {
    usleep(1000)
}
