/// A seller's shop on the simulated TikTok Shop, with what stands in it and what was ordered.
struct SimulatedSeller: Sendable {
    let id: Int
    let name: String
    let cipher: String
    let warehouse: String
    var access: (token: String, until: Int)?
    var refresh: (token: String, until: Int)?
    var products: [Int: Product] = [:]
    var orders: [String: Order] = [:]

    struct Sku: Sendable {
        let id: Int
        var sellerSku: String
        var attributes: [(name: String, value: String)]
        var price: Int
        var quantity: Int

        var json: [String: Any] {
            [
                "id": String(id), "seller_sku": sellerSku,
                "price": ["currency": "IDR", "tax_exclusive_price": String(price), "sale_price": String(price)],
            ]
        }
    }

    struct Product: Sendable {
        let id: Int
        var title: String
        var text: String
        var category: String
        var external: String
        var status: String
        var created: Int
        var updated: Int
        /// When somebody at the channel has looked at it.
        var auditedAt: Int
        var reasons: [String] = []
        var skus: [Sku]
        var key: String?
    }

    struct Order: Sendable {
        struct Line: Sendable {
            let product: Int
            let sku: Int
            let name: String
            let sellerSku: String
            let quantity: Int
            let price: Int
        }

        let id: String
        let isTokopedia: Bool
        var status: String
        let created: Int
        var updated: Int
        let lines: [Line]
        var reason = ""

        /// One entry a piece; ids as text, money as text; the address masked, and absent while it is unpaid.
        var json: [String: Any] {
            let total = lines.reduce(0) { $0 + $1.price * $1.quantity }
            var items: [[String: Any]] = []
            for line in lines {
                for piece in 0..<line.quantity {
                    items.append([
                        "id": "\(id)\(items.count)\(piece)", "sku_id": String(line.sku), "product_id": String(line.product),
                        "product_name": line.name, "sku_name": "", "seller_sku": line.sellerSku, "original_price": String(line.price),
                        "sale_price": String(line.price), "currency": "IDR", "display_status": status, "sku_type": "NORMAL",
                    ])
                }
            }
            var json: [String: Any] = [
                "id": id, "status": status, "create_time": created, "update_time": updated, "rts_sla_time": created + 2 * 86_400,
                "commerce_platform": isTokopedia ? "TOKOPEDIA" : "TIKTOK_SHOP", "is_buyer_request_cancel": false, "cancel_reason": reason,
                "tracking_number": ["IN_TRANSIT", "DELIVERED", "COMPLETED"].contains(status) ? "JT\(id)" : "", "line_items": items,
                "packages": status == "UNPAID" ? [] : [["id": "P\(id)"]],
                "payment": ["currency": "IDR", "sub_total": String(total), "shipping_fee": "9000", "total_amount": String(total + 9000)],
            ]
            if status != "UNPAID", status != "ON_HOLD" {
                json["recipient_address"] = [
                    "name": "B***", "phone_number": "(+62)812*****45", "full_address": "****",
                    "district_info": [
                        ["address_level": "L0", "address_name": "Indonesia"], ["address_level": "L1", "address_name": "Jawa Tengah"],
                        ["address_level": "L2", "address_name": "Kota Semarang"],
                    ],
                ]
            }
            return json
        }
    }
}
