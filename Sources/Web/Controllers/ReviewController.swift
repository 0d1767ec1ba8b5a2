import Accounts
import HTTPTypes
import Hummingbird
import Journey
import Registry
import Storage

/// The queue of doubtful pairs: one at a time, judged blind, and what follows from a verdict.
struct ReviewController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/review") { request, context in try await next(request, context) }
        router.post("/office/review/sample") { request, context in try await drawSample(request, context) }
        router.get("/office/review/:first/:second") { request, context in try await show(request, context) }
        router.post("/office/review/:first/:second") { request, context in try await judge(request, context) }
    }

    private func desk(_ context: AppRequestContext) throws -> ReviewDesk {
        let viewer = try context.requireViewer(holding: .decideLinks)
        return ReviewDesk(viewer: viewer, vault: services.vault, today: services.today, now: services.now())
    }

    private func next(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let desk = try desk(context)
        let skipped = request.query["after"].flatMap(PairID.init(text:))
        let page = try await services.database.write(holding: .auditTrail) { try desk.nextPage(after: skipped, $0) }
        return services.reply(with: page, to: request, context)
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let desk = try desk(context)
        let pair = try Self.pair(context)
        let skipped = request.query["after"].flatMap(PairID.init(text:))
        return try await show(pair, after: skipped, desk, request, context)
    }

    private func show(
        _ pair: PairID, after skipped: PairID?, refusal: Phrase? = nil, _ desk: ReviewDesk, _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let page = try await services.database.write(holding: .auditTrail) { connection in
            guard let sight = try desk.sight(of: pair, connection) else { throw WebError.notFound }
            var page = try desk.page(sight, after: skipped, connection)
            page.refusal = refusal
            return page
        }
        return services.reply(with: page, status: refusal == nil ? .ok : .conflict, to: request, context)
    }

    private func judge(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let desk = try desk(context)
        let pair = try Self.pair(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let verdict = fields["verdict"].flatMap(Verdict.init(rawValue:)) else { throw WebError.badRequest }
        let skipped = fields["after"].flatMap(PairID.init(text:))
        var outcome: ReviewOutcome?
        do {
            outcome = try await services.database.write(holding: .journey) { connection in
                guard let sight = try desk.sight(of: pair, connection) else { throw WebError.notFound }
                switch sight.standing {
                // Whoever answered blind while others came to disagree has to see that first.
                case .dispute where fields["as"] != ReviewDesk.arbiter: return nil
                case .dispute where verdict == .unsure: throw WebError.badRequest
                case .blind, .dispute:
                    return try connection.judge(
                        pair, verdict, by: desk.viewer.person.id, isBlind: fields["as"] != ReviewDesk.arbiter,
                        isArbiter: sight.standing == .dispute, rules: ReviewDesk.rules, attachments: BusinessAttachment.ofRooms,
                        today: desk.today, at: desk.now)
                case .waiting, .decided: return nil
                }
            }
        } catch is ReviewError {
            // Somebody was faster, or the form was sent twice: the page of the pair says how it stands.
        }
        if case .contradicts(let held) = outcome {
            let reason: MergeError =
                verdict == .same ? .heldApart(held.first, held.second) : .heldTogether(held.first, held.second)
            return try await show(pair, after: skipped, refusal: reason.phrase, desk, request, context)
        }
        return services.redirect(to: Paths.with(pair.path, ["after": skipped?.text]) + "#content")
    }

    private func drawSample(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let desk = try desk(context)
        guard desk.keepsSample else { throw WebError.forbidden }
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        // Nobody who knows the seed beforehand may choose the month's pairs by it.
        let seed = UInt64.random(in: .min ... .max)
        let isDrawn = try await services.database.write(holding: .journey) { connection in
            try connection.drawClericalSample(of: Month(desk.today), seed: seed, by: desk.viewer.person.id, at: desk.now)
        }
        return services.redirect(to: Paths.review, notice: isDrawn ? .sampleDrawn : nil)
    }

    private static func pair(_ context: AppRequestContext) throws -> PairID {
        guard let first = ClaimID(try context.parameters.require("first")), let second = ClaimID(try context.parameters.require("second")),
            let pair = PairID(first, second)
        else { throw WebError.notFound }
        return pair
    }
}
