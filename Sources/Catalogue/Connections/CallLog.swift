public import Marketplaces
public import Storage
import Synchronization

/// What was called on channels: the number of calls of each day, and each call that failed or changed something, without secrets. What
/// happened is kept in memory until ``flush()``.
public final class CallLog: Sendable {
    private struct Waiting: Sendable {
        var counts: [Day: Count] = [:]
        var calls: [ChannelConnection.Attempt] = []
    }

    private struct Day: Hashable {
        let channel: String
        let day: Int64
    }

    private struct Count {
        var calls: Int64 = 0
        var failures: Int64 = 0
    }

    private let database: any SQLDatabase
    private let waiting = Mutex(Waiting())
    /// How long single calls are kept, in seconds: ninety days.
    private static let life: Int64 = 90 * 86_400
    /// So many single calls wait at most; on a day on which everything fails the counts go on.
    private static let most = 10_000

    public init(_ database: any SQLDatabase) {
        self.database = database
    }

    public func note(_ attempt: ChannelConnection.Attempt) {
        let day = Day(channel: attempt.channel.rawValue, day: Int64(attempt.at) / 86_400)
        waiting.withLock { waiting in
            waiting.counts[day, default: Count()].calls += 1
            if attempt.failure != nil { waiting.counts[day, default: Count()].failures += 1 }
            if attempt.failure != nil || attempt.method != "GET", waiting.calls.count < Self.most { waiting.calls.append(attempt) }
        }
    }

    /// Writes down what happened since the last time, and forgets single calls that are too old.
    ///
    /// - Throws: ``Storage/StorageError``; what was not written waits for the next time.
    public func flush() async throws {
        let taken = waiting.withLock { waiting in
            let taken = waiting
            waiting = Waiting()
            return taken
        }
        guard !taken.counts.isEmpty else { return }
        do {
            try await database.write { connection in
                for (day, count) in taken.counts {
                    try connection.run(
                        """
                        INSERT INTO channel_call_day (channel, day, calls, failures)
                        VALUES (\(day.channel), \(day.day), \(count.calls), \(count.failures))
                        ON CONFLICT (channel, day) DO UPDATE SET calls = channel_call_day.calls + excluded.calls,
                            failures = channel_call_day.failures + excluded.failures
                        """)
                }
                for call in taken.calls {
                    try connection.run(
                        """
                        INSERT INTO channel_call (id, channel, shop_reference, called_at, method, address, attempt, status, bytes,
                            milliseconds, failure)
                        VALUES (\(Identifier<CallLog>()), \(call.channel.rawValue), \(call.shop),
                            \(Timestamp(secondsSince1970: Int64(call.at))), \(call.method), \(call.address), \(call.attempt), \(call.status),
                            \(call.bytes), \(Int64(call.seconds * 1000)), \(call.failure))
                        """)
                }
                guard let latest = taken.counts.keys.map(\.day).max() else { return }
                let end = Timestamp(secondsSince1970: latest * 86_400 - Self.life)
                try connection.run("DELETE FROM channel_call WHERE called_at < \(end)")
            }
        } catch {
            waiting.withLock { waiting in
                for (day, count) in taken.counts {
                    waiting.counts[day, default: Count()].calls += count.calls
                    waiting.counts[day, default: Count()].failures += count.failures
                }
                waiting.calls = (taken.calls + waiting.calls).suffix(Self.most)
            }
            throw error
        }
    }
}

/// A call to a channel that failed or changed something.
public struct LoggedCall: Sendable, Hashable {
    public let channel: Channel
    public let shop: String?
    public let at: Timestamp
    public let method: String
    /// Without secrets.
    public let address: String
    /// The HTTP status; nil if nothing came back.
    public let status: Int?
    /// What went wrong, with the beginning of what came back; nil if nothing did.
    public let failure: String?
}

extension SQLConnection {
    /// Calls that failed, the latest first.
    ///
    /// - Parameter shop: the channel's own identifier; nil for those of every shop.
    public func failedCalls(on channel: Channel? = nil, shop: String? = nil, limit: Int) throws -> [LoggedCall] {
        let ofChannel: SQLQuery = channel.map { " AND channel = \($0.rawValue)" } ?? ""
        let ofShop: SQLQuery = shop.map { " AND shop_reference = \($0)" } ?? ""
        return try rows(
            """
            SELECT channel, shop_reference, called_at, method, address, status, failure FROM channel_call
            WHERE failure IS NOT NULL\(ofChannel)\(ofShop) ORDER BY called_at DESC, id DESC LIMIT \(Int64(limit))
            """
        ) { row in
            let name: String = try row[0]
            guard let channel = Channel(rawValue: name) else { throw StorageError.decoding(column: 0, expected: "a channel") }
            return LoggedCall(
                channel: channel, shop: try row[1], at: try row[2], method: try row[3], address: try row[4], status: try row[5],
                failure: try row[6])
        }
    }

    /// How many calls each channel had since a day, and how many of them failed.
    public func callCounts(since now: Timestamp, days: Int64) throws -> [Channel: (calls: Int, failures: Int)] {
        let first = now.secondsSince1970 / 86_400 - days
        var counts: [Channel: (calls: Int, failures: Int)] = [:]
        try forEachRow("SELECT channel, SUM(calls), SUM(failures) FROM channel_call_day WHERE day > \(first) GROUP BY channel") { row in
            guard let channel = Channel(rawValue: try row[0]) else { return }
            counts[channel] = (Int(try row.integer(at: 1)), Int(try row.integer(at: 2)))
        }
        return counts
    }
}
