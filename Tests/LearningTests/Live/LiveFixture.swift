import Accounts
import Journey
import Learning
import Storage
import StorageTesting

/// An open room in a database of its own.
struct LiveFixture: Sendable {
    static let start = Timestamp(rawValue: 1_700_000_000_000_000)

    let database: any SQLDatabase
    let room: LiveRoom

    static func with(_ engine: TestEngine, _ body: @escaping @Sendable (LiveFixture) async throws -> Void) async throws {
        try await withTestDatabase(
            engine, migrations: StorageSchema.migrations + AccountsSchema.migrations + JourneySchema.migrations + LearningSchema.migrations
        ) { database in
            let room = try await database.write { try $0.openLiveRoom("Jualan online", by: PersonID(), at: start) }
            try await body(LiveFixture(database: database, room: room))
        }
    }

    func attendee(_ name: String, person: PersonID? = nil, number: String? = nil) -> LiveAttendee {
        LiveAttendee(id: LiveAttendeeID(), room: room.id, person: person, name: name, participantNumber: number)
    }

    func write(_ deed: LiveWrite.Deed, after seconds: Int = 0) -> LiveWrite {
        LiveWrite(deed, in: room.id, at: Self.start.adding(.seconds(seconds)))
    }

    /// Stores the deeds in one transaction.
    @discardableResult
    func store(_ deeds: [LiveWrite.Deed], after seconds: Int = 0) async throws -> [LiveOutcome] {
        let writes = deeds.map { write($0, after: seconds) }
        return try await database.write { try $0.store(writes).outcomes }
    }

    func state() async throws -> LiveState? {
        try await database.read { try $0.liveState(of: room.id) }
    }
}
