public import Nusantara

/// Who looks at a page: a person and what they were granted. Every question of permission is answered here, from values alone.
public struct Viewer: Sendable, Hashable {
    public let person: Person
    public let grants: [Grant]

    public init(person: Person, grants: [Grant]) {
        self.person = person
        self.grants = grants
    }

    /// Whether the person may do this to all that lies in the scope. What is not named means all of it: without a region the whole
    /// nation, without a partner every partner.
    public func may(
        _ permission: Permission, region: RegionCode = .nation, programme: ProgrammeID? = nil, partner: PartnerID? = nil
    ) -> Bool {
        may(permission, in: Scope(region: region, programme: programme, partner: partner))
    }

    /// Whether the person may do this to all that lies in the scope.
    public func may(_ permission: Permission, in scope: Scope) -> Bool {
        grants.contains { $0.role.permissions.contains(permission) && $0.scope.contains(scope) }
    }

    /// Whether the person may do this anywhere at all: to show an entry of a menu, never to let something happen.
    public func holds(_ permission: Permission) -> Bool {
        grants.contains { $0.role.permissions.contains(permission) }
    }

    /// Where the person may do this: the union of these scopes, none of which contains another. Empty for nowhere.
    ///
    /// A query for names is limited to rows that lie in one of them.
    public func scopes(for permission: Permission) -> [Scope] {
        var widest: [Scope] = []
        for grant in grants where grant.role.permissions.contains(permission) {
            if widest.contains(where: { $0.contains(grant.scope) }) { continue }
            widest.removeAll { grant.scope.contains($0) }
            widest.append(grant.scope)
        }
        return widest
    }

    /// The regions in which the person may do this for every programme and partner; `[.nation]` for everywhere.
    ///
    /// What is granted for one programme or partner is not among them: ask ``scopes(for:)``.
    public func regions(for permission: Permission) -> [RegionCode] {
        scopes(for: permission).filter { $0.programme == nil && $0.partner == nil }.map(\.region).sorted()
    }

    /// The partners for whose rows alone, wherever they are, the person may do this.
    public func partners(for permission: Permission) -> [PartnerID] {
        scopes(for: permission).filter { $0.programme == nil && $0.region == .nation }.compactMap(\.partner).sorted()
    }

    /// Whether the person may see the names of a business: by its region, or because a list of their partner claims it.
    public func mayReadNames(region: RegionCode, partners: some Sequence<PartnerID>) -> Bool {
        may(.readNames, region: region) || partners.contains { may(.readNames, region: region, partner: $0) }
    }

    /// Whether the person may give others a role in this scope: nobody hands on what reaches beyond the accounts they keep.
    public func mayGrant(in scope: Scope) -> Bool {
        may(.manageUsers, in: scope)
    }
}
