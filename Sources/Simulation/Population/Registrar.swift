import Nusantara

/// Brings people into the world: names, identity numbers, telephones.
struct Registrar: Sendable {
    private let today: CalendarDate
    private let lexicon = NameLexicon.shared
    private let places = Gazetteer.shared

    /// Prefixes of mobile numbers without the trunk 0, the most common first, one operator after another.
    private static let mobilePrefixes: [UInt64] = [
        812, 813, 852, 821, 853, 822, 823, 811, 851, 857, 856, 858, 815, 816, 855, 814, 895, 896, 897, 898, 899, 877, 878, 819, 818, 817,
        859, 831, 838, 832, 833, 881, 882,
        888, 889, 887, 883,
    ]
    private static let prefixChoice = WeightedChoice(mobilePrefixes.indices.map { 1000 / ($0 + 10) })

    init(today: CalendarDate) {
        self.today = today
    }

    func person(
        in regency: Int, village: Int, isFemale: Bool, facilitator: Int32, spouse: Int32, habits: Habits, _ generator: inout SeededGenerator
    ) -> SimulatedOwner {
        let age = min(generator.within(19...72), generator.within(24...78))
        let birth = today.adding(days: -(age * 365 + age / 4 + generator.below(365)))
        let name = lexicon.draw(places.culture(in: regency, &generator), isFemale: isFemale, birthYear: birth.components.year, &generator)
        let movesPhone = generator.happens(habits.movedPhone)
        return SimulatedOwner(
            name: name, isFemale: isFemale, isPilgrim: age > 34 && generator.happens(habits.pilgrim * 1.6), regency: UInt16(regency),
            village: UInt16(village),
            streetSeed: UInt32(truncatingIfNeeded: generator.next()), birthDay: Int32(birth.dayNumber),
            identityNumber: identityNumber(of: birth, isFemale: isFemale, regency: regency, &generator), phone: phone(&generator),
            laterPhone: movesPhone ? phone(&generator) : 0, phoneChangedOn: Int32(today.dayNumber - generator.within(20...1600)),
            emailSeed: generator.happens(0.5) ? UInt32(truncatingIfNeeded: generator.next()) | 1 : 0, spouse: spouse,
            facilitator: facilitator)
    }

    /// A husband or wife of about the same age at the same address.
    func spouse(
        of owner: SimulatedOwner, number: Int32, sharingPhone: Bool, habits: Habits, _ generator: inout SeededGenerator
    ) -> SimulatedOwner {
        let regency = Int(owner.regency)
        let birth = CalendarDate(dayNumber: min(Int(owner.birthDay) + generator.within(-2200...2200), today.dayNumber - 19 * 366))
        let name = lexicon.draw(
            places.culture(in: regency, &generator), isFemale: !owner.isFemale, birthYear: birth.components.year, &generator)
        return SimulatedOwner(
            name: name, isFemale: !owner.isFemale, isPilgrim: owner.isPilgrim, regency: owner.regency, village: owner.village,
            streetSeed: owner.streetSeed, birthDay: Int32(birth.dayNumber),
            identityNumber: identityNumber(of: birth, isFemale: !owner.isFemale, regency: regency, &generator),
            phone: sharingPhone ? owner.phone : phone(&generator), laterPhone: sharingPhone ? owner.laterPhone : 0,
            phoneChangedOn: owner.phoneChangedOn,
            emailSeed: generator.happens(0.3) ? UInt32(truncatingIfNeeded: generator.next()) | 1 : 0, spouse: number,
            facilitator: owner.facilitator)
    }

    func facilitator(in regency: Int, _ generator: inout SeededGenerator) -> Facilitator {
        let name = lexicon.draw(places.culture(in: regency, &generator), isFemale: generator.happens(0.5), birthYear: 1995, &generator)
        return Facilitator(phone: phone(&generator), name: name)
    }

    /// An identity number: region of first registration, day of birth (plus 40 for women), serial.
    ///
    /// Nine in ten were born where they live. In Papua numbers issued before the province was divided still begin with 91.
    private func identityNumber(of birth: CalendarDate, isFemale: Bool, regency: Int, _ generator: inout SeededGenerator) -> UInt64 {
        let origin = generator.happens(0.9) ? regency : places.draw(amongOnlineSellers: false, &generator)
        let (year, month, day) = birth.components
        let date = (day + (isFemale ? 40 : 0)) * 10_000 + month * 100 + year % 100
        let serial = min(generator.within(1...60), generator.within(1...9999))
        return UInt64(places.identityPrefix(of: origin, &generator)) * 10_000_000_000 + UInt64(date) * 10_000 + UInt64(serial)
    }

    /// A mobile number without its trunk 0: three digits of the operator and seven to nine more.
    private func phone(_ generator: inout SeededGenerator) -> UInt64 {
        let prefix = Self.mobilePrefixes[Self.prefixChoice.draw(&generator)]
        let digits = generator.below(100)
        let length: UInt64 = digits < 12 ? 10_000_000 : digits < 96 ? 100_000_000 : 1_000_000_000
        return prefix * length + UInt64(generator.below(Int(length)))
    }
}
