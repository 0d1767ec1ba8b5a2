import Catalogue
import Logging
import Sales
import ServiceLifecycle
import Storage

/// What is done with channels as time goes by: every five minutes orders are read and changes told, once a day each shop is compared with its
/// channel, and what was called is written down.
struct ChannelRound: Service {
    let database: any SQLDatabase
    let calls: CallLog
    let logger: Logger
    /// How often it looks what is due.
    var pause: Duration = .seconds(15)
    var now: @Sendable () -> Timestamp = { .now }
    /// How many looks lie between two rounds of the shops: five minutes.
    private static let looks = 20

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var look = 0
            repeat {
                do {
                    try await calls.flush()
                    if look.isMultiple(of: Self.looks) { try await askForRounds() }
                } catch is CancellationError {
                    break
                } catch {
                    logger.error("the round of the channels failed", metadata: ["error": "\(error)"])
                }
                look += 1
            } while (try? await Task.sleep(for: pause)) != nil
        }
        // What was called up to the end is written down too.
        try? await calls.flush()
    }

    /// Asks for a round of every connected shop, for pushes that were lost, and for comparisons that are a day old.
    func askForRounds() async throws {
        let time = now()
        let shops = try await database.read { try $0.connectedShops() }
        guard !shops.isEmpty else { return }
        // A few at a time, so that nobody waits for the queue.
        for start in stride(from: 0, to: shops.count, by: 200) {
            let part = shops[start..<min(start + 200, shops.count)]
            try await database.write { connection in
                let compared = try connection.reconciliations(of: part)
                for shop in part {
                    try connection.askForRound(of: shop, at: time)
                    let isDue = compared[shop].map { time.secondsSince1970 - $0.finishedAt.secondsSince1970 >= 86_400 } ?? true
                    if isDue { try connection.askForReconciliation(of: shop, at: time) }
                }
            }
        }
        try await database.write { try $0.askForLostPushes(at: time) }
    }
}
