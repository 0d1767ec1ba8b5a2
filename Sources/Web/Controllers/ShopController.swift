import Accounts
import Catalogue
import HTTPTypes
import Hummingbird
import Journey
import Marketplaces
import Nusantara
import Registry
import Sales
import Storage

/// Where products are sold: the shops of a business, listings, the public page of a product, and feeds.
struct ShopController: Sendable {
    let services: WebServices

    private var door: ShopDoor { ShopDoor(services: services) }

    func addRoutes(to router: Router<AppRequestContext>) {
        router.get("/usaha/:business/toko") { request, context in try await shops(request, context) }
        router.post("/usaha/:business/toko") { request, context in try await addShop(request, context) }
        router.get("/usaha/:business/toko/:shop") { request, context in try await shop(request, context) }
        router.post("/usaha/:business/toko/:shop") { request, context in try await holdBack(request, context) }
        router.post("/usaha/:business/produk/:product/tayang") { request, context in try await want(request, context) }
        router.get("/usaha/:business/umpan/:file") { request, context in try await feed(request, context) }
        router.get("/produk/:product") { request, context in try await product(request, context) }
    }

    // MARK: - Shops

    private func shops(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let today = services.today
        let (shops, compared) = try await services.database.read { connection in
            let shops = try connection.shops(of: room.business)
            return (shops, try connection.reconciliations(of: shops.map(\.id)))
        }
        let channels = services.shops?.applications.channels ?? []
        return services.reply(with: ShopPages.shops(shops, compared, room, channels: channels, today: today), to: request, context)
    }

    private func shop(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        guard let id = ShopID(try context.parameters.require("shop")) else { throw WebError.notFound }
        let page = try await services.database.read { connection -> SectionPage in
            guard let shop = try connection.shops(of: room.business).first(where: { $0.id == id && $0.channel != .page }) else {
                throw WebError.notFound
            }
            return ShopPages.shop(
                shop, try connection.reconciliations(of: [id])[id],
                failures: shop.state == .byHand
                    ? [] : try connection.failedCalls(on: shop.channel.platform, shop: shop.reference, limit: 20),
                counts: try connection.listingCounts(in: id), room)
        }
        return services.reply(with: page, to: request, context)
    }

    private func addShop(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let channel = fields["channel"].flatMap(Channel.init(rawValue:)), ShopPages.kept.contains(channel),
            let name = fields["name"].map({ String(PlainText.line($0).prefix(120)) }), !name.isEmpty
        else { throw WebError.badRequest }
        let now = services.now()
        _ = try await services.database.write { try $0.addShop(name, on: channel, of: room.business, at: now) }
        return services.redirect(to: Paths.shops(room.business.description), notice: .shopKept)
    }

    private func holdBack(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        guard let id = ShopID(try context.parameters.require("shop")), let count = fields["held"].flatMap({ Int($0) }),
            (0...100_000).contains(count)
        else { throw WebError.badRequest }
        let now = services.now()
        try await services.database.write { connection in
            guard try connection.shops(of: room.business).contains(where: { $0.id == id }) else { throw WebError.notFound }
            try connection.holdBack(count, from: id, at: now)
            try connection.askForRounds(of: room.business, at: now)
        }
        return services.redirect(to: Paths.shop(id.description, of: room.business.description), notice: .shopKept)
    }

    // MARK: - Listings

    private func want(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let room = try await door.open(context)
        let fields = try await FormFields(body: request.body)
        try context.check(formToken: fields["token"])
        let id = try ProductController.productID(context)
        let isWanted = fields["wanted"] != "0"
        let link = fields["link"].flatMap { $0.hasPrefix("https://") && $0.utf8.count <= 2000 ? $0 : nil }
        if fields["link"] != nil, link == nil { throw WebError.badRequest }
        let (now, today) = (services.now(), services.today)
        try await services.database.write(holding: .journey) { connection in
            let product = try connection.known(id, of: room.business)
            let shop: Shop
            if fields["shop"] == "page" {
                shop = try connection.addShop(Channel.page.name, on: .page, of: room.business, at: now)
            } else {
                guard let shopID = fields["shop"].flatMap({ ShopID($0) }),
                    let own = try connection.shops(of: room.business).first(where: { $0.id == shopID })
                else { throw WebError.notFound }
                shop = own
            }
            let listing = try connection.want(isWanted, product.id, in: shop.id, at: now)
            // A connected shop is told by the program; of one kept by hand its keeper knows best.
            guard shop.state == .byHand else { return try connection.askForRounds(of: room.business, at: now) }
            if shop.channel == .page {
                try connection.note(isWanted ? .live : .hidden, of: listing.id, at: now)
            } else if isWanted, link == nil {
                // Nothing says yet that it stands there.
                return
            } else {
                try connection.note(isWanted ? .live : .hidden, link: link, of: listing.id, at: now)
                let region = try connection.region(of: room.business)
                guard isWanted, let region, room.viewer.may(.recordMilestones, region: region) else { return }
                // Somebody of the programme has seen it: that is what makes a channel verified.
                var changes = JourneyChanges()
                changes.add(
                    Milestone(
                        .channelVerified, on: today,
                        evidence: .init(kind: .document, id: Identifier(high: listing.id.high, low: listing.id.low)),
                        detail: shop.channel.rawValue), to: room.business)
                try connection.apply(changes, today: today)
            }
        }
        return services.redirect(
            to: Paths.product(id.description, of: room.business.description) + "#tayang", notice: .listingKept)
    }

    // MARK: - For anybody

    private func product(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let id = try ProductController.productID(context)
        let address = services.publicAddress(for: request)
        let page = try await services.database.read { connection -> SectionPage in
            guard let product = try connection.publicProduct(id) else { throw WebError.notFound }
            let offer = try connection.offers([product]) { address + Paths.photo($0.description) }[0]
            let name = try connection.businessName(product.business) ?? ""
            let region = try connection.region(of: product.business).flatMap(Regions.region)?.everydayName
            let photos = try connection.photos(of: [id])[id] ?? []
            let shops = Dictionary(try connection.shops(of: product.business).map { ($0.id, $0) }) { first, _ in first }
            let elsewhere = (try connection.listings(of: [id])[id] ?? []).compactMap { listing -> SectionPage.Link? in
                guard listing.state == .live, let link = listing.link, let shop = shops[listing.shop] else { return nil }
                return .init(link, Phrase("Beli di \(shop.channel.name)", "Buy on \(shop.channel.name)"))
            }
            let entry = connection.entry(product, offer, seller: name, address: address)
            return ShopPages.product(product, offer, entry, seller: name, place: region, photos: photos, elsewhere: elsewhere)
        }
        return services.reply(with: page, to: request, context)
    }

    private func feed(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard let business = BusinessID(try context.parameters.require("business")) else { throw WebError.notFound }
        let file = try context.parameters.require("file")
        let (address, today) = (services.publicAddress(for: request), services.today)
        let (bytes, type) = try await services.database.read { connection -> ([UInt8], String) in
            guard let name = try connection.businessName(business) else { throw WebError.notFound }
            let channel: Marketplaces.Channel = file == "meta.csv" ? .meta : .google
            let entries = try connection.feedEntries(of: business, for: channel, seller: name, address: address, today: today)
            var bytes: [UInt8]
            switch file {
            case "google.xml", "google.tsv":
                let feed = GoogleFeed(
                    file == "google.xml" ? .rss : .tsv, title: name, link: address, description: "Produk \(name)")
                bytes = feed.opening
                for entry in entries { feed.append(entry, to: &bytes) }
                return (
                    bytes + feed.closing,
                    file == "google.xml" ? "application/rss+xml; charset=utf-8" : "text/tab-separated-values; charset=utf-8"
                )
            case "meta.csv":
                let feed = MetaFeed()
                bytes = feed.opening
                for entry in entries { feed.append(entry, to: &bytes) }
                return (bytes, "text/csv; charset=utf-8")
            default: throw WebError.notFound
            }
        }
        return WebServices.response(.ok, contentType: type, bytes: bytes, to: request)
    }
}

extension SQLConnection {
    /// A product that anybody may see: shown on the public page and not archived.
    func publicProduct(_ id: ProductID) throws -> Product? {
        guard let business = try publicBusiness(of: id) else { return nil }
        return try known(id, of: business)
    }
}
