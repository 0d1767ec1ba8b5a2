import Accounts
import HTTPTypes
import Hummingbird
import Journey
import Learning
import Nusantara
import Registry
import Storage

/// The programmes as the public sees them: which classes there are, and the form to apply.
struct ProgrammesController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/programmes") { request, context in try await list(request, context) }
        router.get("/classes/:code") { request, context in try await show(request, context) }
        router.post("/classes/:code") { request, context in try await apply(request, context) }
        router.get("/classes/:code/calendar.ics") { request, context in try await calendar(request, context) }
    }

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let now = services.now()
        let page = try await services.database.read { connection in
            var sections = try Self.targets(on: CalendarDate(now), connection)
            for programme in try connection.programmes() {
                guard let (text, _) = try connection.definitionText(of: programme.id) else { continue }
                let definition = try ProgrammeDefinition(stored: text)
                let cohorts = try connection.cohorts(of: programme.id).filter { now < $0.closesAt }
                sections.append(
                    SectionPage.Section(
                        definition.name.phrase, anchor: definition.code, paragraphs: [.phrase(definition.summary.phrase)],
                        table: cohorts.isEmpty ? nil : Self.table(cohorts, now: now)))
            }
            return SectionPage(
                title: Phrase("Program pelatihan", "Training programmes"), place: .programmes,
                lead: .phrase(
                    Phrase(
                        "Pilih kelas yang masih menerima pendaftaran. Gratis, dan boleh daftar lewat HP.",
                        "Choose a class that still takes applications. It is free, and a phone is enough.")),
                figures: try connection.people().figures, sections: sections)
        }
        return services.reply(with: page, to: request, context)
    }

    /// The nation's targets for people, each with its pace.
    private static func targets(on day: CalendarDate, _ connection: any SQLConnection) throws -> [SectionPage.Section] {
        try connection.peopleTargets(in: .nation).filter { $0.programme == nil && $0.pillar == nil }.map { target in
            let progress = try connection.progress(of: target, on: day)
            let pace = TargetPace(
                title: Phrase(target.title, target.titleEnglish), metric: target.step.phrase,
                points: progress.history.compactMap { entry in
                    entry.month.advanced(by: 1).firstDay.map {
                        TargetPace.Point(day: min($0.adding(days: -1), day), reached: entry.total)
                    }
                }, target: target.value, deadline: target.lastDay, projected: progress.projectedDay)
            return SectionPage.Section(
                Phrase("Sasaran: \(target.title)", "Target: \(target.titleEnglish)"), paragraphs: [pace.reading], picture: pace)
        }
    }

    private static func table(_ cohorts: [Cohort], now: Timestamp) -> DataTable {
        DataTable(
            caption: Phrase("Kelas yang menerima pendaftaran", "Classes that take applications"),
            columns: [
                .init(Phrase("Kelas", "Class")), .init(Phrase("Tempat", "Place")),
                .init(Phrase("Kursi kosong", "Free seats"), isNumber: true),
                .init(Phrase("Daftar sampai", "Apply by")),
            ],
            rows: cohorts.map { cohort in
                [
                    .init(.text(cohort.name), address: Paths.cohort(cohort.code)), .init(Self.place(cohort.region)),
                    .init(.whole(cohort.freeSeats)), .init(.moment(cohort.closesAt)),
                ]
            })
    }

    static func place(_ region: RegionCode) -> TemplateValue {
        region == .nation ? .phrase(Phrase("Daring", "Online")) : .text(Regions.region(region)?.everydayName ?? region.rawValue)
    }

    private func cohort(_ context: AppRequestContext, _ connection: any SQLConnection) throws -> (Cohort, ProgrammeDefinition) {
        guard let cohort = try connection.cohort(code: try context.parameters.require("code")) else { throw WebError.notFound }
        return (cohort, try connection.definition(of: cohort))
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let now = services.now()
        let page = try await services.database.read { connection in
            let (cohort, definition) = try cohort(context, connection)
            return try Self.page(cohort, definition, connection, now: now)
        }
        return services.reply(with: page, to: request, context)
    }

    private static func page(
        _ cohort: Cohort, _ definition: ProgrammeDefinition, _ connection: any SQLConnection, now: Timestamp,
        form: Form? = nil, notes: [Notice] = []
    ) throws -> SectionPage {
        let sessions = try connection.sessions(of: cohort.id)
        var sections: [SectionPage.Section] = []
        var about: [TemplateValue] = [
            .phrase(definition.summary.phrase),
            .sentence(Phrase("Seleksi: {1}.", "Selection: {1}."), [.phrase(definition.selection.method.phrase)]),
        ]
        if let certificate = definition.certificate {
            about.append(
                .sentence(Phrase("Sertifikat: {1}", "Certificate: {1}"), [.phrase(certificate.criteria.phrase)]))
        }
        sections.append(SectionPage.Section(Phrase("Tentang kelas ini", "About this class"), paragraphs: about))
        if !sessions.isEmpty {
            sections.append(
                SectionPage.Section(
                    Phrase("Jadwal", "Schedule"), table: Self.schedule(sessions),
                    links: [.init(Paths.calendar(ofCohort: cohort.code), Phrase("Masukkan ke kalender HP", "Add to your calendar"))]))
        }
        if now < cohort.opensAt {
            sections.append(
                SectionPage.Section(
                    Phrase("Pendaftaran belum dibuka", "Applications are not open yet"),
                    paragraphs: [.sentence(Phrase("Buka {1}.", "They open on {1}."), [.moment(cohort.opensAt)])]))
        } else if now >= cohort.closesAt {
            sections.append(
                SectionPage.Section(
                    Phrase("Pendaftaran sudah ditutup", "Applications are closed"),
                    links: [.init(Paths.programmes, Phrase("Lihat kelas lain", "See other classes"))]))
        } else {
            let form = form ?? ApplicationForm(FormFields(""), cohort, definition).form(action: Paths.cohort(cohort.code))
            var words: [TemplateValue] = []
            if cohort.freeSeats == 0 {
                words.append(
                    .phrase(
                        Phrase(
                            "Kursi sudah penuh. Daftar saja: kalau ada yang batal, kamu ditawari kursinya.",
                            "The seats are taken. Apply all the same: if somebody drops out, you are offered the seat.")))
            }
            if let notice = try connection.currentPrivacyNotice() { words.append(.phrase(Phrase(notice.indonesian, notice.english))) }
            sections.append(SectionPage.Section(Phrase("Daftar", "Apply"), anchor: "apply", paragraphs: words, forms: [form]))
        }
        return SectionPage(
            title: Phrase(verbatim: cohort.name), place: .programmes, lead: .phrase(definition.name.phrase),
            back: .init(Paths.programmes, Phrase("Semua program", "All programmes")), notes: notes,
            figures: [
                .init(Phrase("kursi", "seats"), cohort.seats), .init(Phrase("masih kosong", "still free"), cohort.freeSeats),
                .init(Phrase("pendaftar", "applications"), cohort.applications),
            ], sections: sections)
    }

    static func schedule(_ sessions: [ClassSession], address: ((ClassSession) -> String)? = nil) -> DataTable {
        DataTable(
            caption: Phrase("Pertemuan", "Sessions"),
            columns: [
                .init(Phrase("Pertemuan", "Session")), .init(Phrase("Waktu", "Time")), .init(Phrase("Tempat", "Place"), isWide: true),
                .init(Phrase("Pengajar", "Trainer")),
            ],
            rows: sessions.map { session in
                let place = [session.place, session.link.isEmpty ? "" : "online"].filter { !$0.isEmpty }.joined(separator: " + ")
                return [
                    .init(.text(session.title), address: address?(session), mark: session.isCancelled ? .bad : nil),
                    .init(.moment(session.startsAt)),
                    .init(session.isCancelled ? .phrase(Phrase("Dibatalkan", "Called off")) : .text(place)), .init(.text(session.trainer)),
                ]
            })
    }

    private enum Answer: Sendable {
        case page(SectionPage, HTTPResponse.Status)
        case card(EnrolmentID)
    }

    private func apply(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let fields = try await FormFields(body: request.body)
        try context.check(publicFormToken: fields["token"])
        let (now, vault, account) = (services.now(), services.vault, context.viewer?.person)
        let answer = try await services.database.write(holding: .learning) { connection -> Answer in
            let (cohort, definition) = try cohort(context, connection)
            let form = ApplicationForm(fields, cohort, definition)
            func refuse(_ faults: Set<ApplicantFault>, lacksConsent: Bool = false) throws -> Answer {
                let shown = form.form(faults: faults, lacksConsent: lacksConsent, action: Paths.cohort(cohort.code) + "#apply")
                return .page(try Self.page(cohort, definition, connection, now: now, form: shown), .unprocessableContent)
            }
            guard let details = form.details(account: account?.kind == .owner ? account?.id : nil) else {
                return try refuse([.regionUnknown])
            }
            guard form.hasConsent else { return try refuse([], lacksConsent: true) }
            let learner: PreparedLearner
            var found = details
            found.business = try connection.knownBusiness(of: details, vault: vault, today: CalendarDate(now))
            do {
                learner = try PreparedLearner(found, vault: vault, today: CalendarDate(now))
            } catch let fault as ApplicantFault {
                return try refuse([fault])
            }
            switch try connection.apply(form.application(learner), at: now) {
            case .refused(let faults): return try refuse(faults)
            case .notOpen, .closed: return .page(try Self.page(cohort, definition, connection, now: now), .conflict)
            case .alreadyEnrolled(let id, _) where id != form.id:
                // Whose form was the first is not told to whoever sends a second one: the card belongs to the first.
                let note = Notice(
                    .information,
                    Phrase(
                        "Kamu sudah terdaftar di kelas ini. Buka kartu peserta yang kamu terima waktu mendaftar, atau tanyakan kepada petugas.",
                        "You are enrolled in this class already. Open the participant’s card from when you applied, or ask an officer."))
                return .page(try Self.page(cohort, definition, connection, now: now, notes: [note]), .ok)
            case .alreadyEnrolled(let id, _): return .card(id)
            case .accepted(let id), .waiting(let id, _), .submitted(let id):
                try connection.recordTrainingConsent(of: id, by: account?.id, at: now)
                return .card(id)
            }
        }
        switch answer {
        case .page(let page, let status): return services.reply(with: page, status: status, to: request, context)
        case .card(let id): return services.redirect(to: Paths.participant(AttendanceCode.participant(id, vault: vault)))
        }
    }

    private func calendar(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let now = services.now()
        let text = try await services.database.read { connection in
            let (cohort, _) = try cohort(context, connection)
            return ClassCalendar(name: cohort.name, sessions: try connection.sessions(of: cohort.id), stamp: now).text
        }
        return WebServices.text(text, contentType: "text/calendar; charset=utf-8", to: request)
    }
}

extension SQLConnection {
    /// The receipt of the consent that the form asks for.
    fileprivate func recordTrainingConsent(of id: EnrolmentID, by person: PersonID?, at now: Timestamp) throws {
        guard let notice = try currentPrivacyNotice() else { return }
        let learner = try enrolment(id).learner
        try recordConsents(
            ofList: [
                ConsentReceipt(
                    subject: .person(PersonID(high: learner.high, low: learner.low)), noticeVersion: notice.version, purpose: .training,
                    basis: .consent, channel: .web, givenAt: now, recordedBy: person, evidence: "enrolment \(id)")
            ])
    }
}
