import Accounts
import Catalogue
import HTTPTypes
import Hummingbird
import Marketplaces
import NIOCore
import Sales
import Storage

/// Where channels and this program meet: an owner goes there to agree and comes back, and channels push what happens.
struct ChannelController: Sendable {
    let services: WebServices

    private var door: ShopDoor { ShopDoor(services: services) }

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/usaha/:business/toko/sambung/:channel") { request, context in
            let room = try await door.open(context)
            let channel = try Self.channel(context)
            guard services.shops?.applications.channels.contains(channel) == true else { throw WebError.notFound }
            return services.reply(with: ShopPages.connect(channel, room), to: request, context)
        }
        router.post("/usaha/:business/toko/sambung/:channel") { request, context in try await setOut(request, context) }
        router.get("/kanal/:channel/sambung") { request, context in try await comeBack(request, context) }
        router.post("/usaha/:business/toko/:shop/putus") { request, context in try await disconnect(request, context) }
        router.post("/usaha/:business/toko/:shop/samakan") { request, context in try await compare(request, context) }
        router.post("/usaha/:business/toko/:shop/tayangkan") { request, context in try await publishAll(request, context) }
        router.post("/kanal/:channel/kabar") { request, context in try await push(request, context) }
    }

    private static func channel(_ context: AppRequestContext) throws -> Marketplaces.Channel {
        guard let channel = Marketplaces.Channel(rawValue: try context.parameters.require("channel")) else { throw WebError.notFound }
        return channel
    }

    // MARK: - Connecting

    private func setOut(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let channel = try Self.channel(context)
        guard let shops = services.shops, shops.applications.channels.contains(channel) else { throw WebError.notFound }
        if channel == .blibli || channel == .goFood {
            // Nobody has to be asked there: the owner brings along what the channel shows to owners alone.
            let answer = Dictionary(
                uniqueKeysWithValues: ["store", "key", "username", "outlet", "name"].compactMap { name in
                    fields[name].map { (name, String(PlainText.line($0).prefix(200))) }
                })
            return try await connect(answer, channel, room.business, shops)
        }
        let seconds = services.now().secondsSince1970
        let ticket = ConsentTicket(business: room.business, person: room.viewer.person.id, until: seconds + ConsentTicket.life)
        let state = try ticket.sealed(services.vault)
        let back = services.publicAddress(for: request) + Paths.consent(channel.rawValue)
        guard let link = shops.applications.consentLink(for: channel, redirect: back, state: state, at: seconds) else {
            throw WebError.notFound
        }
        return services.redirect(to: link)
    }

    private func comeBack(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let viewer = try context.requireViewer()
        let channel = try Self.channel(context)
        guard let shops = services.shops, let ticket = request.query["state"].flatMap({ ConsentTicket($0, services.vault) }),
            ticket.person == viewer.person.id, ticket.until >= services.now().secondsSince1970
        else { throw WebError.badRequest }
        let query = request.query
        let answer = Dictionary(uniqueKeysWithValues: query.names.compactMap { name in query[name].map { (name, $0) } })
        return try await connect(answer, channel, ticket.business, shops)
    }

    private func connect(
        _ answer: ConnectedShops.Answer, _ channel: Marketplaces.Channel, _ business: BusinessID, _ shops: ConnectedShops
    ) async throws -> Response {
        let address = Paths.shops(business.description)
        do {
            let connected = try await shops.connect(answer, on: channel, of: business)
            let now = services.now()
            try await services.database.write { connection in
                for shop in connected { try connection.askForRound(of: shop.id, at: now) }
            }
            return services.redirect(to: address, notice: connected.isEmpty ? .shopNotConnected : .shopConnected)
        } catch is ChannelFailure {
            return services.redirect(to: address, notice: .shopNotConnected)
        } catch CatalogueError.unknownShop {
            return services.redirect(to: address, notice: .shopNotConnected)
        }
    }

    /// A shop of the business that an address names.
    private func shop(_ room: ShopDoor.Room, _ context: AppRequestContext, _ connection: any SQLConnection) throws -> ShopID {
        guard let id = ShopID(try context.parameters.require("shop")),
            try connection.shops(of: room.business).contains(where: { $0.id == id })
        else { throw WebError.notFound }
        return id
    }

    private func disconnect(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let now = services.now()
        try await services.database.write { connection in
            try connection.forgetTokens(of: try shop(room, context, connection), at: now)
        }
        return services.redirect(to: Paths.shops(room.business.description), notice: .shopDisconnected)
    }

    private func compare(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let now = services.now()
        let id = try await services.database.write { connection in
            let id = try shop(room, context, connection)
            try connection.askForReconciliation(of: id, at: now)
            return id
        }
        return services.redirect(to: Paths.shop(id.description, of: room.business.description), notice: .comparisonAsked)
    }

    private func publishAll(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let now = services.now()
        let id = try await services.database.write { connection in
            let id = try shop(room, context, connection)
            guard try connection.shop(id).state == .connected else { throw WebError.badRequest }
            _ = try connection.wantAll(of: room.business, in: id, at: now)
            try connection.askForRound(of: id, at: now)
            return id
        }
        return services.redirect(to: Paths.shop(id.description, of: room.business.description), notice: .allWanted)
    }

    // MARK: - Pushes

    /// A push is checked, stored and then answered; what it hints at is done afterwards. Whoever signs wrongly learns nothing but that.
    private func push(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let channel = try Self.channel(context)
        guard let shops = services.shops else { throw WebError.notFound }
        let body: [UInt8]
        do {
            body = Array(buffer: try await request.body.collect(upTo: PushFailure.maximumBytes))
        } catch {
            return Self.answer(.contentTooLarge)
        }
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        let address = services.publicAddress(for: request) + Paths.pushes(channel.rawValue)
        let now = services.now()
        do {
            guard
                let hint = try shops.applications.hint(
                    from: channel, body: body, headers: headers, address: address, at: now.secondsSince1970)
            else { throw WebError.notFound }
            if hint.kind != .trial {
                try await services.database.write { connection in
                    if try connection.keep(hint, body: body, from: channel, at: now) { try connection.askToFollowPushes(at: now) }
                }
            }
            return Self.answer(.ok)
        } catch let failure as PushFailure {
            switch failure {
            case .tooLarge: return Self.answer(.contentTooLarge)
            case .signatureMissing, .signatureWrong: return Self.answer(.unauthorized)
            // Whoever signed it would only send it again: it is taken, and nothing follows from it.
            case .unreadable, .stale: return Self.answer(.ok)
            }
        }
    }

    /// Channels want an empty body.
    private static func answer(_ status: HTTPResponse.Status) -> Response {
        Response(status: status, headers: [.contentLength: "0"], body: ResponseBody())
    }
}
