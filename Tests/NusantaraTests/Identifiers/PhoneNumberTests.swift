import Testing

@testable import Nusantara

@Suite("phone numbers")
struct PhoneNumberTests {
    @Test(
        "one number, however it is written",
        arguments: [
            "081234567891", "0812-3456-7891", "0812 3456 7891", "+6281234567891", "+62 812-3456-7891", "62 812 3456 7891", "6281234567891",
            "006281234567891", "+62 0812 3456 7891", "(0812) 3456.7891", "'081234567891", "wa.me/6281234567891",
            "https://wa.me/6281234567891?text=Halo%20kak",
            "https://api.whatsapp.com/send?phone=6281234567891&text=halo", "WA: 081234567891", "HP/WA 0812 3456 7891 (Bu Siti)",
            "O812-3456-7891",
            "081234567891 / 081234567891",
        ])
    func oneNumber(text: String) {
        let parsed = PhoneNumber.parseAll(text)
        #expect(parsed.value?.map(\.e164) == ["+6281234567891"])
        #expect(parsed.notices.isEmpty)
    }

    @Test("a zero lost in a spreadsheet is put back", arguments: ["81234567891", "81234567891.0", "8.1234567891E+10"])
    func lostZero(text: String) {
        let parsed = PhoneNumber.parseAll(text)
        #expect(parsed.value?.map(\.e164) == ["+6281234567891"])
        #expect(parsed.notices.contains { $0.code == "phone.lost-zero" })
    }

    @Test(
        "two numbers in one cell",
        arguments: [
            "0812-3456-7891/0857-1234-5672", "081234567891, 085712345672", "081234567891 dan 085712345672", "081234567891;085712345672",
            "081234567891 085712345672", "HP 081234567891 WA 085712345672", "081234567891\n085712345672", "+6281234567891+6285712345672",
        ])
    func twoNumbers(text: String) {
        #expect(PhoneNumber.parseAll(text).value?.map(\.e164) == ["+6281234567891", "+6285712345672"])
    }

    @Test(
        "landlines need their area code",
        arguments: [
            ("(021) 555-0123", "+62215550123"), ("0274-512345", "+62274512345"), ("+62 22 4201234", "+62224201234"),
            ("0361 234567", "+62361234567"),
        ])
    func landlines(text: String, e164: String) {
        let parsed = PhoneNumber.parseAll(text)
        #expect(parsed.value?.map(\.e164) == [e164])
        #expect(parsed.value?.first?.isMobile == false)
    }

    @Test(
        "what is wrong is said",
        arguments: [
            ("08123456", "phone.length"), ("0812345678912345", "phone.length"), ("8.12346E+11", "phone.spreadsheet"),
            ("6,28123E+12", "phone.spreadsheet"),
            ("5551234", "phone.area"), ("08401234567", "phone.prefix"), ("0812****7891", "phone.hidden"),
            ("0888888888", "phone.placeholder"), ("hubungi pak RT", "phone.none"), ("0109876543", "phone.prefix"),
        ])
    func refusals(text: String, code: String) {
        let parsed = PhoneNumber.parseAll(text)
        #expect(parsed.value == nil)
        #expect(parsed.notices.map(\.code) == [code])
    }

    @Test("a number beside one that cannot be read is kept, with a notice about the other")
    func oneOfTwo() {
        let parsed = PhoneNumber.parseAll("081234567891 / 0857123")
        #expect(parsed.value?.count == 1)
        #expect(parsed.notices.map(\.code) == ["phone.length"])
    }

    @Test("foreign numbers are kept and noticed; an example number is noticed")
    func notices() {
        #expect(PhoneNumber.parseAll("+65 9123 4567").value?.map(\.e164) == ["+6591234567"])
        #expect(PhoneNumber.parseAll("+65 9123 4567").notices.map(\.code) == ["phone.foreign"])
        #expect(PhoneNumber.parseAll("081234567890").notices.map(\.code) == ["phone.dummy"])
    }

    @Test(
        "the prefix tells the network",
        arguments: [
            ("081134567891", MobileOperator.telkomsel), ("085134567891", .telkomsel), ("085634567891", .indosat), ("089634567891", .tri),
            ("087834567891", .xl), ("083834567891", .axis), ("088134567891", .smartfren),
        ])
    func networks(text: String, network: MobileOperator) {
        let number = PhoneNumber.parseAll(text).value?.first
        #expect(number?.operator == network)
        #expect(number?.isMobile == true)
    }

    @Test("a masked number shows its beginning and its end")
    func masked() {
        #expect(PhoneNumber.parseAll("081234567891").value?.first?.masked == "+62812*****891")
    }
}
