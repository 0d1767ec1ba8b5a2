import FoundationEssentials

/// A product as schema.org describes it, in JSON-LD, for the page on which it can be seen.
///
/// A product with variants is a `ProductGroup` whose variants are products. Source: schema.org 30.0, Product, ProductGroup and Offer.
public struct ProductMarkup: Sendable, Hashable {
    /// The text between `<script type="application/ld+json">` and `</script>`: `<`, `>` and `&` are escaped, so that nothing in it can end
    /// the element.
    public let json: String

    public init(_ entry: FeedEntry) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes =
            if entry.offer.variants.count > 1 {
                try? encoder.encode(Group(entry))
            } else {
                try? encoder.encode(Product(entry, entry.offer.variants.first, isAlone: true))
            }
        // Encoding strings and whole numbers does not fail.
        json = String(decoding: bytes ?? Data("{}".utf8), as: UTF8.self)
            .replacing("<", with: "\\u003C").replacing(">", with: "\\u003E").replacing("&", with: "\\u0026")
    }

    private struct Group: Encodable {
        let context = "https://schema.org/"
        let type = "ProductGroup"
        let name: String
        let description: String?
        let image: [String]?
        let brand: Named?
        let productGroupID: String
        let variesBy: [String]?
        let hasVariant: [Product]

        init(_ entry: FeedEntry) {
            name = entry.offer.title
            description = entry.offer.description.isEmpty ? nil : entry.offer.description
            image = entry.offer.photos.isEmpty ? nil : entry.offer.photos.map(\.link)
            brand = entry.offer.brand.map { Named(type: "Brand", name: $0) }
            productGroupID = entry.offer.sku
            let known = entry.offer.axes.compactMap { FeedTrait(axisName: $0.name) }.map { "https://schema.org/\($0)" }
            variesBy = known.isEmpty ? nil : known
            hasVariant = entry.offer.variants.map { Product(entry, $0, isAlone: false) }
        }

        enum CodingKeys: String, CodingKey {
            case context = "@context"
            case type = "@type"
            case name, description, image, brand, productGroupID, variesBy, hasVariant
        }
    }

    private struct Product: Encodable {
        let context: String?
        let type = "Product"
        let name: String
        let description: String?
        let image: [String]?
        let brand: Named?
        let category: String?
        let sku: String?
        let gtin: String?
        let color: String?
        let size: String?
        let material: String?
        let pattern: String?
        let weight: Quantity?
        let offers: Price?

        init(_ entry: FeedEntry, _ variant: OfferVariant?, isAlone: Bool) {
            context = isAlone ? "https://schema.org/" : nil
            name = variant.map { entry.title(of: $0, maximum: 255) } ?? entry.offer.title
            description = isAlone && !entry.offer.description.isEmpty ? entry.offer.description : nil
            image = entry.offer.photos.isEmpty ? nil : entry.offer.photos.map(\.link)
            brand = isAlone ? entry.offer.brand.map { Named(type: "Brand", name: $0) } : nil
            category = isAlone ? entry.googleCategory : nil
            sku = variant?.sku
            gtin = variant?.gtin
            color = variant.flatMap { entry.option(of: $0, on: .color) }
            size = variant.flatMap { entry.option(of: $0, on: .size) }
            material = variant.flatMap { entry.option(of: $0, on: .material) }
            pattern = variant.flatMap { entry.option(of: $0, on: .pattern) }
            weight = isAlone ? entry.offer.weightGrams.map { Quantity(value: $0) } : nil
            offers = variant.map { Price(entry, $0) }
        }

        enum CodingKeys: String, CodingKey {
            case context = "@context"
            case type = "@type"
            case name, description, image, brand, category, sku, gtin, color, size, material, pattern, weight, offers
        }
    }

    private struct Named: Encodable {
        let type: String
        let name: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name
        }
    }

    private struct Quantity: Encodable {
        let type = "QuantitativeValue"
        let value: Int
        /// UN/CEFACT Recommendation 20: gram.
        let unitCode = "GRM"

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case value, unitCode
        }
    }

    private struct Price: Encodable {
        let type = "Offer"
        let url: String
        let price: Int
        let priceCurrency = "IDR"
        let availability: String
        let itemCondition: String
        let seller: Named

        init(_ entry: FeedEntry, _ variant: OfferVariant) {
            url = entry.link
            price = variant.price
            availability = variant.stock > 0 ? "https://schema.org/InStock" : "https://schema.org/OutOfStock"
            itemCondition = entry.offer.condition == .new ? "https://schema.org/NewCondition" : "https://schema.org/UsedCondition"
            seller = Named(type: "Organization", name: entry.seller)
        }

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case url, price, priceCurrency, availability, itemCondition, seller
        }
    }
}
