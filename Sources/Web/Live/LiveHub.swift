import Learning
import NIOCore
import Storage

/// Who watches which live room. It sends each state to all of them as the same bytes, four times a second at most, however much happens.
///
/// One for each server. Other servers on the same database are noticed by the version of the room, which is asked for each second.
actor LiveHub {
    /// What a watcher receives.
    struct Subscription: Sendable {
        let number: Int
        let events: AsyncStream<ByteBuffer>
        /// Ends the stream, as on the end of the program.
        let end: @Sendable () -> Void
    }

    private struct Subscriber {
        let continuation: AsyncStream<ByteBuffer>.Continuation
        let attendee: LiveAttendeeID?
        /// How many events in a row it did not take in time.
        var missed = 0
    }

    private struct Hosted {
        var room: LiveRoom
        var state: LiveState
        var snapshot: LiveSnapshot
        var sentAt: Timestamp
        var usedAt: Timestamp
        var subscribers: [Int: Subscriber] = [:]
        var attendees: [AttendeeToken: LiveAttendee] = [:]
        /// Who was here in the minute under way without watching.
        var seen: Set<LiveAttendeeID> = []

        var isDirty: Bool { snapshot.version != state.version }
    }

    /// The time between two states sent to a room.
    static let interval = Duration.milliseconds(250)
    /// After how many states that it did not take a watcher is let go and told to come again: ten seconds at full rate.
    static let patience = 40
    private static let pingInterval = Duration.seconds(15)
    private static let pollInterval = Duration.seconds(1)
    /// How long a room that nobody uses is kept.
    private static let idleTime = Duration.seconds(600)

    private let database: any SQLDatabase
    private let now: @Sendable () -> Timestamp
    nonisolated let writer: LiveWriter
    private var rooms: [LiveRoomID: Hosted] = [:]
    private var codes: [LiveCode: LiveRoomID] = [:]
    private var nextNumber = 0
    private var polledAt = Timestamp(rawValue: 0)
    private var pingedAt = Timestamp(rawValue: 0)
    private var minute: Int64 = 0

    init(database: any SQLDatabase, now: @escaping @Sendable () -> Timestamp) {
        self.database = database
        self.now = now
        writer = LiveWriter(database)
    }

    // MARK: - Rooms

    /// A room and what is seen in it; nil if nobody opened one under this code.
    func room(_ code: LiveCode) async throws -> (room: LiveRoom, state: LiveState)? {
        if let id = codes[code], let hosted = rooms[id] {
            rooms[id]?.usedAt = now()
            return (hosted.room, hosted.state)
        }
        let found = try await database.read { connection -> (LiveRoom, LiveState)? in
            guard let room = try connection.liveRoom(code: code), let state = try connection.liveState(of: room.id) else { return nil }
            return (room, state)
        }
        guard let (room, state) = found else { return nil }
        // Another request may have read it meanwhile, and people may watch it already.
        if rooms[room.id] == nil {
            rooms[room.id] = Hosted(
                room: room, state: state, snapshot: LiveSnapshot(state), sentAt: Timestamp(rawValue: 0), usedAt: now())
            codes[code] = room.id
        }
        return rooms[room.id].map { ($0.room, $0.state) }
    }

    /// What everybody sees, as bytes. The room must have been asked for before.
    func snapshot(of room: LiveRoomID) -> LiveSnapshot? { rooms[room]?.snapshot }

    /// Who holds a token; whoever asks for a page counts as here.
    func attendee(_ token: AttendeeToken, in room: LiveRoomID) async throws -> LiveAttendee? {
        if let known = rooms[room]?.attendees[token] {
            rooms[room]?.seen.insert(known.id)
            return known
        }
        guard let found = try await database.read({ try $0.liveAttendee(token, in: room) }) else { return nil }
        rooms[room]?.attendees[token] = found
        rooms[room]?.seen.insert(found.id)
        return found
    }

    /// Stores a deed together with those of others; returns when it is stored.
    nonisolated func submit(_ write: LiveWrite) async throws -> LiveOutcome {
        try await writer.submit(write)
    }

    // MARK: - Watchers

    /// Begins to watch a room that was asked for before.
    ///
    /// - Parameter known: the version that the watcher has already; it is not sent again.
    func subscribe(to room: LiveRoomID, as attendee: LiveAttendeeID? = nil, knowing known: Int64? = nil) -> Subscription {
        let (events, continuation) = AsyncStream<ByteBuffer>.makeStream(bufferingPolicy: .bufferingNewest(1))
        nextNumber += 1
        let number = nextNumber
        if let hosted = rooms[room] {
            rooms[room]?.subscribers[number] = Subscriber(continuation: continuation, attendee: attendee)
            if known != hosted.snapshot.version { continuation.yield(hosted.snapshot.event) }
        } else {
            continuation.finish()
        }
        return Subscription(number: number, events: events) { continuation.finish() }
    }

    func unsubscribe(_ number: Int, from room: LiveRoomID) {
        guard let subscriber = rooms[room]?.subscribers.removeValue(forKey: number) else { return }
        if let attendee = subscriber.attendee { rooms[room]?.seen.insert(attendee) }
        subscriber.continuation.finish()
    }

    /// How many watch a room on this server.
    func watcherCount(of room: LiveRoomID) -> Int { rooms[room]?.subscribers.count ?? 0 }

    // MARK: - Moving on

    /// Takes over what a transaction did; states are sent at once where the last one is long enough ago.
    func commit(_ progress: [LiveRoomID: LiveProgress]) async {
        for (id, step) in progress {
            guard let version = rooms[id]?.state.version else { continue }
            if step.version == version + 1 {
                rooms[id]?.state.version(step.version, after: step.events)
            } else if step.version > version {
                await reload(id)
            }
            sendIfDue(id)
        }
    }

    /// What has to happen from time to time: it sends what waits, asks for what other servers did, ends polls whose time is over, and counts
    /// minutes. To be called four times a second.
    func beat() async {
        let time = now()
        for id in rooms.keys { sendIfDue(id) }
        guard time >= polledAt.adding(Self.pollInterval) || time < polledAt else { return }
        polledAt = time
        await pollVersions()
        await endOverduePolls(at: time)
        if time >= pingedAt.adding(Self.pingInterval) || time < pingedAt {
            pingedAt = time
            let ping = ByteBuffer(string: ": ping\n\n")
            for hosted in rooms.values where !hosted.isDirty {
                for subscriber in hosted.subscribers.values { subscriber.continuation.yield(ping) }
            }
        }
        let thisMinute = time.rawValue / 60_000_000
        if thisMinute != minute {
            await countMinute(thisMinute, at: time)
            minute = thisMinute
        }
        for (id, hosted) in rooms where hosted.subscribers.isEmpty && time >= hosted.usedAt.adding(Self.idleTime) {
            codes[hosted.room.code] = nil
            rooms[id] = nil
        }
    }

    private func sendIfDue(_ id: LiveRoomID) {
        guard let hosted = rooms[id], hosted.isDirty else { return }
        let time = now()
        guard time >= hosted.sentAt.adding(Self.interval) || time < hosted.sentAt else { return }
        let snapshot = LiveSnapshot(hosted.state)
        rooms[id]?.snapshot = snapshot
        rooms[id]?.sentAt = time
        for (number, subscriber) in hosted.subscribers {
            switch subscriber.continuation.yield(snapshot.event) {
            case .dropped:
                let missed = subscriber.missed + 1
                if missed >= Self.patience {
                    unsubscribe(number, from: id)
                } else {
                    rooms[id]?.subscribers[number]?.missed = missed
                }
            case .terminated: rooms[id]?.subscribers[number] = nil
            default: if subscriber.missed > 0 { rooms[id]?.subscribers[number]?.missed = 0 }
            }
        }
    }

    private func reload(_ id: LiveRoomID) async {
        // What cannot be read now is read at the next beat.
        guard
            let (room, state) = try? await database.read({ connection in (try connection.liveRoom(id), try connection.liveState(of: id)) }),
            let room, let state, let hosted = rooms[id], state.version > hosted.state.version
        else { return }
        rooms[id]?.room = room
        rooms[id]?.state = state
    }

    private func pollVersions() async {
        let ids = Array(rooms.keys)
        guard !ids.isEmpty, let versions = try? await database.read({ try $0.liveVersions(of: ids) }) else { return }
        for (id, version) in versions where version > rooms[id]?.state.version ?? .max {
            await reload(id)
            sendIfDue(id)
        }
    }

    private func endOverduePolls(at time: Timestamp) async {
        let overdue = rooms.compactMap { id, hosted -> LiveWrite? in
            guard hosted.state.isOpen, let poll = hosted.state.poll, poll.isOverdue(at: time), let end = poll.endsAt else { return nil }
            return LiveWrite(.closePoll(poll.id), in: id, at: end)
        }
        guard !overdue.isEmpty else { return }
        if let progress = try? await database.write(holding: .live, { try $0.store(overdue).progress }) { await commit(progress) }
    }

    private func countMinute(_ thisMinute: Int64, at time: Timestamp) async {
        for (id, hosted) in rooms {
            let here = hosted.seen.union(hosted.subscribers.values.compactMap(\.attendee))
            rooms[id]?.seen = []
            guard hosted.state.isOpen, !here.isEmpty else { continue }
            // A minute that could not be counted is no reason to send people out of the room.
            try? await database.write(holding: .live) { try $0.countLiveMinute(thisMinute, of: here, at: time) }
        }
    }
}
