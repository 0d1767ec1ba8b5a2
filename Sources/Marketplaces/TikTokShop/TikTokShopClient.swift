/// A shop on TikTok Shop and Tokopedia over the Partner API 202309.
public struct TikTokShopClient: MarketplaceClient {
    private let application: TikTokShopApplication
    private let connection: ChannelConnection
    private let tokens: TokenKeeper

    public var channel: Channel { .tikTokShop }
    /// No limit is published; fifteen days keep the pages of a busy shop short.
    public var orderWindow: Int64 { 15 * 86_400 }

    public init(_ application: TikTokShopApplication, over connection: ChannelConnection, tokens: TokenKeeper) {
        self.application = application
        self.connection = connection
        self.tokens = tokens
    }

    /// Calls for the shop. Tokens that are refused are renewed once.
    private func call(
        _ method: ChannelRequest.Method, _ path: String, query: [String: String] = [:], body: OutsideJSON? = nil, isRepeatable: Bool = true
    ) async throws -> OutsideJSON {
        try await withTokens { tokens in
            try await application.call(
                method, path, tokens, cipher: tokens.extra["cipher"], query: query, body: body, isRepeatable: isRepeatable, connection)
        }
    }

    private func withTokens<T: Sendable>(_ work: (ShopTokens) async throws -> T) async throws -> T {
        let first = try await tokens.fresh()
        do {
            return try await work(first)
        } catch ChannelFailure.disconnected {
            return try await work(try await tokens.renewed(insteadOf: first.access))
        }
    }

    /// TikTok Shop has no call that tells the limits of a category; those of the rules hold.
    public func limits(ofCategory category: String) async throws -> ChannelLimits? { nil }

    // MARK: - Products

    public func listings(after cursor: String?) async throws -> ChannelPage<ListedProduct> {
        var query = ["page_size": "100"]
        if let cursor { query["page_token"] = cursor }
        let page = try await call(.post, "/product/202312/products/search", query: query, body: [:])
        let next = page["next_page_token"].string.flatMap { $0.isEmpty ? nil : $0 }
        return ChannelPage(elements: page["products"].elements.compactMap(TikTokShopMapping.listed), next: next)
    }

    public func listing(_ reference: String) async throws -> ListedProduct? {
        guard Int64(reference) != nil else { return nil }
        do {
            return TikTokShopMapping.listed(try await call(.get, "/product/202309/products/\(reference)"))
        } catch ChannelFailure.refused(_, let reason)
            where reason.lowercased().contains("not exist") || reason.lowercased().contains("not found")
        {
            // The number of this error is not published; its words are.
            return nil
        }
    }

    public func add(
        _ offer: Offer, category: String, photo: @Sendable (OfferPhoto) async throws -> [UInt8]
    ) async throws -> ListedProduct {
        var body = TikTokShopMapping.product(
            offer, category: category, images: try await upload(offer.photos, photo), warehouse: try await warehouse(), listed: nil)
        // The same product sent twice, because an answer was lost, is one.
        body.set("idempotency_key", .text(KeyedHash.digest(Array("\(offer.sku)\n\(offer.title)".utf8))))
        guard let id = try await call(.post, "/product/202309/products", body: body, isRepeatable: true)["product_id"].string else {
            throw ChannelFailure.unreadable("no product_id in the answer")
        }
        guard let product = try await listing(id) else { throw ChannelFailure.unreadable("the new product \(id) is not found") }
        return product
    }

    public func update(
        _ listed: ListedProduct, to offer: Offer, category: String, photo: @Sendable (OfferPhoto) async throws -> [UInt8]
    ) async throws -> ListedProduct {
        let body = TikTokShopMapping.product(
            offer, category: category, images: try await upload(offer.photos, photo), warehouse: try await warehouse(), listed: listed)
        _ = try await call(.put, "/product/202309/products/\(listed.reference)", body: body)
        return try await listing(listed.reference) ?? listed
    }

    private func upload(_ photos: [OfferPhoto], _ bytes: @Sendable (OfferPhoto) async throws -> [UInt8]) async throws -> [String] {
        var uris: [String] = []
        for photo in photos.prefix(9) {
            let form = FileForm(field: "data", fileName: "photo.jpg", type: photo.type, content: try await bytes(photo))
            uris.append(try await withTokens { try await application.upload(form, $0, connection) })
        }
        return uris
    }

    private func warehouse() async throws -> String {
        guard let warehouse = try await tokens.fresh().extra["warehouse"] else {
            throw ChannelFailure.refused(code: "warehouse", reason: "The shop has no warehouse for sales.")
        }
        return warehouse
    }

    public func set(_ changes: [VariantChange], of listed: ListedProduct) async throws -> [VariantOutcome] {
        var failures: [String: String] = [:]
        func send(_ path: String, _ skus: [OutsideJSON]) async throws {
            guard !skus.isEmpty else { return }
            let answer = try await call(.post, "/product/202309/products/\(listed.reference)/\(path)", body: ["skus": .list(skus)])
            for error in answer["errors"].elements {
                // Some errors name the variant only further down.
                let reason = error["message"].string ?? error["code"].string ?? "refused without a reason"
                if let sku = error["detail"]["sku_id"].string {
                    failures[sku] = reason
                } else {
                    for change in changes { failures[change.variant.reference] = reason }
                }
            }
        }
        try await send(
            "prices/update",
            changes.compactMap { change in
                change.price.map { ["id": .text(change.variant.reference), "price": TikTokShopMapping.price($0)] }
            })
        let warehouse = try await warehouse()
        try await send(
            "inventory/update",
            changes.compactMap { change in
                change.stock.map { stock in
                    [
                        "id": .text(change.variant.reference),
                        "inventory": [["warehouse_id": .text(warehouse), "quantity": .whole(TikTokShopMapping.quantity(stock))]],
                    ]
                }
            })
        return changes.map { VariantOutcome(reference: $0.variant.reference, failure: failures[$0.variant.reference]) }
    }

    public func show(_ shown: Bool, _ listed: ListedProduct) async throws {
        let answer = try await call(
            .post, "/product/202309/products/\(shown ? "activate" : "deactivate")", body: ["product_ids": [.text(listed.reference)]])
        if let error = answer["errors"].elements.first {
            throw ChannelFailure.refused(code: error["code"].string ?? "", reason: error["message"].string ?? "")
        }
    }

    // MARK: - Orders

    public func orders(changedIn span: Range<Int64>, after cursor: String?) async throws -> ChannelPage<ChannelOrder> {
        var query = ["page_size": "100", "sort_field": "update_time", "sort_order": "ASC"]
        if let cursor { query["page_token"] = cursor }
        let page = try await call(
            .post, "/order/202309/orders/search", query: query,
            body: ["update_time_ge": .whole(span.lowerBound), "update_time_lt": .whole(span.upperBound)])
        let next = page["next_page_token"].string.flatMap { $0.isEmpty ? nil : $0 }
        return ChannelPage(elements: page["orders"].elements.compactMap(TikTokShopMapping.order), next: next)
    }

    public func orders(_ references: [String]) async throws -> [ChannelOrder] {
        var orders: [ChannelOrder] = []
        for start in stride(from: 0, to: references.count, by: 50) {
            let part = references[start..<min(start + 50, references.count)]
            orders += try await read(Array(part)).compactMap(TikTokShopMapping.order)
        }
        return orders
    }

    private func read(_ references: [String]) async throws -> [OutsideJSON] {
        try await call(.get, "/order/202309/orders", query: ["ids": references.joined(separator: ",")])["orders"].elements
    }

    public func ship(_ order: ChannelOrder, trackingNumber: String?) async throws {
        let packages = try await read([order.reference]).first?["packages"].elements.compactMap { $0["id"].string } ?? []
        guard !packages.isEmpty else { throw ChannelFailure.refused(code: "packages", reason: "The order has no package yet.") }
        for package in packages {
            var body: OutsideJSON = ["handover_method": "PICKUP"]
            if let trackingNumber { body.set("self_shipment", ["tracking_number": .text(trackingNumber)]) }
            _ = try await call(.post, "/fulfillment/202309/packages/\(package)/ship", body: body, isRepeatable: false)
        }
    }

    public func cancel(_ order: ChannelOrder, reason: CancelReason) async throws {
        // Of the reasons that a seller may give this is the only one whose word is known.
        guard reason == .outOfStock else {
            throw ChannelFailure.refused(
                code: "cancel_reason",
                reason: "Lewat sini hanya bisa karena barang habis; alasan lain di aplikasi TikTok Shop Seller Center.")
        }
        _ = try await call(
            .post, "/return_refund/202309/cancellations",
            body: ["order_id": .text(order.reference), "cancel_reason": "seller_cancel_reason_out_of_stock"], isRepeatable: false)
    }
}
