import Accounts
import AsyncHTTPClient
import Catalogue
import Foundation
import Hummingbird
import Learning
import Lessons
import Logging
import Marketplaces
import NIOCore
import Sales
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// Runs the pages and the workers on an open database until the program is asked to stop.
///
/// On SIGTERM or SIGINT the requests under way are answered, then jobs that are not done are put back, so that another process takes them at
/// once.
///
/// - Parameter listening: receives the port once requests are answered.
/// - Throws: ``CommandFailure`` if the address cannot be listened on.
func runServer(
    _ workspace: Workspace, settings: Settings, logger: Logger, listening: @escaping @Sendable (Int) async -> Void
) async throws {
    logger.info("connections", metadata: ["limit": "\(OpenFiles.raiseLimit())"])
    let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: HTTPClient.channelConfiguration)
    let result: Result<Void, any Error>
    do {
        try await runServer(workspace, settings: settings, http: http, logger: logger, listening: listening)
        result = .success(())
    } catch {
        result = .failure(error)
    }
    try await http.shutdown()
    try result.get()
}

private func runServer(
    _ workspace: Workspace, settings: Settings, http: HTTPClient, logger: Logger, listening: @escaping @Sendable (Int) async -> Void
) async throws {
    let calls = CallLog(workspace.database)
    let shops = workspace.shops(settings.channels, over: http, calls: calls)
    let webSettings = WebSettings(
        listFolder: settings.dataFolder, secureCookies: settings.secureCookies, trustsProxy: settings.trustsProxy,
        maximumListBytes: settings.maximumListBytes, address: settings.channels.address)
    let services = WebServices(
        database: workspace.database, vault: workspace.vault, gate: Gate(vault: workspace.vault), renderer: try PageRenderer(),
        settings: webSettings, certificates: try CertificateKeyFolder(path: settings.certificateKeys).issuer(),
        courses: try courses(settings), shops: shops)
    let handlers = [
        ImportJob.handlers(services), LearningJob.handlers(workspace.database, now: { .now }),
        SalesJob.handlers(workspace.database, shops: shops),
    ]
    let worker = JobWorker(
        JobRunner(
            workspace.database, handlers: handlers.reduce(into: [:]) { $0.merge($1) { first, _ in first } }, logger: Logger(label: "jobs")))
    let channels = ChannelRound(database: workspace.database, calls: calls, logger: Logger(label: "channels"))
    let round = DailyRound(database: workspace.database, logger: Logger(label: "daily"))
    let application = makeApplication(
        services, host: settings.host, port: settings.port, logger: logger, onServerRunning: listening)

    // They stop in the opposite order: first the pages, last the workers.
    let group = ServiceGroup(
        configuration: ServiceGroupConfiguration(
            services: [worker, round, channels, application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    do {
        try await group.run()
    } catch let error as IOError {
        let reason = String(cString: strerror(error.errnoCode))
        throw CommandFailure("cannot listen on \(settings.host):\(settings.port): \(reason); say another one with --host or --port")
    }
}

/// The courses that come with the program and those of the folder that the operator names; one of the same code takes the place of ours.
///
/// - Throws: ``CommandFailure`` that says what is wrong with a course.
private func courses(_ settings: Settings) throws -> [Course] {
    var courses = try Course.shipped()
    guard let folder = settings.courses else { return courses }
    let own: [Course]
    do {
        own = try Course.all(in: URL(filePath: folder, directoryHint: .isDirectory))
    } catch let fault as LessonFault {
        throw CommandFailure("a course in \(folder) cannot be used: \(fault)")
    } catch {
        throw CommandFailure("the courses in \(folder) cannot be read: \(error.localizedDescription)")
    }
    courses.removeAll { course in own.contains { $0.code == course.code } }
    return courses + own
}
