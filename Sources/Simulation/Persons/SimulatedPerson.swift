import Nusantara

/// Somebody who stands in a list of persons once or several times. Invented.
struct SimulatedPerson: Sendable {
    var givenName: String
    var familyName: String
    var birthDate: CalendarDate
    var postcode: String
    /// Digits after the trunk 0, or 0 for somebody without a phone.
    var phone: UInt64
}

/// The persons of a list by their numbers. Nothing is kept: a number and a seed always give the same person.
struct PersonPopulation: Sendable {
    let seed: UInt64

    /// Four numbers in a row may be one household.
    private static let householdSize = 4
    private static let livesInHousehold = 0.4
    private static let sharesPhone = 0.08
    private static let isTwin = 0.01
    private static let withoutPhone = 0.2
    private static let rareGivenName = 0.25
    private static let rareFamilyName = 0.5
    private static let twoGivenNames = 0.3

    func person(_ number: Int) -> SimulatedPerson {
        let household = number / Self.householdSize
        var home = SeededGenerator(seed: seed ^ 0x484F_4D45, stream: UInt64(household))
        var own = SeededGenerator(seed: seed, stream: UInt64(number))
        let livesThere = own.happens(Self.livesInHousehold)

        var (regency, postcode) = place(&home)
        let sharedFamilyName = familyName(in: regency, &home)
        let sharedPhone = phone(&home)
        let twinsBirthDate = birthDate(&home)
        if !livesThere { (regency, postcode) = place(&own) }

        let ownFamilyName = familyName(in: regency, &own)
        let ownBirthDate = birthDate(&own)
        let ownPhone = own.happens(Self.withoutPhone) ? 0 : phone(&own)
        return SimulatedPerson(
            givenName: givenName(in: regency, bornIn: ownBirthDate.components.year, &own),
            familyName: livesThere ? sharedFamilyName : ownFamilyName,
            birthDate: livesThere && own.happens(Self.isTwin * 2) ? twinsBirthDate : ownBirthDate,
            postcode: postcode,
            phone: livesThere && own.happens(Self.sharesPhone) ? sharedPhone : ownPhone)
    }

    func place(_ generator: inout SeededGenerator) -> (regency: Int, postcode: String) {
        let places = Gazetteer.shared
        let regency = places.draw(amongOnlineSellers: false, &generator)
        return (regency, places.postalCode(ofVillage: generator.below(places.villages(in: regency)), in: regency))
    }

    func phone(_ generator: inout SeededGenerator) -> UInt64 {
        let operators: [UInt64] = [811, 812, 813, 821, 822, 823, 831, 838, 851, 852, 853, 856, 857, 858, 859, 877, 878, 881, 895, 896, 897]
        return generator.pick(operators) * 100_000_000 + UInt64(generator.below(100_000_000))
    }

    private func givenName(in regency: Int, bornIn year: Int, _ generator: inout SeededGenerator) -> String {
        guard !generator.happens(Self.rareGivenName) else { return RareNames.draw(octaves: 6...13, &generator) }
        let words = drawName(in: regency, bornIn: year, &generator)
        return words.count > 2 || generator.happens(Self.twoGivenNames) ? words.prefix(2).joined(separator: " ") : words[0]
    }

    private func familyName(in regency: Int, _ generator: inout SeededGenerator) -> String {
        guard !generator.happens(Self.rareFamilyName) else { return RareNames.draw(octaves: 7...15, &generator) }
        let words = drawName(in: regency, bornIn: 1995, &generator)
        return words[words.count - 1]
    }

    private func drawName(in regency: Int, bornIn year: Int, _ generator: inout SeededGenerator) -> [String] {
        let culture = Gazetteer.shared.culture(in: regency, &generator)
        return NameLexicon.shared.draw(culture, isFemale: generator.happens(0.5), birthYear: year, &generator).texts
    }

    /// Most between 20 and 60 years old at the end of 2026; some have the first of January, because the day was not known.
    private func birthDate(_ generator: inout SeededGenerator) -> CalendarDate {
        let day = -11_000 + generator.below(15_000) + generator.below(10_000)
        let date = CalendarDate(dayNumber: day)
        guard generator.happens(0.01) else { return date }
        return CalendarDate(year: date.components.year, month: 1, day: 1) ?? date
    }
}
