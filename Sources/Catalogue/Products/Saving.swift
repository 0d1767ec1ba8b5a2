public import Accounts
public import Storage

extension SQLConnection {
    /// Stores what was read from a draft: the product, and the stock that was typed as a count.
    ///
    /// - Parameters:
    ///   - submission: what tells this form, or this row of a sheet, from every other: sent twice, the stock is counted once.
    /// - Throws: ``CatalogueError``, as ``save(_:at:)``.
    @discardableResult
    public func save(_ product: Product, stock: [VariantID: Int], submission: String, by person: PersonID?, at now: Timestamp) throws
        -> Product
    {
        let saved = try save(product, at: now)
        let levels = try self.stock(of: stock.keys)
        for (variant, count) in stock.sorted(by: { $0.key < $1.key }) where levels[variant]?.onHand != count {
            try move(StockMovement(.counted, count, of: variant, reference: submission, by: person), at: now)
        }
        return saved
    }
}
