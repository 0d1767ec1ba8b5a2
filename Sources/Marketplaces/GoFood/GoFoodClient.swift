import Synchronization

/// An outlet on GoFood.
///
/// GoFood takes a whole menu and nothing less, so every change sends everything that should stand there; a client sends it once, however
/// many products have changed. Each variant is a dish of its own. GoFood knows no numbers of pieces, only whether there is any. Orders are
/// pushed and cannot be read.
public final class GoFoodClient: MarketplaceClient {
    private let application: GoFoodApplication
    private let connection: ChannelConnection
    private let tokens: TokenKeeper
    private let menu: @Sendable () async throws -> [Offer]
    private let photoLink: @Sendable (OfferPhoto) -> String?
    private let sent = Mutex<[Offer]?>(nil)

    public var channel: Channel { .goFood }
    public var orderWindow: Int64 { 730 * 86_400 }
    public var canReadOrders: Bool { false }

    /// - Parameters:
    ///   - menu: everything that should stand in the outlet now.
    ///   - photoLink: where GoFood can fetch a photo; nil where it cannot.
    public init(
        _ application: GoFoodApplication, over connection: ChannelConnection, tokens: TokenKeeper,
        menu: @escaping @Sendable () async throws -> [Offer], photoLink: @escaping @Sendable (OfferPhoto) -> String?
    ) {
        self.application = application
        self.connection = connection
        self.tokens = tokens
        self.menu = menu
        self.photoLink = photoLink
    }

    private func call(
        _ method: ChannelRequest.Method, _ path: String, body: OutsideJSON? = nil, isRepeatable: Bool = true
    ) async throws -> OutsideJSON {
        let first = try await tokens.fresh()
        let whole = "/integrations/gofood/outlets/\(first.shop)/\(path)"
        do {
            return try await application.call(method, whole, first, body: body, isRepeatable: isRepeatable, connection)
        } catch ChannelFailure.disconnected {
            return try await application.call(
                method, whole, tokens.renewed(insteadOf: first.access), body: body, isRepeatable: isRepeatable, connection)
        }
    }

    public func limits(ofCategory category: String) async throws -> ChannelLimits? { nil }

    // MARK: - The menu

    /// Sends the whole menu, unless this client has sent just that.
    private func send() async throws {
        let offers = try await menu()
        guard sent.withLock({ $0 != offers }) else { return }
        _ = try await call(.put, "v1/catalog", body: GoFoodMapping.catalogue(offers, id: String(connection.seconds), photoLink: photoLink))
        sent.withLock { $0 = offers }
    }

    /// What stands there, as products: dishes whose codes are those of one product's variants. Dishes that the catalogue does not know stand
    /// alone.
    public func listings(after cursor: String?) async throws -> ChannelPage<ListedProduct> {
        let dishes = try await dishes()
        var products: [ListedProduct] = []
        var known: Set<String> = []
        for offer in try await menu() {
            guard let product = GoFoodMapping.product(offer, dishes) else { continue }
            products.append(product)
            known.formUnion(product.variants.map(\.reference))
        }
        for (code, dish) in dishes.sorted(by: { $0.key < $1.key }) where !known.contains(code) {
            products.append(
                ListedProduct(
                    reference: code, sku: code, title: dish.name, state: .live,
                    variants: [ListedVariant(reference: code, sku: code, price: dish.price, stock: dish.isThere ? 1 : 0)]))
        }
        return ChannelPage(elements: products, next: nil)
    }

    private func dishes() async throws -> [String: GoFoodMapping.Dish] {
        GoFoodMapping.dishes(try await call(.get, "v2/catalog"))
    }

    public func listing(_ reference: String) async throws -> ListedProduct? {
        guard let offer = try await menu().first(where: { $0.sku == reference }) else {
            // It should not stand there any more; whether it does is answered by its dishes alone.
            return ListedProduct(reference: reference, sku: reference, title: "", state: .hidden)
        }
        return GoFoodMapping.product(offer, try await dishes())
    }

    public func add(
        _ offer: Offer, category: String, photo: @Sendable (OfferPhoto) async throws -> [UInt8]
    ) async throws -> ListedProduct {
        try await send()
        return GoFoodMapping.sent(offer)
    }

    public func update(
        _ listed: ListedProduct, to offer: Offer, category: String, photo: @Sendable (OfferPhoto) async throws -> [UInt8]
    ) async throws -> ListedProduct {
        try await send()
        return GoFoodMapping.sent(offer)
    }

    public func set(_ changes: [VariantChange], of listed: ListedProduct) async throws -> [VariantOutcome] {
        try await send()
        return changes.map { VariantOutcome(reference: $0.variant.reference) }
    }

    public func show(_ shown: Bool, _ listed: ListedProduct) async throws { try await send() }

    // MARK: - Orders

    public func orders(changedIn span: Range<Int64>, after cursor: String?) async throws -> ChannelPage<ChannelOrder> {
        ChannelPage(elements: [], next: nil)
    }

    public func orders(_ references: [String]) async throws -> [ChannelOrder] { [] }

    private static func path(_ order: ChannelOrder) -> String {
        "v1/orders/\(order.destination == GoFoodPush.pickup ? "pickup" : "delivery")/\(order.reference)"
    }

    /// Accepts the order. One that the outlet has accepted by itself is accepted already.
    public func ship(_ order: ChannelOrder, trackingNumber: String?) async throws {
        do {
            _ = try await call(.put, Self.path(order) + "/accepted")
        } catch ChannelFailure.refused(let code, _) where code == "409" {
            return
        }
    }

    public func cancel(_ order: ChannelOrder, reason: CancelReason) async throws {
        let (code, words) =
            switch reason {
            case .outOfStock: ("ITEMS_OUT_OF_STOCK", "Bahan habis")
            case .closed: ("RESTAURANT_CLOSED", "Gerai tutup")
            case .buyerAsked: ("OTHERS", "Diminta pembeli")
            case .other: ("OTHERS", "Tidak bisa dilayani")
            }
        _ = try await call(
            .put, Self.path(order) + "/cancelled", body: ["cancel_reason_code": .text(code), "cancel_reason_description": .text(words)])
    }
}
