import Testing

@testable import Nusantara

/// A generator that repeats itself: xorshift64* (Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled").
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

@Suite("cells that nobody expected")
struct HostileInputTests {
    private static let pieces = [
        "0812", "62", "+", " ", "  ", ".", ",", "-", "/", "'", "\"", "(", ")", "<", ">", "&", "dan", "bin", "binti", "H.", "Hj", "S.E.",
        "M.", "Siti",
        "I", "Wayan", "A.A.", "alias", "br", "alm", "PT", "CV", "Toko", "waroeng", "jt", "rb", "M", "Rp", "1,5", "2.000.000", "E+15", "e",
        "00",
        "RT", "RW", "03/05", "Jl.", "No", "#", "Blok", "Kec.", "Kab", "Kota", "Desa", "Ds", "40132", "Agt", "12", "31", "2021", "T10:20",
        "@", "gmail.com",
        "\u{0}", "\n", "\t", "é", "ﬁ", "💰", "𝓑", "한", "\u{301}", "\u{200D}", "\u{FEFF}", "٣", "：", "x", "*", "|", "~", "=", "%", "?phone=",
        "wa.me/",
    ]

    private static func cell(_ generator: inout SeededGenerator) -> String {
        if Bool.random(using: &generator) {
            return (0..<Int.random(in: 0...9, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        }
        let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("no cell stops the program, and what is masked stays hidden", arguments: 1...20 as ClosedRange<UInt64>)
    func anything(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let cell = Self.cell(&generator)
            if let nik = NIK.parse(cell, today: today).value { #expect(!nik.masked.contains(nik.digits)) }
            if let npwp = NPWP.parse(cell, today: today).value { #expect(!npwp.masked.contains(npwp.digits)) }
            for number in PhoneNumber.parseAll(cell).value ?? [] {
                #expect(number.masked.contains("*"), "\(number)")
                #expect((8...16).contains(number.e164.utf8.count), "\(number)")
            }
            if let email = EmailAddress.parse(cell).value { #expect(!email.masked.contains(email.address)) }
            _ = (
                NIB.parse(cell), GTIN.parse(cell), PIRTNumber.parse(cell), HalalNumber.parse(cell), BPOMNumber.parse(cell),
                QRISNMID.parse(cell)
            )
            _ = (Sex.parse(cell), WholeNumber.parse(cell), PostalAddress.parse(cell, within: nil))
            if let amount = Rupiah.parse(cell).value { #expect(amount.rawValue >= 0) }
            if let date = DateText.parse(cell, today: today).value { #expect((1900...2200).contains(date.components.year)) }
        }
    }

    @Test("tidying a tidied name or text changes nothing", arguments: 1...20 as ClosedRange<UInt64>)
    func idempotent(seed: UInt64) {
        var generator = SeededGenerator(seed: seed &+ 100)
        for _ in 0..<500 {
            let cell = Self.cell(&generator)
            let once = folded(cell)
            #expect(folded(once) == once)
            #expect(once.utf8.allSatisfy { $0.isLatinSmall || $0.isLatinDigit || $0 == 0x20 })
            if let person = PersonName.parse(cell).value {
                #expect(PersonName.parse(person.display).value?.display ?? person.display == person.display, "\(cell.debugDescription)")
                #expect(person.phonetic.count == person.tokens.count)
            }
            if let business = BusinessName.parse(cell).value {
                #expect(
                    BusinessName.parse(business.display).value?.display ?? business.display == business.display, "\(cell.debugDescription)")
            }
        }
    }

    @Test(
        "a cell of a million characters is answered at once",
        arguments: ["a", "1", "-", "(", "blok a ", "5-", "h. ", "i ", "?", "'", "0812345678 ", "rt 1 ", "💰"])
    func endless(piece: String) {
        let cell = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        #expect(PersonName.parse(cell).value == nil)
        #expect(BusinessName.parse(cell).value == nil)
        #expect(PostalAddress.parse(cell, within: nil).value == nil)
        #expect(PhoneNumber.parseAll(cell).value == nil)
        #expect(Rupiah.parse(cell).value == nil)
        #expect(WholeNumber.parse(cell).value == nil)
        #expect(DateText.parse(cell, today: today).value == nil)
        #expect(NIK.parse(cell, today: today).value == nil)
        #expect(EmailAddress.parse(cell).value == nil)
        #expect(BPOMNumber.parse(cell).value == nil)
    }

    @Test("every NIK that is written is read back, and its mask does not give it away")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let birth = CalendarDate(dayNumber: Int.random(in: -12_000...15_000, using: &generator))
            let (year, month, day) = birth.components
            let woman = Bool.random(using: &generator)
            let serial = Int.random(in: 1...9999, using: &generator)
            let digits =
                "320401" + two(woman ? day + 40 : day) + two(month) + two(year % 100)
                + String(repeating: "0", count: 4 - String(serial).count) + String(serial)
            let nik = try #require(NIK.parse(digits, today: today).value)
            #expect(nik.birthDate == birth)
            #expect(nik.sex == (woman ? .female : .male))
            #expect(!nik.masked.contains(digits.dropFirst(4).dropLast(4)))
        }
    }

    private func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
