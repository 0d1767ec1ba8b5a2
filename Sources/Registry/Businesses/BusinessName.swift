public import Accounts
public import Storage

extension SQLConnection {
    /// The name of a business, whether or not it was merged away since; nil if there is no such business.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func businessName(_ business: BusinessID) throws -> String? {
        try value("SELECT name FROM business WHERE id = \(business)")
    }
}
