import Testing

@testable import Nusantara

@Suite("NIB, NPWP and numbers on products")
struct BusinessNumberTests {
    @Test("a NIB keeps its leading zero")
    func nib() {
        #expect(NIB.parse("0220 0041 23456").value?.digits == "0220004123456")
        #expect(NIB.parse("NIB 1234567890123").value?.digits == "1234567890123")
    }

    @Test(
        "a NIB of another length is refused",
        arguments: [
            ("220004123456", "nib.length"), ("12345678901234", "nib.length"), ("1.23457E+12", "nib.spreadsheet"),
            ("sedang proses", "nib.characters"),
        ])
    func nibRefused(text: String, code: String) {
        let parsed = NIB.parse(text)
        #expect(parsed.value == nil)
        #expect(parsed.notices.map(\.code) == [code])
    }

    @Test("the published NPWP passes its check digit and becomes sixteen digits")
    func npwpVector() throws {
        let npwp = try #require(NPWP.parse("02.183.241.5-000.000", today: today).value)
        #expect(npwp.digits == "0021832415000000")
        #expect(npwp.branch == "000")
        #expect(!npwp.isNIK)
        #expect(NPWP.parse("0021832415000000", today: today).value == npwp)
    }

    @Test("one wrong digit among the first nine fails the check", arguments: 0..<9)
    func npwpCheck(position: Int) {
        var digits = Array("021832415000000".utf8)
        digits[position] = digits[position] == 0x39 ? 0x30 : digits[position] + 1
        let parsed = NPWP.parse(String(decoding: digits, as: UTF8.self), today: today)
        #expect(parsed.notices.map(\.code) == ["npwp.check"])
    }

    @Test("a zero lost in a spreadsheet is put back when the check digit agrees")
    func npwpLostZero() {
        let parsed = NPWP.parse("21832415000000", today: today)
        #expect(parsed.value?.digits == "0021832415000000")
        #expect(parsed.notices.map(\.code) == ["npwp.lost-zero"])
    }

    @Test("a NIK serves as NPWP, and a NITKU is a number with six digits for the place")
    func npwpOtherShapes() throws {
        let person = try #require(NPWP.parse("3602041211870001", today: today).value)
        #expect(person.isNIK)
        let place = try #require(NPWP.parse("0021832415000000000002", today: today).value)
        #expect(place.digits == "0021832415000000")
        #expect(place.branch == "000002")
    }

    @Test(
        "what cannot be an NPWP is refused",
        arguments: [
            ("0218324150", "npwp.length"), ("3602043211870001", "nik.date"), ("2.18E+14", "npwp.spreadsheet"),
            ("ada di rumah", "npwp.characters"),
        ])
    func npwpRefused(text: String, code: String) {
        #expect(NPWP.parse(text, today: today).notices.map(\.code) == [code])
    }

    @Test(
        "bar codes of every length pass their check digit",
        arguments: ["73513537", "036000291452", "5901234123457", "10614141000415"])
    func gtin(text: String) {
        #expect(GTIN.parse(text).value?.digits == text)
    }

    @Test("every wrong last digit is refused", arguments: 0..<10)
    func gtinCheck(last: Int) {
        let parsed = GTIN.parse("590123412345\(last)")
        #expect((parsed.value != nil) == (last == 7))
        if last != 7 { #expect(parsed.notices.map(\.code) == ["gtin.check"]) }
    }

    @Test("the prefix 899 is that of GS1 Indonesia, in thirteen and in fourteen digits")
    func gtinIndonesian() throws {
        let thirteen = "899123456789" + String(decoding: [GTIN.checkDigit(of: Array("899123456789".utf8))], as: UTF8.self)
        let bar = try #require(GTIN.parse(thirteen).value)
        #expect(bar.isIndonesian)
        #expect(bar.digits14 == "0" + thirteen)
        #expect(GTIN.parse("5901234123457").value?.isIndonesian == false)
    }

    @Test(
        "a P-IRT number is read with or without its words",
        arguments: ["3063306010072-19", "P-IRT No. 3063306010072-19", "PIRT 306330601007219", "P-IRT: 3063306010072 - 19"])
    func pirt(text: String) throws {
        let number = try #require(PIRTNumber.parse(text).value)
        #expect(number.formatted == "3063306010072-19")
        #expect(number.expiryYear == 2019)
        #expect(number.packaging == .carton)
    }

    @Test(
        "old, short and unlikely P-IRT numbers say so",
        arguments: [
            ("206330601007", "pirt.old"), ("3063306010072", "pirt.length"), ("9063306010072-29", "pirt.packaging"),
            ("2.06E+14", "pirt.spreadsheet"),
        ])
    func pirtNotices(text: String, code: String) {
        #expect(PIRTNumber.parse(text).notices.map(\.code) == [code])
    }

    @Test("halal, QRIS and BPOM numbers are told by their letters and lengths")
    func lettered() {
        #expect(HalalNumber.parse("ID 32110000123456789").value?.code == "ID32110000123456789")
        #expect(HalalNumber.parse("No. Halal: ID32110000123456").value?.code == "ID32110000123456")
        #expect(HalalNumber.parse("32110000123456789").notices.map(\.code) == ["halal.format"])
        #expect(QRISNMID.parse("NMID : ID1022183125288").value?.code == "ID1022183125288")
        #expect(QRISNMID.parse("ID102218312528").notices.map(\.code) == ["nmid.format"])
        #expect(BPOMNumber.parse("BPOM RI MD 224510001234").value == BPOMNumber(kind: .processedFood, code: "MD224510001234"))
        #expect(BPOMNumber.parse("POM NA18201234567").value?.kind == .cosmetic)
        #expect(BPOMNumber.parse("TR 123456789").value?.kind == .traditionalMedicine)
        #expect(BPOMNumber.parse("MD 22451").notices.map(\.code) == ["bpom.format"])
    }

    @Test(
        "e-mail addresses are tidied",
        arguments: [
            ("Budi.Contoh@Gmail.com", "budi.contoh@gmail.com"), (" siti@contoh.id ", "siti@contoh.id"),
            ("<siti@contoh.co.id>;", "siti@contoh.co.id"),
            ("mailto:siti@contoh.id", "siti@contoh.id"), ("siti_99@contoh.id", "siti_99@contoh.id"),
        ])
    func email(text: String, address: String) {
        #expect(EmailAddress.parse(text).value?.address == address)
    }

    @Test(
        "what is wrong with an e-mail address is said",
        arguments: [
            ("budi.gmail.com", "email.at"), ("a@b@c.id", "email.several"), ("budi@gmail", "email.format"), ("budi@-x.id", "email.format"),
            ("budi@gmail,com", "email.comma"), ("budi@gmail.con", "email.domain"),
        ])
    func emailNotices(text: String, code: String) {
        #expect(EmailAddress.parse(text).notices.map(\.code) == [code])
    }

    @Test(
        "sex is read in every usual way",
        arguments: [
            ("L", Sex.male), ("P", .female), ("laki-laki", .male), ("Laki - Laki", .male), ("PEREMPUAN", .female), ("Pria", .male),
            ("wanita", .female), ("M", .male), ("F", .female), ("LK", .male), ("pr", .female), ("1", .male), ("2", .female),
        ])
    func sex(text: String, sex: Sex) {
        #expect(Sex.parse(text).value == sex)
    }

    @Test("another word is no sex")
    func sexRefused() {
        #expect(Sex.parse("Bandung").notices.map(\.code) == ["sex.unknown"])
        #expect(Sex.parse("-") == .absent)
    }
}
