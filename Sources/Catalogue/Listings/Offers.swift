public import Marketplaces
import Nusantara
public import Storage

/// Makes the address at which anybody can fetch a photo.
public typealias PhotoLink = @Sendable (PhotoID) -> String

extension SQLConnection {
    /// Products as channels get them: with the variants that are on sale, their stock, and where the photos can be fetched.
    ///
    /// - Parameter heldBack: how many of each variant the channel does not get.
    public func offers(_ products: [Product], heldBack: Int = 0, photoLink: PhotoLink) throws -> [Offer] {
        let ids = products.map(\.id)
        let photos = try photos(of: ids)
        let stock = try stock(of: products.flatMap { $0.variants.map(\.id) })
        return products.map { product in
            Offer(
                product,
                stock: { stock[$0]?.offered(heldBack: heldBack) ?? 0 },
                photos: (photos[product.id] ?? []).map {
                    OfferPhoto(link: photoLink($0.id), type: "image/jpeg", width: $0.width, height: $0.height, bytes: $0.size)
                })
        }
    }
}

extension SQLConnection {
    /// Products as the channel of a shop gets them. Photos are linked by their numbers.
    func offers(_ products: [Product], in shop: Shop) throws -> [Offer] {
        var offers = try offers(products, heldBack: shop.heldBack) { $0.description }
        guard !shop.channel.countsStock else { return offers }
        for place in offers.indices {
            for variant in offers[place].variants.indices {
                offers[place].variants[variant].stock = min(1, max(0, offers[place].variants[variant].stock))
            }
        }
        return offers
    }

    /// Everything that should stand in a shop now: what its owner wants there and the channel's rules do not refuse.
    func wantedOffers(in shop: Shop, on today: CalendarDate) throws -> [Offer] {
        let ids = try rows(
            "SELECT product_id FROM listing WHERE shop_id = \(shop.id) AND wanted = 'live'"
        ) { try $0[0] as ProductID }
        let products = try products(of: shop.business, ids: ids).filter { !$0.isArchived }
        let rules = try fetchedRules()
        return zip(products, try offers(products, in: shop)).compactMap { product, offer in
            let category = product.category.flatMap { ProductTaxonomy.shipped[$0] }
            return rules.rules(of: shop.channel, for: product.category).findings(about: offer, in: category, on: today).contains(
                where: \.isRefusal) ? nil : offer
        }
    }
}

extension Offer {
    /// A product with what may be sold of each variant.
    public init(_ product: Product, stock: (VariantID) -> Int, photos: [OfferPhoto]) {
        let offered = product.variants.filter(\.isOffered)
        self.init(
            sku: product.sku, title: product.title, description: product.description, category: product.category ?? "",
            brand: product.brand, condition: product.condition,
            axes: product.axes.enumerated().map { index, name in
                var options: [String] = []
                for variant in offered where index < variant.options.count && !options.contains(variant.options[index]) {
                    options.append(variant.options[index])
                }
                return Axis(name: name, options: options)
            },
            variants: offered.map {
                OfferVariant(sku: $0.sku, options: $0.options, price: $0.price, stock: stock($0.id), gtin: $0.gtin)
            },
            photos: photos, weightGrams: product.weightGrams, dimensions: product.dimensions, permits: product.permits,
            daysToShip: product.daysToShip)
    }
}
