import Accounts
import Catalogue
import HTTPTypes
import Hummingbird
import Marketplaces
import Sales
import Storage

/// The orders of a business: those that wait for it, one with its lines, and what is done about it.
struct OrderController: Sendable {
    let services: WebServices
    private static let pageSize = 30

    private var door: ShopDoor { ShopDoor(services: services) }

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/usaha/:business/pesanan") { request, context in try await list(request, context) }
        router.get("/usaha/:business/pesanan/:order") { request, context in try await show(request, context) }
        router.post("/usaha/:business/pesanan/:order/kirim") { request, context in
            try await carryOut(request, context, notice: .orderSent) { fields in
                let number = PlainText.line(fields["tracking"] ?? "")
                return .ship(trackingNumber: number.isEmpty ? nil : String(number.prefix(60)))
            }
        }
        router.post("/usaha/:business/pesanan/:order/batal") { request, context in
            try await carryOut(request, context, notice: .orderCancelled) { fields in
                guard let reason = fields["reason"].flatMap(CancelReason.init(rawValue:)) else { throw WebError.badRequest }
                return .cancel(reason)
            }
        }
    }

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let number = max(1, Int(request.query["halaman"] ?? "") ?? 1)
        let now = services.now()
        let page = try await services.database.read { connection in
            let orders = try connection.orders(of: room.business, offset: (number - 1) * Self.pageSize, limit: Self.pageSize)
            let lines = try connection.lines(of: orders.map(\.id))
            let counts = try connection.orderCounts(of: room.business)
            // Ninety days: a season, and short enough that prices still hold.
            let since = Timestamp(secondsSince1970: now.secondsSince1970 - 90 * 86_400)
            let profits = number == 1 ? try connection.profits(of: room.business, since: since) : []
            let names = Dictionary(
                try connection.products(of: room.business, ids: profits.map(\.product)).map { ($0.id, $0.title) }
            ) { first, _ in first }
            return OrderPages.list(
                room, orders, lines, counts: counts, profits: profits.map { (names[$0.product] ?? "–", $0) }, number: number,
                pageSize: Self.pageSize, now: now)
        }
        return services.reply(with: page, to: request, context)
    }

    private func known(_ room: ShopDoor.Room, _ context: AppRequestContext, _ connection: any SQLConnection) throws -> Order {
        guard let id = OrderID(try context.parameters.require("order")), let order = try connection.order(id),
            order.business == room.business
        else { throw WebError.notFound }
        return order
    }

    private func page(
        _ room: ShopDoor.Room, _ context: AppRequestContext, problem: Phrase? = nil
    ) async throws -> SectionPage {
        try await services.database.read { connection in
            let order = try known(room, context, connection)
            let shop = try connection.shop(order.shop)
            return OrderPages.order(
                order, try connection.lines(of: [order.id])[order.id] ?? [], try connection.events(of: order.id), shop, room,
                problem: problem)
        }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        return services.reply(with: try await page(room, context), to: request, context)
    }

    private func carryOut(
        _ request: Request, _ context: AppRequestContext, notice: PassingNotice, _ act: (FormFields) throws -> OrderDesk.Act
    ) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let shops = services.shops else { throw WebError.notFound }
        let order = try await services.database.read { try known(room, context, $0) }
        let problem: Phrase
        do {
            let desk = OrderDesk(services.database, clients: shops.clients, now: services.now)
            if try await desk.carryOut(try act(fields), on: order) != nil {
                let now = services.now()
                try await services.database.write { try $0.askForRounds(of: room.business, at: now) }
                return services.redirect(to: Paths.order(order.id.description, of: room.business.description), notice: notice)
            }
            problem = Phrase(
                "Toko ini tidak tersambung, atau kanal tidak mengenal pesanan ini. Urus langsung di aplikasi kanal.",
                "This shop is not connected, or the channel does not know the order. Handle it in the channel’s own app.")
        } catch ChannelFailure.refused(let code, let reason) {
            problem = Phrase(
                "\(order.channel.name) menolak: \(reason.isEmpty ? code : reason)",
                "\(order.channel.name) refused: \(reason.isEmpty ? code : reason)")
        } catch is ChannelFailure {
            problem = Phrase(
                "\(order.channel.name) sedang tidak bisa dihubungi. Coba lagi sebentar lagi; periksa dulu apakah pesanan sudah berubah.",
                "\(order.channel.name) cannot be reached now. Try again soon; look first whether the order has changed.")
        }
        return services.reply(
            with: try await page(room, context, problem: problem), status: .unprocessableContent, to: request, context)
    }
}
