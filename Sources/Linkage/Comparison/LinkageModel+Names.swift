extension LinkageModel {
    /// Business name and owner, also when one list has them in each other's column.
    func compareNames(_ a: LinkageRecord, _ b: LinkageRecord, into evidence: inout Evidence) {
        var names = WordAgreement(a.businessName, b.businessName, bits: businessWords.bits)
        if names.level == .partial || names.level == .contained {
            names = WordAgreement(a.nameBesidesPlace, b.nameBesidesPlace, bits: businessWords.bits)
        }
        let owners = WordAgreement(a.owner, b.owner, bits: ownerWords.bits)
        if names.level <= .partial, owners.level <= .partial, compareSwapped(a, b, into: &evidence) { return }

        if owners.level != .missing {
            evidence.set(.owner, owners.level, weight(owners, owner, ownerRarity))
        }
        if names.level != .missing {
            var weight = weight(names, businessName, businessNameRarity)
            if a.isGenericName || b.isGenericName { weight = min(weight, genericNameLimit) }
            if owners.level != .missing, Self.isNamedAfterOwner(a) || Self.isNamedAfterOwner(b) {
                // "Warung Bu Sri" of Sri Wahyuni repeats what the owner's name says already.
                weight = weight.clamped(to: businessName.different / 3...1.5)
            }
            evidence.set(.businessName, names.level, weight)
        }
    }

    func weight(_ words: WordAgreement, _ weights: FieldWeights, _ rarity: RarityAdjustment) -> Double {
        let shift = rarity.share * (words.bits - rarity.typicalBits)
        switch words.level {
        case .missing: return 0
        case .different: return weights.different
        case .partial: return (weights.partial + shift / 2).clamped(to: weights.different...max(weights.different, weights.partial + 2))
        case .contained, .close, .same:
            let strongest = rarity.strongest - (weights.same - weights[words.level])
            return min(max(weights[words.level] + shift, rarity.weakest), strongest)
        }
    }

    /// Reads one record's columns crosswise. True when that explains both, and the evidence has been set.
    private func compareSwapped(_ a: LinkageRecord, _ b: LinkageRecord, into evidence: inout Evidence) -> Bool {
        guard Self.shareWord(a.businessName, b.owner) || Self.shareWord(a.owner, b.businessName) else { return false }
        let nameInOwner = WordAgreement(a.businessName, b.owner, bits: ownerWords.bits)
        let ownerInName = WordAgreement(a.owner, b.businessName, bits: ownerWords.bits)
        let levels = (nameInOwner.level, ownerInName.level)
        guard levels.0 >= .contained || levels.1 >= .contained else { return false }
        guard levels.0 >= .contained || levels.0 == .missing, levels.1 >= .contained || levels.1 == .missing else { return false }

        let swapPenalty = 1.0
        let isFirst = (nameInOwner.bits, nameInOwner.level) >= (ownerInName.bits, ownerInName.level)
        let person = isFirst ? nameInOwner : ownerInName
        let other = isFirst ? ownerInName : nameInOwner
        evidence.set(.owner, .contained, weight(person, owner, ownerRarity) - swapPenalty)
        if other.level != .missing {
            evidence.set(.businessName, .contained, weight(other, businessName, businessNameRarity) - swapPenalty)
        }
        return true
    }

    private static func shareWord(_ a: [String], _ b: [String]) -> Bool {
        guard !a.isEmpty, !b.isEmpty else { return false }
        return a.prefix(LinkageRecord.wordLimit).contains { b.prefix(LinkageRecord.wordLimit).contains($0) }
    }

    private static func isNamedAfterOwner(_ record: LinkageRecord) -> Bool {
        guard !record.owner.isEmpty, !record.businessName.isEmpty else { return false }
        return record.businessName.prefix(LinkageRecord.wordLimit).allSatisfy {
            record.owner.prefix(LinkageRecord.wordLimit).contains($0) || kinTerms.contains($0)
        }
    }

    private static let kinTerms: Set<String> = ["bu", "ibu", "pak", "bapak", "mbak", "mas", "mama", "bunda", "bang", "kang", "teh", "mak"]
}
