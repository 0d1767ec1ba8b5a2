/// Between Shopee's words and this program's.
enum ShopeeMapping {
    static let orderFields =
        "buyer_username,recipient_address,item_list,pay_time,cancel_reason,total_amount,estimated_shipping_fee,actual_shipping_fee,package_list,ship_by_date"

    // MARK: - Products

    static func item(_ offer: Offer, category: String, images: [String], couriers: [String]) -> OutsideJSON {
        let grams = offer.weightGrams ?? 0
        var item: OutsideJSON = [
            "category_id": .number(category), "item_name": .text(offer.title), "description": .text(offer.description),
            // Kilograms with as many decimals as grams have.
            "weight": .number(kilograms(grams)), "item_status": "NORMAL", "item_sku": .text(offer.sku),
            "condition": .text(offer.condition == .new ? "NEW" : "USED"), "item_dangerous": 0,
            "original_price": .whole(offer.variants.map(\.price).min() ?? 0),
            "seller_stock": [["stock": .whole(max(0, offer.axes.isEmpty ? offer.variants.first?.stock ?? 0 : 0))]],
            "image": ["image_id_list": .list(images.map(OutsideJSON.text))],
            "logistic_info": .list(couriers.map { ["logistic_id": .number($0), "enabled": true] }),
            "brand": ["brand_id": 0, "original_brand_name": "No Brand"],
            "pre_order": ["is_pre_order": .flag(offer.daysToShip != nil), "days_to_ship": .whole(offer.daysToShip ?? 2)],
        ]
        if let dimensions = offer.dimensions {
            item.set(
                "dimension",
                [
                    "package_length": .whole(dimensions.length), "package_width": .whole(dimensions.width),
                    "package_height": .whole(dimensions.height),
                ])
        }
        if offer.axes.isEmpty, let gtin = offer.variants.first?.gtin { item.set("gtin_code", .text(gtin)) }
        return item
    }

    /// The body of `init_tier_variation`.
    static func variations(of offer: Offer, item: String) -> OutsideJSON {
        [
            "item_id": .number(item),
            "standardise_tier_variation": .list(
                offer.axes.map { axis in
                    [
                        "variation_id": 0, "variation_name": .text(axis.name),
                        "variation_option_list": .list(
                            axis.options.map { ["variation_option_id": 0, "variation_option_name": .text($0)] }),
                    ]
                }),
            "model": .list(
                offer.variants.map { variant in
                    let places = zip(offer.axes, variant.options).map { axis, option in
                        OutsideJSON.whole(axis.options.firstIndex(of: option) ?? 0)
                    }
                    var model: OutsideJSON = [
                        "tier_index": .list(places), "original_price": .whole(variant.price), "model_sku": .text(variant.sku),
                        "seller_stock": [["stock": .whole(max(0, variant.stock))]],
                    ]
                    if let gtin = variant.gtin { model.set("gtin_code", .text(gtin)) }
                    return model
                }),
        ]
    }

    /// An entry of `get_item_base_info`; nil without an identifier.
    static func product(_ item: OutsideJSON) -> ListedProduct? {
        guard let id = item["item_id"].string else { return nil }
        let status = item["item_status"].string ?? ""
        var product = ListedProduct(
            reference: id, sku: item["item_sku"].string.flatMap { $0.isEmpty ? nil : $0 }, title: item["item_name"].string ?? "",
            description: item["description"].string ?? "", state: state(status), reason: status == "BANNED" ? status : "",
            photos: item["image"]["image_url_list"].elements.compactMap(\.string), weightGrams: grams(item["weight"]),
            category: item["category_id"].string, updated: item["update_time"].whole ?? 0)
        if item["has_model"].flag != true {
            product.variants = [
                ListedVariant(
                    reference: "0", sku: product.sku, price: price(item["price_info"].elements.first ?? item["price_info"]),
                    stock: stock(item["stock_info_v2"]))
            ]
        }
        return product
    }

    /// Puts the answer of `get_model_list` into a product.
    static func fill(_ product: inout ListedProduct, with models: OutsideJSON) {
        product.axes = models["tier_variation"].elements.map { tier in
            Offer.Axis(name: tier["name"].string ?? "", options: tier["option_list"].elements.map { $0["option"].string ?? "" })
        }
        product.variants = models["model"].elements.compactMap { model in
            guard let id = model["model_id"].string else { return nil }
            let options = zip(product.axes, model["tier_index"].elements).map { axis, place -> String in
                guard let index = place.whole.map({ Int(clamping: $0) }), axis.options.indices.contains(index) else { return "" }
                return axis.options[index]
            }
            return ListedVariant(
                reference: id, sku: model["model_sku"].string.flatMap { $0.isEmpty ? nil : $0 }, options: options,
                price: price(model["price_info"].elements.first ?? model["price_info"]), stock: stock(model["stock_info_v2"]))
        }
    }

    private static func state(_ status: String) -> ListingState {
        switch status {
        case "NORMAL": .live
        case "UNLIST": .hidden
        case "REVIEWING": .reviewing
        case "BANNED": .refused
        default: .deleted
        }
    }

    private static func price(_ info: OutsideJSON) -> Int {
        Int(clamping: min(max(info["original_price"].rounded ?? info["current_price"].rounded ?? 0, 0), 1_000_000_000_000))
    }

    /// What the seller keeps there; what is already ordered comes on top of what may be sold.
    private static func stock(_ info: OutsideJSON) -> Int {
        let stocks = info["seller_stock"].elements.map { $0["stock"].whole ?? 0 }
        return Int(clamping: min(max(stocks.reduce(Int64(0)) { $0.addingReportingOverflow($1).partialValue }, 0), 1_000_000_000))
    }

    private static func kilograms(_ grams: Int) -> String {
        let rest = String(grams % 1000)
        return "\(grams / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
    }

    /// Kilograms, as a number or a text, to grams.
    private static func grams(_ weight: OutsideJSON) -> Int? {
        guard let kilograms = weight.string.flatMap({ Double($0) }), (0...100_000).contains(kilograms) else { return nil }
        return Int((kilograms * 1000).rounded())
    }

    // MARK: - Orders

    /// An entry of `get_order_detail`; nil without a number.
    static func order(_ json: OutsideJSON) -> ChannelOrder? {
        guard let reference = json["order_sn"].string else { return nil }
        let word = json["order_status"].string ?? ""
        var seen: [String: Int] = [:]
        let lines = json["item_list"].elements.map { item -> ChannelOrderLine in
            let (product, model) = (item["item_id"].string ?? "", item["model_id"].string ?? "0")
            // The same variant may stand in several promotions of one order: each is a line of its own.
            let place = seen["\(product)/\(model)", default: 0]
            seen["\(product)/\(model)"] = place + 1
            let sku =
                item["model_sku"].string.flatMap { $0.isEmpty ? nil : $0 } ?? item["item_sku"].string.flatMap { $0.isEmpty ? nil : $0 }
            return ChannelOrderLine(
                reference: "\(product)/\(model)" + (place == 0 ? "" : "#\(place)"), product: product, variant: model, sku: sku,
                title: item["item_name"].string ?? "",
                quantity: Int(clamping: min(max(item["model_quantity_purchased"].whole ?? 0, 0), 1_000_000)),
                price: amount(item["model_discounted_price"].rounded ?? item["model_original_price"].rounded))
        }
        let created = json["create_time"].whole ?? 0
        return ChannelOrder(
            reference: reference, storefront: .shopee, state: orderState(word), channelState: word, created: created,
            updated: json["update_time"].whole ?? created, lines: lines, total: amount(json["total_amount"].rounded),
            shipping: amount(json["actual_shipping_fee"].rounded ?? json["estimated_shipping_fee"].rounded),
            buyer: json["buyer_username"].string, destination: json["recipient_address"]["city"].string,
            trackingNumber: json["package_list"].elements.first?["tracking_number"].string, shipBy: json["ship_by_date"].whole,
            cancelReason: json["cancel_reason"].string.flatMap { $0.isEmpty ? nil : $0 })
    }

    /// Shopee's words for the state of an order. Source: Open Platform v2, data definition of `order_status`.
    static func orderState(_ word: String) -> OrderState {
        switch word {
        case "UNPAID": .unpaid
        case "PENDING", "INVOICE_PENDING": .held
        case "READY_TO_SHIP": .paid
        case "PROCESSED": .packed
        case "SHIPPED", "TO_CONFIRM_RECEIVE": .shipped
        case "COMPLETED": .completed
        case "IN_CANCEL": .cancelRequested
        case "CANCELLED": .cancelled
        default: .unknown
        }
    }

    private static func amount(_ value: Int64?) -> Int { Int(clamping: min(max(value ?? 0, 0), 1_000_000_000_000)) }
}
