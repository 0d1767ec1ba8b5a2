/// A thing in a list that makes a naive count wrong, or a row hard to read.
public enum Trap: String, Sendable, CaseIterable {
    // In the world
    case secondShopOfOwner, spousesSharePhone, facilitatorPhone, sameGenericNameInVillage
    case renamedShop, movedPhone, titleGained, ownerIsSpouse

    // In the typing
    case nameVariant, oldSpelling, nickname, courtesyTitle, typingSlip, swappedNameAndOwner, ownerInBrackets
    case allCapitals, straySpaces, missingValue, noBusinessName
    case twoPhonesInCell, lostLeadingZero, scientificNotation, damagedIdentityNumber, identityNumberOfSpouse, newYearBirthday
    case regionAsCode, regionWithoutKind, ambiguousRegion, regionAlias

    // In the keeping
    case secondAccount, repeatedIdentifier, emptyRow, rubbishRow, onlyPhone
}
