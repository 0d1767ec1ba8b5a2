/// Between TikTok Shop's words and this program's.
enum TikTokShopMapping {
    // MARK: - Products

    /// The body of a new or a changed product.
    ///
    /// - Parameter listed: what stands there; nil for a new product.
    static func product(_ offer: Offer, category: String, images: [String], warehouse: String, listed: ListedProduct?) -> OutsideJSON {
        let grams = offer.weightGrams ?? 0
        var product: OutsideJSON = [
            "title": .text(offer.title), "description": .text(markup(offer.description)), "category_id": .text(category),
            "category_version": "v2", "main_images": .list(images.map { ["uri": .text($0)] }),
            "package_weight": ["value": .text(kilograms(grams)), "unit": "KILOGRAM"], "external_product_id": .text(offer.sku),
            "skus": .list(offer.variants.map { sku($0, of: offer, warehouse: warehouse, listed: listed) }),
        ]
        if let dimensions = offer.dimensions {
            product.set(
                "package_dimensions",
                [
                    "length": .text(String(dimensions.length)), "width": .text(String(dimensions.width)),
                    "height": .text(String(dimensions.height)), "unit": "CENTIMETER",
                ])
        }
        if listed == nil {
            product.set("save_mode", "LISTING")
            product.set("listing_platforms", ["TIKTOK_SHOP", "TOKOPEDIA"])
        }
        return product
    }

    private static func sku(_ variant: OfferVariant, of offer: Offer, warehouse: String, listed: ListedProduct?) -> OutsideJSON {
        var sku: OutsideJSON = [
            "seller_sku": .text(variant.sku), "price": price(variant.price),
            "inventory": [["warehouse_id": .text(warehouse), "quantity": .whole(quantity(variant.stock))]],
            "sales_attributes": .list(
                zip(offer.axes, variant.options).map { ["name": .text($0.name), "value_name": .text($1)] }),
        ]
        if let known = listed?.variants.first(where: { $0.sku == variant.sku }) { sku.set("id", .text(known.reference)) }
        if let gtin = variant.gtin {
            let kind = [8: "EAN", 12: "UPC", 13: "EAN"][gtin.utf8.count] ?? "GTIN"
            sku.set("identifier_code", ["code": .text(gtin), "type": .text(kind)])
        }
        return sku
    }

    static func price(_ amount: Int) -> OutsideJSON { ["amount": .text(String(amount)), "currency": "IDR"] }

    /// Not more than a change of stock may say.
    static func quantity(_ stock: Int) -> Int { min(max(0, stock), 99_999) }

    /// A description as TikTok Shop wants it: paragraphs of HTML, with nothing in them that could be read as markup.
    static func markup(_ text: String) -> String {
        text.split(separator: "\n").map { line in
            let safe = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            return "<p>\(safe)</p>"
        }.joined()
    }

    /// A product of a search or of its own call; nil without an identifier.
    static func listed(_ json: OutsideJSON) -> ListedProduct? {
        guard let id = json["id"].string else { return nil }
        let skus = json["skus"].elements
        var axes: [Offer.Axis] = []
        for sku in skus {
            for (place, attribute) in sku["sales_attributes"].elements.enumerated() {
                let (name, option) = (attribute["name"].string ?? "", attribute["value_name"].string ?? "")
                if !axes.indices.contains(place) { axes.append(Offer.Axis(name: name, options: [])) }
                if !axes[place].options.contains(option) { axes[place].options.append(option) }
            }
        }
        let reasons = json["audit_failed_reasons"].elements.flatMap { part in
            part["reasons"].elements.compactMap(\.string).map { reason in
                part["position"].string.map { "\($0): \(reason)" } ?? reason
            }
        }
        return ListedProduct(
            reference: id, sku: json["external_product_id"].string.flatMap { $0.isEmpty ? nil : $0 }, title: json["title"].string ?? "",
            description: json["description"].string ?? "", state: state(json["status"].string ?? ""),
            reason: reasons.joined(separator: " "), axes: axes,
            variants: skus.compactMap { sku in
                guard let id = sku["id"].string else { return nil }
                let stock = sku["inventory"].elements.reduce(Int64(0)) {
                    $0.addingReportingOverflow($1["quantity"].whole ?? 0).partialValue
                }
                let price =
                    sku["price"]["sale_price"].rounded ?? sku["price"]["tax_exclusive_price"].rounded ?? sku["price"]["amount"].rounded
                return ListedVariant(
                    reference: id, sku: sku["seller_sku"].string.flatMap { $0.isEmpty ? nil : $0 },
                    options: sku["sales_attributes"].elements.map { $0["value_name"].string ?? "" }, price: amount(price),
                    stock: Int(clamping: min(max(stock, 0), 1_000_000_000)))
            }, photos: json["main_images"].elements.compactMap { $0["urls"].elements.first?.string ?? $0["url"].string },
            category: json["category_chains"].elements.last?["id"].string, updated: json["update_time"].whole ?? 0)
    }

    private static func state(_ status: String) -> ListingState {
        switch status {
        case "PENDING": .reviewing
        case "ACTIVATE": .live
        case "DRAFT", "SELLER_DEACTIVATED": .hidden
        case "FAILED", "PLATFORM_DEACTIVATED", "FREEZE": .refused
        default: .deleted
        }
    }

    private static func kilograms(_ grams: Int) -> String {
        let rest = String(grams % 1000)
        return "\(grams / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
    }

    // MARK: - Orders

    /// An order of a search or a reading; nil without a number.
    static func order(_ json: OutsideJSON) -> ChannelOrder? {
        guard let reference = json["id"].string else { return nil }
        let word = json["status"].string ?? ""
        let created = json["create_time"].whole ?? 0
        let asksToCancel = json["is_buyer_request_cancel"].flag == true && !word.hasPrefix("CANCEL")
        let payment = json["payment"]
        // The city stands at the second level below the country, where the address is shown at all.
        let city = json["recipient_address"]["district_info"].elements.first { $0["address_level"].string == "L2" }
        return ChannelOrder(
            reference: reference, storefront: json["commerce_platform"].string == "TOKOPEDIA" ? .tokopedia : .tikTokShop,
            state: asksToCancel ? .cancelRequested : state(ofOrder: word), channelState: word, created: created,
            updated: json["update_time"].whole ?? created, lines: lines(json["line_items"].elements),
            total: amount(payment["total_amount"].rounded), shipping: amount(payment["shipping_fee"].rounded),
            buyer: json["recipient_address"]["name"].string, destination: city?["address_name"].string,
            trackingNumber: json["tracking_number"].string.flatMap { $0.isEmpty ? nil : $0 }, shipBy: json["rts_sla_time"].whole,
            cancelReason: json["cancel_reason"].string.flatMap { $0.isEmpty ? nil : $0 })
    }

    /// TikTok Shop has no quantities: each piece is an entry. Pieces of one variant at one price are one line.
    private static func lines(_ items: [OutsideJSON]) -> [ChannelOrderLine] {
        struct Kind: Hashable {
            let variant: String
            let price: Int
        }
        var counts: [Kind: Int] = [:]
        var first: [Kind: OutsideJSON] = [:]
        for item in items {
            let kind = Kind(variant: item["sku_id"].string ?? "", price: amount(item["sale_price"].rounded))
            counts[kind, default: 0] += 1
            if first[kind] == nil { first[kind] = item }
        }
        var places: [String: Int] = [:]
        return counts.sorted { ($0.key.variant, $0.key.price) < ($1.key.variant, $1.key.price) }.map { kind, count in
            let item = first[kind] ?? .null
            let place = places[kind.variant, default: 0]
            places[kind.variant] = place + 1
            return ChannelOrderLine(
                reference: kind.variant + (place == 0 ? "" : "#\(place)"), product: item["product_id"].string ?? "", variant: kind.variant,
                sku: item["seller_sku"].string.flatMap { $0.isEmpty ? nil : $0 }, title: item["product_name"].string ?? "", quantity: count,
                price: kind.price)
        }
    }

    /// TikTok Shop's words for the state of an order; pushes say `CANCEL` where readings say `CANCELLED`.
    private static func state(ofOrder word: String) -> OrderState {
        switch word {
        case "UNPAID": .unpaid
        case "ON_HOLD": .held
        case "AWAITING_SHIPMENT": .paid
        case "PARTIALLY_SHIPPING", "AWAITING_COLLECTION": .packed
        case "IN_TRANSIT": .shipped
        case "DELIVERED": .delivered
        case "COMPLETED": .completed
        case "CANCELLED", "CANCEL": .cancelled
        default: .unknown
        }
    }

    private static func amount(_ value: Int64?) -> Int { Int(clamping: min(max(value ?? 0, 0), 1_000_000_000_000)) }
}
