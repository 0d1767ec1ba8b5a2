import Crypto
import Foundation

/// A Blibli of one's own: stores with keys, a queue for new products, items of orders in packages, and quotas, behind the calls of the sellers'
/// interface. Source: Blibli seller API documentation.
public actor SimulatedBlibli: SimulatedChannel {
    public nonisolated let client: String
    private let key: String
    private let signatureKey: String?
    private let pushKey: String?
    private let clock: SimulatorClock
    private var chance: SeededChance
    private var faults: Faults
    private var stores: [String: SimulatedStore] = [:]
    private var nextNumber = 12_100_000_001
    private var due: [(body: [UInt8], attempts: Int)] = []
    private var pushAddress: String?

    /// - Parameters:
    ///   - signatureKey: with what requests have to be signed; nil if they need not be.
    ///   - pushKey: with what pushes are signed; nil if they are not.
    public init(
        client: String = "mta-api-sandbox", key: String, signatureKey: String? = nil, pushKey: String? = nil, clock: SimulatorClock,
        seed: UInt64 = 1, faults: Faults = .none
    ) {
        self.client = client
        self.key = key
        self.signatureKey = signatureKey
        self.pushKey = pushKey
        self.clock = clock
        self.faults = faults
        chance = SeededChance(seed: seed)
    }

    public func set(_ faults: Faults) { self.faults = faults }

    public func push(to address: String) { pushAddress = address }

    private var now: Int { Int(clock.now) }

    private func number() -> Int {
        nextNumber += 1
        return nextNumber
    }

    // MARK: - What owners and buyers do

    /// Opens a store and returns its code.
    public func openStore(named name: String) -> String {
        let code = "NKS-\(60_000 + stores.count + 1)"
        let key = String((0..<64).map { _ in "0123456789ABCDEF".randomElement(using: &chance)! })
        stores[code] = SimulatedStore(code: code, name: name, sellerKey: key, pickupPoint: "PP-\(3_000_000 + stores.count + 1)")
        return code
    }

    /// What the Seller Center shows the owner.
    public func sellerKey(of store: String) -> String { stores[store]?.sellerKey ?? "" }

    public var storeCodes: [String] { stores.keys.sorted() }

    /// Somebody buys and has paid: what is not paid is not shown to sellers.
    ///
    /// - Returns: the number of the item; nil if it was not there any more.
    @discardableResult
    public func order(_ quantity: Int, of sku: String, in code: String) -> String? {
        guard var store = stores[code] else { return nil }
        for product in store.products.values where product.state(at: now) == "ACTIVE" {
            guard let place = product.variants.firstIndex(where: { $0.sellerSku == sku }), product.variants[place].stock >= quantity else {
                continue
            }
            store.products[product.sku]!.variants[place].stock -= quantity
            let variant = product.variants[place]
            let id = String(number())
            store.items[id] = SimulatedStore.Item(
                id: id, order: String(number()), package: number() % 100_000_000, variant: variant.sku, sellerSku: sku, name: product.name,
                quantity: quantity, price: variant.price, status: "FP", paidAt: now, changedAt: now)
            stores[code] = store
            queue(id, in: code)
            return id
        }
        return nil
    }

    public func advance(_ item: String, in code: String, to status: String) {
        guard var store = stores[code], var changed = store.items[item], changed.status != status else { return }
        let hadLeft = ["FR", "D"].contains(changed.status)
        changed.status = status
        changed.changedAt = max(changed.changedAt, now)
        if status == "CX", !hadLeft {
            for product in store.products.values {
                if let place = product.variants.firstIndex(where: { $0.sku == changed.variant }) {
                    store.products[product.sku]!.variants[place].stock += changed.quantity
                }
            }
        }
        store.items[item] = changed
        stores[code] = store
        queue(item, in: code)
    }

    public func stocks(of code: String) -> [String: Int] {
        var stocks: [String: Int] = [:]
        for product in stores[code]?.products.values ?? [:].values {
            for variant in product.variants { stocks[variant.sellerSku] = variant.stock }
        }
        return stocks
    }

    public func statuses(of code: String) -> [String: String] { (stores[code]?.items ?? [:]).mapValues(\.status) }

    /// How many products of a store have a variant with a code.
    public func count(sku: String, in code: String) -> Int {
        stores[code]?.products.values.count { $0.variants.contains { $0.sellerSku == sku } } ?? 0
    }

    // MARK: What chance does

    public func openShops() -> [String] { stores.values.filter(\.isConnected).map(\.code).sorted() }

    public func forSale(in code: String) -> [String: Int] {
        guard let store = stores[code] else { return [:] }
        var goods: [String: Int] = [:]
        for product in store.products.values where product.state(at: now) == "ACTIVE" {
            for variant in product.variants where variant.stock > 0 { goods[variant.sellerSku] = variant.stock }
        }
        return goods
    }

    public func buy(_ quantity: Int, of sku: String, in code: String) -> Bool { order(quantity, of: sku, in: code) != nil }

    public func moveOrders(in code: String) {
        guard let store = stores[code] else { return }
        for item in store.items.values.sorted(by: { $0.id < $1.id }) where chance.happens(0.3) {
            switch item.status {
            case "PU", "PF": advance(item.id, in: code, to: "FR")
            case "FR": advance(item.id, in: code, to: "D")
            default: break
            }
        }
    }

    // MARK: - Pushes

    private func queue(_ id: String, in code: String) {
        guard let item = stores[code]?.items[id] else { return }
        let body = SentAnswer.json([
            "blibliSku": item.variant, "quantity": item.quantity, "orderId": item.order, "initialQuantity": item.quantity,
            "orderItemId": item.id, "packageId": String(item.package), "orderStatus": item.status, "instantPickup": false,
            "logisticProductCode": "RegularCode", "logisticProductName": "Regular", "blibliSkuName": item.name, "sellerSku": item.sellerSku,
            "orderDate": item.paidAt * 1000, "timestamp": now * 1000, "storeCode": code,
        ]).body
        due.append((body, 0))
    }

    public func deliver(_ send: @Sendable (_ body: [UInt8], _ headers: [String: String]) async -> Int?) async {
        guard let address = pushAddress else { return due = [] }
        var batch = due
        due = []
        if batch.count > 1 {
            for place in 1..<batch.count where chance.happens(faults.reorderedPushes) { batch.swapAt(place, place - 1) }
        }
        for push in batch where !chance.happens(faults.lostPushes) {
            var headers = ["requestid": "blibli-\(number())", "requesttime": String(now * 1000), "content-type": "application/json"]
            if let pushKey {
                let message = "POST\n\(md5(push.body))\napplication/json\n\(date(now))\n\(address)"
                headers["signature"] = hexadecimal(mac(message, pushKey))
            }
            var isTaken = false
            for _ in 0..<(chance.happens(faults.duplicatePushes) ? 2 : 1) {
                if let status = await send(push.body, headers), (200..<300).contains(status) { isTaken = true }
            }
            if !isTaken, push.attempts < 7 { due.append((push.body, push.attempts + 1)) }
        }
    }

    // MARK: - Calls

    public func answer(_ request: ArrivedRequest) -> SentAnswer {
        guard request.path.hasPrefix("/v2/proxy/") else { return .page(404, "Not Found") }
        let basic = "Basic " + Data("\(client):\(key)".utf8).base64EncodedString()
        guard request.headers["authorization"] == basic else { return failure("UNAUTHORIZED", "Invalid client.", 401) }
        guard let code = request.first("storeCode"), let store = stores[code], request.headers["api-seller-key"] == store.sellerKey,
            request.first("storeId") == "10001", request.first("requestId") != nil
        else { return failure("UNAUTHORIZED", "Invalid seller key.", 401) }
        let path = String(request.path.dropFirst("/v2/proxy".count))
        if let signatureKey {
            guard let milliseconds = request.headers["signature-time"].flatMap({ Int($0) }), abs(now - milliseconds / 1000) <= 600 else {
                return failure("SIGNATURE", "Signature-Time is missing or too old.", 403)
            }
            let signed = path.hasPrefix("/mta/") ? "/mtaapi" + path.dropFirst(4) : path
            let isEmpty = request.body.isEmpty
            let message =
                "\(request.method)\n\(isEmpty ? "" : md5(request.body))\n\(isEmpty ? "" : "application/json")\n\(date(milliseconds / 1000))\n\(signed)"
            guard request.headers["signature"] == Data(mac(message, signatureKey)).base64EncodedString() else {
                return failure("SIGNATURE", "Signature is wrong.", 403)
            }
        }
        stores[code]!.isConnected = true
        if chance.happens(faults.throttling) { return failure("TOO_MANY_REQUESTS", "try again in 30 min", 429) }
        if chance.happens(faults.pagesInsteadOfJSON) { return .page(502, "Bad Gateway") }
        let fails = chance.happens(faults.serverErrors)
        if fails, chance.happens(0.5) { return failure("SYSTEM_ERROR", "Internal error.", 500) }
        let answer = route(path, request, store)
        return fails ? failure("SYSTEM_ERROR", "Internal error.", 500) : answer
    }

    private func route(_ path: String, _ request: ArrivedRequest, _ store: SimulatedStore) -> SentAnswer {
        let parts = path.split(separator: "/").map(String.init)
        switch (request.method, path) {
        case ("POST", "/seller/v1/stores/pickup-points/filter"):
            return done([["code": store.pickupPoint, "name": "Gudang", "address": "Semarang"]], total: 1)
        case ("POST", "/seller/v1/products/async"): return create(request, store)
        case ("POST", "/seller/v1/products/filter"): return products(request, store)
        case ("POST", "/seller/v1/products/statuses/archive"), ("POST", "/seller/v1/products/statuses/unarchive"):
            for sku in request.object?["productSkus"] as? [String] ?? [] {
                stores[store.code]!.products[sku]?.isArchived = path.hasSuffix("/archive")
            }
            return SentAnswer(status: 204, body: [])
        case ("POST", "/seller/v1/orders/packages/filter"): return packages(request, store)
        case ("POST", "/mtaapi/api/businesspartner/v1/order/createPackage"): return pack(request, store)
        default: break
        }
        switch (request.method, parts.count) {
        case ("POST", 6) where parts[2] == "products" && parts[4] == "variants": return variants(parts[3], store)
        case ("PUT", 5) where parts[4] == "detail": return detail(parts[3], request, store)
        case ("PUT", 5) where parts[4] == "stock": return change(parts[3], request, store, isStock: true)
        case ("PUT", 4) where parts[2] == "products": return change(parts[3], request, store, isStock: false)
        case ("GET", 5) where parts[2] == "orders" && parts[3] == "items": return item(parts[4], store)
        case ("POST", 6) where parts[3] == "regular" && parts[5] == "fulfill": return fulfil(parts[4], request, store)
        default: return failure("NOT_FOUND", "No such operation.", 404)
        }
    }

    private func failure(_ code: String, _ message: String, _ status: Int) -> SentAnswer {
        .json(["success": false, "errorCode": code, "errorMessage": message], status: status)
    }

    private func done(_ content: Any, total: Int, page: Int = 0, size: Int = 50) -> SentAnswer {
        .json([
            "requestId": "r\(number())", "content": content,
            "paging": ["pageNumber": page, "pageSize": size, "totalPage": (total + size - 1) / size, "totalRecord": total],
        ])
    }

    // MARK: Products

    private func create(_ request: ArrivedRequest, _ store: SimulatedStore) -> SentAnswer {
        guard let entries = request.object?.list("product"), (1...10).contains(entries.count) else {
            return failure("VALIDATION", "product must hold 1 to 10 entries.", 400)
        }
        for entry in entries {
            guard let name = entry.text("name"), !name.isEmpty, let category = entry.text("categoryCode"), !category.isEmpty else {
                return failure("VALIDATION", "name and categoryCode are required.", 400)
            }
            guard let description = entry.text("description"), Data(base64Encoded: description) != nil else {
                return failure("VALIDATION", "description must be base64.", 400)
            }
            guard (entry["imageMap"] as? [String: Any])?.isEmpty == false else {
                return failure("VALIDATION", "An image is required.", 400)
            }
            guard entry.text("pickupPointCode") == store.pickupPoint else {
                return failure("VALIDATION", "pickupPointCode is unknown.", 400)
            }
            let sku = "\(store.code)-\(String(String(100_000 + number() % 100_000).dropFirst()))"
            let variants = entry.list("productItems").enumerated().map { place, item in
                SimulatedStore.Variant(
                    sku: "\(sku)-\(String(String(100_001 + place).dropFirst()))", sellerSku: item.text("sellerSku") ?? "",
                    price: (item["price"] as? [String: Any])?.number("regular") ?? 0, stock: item.number("stock") ?? 0)
            }
            guard !variants.isEmpty else { return failure("VALIDATION", "productItems is required.", 400) }
            stores[store.code]!.products[sku] = SimulatedStore.Product(
                sku: sku, name: name, category: category, queuedAt: now, visibleAt: now + 60, reviewedAt: now + 120, variants: variants)
        }
        return .json(["requestId": "r\(number())", "content": ["queueId": "q\(number())"]], status: 202)
    }

    private func products(_ request: ArrivedRequest, _ store: SimulatedStore) -> SentAnswer {
        let body = request.object ?? [:]
        let wanted = (body["filter"] as? [String: Any])?.text("productSku")
        let paging = body["paging"] as? [String: Any] ?? [:]
        let (page, size) = (paging.number("page") ?? 0, min(50, max(1, paging.number("size") ?? 50)))
        let found = store.products.values.filter { $0.visibleAt <= now && (wanted == nil || $0.sku == wanted) }.sorted {
            ($1.queuedAt, $1.sku) < ($0.queuedAt, $0.sku)
        }
        let content = found.dropFirst(page * size).prefix(size).map { product -> [String: Any] in
            let prices = product.variants.map(\.price)
            return [
                "product": [
                    "code": "MTA-\(product.sku)", "name": product.name, "sku": product.sku, "state": product.state(at: now),
                    "url": ["blibli": "https://www.blibli.example/p/\(product.sku)"],
                ] as [String: Any],
                "category": ["code": product.category, "name": "Makanan"], "brand": ["name": "no brand"], "images": [[String: Any]](),
                "counter": ["stock": product.variants.reduce(0) { $0 + $1.stock }, "variant": product.variants.count],
                "price": ["normal": ["min": prices.min() ?? 0, "max": prices.max() ?? 0]], "pickupPointCodes": [store.pickupPoint],
                "revision": ["notes": product.state(at: now) == "NEED_CORRECTION" ? "Produk tiruan tidak boleh dijual." : ""],
                "createdDate": product.queuedAt * 1000, "updatedDate": product.queuedAt * 1000,
            ]
        }
        return done(Array(content), total: found.count, page: page, size: size)
    }

    private func variants(_ sku: String, _ store: SimulatedStore) -> SentAnswer {
        guard let product = store.products[sku], product.visibleAt <= now else { return failure("NOT_FOUND", "Product is not found.", 404) }
        return done(
            product.variants.map {
                [
                    "blibliSku": $0.sku, "sellerSku": $0.sellerSku, "price": ["regular": $0.price, "sale": $0.price],
                    "availableStock": $0.stock, "pickupPointCode": store.pickupPoint,
                ] as [String: Any]
            }, total: product.variants.count)
    }

    private func detail(_ sku: String, _ request: ArrivedRequest, _ store: SimulatedStore) -> SentAnswer {
        guard store.products[sku] != nil else { return failure("NOT_FOUND", "Product is not found.", 404) }
        if let name = request.object?.text("name") { stores[store.code]!.products[sku]!.name = name }
        return SentAnswer(status: 204, body: [])
    }

    private func change(_ variant: String, _ request: ArrivedRequest, _ store: SimulatedStore, isStock: Bool) -> SentAnswer {
        let sku = variant.split(separator: "-").dropLast().joined(separator: "-")
        guard let place = store.products[sku]?.variants.firstIndex(where: { $0.sku == variant }) else {
            return failure("NOT_FOUND", "Item is not found.", 404)
        }
        if chance.happens(faults.partialFailures) { return failure("LOCKED", "The item is being changed, try again.", 400) }
        if isStock {
            guard request.first("pickupPointCode") == store.pickupPoint, let stock = request.object?.number("availableStock"), stock >= 0
            else {
                return failure("VALIDATION", "availableStock or pickupPointCode is wrong.", 400)
            }
            stores[store.code]!.products[sku]!.variants[place].stock = stock
        } else {
            guard let price = (request.object?["price"] as? [String: Any])?.number("regular"), price > 0 else {
                return failure("VALIDATION", "price is wrong.", 400)
            }
            stores[store.code]!.products[sku]!.variants[place].price = price
        }
        return SentAnswer(status: 204, body: [])
    }

    // MARK: Orders

    private func packages(_ request: ArrivedRequest, _ store: SimulatedStore) -> SentAnswer {
        // A hundred lists within half an hour, then nothing for a while.
        stores[store.code]!.orderCalls.removeAll { now - $0 >= 1800 }
        guard stores[store.code]!.orderCalls.count < 100 else { return failure("TOO_MANY_REQUESTS", "try again in 30 min", 429) }
        stores[store.code]!.orderCalls.append(now)
        let body = request.object ?? [:]
        let range = (body["filter"] as? [String: Any])?["statusFPDateRange"] as? [String: Any] ?? [:]
        let (start, end) = ((range.number("start") ?? 0) / 1000, (range.number("end") ?? Int.max) / 1000)
        let paging = body["paging"] as? [String: Any] ?? [:]
        let (page, size) = (paging.number("page") ?? 0, paging.number("size") ?? 50)
        guard size <= 50, page >= 0 else { return failure("VALIDATION", "size is at most 50.", 400) }
        let found = store.items.values.filter { (start..<end).contains($0.paidAt) }.sorted { ($0.paidAt, $0.id) < ($1.paidAt, $1.id) }
        // However many there are, no more than a hundred are given.
        let content = found.prefix(100).dropFirst(page * size).prefix(size).map { item -> [String: Any] in
            [
                "packageId": item.package,
                "orderItems": [
                    [
                        "createdDate": item.paidAt * 1000, "storeCode": store.code, "sellerDeliveryType": "REGULAR",
                        "order": [
                            "id": item.order, "itemId": item.id, "itemStatus": item.status, "quantity": item.quantity,
                            "date": item.paidAt * 1000, "customerFullName": "B*** S***", "statusFPUpdatedTimestamp": item.paidAt * 1000,
                        ] as [String: Any],
                        "product": [
                            "blibliSku": item.variant, "sellerSku": item.sellerSku, "itemName": item.name, "price": item.price,
                            "finalPrice": item.price,
                        ] as [String: Any], "logistics": ["awbNumber": item.tracking, "optionName": "Regular"],
                    ] as [String: Any]
                ],
            ]
        }
        return done(Array(content), total: found.count, page: page, size: size)
    }

    private func item(_ id: String, _ store: SimulatedStore) -> SentAnswer {
        guard let item = store.items[id] else { return failure("NOT_FOUND", "Order item is not found.", 404) }
        return .json([
            "requestId": "r\(number())",
            "content": [
                "id": item.order, "itemId": item.id, "packageId": item.package, "status": item.status, "quantity": item.quantity,
                "timestamp": ["statusUpdatedToFP": item.paidAt * 1000],
                "histories": [
                    ["status": "FP", "timestamp": item.paidAt * 1000], ["status": item.status, "timestamp": item.changedAt * 1000],
                ],
                "amount": ["seller": item.price * item.quantity, "itemTotal": item.price * item.quantity, "item": item.price],
                "recipient": ["name": "B*** S***", "city": "Kota Surabaya"], "shipment": ["awbNumber": item.tracking],
                "product": ["blibliSku": item.variant, "sellerSku": item.sellerSku, "name": item.name],
            ] as [String: Any],
        ])
    }

    private func pack(_ request: ArrivedRequest, _ store: SimulatedStore) -> SentAnswer {
        let ids = request.object?["orderItemIds"] as? [String] ?? []
        guard let id = ids.first, let item = store.items[id], item.status == "FP" else {
            return failure("INVALID_STATUS", "The item cannot be packed now.", 400)
        }
        return .json(["requestId": "r\(number())", "success": true, "value": ["packageId": item.package]])
    }

    private func fulfil(_ package: String, _ request: ArrivedRequest, _ store: SimulatedStore) -> SentAnswer {
        guard let item = store.items.values.first(where: { String($0.package) == package }), item.status == "FP" else {
            return failure("INVALID_STATUS", "The package cannot be fulfilled now.", 400)
        }
        stores[store.code]!.items[item.id]!.tracking = request.object?.text("awbNo") ?? ""
        advance(item.id, in: store.code, to: "PU")
        return SentAnswer(status: 204, body: [])
    }

    // MARK: Signatures

    private func mac(_ message: String, _ key: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(message.utf8), using: SymmetricKey(data: Array(key.utf8))))
    }

    private func md5(_ bytes: [UInt8]) -> String { hexadecimal(Insecure.MD5.hash(data: bytes)) }

    private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func date(_ seconds: Int) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
        formatter.dateFormat = "EEE MMM dd HH:mm:ss 'WIB' yyyy"
        return formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
    }
}
