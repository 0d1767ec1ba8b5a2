import Marketplaces

extension ProductDraft {
    /// A product as its form shows it. Read back unchanged, it is the product again.
    ///
    /// - Parameter stock: what is on hand; nil leaves the stock out of the draft.
    public init(_ product: Product, stock: [VariantID: StockLevel]? = nil) {
        self.init()
        sku = product.sku
        title = product.title
        description = product.description
        category = product.category ?? ""
        brand = product.brand ?? ""
        isUsed = product.condition == .used
        axes = product.axes + Array(repeating: "", count: max(0, 2 - product.axes.count))
        weight = product.weightGrams.map { String($0) } ?? ""
        length = product.dimensions.map { String($0.length) } ?? ""
        width = product.dimensions.map { String($0.width) } ?? ""
        height = product.dimensions.map { String($0.height) } ?? ""
        daysToShip = product.daysToShip.map { String($0) } ?? ""
        permits = product.permits.filter { $0.key != "not-halal" }
        isNotHalal = product.permits["not-halal"] != nil
        variants = product.variants.filter(\.isOffered).map { variant in
            var draft = VariantDraft(id: variant.id)
            draft.sku = variant.sku
            draft.options = variant.options + Array(repeating: "", count: max(0, 2 - variant.options.count))
            draft.price = String(variant.price)
            draft.cost = variant.cost.map { String($0) } ?? ""
            draft.gtin = variant.gtin ?? ""
            if let stock { draft.stock = String(stock[variant.id]?.onHand ?? 0) }
            return draft
        }
    }
}
