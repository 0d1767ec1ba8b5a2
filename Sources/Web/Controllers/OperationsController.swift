import HTTPTypes
import Hummingbird
import Journey
import Storage

/// What machines ask: whether the server lives, whether it can work, and what it counts.
struct OperationsController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/health") { request, _ in
            WebServices.text("ok\n", contentType: "text/plain; charset=utf-8", to: request)
        }
        router.get("/ready") { request, _ in
            do {
                _ = try await services.database.read { try $0.journeyState() }
                return WebServices.text("ready\n", contentType: "text/plain; charset=utf-8", to: request)
            } catch {
                return WebServices.text(
                    "the database does not answer\n", contentType: "text/plain; charset=utf-8", status: .serviceUnavailable, to: request)
            }
        }
        router.get("/metrics") { request, _ in
            let (state, counts, jobs) = try await services.database.read { connection in
                (try connection.journeyState(), try connection.counts(in: Cell()), try connection.jobCounts())
            }
            var text = services.metrics.exposition()
            text += "# HELP naikkelas_counts_version Grows with every change of a count.\n# TYPE naikkelas_counts_version gauge\n"
            text += "naikkelas_counts_version \(state.version)\n"
            text += "# HELP naikkelas_count The national count.\n# TYPE naikkelas_count gauge\n"
            for metric in Metric.allCases {
                // Whoever reaches the pages reaches this too, so what is too small for them is left out.
                if case .exact(let count) = Tally(publicly: counts[metric]) {
                    text += "naikkelas_count{metric=\"\(metric.rawValue)\"} \(count)\n"
                }
            }
            text += "# HELP naikkelas_jobs Jobs by state.\n# TYPE naikkelas_jobs gauge\n"
            for (state, count) in jobs.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                text += "naikkelas_jobs{state=\"\(state.rawValue)\"} \(count)\n"
            }
            return WebServices.text(text, contentType: "text/plain; version=0.0.4; charset=utf-8", to: request)
        }
    }
}
