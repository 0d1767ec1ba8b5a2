import Foundation

/// Between Blibli's words and this program's.
enum BlibliMapping {
    // MARK: - Products

    /// An entry of `product` for a new product. Source: Blibli seller API, Create Product V3.
    static func newProduct(_ offer: Offer, category: String, photos: [String], pickupPoint: String) -> OutsideJSON {
        let names = photos.indices.map { "photo-\($0 + 1).jpg" }
        var images: [String: OutsideJSON] = [:]
        for (name, photo) in zip(names, photos) { images[name] = .text(photo) }
        var product = detail(offer)
        product.set("brandCode", .text(""))
        product.set("newBrand", .text(offer.brand ?? "no brand"))
        product.set("categoryCode", .text(category))
        product.set("productType", 1)
        product.set("pickupPointCode", .text(pickupPoint))
        product.set("imageMap", .object(images))
        product.set("images", .list(names.map(OutsideJSON.text)))
        product.set(
            "productItems",
            .list(
                offer.variants.map { variant in
                    var attributes: [String: OutsideJSON] = [:]
                    for (axis, option) in zip(offer.axes, variant.options) { attributes[axis.name] = .text(option) }
                    return [
                        "sellerSku": .text(variant.sku), "upcCode": .text(variant.gtin ?? ""),
                        "name": .text(([offer.title] + variant.options).joined(separator: " ")),
                        "price": ["regular": .whole(variant.price), "sale": .whole(variant.price)], "stock": .whole(max(0, variant.stock)),
                        "minimumStock": 0, "buyable": true, "images": .list(names.map(OutsideJSON.text)),
                        "variantAttribute": .object(attributes),
                    ]
                }))
        return product
    }

    /// What can be changed afterwards. The description goes in base 64; lengths are centimetres, the weight is grams.
    static func detail(_ offer: Offer) -> OutsideJSON {
        let size = offer.dimensions
        return [
            "name": .text(offer.title), "description": .text(Data(offer.description.utf8).base64EncodedString()),
            "dimension": [
                "length": .whole(size?.length ?? 1), "width": .whole(size?.width ?? 1), "height": .whole(size?.height ?? 1),
                "weight": .whole(offer.weightGrams ?? 1),
            ],
        ]
    }

    /// An entry of the list of products; nil without an identifier.
    static func product(_ json: OutsideJSON) -> ListedProduct? {
        let product = json["product"]
        guard let reference = product["sku"].string else { return nil }
        return ListedProduct(
            reference: reference, title: product["name"].string ?? "", state: state(product["state"].string ?? ""),
            reason: json["revision"]["notes"].string ?? "", photos: json["images"].elements.compactMap { $0["path"].string },
            category: json["category"]["code"].string, updated: (json["updatedDate"].whole ?? 0) / 1000)
    }

    /// An entry of the list of a product's variants; nil without an identifier. The documentation names the fields differently from page to
    /// page, so each is looked for under every name.
    static func variant(_ json: OutsideJSON) -> ListedVariant? {
        guard let reference = json["blibliSku"].string ?? json["gdnSku"].string ?? json["itemSku"].string else { return nil }
        let price = json["price"]["regular"].rounded ?? json["price"]["sale"].rounded ?? json["price"].rounded
        let stock = json["availableStock"].whole ?? json["stock"]["available"].whole ?? json["stock"].whole
        return ListedVariant(
            reference: reference, sku: (json["sellerSku"].string ?? json["merchantSku"].string).flatMap { $0.isEmpty ? nil : $0 },
            price: amount(price), stock: Int(clamping: min(max(stock ?? 0, 0), 1_000_000_000)))
    }

    private static func state(_ word: String) -> ListingState {
        switch word {
        case "ACTIVE", "OOS": .live
        case "IN_PROGRESS", "PRE_LIVE", "PENDING": .reviewing
        case "ARCHIVED": .hidden
        case "NEED_CORRECTION", "SUSPENDED", "REJECTED": .refused
        default: .reviewing
        }
    }

    // MARK: - Orders

    /// An item of an order in the list of packages: Blibli handles each item apart, and so does this program.
    static func order(_ json: OutsideJSON) -> ChannelOrder? {
        let (order, product) = (json["order"], json["product"])
        guard let reference = order["itemId"].string else { return nil }
        return item(
            reference, word: order["itemStatus"].string ?? "", paid: order["statusFPUpdatedTimestamp"].whole ?? order["date"].whole,
            ordered: order["date"].whole, product: product, quantity: order["quantity"].whole,
            price: product["finalPrice"].rounded ?? product["price"].rounded, buyer: order["customerFullName"].string, destination: nil,
            tracking: json["logistics"]["awbNumber"].string)
    }

    /// The content of one item's own call.
    static func detailedOrder(_ json: OutsideJSON) -> ChannelOrder? {
        guard let reference = json["itemId"].string else { return nil }
        let paid = json["timestamp"]["statusUpdatedToFP"].whole ?? json["histories"].elements.first?["timestamp"].whole
        return item(
            reference, word: json["status"].string ?? "", paid: paid, ordered: paid, product: json["product"],
            quantity: json["quantity"].whole, price: json["amount"]["item"].rounded, buyer: json["recipient"]["name"].string,
            destination: json["recipient"]["city"].string, tracking: json["shipment"]["awbNumber"].string)
    }

    /// When an order last changed is told by one call and not by the other. Both say when it was paid: by that, an order moves on by how far
    /// it is alone.
    private static func item(
        _ reference: String, word: String, paid: Int64?, ordered: Int64?, product: OutsideJSON, quantity: Int64?, price: Int64?,
        buyer: String?, destination: String?, tracking: String?
    ) -> ChannelOrder {
        let count = Int(clamping: min(max(quantity ?? 0, 0), 1_000_000))
        let variant = product["blibliSku"].string ?? ""
        return ChannelOrder(
            reference: reference, storefront: .blibli, state: state(ofOrder: word), channelState: word,
            created: (ordered ?? paid ?? 0) / 1000, updated: (paid ?? 0) / 1000,
            lines: [
                ChannelOrderLine(
                    reference: reference, product: variant.split(separator: "-").dropLast().joined(separator: "-"), variant: variant,
                    sku: product["sellerSku"].string.flatMap { $0.isEmpty ? nil : $0 },
                    title: product["itemName"].string ?? product["name"].string ?? "", quantity: count, price: amount(price))
            ], total: amount(price) * count, buyer: buyer, destination: destination,
            trackingNumber: tracking.flatMap { $0.isEmpty ? nil : $0 })
    }

    /// Blibli's words for the state of an item. Source: Blibli seller API, order notifications and order list.
    private static func state(ofOrder word: String) -> OrderState {
        switch word {
        case "FP", "BP": .paid
        case "PU", "PF": .packed
        case "FR": .shipped
        case "D": .delivered
        case "CR": .cancelRequested
        case "CX", "OS": .cancelled
        case "RT", "VB": .returned
        default: .unknown
        }
    }

    private static func amount(_ value: Int64?) -> Int { Int(clamping: min(max(value ?? 0, 0), 1_000_000_000_000)) }
}
