import Crypto
import Foundation

/// A Shopee of one's own: shops, products, orders, tokens and pushes behind the calls of the Open Platform v2, with its envelope, its limits and
/// its ways to fail. Source: Shopee Open Platform v2 documentation.
public actor SimulatedShopee: SimulatedChannel {
    public nonisolated let partner: Int
    private let key: String
    private let clock: SimulatorClock
    private var chance: SeededChance
    private var faults: Faults
    private var pushAddress: String?
    private var shops: [Int: SimulatedShop] = [:]
    private var codes: [String: (shop: Int, until: Double)] = [:]
    private var images: Set<String> = []
    private var nextNumber = 1_000_001
    private var titles = 5...255
    /// Pushes that are due, oldest first.
    private var due: [Push] = []
    private var lost: [(number: Int, push: Push)] = []
    /// What was called, for tests that count.
    public private(set) var calls: [String: Int] = [:]

    struct Push: Sendable {
        var body: [UInt8]
        var shop: Int
        var code: Int
        var timestamp: Int
        var data: String
        var attempts = 0
    }

    public init(partner: Int = 2_001_887, key: String, clock: SimulatorClock, seed: UInt64 = 1, faults: Faults = .none) {
        self.partner = partner
        self.key = key
        self.clock = clock
        self.faults = faults
        chance = SeededChance(seed: seed)
    }

    public func set(_ faults: Faults) { self.faults = faults }

    /// How long titles may be, as the channel says when it is asked.
    public func limitTitles(to span: ClosedRange<Int>) { titles = span }

    /// Where pushes are sent: the address that a console would hold.
    public func push(to address: String) { pushAddress = address }

    private var now: Int { Int(clock.now) }

    private func number() -> Int {
        nextNumber += 1
        return nextNumber
    }

    private func token() -> String {
        String((0..<32).map { _ in "0123456789abcdef".randomElement(using: &chance)! })
    }

    // MARK: - What owners and buyers do

    /// Opens a shop and returns its number.
    public func openShop(named name: String) -> Int {
        let id = 700_000_000 + number()
        shops[id] = SimulatedShop(id: id, name: name)
        return id
    }

    /// The shops, the one that was opened first before the others.
    public var shopNumbers: [Int] { shops.keys.sorted() }

    /// The owner says yes: a code that works once, for ten minutes.
    public func consent(of shop: Int) -> String {
        let code = token()
        codes[code] = (shop, clock.now + 600)
        return code
    }

    /// Takes the permission back: every token of the shop is dead.
    public func revoke(_ shop: Int) {
        shops[shop]?.access = nil
        shops[shop]?.refresh = nil
    }

    public enum BuyFailure: Error, Sendable, Hashable {
        case notForSale(String)
        case soldOut(String)
    }

    /// A buyer orders, by the seller's codes; the stock goes down at once, and nobody can buy what is not there.
    ///
    /// - Returns: the number of the order.
    /// - Throws: ``BuyFailure``.
    @discardableResult
    public func buy(_ basket: [(sku: String, quantity: Int)], in shop: Int, buyer: String = "b***i") throws -> String {
        guard var seller = shops[shop] else { throw BuyFailure.notForSale("shop") }
        var lines: [SimulatedOrder.Line] = []
        for (sku, quantity) in basket {
            guard let (item, model) = seller.find(sku), seller.items[item]?.status == "NORMAL" else { throw BuyFailure.notForSale(sku) }
            guard seller.items[item]!.models[model].stock >= quantity else { throw BuyFailure.soldOut(sku) }
            seller.items[item]!.models[model].stock -= quantity
            seller.items[item]!.models[model].reserved += quantity
            let found = seller.items[item]!
            lines.append(
                .init(
                    item: item, model: found.models[model].id, name: found.name, sku: sku, quantity: quantity,
                    price: found.models[model].price))
        }
        let reference = "26\(String(number(), radix: 36).uppercased())\(String(number(), radix: 36).uppercased())"
        seller.orders[reference] = SimulatedOrder(
            reference: reference, status: "UNPAID", created: now, updated: now, lines: lines, buyer: buyer)
        shops[shop] = seller
        pushOrder(reference, in: shop)
        return reference
    }

    /// The next thing happens to an order: the buyer pays, the courier fetches it, it arrives, the buyer cancels.
    public func advance(_ order: String, in shop: Int, to status: String, reason: String? = nil) {
        guard var seller = shops[shop], var changed = seller.orders[order], changed.status != status else { return }
        let before = changed.status
        changed.status = status
        // Two things within one second have one time; the channel's own clock does not tell them apart.
        changed.updated = max(changed.updated, now)
        changed.reason = reason ?? changed.reason
        for line in changed.lines {
            guard let place = seller.items[line.item]?.models.firstIndex(where: { $0.id == line.model }) else { continue }
            switch status {
            case "SHIPPED": seller.items[line.item]!.models[place].reserved -= line.quantity
            case "CANCELLED" where before != "SHIPPED":
                seller.items[line.item]!.models[place].reserved -= line.quantity
                seller.items[line.item]!.models[place].stock += line.quantity
            default: break
            }
        }
        seller.orders[order] = changed
        shops[shop] = seller
        pushOrder(order, in: shop)
    }

    /// Puts a product up by the seller's own hand, as one that stood there before this program came.
    public func list(_ name: String, sku: String, price: Int, stock: Int, in shop: Int) {
        let id = number()
        shops[shop]?.items[id] = SimulatedItem(
            id: id, category: 100_629, name: name, text: name, sku: sku, weight: 0.25, status: "NORMAL", created: now, updated: now,
            images: [],
            models: [SimulatedModel(id: 0, sku: sku, places: [], price: price, stock: stock)])
    }

    /// The channel takes a product down, for a reason of its own.
    public func ban(sku: String, in shop: Int) {
        guard let (item, _) = shops[shop]?.find(sku) else { return }
        shops[shop]?.items[item]?.status = "BANNED"
        shops[shop]?.items[item]?.updated = now
        queue(code: 6, shop: shop, data: ["item_id": item, "item_status": "BANNED"])
    }

    public func stocks(of shop: Int) -> [String: Int] {
        var stocks: [String: Int] = [:]
        for item in shops[shop]?.items.values ?? [:].values { for model in item.models { stocks[model.sku] = model.stock } }
        return stocks
    }

    /// How many products of a shop have a code: more than one is a listing doubled.
    public func count(sku: String, in shop: Int) -> Int {
        shops[shop]?.items.values.count { $0.sku == sku && $0.status != "SELLER_DELETE" } ?? 0
    }

    /// How many products of a shop have a variant with a code.
    public func count(variant sku: String, in shop: Int) -> Int {
        shops[shop]?.items.values.count { $0.status != "SELLER_DELETE" && $0.models.contains { $0.sku == sku } } ?? 0
    }

    // MARK: What chance does

    public func openShops() -> [String] { shops.filter { $0.value.access != nil }.keys.sorted().map(String.init) }

    public func forSale(in shop: String) -> [String: Int] {
        guard let seller = Int(shop).flatMap({ shops[$0] }) else { return [:] }
        var goods: [String: Int] = [:]
        for item in seller.items.values where item.status == "NORMAL" {
            for model in item.models where model.stock > 0 && !model.sku.isEmpty { goods[model.sku] = model.stock }
        }
        return goods
    }

    public func buy(_ quantity: Int, of sku: String, in shop: String) -> Bool {
        guard let id = Int(shop) else { return false }
        return (try? buy([(sku, quantity)], in: id)) != nil
    }

    public func moveOrders(in shop: String) {
        guard let id = Int(shop), let seller = shops[id] else { return }
        for order in seller.orders.values.sorted(by: { $0.reference < $1.reference }) where chance.happens(0.3) {
            let next: [String] =
                switch order.status {
                case "UNPAID": ["READY_TO_SHIP", "READY_TO_SHIP", "READY_TO_SHIP", "CANCELLED"]
                // What the seller has to hand over waits for the seller.
                case "PROCESSED": ["SHIPPED"]
                case "SHIPPED": ["COMPLETED"]
                default: []
                }
            if let status = next.randomElement(using: &chance) { advance(order.reference, in: id, to: status) }
        }
    }

    public func statuses(of shop: Int) -> [String: String] { (shops[shop]?.orders ?? [:]).mapValues(\.status) }

    // MARK: - Pushes

    private func pushOrder(_ reference: String, in shop: Int) {
        guard let order = shops[shop]?.orders[reference] else { return }
        queue(
            code: 3, shop: shop,
            data: ["ordersn": reference, "status": order.status, "update_time": order.updated, "completed_scenario": "", "items": [Any]()])
    }

    private func queue(code: Int, shop: Int, data: [String: Any]) {
        let answer = SentAnswer.json(["code": code, "shop_id": shop, "timestamp": now, "data": data])
        let inner = SentAnswer.json(data)
        due.append(
            Push(body: answer.body, shop: shop, code: code, timestamp: now, data: String(decoding: inner.body, as: UTF8.self)))
    }

    /// Sends what is due, with the faults of the day: twice, in another order, with a wrong signature, or not at all. A push that is not
    /// taken is sent again three times, then it is lost.
    ///
    /// - Parameter send: sends a body with its headers and returns the status, or nil if nobody answered.
    public func deliver(_ send: @Sendable (_ body: [UInt8], _ headers: [String: String]) async -> Int?) async {
        guard let address = pushAddress else { return }
        var batch = due
        due = []
        if batch.count > 1 {
            for place in 1..<batch.count where chance.happens(faults.reorderedPushes) { batch.swapAt(place, place - 1) }
        }
        for push in batch {
            if chance.happens(faults.lostPushes) {
                lost.append((number(), push))
                continue
            }
            let authorization = Self.hexadecimal(
                HMAC<SHA256>.authenticationCode(for: Array(address.utf8) + [0x7C] + push.body, using: SymmetricKey(data: Array(key.utf8))))
            if chance.happens(faults.wrongSignatures) { _ = await send(push.body, ["authorization": String(authorization.reversed())]) }
            let times = chance.happens(faults.duplicatePushes) ? 2 : 1
            var isTaken = false
            for _ in 0..<times {
                if let status = await send(push.body, ["authorization": authorization]), (200..<300).contains(status) { isTaken = true }
            }
            guard !isTaken else { continue }
            var again = push
            again.attempts += 1
            if again.attempts <= 3 { due.append(again) } else { lost.append((number(), again)) }
        }
    }

    /// How many pushes wait to be sent or sent again.
    public var waitingPushes: Int { due.count }

    // MARK: - Calls

    /// Answers a request as it arrived.
    public func answer(_ request: ArrivedRequest) -> SentAnswer {
        calls[request.path, default: 0] += 1
        if request.path == "/api/v2/shop/auth_partner" { return consentPage(request) }
        guard request.path.hasPrefix("/api/v2/") else { return .page(404, "Not Found") }
        if let fault = signatureFault(request) { return error("error_sign", fault, status: 403) }
        if chance.happens(faults.throttling) { return error("error_rate_limit", "Too many requests, please slow down.") }
        if chance.happens(faults.pagesInsteadOfJSON) { return .page(502, "Bad Gateway") }
        let fails = chance.happens(faults.serverErrors)
        if fails, chance.happens(0.5) { return error("error_server", "Something wrong. Please try later.") }
        let answer = route(request)
        return fails ? error("error_server", "Something wrong. Please try later.") : answer
    }

    /// The checks that come before any call is looked at; nil if it passes.
    private func signatureFault(_ request: ArrivedRequest) -> String? {
        guard let timestamp = request.first("timestamp").flatMap({ Int($0) }) else { return "no timestamp" }
        guard abs(now - timestamp) <= 300 else { return "Timestamp is expired." }
        guard request.first("partner_id") == String(partner) else { return "There is no partner_id in query." }
        guard let sign = request.first("sign") else { return "There is no sign in query." }
        var base = "\(partner)\(request.path)\(timestamp)"
        if !Self.isPublic(request.path) { base += (request.first("access_token") ?? "") + (request.first("shop_id") ?? "") }
        let expected = Self.hexadecimal(
            HMAC<SHA256>.authenticationCode(for: Array(base.utf8), using: SymmetricKey(data: Array(key.utf8))))
        return sign == expected ? nil : "Wrong sign."
    }

    static func isPublic(_ path: String) -> Bool {
        path.hasPrefix("/api/v2/auth/") || path.hasPrefix("/api/v2/push/") || path == "/api/v2/media_space/upload_image"
            || path.hasPrefix("/api/v2/public/") || path == "/api/v2/shop/auth_partner"
    }

    private func consentPage(_ request: ArrivedRequest) -> SentAnswer {
        if let fault = signatureFault(request) { return .page(403, fault) }
        guard let redirect = request.first("redirect"), let shop = shops.keys.sorted().first(where: { shops[$0]?.access == nil }) else {
            return .page(400, "No shop to authorise")
        }
        let join = redirect.contains("?") ? "&" : "?"
        return .redirect(to: "\(redirect)\(join)code=\(consent(of: shop))&shop_id=\(shop)")
    }

    private func error(_ code: String, _ message: String, status: Int = 200) -> SentAnswer {
        .json(["error": code, "message": message, "warning": "", "request_id": token()], status: status)
    }

    private func done(_ response: [String: Any]) -> SentAnswer {
        .json(["error": "", "message": "", "warning": "", "request_id": token(), "response": response])
    }

    private func route(_ request: ArrivedRequest) -> SentAnswer {
        let path = request.path.dropFirst("/api/v2/".count)
        switch path {
        case "auth/token/get": return exchange(request)
        case "auth/access_token/get": return refresh(request)
        case "media_space/upload_image": return upload(request)
        case "push/get_lost_push_message": return lostPushes()
        case "push/confirm_consumed_lost_push_message": return confirmLost(request)
        default: break
        }
        guard let id = request.first("shop_id").flatMap({ Int($0) }), let shop = shops[id], let access = shop.access,
            access.token == request.first("access_token")
        else { return error("error_auth", "Invalid access_token.", status: 403) }
        guard Double(access.until) > clock.now else { return error("error_auth", "Invalid access_token.", status: 403) }
        switch path {
        case "shop/get_shop_info": return shopInfo(shop)
        case "product/get_category": return categories()
        case "product/get_item_limit": return limits()
        case "product/get_item_list": return itemList(request, shop)
        case "product/get_item_base_info": return baseInfo(request, shop)
        case "product/get_model_list": return modelList(request, shop)
        case "product/add_item": return addItem(request, id)
        case "product/update_item": return updateItem(request, id)
        case "product/init_tier_variation": return initTiers(request, id)
        case "product/update_price": return updatePrice(request, id)
        case "product/update_stock": return updateStock(request, id)
        case "product/unlist_item": return unlist(request, id)
        case "logistics/get_channel_list": return couriers()
        case "logistics/get_shipping_parameter": return shippingParameter(request, shop)
        case "logistics/ship_order": return ship(request, id)
        case "order/get_order_list": return orderList(request, shop)
        case "order/get_order_detail": return orderDetail(request, shop)
        case "order/cancel_order": return cancelOrder(request, id)
        default: return error("error_not_found", "Wrong parameters, detail: no such API.", status: 404)
        }
    }

    // MARK: Tokens

    private func exchange(_ request: ArrivedRequest) -> SentAnswer {
        guard let body = request.object, let code = body.text("code"), let known = codes.removeValue(forKey: code), known.until > clock.now,
            body.number("shop_id") == known.shop
        else { return error("error_auth", "Invalid code", status: 403) }
        return pair(for: known.shop)
    }

    private func refresh(_ request: ArrivedRequest) -> SentAnswer {
        guard let body = request.object, let id = body.number("shop_id"), let refresh = shops[id]?.refresh,
            refresh.token == body.text("refresh_token"), Double(refresh.until) > clock.now
        else { return error("error_auth", "Invalid refresh_token.", status: 403) }
        return pair(for: id)
    }

    /// A new pair; the old refresh token is dead, and so is the old access token.
    private func pair(for shop: Int) -> SentAnswer {
        let (access, refresh) = (token(), token())
        shops[shop]?.access = (access, now + 14_400)
        shops[shop]?.refresh = (refresh, now + 30 * 86_400)
        return .json([
            "error": "", "message": "", "request_id": token(), "partner_id": partner, "shop_id": shop, "shop_id_list": [shop],
            "access_token": access, "refresh_token": refresh, "expire_in": 14_400,
        ])
    }

    private func shopInfo(_ shop: SimulatedShop) -> SentAnswer {
        .json(["error": "", "message": "", "request_id": token(), "shop_name": shop.name, "region": "ID", "status": "NORMAL"])
    }

    // MARK: Products

    private func upload(_ request: ArrivedRequest) -> SentAnswer {
        guard request.headers["content-type"]?.hasPrefix("multipart/form-data; boundary=") == true,
            request.body.firstRange(of: Array("name=\"image\"".utf8)) != nil,
            request.body.firstRange(of: [0xFF, 0xD8, 0xFF]) != nil || request.body.firstRange(of: [0x89, 0x50, 0x4E, 0x47]) != nil
        else { return error("error_param", "Wrong parameters, detail: image is invalid.") }
        let id = "id-\(number())"
        images.insert(id)
        return done([
            "image_info": ["image_id": id, "image_url_list": [["image_url_region": "ID", "image_url": "https://cf.example/\(id)"]]]
        ])
    }

    private static let tree: [(id: Int, parent: Int, name: String, hasChildren: Bool)] = [
        (100_001, 0, "Makanan & Minuman", true), (100_629, 100_001, "Makanan Ringan", false), (100_630, 100_001, "Minuman", false),
        (100_631, 100_001, "Bumbu & Bahan Masak", false), (100_011, 0, "Fesyen", true), (100_700, 100_011, "Batik", false),
        (100_701, 100_011, "Tas", false), (100_012, 0, "Perlengkapan Rumah", true), (100_800, 100_012, "Dekorasi", false),
        (100_013, 0, "Kesehatan & Kecantikan", true), (100_900, 100_013, "Perawatan Tubuh", false),
    ]

    private func categories() -> SentAnswer {
        done([
            "category_list": Self.tree.map {
                [
                    "category_id": $0.id, "parent_category_id": $0.parent, "original_category_name": $0.name,
                    "display_category_name": $0.name, "has_children": $0.hasChildren,
                ] as [String: Any]
            }
        ])
    }

    private func limits() -> SentAnswer {
        func limit(_ low: Int, _ high: Int) -> [String: Int] { ["min_limit": low, "max_limit": high] }
        return done([
            "price_limit": limit(99, 150_000_000), "stock_limit": limit(0, 999_998),
            "item_name_length_limit": limit(titles.lowerBound, titles.upperBound),
            "item_image_count_limit": limit(1, 9), "item_description_length_limit": limit(10, 3000),
            "tier_variation_name_length_limit": limit(1, 14), "tier_variation_option_length_limit": limit(1, 20),
            "weight_limit": ["weight_mandatory": true], "dimension_limit": ["dimension_mandatory": false],
        ])
    }

    private func itemList(_ request: ArrivedRequest, _ shop: SimulatedShop) -> SentAnswer {
        guard let offset = request.first("offset").flatMap({ Int($0) }), let size = request.first("page_size").flatMap({ Int($0) }),
            (1...100).contains(size), offset >= 0
        else { return error("product.error_param", "invalid field Offset: value must Not Null") }
        let statuses = Set(request.all("item_status"))
        let items = shop.items.values.filter { statuses.contains($0.status) }.sorted { $0.id < $1.id }
        let page = items.dropFirst(offset).prefix(size)
        return done([
            "item": page.map { ["item_id": $0.id, "item_status": $0.status, "update_time": $0.updated] as [String: Any] },
            "total_count": items.count, "has_next_page": offset + size < items.count, "next_offset": offset + size,
        ])
    }

    private func baseInfo(_ request: ArrivedRequest, _ shop: SimulatedShop) -> SentAnswer {
        let ids = request.all("item_id_list").compactMap { Int($0) }
        guard !ids.isEmpty, ids.count <= 50 else { return error("error_param", "Wrong parameters, detail: item_id_list.") }
        return done(["item_list": ids.compactMap { shop.items[$0] }.map(\.json)])
    }

    private func modelList(_ request: ArrivedRequest, _ shop: SimulatedShop) -> SentAnswer {
        guard let item = request.first("item_id").flatMap({ Int($0) }).flatMap({ shop.items[$0] }) else {
            return error("error_item_not_found", "Product not found")
        }
        return done(item.modelJSON)
    }

    private func addItem(_ request: ArrivedRequest, _ shop: Int) -> SentAnswer {
        guard let body = request.object else { return error("error_data", "parse data failed") }
        guard let category = body.number("category_id"), Self.tree.contains(where: { $0.id == category && !$0.hasChildren }) else {
            return error("product.error_invalid_category", "Invalid category ID")
        }
        let name = body.text("item_name") ?? ""
        guard titles.contains(name.count) else {
            return error("product.error_param", "Product name must be between 5 and 255 characters.")
        }
        guard (10...3000).contains((body.text("description") ?? "").count) else {
            return error("product.error_param", "Product description must be between 10 and 3000 characters.")
        }
        let listed = (body["image"] as? [String: Any])?["image_id_list"] as? [String] ?? []
        guard (1...9).contains(listed.count), listed.allSatisfy(images.contains) else {
            return error("product.error_param", "Image is invalid.")
        }
        guard let weight = (body["weight"] as? NSNumber)?.doubleValue, weight > 0 else {
            return error("product.error_param", "Weight is required.")
        }
        guard body.list("logistic_info").contains(where: { $0["enabled"] as? Bool == true }) else {
            return error("product.error_param", "At least one shipping channel has to be enabled.")
        }
        guard let price = body.number("original_price"), price >= 99 else { return error("product.error_param", "Price is too low.") }
        let id = number()
        let sku = body.text("item_sku") ?? ""
        let stock = body.list("seller_stock").first?.number("stock") ?? 0
        shops[shop]?.items[id] = SimulatedItem(
            id: id, category: category, name: name, text: body.text("description") ?? "", sku: sku, weight: weight,
            status: body.text("item_status") ?? "NORMAL", created: now, updated: now, images: listed,
            models: [SimulatedModel(id: 0, sku: sku, places: [], price: price, stock: stock)])
        return done(["item_id": id, "item_name": name, "item_status": "NORMAL"])
    }

    private func updateItem(_ request: ArrivedRequest, _ shop: Int) -> SentAnswer {
        guard let body = request.object, let id = body.number("item_id"), shops[shop]?.items[id] != nil else {
            return error("error_item_not_found", "Product not found")
        }
        if let name = body.text("item_name") { shops[shop]?.items[id]?.name = name }
        if let text = body.text("description") { shops[shop]?.items[id]?.text = text }
        if let sku = body.text("item_sku") { shops[shop]?.items[id]?.sku = sku }
        shops[shop]?.items[id]?.updated = now
        return done(["item_id": id])
    }

    private func initTiers(_ request: ArrivedRequest, _ shop: Int) -> SentAnswer {
        guard let body = request.object, let id = body.number("item_id"), let item = shops[shop]?.items[id] else {
            return error("error_item_not_found", "Product not found")
        }
        guard clock.now - Double(item.created) >= 5 else {
            return error("product.error_busi", "The item is being created, please try later.")
        }
        guard item.tiers.isEmpty else { return error("product.error_param", "The item has tier variations already.") }
        let tiers = body.list("standardise_tier_variation").map { tier in
            SimulatedItem.Tier(
                name: tier.text("variation_name") ?? "",
                options: tier.list("variation_option_list").compactMap { $0.text("variation_option_name") })
        }
        guard (1...2).contains(tiers.count), tiers.allSatisfy({ (1...14).contains($0.name.count) && !$0.options.isEmpty }) else {
            return error("product.error_param", "Tier variation name is invalid.")
        }
        var models: [SimulatedModel] = []
        for model in body.list("model") {
            let places = (model["tier_index"] as? [NSNumber])?.map(\.intValue) ?? []
            guard places.count == tiers.count, zip(places, tiers).allSatisfy({ $1.options.indices.contains($0) }),
                let price = model.number("original_price")
            else { return error("product.error_param", "Tier index is invalid.") }
            models.append(
                SimulatedModel(
                    id: number(), sku: model.text("model_sku") ?? "", places: places, price: price,
                    stock: model.list("seller_stock").first?.number("stock") ?? 0))
        }
        guard !models.isEmpty else { return error("product.error_param", "No model.") }
        shops[shop]?.items[id]?.tiers = tiers
        shops[shop]?.items[id]?.models = models
        return done(shops[shop]?.items[id]?.modelJSON ?? [:])
    }

    /// Applies a change to each model that is named, some of which fail on a bad day.
    private func change(
        _ request: ArrivedRequest, _ shop: Int, list: String, _ apply: (inout SimulatedModel, [String: Any]) -> String?
    ) -> SentAnswer {
        guard let body = request.object, let id = body.number("item_id"), shops[shop]?.items[id] != nil else {
            return error("error_item_not_found", "Product not found")
        }
        let entries = body.list(list)
        guard (1...50).contains(entries.count) else { return error("error_param", "Wrong parameters, detail: \(list).") }
        var (done, failed): ([[String: Any]], [[String: Any]]) = ([], [])
        for entry in entries {
            let wanted = entry.number("model_id") ?? 0
            guard let place = shops[shop]!.items[id]!.models.firstIndex(where: { $0.id == wanted }) else {
                failed.append(["model_id": wanted, "failed_reason": "Model not found"])
                continue
            }
            if chance.happens(faults.partialFailures) {
                failed.append(["model_id": wanted, "failed_reason": "Update model failed, please try later."])
                continue
            }
            if let reason = apply(&shops[shop]!.items[id]!.models[place], entry) {
                failed.append(["model_id": wanted, "failed_reason": reason])
            } else {
                done.append(["model_id": wanted])
            }
        }
        return self.done(["success_list": done, "failure_list": failed])
    }

    private func updatePrice(_ request: ArrivedRequest, _ shop: Int) -> SentAnswer {
        change(request, shop, list: "price_list") { model, entry in
            guard let price = entry.number("original_price"), price >= 99 else { return "Price is too low." }
            model.price = price
            return nil
        }
    }

    private func updateStock(_ request: ArrivedRequest, _ shop: Int) -> SentAnswer {
        change(request, shop, list: "stock_list") { model, entry in
            guard let stock = entry.list("seller_stock").first?.number("stock"), (0...999_998).contains(stock) else {
                return "Stock is invalid."
            }
            model.stock = stock
            return nil
        }
    }

    private func unlist(_ request: ArrivedRequest, _ shop: Int) -> SentAnswer {
        guard let body = request.object else { return error("error_data", "parse data failed") }
        var (done, failed): ([[String: Any]], [[String: Any]]) = ([], [])
        for entry in body.list("item_list") {
            let id = entry.number("item_id") ?? 0
            guard let item = shops[shop]?.items[id], item.status != "BANNED" else {
                failed.append(["item_id": id, "failed_reason": "Product is banned or not found"])
                continue
            }
            let unlist = entry["unlist"] as? Bool ?? true
            shops[shop]?.items[id]?.status = unlist ? "UNLIST" : "NORMAL"
            done.append(["item_id": id, "unlist": unlist])
        }
        return self.done(["success_list": done, "failure_list": failed])
    }

    private func couriers() -> SentAnswer {
        done([
            "logistics_channel_list": [
                ["logistics_channel_id": 8003, "logistics_channel_name": "Reguler", "enabled": true, "mask_channel_id": 0],
                ["logistics_channel_id": 8005, "logistics_channel_name": "Hemat Kargo", "enabled": false, "mask_channel_id": 0],
                ["logistics_channel_id": 80_031, "logistics_channel_name": "J&T", "enabled": true, "mask_channel_id": 8003],
            ]
        ])
    }

    // MARK: Orders

    private func orderList(_ request: ArrivedRequest, _ shop: SimulatedShop) -> SentAnswer {
        guard let from = request.first("time_from").flatMap({ Int($0) }), let to = request.first("time_to").flatMap({ Int($0) }), from < to,
            to - from <= 15 * 86_400
        else { return error("order.order_list_invalid_time", "Start time must be earlier than end time and diff in 15days.") }
        guard let size = request.first("page_size").flatMap({ Int($0) }), (1...100).contains(size) else {
            return error("order.error_param", "Wrong parameters, detail: page_size.")
        }
        let byCreation = request.first("time_range_field") == "create_time"
        let found = shop.orders.values.filter { (from...to).contains(byCreation ? $0.created : $0.updated) }.sorted {
            ($0.updated, $0.reference) < ($1.updated, $1.reference)
        }
        let start = request.first("cursor").flatMap { Int($0) } ?? 0
        let page = found.dropFirst(start).prefix(size)
        let more = start + size < found.count
        return done([
            "order_list": page.map { ["order_sn": $0.reference, "order_status": $0.status] }, "more": more,
            "next_cursor": more ? String(start + size) : "",
        ])
    }

    private func orderDetail(_ request: ArrivedRequest, _ shop: SimulatedShop) -> SentAnswer {
        let references = request.all("order_sn_list")
        guard !references.isEmpty, references.count <= 50 else {
            return error("order.error_param", "Wrong parameters, detail: order_sn_list.")
        }
        let fields = Set(request.all("response_optional_fields"))
        let orders = references.compactMap { shop.orders[$0] }
        guard !orders.isEmpty else { return error("error_not_found", "Wrong parameters, detail: the order is not found.") }
        return done(["order_list": orders.map { $0.json(fields) }])
    }

    private func shippingParameter(_ request: ArrivedRequest, _ shop: SimulatedShop) -> SentAnswer {
        guard let order = request.first("order_sn").flatMap({ shop.orders[$0] }) else {
            return error("error_not_found", "Wrong parameters, detail: the order is not found.")
        }
        guard order.status == "READY_TO_SHIP" else {
            return error("error_param", "Shipping parameters can only be obtained when package is ready to be shipped")
        }
        return done([
            "info_needed": ["pickup": ["address_id", "pickup_time_id"]],
            "pickup": [
                "address_list": [
                    [
                        "address_id": 234, "city": "KOTA SEMARANG",
                        "time_slot_list": [["date": now + 86_400, "pickup_time_id": "1"]],
                    ] as [String: Any]
                ]
            ],
        ])
    }

    private func ship(_ request: ArrivedRequest, _ shop: Int) -> SentAnswer {
        guard let body = request.object, let reference = body.text("order_sn"), let order = shops[shop]?.orders[reference] else {
            return error("error_not_found", "Wrong parameters, detail: the order is not found.")
        }
        guard order.status == "READY_TO_SHIP" else { return error("logistics.error_status", "Logistic status is not supported.") }
        guard body["pickup"] != nil || body["dropoff"] != nil || body["non_integrated"] != nil else {
            return error("logistics.error_param", "Please choose pickup or dropoff.")
        }
        advance(reference, in: shop, to: "PROCESSED")
        return done([:])
    }

    private func cancelOrder(_ request: ArrivedRequest, _ shop: Int) -> SentAnswer {
        guard let body = request.object, let reference = body.text("order_sn"), let order = shops[shop]?.orders[reference] else {
            return error("error_not_found", "Wrong parameters, detail: the order is not found.")
        }
        guard ["UNPAID", "READY_TO_SHIP"].contains(order.status) else { return error("order.error_limit", "Can not cancel this order") }
        advance(reference, in: shop, to: "CANCELLED", reason: body.text("cancel_reason"))
        return done(["update_time": now])
    }

    // MARK: Lost pushes

    private func lostPushes() -> SentAnswer {
        lost.removeAll { now - $0.push.timestamp > 3 * 86_400 }
        let page = lost.prefix(100)
        return done([
            "push_message_list": page.map {
                ["shop_id": $0.push.shop, "code": $0.push.code, "timestamp": $0.push.timestamp, "data": $0.push.data] as [String: Any]
            },
            "has_next_page": lost.count > 100, "last_message_id": page.last?.number ?? 0,
        ])
    }

    private func confirmLost(_ request: ArrivedRequest) -> SentAnswer {
        guard let last = request.object?.number("last_message_id") else { return error("error_param", "Wrong parameters.") }
        lost.removeAll { $0.number <= last }
        return done([:])
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
