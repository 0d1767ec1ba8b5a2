extension LinkageModel {
    /// Regency, then district and village, then street and door.
    func comparePlaces(_ a: LinkageRecord, _ b: LinkageRecord, into evidence: inout Evidence) {
        if let regionA = a.region, let regionB = b.region {
            let level: AgreementLevel = regionA == regionB ? .same : .different
            evidence.set(.regency, level, regency[level])
            if level == .different { return }
        }
        let villages = Self.villages(a, b)
        if villages != .missing { evidence.set(.village, villages, village[villages]) }
        let addresses = Self.addresses(a, b, villages: villages)
        if addresses != .missing { evidence.set(.address, addresses, address[addresses]) }
    }

    private static func villages(_ a: LinkageRecord, _ b: LinkageRecord) -> AgreementLevel {
        let districts = agreement(a.district, b.district)
        switch (districts, agreement(a.village, b.village)) {
        case (.different, .same): return .contained
        case (.different, _): return .different
        case (_, .same): return .same
        case (.same, .missing): return .close
        case (.same, _): return .contained
        case (_, let villages): return villages
        }
    }

    private static func addresses(_ a: LinkageRecord, _ b: LinkageRecord, villages: AgreementLevel) -> AgreementLevel {
        let streets = WordAgreement(a.addressWords, b.addressWords) { _ in 8 }.level
        let numbers = agreement(a.houseNumber, b.houseNumber)
        let neighbourhoods = neighbourhoods(a, b)
        let level: AgreementLevel
        switch streets {
        case .same, .close, .contained:
            switch (numbers, neighbourhoods) {
            case (.same, _), (.missing, .same): level = .same
            case (.missing, .different), (.different, .same): level = .contained
            case (.different, _): level = .partial
            default: level = .close
            }
        case .missing:
            switch neighbourhoods {
            case .same: level = numbers == .different ? .contained : .close
            case .missing: level = postalCodes(a, b, villages: villages)
            default: level = .different
            }
        default:
            level = neighbourhoods == .same ? .contained : .different
        }
        return villages == .different ? min(level, .contained) : level
    }

    /// Several villages share a postal code, so it says something only where no village is known.
    private static func postalCodes(_ a: LinkageRecord, _ b: LinkageRecord, villages: AgreementLevel) -> AgreementLevel {
        guard villages == .missing, let codeA = a.postalCode, let codeB = b.postalCode else { return .missing }
        return codeA == codeB ? .contained : .partial
    }

    private static func neighbourhoods(_ a: LinkageRecord, _ b: LinkageRecord) -> AgreementLevel {
        guard let rtA = a.rt, let rtB = b.rt, let rwA = a.rw, let rwB = b.rw else { return .missing }
        return rtA == rtB && rwA == rwB ? .same : .different
    }

    private static func agreement(_ a: String?, _ b: String?) -> AgreementLevel {
        guard let a, let b, !a.isEmpty, !b.isEmpty else { return .missing }
        if a == b { return .same }
        return min(a.utf8.count, b.utf8.count) > 4 && JaroWinkler.similarity(a, b) >= 0.92 ? .same : .different
    }
}
