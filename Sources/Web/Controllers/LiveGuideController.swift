import Accounts
import HTTPTypes
import Hummingbird
import Learning
import Storage

/// Live rooms as their trainers see them: opening one, polls and quizzes, and what the floor asks.
struct LiveGuideController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/live") { request, context in try await list(request, context) }
        router.post("/office/live") { request, context in try await open(request, context) }
        router.get("/ruang/:code/pemandu") { request, context in
            let (room, state) = try await guided(context)
            return services.reply(with: Self.page(room, state), to: request, context)
        }
        router.post("/ruang/:code/pemandu/buka") { request, context in try await openPoll(request, context) }
        router.post("/ruang/:code/pemandu/tutup") { request, context in
            try await deed(request, context) { fields in
                guard let poll = fields["poll"].flatMap(LivePollID.init(_:)) else { throw WebError.badRequest }
                return .closePoll(poll)
            }
        }
        router.post("/ruang/:code/pemandu/tandai") { request, context in
            try await deed(request, context) { fields in
                guard let question = fields["question"].flatMap(LiveQuestionID.init(_:)),
                    let state = fields["state"].flatMap(LiveQuestion.State.init(rawValue:))
                else { throw WebError.badRequest }
                return .mark(question, state)
            }
        }
        router.post("/ruang/:code/pemandu/akhiri") { request, context in try await close(request, context) }
    }

    private static func page(_ room: LiveRoom, _ state: LiveState, form: LivePollForm = LivePollForm()) -> LiveGuidePage {
        LiveGuidePage(view: LiveView(room, state, side: .guide), form: form)
    }

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try opener(context)
        let rooms = try await services.database.read { try $0.liveRooms(openedBy: viewer.person.id) }
        return services.reply(with: LiveOpenPage(rooms: rooms, id: LiveRoomID().description), to: request, context)
    }

    private func open(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try opener(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let minutes = fields["minutes"].flatMap { Int($0) }
        guard let title = fields["title"].map({ String($0.prefix(LiveRoom.titleLimit)) }),
            fields["minutes"] == nil || minutes.map((1...1440).contains) == true
        else {
            let rooms = try await services.database.read { try $0.liveRooms(openedBy: viewer.person.id) }
            let page = LiveOpenPage(
                rooms: rooms, id: fields["id"] ?? "", typedTitle: fields["title"] ?? "", typedMinutes: fields["minutes"] ?? "",
                isWrong: true)
            return services.reply(with: page, status: .unprocessableContent, to: request, context)
        }
        let id = fields["id"].flatMap(LiveRoomID.init(_:)) ?? LiveRoomID()
        let now = services.now()
        let room = try await services.database.write(holding: .live) {
            try $0.openLiveRoom(title, id: id, minimumMinutes: minutes, by: viewer.person.id, at: now)
        }
        return services.redirect(to: Paths.liveGuide(room.code.rawValue))
    }

    private func openPoll(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (room, state) = try await guided(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let form = LivePollForm(fields)
        let now = services.now()
        guard let poll = form.poll(at: now) else {
            var wrong = form
            wrong.isWrong = true
            return services.reply(with: Self.page(room, state, form: wrong), status: .unprocessableContent, to: request, context)
        }
        let outcome = try await services.live.submit(LiveWrite(.openPoll(poll), in: room.id, at: now))
        return services.answer(outcome, to: request, returningTo: Paths.liveGuide(room.code.rawValue), isQuiet: true)
    }

    private func deed(
        _ request: Request, _ context: AppRequestContext, _ read: (FormFields) throws -> LiveWrite.Deed
    ) async throws -> Response {
        let (room, _) = try await guided(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let outcome = try await services.live.submit(LiveWrite(read(fields), in: room.id, at: services.now()))
        return services.answer(outcome, to: request, returningTo: Paths.liveGuide(room.code.rawValue), isQuiet: true)
    }

    /// Closes a room; where a session of a class happened in it, those who were there long enough are marked as present.
    private func close(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let response = try await deed(request, context) { _ in .closeRoom }
        let (room, _) = try await guided(context)
        if room.session != nil {
            let (now, person) = (services.now(), context.viewer?.person.id)
            try await services.database.write(holding: .learning) { try $0.recordLiveAttendance(of: room.id, by: person, at: now) }
        }
        return response
    }

    private func opener(_ context: AppRequestContext) throws -> Viewer {
        let viewer = try context.requireViewer()
        guard viewer.mayOpenLiveRooms else { throw WebError.forbidden }
        return viewer
    }

    /// The room, if whoever asks may guide it.
    private func guided(_ context: AppRequestContext) async throws -> (room: LiveRoom, state: LiveState) {
        let viewer = try context.requireViewer()
        let found = try await services.liveRoom(context)
        guard found.room.openedBy == viewer.person.id || viewer.holds(.manageProgrammes) else { throw WebError.forbidden }
        return found
    }
}

extension Viewer {
    /// Whether the person may open live rooms: whoever runs programmes or works in the field.
    var mayOpenLiveRooms: Bool { holds(.manageProgrammes) || holds(.registerBusinesses) }
}
