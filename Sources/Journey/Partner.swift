public import Accounts
import Nusantara
public import Storage

/// Whoever sends lists of businesses: a ministry, a district office, a marketplace, a training provider.
public struct Partner: Sendable, Hashable {
    /// What kind of body a partner is.
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case marketplace
        case ministry
        case districtOffice = "district-office"
        case trainingProvider = "training-provider"
        case association
        case other
    }

    public let id: PartnerID
    /// A short word for addresses, commands and files: `shopee`, `dinas-koperasi`.
    public let code: String
    public let name: String
    public let kind: Kind

    public init(id: PartnerID = PartnerID(), code: String, name: String, kind: Kind) {
        self.id = id
        self.code = code
        self.name = name
        self.kind = kind
    }

    /// Whether an account with this partner is a channel on which a business sells.
    public var isChannel: Bool { kind == .marketplace }
}

extension SQLConnection {
    /// Adds a partner, or renames the one that has its code; the id that stands is returned.
    @discardableResult
    public func upsertPartner(_ partner: Partner) throws -> PartnerID {
        let id: PartnerID? = try value(
            """
            INSERT INTO partner (id, code, name, kind) VALUES (\(partner.id), \(partner.code), \(partner.name), \(partner.kind))
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind RETURNING id
            """)
        try renewVersion()
        return id ?? partner.id
    }

    /// All partners, by code.
    public func partners() throws -> [Partner] {
        try rows("SELECT id, code, name, kind FROM partner ORDER BY code", Partner.init(row:))
    }

    public func partner(code: String) throws -> Partner? {
        try first("SELECT id, code, name, kind FROM partner WHERE code = \(code)", Partner.init(row:))
    }

    public func partner(_ id: PartnerID) throws -> Partner? {
        try first("SELECT id, code, name, kind FROM partner WHERE id = \(id)", Partner.init(row:))
    }
}

extension Partner {
    init(row: any SQLRow) throws {
        self.init(id: try row[0], code: try row[1], name: try row[2], kind: try row[3])
    }
}
