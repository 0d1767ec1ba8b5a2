import Accounts
import Journey
import Learning
import Logging
import Nusantara
import Registry
import ServiceLifecycle
import Storage
import Web

/// What time alone changes: sales grow old, sessions run out, offered seats are not answered, a new month wants its sample of pairs. Looked after
/// when the program starts and once an hour, so that a new day is noticed soon after midnight in western Indonesia.
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

    /// Brings standings to today, clears what has run out, offers seats on to which nobody answered, and draws the month's clerical sample if it has none yet.
    func once() async throws {
        let time = now()
        let today = CalendarDate(time)
        let reached = try await database.write(holding: .journey) { try $0.advanceJourney(to: today) }
        try await database.write { try $0.sweepSignIn(at: time) }
        let lapsed = try await database.write(holding: .learning) { try $0.lapseOffers(at: time) }
        if lapsed > 0 { logger.info("offered seats went on", metadata: ["count": "\(lapsed)"]) }
        let month = Month(today)
        let seed = UInt64.random(in: .min ... .max)
        let isDrawn = try await database.write(holding: .journey) { try $0.drawClericalSample(of: month, seed: seed, by: nil, at: time) }
        if isDrawn { logger.info("the month's sample of pairs is drawn", metadata: ["month": "\(month.iso)"]) }
        logger.info("standings are worked out", metadata: ["day": "\(reached.iso)"])
    }
}
