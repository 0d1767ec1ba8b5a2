import Accounts
import Catalogue
import HTTPTypes
import Hummingbird
import Journey
import Linkage
import Nusantara
import Registry
import Storage

/// What officers do beside bringing in lists: open names, look businesses up, publish bulletins.
struct OfficeController: Sendable {
    let services: WebServices
    private static let pageSize = 50

    init(services: WebServices) {
        self.services = services
    }

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/office") { request, context in try await office(request, context) }
        router.get("/office/search") { request, context in try await search(request, context) }
        router.get("/office/names/:code/:metric") { request, context in try await names(request, context) }
        router.get("/office/businesses/:id") { request, context in try await business(request, context) }
        router.post("/office/bulletins") { request, context in try await freezeBulletin(request, context) }
    }

    private func office(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer()
        var tasks: [OfficePage.Task] = []
        if viewer.mayImportLists { tasks.append(.importList) }
        if viewer.holds(.registerBusinesses) { tasks.append(.registerBusiness) }
        if viewer.holds(.readNames) { tasks.append(.findBusiness) }
        if viewer.holds(.decideLinks) { tasks.append(.reviewPairs) }
        if viewer.mayOpenLiveRooms { tasks.append(.openLiveRoom) }
        if viewer.holds(.seeFigures) { tasks.append(.channels) }
        tasks.append(.seeCount)
        if viewer.may(.freezeBulletins) { tasks.append(.freezeBulletin) }
        if viewer.holds(.manageUsers) { tasks.append(.manageUsers) }
        let page = try await services.database.read { [tasks] connection in
            // Whoever looks after a business of their own came for that.
            let own = try connection.businesses(keptBy: viewer.person.id).compactMap { business -> OfficePage.Task? in
                guard let name = try connection.businessName(business) else { return nil }
                return .products(of: name, business.description)
            }
            let partners = try connection.partners()
            let programmes = try connection.programmes()
            let imports = try connection.listImports(limit: 200)
                .filter { viewer.may(.importLists, partner: $0.partner) }
                .sorted { ($0.state.isOver ? 1 : 0, $1.receivedAt) < ($1.state.isOver ? 1 : 0, $0.receivedAt) }
            return OfficePage(
                visitorName: viewer.person.name,
                scope: viewer.grants.map { $0.scope.words(partners: partners, programmes: programmes) }.joined(separator: " · "),
                tasks: own + tasks,
                imports: imports.prefix(8).map { ImportLine($0, partners: partners) })
        }
        return services.reply(with: page, to: request, context)
    }

    // MARK: - Names

    private func search(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .readNames)
        guard let text = request.query["q"] else { return services.reply(with: SearchPage(), to: request, context) }
        let scopes = viewer.scopes(for: .readNames)
        let (vault, today, now) = (services.vault, services.today, services.now())
        // Looking somebody up is a reading: what was found is recorded before it is shown.
        let found = try await services.database.write(holding: .auditTrail) { connection in
            let found = try connection.findBusinesses(text, vault: vault, scopes: scopes, today: today, limit: Self.pageSize + 1)
            try connection.recordReading(of: found.prefix(Self.pageSize).map(\.id), by: viewer.person.id, page: .word("search"), at: now)
            return found
        }
        let page = SearchPage(
            query: text, results: found.prefix(Self.pageSize).map(BusinessRow.init), hasMore: found.count > Self.pageSize,
            readAs: Self.reading(of: text, today: today))
        return services.reply(with: page, to: request, context)
    }

    /// Whether the words were read as an identifier.
    private static func reading(of text: String, today: CalendarDate) -> Phrase? {
        guard text.filter(\.isNumber).count >= 9 else { return nil }
        if NIK.parse(text, today: today).value != nil { return Phrase("Dibaca sebagai NIK.", "Read as a NIK.") }
        if NIB.parse(text).value != nil { return Phrase("Dibaca sebagai NIB.", "Read as a NIB.") }
        if PhoneNumber.parseAll(text).value != nil { return Phrase("Dibaca sebagai nomor telepon.", "Read as a phone number.") }
        return nil
    }

    private func names(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .readNames)
        guard let metric = Metric(rawValue: try context.parameters.require("metric")) else { throw WebError.notFound }
        let query = try DashboardQuery(region: context.parameters.require("code"), request.query)
        let cursor = request.query["after"].flatMap(BusinessCursor.init(text:))
        let scopes = viewer.scopes(for: .readNames)
        let now = services.now()
        let page = try await services.database.write(holding: .auditTrail) { connection in
            let scope = try DashboardScope(query, connection)
            let slice = BusinessSlice(
                region: query.region, programme: scope.programme?.id, partner: scope.partner?.id, rung: metric.rung ?? .registered)
            let found = try connection.businesses(in: slice, scopes: scopes, after: cursor, limit: Self.pageSize)
            try connection.recordReading(of: found.businesses.map(\.id), by: viewer.person.id, page: .word("names"), at: now)
            let path = query.path(of: metric)
            return NamesPage(
                figure: Glossary.word(of: metric),
                regionName: query.region == .nation ? "Indonesia" : Regions.region(query.region)?.everydayName ?? "",
                filters: [scope.programme?.name, scope.partner?.name].compactMap { $0.map { Phrase(verbatim: $0) } },
                total: try connection.countBusinesses(in: slice, scopes: scopes), rows: found.businesses.map(BusinessRow.init),
                pagination: Pagination(
                    start: cursor == nil ? nil : path,
                    next: found.next.map { next in path + (path.contains("?") ? "&" : "?") + "after=" + next.text }), back: query.path)
        }
        return services.reply(with: page, to: request, context)
    }

    private func business(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer(holding: .readNames)
        guard let id = BusinessID(try context.parameters.require("id")) else { throw WebError.notFound }
        let scopes = viewer.scopes(for: .readNames)
        let desk = MergeDesk(viewer: viewer, vault: services.vault, today: services.today, now: services.now())
        let sight = try await services.database.write(holding: .auditTrail) { connection -> BusinessSight in
            // Whether it exists elsewhere is nobody's business either.
            let standing = try connection.mergedInto(id)
            guard try connection.mayRead(standing, scopes: scopes) else { throw WebError.notFound }
            guard standing == id else { return .movedTo(standing) }
            guard let record = try connection.businessRecord(id, vault: desk.vault) else { throw WebError.notFound }
            let relatives = try record.relatives.filter { try connection.mayRead($0.id, scopes: scopes) }
            try connection.recordReading(of: [id] + relatives.map(\.id), by: viewer.person.id, page: .word("business"), at: desk.now)
            return .page(
                try BusinessReading(connection: connection, record: record, relatives: relatives, viewer: viewer, desk: desk).page())
        }
        switch sight {
        case .page(let page): return services.reply(with: page, to: request, context)
        case .movedTo(let business): return services.movedPermanently(to: Paths.business(business.description))
        }
    }

    private enum BusinessSight: Sendable {
        case page(BusinessPage)
        /// It was joined to another one.
        case movedTo(BusinessID)
    }

    // MARK: - Bulletins

    private func freezeBulletin(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer()
        guard viewer.may(.freezeBulletins) else { throw WebError.forbidden }
        let form = try await FormFields(body: request.body)
        try context.check(formToken: form["token"])
        guard let title = form["title"].map({ String($0.prefix(120)) }) else {
            var page = try await DashboardController(services: services).bulletinList(context)
            page.titleError = Phrase("Tulis judul buletin.", "Write the title of the bulletin.")
            return services.reply(with: page, status: .unprocessableContent, to: request, context)
        }
        let now = services.now()
        let bulletin = try await services.database.write(holding: .journey) { connection in
            let bulletin = try connection.freezeBulletin(title: title, by: viewer.person.id)
            try connection.recordAudit(
                AuditEvent(.bulletinFrozen, of: AuditSubject(kind: "bulletin", id: bulletin.id), by: viewer.person.id), at: now)
            return bulletin
        }
        return services.redirect(to: Paths.bulletin(bulletin.id.description), notice: .bulletinFrozen)
    }
}

extension AuditAction {
    static let bulletinFrozen = AuditAction("bulletin.frozen")
}

extension DashboardQuery {
    /// The address of the names behind a figure of this dashboard.
    func path(of metric: Metric) -> String {
        Paths.with(Paths.names(region, metric: metric.rawValue), ["programme": programme, "partner": partner])
    }
}

extension SQLConnection {
    /// Writes down that somebody read about these businesses.
    func recordReading(
        of businesses: some Sequence<BusinessID>, by reader: PersonID, page: AuditDetail.Value, at time: Timestamp
    ) throws {
        try recordAudit(businesses.map { AuditEvent(.read, of: .business($0), by: reader, detail: ["page": page]) }, at: time)
    }
}

extension BusinessRow {
    init(_ summary: BusinessSummary) {
        let region = Regions.region(summary.region)?.everydayName ?? ""
        self.init(
            id: summary.id.description, name: summary.name, ownerName: summary.ownerName,
            place: [summary.place, region].filter { !$0.isEmpty }.joined(separator: ", "), rung: summary.rung.rawValue,
            partners: summary.partners.count, claims: summary.claims)
    }
}

extension ListImport.State {
    var isOver: Bool { self == .done || self == .failed }
}
