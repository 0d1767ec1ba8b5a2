import Accounts
import HTTPTypes
import Hummingbird
import Journey
import Linkage
import NIOCore
import Nusantara
import Registry
import Storage

/// The public count, its definitions and its bulletins.
struct DashboardController: Sendable {
    let services: WebServices

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/") { request, context in
            try await dashboard(DashboardQuery(region: .nation, request.query), request, context)
        }
        router.get("/regions/:code") { request, context in
            try await dashboard(DashboardQuery(region: context.parameters.require("code"), request.query), request, context)
        }
        router.get("/regions/:code/counts.csv") { request, context in
            try await csv(DashboardQuery(region: context.parameters.require("code"), request.query), request, context)
        }
        router.get("/definitions") { request, context in try await definitions(request, context) }
        router.get("/bulletins") { request, context in try await bulletins(request, context) }
        router.get("/bulletins/:id") { request, context in try await bulletin(request, context) }
        router.get("/design") { request, context in services.reply(with: DesignPage(), to: request, context) }
    }

    // MARK: - The count

    private func dashboard(_ query: DashboardQuery, _ request: Request, _ context: AppRequestContext) async throws -> Response {
        if let viewer = context.viewer {
            let page = try await services.database.read { connection in
                let partner = try query.partner.flatMap { try connection.partner(code: $0)?.id }
                return try DashboardReading(
                    connection: connection, source: .live, isTrusted: viewer.may(.seeFigures, region: query.region, partner: partner),
                    canOpenNames: viewer.holds(.readNames)
                ).page(query)
            }
            return services.reply(with: page, to: request, context)
        }
        return try await kept(under: query.path, request, context) { connection in
            try DashboardReading(connection: connection, source: .live, isTrusted: false, canOpenNames: false).page(query)
        }
    }

    private func definitions(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let read: @Sendable (any SQLConnection) throws -> DefinitionsPage = { connection in
            let labelled = try connection.labelledProbabilities()
            return DefinitionsPage(
                quality: try connection.linkageStanding(),
                reliability: labelled.isEmpty ? nil : ReliabilityChart(ReliabilityCurve(labelled)))
        }
        guard context.viewer == nil else {
            return services.reply(with: try await services.database.read(read), to: request, context)
        }
        return try await kept(under: Paths.definitions, request, context, read)
    }

    /// A page that is the same for everybody who is not signed in, kept as long as nothing that it shows has changed.
    private func kept(
        under path: String, _ request: Request, _ context: AppRequestContext,
        _ read: @escaping @Sendable (any SQLConnection) throws -> some Page
    ) async throws -> Response {
        let version = try await version()
        let key = PageCache.Key(path: path, language: context.language, theme: context.theme)
        if context.notice == nil, let kept = services.cache[key, version] { return reply(with: kept, to: request) }
        let page = try await services.database.read(read)
        guard context.notice == nil else { return services.reply(with: page, to: request, context) }
        var frame = services.frame(for: request, context)
        frame.path = path
        let bytes = services.renderer.render(page, in: frame)
        let entry = PageCache.Entry(
            plain: bytes, compressed: Gzip.compressed(bytes, level: 9), tag: "\"\(StaticAssets.fingerprint(bytes))\"")
        services.cache.keep(entry, for: key, version: version)
        return reply(with: entry, to: request)
    }

    private func version() async throws -> Int64 {
        if let known = services.cache.knownVersion() { return known }
        // Both only grow, so their sum tells of a change in either.
        let version = try await services.database.read { try $0.journeyState().version }
        services.cache.note(version: version)
        return version
    }

    private func reply(with entry: PageCache.Entry, to request: Request) -> Response {
        let caching: HTTPFields = [.eTag: entry.tag, .cacheControl: "public, no-cache", .vary: "Accept-Encoding, Cookie"]
        if let known = request.headers[.ifNoneMatch], known.split(separator: ",").contains(where: { $0.contains(entry.tag) }) {
            return Response(status: .notModified, headers: caching)
        }
        var response = WebServices.response(
            .ok, contentType: "text/html; charset=utf-8", bytes: entry.plain, compressed: entry.compressed, to: request)
        for field in caching { response.headers[field.name] = field.value }
        return response
    }

    private func csv(_ query: DashboardQuery, _ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = context.viewer
        let text = try await services.database.read { connection in
            let scope = try DashboardScope(query, connection)
            let isTrusted = viewer?.may(.seeFigures, region: query.region, partner: scope.partner?.id) ?? false
            return try CountsCSV(connection: connection, scope: scope, isTrusted: isTrusted).text()
        }
        var response = WebServices.text(text, contentType: "text/csv; charset=utf-8", to: request)
        response.headers[.contentDisposition] = "attachment; filename=\"naik-kelas-\(query.region.rawValue).csv\""
        return response
    }

    // MARK: - Bulletins

    private func bulletins(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let page = try await bulletinList(context)
        return services.reply(with: page, to: request, context)
    }

    /// The page of all bulletins.
    func bulletinList(_ context: AppRequestContext) async throws -> BulletinListPage {
        let canFreeze = context.viewer?.may(.freezeBulletins) ?? false
        return try await services.database.read { connection in
            let bulletins = try connection.bulletins().map { bulletin in
                let counts = try connection.counts(in: Cell(), from: .bulletin(bulletin.id))
                return BulletinListPage.Bulletin(
                    id: bulletin.id.description, title: bulletin.title, frozen: bulletin.frozenAt,
                    distinct: Tally(publicly: counts.distinct))
            }
            return BulletinListPage(bulletins: bulletins, canFreeze: canFreeze)
        }
    }

    private func bulletin(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard let id = BulletinID(try context.parameters.require("id")) else { throw WebError.notFound }
        let page = try await services.database.read { connection -> DashboardPage in
            do {
                let bulletin = try connection.openBulletin(id)
                return try DashboardReading(
                    connection: connection, source: .bulletin(id), isTrusted: false, canOpenNames: false
                ).page(DashboardQuery(region: .nation, FormFields("")), bulletin: bulletin)
            } catch JourneyError.unknownBulletin {
                throw WebError.notFound
            }
        }
        return services.reply(with: page, to: request, context)
    }
}
