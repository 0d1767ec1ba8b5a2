import Accounts
import HTTPTypes
import Hummingbird
import Storage

/// Letting people in and out, and keeping their language and theme.
struct SignInController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/sign-in") { request, context in
            services.reply(with: SignInPage(door: .owner, next: request.query["return"]), to: request, context)
        }
        router.get("/sign-in/staff") { request, context in
            services.reply(with: SignInPage(door: .staff, next: request.query["return"]), to: request, context)
        }
        router.post("/sign-in") { request, context in
            let form = try await FormFields(body: request.body)
            return try await signIn(
                .phone(form["phone"] ?? "", pin: form["pin"] ?? ""), account: form["phone"] ?? "", door: .owner, form["next"], request,
                context)
        }
        router.post("/sign-in/staff") { request, context in
            let form = try await FormFields(body: request.body)
            return try await signIn(
                .name(form["name"] ?? "", password: form["password"] ?? "", code: form["code"] ?? ""), account: form["name"] ?? "",
                door: .staff, form["next"], request, context)
        }
        router.post("/sign-out") { request, context in try await signOut(request, context) }
        router.get("/preferences") { request, context in setPreference(request) }
    }

    private func signIn(
        _ credentials: Credentials, account: String, door: SignInPage.Door, _ next: String?, _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let visit = Visit(
            address: context.address, client: request.headers[.userAgent] ?? "", device: request.cookies["device"].map(\.value))
        do {
            let admission = try await services.gate.signIn(with: credentials, from: visit, to: services.database, at: services.now())
            var response = services.redirect(to: Self.local(next) ?? Paths.office)
            let lifetime = SessionRule.standard(for: admission.person.kind).absolute
            response.setCookie(services.cookie("session", admission.token.cookie, maxAge: Int(lifetime.components.seconds)))
            response.setCookie(services.cookie("device", admission.device, maxAge: 365 * 86_400))
            let language = Language(admission.person.language)
            response.setCookie(services.cookie("language", language.rawValue, maxAge: 365 * 86_400))
            return response
        } catch let refusal as SignInRefusal {
            let problem = Phrase(refusal.explanation(in: .indonesian), refusal.explanation(in: .english))
            let isThrottled = if case .tooMany = refusal { true } else { false }
            return services.reply(
                with: SignInPage(door: door, problem: problem, account: account, next: next),
                status: isThrottled ? .tooManyRequests : .unprocessableContent, to: request, context)
        }
    }

    private func signOut(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let form = try await FormFields(body: request.body)
        try context.check(formToken: form["token"])
        if let signedIn = context.signedIn {
            try await services.database.write { try $0.endSession(signedIn.session.id, of: signedIn.viewer.person.id) }
        }
        var response = services.redirect(to: Paths.home, notice: .signedOut)
        response.setCookie(services.cookie("session", "", maxAge: 0))
        return response
    }

    private func setPreference(_ request: Request) -> Response {
        var response = services.redirect(to: Self.local(request.query["return"]) ?? Paths.home)
        let parts = (request.query["set"] ?? "").split(separator: ":").map(String.init)
        guard parts.count == 2 else { return response }
        switch parts[0] {
        case "language" where Language(rawValue: parts[1]) != nil, "theme" where Frame.Theme(rawValue: parts[1]) != nil:
            response.setCookie(services.cookie(parts[0], parts[1], maxAge: 365 * 86_400))
        default:
            break
        }
        return response
    }

    /// A path of our own, or nil for anything that could lead elsewhere.
    static func local(_ path: String?) -> String? {
        // Browsers take a backslash for a slash and leave tabs and line breaks out.
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C })
        else { return nil }
        return path
    }
}

extension Language {
    init(_ language: Person.Language) {
        switch language {
        case .indonesian: self = .indonesian
        case .english: self = .english
        }
    }
}
