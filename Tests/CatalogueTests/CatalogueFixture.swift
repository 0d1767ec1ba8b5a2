import Accounts
import Journey
import Marketplaces
import Storage
import StorageTesting

@testable import Catalogue

/// A database with the tables that a catalogue needs, and one business.
struct CatalogueFixture {
    let database: any SQLDatabase
    let business = BusinessID()
    static let start = Timestamp("2026-11-02T01:00:00Z")!

    static func with(_ engine: TestEngine, _ body: (CatalogueFixture) async throws -> Void) async throws {
        try await withTestDatabase(
            engine, migrations: StorageSchema.migrations + AccountsSchema.migrations + JourneySchema.migrations + CatalogueSchema.migrations
        ) { try await body(CatalogueFixture(database: $0)) }
    }

    static func draft(_ change: (inout ProductDraft) -> Void = { _ in }) -> ProductDraft {
        var draft = ProductDraft()
        draft.title = "Keripik Tempe Pedas 250 g"
        draft.description = "Renyah."
        draft.category = "makanan/keripik"
        draft.weight = "300"
        var variant = VariantDraft()
        variant.price = "15rb"
        variant.stock = "12"
        draft.variants = [variant]
        change(&draft)
        return draft
    }

    @discardableResult
    func add(_ draft: ProductDraft = draft(), submission: String = "form 1") async throws -> Product {
        let reading = draft.reading(for: business)
        guard let product = reading.product else { throw Refused(faults: reading.faults) }
        return try await database.write {
            try $0.save(product, stock: reading.stock, submission: submission, by: nil, at: Self.start)
        }
    }

    struct Refused: Error {
        let faults: [ProductFault]
    }
}
