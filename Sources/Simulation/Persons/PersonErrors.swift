/// How often the rows of a list of persons differ from the persons: shares between 0 and 1.
///
/// What is tuned on ``tuning`` must be judged on ``judging``, whose shares and seed are others.
public struct PersonErrors: Sendable {
    // MARK: In every row

    public var missingGivenName: Double
    public var missingFamilyName: Double
    public var missingBirthDate: Double
    public var missingPostcode: Double
    /// Rows of all capitals, or of no capitals.
    public var otherCase: Double

    // MARK: In rows that repeat a person

    public var swappedNames: Double
    /// A slip of the finger in the given name, and as often one in the family name.
    public var nameSlip: Double
    /// Another usual spelling of the name: Moh. for Muhammad.
    public var respelledName: Double
    public var mistypedBirthDate: Double
    /// Day and month in each other's place, where that is a date.
    public var swappedDayAndMonth: Double
    /// The person lives elsewhere now.
    public var moved: Double
    public var mistypedPostcode: Double
    /// The person gave no phone this time.
    public var lostPhone: Double
    /// The person has another phone now.
    public var changedPhone: Double
    public var mistypedPhone: Double

    /// For choosing how the program works.
    public static let tuning = PersonErrors(
        missingGivenName: 0.02, missingFamilyName: 0.03, missingBirthDate: 0.03, missingPostcode: 0.04, otherCase: 0.10,
        swappedNames: 0.03, nameSlip: 0.16, respelledName: 0.10, mistypedBirthDate: 0.09, swappedDayAndMonth: 0.03,
        moved: 0.18, mistypedPostcode: 0.03, lostPhone: 0.15, changedPhone: 0.10, mistypedPhone: 0.08)

    /// Set aside for saying how well the program works.
    public static let judging = PersonErrors(
        missingGivenName: 0.025, missingFamilyName: 0.025, missingBirthDate: 0.04, missingPostcode: 0.03, otherCase: 0.14,
        swappedNames: 0.025, nameSlip: 0.19, respelledName: 0.07, mistypedBirthDate: 0.07, swappedDayAndMonth: 0.05,
        moved: 0.22, mistypedPostcode: 0.04, lostPhone: 0.12, changedPhone: 0.13, mistypedPhone: 0.10)
}

/// What a list of persons is for, which decides its errors and where its draws begin.
public enum PersonSetting: String, CaseIterable, Sendable {
    /// To choose how the program works.
    case tuning
    /// Set aside, to say how well it works; never looked at while it is being written.
    case judging

    /// How often rows differ from persons.
    public var errors: PersonErrors {
        switch self {
        case .tuning: .tuning
        case .judging: .judging
        }
    }

    /// Where the draws begin unless another seed is given.
    public var seed: UInt64 {
        switch self {
        case .tuning: 1
        case .judging: 20_261_125
        }
    }
}
