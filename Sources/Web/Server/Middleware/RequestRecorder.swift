import HTTPTypes
import Hummingbird
import Logging

/// Counts and logs each request; the log holds the route and never a query, which may name people.
struct RequestRecorder: RouterMiddleware {
    let metrics: ServerMetrics

    func handle(
        _ request: Request, context: AppRequestContext, next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let duration = ContinuousClock.now - start
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        let route = context.endpointPath ?? "none"
        metrics.count(route: route, method: request.method.rawValue, status: Int(response.status.code), seconds: seconds)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(route)", "status": "\(response.status.code)",
                "milliseconds": "\((seconds * 1000).rounded() )",
            ])
        return response
    }
}
