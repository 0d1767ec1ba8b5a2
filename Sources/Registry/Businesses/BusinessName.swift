public import Accounts
public import Nusantara
public import Storage

extension SQLConnection {
    /// The name of a business, whether or not it was merged away since; nil if there is no such business.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func businessName(_ business: BusinessID) throws -> String? {
        try value("SELECT name FROM business WHERE id = \(business)")
    }

    /// The region of a business; nil if there is no such business.
    ///
    /// - Throws: ``Storage/StorageError``.
    public func region(of business: BusinessID) throws -> RegionCode? {
        try value("SELECT region FROM business WHERE id = \(business)", as: String.self).map(RegionCode.init(rawValue:))
    }
}
