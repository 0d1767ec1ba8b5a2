import Accounts
import HTTPTypes
import Hummingbird
import Storage

/// Finds out who sends a request, in which language and theme, and refuses forms that were not made here.
struct Visitors: RouterMiddleware {
    let services: WebServices

    func handle(
        _ request: Request, context: AppRequestContext, next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if services.settings.trustsProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let nearest = request.headers[name]?.split(separator: ",").last
        {
            context.address = String(nearest).trimmingWhitespace()
        }
        let cookies = request.cookies
        context.language = cookies["language"].flatMap { Language(rawValue: $0.value) } ?? .indonesian
        context.theme = cookies["theme"].flatMap { Frame.Theme(rawValue: $0.value) } ?? .automatic
        context.notice = cookies["notice"].flatMap { PassingNotice(rawValue: $0.value) }
        if let token = cookies["session"].flatMap({ SessionToken(cookie: $0.value) }) {
            let now = services.now()
            if let signedIn = try await services.database.read({ try $0.signedIn(token, at: now) }) {
                context.signedIn = signedIn
                context.token = token
                if signedIn.isTouchDue(at: now) {
                    try await services.database.write {
                        try $0.touchSession(signedIn.session.id, rule: .standard(for: signedIn.viewer.person.kind), at: now)
                    }
                }
            }
        }
        if request.method != .get, request.method != .head { try refuseForeign(request) }
        return try await next(request, context)
    }

    /// Browsers say from where a form is sent (Fetch Metadata; `Origin` in older ones).
    private func refuseForeign(_ request: Request) throws {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            guard site == "same-origin" || site == "none" else { throw WebError.forgedForm }
        } else if let origin = request.headers[.origin], let host = request.head.authority {
            guard origin == "http://\(host)" || origin == "https://\(host)" else { throw WebError.forgedForm }
        }
    }
}

extension AppRequestContext {
    /// Who is signed in.
    ///
    /// - Throws: ``WebError/signInNeeded``.
    func requireViewer() throws -> Viewer {
        guard let viewer else { throw WebError.signInNeeded }
        return viewer
    }

    /// Who is signed in, if they may do this somewhere.
    ///
    /// - Throws: ``WebError/signInNeeded``, ``WebError/forbidden``.
    func requireViewer(holding permission: Permission) throws -> Viewer {
        let viewer = try requireViewer()
        guard viewer.holds(permission) else { throw WebError.forbidden }
        return viewer
    }

    /// Checks a form that visitors without a session fill in too: theirs is held by the browser's word alone that it comes from a page of ours.
    ///
    /// - Throws: ``WebError/forgedForm``.
    func check(publicFormToken formToken: String?) throws {
        if signedIn != nil { try check(formToken: formToken) }
    }

    /// Checks that a form was made for this session.
    ///
    /// - Throws: ``WebError/forgedForm``.
    func check(formToken: String?) throws {
        guard let token, let formToken, token.accepts(formToken: formToken) else { throw WebError.forgedForm }
    }
}
