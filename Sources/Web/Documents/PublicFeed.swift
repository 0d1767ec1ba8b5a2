public import Accounts
import Catalogue
public import Marketplaces
public import Nusantara
public import Storage

extension SQLConnection {
    /// What feeds and machines read about a product.
    func entry(_ product: Product, _ offer: Offer, seller: String, address: String) -> FeedEntry {
        FeedEntry(
            offer: offer, identifiers: offer.variants.map(\.sku),
            googleCategory: product.category.flatMap { ProductTaxonomy.shipped[$0] }?.google ?? "",
            link: address + Paths.publicProduct(product.id.description), seller: seller)
    }

    /// The public products of a business that a feed would take.
    ///
    /// - Parameter address: where the public reaches the server, without a slash at the end.
    public func feedEntries(
        of business: BusinessID, for channel: Marketplaces.Channel, seller: String, address: String, today: CalendarDate
    ) throws -> [FeedEntry] {
        let products = try publicProducts(of: business)
        let offers = try offers(products) { address + Paths.photo($0.description) }
        return zip(products, offers).compactMap { product, offer in
            let category = product.category.flatMap { ProductTaxonomy.shipped[$0] }
            guard !ChannelRuleBook.shipped[channel].findings(about: offer, in: category, on: today).contains(where: \.isRefusal) else {
                return nil
            }
            return entry(product, offer, seller: seller, address: address)
        }
    }
}
