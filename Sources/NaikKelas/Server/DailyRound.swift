import Accounts
import Journey
import Logging
import Nusantara
import ServiceLifecycle
import Storage
import Web

/// What time alone changes: sales grow old, sessions run out. Looked after when the program starts and once an hour, so that a new day is
/// noticed soon after midnight in western Indonesia.
struct DailyRound: Service {
    let database: any SQLDatabase
    let logger: Logger
    var pause: Duration = .seconds(3600)
    var now: @Sendable () -> Timestamp = { .now }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat {
                do {
                    try await once()
                } catch is CancellationError {
                    return
                } catch {
                    // The next round does what this one could not.
                    logger.error("the daily round failed", metadata: ["error": "\(error)"])
                }
            } while (try? await Task.sleep(for: pause)) != nil
        }
    }

    /// Brings standings to today and clears what has run out.
    func once() async throws {
        let time = now()
        let today = CalendarDate(time)
        let reached = try await database.write(holding: .journey) { try $0.advanceJourney(to: today) }
        try await database.write { try $0.sweepSignIn(at: time) }
        logger.info("standings are worked out", metadata: ["day": "\(reached.iso)"])
    }
}
