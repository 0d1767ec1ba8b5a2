public import Nusantara
public import Storage

/// How far a role reaches: a region with all in it, and if named only one programme or one partner.
public struct Scope: Sendable, Hashable {
    public let region: RegionCode
    /// Nil for every programme.
    public let programme: ProgrammeID?
    /// Nil for every partner.
    public let partner: PartnerID?

    public init(region: RegionCode = .nation, programme: ProgrammeID? = nil, partner: PartnerID? = nil) {
        self.region = region
        self.programme = programme
        self.partner = partner
    }

    /// Whether all that lies in `other` lies in this scope.
    public func contains(_ other: Scope) -> Bool {
        region.contains(other.region)
            && (programme == nil || programme == other.programme)
            && (partner == nil || partner == other.partner)
    }
}

/// A role that a person holds within a scope.
public struct Grant: Sendable, Hashable {
    public let id: Identifier<Grant>
    public let role: Role
    public let scope: Scope

    public init(id: Identifier<Grant> = Identifier(), role: Role, scope: Scope = Scope()) {
        self.id = id
        self.role = role
        self.scope = scope
    }
}
