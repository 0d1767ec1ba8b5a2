import Crypto
import Foundation

/// A TikTok Shop of one's own, with Tokopedia as its second storefront: shops, products that somebody looks at before buyers see them, orders
/// without quantities, tokens and pushes behind the calls of the Partner API 202309. Source: TikTok Shop Partner Center documentation.
public actor SimulatedTikTokShop: SimulatedChannel {
    public nonisolated let applicationKey: String
    private let secret: String
    private let clock: SimulatorClock
    private var chance: SeededChance
    private var faults: Faults
    private var sellers: [Int: SimulatedSeller] = [:]
    private var codes: [String: (seller: Int, until: Double)] = [:]
    private var images: Set<String> = []
    private var nextNumber = 1_729_000_000_000_000_001
    private var due: [Push] = []
    private var redirect: String?
    private var doesPush = false
    /// What was called, for tests that count.
    public private(set) var calls: [String: Int] = [:]
    /// How long somebody looks at a new product, in seconds.
    private static let auditTime = 30

    private struct Push {
        var body: [UInt8]
        var attempts = 0
    }

    public init(applicationKey: String = "29a39d", secret: String, clock: SimulatorClock, seed: UInt64 = 1, faults: Faults = .none) {
        self.applicationKey = applicationKey
        self.secret = secret
        self.clock = clock
        self.faults = faults
        chance = SeededChance(seed: seed)
    }

    public func set(_ faults: Faults) { self.faults = faults }

    /// Where owners are sent back to, as the Partner Center holds it.
    public func sendBack(to address: String) { redirect = address }

    public func startPushing() { doesPush = true }

    private var now: Int { Int(clock.now) }

    private func number() -> Int {
        nextNumber += 1
        return nextNumber
    }

    private func token() -> String { String((0..<40).map { _ in "0123456789abcdefghijklmnopqrstuvwxyz".randomElement(using: &chance)! }) }

    // MARK: - What owners and buyers do

    /// Opens a shop and returns its number.
    public func openShop(named name: String) -> Int {
        let id = number()
        sellers[id] = SimulatedSeller(id: id, name: name, cipher: "ROW_\(token())", warehouse: String(number()))
        return id
    }

    /// The shops, the one that was opened first before the others.
    public var shopNumbers: [Int] { sellers.keys.sorted() }

    /// The owner says yes: a code that works once, for half an hour.
    public func consent(of shop: Int) -> String {
        let code = token()
        codes[code] = (shop, clock.now + 1800)
        return code
    }

    /// Takes the permission back.
    public func revoke(_ shop: Int) {
        sellers[shop]?.access = nil
        sellers[shop]?.refresh = nil
        queue(type: 6, shop: shop, data: [:])
    }

    public enum BuyFailure: Error, Sendable, Hashable {
        case notForSale(String)
        case soldOut(String)
    }

    /// A buyer orders on one of the two storefronts; the stock goes down at once.
    ///
    /// - Throws: ``BuyFailure``.
    @discardableResult
    public func buy(_ basket: [(sku: String, quantity: Int)], in shop: Int, onTokopedia: Bool = false) throws -> String {
        settle()
        guard var seller = sellers[shop] else { throw BuyFailure.notForSale("shop") }
        var lines: [SimulatedSeller.Order.Line] = []
        for (sku, quantity) in basket {
            let place = seller.products.values.sorted { $0.id < $1.id }.lazy.compactMap { product in
                product.status == "ACTIVATE" ? product.skus.firstIndex { $0.sellerSku == sku }.map { (product.id, $0) } : nil
            }.first
            guard let (product, index) = place else { throw BuyFailure.notForSale(sku) }
            guard seller.products[product]!.skus[index].quantity >= quantity else { throw BuyFailure.soldOut(sku) }
            seller.products[product]!.skus[index].quantity -= quantity
            let found = seller.products[product]!.skus[index]
            lines.append(
                .init(
                    product: product, sku: found.id, name: seller.products[product]!.title, sellerSku: sku, quantity: quantity,
                    price: found.price))
        }
        let id = String(number())
        seller.orders[id] = SimulatedSeller.Order(
            id: id, isTokopedia: onTokopedia, status: "UNPAID", created: now, updated: now, lines: lines)
        sellers[shop] = seller
        pushOrder(id, in: shop)
        return id
    }

    /// The next thing happens to an order.
    public func advance(_ order: String, in shop: Int, to status: String, reason: String = "") {
        guard var seller = sellers[shop], var changed = seller.orders[order], changed.status != status else { return }
        let hadLeft = ["IN_TRANSIT", "DELIVERED", "COMPLETED"].contains(changed.status)
        changed.status = status
        changed.updated = max(changed.updated, now)
        changed.reason = reason
        if status == "CANCELLED", !hadLeft {
            for line in changed.lines {
                guard let place = seller.products[line.product]?.skus.firstIndex(where: { $0.id == line.sku }) else { continue }
                seller.products[line.product]!.skus[place].quantity += line.quantity
            }
        }
        seller.orders[order] = changed
        sellers[shop] = seller
        pushOrder(order, in: shop)
    }

    public func stocks(of shop: Int) -> [String: Int] {
        var stocks: [String: Int] = [:]
        for product in sellers[shop]?.products.values ?? [:].values { for sku in product.skus { stocks[sku.sellerSku] = sku.quantity } }
        return stocks
    }

    public func statuses(of shop: Int) -> [String: String] { (sellers[shop]?.orders ?? [:]).mapValues(\.status) }

    /// How many products of a shop have a variant with a code.
    public func count(sku: String, in shop: Int) -> Int {
        sellers[shop]?.products.values.count { $0.status != "DELETED" && $0.skus.contains { $0.sellerSku == sku } } ?? 0
    }

    // MARK: What chance does

    public func openShops() -> [String] { sellers.filter { $0.value.access != nil }.keys.sorted().map(String.init) }

    public func forSale(in shop: String) -> [String: Int] {
        settle()
        guard let seller = Int(shop).flatMap({ sellers[$0] }) else { return [:] }
        var goods: [String: Int] = [:]
        for product in seller.products.values where product.status == "ACTIVATE" {
            for sku in product.skus where sku.quantity > 0 && !sku.sellerSku.isEmpty { goods[sku.sellerSku] = sku.quantity }
        }
        return goods
    }

    public func buy(_ quantity: Int, of sku: String, in shop: String) -> Bool {
        guard let id = Int(shop) else { return false }
        let onTokopedia = chance.happens(0.5)
        return (try? buy([(sku, quantity)], in: id, onTokopedia: onTokopedia)) != nil
    }

    public func moveOrders(in shop: String) {
        guard let id = Int(shop), let seller = sellers[id] else { return }
        for order in seller.orders.values.sorted(by: { $0.id < $1.id }) where chance.happens(0.3) {
            let next: [String] =
                switch order.status {
                case "UNPAID": ["ON_HOLD", "ON_HOLD", "ON_HOLD", "CANCELLED"]
                case "ON_HOLD": ["AWAITING_SHIPMENT"]
                case "AWAITING_COLLECTION": ["IN_TRANSIT"]
                case "IN_TRANSIT": ["DELIVERED"]
                case "DELIVERED": ["COMPLETED"]
                default: []
                }
            if let status = next.randomElement(using: &chance) { advance(order.id, in: id, to: status) }
        }
    }

    /// Somebody at the channel has looked at what has waited long enough: a title with “palsu” in it is refused.
    private func settle() {
        for (id, seller) in sellers {
            for (number, product) in seller.products where product.status == "PENDING" && product.auditedAt <= now {
                let isRefused = product.title.lowercased().contains("palsu")
                sellers[id]!.products[number]!.status = isRefused ? "FAILED" : "ACTIVATE"
                sellers[id]!.products[number]!.reasons = isRefused ? ["Counterfeit goods are not allowed."] : []
                sellers[id]!.products[number]!.updated = now
                queue(
                    type: 5, shop: id,
                    data: [
                        "product_id": number, "status": isRefused ? "PRODUCT_AUDIT_FAILURE" : "PRODUCT_AUDIT_SUCCESS", "update_time": now,
                    ])
            }
        }
    }

    // MARK: - Pushes

    private func pushOrder(_ id: String, in shop: Int) {
        guard let order = sellers[shop]?.orders[id] else { return }
        // Here numbers are numbers, and a cancelled order says so in another word.
        queue(
            type: 1, shop: shop,
            data: [
                "order_id": Int(id) ?? 0, "order_status": order.status == "CANCELLED" ? "CANCEL" : order.status, "is_on_hold_order": false,
                "update_time": order.updated,
            ])
    }

    private func queue(type: Int, shop: Int, data: [String: Any]) {
        let body = SentAnswer.json([
            "type": type, "tts_notification_id": String(number()), "shop_id": String(shop), "timestamp": now, "data": data,
        ]).body
        due.append(Push(body: body))
    }

    public func deliver(_ send: @Sendable (_ body: [UInt8], _ headers: [String: String]) async -> Int?) async {
        settle()
        guard doesPush else { return due = [] }
        var batch = due
        due = []
        if batch.count > 1 {
            for place in 1..<batch.count where chance.happens(faults.reorderedPushes) { batch.swapAt(place, place - 1) }
        }
        for push in batch where !chance.happens(faults.lostPushes) {
            let sign = hexadecimal(
                HMAC<SHA256>.authenticationCode(for: Array(applicationKey.utf8) + push.body, using: SymmetricKey(data: Array(secret.utf8))))
            if chance.happens(faults.wrongSignatures) { _ = await send(push.body, ["authorization": String(sign.reversed())]) }
            var isTaken = false
            for _ in 0..<(chance.happens(faults.duplicatePushes) ? 2 : 1) {
                if let status = await send(push.body, ["authorization": sign]), (200..<300).contains(status) { isTaken = true }
            }
            guard !isTaken else { continue }
            var again = push
            again.attempts += 1
            if again.attempts <= 3 { due.append(again) }
        }
    }

    // MARK: - Calls

    public func answer(_ request: ArrivedRequest) -> SentAnswer {
        calls["\(request.method) \(request.path)", default: 0] += 1
        settle()
        switch request.path {
        case "/open/authorize": return consentPage(request)
        case "/api/v2/token/get", "/api/v2/token/refresh": return tokens(request)
        default: break
        }
        if let fault = fault(of: request) { return fault }
        if chance.happens(faults.throttling) { return error(36_009_002, "Too many requests.", status: 429) }
        if chance.happens(faults.pagesInsteadOfJSON) { return .page(502, "Bad Gateway") }
        let fails = chance.happens(faults.serverErrors)
        if fails, chance.happens(0.5) { return error(36_009_003, "Internal error, please try again.", status: 500) }
        let answer = route(request)
        return fails ? error(36_009_003, "Internal error, please try again.", status: 500) : answer
    }

    private func error(_ code: Int, _ message: String, status: Int = 200) -> SentAnswer {
        .json(["code": code, "message": message, "request_id": token()], status: status)
    }

    private func done(_ data: [String: Any]) -> SentAnswer {
        .json(["code": 0, "message": "Success", "request_id": token(), "data": data])
    }

    /// The checks that come before any call is looked at; nil if it passes. What is signed is what arrived, byte by byte.
    private func fault(of request: ArrivedRequest) -> SentAnswer? {
        guard request.first("app_key") == applicationKey else { return error(36_009_004, "Invalid app_key.", status: 401) }
        guard let timestamp = request.first("timestamp").flatMap({ Int($0) }), now - timestamp <= 300, timestamp - now <= 30 else {
            return error(36_009_004, "Invalid timestamp.", status: 401)
        }
        let signed = request.query.filter { $0.name != "sign" && $0.name != "access_token" }.sorted { $0.name < $1.name }
        var message = Array((secret + request.path).utf8)
        for (name, value) in signed { message += (name + value).utf8 }
        let isForm = request.headers["content-type"]?.hasPrefix("multipart/form-data") == true
        if request.method != "GET", !isForm { message += request.body }
        message += secret.utf8
        let sign = hexadecimal(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Array(secret.utf8))))
        guard sign == request.first("sign") else { return error(106_001, "Signature is invalid.", status: 401) }
        return nil
    }

    private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func route(_ request: ArrivedRequest) -> SentAnswer {
        guard let owner = sellers.values.first(where: { $0.access?.token == request.headers["x-tts-access-token"] }) else {
            return error(36_009_004, "Invalid access_token.", status: 401)
        }
        guard let access = owner.access, access.until > now else { return error(105_002, "Access token has expired.", status: 401) }
        if request.path == "/authorization/202309/shops" {
            return done([
                "shops": [
                    [
                        "id": String(owner.id), "name": owner.name, "region": "ID", "seller_type": "LOCAL", "cipher": owner.cipher,
                        "code": "IDLC\(owner.id)",
                    ]
                ]
            ])
        }
        if request.path == "/product/202309/images/upload" { return upload(request) }
        guard request.first("shop_cipher") == owner.cipher else { return error(36_009_004, "Invalid shop_cipher.", status: 401) }
        let parts = request.path.split(separator: "/").map(String.init)
        switch (request.method, parts.count, parts.last ?? "") {
        case ("GET", 3, "warehouses"):
            return done([
                "warehouses": [
                    ["id": owner.warehouse, "name": "Gudang", "effect_status": "ENABLED", "type": "SALES_WAREHOUSE", "is_default": true],
                    ["id": "9", "name": "Retur", "effect_status": "ENABLED", "type": "RETURN_WAREHOUSE", "is_default": false],
                ] as [[String: Any]]
            ])
        case ("POST", 4, "search") where parts[0] == "product": return searchProducts(request, owner)
        case ("POST", 4, "search") where parts[0] == "order": return searchOrders(request, owner)
        case ("POST", 3, "products"): return create(request, owner)
        case ("POST", 4, "activate"), ("POST", 4, "deactivate"): return turn(request, owner, on: parts[3] == "activate")
        case ("GET", 4, _) where parts[2] == "products": return product(parts[3], owner)
        case ("PUT", 4, _) where parts[2] == "products": return edit(parts[3], request, owner)
        case ("POST", 6, "update") where parts[4] == "prices" || parts[4] == "inventory":
            return change(parts[3], request, owner, isPrice: parts[4] == "prices")
        case ("GET", 3, "orders"): return orders(request, owner)
        case ("POST", 5, "ship") where parts[0] == "fulfillment": return ship(parts[3], owner)
        case ("POST", 3, "cancellations"): return cancel(request, owner)
        default: return error(36_009_009, "Invalid path.", status: 404)
        }
    }

    // MARK: Tokens

    private func consentPage(_ request: ArrivedRequest) -> SentAnswer {
        guard request.first("service_id") != nil, let redirect,
            let shop = sellers.keys.sorted().first(where: { sellers[$0]?.access == nil })
        else { return .page(400, "No shop to authorise") }
        let state = request.first("state") ?? ""
        return .redirect(to: "\(redirect)?app_key=\(applicationKey)&code=\(consent(of: shop))&locale=id-ID&shop_region=ID&state=\(state)")
    }

    private func tokens(_ request: ArrivedRequest) -> SentAnswer {
        guard request.first("app_key") == applicationKey, request.first("app_secret") == secret else {
            return error(36_004_003, "Invalid app_secret.")
        }
        let seller: Int
        if request.path.hasSuffix("/get") {
            guard request.first("grant_type") == "authorized_code", let code = request.first("auth_code"),
                let known = codes.removeValue(forKey: code), known.until > clock.now
            else { return error(36_004_004, "Invalid auth_code.") }
            seller = known.seller
        } else {
            guard request.first("grant_type") == "refresh_token",
                let known = sellers.values.first(where: { $0.refresh?.token == request.first("refresh_token") }),
                let refresh = known.refresh, refresh.until > now
            else { return error(36_004_005, "Invalid refresh_token.") }
            seller = known.id
        }
        let (access, refresh) = (token(), token())
        sellers[seller]!.access = (access, now + 7 * 86_400)
        sellers[seller]!.refresh = (refresh, now + 60 * 86_400)
        return done([
            "access_token": access, "access_token_expire_in": now + 7 * 86_400, "refresh_token": refresh,
            "refresh_token_expire_in": now + 60 * 86_400, "open_id": "open-\(seller)", "seller_name": sellers[seller]!.name,
            "seller_base_region": "ID", "user_type": 0, "granted_scopes": [String](),
        ])
    }

    // MARK: Products

    private func upload(_ request: ArrivedRequest) -> SentAnswer {
        guard request.headers["content-type"]?.hasPrefix("multipart/form-data; boundary=") == true,
            request.body.firstRange(of: Array("name=\"data\"".utf8)) != nil,
            request.body.firstRange(of: [0xFF, 0xD8, 0xFF]) != nil || request.body.firstRange(of: [0x89, 0x50, 0x4E, 0x47]) != nil
        else { return error(12_019_003, "Invalid image.") }
        let uri = "tos-useast2a-i-\(number())/image"
        images.insert(uri)
        return done(["uri": uri, "url": "https://p16.example/\(uri)", "height": 800, "width": 800, "use_case": "MAIN_IMAGE"])
    }

    /// What is wrong with a product; nil if nothing is.
    private func fault(of body: [String: Any], _ owner: SimulatedSeller) -> SentAnswer? {
        let title = body.text("title") ?? ""
        guard (25...255).contains(title.count) else { return error(12_052_217, "Title length must be between 25 and 255 characters.") }
        guard body.text("category_version") == "v2" else { return error(12_052_100, "category_version must be v2.") }
        guard let category = body.text("category_id"), Self.categories.contains(category) else {
            return error(12_052_101, "category_id is invalid.")
        }
        let uris = body.list("main_images").compactMap { $0.text("uri") }
        guard (1...9).contains(uris.count), uris.allSatisfy(images.contains) else { return error(12_052_102, "main_images is invalid.") }
        guard let weight = (body["package_weight"] as? [String: Any])?.text("value").flatMap({ Double($0) }), weight > 0 else {
            return error(12_052_103, "package_weight is required.")
        }
        guard let description = body.text("description"), description.hasPrefix("<p>") else {
            return error(12_052_104, "description must be valid HTML.")
        }
        for sku in body.list("skus") {
            guard let price = (sku["price"] as? [String: Any])?.text("amount").flatMap({ Int($0) }), (100...100_000_000).contains(price)
            else {
                return error(12_052_105, "sku price is invalid.")
            }
            guard sku.list("inventory").allSatisfy({ $0.text("warehouse_id") == owner.warehouse }) else {
                return error(12_052_990, "warehouse_id is invalid.")
            }
        }
        return body.list("skus").isEmpty ? error(12_052_106, "skus is required.") : nil
    }

    static let categories: Set<String> = ["700437", "700438", "700439", "700640", "700641", "700838"]

    private func skus(_ body: [String: Any], known: [SimulatedSeller.Sku]) -> [SimulatedSeller.Sku] {
        body.list("skus").map { entry in
            let id = entry.text("id").flatMap { Int($0) }.flatMap { id in known.first { $0.id == id }?.id } ?? number()
            return SimulatedSeller.Sku(
                id: id, sellerSku: entry.text("seller_sku") ?? "",
                attributes: entry.list("sales_attributes").map { ($0.text("name") ?? "", $0.text("value_name") ?? "") },
                price: (entry["price"] as? [String: Any])?.text("amount").flatMap { Int($0) } ?? 0,
                quantity: entry.list("inventory").reduce(0) { $0 + ($1.number("quantity") ?? 0) })
        }
    }

    private func create(_ request: ArrivedRequest, _ owner: SimulatedSeller) -> SentAnswer {
        guard let body = request.object else { return error(36_009_001, "Invalid body.") }
        if let fault = fault(of: body, owner) { return fault }
        let key = body.text("idempotency_key")
        var id = number()
        if let key, let known = owner.products.values.first(where: { $0.key == key && $0.status != "DELETED" }) {
            id = known.id
        } else {
            sellers[owner.id]!.products[id] = SimulatedSeller.Product(
                id: id, title: body.text("title") ?? "", text: body.text("description") ?? "", category: body.text("category_id") ?? "",
                external: body.text("external_product_id") ?? "", status: "PENDING", created: now, updated: now,
                auditedAt: now + Self.auditTime, skus: skus(body, known: []), key: key)
        }
        let product = sellers[owner.id]!.products[id]!
        return done([
            "product_id": String(id), "skus": product.skus.map { ["id": String($0.id), "seller_sku": $0.sellerSku] },
            "warnings": [[String: Any]](),
        ])
    }

    private func edit(_ id: String, _ request: ArrivedRequest, _ owner: SimulatedSeller) -> SentAnswer {
        guard let body = request.object, let number = Int(id), let product = owner.products[number], product.status != "DELETED" else {
            return error(12_052_023, "Product does not exist.")
        }
        if let fault = fault(of: body, owner) { return fault }
        let changed = skus(body, known: product.skus)
        sellers[owner.id]!.products[number]!.title = body.text("title") ?? product.title
        sellers[owner.id]!.products[number]!.text = body.text("description") ?? product.text
        sellers[owner.id]!.products[number]!.category = body.text("category_id") ?? product.category
        sellers[owner.id]!.products[number]!.external = body.text("external_product_id") ?? product.external
        sellers[owner.id]!.products[number]!.skus = changed
        sellers[owner.id]!.products[number]!.status = "PENDING"
        sellers[owner.id]!.products[number]!.auditedAt = now + Self.auditTime
        sellers[owner.id]!.products[number]!.updated = now
        return done(["product_id": id])
    }

    private func searchProducts(_ request: ArrivedRequest, _ owner: SimulatedSeller) -> SentAnswer {
        guard let size = request.first("page_size").flatMap({ Int($0) }), (1...100).contains(size), request.object != nil else {
            return error(36_009_001, "page_size is invalid.")
        }
        let start = request.first("page_token").flatMap { Int($0) } ?? 0
        guard start + size <= 10_000 else { return error(12_052_180, "The search window is larger than 10000.") }
        let found = owner.products.values.filter { $0.status != "DELETED" }.sorted { $0.id < $1.id }
        let page = found.dropFirst(start).prefix(size)
        return done([
            "total_count": found.count, "next_page_token": start + size < found.count ? String(start + size) : "",
            "products": page.map { product in
                [
                    "id": String(product.id), "title": product.title, "status": product.status, "create_time": product.created,
                    "update_time": product.updated, "sales_regions": ["ID"],
                    "skus": product.skus.map { sku in
                        var json = sku.json
                        json["inventory"] = [["warehouse_id": owner.warehouse, "quantity": sku.quantity] as [String: Any]]
                        return json
                    },
                ] as [String: Any]
            },
        ])
    }

    private func product(_ id: String, _ owner: SimulatedSeller) -> SentAnswer {
        guard let product = Int(id).flatMap({ owner.products[$0] }), product.status != "DELETED" else {
            return error(12_052_023, "Product does not exist.")
        }
        return done([
            "id": id, "title": product.title, "description": product.text, "status": product.status,
            "external_product_id": product.external,
            "category_chains": [["id": "700000", "is_leaf": false], ["id": product.category, "is_leaf": true]] as [[String: Any]],
            "create_time": product.created, "update_time": product.updated, "main_images": [[String: Any]](),
            "audit_failed_reasons": product.reasons.map {
                ["position": "Product name", "reasons": [$0], "suggestions": [String]()] as [String: Any]
            },
            "skus": product.skus.map { sku in
                var json = sku.json
                json["inventory"] = [["warehouse_id": owner.warehouse, "quantity": sku.quantity] as [String: Any]]
                json["sales_attributes"] = sku.attributes.enumerated().map {
                    ["id": String(100_000 + $0), "name": $1.name, "value_id": "1", "value_name": $1.value]
                }
                return json
            },
        ])
    }

    private func change(_ id: String, _ request: ArrivedRequest, _ owner: SimulatedSeller, isPrice: Bool) -> SentAnswer {
        guard let body = request.object, let number = Int(id), let product = owner.products[number], product.status != "DELETED" else {
            return error(12_052_023, "Product does not exist.")
        }
        var errors: [[String: Any]] = []
        func fail(_ sku: String, _ code: Int, _ message: String) {
            errors.append([
                "code": code, "message": message, "detail": ["sku_id": sku, "extra_errors": [[String: Any]]()] as [String: Any],
            ])
        }
        for entry in body.list("skus") {
            let sku = entry.text("id") ?? ""
            guard let place = product.skus.firstIndex(where: { String($0.id) == sku }) else {
                fail(sku, 12_052_097, "SKU does not exist.")
                continue
            }
            if chance.happens(faults.partialFailures) {
                fail(sku, 12_052_990, "The inventory is being updated, please try again later.")
                continue
            }
            if isPrice {
                guard let price = (entry["price"] as? [String: Any])?.text("amount").flatMap({ Int($0) }),
                    (100...100_000_000).contains(price)
                else {
                    fail(sku, 12_052_105, "The price is out of range.")
                    continue
                }
                sellers[owner.id]!.products[number]!.skus[place].price = price
            } else {
                guard let line = entry.list("inventory").first, line.text("warehouse_id") == owner.warehouse,
                    let quantity = line.number("quantity"), (0...99_999).contains(quantity)
                else {
                    fail(sku, 12_052_990, "The quantity or the warehouse is invalid.")
                    continue
                }
                sellers[owner.id]!.products[number]!.skus[place].quantity = quantity
            }
        }
        // A part that failed does not make the call a failure.
        return done(["errors": errors])
    }

    private func turn(_ request: ArrivedRequest, _ owner: SimulatedSeller, on: Bool) -> SentAnswer {
        guard let ids = request.object?["product_ids"] as? [String], (1...20).contains(ids.count) else {
            return error(36_009_001, "product_ids is invalid.")
        }
        var errors: [[String: Any]] = []
        for id in ids {
            guard let number = Int(id), let product = owner.products[number], ["ACTIVATE", "SELLER_DEACTIVATED"].contains(product.status)
            else {
                errors.append(["code": 12_052_024, "message": "The product cannot be changed now.", "detail": ["product_id": id]])
                continue
            }
            sellers[owner.id]!.products[number]!.status = on ? "ACTIVATE" : "SELLER_DEACTIVATED"
        }
        return done(["errors": errors])
    }

    // MARK: Orders

    private func searchOrders(_ request: ArrivedRequest, _ owner: SimulatedSeller) -> SentAnswer {
        guard let body = request.object, let size = request.first("page_size").flatMap({ Int($0) }), (1...100).contains(size) else {
            return error(36_009_001, "page_size is invalid.")
        }
        let (from, to) = (body.number("update_time_ge") ?? 0, body.number("update_time_lt") ?? Int.max)
        let found = owner.orders.values.filter { $0.updated >= from && $0.updated < to }.sorted {
            ($0.updated, $0.id) < ($1.updated, $1.id)
        }
        let start = request.first("page_token").flatMap { Int($0) } ?? 0
        return done([
            "total_count": found.count, "next_page_token": start + size < found.count ? String(start + size) : "",
            "orders": found.dropFirst(start).prefix(size).map(\.json),
        ])
    }

    private func orders(_ request: ArrivedRequest, _ owner: SimulatedSeller) -> SentAnswer {
        let ids = request.all("ids")
        guard (1...50).contains(ids.count) else { return error(36_009_001, "ids is invalid.") }
        return done(["orders": ids.compactMap { owner.orders[$0]?.json }])
    }

    private func ship(_ package: String, _ owner: SimulatedSeller) -> SentAnswer {
        let id = String(package.dropFirst())
        guard package.hasPrefix("P"), let order = owner.orders[id] else { return error(21_001_001, "The package does not exist.") }
        guard order.status == "AWAITING_SHIPMENT" else { return error(21_011_001, "The package cannot be shipped in its current status.") }
        advance(id, in: owner.id, to: "AWAITING_COLLECTION")
        return done([:])
    }

    private func cancel(_ request: ArrivedRequest, _ owner: SimulatedSeller) -> SentAnswer {
        guard let body = request.object, let id = body.text("order_id"), let order = owner.orders[id] else {
            return error(25_001_001, "The order does not exist.")
        }
        guard ["UNPAID", "ON_HOLD", "AWAITING_SHIPMENT"].contains(order.status), let reason = body.text("cancel_reason") else {
            return error(25_011_003, "The order cannot be cancelled in its current status.")
        }
        advance(id, in: owner.id, to: "CANCELLED", reason: reason)
        return done(["cancel_id": String(number()), "cancel_status": "CANCELLATION_REQUEST_SUCCESS"])
    }
}
