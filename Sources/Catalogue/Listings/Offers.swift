public import Marketplaces
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
