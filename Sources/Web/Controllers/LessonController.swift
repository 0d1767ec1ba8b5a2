import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Learning
import Lessons
import NIOCore
import Storage

/// Courses of lessons: to be read by anybody, taken along in one file, and answered; results are kept for those who are known.
struct LessonController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/belajar") { request, context in try await list(request, context) }
        router.get("/belajar/kirim") { request, context in
            services.reply(with: LessonSendPage(taker: try await taker(request, context)?.fingerprint), to: request, context)
        }
        router.post("/belajar/hasil") { request, context in try await receive(request, context) }
        router.get("/belajar/:course") { request, context in try await show(request, context) }
        router.get("/belajar/:course/paket.zip") { request, context in try package(request, context) }
        router.get("/belajar/:course/gambar/:file") { request, context in try picture(request, context) }
        router.get("/belajar/:course/:part") { request, context in try await read(request, context) }
        router.post("/belajar/:course/:part") { request, context in try await answer(request, context) }
    }

    private func course(_ context: AppRequestContext) throws -> Course {
        let code = try context.parameters.require("course")
        guard let course = services.courses.first(where: { $0.code == code }) else { throw WebError.notFound }
        return course
    }

    private func part(_ context: AppRequestContext) throws -> (Course, CoursePart) {
        let course = try course(context)
        guard let place = CoursePart.Place(try context.parameters.require("part")), let part = course.part(place) else {
            throw WebError.notFound
        }
        return (course, part)
    }

    /// Whose results they are: somebody signed in, or the participant whose card this phone has shown.
    private func taker(_ request: Request, _ context: AppRequestContext) async throws -> LessonTaker? {
        if let viewer = context.viewer { return .person(viewer.person.id) }
        guard let card = request.cookies[ParticipantController.cookie]?.value,
            let enrolment = AttendanceCode.enrolment(participant: card, vault: services.vault)
        else { return nil }
        return try await services.database.read { .learner(try $0.enrolment(enrolment).learner) }
    }

    // MARK: - Courses

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let taker = try await taker(request, context)
        let courses = services.courses
        let progress = try await services.database.read { connection in
            try courses.map { course in try taker.map { try connection.progress(of: $0, in: course) } ?? .none }
        }
        let page = SectionPage(
            title: Phrase("Belajar", "Learn"), place: .lessons,
            lead: .phrase(
                Phrase(
                    "Kursus singkat, gratis, dan bisa dibawa tanpa internet.",
                    "Short courses, free, and to be taken along without internet.")),
            sections: zip(courses, progress).map { course, progress in
                SectionPage.Section(
                    course.title.phrase,
                    paragraphs: [
                        .phrase(course.summary.phrase), Self.size(course),
                    ] + (progress.best.isEmpty ? [] : [Self.standing(course, progress)]),
                    links: [
                        .init(
                            Paths.course(course.code),
                            progress.best.isEmpty ? Phrase("Mulai belajar", "Start") : Phrase("Lanjutkan", "Go on"))
                    ])
            })
        return services.reply(with: page, to: request, context)
    }

    private static func size(_ course: Course) -> TemplateValue {
        .sentence(
            Phrase("{1} pelajaran, sekitar {2} menit.", "{1} lessons, about {2} minutes."),
            [.whole(course.lessons.count), .whole(course.minutes)])
    }

    private static func standing(_ course: Course, _ progress: CourseProgress) -> TemplateValue {
        if progress.isPassed { return .phrase(Phrase("Kamu sudah lulus kursus ini.", "You passed this course.")) }
        return .sentence(
            Phrase("Sudah dikerjakan: {1} dari {2} bagian.", "Done: {1} of {2} parts."),
            [.whole(progress.best.count), .whole(course.parts.count)])
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let course = try course(context)
        let taker = try await taker(request, context)
        let isTrainer = context.viewer?.holds(.takeAttendance) ?? false
        let (progress, counts) = try await services.database.read { connection in
            (
                try taker.map { try connection.progress(of: $0, in: course) } ?? .none,
                isTrainer ? try connection.questionCounts(of: course) : [:]
            )
        }
        let language = context.language.lessonLanguage
        let package = OfflinePackage(course, in: language, site: services.site(request))
        var sections = [
            SectionPage.Section(
                table: Self.lessons(course, progress, language)),
            SectionPage.Section(
                Phrase("Bawa tanpa internet", "Take it along without internet"),
                paragraphs: [
                    .sentence(
                        Phrase(
                            "Simpan seluruh kursus di HP ({1}). Buka berkasnya, lalu pilih index.html.",
                            "Keep the whole course on your phone ({1}). Open the file, then choose index.html."),
                        [.text(Self.kilobytes(package?.bytes.count ?? 0))])
                ],
                links: [.init(Paths.coursePackage(course.code), Phrase("Unduh kursus", "Download the course"))]),
        ]
        if isTrainer, !counts.isEmpty {
            sections.append(SectionPage.Section(table: Self.results(course, counts)))
        }
        let page = SectionPage(
            title: course.title.phrase, place: .lessons, lead: .phrase(course.summary.phrase),
            back: .init(Paths.courses, Phrase("Semua kursus", "All courses")),
            sections: (progress.best.isEmpty ? [] : [SectionPage.Section(paragraphs: [Self.standing(course, progress)])]) + sections)
        return services.reply(with: page, to: request, context)
    }

    /// Without results yet there is no column for them.
    private static func lessons(_ course: Course, _ progress: CourseProgress, _ language: LessonLanguage) -> DataTable {
        let hasResults = !progress.best.isEmpty
        let weight = DataTable.Column(Phrase("Berat", "Weight"), isNumber: true)
        let best = DataTable.Column(Phrase("Hasil terbaikmu", "Your best result"), isNumber: true)
        return DataTable(
            caption: Phrase("Pelajaran", "Lessons"), columns: [.init(Phrase("Pelajaran", "Lesson")), weight] + (hasResults ? [best] : []),
            rows: course.parts.map { part in
                let cells: [DataTable.Cell] = [
                    .init(.phrase(label(part)), address: Paths.lesson(course.code, part.place.description)),
                    .init(.text(kilobytes(course.weight(of: part, in: language)))),
                ]
                guard hasResults else { return cells }
                return cells + [.init(progress.best[part.place].map { .share(Double($0) / 100) } ?? .text("–"))]
            })
    }

    private static func label(_ part: CoursePart) -> Phrase {
        switch part.place {
        case .lesson(let number): Phrase("\(number). \(part.indonesian.title)", "\(number). \(part.english.title)")
        case .finalTest: Phrase(part.indonesian.title, part.english.title)
        }
    }

    private static func kilobytes(_ bytes: Int) -> String { "\((bytes + 999) / 1000) KB" }

    /// How first answers came out, the hardest question first.
    static func results(_ course: Course, _ counts: [String: QuestionCount]) -> DataTable {
        let rows = course.parts.flatMap { part in
            zip(part.indonesian.questions, part.english.questions).compactMap { indonesian, english in
                counts[indonesian.id].map { (part: part, words: Phrase(indonesian.text, english.text), count: $0) }
            }
        }
        return DataTable(
            caption: Phrase("Hasil menurut pertanyaan: jawaban pertama tiap orang", "Results by question: everybody’s first answer"),
            columns: [
                .init(Phrase("Pertanyaan", "Question"), isWide: true), .init(Phrase("Bagian", "Part")),
                .init(Phrase("Dijawab", "Answered"), isNumber: true), .init(Phrase("Benar", "Right"), isNumber: true),
            ],
            rows: rows.sorted { $0.count.share < $1.count.share }.map { row in
                [
                    .init(.phrase(row.words)),
                    .init(
                        .phrase(row.part.place == .finalTest ? Phrase("Ujian", "Test") : Phrase(verbatim: row.part.place.description)),
                        address: Paths.lesson(course.code, row.part.place.description)),
                    .init(.whole(row.count.answered)), .init(.share(row.count.share), mark: row.count.share < 0.5 ? .warning : nil),
                ]
            })
    }

    private func package(_ request: Request, _ context: AppRequestContext) throws -> Response {
        let course = try course(context)
        guard let package = OfflinePackage(course, in: context.language.lessonLanguage, site: services.site(request)) else {
            throw WebError.notFound
        }
        var response = Response(
            status: .ok, headers: [.contentType: "application/zip", .cacheControl: "no-cache", .vary: "Cookie"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: package.bytes)))
        response.headers[.contentDisposition] = "attachment; filename=\"\(package.fileName)\""
        return response
    }

    private func picture(_ request: Request, _ context: AppRequestContext) throws -> Response {
        guard let bytes = try course(context).pictures[try context.parameters.require("file")] else { throw WebError.notFound }
        var response = WebServices.response(.ok, contentType: "image/svg+xml", bytes: bytes, to: request)
        response.headers[.cacheControl] = "public, max-age=86400"
        return response
    }

    // MARK: - Lessons

    private func read(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (course, part) = try part(context)
        let page = LessonPage(
            course: course, part: part, language: context.language.lessonLanguage, result: LessonResultID().description,
            taker: try await taker(request, context)?.fingerprint)
        return services.reply(with: page, to: request, context)
    }

    /// Marks what was answered, and keeps it for those who are known.
    private func answer(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (course, part) = try part(context)
        let fields = try await FormFields(body: request.body)
        try context.check(publicFormToken: fields["token"])
        let taker = try await taker(request, context)
        let answers = Self.answers(to: part.questions, fields)
        var page = LessonPage(
            course: course, part: part, language: context.language.lessonLanguage, result: LessonResultID().description,
            taker: taker?.fingerprint, answers: answers)
        if fields["version"] != part.version {
            page.notice = Notice(
                .warning,
                Phrase("Pertanyaannya baru saja diperbarui. Kerjakan sekali lagi.", "The questions have just changed. Answer them again."))
            page.answers = nil
        } else if let taker {
            let now = services.now()
            let result = LessonResult(
                id: fields["result"].flatMap(LessonResultID.init(_:)) ?? LessonResultID(), taker: taker, course: course.code,
                part: part.place, version: part.version, answers: answers, takenAt: now)
            _ = try await services.database.write(holding: .learning) { try $0.record(result, in: course, at: now) }
            page.notice = Notice(.success, Phrase("Hasilmu sudah tersimpan.", "Your result is stored."))
        } else {
            page.notice = Notice(
                .information,
                Phrase(
                    "Hasil ini tidak disimpan. Masuk, atau buka kartu pesertamu, supaya tercatat.",
                    "This result is not kept. Sign in, or open your participant’s card, to have it recorded."))
        }
        return services.reply(with: page, to: request, context)
    }

    private static func answers(to questions: [Question], _ fields: FormFields) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for question in questions {
            if case .number = question.kind {
                let digits = (fields[question.id] ?? "").filter { !$0.isWhitespace && $0 != "." && $0 != "," }
                let number = digits.lowercased().hasPrefix("rp") ? String(digits.dropFirst(2)) : digits
                if let value = Int(number) { answers[question.id] = .number(value) }
            } else {
                let places = fields.all(question.id).compactMap { Int($0) }.filter(question.options.indices.contains)
                if !places.isEmpty { answers[question.id] = .options(Set(places)) }
            }
        }
        return answers
    }

    // MARK: - Results from phones

    /// One result as a phone sends it.
    private struct SentResult: Decodable {
        /// Made on the phone.
        let id: String
        let course: String
        let part: String
        let version: String
        let answers: [String: Answer]
        /// In milliseconds since 1970, by the clock of the phone.
        let takenAt: Int64
    }

    /// Takes results from a phone that had no signal, and says what came of each. Sent twice they change nothing.
    private func receive(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        try context.check(publicFormToken: request.headers[HTTPField.Name("X-Form-Token")!])
        guard let taker = try await taker(request, context) else { throw WebError.signInNeeded }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: 256 * 1024)
        } catch is NIOTooManyBytesError {
            throw WebError.tooLarge
        }
        guard let sent = try? JSONDecoder().decode([SentResult].self, from: Data(body.readableBytesView)), sent.count <= 200 else {
            throw WebError.badRequest
        }
        let (now, courses) = (services.now(), services.courses)
        let outcomes = try await services.database.write(holding: .learning) { connection in
            try sent.map { result -> String in
                guard let id = LessonResultID(result.id), let place = CoursePart.Place(result.part),
                    let course = courses.first(where: { $0.code == result.course })
                else { return "unknown" }
                let (microseconds, isTooLarge) = result.takenAt.multipliedReportingOverflow(by: 1000)
                let taken = LessonResult(
                    id: id, taker: taker, course: result.course, part: place, version: String(result.version.prefix(64)),
                    answers: result.answers, takenAt: isTooLarge ? now : Timestamp(rawValue: microseconds))
                return try connection.record(taken, in: course, at: now).word
            }
        }
        let json = try JSONEncoder().encode(outcomes)
        return WebServices.text(String(decoding: json, as: UTF8.self), contentType: "application/json", to: request)
    }
}

extension LessonResultOutcome {
    /// The outcome in a word of the interface.
    fileprivate var word: String {
        switch self {
        case .stored: "stored"
        case .storedBefore: "stored-before"
        case .outdated: "outdated"
        case .refused: "refused"
        }
    }
}

extension LessonTaker {
    /// Tells on one phone whose results are whose.
    fileprivate var fingerprint: String {
        switch self {
        case .person(let id): StaticAssets.fingerprint(Array("person \(id)".utf8))
        case .learner(let id): StaticAssets.fingerprint(Array("learner \(id)".utf8))
        }
    }
}

extension Language {
    var lessonLanguage: LessonLanguage {
        switch self {
        case .indonesian: .indonesian
        case .english: .english
        }
    }
}
