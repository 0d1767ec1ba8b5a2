import Accounts
import Catalogue
import Credentials
import Foundation
import Hummingbird
import Journey
import Learning
import Lessons
import Logging
import MarketplaceSimulator
import Marketplaces
import Nusantara
import Registry
import Sales
import Storage
import StorageTesting
import Testing

@testable import Web

/// The pages on a port of this machine, over a database of their own.
struct LiveServer: Sendable {
    static let migrations =
        StorageSchema.migrations + AccountsSchema.migrations + JourneySchema.migrations + RegistrySchema.migrations
        + LearningSchema.migrations + CatalogueSchema.migrations + SalesSchema.migrations
    private static let renderer = Result { try PageRenderer() }

    let services: WebServices
    let clock: TestClock
    let port: Int

    var database: any SQLDatabase { services.database }
    var listFolder: String { services.settings.listFolder }

    /// Runs `body` against a server with two partners and a programme, then stops it.
    static func with(
        _ engine: TestEngine = .sqlite, secureCookies: Bool = true, maximumListBytes: Int = 1 << 20, shopee: SimulatedShopee? = nil,
        _ body: @escaping @Sendable (LiveServer) async throws -> Void
    ) async throws {
        let renderer = try renderer.get()
        try await withTemporaryFolder { folder in
            try await withTestDatabase(engine, migrations: migrations) { database in
                let clock = TestClock(.now)
                let vault = Vault.ephemeral()
                let services = WebServices(
                    database: database, vault: vault, gate: Gate(vault: vault, cost: .tiny), renderer: renderer,
                    settings: WebSettings(
                        listFolder: folder + "/lists", secureCookies: secureCookies, maximumListBytes: maximumListBytes),
                    certificates: try Self.issuer(until: clock.now), courses: try Course.shipped(),
                    shops: shopee.map { SimulatedConnections.shops(on: $0, database, vault) { clock.now } }, now: { clock.now })
                try await database.write { connection in
                    try connection.upsertPartner(Partner(code: "shopee", name: "Shopee", kind: .marketplace))
                    try connection.upsertPartner(Partner(code: "dinas", name: "Dinas Koperasi", kind: .districtOffice))
                    try connection.upsertProgramme(Programme(code: "bbi", name: "Bangga Buatan Indonesia"))
                }
                try await run(services, clock, body)
            }
        }
    }

    private static func issuer(until now: Timestamp) throws -> CertificateIssuer {
        let keys = try IssuerKeys(new: IssuerProfile(id: "https://naikkelas.example/issuer", name: "Naik Kelas"), rsa: false)
        return CertificateIssuer(keys: keys, history: try KeyHistory(startingWith: keys, on: CalendarDate(now).adding(days: -365)))
    }

    private static func run(
        _ services: WebServices, _ clock: TestClock, _ body: @escaping @Sendable (LiveServer) async throws -> Void
    ) async throws {
        let (ports, port) = AsyncStream<Int>.makeStream()
        let silent = Logger(label: "web-tests") { _ in SwiftLogNoOpLogHandler() }
        let application = makeApplication(services, host: "127.0.0.1", port: 0, logger: silent) { port.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { port.finish() }
                try await application.runService(gracefulShutdownSignals: [])
            }
            guard let number = await ports.first(where: { _ in true }) else {
                try await group.next()
                return
            }
            let server = LiveServer(services: services, clock: clock, port: number)
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(server))
            } catch {
                result = .failure(error)
            }
            group.cancelAll()
            // The server ends by being cancelled, which it reports as an error.
            _ = await group.nextResult()
            try result.get()
        }
    }

    /// A browser that nobody has used yet.
    func browser() -> Browser { Browser(port: port) }

    /// Does all the work that the pages have asked for.
    @discardableResult
    func work() async throws -> Int {
        var handlers = ImportJob.handlers(services)
        if let shops = services.shops { handlers.merge(SalesJob.handlers(database, shops: shops, now: services.now)) { first, _ in first } }
        // Some jobs are asked for by the real clock, and some by that of the test, which signing in moves on.
        let jobs = JobClock(now: { [clock] in max(.now, clock.now) }, sleep: { try await Task.sleep(for: $0) })
        return try await JobRunner(database, handlers: handlers, clock: jobs).runDueJobs()
    }

    func partner(_ code: String) async throws -> PartnerID {
        try #require(try await database.read { try $0.partner(code: code) }).id
    }

    /// Imports a list without the pages.
    @discardableResult
    func bring(_ list: PartnerList, of code: String = "shopee") async throws -> ListImport {
        let partner = try await partner(code)
        try FileManager.default.createDirectory(atPath: listFolder, withIntermediateDirectories: true)
        let path = "\(listFolder)/\(UUID().uuidString).csv"
        try list.csv.write(toFile: path, atomically: true, encoding: .utf8)
        let mapping = try await services.importer.recognise(path, of: partner).mapping
        let received = try await database.write { connection in
            var received = try connection.receiveList(
                partner: partner, programme: nil, fileName: "\(code).csv", digest: [], fileBytes: 0, day: services.today, by: nil)
            received.mapping = mapping
            try connection.update(received)
            return received
        }
        let done = try await services.importer.run(received.id, file: path)
        try FileManager.default.removeItem(atPath: path)
        return done
    }

    /// The files that lie in the folder of lists.
    func files() throws -> [String] {
        guard FileManager.default.fileExists(atPath: listFolder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: listFolder)
    }
}
