import Nusantara

/// Writes a person down as people do.
struct PersonClerk {
    let population: PersonPopulation
    let errors: PersonErrors
    private(set) var generator: SeededGenerator

    init(population: PersonPopulation, errors: PersonErrors, row: Int) {
        self.population = population
        self.errors = errors
        generator = SeededGenerator(seed: population.seed ^ 0x0052_4F57, stream: UInt64(row))
    }

    /// The cells behind the row's own number: given name, family name, birth date, postcode, phone.
    ///
    /// - Parameter isRepeat: whether the person stands in the list already; only then is anything wrong besides gaps.
    mutating func cells(of person: SimulatedPerson, isRepeat: Bool) -> [Cell] {
        var person = person
        var birthDate = person.birthDate.iso
        if isRepeat {
            mistakeNames(of: &person)
            birthDate = mistaken(person.birthDate)
            mistakeContact(of: &person)
        }
        var given = generator.happens(errors.missingGivenName) ? "" : person.givenName
        var family = generator.happens(errors.missingFamilyName) ? "" : person.familyName
        if generator.happens(errors.otherCase) {
            let isUpper = generator.happens(0.6)
            given = isUpper ? given.uppercased() : given.lowercased()
            family = isUpper ? family.uppercased() : family.lowercased()
        }
        return [
            .text(given), .text(family),
            .text(generator.happens(errors.missingBirthDate) ? "" : birthDate),
            .text(generator.happens(errors.missingPostcode) ? "" : person.postcode),
            .text(written(person.phone)),
        ]
    }

    private mutating func mistakeNames(of person: inout SimulatedPerson) {
        for name in [\SimulatedPerson.givenName, \SimulatedPerson.familyName] {
            if generator.happens(errors.respelledName), let variant = NameSpelling.variant(of: person[keyPath: name], &generator) {
                person[keyPath: name] = variant
            }
            if generator.happens(errors.nameSlip) { person[keyPath: name] = NameSpelling.slip(person[keyPath: name], &generator) }
        }
        if generator.happens(errors.swappedNames) { swap(&person.givenName, &person.familyName) }
    }

    private mutating func mistakeContact(of person: inout SimulatedPerson) {
        if generator.happens(errors.moved) { person.postcode = population.place(&generator).postcode }
        if generator.happens(errors.mistypedPostcode) { person.postcode = withOtherDigit(person.postcode) }
        guard person.phone != 0 else { return }
        if generator.happens(errors.changedPhone) { person.phone = population.phone(&generator) }
        if generator.happens(errors.mistypedPhone) { person.phone = UInt64(withOtherDigit(String(person.phone))) ?? person.phone }
        if generator.happens(errors.lostPhone) { person.phone = 0 }
    }

    private mutating func mistaken(_ date: CalendarDate) -> String {
        let (year, month, day) = date.components
        if generator.happens(errors.swappedDayAndMonth), let swapped = CalendarDate(year: year, month: day, day: month) {
            return swapped.iso
        }
        return generator.happens(errors.mistypedBirthDate) ? withOtherDigit(date.iso) : date.iso
    }

    /// The text with one digit, but not the first, changed or put in its neighbour's place.
    private mutating func withOtherDigit(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let digits = bytes.indices.dropFirst().filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
        let choice = generator.below(digits.count)
        let place = digits[choice]
        if choice + 1 < digits.count, generator.happens(0.4) {
            bytes.swapAt(place, digits[choice + 1])
        } else {
            bytes[place] = UInt8(ascii: "0") + (bytes[place] - UInt8(ascii: "0") + UInt8(generator.within(1...9))) % 10
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func written(_ phone: UInt64) -> String {
        guard phone != 0 else { return "" }
        let digits = String(phone)
        return switch generator.below(20) {
        case 0..<11: "0\(digits)"
        case 11..<13: "0\(digits.prefix(3))-\(digits.dropFirst(3).prefix(4))-\(digits.dropFirst(7))"
        case 13..<15: "62\(digits)"
        case 15..<17: "+62\(digits)"
        case 17..<19: "0\(digits.prefix(3)) \(digits.dropFirst(3).prefix(4)) \(digits.dropFirst(7))"
        default: digits
        }
    }
}
