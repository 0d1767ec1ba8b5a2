import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Journey
import Learning
import Lessons
import Nusantara
import Storage

/// A class in the office: who applied, who is where, who needs help, and the steps of the class.
struct ClassDeskController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/classes/:code") { request, context in try await show(request, context) }
        router.post("/office/classes/:code") { request, context in try await change(request, context) }
    }

    private func cohort(_ context: AppRequestContext, _ viewer: Viewer, _ connection: any SQLConnection) throws -> Cohort {
        guard let cohort = try connection.cohort(code: try context.parameters.require("code")) else { throw WebError.notFound }
        guard viewer.mayTakeAttendance(in: cohort) else { throw WebError.forbidden }
        return cohort
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .takeAttendance)
        let after = request.query["after"].flatMap { Int($0) } ?? 0
        let (now, vault, courses) = (services.now(), services.vault, services.courses)
        let page = try await services.database.write(holding: .auditTrail) { connection in
            let cohort = try cohort(context, viewer, connection)
            try connection.recordReading(of: cohort, by: viewer.person.id, page: "class", at: now)
            return try Self.page(cohort, viewer, connection, vault: vault, courses: courses, after: after, now: now)
        }
        return services.reply(with: page, to: request, context)
    }

    /// How many participants a page shows.
    private static let pageSize = 100

    private static func page(
        _ cohort: Cohort, _ viewer: Viewer, _ connection: any SQLConnection, vault: Vault, courses: [Course],
        after: Int = 0, now: Timestamp, notes: [Notice] = []
    ) throws -> SectionPage {
        let definition = try connection.definition(of: cohort)
        let states = try connection.enrolmentStates(in: cohort.id)
        let sessions = try connection.sessions(of: cohort.id)
        var sections: [SectionPage.Section] = []
        if !sessions.isEmpty {
            sections.append(
                SectionPage.Section(table: ProgrammesController.schedule(sessions) { Paths.session($0.id.description) }))
        }
        sections += try people(cohort, definition, connection, vault: vault, after: after)
        let motivations = try connection.motivations(in: cohort.id)
        if !motivations.isEmpty, viewer.mayManage(cohort) {
            sections.append(
                SectionPage.Section(
                    table: DataTable(
                        caption: Phrase("Mengapa mereka ingin ikut", "Why they want to take part"),
                        columns: [.init(Phrase("Nomor", "Number")), .init(Phrase("Alasan", "Reason"), isWide: true)],
                        rows: motivations.map { [.init(.whole($0.number)), .init(.text($0.motivation))] })))
        }
        let help = try needsHelp(cohort, definition, connection, now: now)
        if !help.isEmpty {
            sections.append(
                SectionPage.Section(
                    Phrase("Siapa yang perlu dibantu", "Who needs help"), table: helpTable(help)))
        }
        for course in courses {
            let counts = try connection.questionCounts(of: course, in: cohort.id)
            if !counts.isEmpty {
                sections.append(SectionPage.Section(course.title.phrase, table: LessonController.results(course, counts)))
            }
        }
        let messages = try connection.unsentMessages(in: cohort.id, limit: 50)
        if !messages.isEmpty, viewer.mayManage(cohort) {
            sections.append(try messageSection(messages, cohort, connection, vault: vault))
        }
        if viewer.mayManage(cohort) { sections += steps(cohort, definition, sessions, states, now: now) }
        return SectionPage(
            title: Phrase(verbatim: cohort.name), place: .classes, lead: .phrase(definition.name.phrase),
            back: .init(Paths.programmeDesk(definition.code), definition.name.phrase), notes: notes,
            figures: [.init(Phrase("kursi", "seats"), cohort.seats), .init(Phrase("terisi", "taken"), cohort.taken)]
                + EnrolmentState.allCases.filter { states[$0] ?? 0 > 0 }.map { .init($0.phrase, states[$0] ?? 0) },
            sections: sections)
    }

    private static func people(
        _ cohort: Cohort, _ definition: ProgrammeDefinition, _ connection: any SQLConnection, vault: Vault, after: Int
    ) throws -> [SectionPage.Section] {
        let enrolments = try connection.enrolments(in: cohort.id, after: after, limit: pageSize + 1)
        let rows = try enrolments.prefix(pageSize).map { enrolment -> [DataTable.Cell] in
            let learner = try connection.learner(enrolment.learner)
            return [
                .init(
                    .text("\(enrolment.number). \(learner?.name ?? "")"),
                    address: Paths.participant(AttendanceCode.participant(enrolment.id, vault: vault))),
                .init(ProgrammesController.place(learner?.region ?? .nation)),
                .init(.phrase(enrolment.state.phrase), mark: enrolment.state.mark),
                .init(.maybe(definition.stage(enrolment.stage)?.name.phrase)), .init(.maybe(enrolment.score.map { Double($0) / 10_000 })),
            ]
        }
        var links: [SectionPage.Link] = []
        if enrolments.count > pageSize, let last = enrolments.dropLast().last {
            links.append(.init(Paths.classDesk(cohort.code) + "?after=\(last.number)", Phrase("Berikutnya", "Next")))
        }
        if after > 0 { links.append(.init(Paths.classDesk(cohort.code), Phrase("Dari awal", "From the start"))) }
        return [
            SectionPage.Section(
                anchor: "people",
                table: DataTable(
                    caption: Phrase("Peserta", "Participants"),
                    columns: [
                        .init(Phrase("Nama", "Name")), .init(Phrase("Tempat tinggal", "Lives in")), .init(Phrase("Keadaan", "State")),
                        .init(Phrase("Tahap", "Stage")), .init(Phrase("Nilai seleksi", "Selection score"), isNumber: true),
                    ], rows: Array(rows)), links: links)
        ]
    }

    /// Somebody who is behind: missed sessions, or a result below the mark.
    private struct Behind {
        let enrolment: Enrolment
        let name: String
        let share: Double?
        let score: Int?
    }

    private static func needsHelp(
        _ cohort: Cohort, _ definition: ProgrammeDefinition, _ connection: any SQLConnection, now: Timestamp
    ) throws -> [Behind] {
        var behind: [Behind] = []
        for stage in definition.stages {
            let shares = try connection.attendanceShares(cohort.id, stage: stage.code, until: now)
            let scores = try connection.results(of: cohort.id, stage: stage.code)
            for enrolment in try connection.enrolments(in: cohort.id, states: [.attending]) where enrolment.stage == stage.code {
                let share = shares.isEmpty ? nil : shares[enrolment.id] ?? 0
                let score = scores[enrolment.id]
                let isMissing = share.map { $0 < stage.attendance } ?? false
                let isLow = score.flatMap { score in stage.passMark.map { score < $0 * 100 } } ?? false
                guard isMissing || isLow else { continue }
                behind.append(
                    Behind(enrolment: enrolment, name: try connection.learner(enrolment.learner)?.name ?? "", share: share, score: score))
            }
        }
        return Array(behind.sorted { ($0.share ?? 1, $0.enrolment.number) < ($1.share ?? 1, $1.enrolment.number) }.prefix(50))
    }

    private static func helpTable(_ behind: [Behind]) -> DataTable {
        DataTable(
            caption: Phrase("Sering tidak hadir, atau nilainya masih kurang", "Often absent, or with too low a result"),
            columns: [
                .init(Phrase("Nama", "Name")), .init(Phrase("Hadir", "Attended"), isNumber: true),
                .init(Phrase("Nilai", "Result"), isNumber: true),
            ],
            rows: behind.map { person in
                [
                    .init(.text("\(person.enrolment.number). \(person.name)")), .init(.maybe(person.share)),
                    .init(.maybe(person.score.map { Double($0) / 10_000 })),
                ]
            })
    }

    private static func messageSection(
        _ messages: [LearnerMessage], _ cohort: Cohort, _ connection: any SQLConnection, vault: Vault
    ) throws -> SectionPage.Section {
        let rows = try messages.map { message -> [DataTable.Cell] in
            let enrolment = try connection.enrolment(message.enrolment)
            let learner = try connection.learner(enrolment.learner)
            let phone = try learner?.sealedPhone.map { try vault.openText($0, as: .phone) }
            let words = message.kind.phrase.indonesian + " " + cohort.name
            let query = words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            return [
                .init(.text(learner?.name ?? "")), .init(.phrase(message.kind.phrase)),
                .init(
                    .phrase(phone == nil ? Phrase("Tanpa nomor", "No number") : Phrase("Kirim lewat WhatsApp", "Send by WhatsApp")),
                    address: phone.map { "https://wa.me/\($0.dropFirst())?text=\(query)" }),
            ]
        }
        return SectionPage.Section(
            Phrase("Kabar yang belum terkirim", "Messages not sent yet"), anchor: "messages",
            table: DataTable(
                caption: Phrase("Kirim satu per satu, lalu tandai sudah terkirim", "Send them one by one, then mark them as sent"),
                columns: [.init(Phrase("Nama", "Name")), .init(Phrase("Kabar", "Message"), isWide: true), .init(Phrase("Kirim", "Send"))],
                rows: rows),
            forms: [
                Form(
                    action: Paths.classDesk(cohort.code), fields: [], submit: Phrase("Tandai sudah terkirim", "Mark as sent"),
                    hidden: [
                        HiddenValue("action", "sent"), HiddenValue("messages", messages.map(\.id.description).joined(separator: " ")),
                    ])
            ])
    }

    /// What can be done next, as forms.
    private static func steps(
        _ cohort: Cohort, _ definition: ProgrammeDefinition, _ sessions: [ClassSession], _ states: [EnrolmentState: Int], now: Timestamp
    ) -> [SectionPage.Section] {
        let path = Paths.classDesk(cohort.code)
        var forms = selectionForms(definition.selection, states, path)
        let waiting = [EnrolmentState.submitted, .checked, .tested, .waiting].contains { states[$0] ?? 0 > 0 }
        if waiting, !definition.selection.isImmediate || now >= cohort.closesAt {
            forms.append(
                Form(action: path, fields: [], submit: Phrase("Bagikan kursi", "Give the seats"), hidden: [HiddenValue("action", "select")])
            )
        }
        let stages = definition.stages.map { FormField.Option($0.code, $0.name.phrase) }
        forms.append(
            Form(
                action: path, fields: [FormField("stage", Phrase("Tahap", "Stage"), .choice(stages))],
                submit: Phrase("Tutup tahap ini", "Close this stage"), hidden: [HiddenValue("action", "close")]))
        if definition.certificate?.kind == .competence, states[.completed] ?? 0 > 0 {
            forms.append(
                Form(
                    action: path,
                    fields: [
                        FormField(
                            "able", Phrase("Nomor yang dinyatakan kompeten", "Numbers of those found able"),
                            hint: Phrase("Misalnya: 1 4-9 12", "For example: 1 4-9 12"))
                    ], submit: Phrase("Simpan hasil asesor", "Keep the assessor’s word"), hidden: [HiddenValue("action", "assess")]))
        }
        if definition.certificate != nil, (states[.completed] ?? 0) + (states[.assessed] ?? 0) > 0 {
            forms.append(
                Form(
                    action: path, fields: [], submit: Phrase("Terbitkan sertifikat", "Issue the certificates"),
                    hidden: [HiddenValue("action", "certify")]))
        }
        if states[.certified] ?? 0 > 0 {
            forms.append(
                Form(
                    action: path,
                    fields: [
                        FormField("number", Phrase("Nomor peserta", "Number of the participant"), .digits(7)),
                        FormField(
                            "reason", Phrase("Alasan mencabut sertifikatnya", "Why the certificate is taken back"),
                            hint: Phrase("Alasan ini diumumkan.", "The reason is published.")),
                    ], submit: Phrase("Cabut sertifikat", "Take the certificate back"), hidden: [HiddenValue("action", "revoke")]))
        }
        let results = Form(
            action: path,
            fields: [
                FormField("result-stage", Phrase("Tahap", "Stage"), .choice(stages)),
                FormField(
                    "results", Phrase("Nilai, satu baris satu peserta", "Results, a line for each participant"), .paragraphs,
                    hint: Phrase("Nomor peserta, lalu nilai dari 100: 12 85", "Number of the participant, then the result of 100: 12 85")),
            ], submit: Phrase("Simpan nilai", "Keep the results"), hidden: [HiddenValue("action", "results")])
        let session = Form(
            action: path,
            fields: [
                FormField("session-stage", Phrase("Tahap", "Stage"), .choice(stages)),
                FormField("title", Phrase("Judul", "Title")), FormField("starts", Phrase("Mulai (WIB)", "Starts (WIB)"), .moment),
                FormField("minutes", Phrase("Lama, menit", "Length, minutes"), .digits(4), content: "120"),
                FormField("place", Phrase("Tempat", "Place"), isRequired: false),
                FormField("link", Phrase("Alamat ruang daring", "Address of the online room"), isRequired: false),
                FormField("trainer", Phrase("Pengajar", "Trainer"), isRequired: false),
                FormField("capacity", Phrase("Muat berapa orang", "How many fit in"), .digits(6), isRequired: false),
            ], submit: Phrase("Tambah pertemuan", "Add the session"), hidden: [HiddenValue("action", "session")])
        return [
            SectionPage.Section(Phrase("Langkah kelas", "Steps of the class"), anchor: "steps", forms: forms),
            SectionPage.Section(Phrase("Nilai", "Results"), anchor: "results", forms: [results]),
            SectionPage.Section(Phrase("Pertemuan baru", "New session"), anchor: "session", forms: [session]),
        ]
    }

    /// How applications are looked at before seats are given.
    private static func selectionForms(_ rule: SelectionRule, _ states: [EnrolmentState: Int], _ path: String) -> [Form] {
        var forms: [Form] = []
        if rule.isChecked, states[.submitted] ?? 0 > 0 {
            forms.append(
                Form(
                    action: path,
                    fields: [
                        FormField(
                            "in-order", Phrase("Nomor yang berkasnya lengkap", "Numbers whose papers are in order"),
                            hint: Phrase("Misalnya: 1 4-9 12", "For example: 1 4-9 12"), isRequired: false),
                        FormField(
                            "not-in-order", Phrase("Nomor yang ditolak", "Numbers that are turned down"), isRequired: false),
                    ], submit: Phrase("Simpan pemeriksaan", "Keep what was found"), hidden: [HiddenValue("action", "check")]))
        }
        if rule.method == .test, states[rule.isChecked ? .checked : .submitted] ?? 0 > 0 {
            forms.append(
                Form(
                    action: path,
                    fields: [
                        FormField(
                            "test-results", Phrase("Hasil tes, satu baris satu pendaftar", "Test results, a line for each applicant"),
                            .paragraphs,
                            hint: Phrase("Nomor, lalu nilai dari 100: 12 85", "Number, then the result of 100: 12 85"))
                    ], submit: Phrase("Simpan hasil tes", "Keep the test results"), hidden: [HiddenValue("action", "test")]))
        }
        if rule.method == .rubric, states[rule.isChecked ? .checked : .submitted] ?? 0 > 0 {
            let names = rule.criteria.map { "\($0.name.indonesian) (0–\($0.highest))" }.joined(separator: ", ")
            let english = rule.criteria.map { "\($0.name.english) (0–\($0.highest))" }.joined(separator: ", ")
            forms.append(
                Form(
                    action: path,
                    fields: [
                        FormField(
                            "points", Phrase("Nilaimu, satu baris satu pendaftar", "Your points, a line for each applicant"), .paragraphs,
                            hint: Phrase("Nomor, lalu \(names): 12 4 5 3", "Number, then \(english): 12 4 5 3"))
                    ], submit: Phrase("Simpan nilai", "Keep the points"), hidden: [HiddenValue("action", "review")]))
        }
        return forms
    }

    // MARK: - Changing

    private enum Answer: Sendable {
        case done(PassingNotice)
        case problem(SectionPage)
    }

    private func change(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .manageProgrammes)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let (now, vault, issuer, site) = (services.now(), services.vault, services.certificates, services.site(request))
        let courses = services.courses
        let answer: Answer
        do {
            answer = try await services.database.write(holding: .learning) { connection -> Answer in
                let cohort = try cohort(context, viewer, connection)
                guard viewer.mayManage(cohort) else { throw WebError.forbidden }
                return .done(
                    try Self.change(fields, cohort, connection, Signing(issuer, site: site, vault: vault), by: viewer.person.id, now: now))
            }
        } catch let refusal as ClassRefusal {
            // Nothing of the change remains; the page says why.
            answer = .problem(
                try await services.database.read { connection in
                    try Self.page(
                        try cohort(context, viewer, connection), viewer, connection, vault: vault, courses: courses, now: now,
                        notes: [Notice(.failure, refusal.words)])
                })
        }
        switch answer {
        case .done(let notice): return services.redirect(to: Paths.classDesk(try context.parameters.require("code")), notice: notice)
        case .problem(let page): return services.reply(with: page, status: .unprocessableContent, to: request, context)
        }
    }

    private static func change(
        _ fields: FormFields, _ cohort: Cohort, _ connection: any SQLConnection, _ signing: Signing, by person: PersonID, now: Timestamp
    ) throws -> PassingNotice {
        do {
            switch fields["action"] {
            case "select":
                _ = try connection.select(cohort.id, by: person, at: now)
                return .seatsGiven
            case "check":
                for (field, isInOrder) in [("in-order", true), ("not-in-order", false)] {
                    for enrolment in try numbered(fields[field] ?? "", cohort, connection) {
                        try connection.checkApplication(enrolment, isInOrder: isInOrder, by: person, at: now)
                    }
                }
                return .resultsKept
            case "test":
                for line in try lines(fields["test-results"] ?? "", cohort, connection, numbers: 1) {
                    try connection.recordTest(line.enrolment, percent: line.numbers[0], by: person, at: now)
                }
                return .resultsKept
            case "review":
                let criteria = try connection.definition(of: cohort).selection.criteria
                for line in try lines(fields["points"] ?? "", cohort, connection, numbers: criteria.count) {
                    try connection.review(
                        line.enrolment, zip(criteria, line.numbers).map { ReviewPoints(criterion: $0.code, points: Int($1)) }, by: person,
                        at: now)
                }
                return .resultsKept
            case "close":
                _ = try connection.closeStage(fields["stage"] ?? "", of: cohort.id, by: person, at: now)
                return .stageClosed
            case "results":
                try keepResults(fields, cohort, connection, by: person, now: now)
                return .resultsKept
            case "assess":
                guard let numbers = SessionController.numbers(fields["able"] ?? "") else {
                    throw ClassRefusal("Tulis nomor saja, misalnya 1 4-9 12.", "Write numbers only, such as 1 4-9 12.")
                }
                for enrolment in try connection.enrolments(in: cohort.id, states: [.completed], limit: 1_000_000)
                where numbers.contains(enrolment.number) {
                    try connection.assess(enrolment.id, by: person, at: now)
                }
                return .resultsKept
            case "certify":
                try issueCertificates(cohort, connection, signing, by: person, now: now)
                return .certificatesIssued
            case "revoke":
                try revoke(fields, cohort, connection, by: person, now: now)
                return .certificateRevoked
            case "session":
                try connection.save(try session(fields, cohort, connection), at: now)
                return .sessionSaved
            case "sent":
                for id in (fields["messages"] ?? "").split(separator: " ").compactMap({ LearnerMessageID(String($0)) }) {
                    try connection.markSent(id, at: now)
                }
                return .answerKept
            default: throw WebError.badRequest
            }
        } catch LearningError.resultsMissing(let count) {
            throw ClassRefusal(
                "\(count) peserta belum punya nilai di tahap ini.", "\(count) participants have no result for this stage yet.")
        } catch LearningError.reviewsMissing(let count) {
            throw ClassRefusal("\(count) pendaftar belum cukup dinilai.", "\(count) applications have too few reviews.")
        } catch LearningError.transitionRefused(let from, _) {
            throw ClassRefusal(
                "Itu tidak bisa untuk yang keadaannya “\(from.phrase.indonesian)”.",
                "That is not possible for somebody who is “\(from.phrase.english)”.")
        } catch LearningError.unknownStage {
            throw ClassRefusal("Tahap itu tidak ada.", "There is no such stage.")
        } catch LearningError.scoreOutOfRange {
            throw ClassRefusal("Nilai harus dari 0 sampai 100.", "Results are 0 to 100.")
        }
    }

    /// What certificates of a class are signed with.
    private struct Signing: Sendable {
        let issuer: CertificateIssuer?
        let site: String
        let vault: Vault

        init(_ issuer: CertificateIssuer?, site: String, vault: Vault) {
            self.issuer = issuer
            self.site = site
            self.vault = vault
        }
    }

    /// For everybody who has earned one; who has not rated the course or waits for the assessor is passed over.
    private static func issueCertificates(
        _ cohort: Cohort, _ connection: any SQLConnection, _ signing: Signing, by person: PersonID, now: Timestamp
    ) throws {
        guard let issuer = signing.issuer else {
            throw ClassRefusal(
                "Server ini belum punya kunci sertifikat. Pengelola membuatnya dengan naikkelas certificate key new.",
                "This server has no keys for certificates. The operator makes them with naikkelas certificate key new.")
        }
        for enrolment in try connection.enrolments(in: cohort.id, states: [.completed, .assessed], limit: 1_000_000) {
            guard try connection.certificateObstacle(enrolment.id) == nil else { continue }
            try connection.issueCertificate(
                of: enrolment.id, by: issuer, site: signing.site, vault: signing.vault, officer: person, at: now)
        }
    }

    private static func revoke(
        _ fields: FormFields, _ cohort: Cohort, _ connection: any SQLConnection, by person: PersonID, now: Timestamp
    ) throws {
        let number = fields["number"].flatMap { Int($0) }
        guard let reason = fields["reason"],
            let enrolment = try connection.enrolments(in: cohort.id, states: [.certified], limit: 1_000_000).first(where: {
                $0.number == number
            }),
            let certificate = try connection.certificate(of: enrolment.id)
        else {
            throw ClassRefusal(
                "Isi nomor peserta yang bersertifikat dan alasannya.", "Fill in the number of somebody with a certificate, and the reason.")
        }
        try connection.revokeCertificate(certificate.id, reason: String(reason.prefix(200)), by: person, at: now)
    }

    /// Lines of `12 85`: the number of the participant and the result.
    private static func keepResults(
        _ fields: FormFields, _ cohort: Cohort, _ connection: any SQLConnection, by person: PersonID, now: Timestamp
    ) throws {
        for line in try lines(fields["results"] ?? "", cohort, connection, numbers: 1) {
            try connection.recordResult(line.enrolment, stage: fields["result-stage"] ?? "", percent: line.numbers[0], by: person, at: now)
        }
    }

    /// What a line says of a participant.
    private struct Line {
        let enrolment: EnrolmentID
        let numbers: [Double]
    }

    /// Lines that begin with the number of a participant and go on with so many others.
    private static func lines(
        _ text: String, _ cohort: Cohort, _ connection: any SQLConnection, numbers: Int
    ) throws -> [Line] {
        let byNumber = try byNumber(cohort, connection)
        return try text.split(whereSeparator: \.isNewline).enumerated().map { place, line in
            let parts = line.split { $0 == " " || $0 == "\t" || $0 == ";" || $0 == "=" || $0 == ":" }
            let read = parts.dropFirst().compactMap { Double($0.replacing(",", with: ".")) }
            guard parts.count == numbers + 1, read.count == numbers, read.allSatisfy({ (0...1_000_000).contains($0) }),
                let number = Int(parts[0])
            else {
                throw ClassRefusal(
                    "Baris \(place + 1): tulis nomor, lalu \(numbers) nilai.", "Line \(place + 1): write the number, then \(numbers) more.")
            }
            guard let id = byNumber[number] else {
                throw ClassRefusal(
                    "Baris \(place + 1): tidak ada peserta nomor \(number).", "Line \(place + 1): there is no participant \(number).")
            }
            return Line(enrolment: id, numbers: read)
        }
    }

    /// The enrolments that `1 4-9 12` names.
    private static func numbered(_ text: String, _ cohort: Cohort, _ connection: any SQLConnection) throws -> [EnrolmentID] {
        guard let numbers = SessionController.numbers(text) else {
            throw ClassRefusal("Tulis nomor saja, misalnya 1 4-9 12.", "Write numbers only, such as 1 4-9 12.")
        }
        let byNumber = try byNumber(cohort, connection)
        return try numbers.map { number in
            guard let id = byNumber[number] else {
                throw ClassRefusal("Tidak ada peserta nomor \(number).", "There is no participant \(number).")
            }
            return id
        }
    }

    private static func byNumber(_ cohort: Cohort, _ connection: any SQLConnection) throws -> [Int: EnrolmentID] {
        Dictionary(
            try connection.enrolments(in: cohort.id, limit: 1_000_000).map { ($0.number, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    private static func session(_ fields: FormFields, _ cohort: Cohort, _ connection: any SQLConnection) throws -> ClassSession {
        guard let title = fields["title"], let starts = fields["starts"].flatMap(ClockText.instant) else {
            throw ClassRefusal("Isi judul dan waktu mulai.", "Fill in title and time.")
        }
        guard let minutes = fields["minutes"].flatMap({ Int($0) }), (1...1440).contains(minutes) else {
            throw ClassRefusal("Lama pertemuan 1 sampai 1440 menit.", "A session takes 1 to 1440 minutes.")
        }
        let link = fields["link"] ?? ""
        guard link.isEmpty || link.hasPrefix("https://") else {
            throw ClassRefusal("Alamat ruang daring dimulai dengan https://", "The address of the online room begins with https://")
        }
        let stage = fields["session-stage"] ?? ""
        let number = try connection.sessions(of: cohort.id).count { $0.stage == stage } + 1
        return ClassSession(
            cohort: cohort.id, stage: stage, number: number, title: title, place: fields["place"] ?? "", link: link, region: cohort.region,
            startsAt: starts, minutes: minutes, capacity: fields["capacity"].flatMap { Int($0) }, trainer: fields["trainer"] ?? "")
    }
}

/// Why a change of a class was refused, in words.
struct ClassRefusal: Error {
    let words: Phrase

    init(_ indonesian: String, _ english: String) {
        words = Phrase(indonesian, english)
    }
}

extension SQLConnection {
    /// Somebody saw the names of a class; the unit of work holds ``Storage/SQLLock/auditTrail``.
    func recordReading(of cohort: Cohort, by person: PersonID, page: StaticString, at now: Timestamp) throws {
        _ = try recordAudit(
            AuditEvent(.read, of: AuditSubject(kind: "class", id: cohort.id), by: person, detail: ["page": .word(page)]), at: now)
    }
}
