import Accounts
import HTTPTypes
import Hummingbird
import Logging
import Storage

/// Turns what goes wrong into a page that says what to do. What a person sees never tells the inside of the program; the log does.
struct ErrorPages: RouterMiddleware {
    let services: WebServices

    func handle(
        _ request: Request, context: AppRequestContext, next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch WebError.signInNeeded where request.method == .get {
            return services.redirect(to: Paths.with(Paths.staffSignIn, ["return": request.uri.description]))
        } catch let error as WebError {
            return page(error.status, request, context)
        } catch let error as any HTTPResponseError {
            return page(error.status, request, context)
        } catch is CancellationError {
            return page(.serviceUnavailable, request, context)
        } catch StorageError.busy, StorageError.serialization, StorageError.unavailable {
            context.logger.warning("the database did not answer in time", metadata: ["route": "\(context.endpointPath ?? "none")"])
            return page(.serviceUnavailable, request, context)
        } catch {
            context.logger.error(
                "a request failed", metadata: ["route": "\(context.endpointPath ?? "none")", "error": "\(String(reflecting: error))"])
            return page(.internalServerError, request, context)
        }
    }

    private func page(_ status: HTTPResponse.Status, _ request: Request, _ context: AppRequestContext) -> Response {
        services.reply(with: ErrorPage(status: Int(status.code)), status: status, to: request, context)
    }
}
