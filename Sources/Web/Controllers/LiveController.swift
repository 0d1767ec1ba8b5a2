import Accounts
import HTTPTypes
import Hummingbird
import Learning
import NIOCore
import ServiceLifecycle
import Storage

/// Live rooms as participants see them: coming in, asking, voting, answering, and watching what happens.
struct LiveController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/ruang") { request, context in try await find(request, context) }
        router.get("/ruang/:code") { request, context in try await show(request, context) }
        router.get("/ruang/:code/layar") { request, context in try await screen(request, context) }
        router.get("/ruang/:code/peristiwa") { request, context in try await watch(request, context) }
        router.get("/ruang/:code/keadaan") { request, context in try await poll(request, context) }
        router.post("/ruang/:code/masuk") { request, context in try await join(request, context) }
        router.post("/ruang/:code/tanya") { request, context in
            try await deed(request, context) { fields, attendee in
                guard let text = fields["text"] else { throw WebError.badRequest }
                let id = fields["id"].flatMap(LiveQuestionID.init(_:)) ?? LiveQuestionID()
                return .ask(id, text: String(text.prefix(LiveQuestion.textLimit)), by: attendee)
            }
        }
        router.post("/ruang/:code/dukung") { request, context in
            try await deed(request, context) { fields, attendee in
                guard let question = fields["question"].flatMap(LiveQuestionID.init(_:)) else { throw WebError.badRequest }
                return .vote(question, by: attendee)
            }
        }
        router.post("/ruang/:code/jawab") { request, context in
            try await deed(request, context) { fields, attendee in
                guard let poll = fields["poll"].flatMap(LivePollID.init(_:)), let option = fields["option"].flatMap({ Int($0) })
                else { throw WebError.badRequest }
                return .answer(poll, option: option, by: attendee)
            }
        }
    }

    // MARK: - Pages

    private func find(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard let typed = request.query["kode"] else { return services.reply(with: LiveEntryPage(), to: request, context) }
        if let code = LiveCode(typed: typed), try await services.live.room(code) != nil {
            return services.redirect(to: Paths.liveRoom(code.rawValue))
        }
        return services.reply(with: LiveEntryPage(typed: typed), status: .notFound, to: request, context)
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (room, state) = try await services.liveRoom(context)
        guard let token = request.seat, let attendee = try await services.live.attendee(token, in: room.id) else {
            return services.reply(
                with: LiveDoorPage(room: room, isOpen: state.isOpen, name: context.viewer?.person.name ?? ""), to: request, context)
        }
        let deeds = try await services.database.read { try $0.liveDeeds(of: attendee.id) }
        var context = context
        context.seatKey = token.formKey
        let view = LiveView(room, state, votes: deeds.votes, answers: deeds.answers, side: .floor)
        return services.reply(
            with: LiveRoomPage(view: view, name: attendee.name, question: LiveQuestionID().description), to: request, context)
    }

    private func screen(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (room, state) = try await services.liveRoom(context)
        return services.reply(with: LiveScreenPage(view: LiveView(room, state, side: .screen)), to: request, context)
    }

    private func join(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (room, _) = try await services.liveRoom(context)
        let fields = try await FormFields(body: request.body)
        if context.token != nil { try context.check(formToken: fields["token"]) }
        guard let name = fields["name"].map({ String($0.prefix(LiveAttendee.nameLimit)) }), fields["consent"] == "1" else {
            let page = LiveDoorPage(
                room: room, isOpen: true, name: fields["name"] ?? "", number: fields["number"] ?? "", lacksName: fields["name"] == nil,
                lacksConsent: fields["consent"] != "1")
            return services.reply(with: page, status: .unprocessableContent, to: request, context)
        }
        let token = AttendeeToken()
        let attendee = LiveAttendee(
            id: LiveAttendeeID(), room: room.id, person: context.viewer?.person.id, name: name,
            participantNumber: fields["number"].map { String($0.prefix(LiveAttendee.nameLimit)) })
        let outcome = try await services.live.submit(LiveWrite(.join(attendee, token), in: room.id, at: services.now()))
        var response = services.answer(outcome, to: request, returningTo: Paths.liveRoom(room.code.rawValue), isQuiet: true)
        if outcome == .done || outcome == .doneBefore { response.setCookie(services.seatCookie(token, in: room)) }
        return response
    }

    private func deed(
        _ request: Request, _ context: AppRequestContext, _ read: (FormFields, LiveAttendee) throws -> LiveWrite.Deed
    ) async throws -> Response {
        let (room, _) = try await services.liveRoom(context)
        guard let token = request.seat, let attendee = try await services.live.attendee(token, in: room.id) else {
            throw WebError.forbidden
        }
        let fields = try await FormFields(body: request.body)
        if context.token != nil {
            try context.check(formToken: fields["token"])
        } else if !token.accepts(formKey: fields["token"] ?? "") {
            throw WebError.forgedForm
        }
        let outcome = try await services.live.submit(LiveWrite(read(fields, attendee), in: room.id, at: services.now()))
        return services.answer(outcome, to: request, returningTo: Paths.liveRoom(room.code.rawValue))
    }

    // MARK: - Watching

    /// States as they come, as server-sent events.
    private func watch(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (room, _) = try await services.liveRoom(context)
        var attendee: LiveAttendee?
        if let token = request.seat { attendee = try await services.live.attendee(token, in: room.id) }
        let known = HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }.flatMap { Int64($0) }
        let (hub, now, person) = (services.live, services.now, attendee?.id)
        let body = ResponseBody { writer in
            try await writer.write(
                ByteBuffer(string: "retry: \(Int.random(in: 1500...4500))\nevent: jam\ndata: \(now().rawValue / 1000)\n\n"))
            let subscription = await hub.subscribe(to: room.id, as: person, knowing: known)
            do {
                try await withGracefulShutdownHandler {
                    for await event in subscription.events { try await writer.write(event) }
                } onGracefulShutdown: {
                    subscription.end()
                }
            } catch {
                await hub.unsubscribe(subscription.number, from: room.id)
                throw error
            }
            await hub.unsubscribe(subscription.number, from: room.id)
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
    }

    /// The state for those who cannot keep a stream open: 304 if nothing changed since the version they have.
    private func poll(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (room, _) = try await services.liveRoom(context)
        if let token = request.seat { _ = try await services.live.attendee(token, in: room.id) }
        guard let snapshot = await services.live.snapshot(of: room.id) else { throw WebError.notFound }
        if request.query["sejak"].flatMap({ Int64($0) }) == snapshot.version {
            return Response(status: .notModified, headers: [.cacheControl: "no-store"])
        }
        var response = WebServices.response(.ok, contentType: "application/json", bytes: snapshot.json, to: request)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension WebServices {
    /// The room that the address names.
    ///
    /// - Throws: ``WebError/notFound``.
    func liveRoom(_ context: AppRequestContext) async throws -> (room: LiveRoom, state: LiveState) {
        guard let code = LiveCode(typed: try context.parameters.require("code")), let found = try await live.room(code) else {
            throw WebError.notFound
        }
        return found
    }

    /// What became of a deed: for a script in a word, for a form by leading back to the page.
    func answer(_ outcome: LiveOutcome, to request: Request, returningTo path: String, isQuiet: Bool = false) -> Response {
        let (status, word, notice): (HTTPResponse.Status, String, PassingNotice) =
            switch outcome {
            case .done: (.ok, "done", .liveStored)
            case .doneBefore: (.ok, "done-before", .liveStored)
            case .over: (.conflict, "over", .liveOver)
            case .tooMany: (.tooManyRequests, "too-many", .liveTooMany)
            case .full: (.conflict, "full", .liveFull)
            }
        if request.wantsJSON {
            return Self.text("{\"outcome\":\"\(word)\"}", contentType: "application/json", status: status, to: request)
        }
        return redirect(to: path, notice: isQuiet && status == .ok ? nil : notice)
    }
}
