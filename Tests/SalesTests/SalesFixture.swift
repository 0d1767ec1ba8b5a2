import Accounts
import Catalogue
import Journey
import Marketplaces
import Nusantara
import Storage
import StorageTesting

@testable import Sales

/// One business with a product of two variants, and shops on two channels.
struct SalesFixture {
    let database: any SQLDatabase
    let business: BusinessID
    let product: Product
    let shops: [ShopID]
    static let start = Timestamp("2026-11-02T01:00:00Z")!
    static let seconds = start.secondsSince1970

    static func with(_ engine: TestEngine, stock: Int = 100, _ body: (SalesFixture) async throws -> Void) async throws {
        try await withTestDatabase(
            engine,
            migrations: StorageSchema.migrations + AccountsSchema.migrations + JourneySchema.migrations + CatalogueSchema.migrations
                + SalesSchema.migrations
        ) { database in
            let business = BusinessID()
            var draft = ProductDraft()
            draft.title = "Keripik Tempe"
            draft.axes = ["Rasa", ""]
            draft.variants = ["Asin", "Pedas"].map { taste in
                var variant = VariantDraft()
                (variant.options[0], variant.sku, variant.price, variant.cost, variant.stock) = (
                    taste, taste, "15000", "9000", String(stock)
                )
                return variant
            }
            let reading = draft.reading(for: business)
            let (product, shops) = try await database.write(holding: .journey) { connection in
                var changes = JourneyChanges()
                changes.create(business, in: RegionCode(rawValue: "33.74"))
                try connection.apply(changes, today: CalendarDate(start))
                let product = try connection.save(reading.product!, stock: reading.stock, submission: "1", by: nil, at: start)
                let shops = try [Channel.shopee, .blibli].map { try connection.addShop("Toko", on: $0, of: business, at: start).id }
                return (product, shops)
            }
            try await body(SalesFixture(database: database, business: business, product: product, shops: shops))
        }
    }

    static func order(
        _ reference: String, _ state: OrderState, after seconds: Int64 = 0, quantity: Int = 2, sku: String? = "Pedas", fees: Int? = nil
    ) -> ChannelOrder {
        ChannelOrder(
            reference: reference, storefront: .shopee, state: state, channelState: state.rawValue.uppercased(), created: Self.seconds,
            updated: Self.seconds + seconds,
            lines: [
                ChannelOrderLine(reference: "1", product: "9", variant: "8", sku: sku, title: "Keripik", quantity: quantity, price: 15_000)
            ],
            total: 15_000 * quantity, fees: fees)
    }

    @discardableResult
    func take(_ order: ChannelOrder, shop: Int = 0, now: Timestamp = start) async throws -> OrderOutcome {
        try await database.write(holding: .journey) { [shops] in try $0.take(order, in: shops[shop], at: now) }
    }

    /// The stock of the variant “Pedas”.
    func level() async throws -> StockLevel {
        let id = product.variants[1].id
        return try await database.read { try $0.stock(of: [id])[id] } ?? StockLevel()
    }

    func state(_ reference: String) async throws -> OrderState? {
        try await database.read { try $0.orders(of: business, limit: 100_000) }.first { $0.reference == reference }?.state
    }

    func sales() async throws -> Int64 {
        try await database.read { try $0.value("SELECT COUNT(*) FROM milestone WHERE kind = 'sold'") } ?? 0
    }
}
