import Nusantara

extension Clerk {
    /// The telephone, in one of the many ways to write it.
    mutating func phone() -> Cell {
        let owner = subject.owner
        let isOffice = !subject.partner.isChannel
        var number = owner.phone
        if owner.laterPhone != 0 {
            note(.movedPhone)
            if subject.joined.dayNumber >= Int(owner.phoneChangedOn) { number = owner.laterPhone }
        }
        if owner.facilitator >= 0, isOffice, falls(for: .facilitatorPhone, habits.facilitatorPhone) {
            number = population.facilitators[Int(owner.facilitator)].phone
        }
        guard !generator.happens(habits.missingValue) else {
            let gap = gap()
            return gap.isEmpty ? .blank : .text(gap)
        }
        let digits = String(number)
        let isSpreadsheet = subject.partner == .dinasKoperasi || subject.partner == .tokopedia
        if isSpreadsheet || subject.partner == .dts, falls(for: .lostLeadingZero, habits.lostLeadingZero) {
            return .number(Double(number))
        }
        if isSpreadsheet, falls(for: .scientificNotation, habits.scientificNotation) {
            let shown = digits.prefix(6)
            return .text("\(shown.prefix(1))\(generator.happens(0.5) ? "," : ".")\(shown.dropFirst())E+\(digits.utf8.count - 1)")
        }
        let first = grouped(digits)
        guard falls(for: .twoPhonesInCell, habits.twoPhonesInCell) else { return .text(first) }
        let second =
            owner.laterPhone != 0 && number == owner.phone ? owner.laterPhone : 81_200_000_000 + UInt64(owner.streetSeed % 99_999_999)
        return .text("0\(digits)\(generator.pick(["/", " / ", ", ", " atau "]))0\(second)")
    }

    private mutating func grouped(_ digits: String) -> String {
        let head = digits.prefix(3)
        let middle = digits.dropFirst(3).prefix(4)
        let tail = digits.dropFirst(7)
        return switch generator.below(100) {
        case 0..<52: "0\(digits)"
        case 52..<64: "0\(head)-\(middle)-\(tail)"
        case 64..<74: "62\(digits)"
        case 74..<81: "+62 \(head)-\(middle)-\(tail)"
        case 81..<88: "+62\(digits)"
        case 88..<95: "0\(head) \(middle) \(tail)"
        case 95..<97: "0062\(digits)"
        default: subject.partner == .shopee ? "+62\(digits)" : "wa.me/62\(digits)"
        }
    }

    /// The identity number (NIK), its damage included.
    mutating func identityNumber() -> Cell {
        let owner = subject.owner
        var number = owner.identityNumber
        if owner.spouse >= 0, falls(for: .identityNumberOfSpouse, habits.identityNumberOfSpouse * 4) {
            number = population.owners[Int(owner.spouse)].identityNumber
        }
        guard !generator.happens(habits.missingValue * 2) else {
            let gap = gap()
            return gap.isEmpty ? .blank : .text(gap)
        }
        if falls(
            for: .damagedIdentityNumber, subject.partner == .dinasKoperasi ? habits.damagedIdentityNumber : habits.damagedIdentityNumber / 4
        ) {
            // Fifteen digits are all that a spreadsheet's number holds.
            let rounded = number / 10 * 10
            guard generator.happens(0.25) else { return .number(Double(rounded)) }
            let shown = String(number).prefix(6)
            note(.scientificNotation)
            return .text("\(shown.prefix(1))\(generator.happens(0.5) ? "," : ".")\(shown.dropFirst())E+15")
        }
        let digits = String(number)
        return switch generator.below(100) {
        case 0..<5: .text("'\(digits)")
        case 5..<9: .text("\(digits.prefix(6)) \(digits.dropFirst(6).prefix(6)) \(digits.dropFirst(12))")
        case 9..<11: .text("\(digits.prefix(6)).\(digits.dropFirst(6).prefix(6)).\(digits.dropFirst(12))")
        default: .text(digits)
        }
    }

    /// The business number (NIB), thirteen digits.
    mutating func businessNumber() -> Cell {
        guard subject.business.businessNumber != 0 else {
            return generator.happens(0.6) ? .blank : .text(generator.pick(["-", "belum ada", "proses"]))
        }
        let digits = String(10_000_000_000_000 + subject.business.businessNumber).dropFirst()
        if falls(for: .lostLeadingZero, habits.lostLeadingZero / 3) { return .number(Double(subject.business.businessNumber)) }
        return .text(String(digits))
    }

    /// The day of birth; where it was not known, the first of January.
    mutating func birthDate() -> Cell {
        let (year, month, day) = subject.owner.birthDate.components
        if falls(for: .newYearBirthday, habits.newYearBirthday) { return .text("01/01/\(year)") }
        let months = [
            "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "Nopember", "Desember",
        ]
        let short = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nov", "Des"]
        return switch generator.below(100) {
        case 0..<68: .text(DelimitedFile.indonesian(subject.owner.birthDate))
        case 68..<80: .text(DelimitedFile.indonesian(subject.owner.birthDate).replacing("/", with: "-"))
        case 80..<88: .text("\(day) \(months[month - 1]) \(year)")
        case 88..<93: .text("\(day)-\(short[month - 1])-\(year % 100 < 10 ? "0" : "")\(year % 100)")
        default: .text(subject.owner.birthDate.iso)
        }
    }
}
