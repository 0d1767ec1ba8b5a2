/// How often people who keep lists do each of the things that make lists hard to count: shares between 0 and 1.
public struct Habits: Sendable {
    // MARK: How people really live

    /// Owners who also run a second shop, of another trade at another address.
    public var secondShop = 0.07
    /// Owners whose husband or wife runs a business of their own next door, often with the same telephone.
    public var marriedOwners = 0.05
    /// Businesses that belong to husband and wife together, so that one list names him and another her.
    public var ownedByCouple = 0.06
    /// Owners who start a group in one village under one facilitator, whose telephone stands for all of them.
    public var facilitatorGroup = 0.004
    /// Businesses that bear the same common name as another one in the same village.
    public var sharedGenericName = 0.03
    /// Businesses that were renamed, so that some lists still have the former name.
    public var renamed = 0.05
    /// Owners who changed to another telephone, so that some lists still have the former number.
    public var movedPhone = 0.09
    /// Owners who became Haji or Hajjah, so that some lists have the title and some do not.
    public var pilgrim = 0.08

    // MARK: How names are typed

    public var allCapitals = 0.16
    public var allLowercase = 0.07
    public var straySpaces = 0.04
    /// Muhammad, Ahmad, Abdul, Siti … written in another of their spellings or cut short.
    public var respelledName = 0.45
    /// Soekarno's oe, tj and dj instead of u, c and j.
    public var oldSpelling = 0.04
    public var nickname = 0.05
    /// Bapak, Ibu, a degree or an order word typed into the field of the name.
    public var courtesyTitle = 0.06
    public var typingSlip = 0.04
    public var swappedNameAndOwner = 0.012
    public var ownerInBrackets = 0.03
    public var missingValue = 0.06

    // MARK: How identifiers are typed

    public var facilitatorPhone = 0.85
    public var twoPhonesInCell = 0.03
    public var lostLeadingZero = 0.14
    public var scientificNotation = 0.03
    /// NIK kept as a number by a spreadsheet, whose sixteenth digit became 0.
    public var damagedIdentityNumber = 0.18
    public var identityNumberOfSpouse = 0.02
    public var newYearBirthday = 0.05

    // MARK: How lists are kept

    /// One shop under two accounts of one partner.
    public var secondAccount = 0.025
    /// The same account twice in one list, the later row with newer figures.
    public var repeatedIdentifier = 0.006
    /// Rows of which nothing can be made.
    public var unusableRow = 0.006
    public var regionAsCode = 0.12
    public var regionWithoutKind = 0.3

    /// The habits that real lists show.
    public static let usual = Habits()

    /// The same habits, so many times as strong: 0 makes tidy lists, 2 makes lists twice as hard to count. No share exceeds 1.
    public func scaled(by factor: Double) -> Habits {
        let shares: [WritableKeyPath<Habits, Double>] = [
            \.secondShop, \.marriedOwners, \.ownedByCouple, \.facilitatorGroup, \.sharedGenericName, \.renamed, \.movedPhone, \.pilgrim,
            \.allCapitals,
            \.allLowercase, \.straySpaces, \.respelledName, \.oldSpelling, \.nickname, \.courtesyTitle, \.typingSlip, \.swappedNameAndOwner,
            \.ownerInBrackets, \.missingValue, \.facilitatorPhone, \.twoPhonesInCell, \.lostLeadingZero, \.scientificNotation,
            \.damagedIdentityNumber,
            \.identityNumberOfSpouse, \.newYearBirthday, \.secondAccount, \.repeatedIdentifier, \.unusableRow, \.regionAsCode,
            \.regionWithoutKind,
        ]
        var habits = self
        for share in shares { habits[keyPath: share] = min(1, max(0, habits[keyPath: share] * factor)) }
        return habits
    }
}
