public import Storage

/// Gathers what thousands send in the same moment and stores it in one transaction; each is answered once that has committed, so that
/// nothing confirmed can be lost with the process.
public actor LiveWriter {
    private struct Waiting {
        let write: LiveWrite
        let continuation: CheckedContinuation<LiveOutcome, any Error>
    }

    private let database: any SQLDatabase
    private let gathering: Duration
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation
    private var waiting: [Waiting] = []
    private var isStopped = false
    /// How many transactions were made.
    public private(set) var transactions = 0

    /// So many go into one transaction at most.
    private static let largest = 1000

    /// - Parameter gathering: how long the first of a batch waits for others, 50 ms at most.
    public init(_ database: any SQLDatabase, gathering: Duration = .milliseconds(25)) {
        self.database = database
        self.gathering = min(gathering, .milliseconds(50))
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Has something stored, and returns when it is.
    ///
    /// - Throws: ``StorageError``; CancellationError if the program stops before it is stored.
    public func submit(_ write: LiveWrite) async throws -> LiveOutcome {
        try await withCheckedThrowingContinuation { continuation in
            guard !isStopped else { return continuation.resume(throwing: CancellationError()) }
            waiting.append(Waiting(write: write, continuation: continuation))
            ring.yield()
        }
    }

    /// Stores what comes in until the task is cancelled.
    ///
    /// - Parameter committed: is told how the rooms moved on, before those who wait are answered.
    public func run(committed: @Sendable ([LiveRoomID: LiveProgress]) async -> Void) async {
        for await _ in bell {
            try? await Task.sleep(for: gathering)
            while !waiting.isEmpty, !Task.isCancelled { await flush(committed) }
        }
        isStopped = true
        for each in waiting { each.continuation.resume(throwing: CancellationError()) }
        waiting = []
    }

    private func flush(_ committed: @Sendable ([LiveRoomID: LiveProgress]) async -> Void) async {
        let batch = Array(waiting.prefix(Self.largest))
        waiting.removeFirst(batch.count)
        do {
            let outcomes = try await store(batch, committed)
            for (each, outcome) in zip(batch, outcomes) { each.continuation.resume(returning: outcome) }
        } catch {
            // One bad deed must not take the others along: each is tried by itself.
            for each in batch {
                do {
                    let outcomes = try await store([each], committed)
                    each.continuation.resume(returning: outcomes.first ?? .over)
                } catch {
                    each.continuation.resume(throwing: error)
                }
            }
        }
    }

    private func store(
        _ batch: [Waiting], _ committed: @Sendable ([LiveRoomID: LiveProgress]) async -> Void
    ) async throws -> [LiveOutcome] {
        let writes = batch.map(\.write)
        let (outcomes, progress) = try await database.write(holding: .live) { try $0.store(writes) }
        transactions += 1
        await committed(progress)
        return outcomes
    }
}
