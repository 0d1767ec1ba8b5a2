import Accounts
import HTTPTypes
import Hummingbird
import Journey
import Nusantara
import Registry
import Storage
import Tabular

/// Bringing in a partner's list: file, columns, dry run, import.
struct ImportController: Sendable {
    let services: WebServices
    private static let pageSize = 50

    init(services: WebServices) {
        self.services = services
    }

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office/imports") { request, context in try await list(request, context) }
        router.get("/office/imports/new") { request, context in try await start(request, context) }
        router.post("/office/imports") { request, context in try await receive(request, context) }
        router.get("/office/imports/:id") { request, context in try await show(request, context) }
        router.get("/office/imports/:id/mapping") { request, context in try await mapping(request, context) }
        router.post("/office/imports/:id/mapping") { request, context in try await confirm(request, context) }
        router.get("/office/imports/:id/dry-run") { request, context in try await dryRun(request, context) }
        router.post("/office/imports/:id/dry-run") { request, context in try await store(request, context) }
        router.get("/office/imports/:id/findings.csv") { request, context in try await findings(request, context) }
        router.get("/office/imports/:id/progress.json") { request, context in try await progress(request, context) }
    }

    // MARK: - Lists

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireImporter()
        let page = try await services.database.read { connection in
            let partners = try connection.partners()
            let lines = try connection.listImports(limit: 200)
                .filter { viewer.may(.importLists, partner: $0.partner) }
                .map { ImportLine($0, partners: partners) }
            return ImportListPage(lines: lines, pagination: Pagination(start: nil, next: nil), canImport: true)
        }
        return services.reply(with: page, to: request, context)
    }

    private func start(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        services.reply(with: try await startPage(context), to: request, context)
    }

    private func startPage(_ context: AppRequestContext, problem: Phrase? = nil) async throws -> ImportStartPage {
        let viewer = try context.requireImporter()
        let (partners, programmes) = try await services.database.read { (try $0.partners(), try $0.programmes()) }
        return ImportStartPage(
            partners: partners.filter { viewer.may(.importLists, partner: $0.id) }.map { .init($0.code, Phrase(verbatim: $0.name)) },
            programmes: programmes.map { .init($0.code, Phrase(verbatim: $0.name)) }, day: services.today.iso, problem: problem,
            limit: "\(services.settings.maximumListBytes >> 20) MB")
    }

    private func receive(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireImporter()
        let arrival = try await services.lists.receive(request) { try context.check(formToken: $0["token"]) }
        do {
            let (partner, programme) = try await services.database.read { connection in
                (
                    try connection.partner(code: arrival.fields["partner"] ?? ""),
                    try connection.programme(code: arrival.fields["programme"] ?? "")
                )
            }
            guard let partner else {
                services.lists.discard(arrival)
                return try await refuse(
                    Phrase("Pilih mitra yang mengirim daftar ini.", "Choose the partner who sent this list."), request, context)
            }
            guard viewer.may(.importLists, programme: programme?.id, partner: partner.id) else { throw WebError.forbidden }
            _ = try await services.importer.recognise(arrival.path, of: partner.id)
            let day = arrival.fields["day"].flatMap { CalendarDate(iso: $0) }.map { min($0, services.today) } ?? services.today
            let listImport = try await services.database.write(holding: .auditTrail) { connection in
                try connection.receiveList(
                    partner: partner.id, programme: programme?.id, fileName: arrival.fileName, digest: arrival.digest,
                    fileBytes: arrival.bytes, day: day, by: viewer.person.id)
            }
            try services.lists.keep(arrival, as: listImport.id.description)
            return services.redirect(to: Paths.mapping(ofImport: listImport.id.description))
        } catch ImportError.notAList(let indonesian, let english) {
            services.lists.discard(arrival)
            return try await refuse(Phrase(indonesian, english), request, context)
        } catch {
            services.lists.discard(arrival)
            throw error
        }
    }

    private func refuse(_ problem: Phrase, _ request: Request, _ context: AppRequestContext) async throws -> Response {
        services.reply(with: try await startPage(context, problem: problem), status: .unprocessableContent, to: request, context)
    }

    /// The page on which an import stands.
    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (listImport, partner) = try await find(context)
        switch listImport.state {
        case .received: return services.redirect(to: Paths.mapping(ofImport: listImport.id.description))
        case .checked: return services.redirect(to: Paths.dryRun(ofImport: listImport.id.description))
        case .checking, .queued, .running:
            return services.reply(with: progressPage(listImport, partner), to: request, context)
        case .done, .failed:
            let (kinds, findings, pagination) = try await report(listImport, request, Paths.dataImport(listImport.id.description))
            let page = ImportSummaryPage(
                importID: listImport.id.description, partner: partner.name, fileName: listImport.fileName,
                figures: ImportFigures(listImport.tally, isStored: true), kinds: kinds, findings: findings, pagination: pagination,
                failure: listImport.failure.map { Phrase($0, listImport.failureEnglish ?? $0) })
            return services.reply(with: page, to: request, context)
        }
    }

    // MARK: - Columns

    private func mapping(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (listImport, partner) = try await find(context)
        guard [.received, .checked].contains(listImport.state) else {
            return services.redirect(to: Paths.dataImport(listImport.id.description))
        }
        return services.reply(with: try await mappingPage(listImport, partner), to: request, context)
    }

    private func mappingPage(_ listImport: ListImport, _ partner: Partner, problems: [Notice] = []) async throws -> ImportMappingPage {
        let recognised = try await services.importer.recognise(services.lists.path(of: listImport.id.description), of: partner.id)
        let remembered = try await services.database.read {
            try $0.rememberedMapping(of: partner.id, signature: recognised.mapping.signature)
        }
        let mapping = listImport.mapping ?? recognised.mapping
        let columns = mapping.headers.indices.map { index in
            ImportMappingPage.Column(
                header: mapping.headers[index],
                samples: recognised.sample.compactMap { $0.cells.indices.contains(index) ? $0.cells[index] : nil }
                    .filter { !$0.isEmpty }.prefix(3).map { String($0.prefix(40)) },
                field: mapping.fields[index].flatMap { $0 == .ignored ? nil : $0.rawValue },
                certainty: recognised.certainty.indices.contains(index) ? recognised.certainty[index] : 0)
        }
        return ImportMappingPage(
            importID: listImport.id.description, partner: partner.name, fileName: listImport.fileName, columns: columns,
            meanings: ListField.allCases.filter { $0 != .ignored }.map {
                .init(code: $0.rawValue, name: Phrase($0.indonesianTitle, $0.englishTitle))
            },
            problems: problems.isEmpty
                ? recognised.problems.map {
                    Notice($0.preventsImport ? .failure : .warning, Phrase($0.indonesianMessage, $0.englishMessage))
                }
                : problems,
            isRemembered: remembered != nil)
    }

    private func confirm(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (found, partner) = try await find(context)
        let viewer = try context.requireViewer()
        let form = try await FormFields(body: request.body)
        try context.check(formToken: form["token"])
        var listImport = found
        guard [.received, .checked].contains(listImport.state) else {
            return services.redirect(to: Paths.dataImport(listImport.id.description))
        }
        let recognised = try await services.importer.recognise(services.lists.path(of: listImport.id.description), of: partner.id)
        var mapping = recognised.mapping
        mapping.fields = mapping.headers.indices.map { index in form["column-\(index)"].flatMap(ListField.init(rawValue:)) }
        let problems = Self.problems(in: mapping)
        guard problems.isEmpty else {
            listImport.mapping = mapping
            return services.reply(
                with: try await mappingPage(listImport, partner, problems: problems), status: .unprocessableContent, to: request, context)
        }
        listImport.mapping = mapping
        listImport.state = .checking
        listImport.tally = ImportTally()
        let (confirmed, chosen) = (listImport, mapping)
        try await services.database.write { connection in
            try connection.remember(chosen, of: partner.id, by: viewer.person.id)
            try connection.update(confirmed)
            try connection.enqueue(
                ImportJob.check, payload: ImportJob.Payload(listImport: confirmed.id), uniqueKey: confirmed.id.description)
        }
        return services.redirect(to: Paths.dataImport(listImport.id.description))
    }

    /// What a person chose that cannot be.
    private static func problems(in mapping: ListMapping) -> [Notice] {
        var problems: [Notice] = []
        if mapping.columns(of: .businessName).isEmpty, mapping.columns(of: .ownerName).isEmpty {
            problems.append(
                Notice(
                    .failure,
                    Phrase(
                        "Pilih kolom untuk nama usaha atau nama pemilik. Tanpa nama, barisnya tidak bisa dipakai.",
                        "Choose a column for the business name or the owner’s name. Rows without a name cannot be used.")))
        }
        for field in ListField.allCases where !field.allowsSeveralColumns && mapping.columns(of: field).count > 1 {
            let headers = mapping.columns(of: field).map { "“\(mapping.headers[$0])”" }.joined(separator: ", ")
            problems.append(
                Notice(
                    .failure,
                    Phrase(
                        "\(field.indonesianTitle) hanya boleh satu kolom, tetapi dipilih untuk \(headers).",
                        "\(field.englishTitle) can be one column only, but was chosen for \(headers).")))
        }
        return problems
    }

    // MARK: - Dry run and import

    private func dryRun(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (listImport, partner) = try await find(context)
        let id = listImport.id.description
        guard listImport.state == .checked else { return services.redirect(to: Paths.dataImport(id)) }
        let (kinds, findings, pagination) = try await report(listImport, request, Paths.dryRun(ofImport: id))
        let page = DryRunPage(
            importID: id, partner: partner.name, fileName: listImport.fileName, figures: ImportFigures(listImport.tally, isStored: false),
            kinds: kinds, findings: findings, pagination: pagination)
        return services.reply(with: page, to: request, context)
    }

    private func store(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (found, _) = try await find(context)
        let form = try await FormFields(body: request.body)
        try context.check(formToken: form["token"])
        // Pressing the button twice starts one import.
        try await services.database.write { connection in
            guard var listImport = try connection.listImport(found.id), listImport.state == .checked else { return }
            listImport.state = .queued
            listImport.tally = ImportTally()
            try connection.update(listImport)
            try connection.forgetFindings(of: listImport.id)
            try connection.enqueue(
                ImportJob.store, payload: ImportJob.Payload(listImport: listImport.id), uniqueKey: listImport.id.description)
        }
        return services.redirect(to: Paths.dataImport(found.id.description), notice: .importStarted)
    }

    private func report(
        _ listImport: ListImport, _ request: Request, _ path: String
    ) async throws -> ([ImportFinding.Kind], [ImportFinding], Pagination) {
        let behind = request.query["line"].flatMap(Int.init) ?? 0
        let (kinds, findings) = try await services.database.read { connection in
            (
                try connection.findingCounts(of: listImport.id),
                try connection.findings(of: listImport.id, behind: behind, limit: Self.pageSize + 1)
            )
        }
        // A page ends with the last finding of a line, because the next one begins behind that line.
        var shown = findings
        if findings.count > Self.pageSize, let last = findings.last?.line {
            let whole = findings.filter { $0.line < last }
            shown = whole.isEmpty ? findings : whole
        }
        let next = findings.count > Self.pageSize ? shown.last.map { "\(path)?line=\($0.line)" } : nil
        return (
            kinds.map { .init(text: Phrase($0.indonesian, $0.english), rows: Int64($0.rows)) },
            shown.map {
                .init(line: $0.line, column: $0.column, text: Phrase($0.notice.indonesian, $0.notice.english), refusesRow: $0.refusesRow)
            },
            Pagination(start: behind > 0 ? path : nil, next: next)
        )
    }

    private func findings(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (listImport, _) = try await find(context)
        let language = context.language
        let database = services.database
        let body = ResponseBody { writer in
            try await writer.write(
                ByteBuffer(string: language == .indonesian ? "baris,kolom,temuan,akibat\r\n" : "line,column,finding,effect\r\n"))
            try await database.forEachFindings(of: listImport.id) { findings in
                var text = ""
                for finding in findings {
                    let words = language == .indonesian ? finding.notice.indonesian : finding.notice.english
                    let effect =
                        finding.refusesRow
                        ? Phrase("baris ditolak", "row refused")[language] : Phrase("baris tetap masuk", "row goes in")[language]
                    text += [String(finding.line), finding.column, words, effect].map(CSVCell.escaped).joined(separator: ",") + "\r\n"
                }
                try await writer.write(ByteBuffer(string: text))
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"temuan.csv\"",
                .cacheControl: "no-store",
            ], body: body)
    }

    // MARK: - Progress

    private func progress(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (listImport, partner) = try await find(context)
        let isUnderWay = [.checking, .queued, .running].contains(listImport.state)
        let text = isUnderWay ? progressPage(listImport, partner).status(in: context.language) : ""
        let json =
            "{\"done\":\(listImport.tally.fraction),\"text\":\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\",\"finished\":\(!isUnderWay)}"
        return WebServices.text(json, contentType: "application/json", to: request)
    }

    private func progressPage(_ listImport: ListImport, _ partner: Partner) -> ImportProgressPage {
        let phase: ImportProgressPage.Phase =
            switch listImport.state {
            case .checking: .checking
            case .queued: .queued
            default: .running
            }
        return ImportProgressPage(
            importID: listImport.id.description, partner: partner.name, fileName: listImport.fileName, phase: phase,
            share: listImport.state == .queued ? nil : listImport.tally.fraction, rowsDone: Int64(listImport.tally.rowsRead))
    }

    /// The import that the address names, if the viewer may see it.
    private func find(_ context: AppRequestContext) async throws -> (ListImport, Partner) {
        let viewer = try context.requireImporter()
        guard let id = ListImportID(try context.parameters.require("id")) else { throw WebError.notFound }
        let found = try await services.database.read { connection in
            try connection.listImport(id).map { ($0, try connection.partner($0.partner)) }
        }
        guard case (let listImport, let partner?)? = found, viewer.may(.importLists, partner: partner.id) else { throw WebError.notFound }
        return (listImport, partner)
    }
}

extension AppRequestContext {
    /// Who is signed in, if they may import the lists of some partner.
    ///
    /// - Throws: ``WebError/signInNeeded``, ``WebError/forbidden``.
    fileprivate func requireImporter() throws -> Viewer {
        let viewer = try requireViewer()
        guard viewer.mayImportLists else { throw WebError.forbidden }
        return viewer
    }
}

extension ImportLine {
    init(_ listImport: ListImport, partners: [Partner]) {
        let state: State =
            switch listImport.state {
            case .received: .received
            case .checking: .checking
            case .checked: .checked
            case .queued: .queued
            case .running: .running
            case .done: .done
            case .failed: .failed
            }
        self.init(
            id: listImport.id.description, partner: partners.first { $0.id == listImport.partner }?.name ?? "–",
            fileName: listImport.fileName, received: listImport.receivedAt, state: state, rows: Int64(listImport.tally.rowsRead),
            refused: Int64(listImport.tally.refused))
    }
}

extension ImportFigures {
    init(_ tally: ImportTally, isStored: Bool) {
        self.init(
            rows: Int64(tally.rowsRead), created: Int64(tally.created), changed: Int64(tally.changed), unchanged: Int64(tally.unchanged),
            refused: Int64(tally.refused), linked: isStored ? Int64(tally.linked) : nil,
            newBusinesses: isStored ? Int64(tally.newBusinesses) : nil)
    }
}
