/// A rule that decides without weighing, because a person can state it. The names are kept with links, so they do not change.
public enum IdentityRule: String, Sendable, Codable, Hashable, CaseIterable {
    /// The same verified business licence number is the same business.
    case sameLicence
    /// The same account of the same marketplace is the same business.
    case sameAccount
    /// The same owner's NIK with a similar name or the same address is the same business.
    case sameOwnerAndNameOrAddress
    /// The same owner's NIK with another trade and another address is a second business of that owner.
    case secondBusinessOfOwner

    /// Whether the rule says that both are one business, or that they are two.
    public var isSameBusiness: Bool { self != .secondBusinessOfOwner }

    /// The first rule that applies to two records, if any.
    static func deciding(_ a: LinkageRecord, _ b: LinkageRecord, _ evidence: Evidence) -> IdentityRule? {
        if evidence.level(.nib) == .same { return .sameLicence }
        if evidence.level(.account) == .same { return .sameAccount }
        guard evidence.level(.nik) == .same else { return nil }
        let isElsewhere =
            evidence.level(.address) == .different || evidence.level(.village) == .different || evidence.level(.regency) == .different
        if isElsewhere, evidence.level(.trade) == .different { return .secondBusinessOfOwner }
        if evidence.level(.businessName) >= .contained { return .sameOwnerAndNameOrAddress }
        // One house, and more so one street, may hold two businesses of an owner: then another name speaks against.
        let isNamedOtherwise = evidence.level(.businessName) == .different || evidence.level(.businessName) == .partial
        switch evidence.level(.address) {
        case .same where !isNamedOtherwise || evidence.level(.trade) != .different: return .sameOwnerAndNameOrAddress
        case .close where !isNamedOtherwise: return .sameOwnerAndNameOrAddress
        default: break
        }
        return nil
    }
}

extension IdentityRule: Comparable {
    /// The order in which rules are asked.
    public static func < (a: IdentityRule, b: IdentityRule) -> Bool {
        a.rank < b.rank
    }

    private var rank: Int {
        switch self {
        case .sameLicence: 0
        case .sameAccount: 1
        case .sameOwnerAndNameOrAddress: 2
        case .secondBusinessOfOwner: 3
        }
    }
}
