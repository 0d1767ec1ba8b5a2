public import Hummingbird
public import Logging

/// Puts the pages together into an application, for the program and for every test alike.
///
/// - Parameters:
///   - host: the address on which to listen: `127.0.0.1` for this machine alone.
///   - port: 0 for any that is free.
///   - onServerRunning: is told the port on which the server listens.
public func makeApplication(
    _ services: WebServices, host: String, port: Int, logger: Logger, onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some ApplicationProtocol {
    let router = Router(context: AppRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
        RequestRecorder(metrics: services.metrics)
        SecurityHeaders()
        ErrorPages(services: services)
        Visitors(services: services)
    }
    let files = StaticFiles(assets: services.renderer.assets)
    router.get("/static/:file") { request, _ in try files.response(to: request) }
    DashboardController(services: services).addRoutes(to: router)
    SignInController(services: services).addRoutes(to: router)
    OfficeController(services: services).addRoutes(to: router)
    ComparisonController(services: services).addRoutes(to: router)
    ReviewController(services: services).addRoutes(to: router)
    MergeController(services: services).addRoutes(to: router)
    ProgrammesController(services: services).addRoutes(to: router)
    ParticipantController(services: services).addRoutes(to: router)
    ProgrammeDeskController(services: services).addRoutes(to: router)
    ClassDeskController(services: services).addRoutes(to: router)
    SessionController(services: services).addRoutes(to: router)
    LessonController(services: services).addRoutes(to: router)
    CertificateController(services: services).addRoutes(to: router)
    PeopleController(services: services).addRoutes(to: router)
    TrainingEffectController(services: services).addRoutes(to: router)
    RegistrationController(services: services).addRoutes(to: router)
    ImportController(services: services).addRoutes(to: router)
    UsersController(services: services).addRoutes(to: router)
    LiveController(services: services).addRoutes(to: router)
    LiveGuideController(services: services).addRoutes(to: router)
    ProductController(services: services).addRoutes(to: router)
    ProductPhotoController(services: services).addRoutes(to: router)
    ProductSheetController(services: services).addRoutes(to: router)
    ShopController(services: services).addRoutes(to: router)
    ChannelController(services: services).addRoutes(to: router)
    OrderController(services: services).addRoutes(to: router)
    HistoryController(services: services).addRoutes(to: router)
    ChannelDeskController(services: services).addRoutes(to: router)
    OperationsController(services: services).addRoutes(to: router)
    return Application(
        router: router,
        configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
        services: [LiveRounds(hub: services.live)],
        onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? port) }, logger: logger)
}
