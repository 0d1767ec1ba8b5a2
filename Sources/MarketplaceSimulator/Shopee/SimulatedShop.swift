/// A shop with what stands in it and what was ordered.
struct SimulatedShop: Sendable {
    let id: Int
    let name: String
    var access: (token: String, until: Int)?
    var refresh: (token: String, until: Int)?
    var items: [Int: SimulatedItem] = [:]
    var orders: [String: SimulatedOrder] = [:]

    init(id: Int, name: String) {
        self.id = id
        self.name = name
    }

    /// The product and the place of the model with a seller's code; products with models before those without.
    func find(_ sku: String) -> (item: Int, model: Int)? {
        for item in items.values.sorted(by: { $0.id < $1.id }) {
            if let place = item.models.firstIndex(where: { $0.sku == sku }) { return (item.id, place) }
        }
        return nil
    }
}

struct SimulatedModel: Sendable {
    let id: Int
    let sku: String
    let places: [Int]
    var price: Int
    var stock: Int
    /// Ordered and not yet sent.
    var reserved = 0

    var stockJSON: [String: Any] {
        [
            "summary_info": ["total_reserved_stock": reserved, "total_available_stock": stock],
            "seller_stock": [["location_id": "IDZ", "stock": stock, "if_saleable": true] as [String: Any]],
        ]
    }
}

struct SimulatedItem: Sendable {
    struct Tier: Sendable {
        let name: String
        let options: [String]
    }

    let id: Int
    let category: Int
    var name: String
    var text: String
    var sku: String
    let weight: Double
    var status: String
    let created: Int
    var updated: Int
    let images: [String]
    var tiers: [Tier] = []
    var models: [SimulatedModel]

    /// As `get_item_base_info` tells it: the weight as a text, and stock and price only of a product without models.
    var json: [String: Any] {
        var json: [String: Any] = [
            "item_id": id, "category_id": category, "item_name": name, "description": text, "item_sku": sku, "create_time": created,
            "update_time": updated, "weight": String(weight), "item_status": status, "has_model": !tiers.isEmpty, "condition": "NEW",
            "image": ["image_id_list": images, "image_url_list": images.map { "https://cf.example/\($0)" }],
        ]
        if tiers.isEmpty, let model = models.first {
            json["price_info"] = [
                ["currency": "IDR", "original_price": Double(model.price), "current_price": Double(model.price)] as [String: Any]
            ]
            json["stock_info_v2"] = model.stockJSON
        }
        return json
    }

    /// As `get_model_list` tells it.
    var modelJSON: [String: Any] {
        [
            "tier_variation": tiers.map { tier in
                ["name": tier.name, "option_list": tier.options.map { ["option": $0] }] as [String: Any]
            },
            "model": tiers.isEmpty
                ? []
                : models.map { model in
                    [
                        "model_id": model.id, "model_sku": model.sku, "tier_index": model.places,
                        "price_info": [["original_price": Double(model.price), "current_price": Double(model.price)]],
                        "stock_info_v2": model.stockJSON,
                    ] as [String: Any]
                },
        ]
    }
}

struct SimulatedOrder: Sendable {
    struct Line: Sendable {
        let item: Int
        let model: Int
        let name: String
        let sku: String
        let quantity: Int
        let price: Int
    }

    let reference: String
    var status: String
    let created: Int
    var updated: Int
    let lines: [Line]
    let buyer: String
    var reason: String?

    /// As `get_order_detail` tells it: nearly every field only if it was asked for.
    func json(_ fields: Set<String>) -> [String: Any] {
        var json: [String: Any] = [
            "order_sn": reference, "region": "ID", "currency": "IDR", "cod": false, "order_status": status, "create_time": created,
            "update_time": updated, "days_to_ship": 2, "message_to_seller": "",
        ]
        func put(_ name: String, _ value: Any) { if fields.contains(name) { json[name] = value } }
        put("total_amount", Double(lines.reduce(0) { $0 + $1.price * $1.quantity } + 10_000))
        put("buyer_username", buyer)
        put("estimated_shipping_fee", 10_000.0)
        put("cancel_reason", reason ?? "")
        put("ship_by_date", created + 2 * 86_400)
        put("recipient_address", ["name": "B***i", "phone": "******42", "city": "KAB. SLEMAN", "full_address": "******"])
        put(
            "item_list",
            lines.map { line in
                [
                    "item_id": line.item, "item_name": line.name, "item_sku": line.model == 0 ? line.sku : "", "model_id": line.model,
                    "model_name": "", "model_sku": line.model == 0 ? "" : line.sku, "model_quantity_purchased": line.quantity,
                    "model_original_price": Double(line.price), "model_discounted_price": Double(line.price),
                ] as [String: Any]
            })
        put("package_list", [["package_number": "OFG\(reference)", "logistics_status": "LOGISTICS_READY"]])
        return json
    }
}
