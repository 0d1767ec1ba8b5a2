/// Between GoFood's words and this program's.
enum GoFoodMapping {
    /// A dish as it stands on the menu.
    struct Dish: Sendable, Hashable {
        let name: String
        let price: Int
        let isThere: Bool
    }

    /// The whole menu. Source: GoBiz developer documentation, GoFood catalogue.
    static func catalogue(_ offers: [Offer], id: String, photoLink: (OfferPhoto) -> String?) -> OutsideJSON {
        let week = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
        var hours: [String: OutsideJSON] = [:]
        for day in week { hours[day] = [["start": "00:00", "end": "23:59"]] }
        let dishes = offers.flatMap { offer in
            offer.variants.map { variant -> OutsideJSON in
                var dish: OutsideJSON = [
                    "external_id": .text(variant.sku), "name": .text(name(of: variant, offer)),
                    "description": .text(String(offer.description.prefix(200))), "in_stock": .flag(variant.stock > 0),
                    "price": .whole(variant.price), "operational_hours": .object(hours), "variant_category_external_ids": [],
                ]
                if let photo = offer.photos.first, let link = photoLink(photo) { dish.set("image", .text(link)) }
                return dish
            }
        }
        return [
            "request_id": .text(id), "menus": dishes.isEmpty ? [] : [["name": "Menu", "menu_items": .list(dishes)]],
            "variant_categories": [],
        ]
    }

    private static func name(of variant: OfferVariant, _ offer: Offer) -> String {
        let whole = variant.options.isEmpty ? offer.title : "\(offer.title) (\(variant.options.joined(separator: ", ")))"
        return String(whole.prefix(150))
    }

    /// The dishes of a menu by the seller's codes.
    static func dishes(_ catalogue: OutsideJSON) -> [String: Dish] {
        var dishes: [String: Dish] = [:]
        for menu in catalogue["menus"].elements {
            for item in menu["menu_items"].elements {
                guard let code = item["external_id"].string ?? item["external_menu_id"].string else { continue }
                let price = Int(clamping: min(max(item["price"].rounded ?? 0, 0), 1_000_000_000_000))
                dishes[code] = Dish(name: item["name"].string ?? "", price: price, isThere: item["in_stock"].flag ?? true)
            }
        }
        return dishes
    }

    /// A product as it stands on a menu; nil if none of its dishes does.
    static func product(_ offer: Offer, _ dishes: [String: Dish]) -> ListedProduct? {
        let variants = offer.variants.compactMap { variant in
            dishes[variant.sku].map { dish in
                ListedVariant(
                    reference: variant.sku, sku: variant.sku, options: variant.options, price: dish.price,
                    stock: dish.isThere ? 1 : 0)
            }
        }
        guard !variants.isEmpty else { return nil }
        return ListedProduct(
            reference: offer.sku, sku: offer.sku, title: offer.title, description: offer.description, state: .live, axes: offer.axes,
            variants: variants)
    }

    /// A product that was sent just now: GoFood shows a menu some time after it took it.
    static func sent(_ offer: Offer) -> ListedProduct {
        ListedProduct(
            reference: offer.sku, sku: offer.sku, title: offer.title, state: .live, axes: offer.axes,
            variants: offer.variants.map {
                ListedVariant(reference: $0.sku, sku: $0.sku, options: $0.options, price: $0.price, stock: $0.stock)
            })
    }
}
