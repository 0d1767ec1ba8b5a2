import Accounts
import HTTPTypes
import Hummingbird
import Journey
import Learning
import Nusantara
import Storage

/// What a participant sees with their card: where they stand, what to answer, their code, and the schedule. The address of the card is the key.
struct ParticipantController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/participants/:card") { request, context in try await show(request, context) }
        router.post("/participants/:card") { request, context in try await answer(request, context) }
        router.get("/attend/:code") { request, context in try await attend(request, context) }
    }

    /// The cookie that remembers whose phone it is, for codes that the trainer shows.
    static let cookie = "card"

    private func enrolment(_ context: AppRequestContext) throws -> (id: EnrolmentID, card: String) {
        let card = try context.parameters.require("card")
        guard let id = AttendanceCode.enrolment(participant: card, vault: services.vault) else { throw WebError.notFound }
        return (id, card)
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (id, card) = try enrolment(context)
        let now = services.now()
        let page = try await services.database.read { try Self.page(id, card: card, $0, now: now) }
        var response = services.reply(with: page, to: request, context)
        response.setCookie(services.cookie(Self.cookie, card, maxAge: 180 * 86_400))
        return response
    }

    static func page(_ id: EnrolmentID, card: String, _ connection: any SQLConnection, now: Timestamp) throws -> SectionPage {
        let enrolment = try connection.enrolment(id)
        let cohort = try connection.cohort(enrolment.cohort)
        let definition = try connection.definition(of: cohort)
        guard let learner = try connection.learner(enrolment.learner) else { throw WebError.notFound }
        var sections: [SectionPage.Section] = []

        var standing: [TemplateValue] = []
        if let stage = definition.stage(enrolment.stage), enrolment.state == .attending {
            standing.append(.sentence(Phrase("Tahap sekarang: {1}.", "Current stage: {1}."), [.phrase(stage.name.phrase)]))
        }
        for message in try connection.messages(to: id).suffix(3) { standing.append(.phrase(message.kind.phrase)) }
        if let respondBy = enrolment.respondBy {
            standing.append(.sentence(Phrase("Jawab sebelum {1}.", "Answer by {1}."), [.moment(respondBy)]))
        }
        var forms: [Form] = []
        func form(_ action: String, _ label: Phrase, fields: [FormField] = []) -> Form {
            Form(action: Paths.participant(card), fields: fields, submit: label, hidden: [HiddenValue("action", action)])
        }
        if enrolment.state == .offered || enrolment.state == .accepted && definition.needsConfirmation {
            forms.append(form("confirm", Phrase("Ya, saya datang", "Yes, I will come")))
        }
        if enrolment.state.mayBecome(.withdrawn) { forms.append(form("leave", Phrase("Saya batal ikut", "I cannot come"))) }
        let stateSection = SectionPage.Section(
            Phrase("Keadaan: \(enrolment.state.phrase.indonesian)", "State: \(enrolment.state.phrase.english)"), paragraphs: standing,
            forms: forms)
        sections.append(stateSection)

        if let course = definition.stage(enrolment.stage)?.course, enrolment.state == .attending {
            sections.append(
                SectionPage.Section(
                    Phrase("Pelajaran", "Lessons"),
                    paragraphs: [
                        .phrase(
                            Phrase(
                                "Ujian akhir kursus ini menjadi nilaimu. Boleh dicoba lagi; nilai terbaik yang dihitung.",
                                "The final test of this course is your result. You may try again; the best result counts."))
                    ], links: [.init(Paths.course(course), Phrase("Buka kursus", "Open the course"))]))
        }
        if definition.voucher != nil, enrolment.state.holdsSeat, enrolment.state != .offered {
            sections.append(try voucherSection(id, connection, form: form))
        }
        if let certificate = try connection.certificate(of: id) {
            sections.append(
                SectionPage.Section(
                    Phrase("Sertifikat", "Certificate"), paragraphs: [.text(certificate.number)],
                    links: [.init(Paths.certificate(certificate.id.description), Phrase("Buka sertifikat", "Open the certificate"))]))
        }
        if enrolment.state.holdsSeat {
            sections.append(
                SectionPage.Section(
                    Phrase("Kartu peserta", "Participant’s card"),
                    paragraphs: [.phrase(Phrase("Tunjukkan kode ini waktu datang.", "Show this code when you arrive."))],
                    picture: QRCode(card, label: Phrase("Kode kartu peserta", "Code of the participant’s card"))))
        }
        let sessions = try connection.sessions(of: cohort.id)
        if !sessions.isEmpty {
            sections.append(
                SectionPage.Section(
                    Phrase("Jadwal", "Schedule"), table: ProgrammesController.schedule(sessions),
                    links: [.init(Paths.calendar(ofCohort: cohort.code), Phrase("Masukkan ke kalender HP", "Add to your calendar"))]))
        }
        return SectionPage(
            title: Phrase(verbatim: learner.name), place: nil, lead: .text(cohort.name),
            back: .init(Paths.cohort(cohort.code), Phrase(verbatim: cohort.name)), sections: sections)
    }

    private static func voucherSection(
        _ id: EnrolmentID, _ connection: any SQLConnection, form: (String, Phrase, [FormField]) -> Form
    ) throws -> SectionPage.Section {
        let title = Phrase("Voucher", "Voucher")
        guard let voucher = try connection.voucher(of: id) else {
            return SectionPage.Section(title, forms: [form("activate", Phrase("Aktifkan voucher", "Activate the voucher"), [])])
        }
        var words: [TemplateValue] = [
            .sentence(Phrase("Kode {1}, senilai Rp{2}.", "Code {1}, worth Rp{2}."), [.text(voucher.code), .whole(voucher.value)])
        ]
        var forms: [Form] = []
        if voucher.redeemedAt == nil {
            words.append(.sentence(Phrase("Tukarkan sebelum {1}.", "Redeem it by {1}."), [.moment(voucher.expiresAt)]))
        } else if let rating = voucher.rating {
            words.append(.sentence(Phrase("Nilai darimu: {1} dari 5.", "Your rating: {1} of 5."), [.whole(rating)]))
        } else {
            let options = (1...5).map { FormField.Option("\($0)", Phrase(verbatim: "\($0)")) }
            forms.append(
                form(
                    "rate", Phrase("Kirim nilai", "Send the rating"),
                    [FormField("rating", Phrase("Nilai kursus ini, 1 sampai 5", "Rate the course, 1 to 5"), .choice(options))]))
        }
        return SectionPage.Section(title, paragraphs: words, forms: forms)
    }

    private func answer(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (id, card) = try enrolment(context)
        let fields = try await FormFields(body: request.body)
        try context.check(publicFormToken: fields["token"])
        let (now, action) = (services.now(), fields["action"])
        let rating = fields["rating"].flatMap { Int($0) }
        let problem: Notice? = try await services.database.write(holding: .learning) { connection in
            do {
                switch action {
                case "confirm": try connection.confirm(id, at: now)
                case "leave": try connection.leave(id, at: now)
                case "activate": _ = try connection.activateVoucher(of: id, at: now)
                case "rate": try connection.rateCourse(id, rating ?? 0, at: now)
                default: throw WebError.badRequest
                }
                return nil
            } catch LearningError.answerTooLate {
                return Notice(
                    .warning, Phrase("Waktunya sudah habis, kursinya sudah diberikan.", "It is too late; the seat has been given away."))
            } catch LearningError.transitionRefused {
                return Notice(
                    .warning,
                    Phrase("Itu tidak bisa lagi. Lihat keadaanmu di bawah.", "That is not possible any more. See where you stand below."))
            }
        }
        guard let problem else { return services.redirect(to: Paths.participant(card), notice: .answerKept) }
        var page = try await services.database.read { try Self.page(id, card: card, $0, now: now) }
        page.notes = [problem]
        return services.reply(with: page, status: .conflict, to: request, context)
    }

    /// Opened by reading the code that the trainer shows: this phone's participant was there. The code stands for half a minute, so opening the
    /// address again later changes nothing.
    private func attend(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let code = try context.parameters.require("code")
        let now = services.now()
        func page(_ kind: Notice.Kind, _ words: Phrase, links: [SectionPage.Link] = []) -> SectionPage {
            SectionPage(
                title: Phrase("Kehadiran", "Attendance"), place: nil, notes: [Notice(kind, words)],
                sections: links.isEmpty ? [] : [SectionPage.Section(links: links)])
        }
        guard let session = AttendanceCode.session(shown: code, vault: services.vault, at: now) else {
            return services.reply(
                with: page(
                    .warning,
                    Phrase(
                        "Kode ini sudah tidak berlaku. Baca kode yang sedang ditampilkan.",
                        "This code has run out. Read the one that is shown now.")),
                status: .gone, to: request, context)
        }
        guard let card = request.cookies[Self.cookie]?.value,
            let enrolment = AttendanceCode.enrolment(participant: card, vault: services.vault)
        else {
            return services.reply(
                with: page(
                    .warning,
                    Phrase(
                        "HP ini belum mengenal kartumu. Buka dulu kartu peserta, lalu baca kodenya lagi.",
                        "This phone does not know your card. Open your participant’s card first, then read the code again.")),
                status: .conflict, to: request, context)
        }
        let outcome = try await services.database.write(holding: .learning) { connection in
            try connection.record([AttendanceMark(session: session, enrolment: enrolment, method: .codeShown, at: now)], at: now)[0]
        }
        let isGood = outcome == .recorded || outcome == .alreadyMarked || outcome == .sentBefore
        return services.reply(
            with: page(
                isGood ? .success : .warning, outcome.phrase,
                links: [.init(Paths.participant(card), Phrase("Buka kartu peserta", "Open your card"))]),
            status: isGood ? .ok : .conflict, to: request, context)
    }
}
