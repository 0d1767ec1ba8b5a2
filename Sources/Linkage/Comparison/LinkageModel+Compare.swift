/// How many businesses are known under one phone number or e-mail address.
///
/// A facilitator's phone that stands behind forty businesses says little about any two of them.
public struct SharedContacts: Sendable {
    /// Businesses by the keyed hash of phone or e-mail. What is not listed counts as one business's own.
    public var businesses: [UInt64: Int]

    public init(_ businesses: [UInt64: Int] = [:]) {
        self.businesses = businesses
    }

    func businesses(behind contact: UInt64) -> Int {
        businesses.isEmpty ? 1 : max(businesses[contact] ?? 1, 1)
    }
}

extension LinkageModel {
    /// Compares two records, field by field. Symmetric; the weights sum up to what speaks for one business.
    public func compare(_ a: LinkageRecord, _ b: LinkageRecord, sharing: SharedContacts = SharedContacts()) -> Comparison {
        Comparison(evidence: evidence(a, b, sharing), prior: prior)
    }

    /// The probability that two records are the same business; what ``compare(_:_:sharing:)`` finds without the explanation, and faster.
    public func pairProbability(_ a: LinkageRecord, _ b: LinkageRecord, sharing: SharedContacts = SharedContacts()) -> Double {
        Logarithm.probability(log2Odds: prior + evidence(a, b, sharing).sum)
    }

    func evidence(_ a: LinkageRecord, _ b: LinkageRecord, _ sharing: SharedContacts) -> Evidence {
        var evidence = Evidence()
        compareNames(a, b, into: &evidence)
        compareContacts(a, b, sharing, into: &evidence)
        compareIdentifier(.nik, a.nik, b.nik, nik, into: &evidence)
        compareIdentifier(.nib, a.nib, b.nib, nib, into: &evidence)
        compareIdentifier(.npwp, a.npwp, b.npwp, npwp, into: &evidence)
        compareIdentifier(.account, a.account, b.account, account, into: &evidence)
        compareIdentifier(.sex, a.sex, b.sex, sex, into: &evidence)
        comparePlaces(a, b, into: &evidence)
        compareTrades(a, b, into: &evidence)
        compareBirthDates(a, b, into: &evidence)
        if let source = a.source, source == b.source { evidence.set(.source, .same, self.source.same) }
        limitPerson(in: &evidence)
        return evidence
    }

    private func compareIdentifier<Value: Equatable>(
        _ field: Field, _ a: Value?, _ b: Value?, _ weights: FieldWeights, into evidence: inout Evidence
    ) {
        guard let a, let b else { return }
        let level: AgreementLevel = a == b ? .same : .different
        evidence.set(field, level, weights[level])
    }

    private func compareContacts(_ a: LinkageRecord, _ b: LinkageRecord, _ sharing: SharedContacts, into evidence: inout Evidence) {
        if !a.phones.isEmpty, !b.phones.isEmpty {
            var users: Int?
            for phone in a.phones.prefix(LinkageRecord.wordLimit) where b.phones.prefix(LinkageRecord.wordLimit).contains(phone) {
                users = min(users ?? .max, sharing.businesses(behind: phone))
            }
            set(.phone, phone, users: users, into: &evidence)
        }
        if let emailA = a.email, let emailB = b.email {
            set(.email, email, users: emailA == emailB ? sharing.businesses(behind: emailA) : nil, into: &evidence)
        }
    }

    /// - Parameter users: how many businesses are behind the contact that both have, or nil when they have none in common. Two owners' names
    ///   behind one contact show that it is shared: a couple's, or a facilitator's.
    private func set(_ field: Field, _ weights: FieldWeights, users: Int?, into evidence: inout Evidence) {
        guard var users else { return evidence.set(field, .different, weights.different) }
        if evidence.level(.owner) == .different { users = max(users, 3) }
        guard users > 1 else { return evidence.set(field, .same, weights.same) }
        let weight = weights.same - sharingPenalty * Logarithm.log2(Double(users))
        evidence.set(field, .close, weight.clamped(to: min(0.5, weights.same)...weights.same))
    }

    private func compareTrades(_ a: LinkageRecord, _ b: LinkageRecord, into evidence: inout Evidence) {
        var level = AgreementLevel.missing
        if let tradeA = a.trade, let tradeB = b.trade {
            level =
                tradeA == tradeB
                ? .same : tradeA / 10 == tradeB / 10 ? .close : tradeA / 1000 == tradeB / 1000 ? .contained : .different
        }
        if level != .same, level != .close {
            if Self.share(a.products, b.products) {
                level = max(level, .contained)
            } else if Self.share(a.businessType, b.businessType) {
                level = max(level, .partial)
            }
        }
        if level != .missing { evidence.set(.trade, level, trade[level]) }
    }

    private static func share(_ a: [String], _ b: [String]) -> Bool {
        guard !a.isEmpty, !b.isEmpty else { return false }
        return a.prefix(LinkageRecord.wordLimit).contains { b.prefix(LinkageRecord.wordLimit).contains($0) }
    }

    private func compareBirthDates(_ a: LinkageRecord, _ b: LinkageRecord, into evidence: inout Evidence) {
        guard let dayA = a.birthDay, let dayB = b.birthDay else { return }
        let level = BirthDate(day: dayA).agreement(with: BirthDate(day: dayB))
        evidence.set(.birthDate, level, birthDate[level])
    }

    /// Signs of one person are not independent of each other, nor of the place where the person lives: their sum is limited.
    func limitPerson(in evidence: inout Evidence) {
        evidence.clear(.samePerson)
        let person =
            evidence[.owner] + evidence[.phone] + evidence[.nik] + evidence[.npwp] + evidence[.email] + evidence[.birthDate]
            + evidence[.sex]
        var place = max(evidence[.regency], 0) + max(evidence[.village], 0)
        var limit = personOdds - prior
        if evidence.level(.owner) == .different {
            // Two people behind one phone and one door are a household, which runs two businesses more often than one person does.
            place += max(evidence[.address], 0)
            limit = householdOdds - prior
        }
        let excess = Double(person + place) - limit
        if excess > 0 { evidence.set(.samePerson, .same, -excess) }
    }
}
