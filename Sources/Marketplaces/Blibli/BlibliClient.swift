import Foundation

/// A store on Blibli over the sellers' interface.
///
/// New products go through a queue and are looked at; until they stand there they are known by a reference of this program's own,
/// `queued/SECONDS/CODE`.
public struct BlibliClient: MarketplaceClient {
    private let application: BlibliApplication
    private let connection: ChannelConnection
    private let tokens: ShopTokens

    public var channel: Channel { .blibli }
    /// Half a year: lists of orders are few in half an hour, and a span with too many entries is halved anyway.
    public var orderWindow: Int64 { 182 * 86_400 }
    /// Blibli filters orders by when they were paid, not by when they changed: so far back they are read again to see what became of them.
    private static let lookBack: Int64 = 14 * 86_400
    /// A queue that has not given a product after a day has lost it.
    private static let queueLife: Int64 = 86_400
    /// The most entries that one filter gives, however many there are.
    private static let cap = 100

    public init(_ application: BlibliApplication, over connection: ChannelConnection, tokens: ShopTokens) {
        self.application = application
        self.connection = connection
        self.tokens = tokens
    }

    private func call(
        _ method: ChannelRequest.Method, _ path: String, query: [(name: String, value: String)] = [], body: OutsideJSON? = nil,
        isRepeatable: Bool = true
    ) async throws -> OutsideJSON {
        try await application.call(method, path, tokens, query: query, body: body, isRepeatable: isRepeatable, connection)
    }

    /// Blibli has no call for limits of numbers.
    public func limits(ofCategory category: String) async throws -> ChannelLimits? { nil }

    // MARK: - Products

    public func listings(after cursor: String?) async throws -> ChannelPage<ListedProduct> {
        let number = cursor.flatMap { Int($0) } ?? 0
        let page = try await products([:], page: number)
        var products: [ListedProduct] = []
        for json in page.elements {
            guard var product = BlibliMapping.product(json) else { continue }
            try await fill(&product)
            products.append(product)
        }
        return ChannelPage(elements: products, next: page.isLast ? nil : String(number + 1))
    }

    private func products(_ filter: OutsideJSON, page: Int) async throws -> (elements: [OutsideJSON], isLast: Bool) {
        let answer = try await call(
            .post, "/seller/v1/products/filter",
            body: [
                "filter": filter, "paging": ["page": .whole(page), "size": 50], "sorting": ["by": "createdDate", "direction": "DESC"],
            ])
        let count = answer["paging"]["totalPage"].whole ?? 0
        return (answer["content"].elements, Int64(page + 1) >= count)
    }

    private func fill(_ product: inout ListedProduct) async throws {
        let path = "/seller/v1/products/\(product.reference)/variants/filter"
        product.variants = try await call(.post, path, body: [:])["content"].elements.compactMap(BlibliMapping.variant)
        // A code of the whole product is not kept there; that of the only variant stands for it.
        if product.variants.count == 1 { product.sku = product.variants[0].sku }
    }

    public func listing(_ reference: String) async throws -> ListedProduct? {
        if reference.hasPrefix("queued/") { return try await queued(reference) }
        guard let json = try await products(["productSku": .text(reference)], page: 0).elements.first,
            var product = BlibliMapping.product(json)
        else { return nil }
        try await fill(&product)
        return product
    }

    /// A product that was sent to the queue: as it stands there by now, or as one that waits.
    private func queued(_ reference: String) async throws -> ListedProduct? {
        let parts = reference.split(separator: "/", maxSplits: 2).map(String.init)
        guard parts.count == 3, let sentAt = Int64(parts[1]) else { return nil }
        var page = 0
        while true {
            let (elements, isLast) = try await products([:], page: page)
            // Newest first: what is older than the sending need not be looked at.
            for json in elements {
                guard (json["createdDate"].whole ?? 0) / 1000 >= sentAt - 3600 else { return waiting(parts[2], since: sentAt) }
                guard var product = BlibliMapping.product(json) else { continue }
                try await fill(&product)
                if product.sku == parts[2] || product.variants.contains(where: { $0.sku == parts[2] }) { return product }
            }
            if isLast { return waiting(parts[2], since: sentAt) }
            page += 1
        }
    }

    private func waiting(_ sku: String, since sentAt: Int64) -> ListedProduct? {
        guard connection.seconds - sentAt < Self.queueLife else { return nil }
        return ListedProduct(reference: "queued/\(sentAt)/\(sku)", sku: sku, title: "", state: .reviewing)
    }

    public func add(
        _ offer: Offer, category: String, photo: @Sendable (OfferPhoto) async throws -> [UInt8]
    ) async throws -> ListedProduct {
        var photos: [String] = []
        for entry in offer.photos.prefix(8) { photos.append(Data(try await photo(entry)).base64EncodedString()) }
        let body = BlibliMapping.newProduct(offer, category: category, photos: photos, pickupPoint: tokens.extra["pickup"] ?? "")
        _ = try await call(.post, "/seller/v1/products/async", body: ["product": [body]], isRepeatable: false)
        let code = offer.variants.first?.sku ?? offer.sku
        return ListedProduct(reference: "queued/\(connection.seconds)/\(code)", sku: code, title: offer.title, state: .reviewing)
    }

    public func update(
        _ listed: ListedProduct, to offer: Offer, category: String, photo: @Sendable (OfferPhoto) async throws -> [UInt8]
    ) async throws -> ListedProduct {
        guard !listed.reference.hasPrefix("queued/") else { return listed }
        _ = try await call(.put, "/seller/v1/products/\(listed.reference)/detail", body: BlibliMapping.detail(offer))
        return try await listing(listed.reference) ?? listed
    }

    /// One call for each price and each stock; both set exact values.
    public func set(_ changes: [VariantChange], of listed: ListedProduct) async throws -> [VariantOutcome] {
        var outcomes: [VariantOutcome] = []
        for change in changes {
            let path = "/seller/v1/products/\(change.variant.reference)"
            do {
                if let price = change.price {
                    _ = try await call(.put, path, body: ["price": ["regular": .whole(price), "sale": .whole(price)]])
                }
                if let stock = change.stock {
                    _ = try await call(
                        .put, path + "/stock", query: [("pickupPointCode", tokens.extra["pickup"] ?? "")],
                        body: ["availableStock": .whole(max(0, stock))])
                }
                outcomes.append(VariantOutcome(reference: change.variant.reference))
            } catch ChannelFailure.refused(let code, let reason) {
                outcomes.append(VariantOutcome(reference: change.variant.reference, failure: reason.isEmpty ? code : reason))
            }
        }
        return outcomes
    }

    public func show(_ shown: Bool, _ listed: ListedProduct) async throws {
        guard !listed.reference.hasPrefix("queued/") else { return }
        _ = try await call(
            .post, "/seller/v1/products/statuses/\(shown ? "unarchive" : "archive")", body: ["productSkus": [.text(listed.reference)]])
    }

    // MARK: - Orders

    public func orders(changedIn span: Range<Int64>, after cursor: String?) async throws -> ChannelPage<ChannelOrder> {
        ChannelPage(elements: try await orders(paidIn: span.lowerBound - Self.lookBack..<span.upperBound), next: nil)
    }

    /// Orders that were paid in a span. One filter gives a hundred entries at most, so a span with more is halved.
    private func orders(paidIn span: Range<Int64>) async throws -> [ChannelOrder] {
        var orders: [ChannelOrder] = []
        var page = 0
        while true {
            let answer = try await call(
                .post, "/seller/v1/orders/packages/filter",
                body: [
                    "filter": [
                        "statusFPDateRange": ["start": .whole(span.lowerBound * 1000), "end": .whole(span.upperBound * 1000)]
                    ],
                    "sorting": ["by": "statusFPUpdatedTimestamp", "direction": "ASC"], "paging": ["page": .whole(page), "size": 50],
                ])
            let total = answer["paging"]["totalRecord"].whole ?? 0
            if total > Self.cap, span.count > 1 {
                let middle = span.lowerBound + Int64(span.count / 2)
                return try await self.orders(paidIn: span.lowerBound..<middle) + self.orders(paidIn: middle..<span.upperBound)
            }
            orders += answer["content"].elements.flatMap { $0["orderItems"].elements }.compactMap(BlibliMapping.order)
            page += 1
            guard Int64(page) < answer["paging"]["totalPage"].whole ?? 0 else { return orders }
        }
    }

    public func orders(_ references: [String]) async throws -> [ChannelOrder] {
        var orders: [ChannelOrder] = []
        for reference in references where reference.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            do {
                let answer = try await call(.get, "/seller/v1/orders/items/\(reference)")
                if let order = BlibliMapping.detailedOrder(answer["content"]) { orders.append(order) }
            } catch ChannelFailure.refused(let code, _) where code == "404" {
                continue
            }
        }
        return orders
    }

    public func ship(_ order: ChannelOrder, trackingNumber: String?) async throws {
        let packed = try await call(
            .post, "/mtaapi/api/businesspartner/v1/order/createPackage", body: ["orderItemIds": [.text(order.reference)]],
            isRepeatable: false)
        guard let package = packed["value"]["packageId"].string ?? packed["content"]["packageId"].string else {
            throw ChannelFailure.unreadable("no packageId in the answer")
        }
        _ = try await call(
            .post, "/seller/v1/orders/regular/\(package)/fulfill", body: ["awbNo": .text(trackingNumber ?? "")], isRepeatable: false)
    }

    /// Sellers cannot cancel over the interface.
    public func cancel(_ order: ChannelOrder, reason: CancelReason) async throws {
        throw ChannelFailure.refused(code: "cancel", reason: "Pembatalan hanya bisa di Blibli Seller Center.")
    }
}
