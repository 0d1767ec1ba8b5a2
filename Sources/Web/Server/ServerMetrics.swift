import Synchronization

/// Counts what the server does, for `/metrics`.
public final class ServerMetrics: Sendable {
    private struct Key: Hashable {
        let route: String
        let method: String
        let status: Int
    }

    private struct State {
        var requests: [Key: Int] = [:]
        var buckets = Array(repeating: 0, count: ServerMetrics.bounds.count + 1)
        var seconds = 0.0
    }

    /// Upper bounds of the histogram of request times, in seconds.
    private static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
    private let state = Mutex(State())

    public init() {}

    /// Counts a request.
    ///
    /// - Parameter route: the pattern of the route and not the path, so that the number of series stays small.
    func count(route: String, method: String, status: Int, seconds: Double) {
        state.withLock { state in
            state.requests[Key(route: route, method: method, status: status), default: 0] += 1
            state.buckets[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            state.seconds += seconds
        }
    }

    /// The counts in the text format of Prometheus, version 0.0.4.
    func exposition() -> String {
        let state = state.withLock { $0 }
        var text = "# HELP naikkelas_http_requests_total Requests answered.\n# TYPE naikkelas_http_requests_total counter\n"
        let sorted = state.requests.sorted { ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status) }
        for (key, count) in sorted {
            let labels = "route=\"\(Self.escaped(key.route))\",method=\"\(Self.escaped(key.method))\",status=\"\(key.status)\""
            text += "naikkelas_http_requests_total{\(labels)} \(count)\n"
        }
        text += "# HELP naikkelas_http_request_seconds Time until the answer was ready.\n"
        text += "# TYPE naikkelas_http_request_seconds histogram\n"
        var total = 0
        for (bound, count) in zip(Self.bounds, state.buckets) {
            total += count
            text += "naikkelas_http_request_seconds_bucket{le=\"\(bound)\"} \(total)\n"
        }
        total += state.buckets[Self.bounds.count]
        text += "naikkelas_http_request_seconds_bucket{le=\"+Inf\"} \(total)\n"
        text += "naikkelas_http_request_seconds_sum \(state.seconds)\nnaikkelas_http_request_seconds_count \(total)\n"
        return text
    }

    private static func escaped(_ label: String) -> String {
        label.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
