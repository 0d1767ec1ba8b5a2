import Crypto
import Foundation

/// A GoFood of one's own: outlets with menus, orders that are pushed whole with nulls and exponents in them, and drivers. Source: GoBiz developer
/// documentation.
public actor SimulatedGoFood: SimulatedChannel {
    public nonisolated let client: String
    private let secret: String
    private let pushSecret: String
    private let clock: SimulatorClock
    private var chance: SeededChance
    private var faults: Faults
    private var outlets: [String: Outlet] = [:]
    private var tokens: [String: Int] = [:]
    private var nextNumber = 700_000_001
    private var due: [(body: [UInt8], attempts: Int)] = []
    private var doesPush = false

    private struct Outlet {
        let id: String
        let name: String
        var acceptsByItself: Bool
        var dishes: [String: Dish] = [:]
        var orders: [String: Order] = [:]
        var isConnected = false
    }

    private struct Dish {
        let name: String
        let price: Int
        let isThere: Bool
    }

    private struct Order {
        let number: String
        let isPickup: Bool
        var status: String
        var event: String
        let lines: [(code: String, name: String, quantity: Int, price: Int)]
        let createdAt: Int
        var reason: String?
    }

    public init(
        client: String = "naik-kelas", secret: String, pushSecret: String, clock: SimulatorClock, seed: UInt64 = 1, faults: Faults = .none
    ) {
        self.client = client
        self.secret = secret
        self.pushSecret = pushSecret
        self.clock = clock
        self.faults = faults
        chance = SeededChance(seed: seed)
    }

    public func set(_ faults: Faults) { self.faults = faults }

    public func startPushing() { doesPush = true }

    private var now: Int { Int(clock.now) }

    private func number() -> Int {
        nextNumber += 1
        return nextNumber
    }

    // MARK: - What owners and buyers do

    /// Opens an outlet, linked to the partner, and returns its number.
    ///
    /// - Parameter acceptsByItself: whether orders need nobody to accept them, as of linked outlets unless their owner says otherwise.
    public func openOutlet(named name: String, acceptsByItself: Bool = true) -> String {
        let id = "G\(number())"
        outlets[id] = Outlet(id: id, name: name, acceptsByItself: acceptsByItself)
        return id
    }

    public var outletNumbers: [String] { outlets.keys.sorted() }

    /// The dishes that guests can order, with their prices.
    public func menu(of outlet: String) -> [String: Int] {
        (outlets[outlet]?.dishes ?? [:]).filter(\.value.isThere).mapValues(\.price)
    }

    /// Somebody orders.
    ///
    /// - Returns: the number of the order; nil if a dish is not there.
    @discardableResult
    public func order(_ basket: [(code: String, quantity: Int)], in id: String, isPickup: Bool = false) -> String? {
        guard let outlet = outlets[id] else { return nil }
        var lines: [(String, String, Int, Int)] = []
        for (code, quantity) in basket {
            guard let dish = outlet.dishes[code], dish.isThere else { return nil }
            lines.append((code, dish.name, quantity, dish.price))
        }
        let number = "F-\(number())"
        outlets[id]!.orders[number] = Order(
            number: number, isPickup: isPickup, status: "AWAITING_MERCHANT_ACCEPTANCE", event: "gofood.order.awaiting_merchant_acceptance",
            lines: lines, createdAt: now)
        push(number, in: id)
        if outlet.acceptsByItself { move(number, in: id, to: "MERCHANT_ACCEPTED", "gofood.order.merchant_accepted") }
        return number
    }

    private func move(_ order: String, in outlet: String, to status: String, _ event: String, reason: String? = nil) {
        outlets[outlet]!.orders[order]!.status = status
        outlets[outlet]!.orders[order]!.event = event
        outlets[outlet]!.orders[order]!.reason = reason
        push(order, in: outlet)
    }

    /// The next thing happens: the driver comes, takes the food, brings it.
    public func advance(_ order: String, in outlet: String) {
        guard let known = outlets[outlet]?.orders[order] else { return }
        switch known.event {
        case "gofood.order.merchant_accepted": move(order, in: outlet, to: "DRIVER_OTW_PICKUP", "gofood.order.driver_otw_pickup")
        case "gofood.order.driver_otw_pickup": move(order, in: outlet, to: "OTW_DESTINATION", "gofood.order.placed")
        case "gofood.order.placed": move(order, in: outlet, to: "COMPLETED", "gofood.order.completed")
        default: break
        }
    }

    public func statuses(of outlet: String) -> [String: String] { (outlets[outlet]?.orders ?? [:]).mapValues(\.status) }

    // MARK: What chance does

    public func openShops() -> [String] { outlets.values.filter(\.isConnected).map(\.id).sorted() }

    public func forSale(in shop: String) -> [String: Int] { menu(of: shop).mapValues { _ in 5 } }

    public func buy(_ quantity: Int, of sku: String, in shop: String) -> Bool {
        let isPickup = chance.happens(0.2)
        return order([(sku, quantity)], in: shop, isPickup: isPickup) != nil
    }

    public func moveOrders(in shop: String) {
        for order in (outlets[shop]?.orders ?? [:]).keys.sorted() where chance.happens(0.5) { advance(order, in: shop) }
    }

    // MARK: - Pushes

    private func time(_ seconds: Int) -> String {
        let formatter = ISO8601DateFormatter()
        formatter.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
        return formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
    }

    private func text(_ string: String) -> String {
        let data = (try? JSONSerialization.data(withJSONObject: [string])) ?? Data("[\"\"]".utf8)
        return String(decoding: data.dropFirst().dropLast(), as: UTF8.self)
    }

    /// Written by hand: numbers come with exponents, and most of what could be there is null.
    private func push(_ number: String, in id: String) {
        guard let order = outlets[id]?.orders[number] else { return }
        func amount(_ value: Int) -> String {
            value >= 10_000 && value.isMultiple(of: 1000) ? "\(Double(value) / 10_000)e4" : "\(value).0"
        }
        let items = order.lines.map {
            #"{"id":"i\#($0.code)","external_id":\#(text($0.code)),"name":\#(text($0.name)),"quantity":\#($0.quantity),"price":\#(amount($0.price)),"notes":null,"variants":null,"sku_promo_id":null}"#
        }
        let total = order.lines.reduce(0) { $0 + $1.price * $1.quantity }
        let reason = order.reason.map { #"{"reason":\#(text($0))}"# } ?? "null"
        let body = #"""
            {"header":{"event_name":"\#(order.event)","event_id":"e\#(self.number())","version":1,"timestamp":"\#(time(now))"},"body":{"customer":{"id":"c1","name":null},"driver":null,"service_type":"\#(order.isPickup ? "gofood_pickup" : "gofood")","outlet":{"id":"\#(id)","external_outlet_id":null},"order":{"status":"\#(order.status)","pin":null,"order_number":"\#(number)","order_total":\#(amount(total)),"currency":"IDR","order_items":[\#(items.joined(separator: ","))],"cutlery_requested":null,"takeaway_charges":null,"created_at":"\#(time(order.createdAt))","cancellation_detail":\#(reason),"scheduled_flag":null}}}
            """#
        due.append((Array(body.utf8), 0))
    }

    public func deliver(_ send: @Sendable (_ body: [UInt8], _ headers: [String: String]) async -> Int?) async {
        guard doesPush else { return due = [] }
        var batch = due
        due = []
        if batch.count > 1 {
            for place in 1..<batch.count where chance.happens(faults.reorderedPushes) { batch.swapAt(place, place - 1) }
        }
        for push in batch {
            let sign = HMAC<SHA256>.authenticationCode(for: push.body, using: SymmetricKey(data: Array(pushSecret.utf8)))
                .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            if chance.happens(faults.wrongSignatures) { _ = await send(push.body, ["x-go-signature": String(sign.reversed())]) }
            var isTaken = false
            for _ in 0..<(chance.happens(faults.duplicatePushes) ? 2 : 1) {
                if let status = await send(push.body, ["x-go-signature": sign]), (200..<300).contains(status) { isTaken = true }
            }
            if !isTaken, push.attempts < 5 { due.append((push.body, push.attempts + 1)) }
        }
    }

    // MARK: - Calls

    public func answer(_ request: ArrivedRequest) -> SentAnswer {
        if request.path == "/oauth2/token" {
            let basic = "Basic " + Data("\(client):\(secret)".utf8).base64EncodedString()
            guard request.method == "POST", request.headers["authorization"] == basic,
                String(decoding: request.body, as: UTF8.self).contains("grant_type=client_credentials")
            else { return .json(["error": "invalid_client", "error_description": "Client authentication failed."], status: 401) }
            let token = "t\(number())"
            tokens[token] = now + 3600
            return .json(["access_token": token, "expires_in": 3600, "token_type": "bearer", "scope": "gofood:catalog:write"])
        }
        let bearer = request.headers["authorization"].map { String($0.dropFirst("Bearer ".count)) } ?? ""
        guard let until = tokens[bearer], until > now else { return failure(401, "HTTP_401", "Unauthorized.") }
        if chance.happens(faults.pagesInsteadOfJSON) { return .page(502, "Bad Gateway") }
        let fails = chance.happens(faults.serverErrors)
        if fails, chance.happens(0.5) { return failure(500, "HTTP_500", "Internal error.") }
        let answer = route(request)
        return fails ? failure(500, "HTTP_500", "Internal error.") : answer
    }

    private func failure(_ status: Int, _ code: String, _ message: String) -> SentAnswer {
        .json(
            ["success": false, "errors": [["message_title": "Error", "message": message, "code": code, "message_severity": "error"]]],
            status: status)
    }

    private func route(_ request: ArrivedRequest) -> SentAnswer {
        let parts = request.path.split(separator: "/").map(String.init)
        guard parts.count >= 6, parts[0] == "integrations", parts[1] == "gofood", parts[2] == "outlets", outlets[parts[3]] != nil else {
            return failure(404, "HTTP_404", "Outlet is not registered.")
        }
        let outlet = parts[3]
        outlets[outlet]!.isConnected = true
        switch (request.method, parts[4], parts[5]) {
        case ("PUT", "v1", "catalog"): return replace(request, outlet)
        case ("GET", "v2", "catalog"):
            let items = outlets[outlet]!.dishes.sorted { $0.key < $1.key }.map { code, dish in
                ["id": "uuid-\(code)", "external_id": code, "name": dish.name, "price": dish.price, "in_stock": dish.isThere]
                    as [String: Any]
            }
            return .json(["success": true, "data": ["menus": [["name": "Menu", "menu_items": items] as [String: Any]]]])
        case ("PUT", "v1", "orders") where parts.count == 9: return act(parts[8], on: parts[7], in: outlet, request)
        default: return failure(404, "HTTP_404", "Not found.")
        }
    }

    private func replace(_ request: ArrivedRequest, _ outlet: String) -> SentAnswer {
        guard let body = request.object, body.text("request_id") != nil else { return failure(400, "HTTP_400", "request_id is required.") }
        var dishes: [String: Dish] = [:]
        for menu in body.list("menus") {
            for item in menu.list("menu_items") {
                guard let code = item.text("external_id"), let name = item.text("name"), name.count <= 150,
                    let price = item.number("price"),
                    price > 0, (item.text("description") ?? "").count <= 200
                else { return failure(400, "HTTP_400", "A menu item is not valid.") }
                dishes[code] = Dish(name: name, price: price, isThere: item["in_stock"] as? Bool ?? true)
            }
        }
        // The whole menu, and nothing of the one before.
        outlets[outlet]!.dishes = dishes
        return .json(["success": true, "data": [String: Any]()])
    }

    private func act(_ act: String, on number: String, in outlet: String, _ request: ArrivedRequest) -> SentAnswer {
        guard let order = outlets[outlet]!.orders[number] else { return failure(404, "HTTP_404", "Order is not found.") }
        switch act {
        case "accepted":
            guard order.status == "AWAITING_MERCHANT_ACCEPTANCE" else { return failure(409, "409", "The order was accepted already.") }
            move(number, in: outlet, to: "MERCHANT_ACCEPTED", "gofood.order.merchant_accepted")
        case "cancelled":
            guard ["AWAITING_MERCHANT_ACCEPTANCE", "MERCHANT_ACCEPTED"].contains(order.status) else {
                return failure(409, "409", "The order cannot be cancelled any more.")
            }
            guard let reason = request.object?.text("cancel_reason_description"), reason.count >= 3 else {
                return failure(400, "HTTP_400", "cancel_reason_description is too short.")
            }
            move(number, in: outlet, to: "CANCELLED", "gofood.order.cancelled", reason: reason)
        default: return failure(404, "HTTP_404", "Not found.")
        }
        return .json(["success": true, "data": [String: Any]()])
    }
}
