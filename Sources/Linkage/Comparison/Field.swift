/// What two records are compared by. The numbers are kept with links, so they do not change and new ones come last.
public enum Field: UInt8, Sendable, Hashable, Codable, CaseIterable {
    case businessName, owner, phone, nik, nib, npwp, email, account, regency, village, address, trade, birthDate, sex, source
    /// No field but a correction: what several fields say of one person is said once. See ``LinkageModel/personOdds``.
    case samePerson

    /// Its place in a vector of all fields.
    var lane: Int { Int(rawValue) }
}

/// How far two values of a field agree, from least to most. The numbers are kept with links, so they do not change.
public enum AgreementLevel: UInt8, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// At least one side says nothing: no evidence either way.
    case missing
    /// They contradict each other.
    case different
    /// Something agrees and something contradicts: "barokah jaya" and "barokah makmur".
    case partial
    /// One is a part of the other and nothing contradicts: "sri" and "sri wahyuni".
    case contained
    /// The same but for spelling, typing, or a detail that one side lacks.
    case close
    /// Equal.
    case same

    public static func < (a: AgreementLevel, b: AgreementLevel) -> Bool {
        a.rawValue < b.rawValue
    }
}
