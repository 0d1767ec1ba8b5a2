import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Journey
import Learning
import Lessons
import Nusantara
import Storage

/// Programmes in the office: what they count, their definitions, and opening classes.
struct ProgrammeDeskController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/programmes") { request, context in try await list(request, context) }
        router.get("/office/programmes/:code") { request, context in try await show(request, context) }
        router.post("/office/programmes/:code") { request, context in try await change(request, context) }
    }

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .takeAttendance)
        let page = try await services.database.read { connection in
            var rows: [[DataTable.Cell]] = []
            for programme in try connection.programmes() where try connection.definitionText(of: programme.id) != nil {
                let people = try connection.people(PeopleSlice(programme: programme.id))
                rows.append(
                    [.init(.text(programme.name), address: Paths.programmeDesk(programme.code))]
                        + PeopleStep.allCases.map { .init(.whole(people[$0])) })
            }
            let cohorts = try connection.cohorts().filter { viewer.mayTakeAttendance(in: $0) }
            return SectionPage(
                title: Phrase("Program dan kelas", "Programmes and classes"), place: .classes,
                lead: .phrase(
                    Phrase("Setiap orang dihitung sekali, berapa pun kelasnya.", "Everybody is counted once, however many classes.")),
                figures: try connection.people().figures,
                sections: [
                    SectionPage.Section(
                        table: DataTable(
                            caption: Phrase("Program", "Programmes"),
                            columns: [.init(Phrase("Program", "Programme"))] + PeopleStep.allCases.map { .init($0.phrase, isNumber: true) },
                            rows: rows),
                        links: viewer.may(.seeFigures)
                            ? [
                                .init(Paths.people, Phrase("Orang menurut wilayah dan kelompok", "People by region and group")),
                                .init(
                                    Paths.trainingEffect, Phrase("Apakah pelatihan menghasilkan penjualan?", "Does training lead to sales?")
                                ),
                            ] : []),
                    SectionPage.Section(table: Self.table(cohorts)),
                ])
        }
        return services.reply(with: page, to: request, context)
    }

    private static func table(_ cohorts: [Cohort]) -> DataTable {
        DataTable(
            caption: Phrase("Kelas", "Classes"),
            columns: [
                .init(Phrase("Kelas", "Class")), .init(Phrase("Tempat", "Place")), .init(Phrase("Kursi", "Seats"), isNumber: true),
                .init(Phrase("Terisi", "Taken"), isNumber: true), .init(Phrase("Pendaftar", "Applications"), isNumber: true),
                .init(Phrase("Daftar sampai", "Apply by")),
            ],
            rows: cohorts.map { cohort in
                [
                    .init(.text(cohort.name), address: Paths.classDesk(cohort.code)), .init(ProgrammesController.place(cohort.region)),
                    .init(.whole(cohort.seats)), .init(.whole(cohort.taken)), .init(.whole(cohort.applications)),
                    .init(.moment(cohort.closesAt)),
                ]
            })
    }

    private func programme(_ context: AppRequestContext, _ connection: any SQLConnection) throws -> Programme {
        guard let found = try connection.programme(code: try context.parameters.require("code")) else { throw WebError.notFound }
        return found
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .takeAttendance)
        let now = services.now()
        let page = try await services.database.read { connection in
            try Self.page(try programme(context, connection), viewer, connection, now: now)
        }
        return services.reply(with: page, to: request, context)
    }

    private static func page(
        _ programme: Programme, _ viewer: Viewer, _ connection: any SQLConnection, now: Timestamp, fields: FormFields = FormFields(""),
        definitionProblem: Phrase? = nil, cohortProblem: Phrase? = nil
    ) throws -> SectionPage {
        guard let (text, version) = try connection.definitionText(of: programme.id) else { throw WebError.notFound }
        var sections: [SectionPage.Section] = [
            SectionPage.Section(table: table(try connection.cohorts(of: programme.id).filter { viewer.mayTakeAttendance(in: $0) }))
        ]
        if viewer.holds(.manageProgrammes) {
            sections.append(
                SectionPage.Section(
                    Phrase("Buka kelas baru", "Open a class"), anchor: "open",
                    forms: [cohortForm(programme, try ProgrammeDefinition(stored: text), fields, cohortProblem, now: now)]))
        }
        if viewer.may(.manageProgrammes, programme: programme.id) {
            sections.append(
                SectionPage.Section(
                    Phrase("Aturan program", "The programme’s rules"), anchor: "definition",
                    paragraphs: [
                        .sentence(
                            Phrase(
                                "Versi {1}. Kelas yang sudah dibuka tetap memakai aturan waktu dibuka.",
                                "Version {1}. Classes that are open keep the rules of when they were opened."), [.whole(version)])
                    ],
                    forms: [
                        Form(
                            action: Paths.programmeDesk(programme.code) + "#definition",
                            fields: [
                                FormField(
                                    "definition", Phrase("Berkas aturan (JSON)", "Rules (JSON)"), .paragraphs,
                                    error: definitionProblem, content: fields["definition"] ?? text)
                            ], submit: Phrase("Periksa dan simpan", "Check and save"), hidden: [HiddenValue("action", "define")])
                    ]))
        }
        return SectionPage(
            title: Phrase(verbatim: programme.name), place: .classes,
            back: .init(Paths.programmeDesk, Phrase("Semua program", "All programmes")),
            figures: try connection.people(PeopleSlice(programme: programme.id)).figures, sections: sections)
    }

    private static func cohortForm(
        _ programme: Programme, _ definition: ProgrammeDefinition, _ fields: FormFields, _ problem: Phrase?, now: Timestamp
    ) -> Form {
        func field(_ name: String, _ label: Phrase, _ kind: FormField.Kind = .text, hint: Phrase? = nil, otherwise: String = "")
            -> FormField
        {
            FormField(name, label, kind, hint: hint, content: fields[name] ?? otherwise, isRequired: name != "region" && name != "quotas")
        }
        var all = [
            field("name", Phrase("Nama kelas", "Name of the class")),
            field(
                "code", Phrase("Kata pendek untuk alamat", "Short word for the address"),
                hint: Phrase("Huruf kecil, angka, tanda hubung: dea-semarang-3", "Small letters, digits, hyphens: dea-semarang-3")),
            field(
                "region", Phrase("Wilayah", "Region"),
                hint: Phrase("Kosong berarti daring untuk semua.", "Empty means online, for everybody.")),
            field("seats", Phrase("Kursi", "Seats"), .digits(7), otherwise: "\(definition.seats)"),
            field("opens", Phrase("Pendaftaran dibuka (WIB)", "Applications open (WIB)"), .moment, otherwise: ClockText.text(now)),
            field(
                "closes", Phrase("Pendaftaran ditutup (WIB)", "Applications close (WIB)"), .moment,
                otherwise: ClockText.text(now.adding(.seconds(14 * 86_400)))),
        ]
        if definition.selection.method == .regionQuota {
            all.append(
                field(
                    "quotas", Phrase("Kursi menurut wilayah", "Seats by region"),
                    hint: Phrase("Kode dan jumlah: 91=20, 81=20, 53=20", "Codes and numbers: 91=20, 81=20, 53=20")))
        }
        if definition.code == "siberkreasi" || definition.pillar == nil {
            all.append(
                FormField(
                    "pillar", Phrase("Pilar literasi digital", "Pillar of digital literacy"),
                    .choice(
                        [.init("", Phrase("Tidak ada", "None"))]
                            + Pillar.allCases.map { .init($0.rawValue, $0.phrase, isChosen: $0.rawValue == fields["pillar"]) }),
                    isRequired: false))
        }
        return Form(
            action: Paths.programmeDesk(programme.code) + "#open", fields: all, submit: Phrase("Buka kelas", "Open the class"),
            problem: problem,
            hidden: [HiddenValue("action", "open")])
    }

    private enum Answer: Sendable {
        case page(SectionPage)
        case saved
        case opened(String)
    }

    private func change(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .manageProgrammes)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let now = services.now()
        let courses = Set(services.courses.map(\.code))
        let answer = try await services.database.write(holding: .learning) { connection -> Answer in
            let programme = try programme(context, connection)
            switch fields["action"] {
            case "define":
                guard viewer.may(.manageProgrammes, programme: programme.id) else { throw WebError.forbidden }
                let text = (fields["definition"] ?? "").replacing("\r\n", with: "\n")
                let problem: Phrase
                do {
                    let definition = try ProgrammeDefinition(json: Data(text.utf8))
                    if let unknown = definition.stages.compactMap(\.course).first(where: { !courses.contains($0) }) {
                        problem = Phrase(
                            "course: tidak ada kursus “\(unknown)”; yang ada: \(courses.sorted().joined(separator: ", "))",
                            "course: there is no course “\(unknown)”; there are \(courses.sorted().joined(separator: ", "))")
                    } else if definition.code == programme.code {
                        try connection.saveDefinition(definition, text: text, by: viewer.person.id, at: now)
                        return .saved
                    } else {
                        problem = Phrase(
                            "code: kata program ini “\(programme.code)” tidak bisa diganti",
                            "code: the word of this programme, “\(programme.code)”, cannot be changed")
                    }
                } catch let error as DefinitionFaults {
                    problem = Phrase(verbatim: error.faults.map(\.description).joined(separator: " · "))
                }
                return .page(
                    try Self.page(programme, viewer, connection, now: now, fields: fields, definitionProblem: problem))
            case "open":
                switch try open(fields, programme, viewer, connection, now: now) {
                case .success(let code): return .opened(code)
                case .failure(let problem):
                    return .page(try Self.page(programme, viewer, connection, now: now, fields: fields, cohortProblem: problem.words))
                }
            default: throw WebError.badRequest
            }
        }
        switch answer {
        case .page(let page): return services.reply(with: page, status: .unprocessableContent, to: request, context)
        case .saved: return services.redirect(to: Paths.programmeDesk(try context.parameters.require("code")), notice: .definitionSaved)
        case .opened(let code): return services.redirect(to: Paths.classDesk(code), notice: .cohortOpened)
        }
    }

    /// What is wrong with a form, in words.
    private struct Refusal: Error {
        let words: Phrase
    }

    private func open(
        _ fields: FormFields, _ programme: Programme, _ viewer: Viewer, _ connection: any SQLConnection, now: Timestamp
    ) throws -> Result<String, Refusal> {
        func refuse(_ indonesian: String, _ english: String) -> Result<String, Refusal> {
            .failure(Refusal(words: Phrase(indonesian, english)))
        }
        let code = fields["code"] ?? ""
        guard let name = fields["name"], code.wholeMatch(of: /[a-z0-9-]{1,60}/) != nil else {
            return refuse(
                "Isi nama, dan kata pendek dari huruf kecil, angka, tanda hubung.",
                "Fill in a name, and a short word of small letters, digits and hyphens.")
        }
        guard let seats = fields["seats"].flatMap({ Int($0) }), (1...1_000_000).contains(seats) else {
            return refuse("Jumlah kursi paling sedikit satu.", "There has to be at least one seat.")
        }
        guard let opens = fields["opens"].flatMap(ClockText.instant), let closes = fields["closes"].flatMap(ClockText.instant),
            opens < closes
        else { return refuse("Pendaftaran harus ditutup sesudah dibuka.", "Applications have to close after they open.") }
        var region = RegionCode.nation
        if let text = fields["region"] {
            guard let found = Regions.resolve(code: text).region ?? Regions.find(text).region else {
                return refuse(
                    "Wilayah itu tidak dikenal atau ada lebih dari satu. Pakai kodenya.",
                    "That region is unknown or there are several. Use its code.")
            }
            region = found.code
        }
        guard viewer.may(.manageProgrammes, region: region, programme: programme.id) else {
            return refuse("Wilayah itu di luar tugasmu.", "That region is outside your area.")
        }
        var quotas: [RegionCode: Int] = [:]
        for part in (fields["quotas"] ?? "").split(separator: ",") {
            let pair = part.split(separator: "=").map { String($0).trimmingWhitespace() }
            guard pair.count == 2, let seats = Int(pair[1]), seats > 0, let found = Regions.resolve(code: pair[0]).region else {
                return refuse("Tulis kursi menurut wilayah seperti ini: 91=20, 81=20", "Write seats by region like this: 91=20, 81=20")
            }
            quotas[found.code] = seats
        }
        do {
            try connection.openCohort(
                Cohort(
                    programme: programme.id, code: code, name: name, region: region,
                    pillar: fields["pillar"].flatMap(Pillar.init(rawValue:)),
                    seats: seats, opensAt: opens, closesAt: closes), quotas: quotas, at: now)
            return .success(code)
        } catch LearningError.cohortCodeTaken {
            return refuse("Kata pendek itu sudah dipakai kelas lain.", "Another class has that short word.")
        } catch LearningError.quotasExceedSeats {
            return refuse("Kursi menurut wilayah lebih banyak daripada semua kursi.", "The seats by region are more than there are.")
        }
    }
}

extension Pillar {
    var phrase: Phrase {
        switch self {
        case .skills: Phrase("Kecakapan digital", "Digital skills")
        case .culture: Phrase("Budaya digital", "Digital culture")
        case .ethics: Phrase("Etika digital", "Digital ethics")
        case .safety: Phrase("Keamanan digital", "Digital safety")
        }
    }
}

extension Viewer {
    /// Whether the person may mark who was at the sessions of a class, and so may open it.
    func mayTakeAttendance(in cohort: Cohort) -> Bool { may(.takeAttendance, region: cohort.region, programme: cohort.programme) }

    /// Whether the person runs the class.
    func mayManage(_ cohort: Cohort) -> Bool { may(.manageProgrammes, region: cohort.region, programme: cohort.programme) }
}
