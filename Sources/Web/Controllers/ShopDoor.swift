import Accounts
import Catalogue
import Hummingbird
import Nusantara
import Registry
import Storage

/// Who may look after the products and shops of a business: those with an account of their own for it, and those who register businesses
/// where it is.
struct ShopDoor: Sendable {
    let services: WebServices

    /// The business that an address names, for somebody who may be there.
    struct Room: Sendable {
        let viewer: Viewer
        let business: BusinessID
        let name: String
        /// Whether the visitor works for the programme and is not the business's own.
        let isStaff: Bool

        var path: String { Paths.products(business.description) }
    }

    /// - Throws: ``WebError/signInNeeded``; ``WebError/notFound`` for whoever may not be there, because whether it exists is nobody's
    ///   business either.
    func open(_ context: AppRequestContext) async throws -> Room {
        let viewer = try context.requireViewer()
        guard let id = BusinessID(try context.parameters.require("business")) else { throw WebError.notFound }
        return try await services.database.read { connection in
            let business = try connection.mergedInto(id)
            guard business == id, let name = try connection.businessName(business) else { throw WebError.notFound }
            let isKeeper = try connection.keeps(viewer.person.id, business)
            let isStaff = try connection.mayRead(business, scopes: viewer.scopes(for: .registerBusinesses))
            guard isKeeper || isStaff else { throw WebError.notFound }
            return Room(viewer: viewer, business: business, name: name, isStaff: isStaff)
        }
    }
}
