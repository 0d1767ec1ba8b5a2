import Nusantara

/// The person who typed a row: knows the truth, and writes it down with a person's habits.
struct Clerk {
    let population: SimulatedPopulation
    let habits: Habits
    let places = Gazetteer.shared
    var generator: SeededGenerator
    var subject: ClaimSubject
    private(set) var traps = TrapSet()
    /// Whoever types in capitals types a whole row in capitals.
    private var letters = Letters.mixed

    private enum Letters { case mixed, capitals, lowercase }

    /// A clerk for one row. What is typed depends on the seed, the partner and the business alone, not on the rows before.
    init(_ subject: ClaimSubject, in population: SimulatedPopulation) {
        self.population = population
        self.subject = subject
        habits = population.settings.habits
        let stream = UInt64(subject.number) &* 64 &+ UInt64(subject.partner.number) &* 8 &+ UInt64(subject.copy.rawValue) &+ 1_000
        generator = SeededGenerator(seed: population.settings.seed ^ 0x5EED_C1E4, stream: stream)
        noteTrapsOfTheWorld()
        if falls(for: .allCapitals, subject.partner == .dinasKoperasi ? min(1, habits.allCapitals * 2) : habits.allCapitals) {
            letters = .capitals
        } else if generator.happens(habits.allLowercase) {
            letters = .lowercase
        }
    }

    mutating func note(_ trap: Trap) {
        traps.insert(trap)
    }

    /// Whether a habit shows this time; if so it is noted.
    mutating func falls(for trap: Trap, _ share: Double) -> Bool {
        guard generator.happens(share) else { return false }
        note(trap)
        return true
    }

    private mutating func noteTrapsOfTheWorld() {
        let business = subject.business
        if business.isSecondShop { note(.secondShopOfOwner) }
        if business.sharesName { note(.sameGenericNameInVillage) }
        if subject.namesSpouse { note(.ownerIsSpouse) }
        let spouse = Int(subject.owner.spouse)
        if spouse >= 0, population.owners[spouse].phone == subject.owner.phone { note(.spousesSharePhone) }
        if subject.copy == .secondAccount { note(.secondAccount) }
        if subject.copy == .repeated { note(.repeatedIdentifier) }
    }

    // MARK: Gaps and letters

    /// What stands in a cell for which nothing is known.
    mutating func gap() -> String {
        note(.missingValue)
        return switch subject.partner {
        case .shopee, .gofood: generator.pick(["", "", "", "-", "N/A"])
        case .tokopedia: generator.pick(["", "", "-", "tidak ada"])
        case .dinasKoperasi, .dts: generator.pick(["", "", "-", "-", "x", "0", "tidak ada", "."])
        }
    }

    /// The value, or now and then a gap.
    mutating func maybe(_ value: String, missing share: Double? = nil) -> Cell {
        guard !generator.happens(share ?? habits.missingValue) else {
            let gap = gap()
            return gap.isEmpty ? .blank : .text(gap)
        }
        return .text(value)
    }

    /// Capitals and spaces as they come.
    mutating func typed(_ text: String) -> String {
        let result =
            switch letters {
            case .mixed: text
            case .capitals: text.uppercased()
            case .lowercase: text.lowercased()
            }
        guard falls(for: .straySpaces, habits.straySpaces) else { return result }
        return switch generator.below(3) {
        case 0: result + " "
        case 1: " " + result
        default: result.replacing(" ", with: "  ", maxReplacements: 1) + " "
        }
    }
}
