import Accounts
import HTTPTypes
import Hummingbird
import Journey
import Registry
import Storage

/// Joining businesses that are one, moving out a row that is of another business, and undoing both.
struct MergeController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/businesses/:id/merge") { request, context in try await choose(request, context) }
        router.post("/office/businesses/:id/merge") { request, context in try await merge(request, context) }
        router.get("/office/businesses/:id/part/:claim") { request, context in try await askToPart(request, context) }
        router.post("/office/businesses/:id/part/:claim") { request, context in try await part(request, context) }
        router.get("/office/merges/:merge") { request, context in try await askToUndo(request, context) }
        router.post("/office/merges/:merge") { request, context in try await undo(request, context) }
    }

    private func desk(_ context: AppRequestContext) throws -> MergeDesk {
        let viewer = try context.requireViewer(holding: .decideLinks)
        guard viewer.holds(.readNames) else { throw WebError.forbidden }
        return MergeDesk(viewer: viewer, vault: services.vault, today: services.today, now: services.now())
    }

    /// The id of the address.
    private func id<Subject>(_ name: String, _ context: AppRequestContext) throws -> Identifier<Subject> {
        guard let id = Identifier<Subject>(try context.parameters.require(name)) else { throw WebError.notFound }
        return id
    }

    /// Says on the page of the question why it was refused; nothing was changed.
    private func reply(
        with question: @escaping @Sendable (any SQLConnection) throws -> ConfirmationPage, refusing error: MergeError,
        _ request: Request, _ context: AppRequestContext
    ) async throws -> Response {
        var page = try await services.database.write(holding: .auditTrail) { try question($0) }
        page.refusal = .init(error.phrase, address: error.address)
        return services.reply(with: page, status: .conflict, to: request, context)
    }

    // MARK: - Joining

    private enum Choice: Sendable {
        case choice(MergeChoicePage)
        case confirmation(ConfirmationPage)
        case moved(BusinessID)
    }

    private func choose(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let desk = try desk(context)
        let id: BusinessID = try id("id", context)
        let query = request.query
        // Somebody may paste the address of the page instead of the number in it.
        let text = query["q"] ?? ""
        let other = BusinessID(query["other"] ?? String(text.suffix(36)))
        let answer = try await services.database.write(holding: .auditTrail) { connection -> Choice in
            let kept = try desk.standing(id, connection)
            guard kept == id else { return .moved(kept) }
            guard let other else { return .choice(try desk.choice(for: id, query["q"], connection)) }
            guard let joined = try desk.reachable(other, connection), joined != id else {
                var page = try desk.choice(for: id, nil, connection)
                page.query = text
                page.problem =
                    other == id
                    ? MergeError.sameBusiness.phrase
                    : Phrase(
                        "Usaha dengan nomor itu tidak ada di wilayah tugasmu.", "There is no business with that number in your area.")
                return .choice(page)
            }
            return .confirmation(try desk.mergeQuestion(joined, into: id, connection))
        }
        switch answer {
        case .choice(let page):
            return services.reply(with: page, status: page.problem == nil ? .ok : .unprocessableContent, to: request, context)
        case .confirmation(let page): return services.reply(with: page, to: request, context)
        case .moved(let business): return services.redirect(to: Paths.merge(into: business.description))
        }
    }

    private func merge(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let desk = try desk(context)
        let id: BusinessID = try id("id", context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let other = fields["other"].flatMap({ BusinessID($0) }) else { throw WebError.badRequest }
        guard let reason = fields["reason"] else {
            let page = try await services.database.write(holding: .auditTrail) { connection in
                guard try desk.mayDecide(about: [id, other], connection) else { throw WebError.notFound }
                return try desk.mergeQuestion(other, into: id, isReasonMissing: true, connection)
            }
            return services.reply(with: page, status: .unprocessableContent, to: request, context)
        }
        do {
            try await services.database.write(holding: .journey) { connection in
                guard try desk.mayDecide(about: [id, other], connection) else { throw WebError.notFound }
                try connection.mergeBusinesses(
                    other, into: id, attachments: BusinessAttachment.ofRooms, reason: reason, by: desk.viewer.person.id, today: desk.today,
                    at: desk.now)
            }
        } catch let error as MergeError {
            return try await reply(
                with: { try desk.mergeQuestion(other, into: id, reason: reason, $0) }, refusing: error, request, context)
        }
        return services.redirect(to: Paths.business(id.description), notice: .businessesMerged)
    }

    // MARK: - Moving out

    private func askToPart(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let desk = try desk(context)
        let (id, claim): (BusinessID, ClaimID) = (try id("id", context), try id("claim", context))
        let page = try await services.database.write(holding: .auditTrail) { connection in
            guard try desk.mayDecide(about: [id], connection) else { throw WebError.notFound }
            return try desk.partQuestion(claim, of: id, connection)
        }
        return services.reply(with: page, to: request, context)
    }

    private func part(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let desk = try desk(context)
        let (id, claim): (BusinessID, ClaimID) = (try id("id", context), try id("claim", context))
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let reason = fields["reason"] else {
            let page = try await services.database.write(holding: .auditTrail) { connection in
                guard try desk.mayDecide(about: [id], connection) else { throw WebError.notFound }
                return try desk.partQuestion(claim, of: id, isReasonMissing: true, connection)
            }
            return services.reply(with: page, status: .unprocessableContent, to: request, context)
        }
        do {
            let new = try await services.database.write(holding: .journey) { connection in
                guard try desk.mayDecide(about: [id], connection) else { throw WebError.notFound }
                return try connection.moveOut(
                    [claim], of: id, reason: reason, by: desk.viewer.person.id, today: desk.today, at: desk.now
                ).business
            }
            return services.redirect(to: Paths.business(new.description), notice: .claimMovedOut)
        } catch let error as MergeError {
            return try await reply(with: { try desk.partQuestion(claim, of: id, reason: reason, $0) }, refusing: error, request, context)
        }
    }

    // MARK: - Undoing

    private func askToUndo(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let desk = try desk(context)
        let id: MergeID = try id("merge", context)
        let page = try await services.database.write(holding: .auditTrail) { connection in
            try desk.undoQuestion(try desk.merge(id, connection), connection)
        }
        return services.reply(with: page, to: request, context)
    }

    private func undo(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let desk = try desk(context)
        let id: MergeID = try id("merge", context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        do {
            let merge = try await services.database.write(holding: .journey) { connection in
                let merge = try desk.merge(id, connection)
                try connection.undoMerge(
                    id, attachments: BusinessAttachment.ofRooms, by: desk.viewer.person.id, today: desk.today,
                    at: desk.now)
                return merge
            }
            let business = merge.kind == .merge ? merge.destination : merge.source
            return services.redirect(to: Paths.business(business.description), notice: .mergeUndone)
        } catch let error as MergeError {
            return try await reply(with: { try desk.undoQuestion(try desk.merge(id, $0), $0) }, refusing: error, request, context)
        }
    }
}
