public import Storage

/// One change for many products, shown before it is made.
public enum BulkEdit: Sendable, Hashable {
    /// Prices up or down by so many percent, rounded to the next hundred rupiah.
    case pricePercent(Int)
    /// Prices up or down by an amount of rupiah.
    case priceAmount(Int)
    case weight(grams: Int)
    case category(String)
    case brand(String)
    case archive

    /// The product with the change; nil if it would not change, or may not be changed so.
    public func applied(to product: Product) -> Product? {
        var changed = product
        switch self {
        case .pricePercent(let percent):
            for index in changed.variants.indices {
                let price = Double(changed.variants[index].price) * (100 + Double(percent)) / 100
                changed.variants[index].price = Int((price / 100).rounded()) * 100
            }
        case .priceAmount(let amount):
            for index in changed.variants.indices { changed.variants[index].price += amount }
        case .weight(let grams): changed.weightGrams = grams
        case .category(let key): changed.category = key
        case .brand(let name): changed.brand = name
        case .archive: changed.isArchived = true
        }
        guard changed.variants.allSatisfy({ (1...Int(ProductDraft.highestPrice)).contains($0.price) }), changed != product else {
            return nil
        }
        return changed
    }
}

extension SQLConnection {
    /// Makes a change that was shown. A product that somebody changed since is left as it is.
    ///
    /// - Parameter shown: the products as they were when the change was shown.
    /// - Returns: how many were changed.
    public func apply(_ edit: BulkEdit, to shown: [Product], at now: Timestamp) throws -> Int {
        var count = 0
        for before in shown {
            guard let product = try products("id = \(before.id) AND business_id = \(before.business)", order: "id", limit: 1).first,
                product.revision == before.revision, let changed = edit.applied(to: product)
            else { continue }
            _ = try save(changed, at: now)
            count += 1
        }
        return count
    }
}
