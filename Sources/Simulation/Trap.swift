/// A thing in a list that makes a naive count wrong, or a row hard to read.
public enum Trap: UInt8, Sendable, CaseIterable {
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

/// Which traps stand in one row.
struct TrapSet: Sendable {
    private var bits: UInt64 = 0

    mutating func insert(_ trap: Trap) {
        bits |= 1 << UInt64(trap.rawValue)
    }

    /// How often each trap stood in the rows so far, by its number.
    struct Tally {
        private var counts = [Int](repeating: 0, count: Trap.allCases.count)

        mutating func add(_ traps: TrapSet) {
            var rest = traps.bits
            while rest != 0 {
                counts[rest.trailingZeroBitCount] += 1
                rest &= rest - 1
            }
        }

        mutating func add(_ trap: Trap) {
            counts[Int(trap.rawValue)] += 1
        }

        /// The traps that stood anywhere.
        var byTrap: [Trap: Int] {
            Dictionary(uniqueKeysWithValues: Trap.allCases.map { ($0, counts[Int($0.rawValue)]) }.filter { $0.1 > 0 })
        }
    }
}
