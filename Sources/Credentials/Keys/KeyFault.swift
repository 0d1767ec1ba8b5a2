import Nusantara

/// Why a key's signature counts for nothing although it is right.
enum KeyFault {
    case compromised(since: CalendarDate)
    case future(validFrom: CalendarDate)
    case retired(validUntil: CalendarDate)
}

extension KeyHistory.Entry {
    /// The URI of the Ed25519 key.
    var method: String { "\(issuer.id)#\(Multikey.encode(ed25519: ed25519))" }

    /// What speaks against a signature of that day. A compromised key is never believed: who has it can write any date.
    func fault(signedOn day: CalendarDate) -> KeyFault? {
        if let compromisedAt { return .compromised(since: compromisedAt) }
        if day < validFrom { return .future(validFrom: validFrom) }
        if let validUntil, day > validUntil { return .retired(validUntil: validUntil) }
        return nil
    }
}
