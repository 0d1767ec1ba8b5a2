import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Journey
import Learning
import NIOCore
import Nusantara
import Storage

/// A session: its attendance by list, by the code that is shown, by cards that are read, and by the printed sheet.
struct SessionController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/sessions/:id") { request, context in try await show(request, context) }
        router.post("/office/sessions/:id") { request, context in try await mark(request, context) }
        router.get("/office/sessions/:id/code") { request, context in try await code(request, context) }
        router.get("/office/sessions/:id/sheet.pdf") { request, context in try await sheet(request, context) }
        router.post("/office/sessions/:id/live") { request, context in try await openLive(request, context) }
        router.post("/office/sessions/:id/marks") { request, context in try await marks(request, context) }
    }

    private func session(
        _ context: AppRequestContext, _ viewer: Viewer, _ connection: any SQLConnection
    ) throws -> (session: ClassSession, cohort: Cohort) {
        guard let id = ClassSessionID(try context.parameters.require("id")), let session = try? connection.session(id) else {
            throw WebError.notFound
        }
        let cohort = try connection.cohort(session.cohort)
        guard viewer.mayTakeAttendance(in: cohort) else { throw WebError.forbidden }
        return (session, cohort)
    }

    /// Those who have a seat, in the order of their numbers.
    private static func participants(_ cohort: Cohort, _ connection: any SQLConnection) throws -> [(enrolment: Enrolment, learner: Learner)]
    {
        let states: Set<EnrolmentState> = [.accepted, .confirmed, .attending, .completed, .failed, .assessed, .certified]
        return try connection.enrolments(in: cohort.id, states: states).compactMap { enrolment in
            try connection.learner(enrolment.learner).map { (enrolment, $0) }
        }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .takeAttendance)
        let now = services.now()
        let page = try await services.database.write(holding: .auditTrail) { connection in
            let (session, cohort) = try session(context, viewer, connection)
            try connection.recordReading(of: cohort, by: viewer.person.id, page: "session", at: now)
            return try Self.page(session, cohort, connection)
        }
        return services.reply(with: page, to: request, context)
    }

    private static func page(
        _ session: ClassSession, _ cohort: Cohort, _ connection: any SQLConnection, notes: [Notice] = []
    ) throws -> SectionPage {
        let attendance = try connection.attendance(of: session.id)
        let participants = try participants(cohort, connection)
        let rooms = try connection.liveRooms(of: session.id)
        let present = participants.count { attendance[$0.enrolment.id] == true }
        let path = Paths.session(session.id.description)
        let rows = participants.map { participant -> [DataTable.Cell] in
            let mark = attendance[participant.enrolment.id]
            return [
                .init(.text("\(participant.enrolment.number). \(participant.learner.name)")),
                .init(ProgrammesController.place(participant.learner.region)),
                .init(
                    .phrase(
                        mark == true
                            ? Phrase("Hadir", "Present")
                            : mark == false ? Phrase("Tidak hadir", "Absent") : Phrase("Belum dicatat", "Not marked")),
                    mark: mark == true ? .good : mark == false ? .bad : .neutral),
            ]
        }
        let numbers = FormField(
            "numbers", Phrase("Nomor yang hadir", "Numbers of those present"),
            hint: Phrase("Misalnya: 1 4-9 12", "For example: 1 4-9 12"))
        return SectionPage(
            title: Phrase(verbatim: session.title), place: .classes, lead: .moment(session.startsAt),
            back: .init(Paths.classDesk(cohort.code), Phrase(verbatim: cohort.name)), notes: notes,
            figures: [
                .init(Phrase("hadir", "present"), present), .init(Phrase("peserta", "participants"), participants.count),
            ],
            sections: [
                SectionPage.Section(
                    Phrase("Catat kehadiran", "Take attendance"),
                    paragraphs: [
                        .phrase(
                            Phrase(
                                "Tampilkan kode untuk dibaca peserta, atau cetak daftar untuk tempat tanpa sinyal.",
                                "Show the code for participants to read, or print the list where there is no signal."))
                    ],
                    links: [
                        .init(Paths.sessionCode(session.id.description), Phrase("Tampilkan kode", "Show the code")),
                        .init(Paths.sessionSheet(session.id.description), Phrase("Cetak daftar (PDF)", "Print the list (PDF)")),
                    ],
                    forms: [
                        Form(
                            action: path, fields: [numbers], submit: Phrase("Tandai hadir", "Mark as present"),
                            hidden: [HiddenValue("action", "sheet")]),
                        Form(
                            action: path,
                            fields: [
                                FormField("absent", Phrase("Nomor yang ternyata tidak hadir", "Numbers of those who were absent after all"))
                            ], submit: Phrase("Tandai tidak hadir", "Mark as absent"), hidden: [HiddenValue("action", "absent")]),
                    ]),
                liveSection(rooms, session),
                SectionPage.Section(
                    table: DataTable(
                        caption: Phrase("Peserta", "Participants"),
                        columns: [
                            .init(Phrase("Nama", "Name")), .init(Phrase("Tempat tinggal", "Lives in")),
                            .init(Phrase("Kehadiran", "Attendance")),
                        ], rows: rows)),
            ])
    }

    private static func liveSection(_ rooms: [LiveRoom], _ session: ClassSession) -> SectionPage.Section {
        let open = rooms.first { $0.closedAt == nil }
        return SectionPage.Section(
            Phrase("Ruang langsung", "Live room"),
            paragraphs: [
                .phrase(
                    Phrase(
                        "Peserta bertanya dan menjawab dari HP. Waktu ruang ditutup, yang ikut cukup lama dicatat hadir.",
                        "Participants ask and answer from their phones. When the room is closed, those who were there long enough are marked."
                    ))
            ],
            links: open.map {
                [.init(Paths.liveGuide($0.code.rawValue), Phrase("Pandu ruang \($0.code.spaced)", "Guide room \($0.code.spaced)"))]
            } ?? [],
            forms: open == nil
                ? [
                    Form(
                        action: Paths.sessionLive(session.id.description), fields: [],
                        submit: Phrase("Buka ruang langsung", "Open a live room"),
                        hidden: [HiddenValue("room", LiveRoomID().description)])
                ] : [])
    }

    /// Opens a live room for the session.
    private func openLive(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .takeAttendance)
        guard viewer.mayOpenLiveRooms else { throw WebError.forbidden }
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let now = services.now()
        let room = try await services.database.write(holding: .live) { connection in
            let (session, cohort) = try session(context, viewer, connection)
            if let open = try connection.liveRooms(of: session.id).first(where: { $0.closedAt == nil }) { return open }
            return try connection.openLiveRoom(
                String("\(cohort.name): \(session.title)".prefix(LiveRoom.titleLimit)),
                id: fields["room"].flatMap(LiveRoomID.init(_:)) ?? LiveRoomID(), session: session.id, by: viewer.person.id, at: now)
        }
        return services.redirect(to: Paths.liveGuide(room.code.rawValue))
    }

    /// `1 4-9 12` as numbers; nil if something else is among them.
    static func numbers(_ text: String) -> [Int]? {
        var numbers: [Int] = []
        for part in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" || $0.isNewline }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            switch ends.count {
            case 1:
                guard let number = ends[0] else { return nil }
                numbers.append(number)
            case 2:
                guard let first = ends[0], let last = ends[1], first <= last, last - first < 100_000 else { return nil }
                numbers += first...last
            default: return nil
            }
        }
        return numbers
    }

    private func mark(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .takeAttendance)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let now = services.now()
        let isPresent = fields["action"] != "absent"
        do {
            try await services.database.write(holding: .learning) { connection in
                let (session, cohort) = try session(context, viewer, connection)
                guard let numbers = Self.numbers(fields[isPresent ? "numbers" : "absent"] ?? "") else {
                    throw ClassRefusal("Tulis nomor saja, misalnya 1 4-9 12.", "Write numbers only, such as 1 4-9 12.")
                }
                let byNumber = Dictionary(
                    try Self.participants(cohort, connection).map { ($0.enrolment.number, $0.enrolment.id) },
                    uniquingKeysWith: { first, _ in first })
                let unknown = numbers.filter { byNumber[$0] == nil }
                guard unknown.isEmpty else {
                    let list = unknown.prefix(10).map(String.init).joined(separator: ", ")
                    throw ClassRefusal("Tidak ada peserta nomor \(list).", "There is no participant \(list).")
                }
                // A sheet tells what was at the session; a correction is of now.
                _ = try connection.record(
                    numbers.compactMap { byNumber[$0] }.map { enrolment in
                        AttendanceMark(
                            session: session.id, enrolment: enrolment, isPresent: isPresent, method: isPresent ? .sheet : .list,
                            at: isPresent ? min(session.startsAt, now) : now)
                    }, by: viewer.person.id, at: now)
            }
        } catch let refusal as ClassRefusal {
            let page = try await services.database.read { connection in
                let (session, cohort) = try session(context, viewer, connection)
                return try Self.page(session, cohort, connection, notes: [Notice(.failure, refusal.words)])
            }
            return services.reply(with: page, status: .unprocessableContent, to: request, context)
        }
        return services.redirect(to: Paths.session(try context.parameters.require("id")), notice: .attendanceKept)
    }

    /// The code of the session, new every half minute; the page loads itself anew.
    private func code(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .takeAttendance)
        let (now, vault) = (services.now(), services.vault)
        let site = services.site(request)
        let page = try await services.database.read { connection in
            let (session, cohort) = try session(context, viewer, connection)
            let present = try connection.attendance(of: session.id).values.count { $0 }
            let address = site + Paths.attend(AttendanceCode.shown(session.id, vault: vault, at: now))
            return SectionPage(
                title: Phrase(verbatim: session.title), place: .classes,
                lead: .phrase(Phrase("Baca kode ini dengan kamera HP.", "Read this code with your phone’s camera.")),
                back: .init(Paths.session(session.id.description), Phrase(verbatim: cohort.name)),
                figures: [.init(Phrase("sudah hadir", "present so far"), present)],
                sections: [
                    SectionPage.Section(picture: QRCode(address, label: Phrase("Kode kehadiran", "Attendance code")))
                ], refresh: 15)
        }
        return services.reply(with: page, to: request, context)
    }

    private func sheet(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .takeAttendance)
        let language = context.language
        let now = services.now()
        let sheet = try await services.database.write(holding: .auditTrail) { connection in
            let (session, cohort) = try session(context, viewer, connection)
            try connection.recordReading(of: cohort, by: viewer.person.id, page: "sheet", at: now)
            return AttendanceSheet(
                title: "\(cohort.name) · \(session.title)",
                lines: [language.moment(session.startsAt), session.place, session.trainer].filter { !$0.isEmpty },
                rows: try Self.participants(cohort, connection).map { participant in
                    AttendanceSheet.Row(
                        number: participant.enrolment.number, name: participant.learner.name,
                        place: Regions.region(participant.learner.region)?.everydayName ?? "")
                }, language: language)
        }
        guard let bytes = sheet.pdf() else { throw WebError.notFound }
        var response = WebServices.response(.ok, contentType: "application/pdf", bytes: bytes, to: request)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// One mark as a phone sends it.
    private struct SentMark: Decodable {
        /// Made on the phone.
        let id: String
        /// What was read from the participant's card.
        let card: String
        /// When, in milliseconds since 1970, by the clock of the phone.
        let at: Int64
    }

    /// Takes marks from a phone that had no signal: `[{"id": …, "card": …, "at": …}]`, and says what came of each. Sent twice they change nothing.
    private func marks(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .takeAttendance)
        try context.check(formToken: request.headers[HTTPField.Name("X-Form-Token")!])
        let body = try await request.body.collect(upTo: 512 * 1024)
        guard let sent = try? JSONDecoder().decode([SentMark].self, from: Data(body.readableBytesView)), sent.count <= 2_000 else {
            throw WebError.badRequest
        }
        let (now, vault) = (services.now(), services.vault)
        let outcomes = try await services.database.write(holding: .learning) { connection -> [String] in
            let (session, _) = try session(context, viewer, connection)
            return try sent.map { mark in
                guard let id = AttendanceMarkID(mark.id), let enrolment = AttendanceCode.enrolment(participant: mark.card, vault: vault)
                else {
                    return "unreadable"
                }
                // A phone whose clock is ahead may not overrule what comes later.
                let at = min(Timestamp(rawValue: mark.at.multipliedReportingOverflow(by: 1000).partialValue), now)
                let outcome = try connection.record(
                    [AttendanceMark(id: id, session: session.id, enrolment: enrolment, method: .codeScanned, at: at)], by: viewer.person.id,
                    at: now)[0]
                return outcome.word
            }
        }
        let json = try JSONEncoder().encode(outcomes)
        return WebServices.text(String(decoding: json, as: UTF8.self), contentType: "application/json", to: request)
    }
}

extension AttendanceOutcome {
    /// The outcome in a word of the interface.
    fileprivate var word: String {
        switch self {
        case .recorded: "recorded"
        case .sentBefore: "sent-before"
        case .alreadyMarked: "already-marked"
        case .overtaken: "overtaken"
        case .notEnrolled: "not-enrolled"
        case .hasNoSeat: "no-seat"
        }
    }
}
