public import Accounts
public import Linkage
public import Storage

/// Two claims side by side, and what the fields say for or against their being one business.
public struct ClaimPair: Sendable {
    /// A claim and the business to which it belongs.
    public struct Side: Sendable {
        public let business: BusinessSummary
        /// Identifiers masked.
        public let claim: ClaimRecord
    }

    public let first: Side
    public let second: Side
    /// The two claims weighed alone, whatever else is known of their businesses.
    public let comparison: Comparison
    /// The rule that decides without weighing, if one does.
    public let rule: IdentityRule?
}

extension SQLConnection {
    /// Two claims and their comparison by the model of today, or nil if one of them is unknown.
    ///
    /// The caller asks ``mayRead(_:scopes:)`` for both businesses and records the reading.
    /// - Throws: ``Accounts/VaultError`` if a sealed value cannot be opened; ``Storage/StorageError``.
    public func claimPair(_ first: ClaimID, _ second: ClaimID, vault: Vault) throws -> ClaimPair? {
        guard let (firstSide, a) = try side(first, vault: vault), let (secondSide, b) = try side(second, vault: vault) else { return nil }
        let model = try currentModel()
        let sharing = try sharedContacts(of: a)
        let assignment = model.assign(a, among: [Candidate(id: 0, claims: [b])], sharing: sharing)
        var rule = assignment.otherBusinessesOfOwner.isEmpty ? nil : IdentityRule.secondBusinessOfOwner
        if case .rule(let found) = assignment.basis { rule = found }
        return ClaimPair(first: firstSide, second: secondSide, comparison: model.compare(a, b, sharing: sharing), rule: rule)
    }

    private func side(_ id: ClaimID, vault: Vault) throws -> (ClaimPair.Side, LinkageRecord)? {
        let link: (business: BusinessID, features: [UInt8])? = try first(
            "SELECT business_id, features FROM link WHERE claim_id = \(id)"
        ) { (try $0[0], try $0[1]) }
        guard let link, let business = try summaries(of: [link.business], programme: nil).first,
            let claim = try claims(of: link.business, vault: vault).first(where: { $0.id == id })
        else { return nil }
        return (ClaimPair.Side(business: business, claim: claim), try LinkageRecord(encoded: link.features))
    }

    /// How many businesses stand behind the phones and the e-mail address of a record.
    private func sharedContacts(of record: LinkageRecord) throws -> SharedContacts {
        var contacts: [Int64: UInt64] = [:]
        for phone in record.phones {
            if let key = LinkageRecord(phones: [phone]).matchKeys.first { contacts[key] = phone }
        }
        if let email = record.email, let key = LinkageRecord(email: email).matchKeys.first { contacts[key] = email }
        var sharing = SharedContacts()
        try forEach(under: contacts.keys.sorted(), in: RegistrySchema.matchKeys, of: BusinessSubject.self) { key, _ in
            if let contact = contacts[key] { sharing.businesses[contact, default: 0] += 1 }
        }
        return sharing
    }
}
