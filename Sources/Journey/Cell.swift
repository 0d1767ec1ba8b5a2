public import Accounts
public import Nusantara

/// One place of the count: region × programme × partner, as things stand today or as reached in one month.
public struct Cell: Sendable, Hashable {
    public let region: RegionCode
    /// Nil for all programmes together.
    public let programme: ProgrammeID?
    /// Nil for all partners together.
    public let partner: PartnerID?
    /// Nil for how things stand today; otherwise what was reached for the first time in that month.
    public let month: Month?

    public init(region: RegionCode = .nation, programme: ProgrammeID? = nil, partner: PartnerID? = nil, month: Month? = nil) {
        self.region = region
        self.programme = programme
        self.partner = partner
        self.month = month
    }
}

/// Which partners know a business: the key of the overlap.
struct OverlapCell: Sendable, Hashable {
    let region: RegionCode
    /// In ascending order.
    let partners: [PartnerID]
}
