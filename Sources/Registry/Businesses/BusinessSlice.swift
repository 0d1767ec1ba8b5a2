public import Accounts
public import Journey
public import Nusantara
public import Storage

/// Which businesses stand behind a figure.
public struct BusinessSlice: Sendable, Hashable {
    public let region: RegionCode
    public let programme: ProgrammeID?
    public let partner: PartnerID?
    /// The rung that they have reached at least.
    public let rung: Rung

    public init(region: RegionCode = .nation, programme: ProgrammeID? = nil, partner: PartnerID? = nil, rung: Rung = .registered) {
        self.region = region
        self.programme = programme
        self.partner = partner
        self.rung = rung
    }
}

/// Where a page of names begins: behind this business of this region.
public struct BusinessCursor: Sendable, Hashable {
    public let region: RegionCode
    public let business: BusinessID

    public init(region: RegionCode, business: BusinessID) {
        self.region = region
        self.business = business
    }

    /// `32.04~0192…`
    public var text: String { "\(region.rawValue)~\(business)" }

    public init?(text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard parts.count == 2, let business = BusinessID(String(parts[1])) else { return nil }
        self.init(region: RegionCode(rawValue: String(parts[0])), business: business)
    }
}

/// A business on a list of names.
public struct BusinessSummary: Sendable, Hashable {
    public let id: BusinessID
    public let name: String
    public let ownerName: String
    public let region: RegionCode
    /// Village and district, as far as known.
    public let place: String
    public let rung: Rung
    /// Who claims it.
    public let partners: Set<PartnerID>
    /// How many rows claim it.
    public let claims: Int
}

/// A page of names.
public struct BusinessPage: Sendable, Hashable {
    public let businesses: [BusinessSummary]
    /// Where the next page begins; nil if there is none.
    public let next: BusinessCursor?
}
