import FoundationEssentials

/// Reads what GoFood pushes: whole orders, since it has no call to read one, with anything null and numbers like `3.0e4`. Source: GoBiz
/// developer documentation, notifications.
public enum GoFoodPush {
    /// Checks the signature and reads the push.
    ///
    /// - Throws: ``PushFailure``.
    public static func read(_ body: [UInt8], signature: String?, secret: String, now: Int64) throws(PushFailure) -> PushHint {
        guard body.count <= PushFailure.maximumBytes else { throw .tooLarge }
        guard let signature else { throw .signatureMissing }
        guard KeyedHash.isSame(signature.lowercased(), GoFoodSignature.push(secret: secret, body: body)) else { throw .signatureWrong }
        let hint = try hint(body)
        if hint.updated > 0, now - hint.updated > PushFailure.maximumAge { throw .stale(seconds: now - hint.updated) }
        return hint
    }

    private static func hint(_ body: [UInt8]) throws(PushFailure) -> PushHint {
        guard let json = try? OutsideJSON(body), let event = json["header"]["event_name"].string else { throw .unreadable }
        let content = json["body"]
        let time = json["header"]["timestamp"].string.flatMap(seconds) ?? 0
        let outlet = content["outlet"]
        let isPickup = content["service_type"].string == "gofood_pickup"
        let order = event.hasPrefix("gofood.order.") ? order(content["order"], event: event, at: time, isPickup: isPickup) : nil
        let kind: PushHint.Kind =
            if order != nil { .order } else if event == "gofood.catalog.menu_mapping_updated" { .mapping } else { .other }
        return PushHint(
            kind: kind, shop: outlet["id"].string ?? outlet["external_outlet_id"].string, reference: order?.reference,
            key: json["header"]["event_id"].string ?? KeyedHash.digest(body), updated: time, order: order)
    }

    /// The destination of an order that its buyer fetches.
    static let pickup = "Diambil di gerai"

    private static func order(_ json: OutsideJSON, event: String, at time: Int64, isPickup: Bool) -> ChannelOrder? {
        guard let number = json["order_number"].string else { return nil }
        let word = json["status"].string ?? event
        let lines = json["order_items"].elements.enumerated().map { place, item in
            let id = item["external_id"].string ?? item["id"].string ?? "\(place)"
            // What was chosen with it costs extra; the price of the line is that of one with its choices.
            return ChannelOrderLine(
                reference: "\(place)", product: id, variant: id, sku: item["external_id"].string, title: item["name"].string ?? id,
                quantity: quantity(item["quantity"]), price: amount(item["price"]))
        }
        return ChannelOrder(
            reference: number, storefront: .goFood, state: state(event: event, word: word), channelState: word,
            created: json["created_at"].string.flatMap(seconds) ?? time, updated: time, lines: lines, total: amount(json["order_total"]),
            destination: isPickup ? pickup : nil, cancelReason: json["cancellation_detail"]["reason"].string)
    }

    /// The order of a push that was believed and kept; nil if it holds none.
    public static func keptOrder(_ body: [UInt8]) -> ChannelOrder? { (try? hint(body))?.order }

    private static func state(event: String, word: String) -> OrderState {
        switch event {
        case "gofood.order.created", "gofood.order.awaiting_merchant_acceptance": word == "MERCHANT_ACCEPTED" ? .packed : .paid
        case "gofood.order.merchant_accepted", "gofood.order.driver_otw_pickup", "gofood.order.driver_arrived": .packed
        case "gofood.order.placed": .shipped
        case "gofood.order.completed": .completed
        case "gofood.order.cancelled": .cancelled
        default: .unknown
        }
    }

    private static func quantity(_ json: OutsideJSON) -> Int { Int(min(max(json.whole ?? 1, 0), 1_000_000)) }

    private static func amount(_ json: OutsideJSON) -> Int { Int(min(max(json.rounded ?? 0, 0), 1_000_000_000_000)) }

    /// ISO 8601 with an offset, as seconds since 1970.
    static func seconds(_ text: String) -> Int64? {
        (try? Date(text, strategy: .iso8601)).map { Int64($0.timeIntervalSince1970.rounded(.down)) }
    }
}
