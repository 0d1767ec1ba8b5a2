/// A shop on Shopee over the Open Platform v2.
public struct ShopeeClient: MarketplaceClient {
    private let application: ShopeeApplication
    private let connection: ChannelConnection
    private let tokens: TokenKeeper

    public var channel: Channel { .shopee }
    /// Fifteen days.
    public var orderWindow: Int64 { 15 * 86_400 }

    public init(_ application: ShopeeApplication, over connection: ChannelConnection, tokens: TokenKeeper) {
        self.application = application
        self.connection = connection
        self.tokens = tokens
    }

    // MARK: - Calls

    private func get(_ path: String, _ query: [(name: String, value: String)] = []) async throws -> OutsideJSON {
        try await call(.get, path, query, nil, isRepeatable: true)
    }

    private func post(_ path: String, _ body: OutsideJSON, isRepeatable: Bool = false) async throws -> OutsideJSON {
        try await call(.post, path, [], body, isRepeatable: isRepeatable)
    }

    /// Calls for the shop. Tokens that Shopee refuses are renewed once: they may have been taken back, or somebody else may have renewed them.
    private func call(
        _ method: ChannelRequest.Method, _ path: String, _ query: [(name: String, value: String)], _ body: OutsideJSON?, isRepeatable: Bool
    ) async throws -> OutsideJSON {
        let first = try await tokens.fresh()
        do {
            return try await call(method, path, query, body, isRepeatable: isRepeatable, with: first)
        } catch ChannelFailure.disconnected {
            return try await call(
                method, path, query, body, isRepeatable: isRepeatable, with: tokens.renewed(insteadOf: first.access))
        }
    }

    private func call(
        _ method: ChannelRequest.Method, _ path: String, _ query: [(name: String, value: String)], _ body: OutsideJSON?, isRepeatable: Bool,
        with tokens: ShopTokens
    ) async throws -> OutsideJSON {
        let path = "/api/v2/" + path
        let answer = try await connection.send(shop: tokens.shop) {
            let seconds = connection.seconds
            let sign = ShopeeSignature.request(
                partner: application.partner, key: application.key, path: path, timestamp: seconds, access: (tokens.access, tokens.shop))
            return ChannelRequest(
                method, host: application.host, path: path,
                query: [
                    ("partner_id", String(application.partner)), ("timestamp", String(seconds)), ("access_token", tokens.access),
                    ("shop_id", tokens.shop), ("sign", sign),
                ] + query, headers: body == nil ? [] : [("Content-Type", "application/json")], body: body?.bytes, isRepeatable: isRepeatable
            )
        }
        return try ShopeeAnswer.read(answer)["response"]
    }

    // MARK: - Categories

    /// Every category that the channel has, for whoever maps this program's onto them.
    ///
    /// - Throws: ``ChannelFailure``.
    public func categories() async throws -> [(id: String, parent: String, name: String, isLeaf: Bool)] {
        try await get("product/get_category", [("language", "id")])["category_list"].elements.compactMap { category in
            guard let id = category["category_id"].string else { return nil }
            return (
                id, category["parent_category_id"].string ?? "0", category["display_category_name"].string ?? "",
                category["has_children"].flag != true
            )
        }
    }

    public func limits(ofCategory category: String) async throws -> ChannelLimits? {
        let limits = try await get("product/get_item_limit", [("category_id", category)])
        func range(_ name: String) -> ClosedRange<Int>? {
            guard let low = limits[name]["min_limit"].rounded, let high = limits[name]["max_limit"].rounded, low <= high else { return nil }
            return Int(low)...Int(high)
        }
        return ChannelLimits(
            price: range("price_limit"), stock: range("stock_limit"), title: range("item_name_length_limit"),
            description: range("item_description_length_limit"), photos: range("item_image_count_limit"),
            axisName: range("tier_variation_name_length_limit")?.upperBound,
            axisOption: range("tier_variation_option_length_limit")?.upperBound,
            weightRequired: limits["weight_limit"]["weight_mandatory"].flag,
            dimensionsRequired: limits["dimension_limit"]["dimension_mandatory"].flag)
    }

    // MARK: - Products

    public func listings(after cursor: String?) async throws -> ChannelPage<ListedProduct> {
        let statuses = ["NORMAL", "UNLIST", "REVIEWING", "BANNED"].map { (name: "item_status", value: $0) }
        let page = try await get("product/get_item_list", [("offset", cursor ?? "0"), ("page_size", "50")] + statuses)
        let ids = page["item"].elements.compactMap { $0["item_id"].string }
        let next = page["has_next_page"].flag == true ? page["next_offset"].string : nil
        return ChannelPage(elements: try await products(ids), next: next)
    }

    public func listing(_ reference: String) async throws -> ListedProduct? { try await products([reference]).first }

    private func products(_ ids: [String]) async throws -> [ListedProduct] {
        guard !ids.isEmpty else { return [] }
        let items = try await get("product/get_item_base_info", [("item_id_list", ids.joined(separator: ","))])["item_list"].elements
        var products: [ListedProduct] = []
        for item in items {
            guard var product = ShopeeMapping.product(item) else { continue }
            if item["has_model"].flag == true {
                ShopeeMapping.fill(&product, with: try await get("product/get_model_list", [("item_id", product.reference)]))
            }
            products.append(product)
        }
        return products
    }

    public func add(
        _ offer: Offer, category: String, photo: @Sendable (OfferPhoto) async throws -> [UInt8]
    ) async throws -> ListedProduct {
        let images = try await upload(offer.photos, photo)
        let item = ShopeeMapping.item(offer, category: category, images: images, couriers: try await couriers())
        guard let id = try await post("product/add_item", item)["item_id"].string else {
            throw ChannelFailure.unreadable("no item_id in the answer")
        }
        if !offer.axes.isEmpty { try await addVariations(of: offer, to: id) }
        guard let product = try await listing(id) else { throw ChannelFailure.unreadable("the new item \(id) is not found") }
        return product
    }

    public func update(
        _ listed: ListedProduct, to offer: Offer, category: String, photo: @Sendable (OfferPhoto) async throws -> [UInt8]
    ) async throws -> ListedProduct {
        var item = ShopeeMapping.item(offer, category: category, images: try await upload(offer.photos, photo), couriers: [])
        for name in ["original_price", "seller_stock", "logistic_info", "item_status", "gtin_code"] { item.remove(name) }
        item.set("item_id", .number(listed.reference))
        _ = try await post("product/update_item", item, isRepeatable: true)
        // An item whose variations never came, because the connection broke between the two calls, gets them now.
        if !offer.axes.isEmpty, listed.axes.isEmpty { try await addVariations(of: offer, to: listed.reference) }
        return try await listing(listed.reference) ?? listed
    }

    private func addVariations(of offer: Offer, to item: String) async throws {
        // Shopee refuses variations of an item that it has only just got.
        try await connection.wait(5)
        _ = try await post("product/init_tier_variation", ShopeeMapping.variations(of: offer, item: item))
    }

    private func couriers() async throws -> [String] {
        try await get("logistics/get_channel_list")["logistics_channel_list"].elements
            .filter { $0["enabled"].flag == true && ($0["mask_channel_id"].whole ?? 0) == 0 }.compactMap {
                $0["logistics_channel_id"].string
            }
    }

    /// Uploads the photos one by one and returns their identifiers. The call is public: no shop is named in it.
    private func upload(_ photos: [OfferPhoto], _ bytes: @Sendable (OfferPhoto) async throws -> [UInt8]) async throws -> [String] {
        var ids: [String] = []
        let path = "/api/v2/media_space/upload_image"
        for photo in photos.prefix(9) {
            let form = FileForm(field: "image", fileName: "photo.jpg", type: photo.type, content: try await bytes(photo))
            let answer = try await connection.send(shop: nil) {
                let seconds = connection.seconds
                return ChannelRequest(
                    .post, host: application.host, path: path,
                    query: [
                        ("partner_id", String(application.partner)), ("timestamp", String(seconds)),
                        (
                            "sign",
                            ShopeeSignature.request(partner: application.partner, key: application.key, path: path, timestamp: seconds)
                        ),
                    ], headers: [("Content-Type", form.contentType)], body: form.bytes, isRepeatable: true)
            }
            guard let id = try ShopeeAnswer.read(answer)["response"]["image_info"]["image_id"].string else {
                throw ChannelFailure.unreadable("no image_id in the answer")
            }
            ids.append(id)
        }
        return ids
    }

    public func set(_ changes: [VariantChange], of listed: ListedProduct) async throws -> [VariantOutcome] {
        var failures: [String: String] = [:]
        // Fifty at a time, and both calls set exact values: sending them again changes nothing.
        for start in stride(from: 0, to: changes.count, by: 50) {
            let part = changes[start..<min(start + 50, changes.count)]
            func send(_ path: String, _ name: String, _ entries: [OutsideJSON]) async throws {
                guard !entries.isEmpty else { return }
                let answer = try await post(
                    path, ["item_id": .number(listed.reference), name: .list(entries)], isRepeatable: true)
                for failure in answer["failure_list"].elements {
                    failures[failure["model_id"].string ?? "0"] = failure["failed_reason"].string ?? "refused without a reason"
                }
            }
            try await send(
                "product/update_price", "price_list",
                part.compactMap { change in
                    change.price.map { ["model_id": .number(change.variant.reference), "original_price": .whole($0)] }
                })
            try await send(
                "product/update_stock", "stock_list",
                part.compactMap { change in
                    change.stock.map {
                        ["model_id": .number(change.variant.reference), "seller_stock": [["stock": .whole(max(0, $0))]]]
                    }
                })
        }
        return changes.map { VariantOutcome(reference: $0.variant.reference, failure: failures[$0.variant.reference]) }
    }

    public func show(_ shown: Bool, _ listed: ListedProduct) async throws {
        let answer = try await post(
            "product/unlist_item", ["item_list": [["item_id": .number(listed.reference), "unlist": .flag(!shown)]]], isRepeatable: true)
        if let failure = answer["failure_list"].elements.first {
            throw ChannelFailure.refused(code: "unlist_item", reason: failure["failed_reason"].string ?? "")
        }
    }

    // MARK: - Orders

    public func orders(changedIn span: Range<Int64>, after cursor: String?) async throws -> ChannelPage<ChannelOrder> {
        let page = try await get(
            "order/get_order_list",
            [
                ("time_range_field", "update_time"), ("time_from", String(span.lowerBound)), ("time_to", String(span.upperBound)),
                ("page_size", "100"), ("cursor", cursor ?? ""), ("response_optional_fields", "order_status"),
            ])
        let references = page["order_list"].elements.compactMap { $0["order_sn"].string }
        let next = page["more"].flag == true ? page["next_cursor"].string.flatMap { $0.isEmpty ? nil : $0 } : nil
        return ChannelPage(elements: try await orders(references), next: next)
    }

    public func orders(_ references: [String]) async throws -> [ChannelOrder] {
        var orders: [ChannelOrder] = []
        for start in stride(from: 0, to: references.count, by: 50) {
            let part = references[start..<min(start + 50, references.count)]
            let answer = try await get(
                "order/get_order_detail",
                [("order_sn_list", part.joined(separator: ",")), ("response_optional_fields", ShopeeMapping.orderFields)])
            orders += answer["order_list"].elements.compactMap(ShopeeMapping.order)
        }
        return orders
    }

    public func ship(_ order: ChannelOrder, trackingNumber: String?) async throws {
        let needed = try await get("logistics/get_shipping_parameter", [("order_sn", order.reference)])
        var body: OutsideJSON = ["order_sn": .text(order.reference)]
        let asked = needed["info_needed"]
        if case .list = asked["pickup"] {
            let address = needed["pickup"]["address_list"].elements.first ?? .null
            var pickup: OutsideJSON = ["address_id": address["address_id"]]
            if let slot = address["time_slot_list"].elements.first?["pickup_time_id"].string { pickup.set("pickup_time_id", .text(slot)) }
            body.set("pickup", pickup)
        } else if case .list = asked["dropoff"] {
            let branch = needed["dropoff"]["branch_list"].elements.first?["branch_id"]
            body.set("dropoff", branch.map { ["branch_id": $0] } ?? [:])
        } else {
            body.set("non_integrated", ["tracking_number": .text(trackingNumber ?? "")])
        }
        _ = try await post("logistics/ship_order", body)
    }

    public func cancel(_ order: ChannelOrder, reason: CancelReason) async throws {
        var body: OutsideJSON = ["order_sn": .text(order.reference)]
        switch reason {
        case .outOfStock:
            body.set("cancel_reason", "OUT_OF_STOCK")
            body.set("item_list", .list(order.lines.map { ["item_id": .number($0.product), "model_id": .number($0.variant)] }))
        case .closed, .buyerAsked, .other: body.set("cancel_reason", "CUSTOMER_REQUEST")
        }
        _ = try await post("order/cancel_order", body)
    }
}

extension OutsideJSON {
    /// Puts a member into an object.
    mutating func set(_ name: String, _ value: OutsideJSON) {
        guard case .object(var members) = self else { return }
        members[name] = value
        self = .object(members)
    }

    mutating func remove(_ name: String) {
        guard case .object(var members) = self else { return }
        members[name] = nil
        self = .object(members)
    }
}
