extension LinkageModel {
    /// Puts a claim to one of the businesses, or to none.
    ///
    /// Rules decide first. Otherwise a business is weighed as a whole: each field by the mean of its best and its average agreement over
    /// the claims that know it, so that one good resemblance among many contradictions does not chain. A business with a claim that
    /// firmly contradicts is left out. Two businesses are never fused: the claim goes to the better one and the other is the near miss.
    ///
    /// - Parameter sharing: how many businesses are known behind a phone or an e-mail address, as far as the caller knows; what the
    ///   candidates themselves show is added.
    /// - Complexity: one comparison for each claim of each candidate.
    public func assign(_ record: LinkageRecord, among candidates: [Candidate], sharing: SharedContacts = SharedContacts()) -> Assignment {
        let sharing = observedSharing(record, candidates, sharing)
        var scored: [Score] = []
        scored.reserveCapacity(candidates.count)
        for candidate in candidates where !candidate.claims.isEmpty {
            scored.append(score(record, candidate, sharing))
        }
        let certain = scored.filter { $0.rule?.isSameBusiness == true }
        let others = scored.filter { $0.rule == .secondBusinessOfOwner }.map(\.id)
        if let chosen = certain.min(by: { $0.precedes($1) }) {
            return Assignment(
                outcome: .existing(chosen.id), basis: .rule(chosen.rule ?? .sameLicence), probability: 1, probabilityNew: 0,
                comparison: Comparison(evidence: chosen.evidence, prior: prior),
                nearMiss: nearMiss(in: scored, besides: chosen, oddsSum: 1), otherBusinessesOfOwner: others)
        }

        let open = scored.filter { $0.isOpen }
        let oddsSum = open.reduce(1) { $0 + $1.odds }
        let best = open.min { $0.precedes($1) }
        if let best, best.odds / (1 + best.odds) >= linkThreshold {
            return Assignment(
                outcome: .existing(best.id), basis: .probability, probability: best.odds / oddsSum, probabilityNew: 1 / oddsSum,
                comparison: Comparison(evidence: best.evidence, prior: prior),
                nearMiss: nearMiss(in: open, besides: best, oddsSum: oddsSum), otherBusinessesOfOwner: others)
        }
        return Assignment(
            outcome: .new, basis: .probability, probability: 1 / oddsSum, probabilityNew: 1 / oddsSum,
            comparison: best.map { Comparison(evidence: $0.evidence, prior: prior) },
            nearMiss: nearMiss(in: open, besides: nil, oddsSum: oddsSum), otherBusinessesOfOwner: others)
    }

    private struct Score {
        let id: Int
        let evidence: Evidence
        let rule: IdentityRule?
        let isContradicted: Bool
        let odds: Double

        var isOpen: Bool { rule == nil && !isContradicted }

        /// Whether this is the better choice: the earlier rule, then the higher odds, then the lower index.
        func precedes(_ other: Score) -> Bool {
            if let rule, let otherRule = other.rule, rule != otherRule { return rule < otherRule }
            return odds != other.odds ? odds > other.odds : id < other.id
        }
    }

    private func nearMiss(in scored: [Score], besides chosen: Score?, oddsSum: Double) -> Assignment.NearMiss? {
        let rest = scored.filter { $0.id != chosen?.id && $0.isOpen }
        guard let next = rest.min(by: { $0.precedes($1) }) else { return nil }
        let probability = next.odds / (oddsSum + (chosen?.rule == nil ? 0 : next.odds))
        return probability >= 0.001 ? Assignment.NearMiss(id: next.id, probability: probability) : nil
    }

    private func score(_ record: LinkageRecord, _ candidate: Candidate, _ sharing: SharedContacts) -> Score {
        var summary = EvidenceSummary()
        var rule: IdentityRule?
        var isContradicted = false
        for claim in candidate.claims.prefix(Self.claimLimit) {
            let evidence = evidence(record, claim, sharing)
            summary.add(evidence)
            if let found = IdentityRule.deciding(record, claim, evidence) {
                rule = min(rule ?? found, found)
            }
            if evidence.sumBesidesPlace < contradictionLimit { isContradicted = true }
        }
        var evidence = summary.evidence
        limitPerson(in: &evidence)
        return Score(
            id: candidate.id, evidence: evidence, rule: rule, isContradicted: isContradicted,
            odds: Logarithm.exp2(min(prior + evidence.sum, 60)))
    }

    /// So many claims of one business are compared; more would not change the verdict.
    private static let claimLimit = 32

    /// Counts, among the candidates, the businesses behind each contact of the record.
    private func observedSharing(_ record: LinkageRecord, _ candidates: [Candidate], _ known: SharedContacts) -> SharedContacts {
        var sharing = known
        for phone in record.phones.prefix(LinkageRecord.wordLimit) {
            let seen = candidates.count { $0.claims.contains { $0.phones.contains(phone) } }
            if seen > sharing.businesses(behind: phone) { sharing.businesses[phone] = seen }
        }
        if let email = record.email {
            let seen = candidates.count { $0.claims.contains { $0.email == email } }
            if seen > sharing.businesses(behind: email) { sharing.businesses[email] = seen }
        }
        return sharing
    }
}
