/// What two records are compared by. The names are kept with links, so they do not change.
public enum Field: String, Sendable, Hashable, Codable, CaseIterable {
    case businessName, owner, phone, nik, nib, npwp, email, account, regency, village, address, trade, birthDate, sex, source
    /// No field but a correction: what several fields say of one person is said once. See ``LinkageModel/personOdds``.
    case samePerson

    /// Its place in a vector of all fields.
    var lane: Int {
        switch self {
        case .businessName: 0
        case .owner: 1
        case .phone: 2
        case .nik: 3
        case .nib: 4
        case .npwp: 5
        case .email: 6
        case .account: 7
        case .regency: 8
        case .village: 9
        case .address: 10
        case .trade: 11
        case .birthDate: 12
        case .sex: 13
        case .source: 14
        case .samePerson: 15
        }
    }
}

/// How far two values of a field agree, from least to most. The names are kept with links, so they do not change.
public enum AgreementLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
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

    var rank: UInt8 {
        switch self {
        case .missing: 0
        case .different: 1
        case .partial: 2
        case .contained: 3
        case .close: 4
        case .same: 5
        }
    }

    init(rank: UInt8) {
        switch rank {
        case 1: self = .different
        case 2: self = .partial
        case 3: self = .contained
        case 4: self = .close
        case 5: self = .same
        default: self = .missing
        }
    }

    public static func < (a: AgreementLevel, b: AgreementLevel) -> Bool {
        a.rank < b.rank
    }
}
