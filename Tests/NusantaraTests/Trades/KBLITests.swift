import Nusantara
import Testing

@Suite("Codes of business activities")
struct KBLITests {
    @Test(
        "a code is read in the ways it is written",
        arguments: ["10794", " 10794 ", "KBLI 10794", "kbli:10794", "10.794", "'10794", "1-07-94"])
    func writings(text: String) {
        #expect(KBLI(text, version: .v2020)?.code == "10794")
    }

    @Test(
        "what is no code of five digits is refused",
        arguments: ["", "1079", "107941", "1079x", "00794", "04111", "34111", "92000", "KBLI", "C10794", "١٠٧٩٤"])
    func refused(text: String) {
        #expect(KBLI(text, version: .v2020) == nil)
    }

    @Test(
        "the letter depends on the version: programming is J in 2020 and K in 2025",
        arguments: [
            ("10794", "C", "C"), ("47112", "G", "G"), ("56101", "I", "I"), ("62019", "J", "K"), ("64191", "K", "L"), ("74201", "M", "N"),
            ("77100", "N", "O"), ("85495", "P", "Q"), ("96112", "S", "T"), ("01283", "A", "A"), ("58110", "J", "J"), ("99000", "U", "V"),
        ])
    func letters(code: String, of2020: String, of2025: String) {
        #expect(KBLI(code, version: .v2020)?.section.map { String($0.letter) } == of2020)
        #expect(KBLI(code, version: .v2025)?.section.map { String($0.letter) } == of2025)
    }

    @Test("division 45, vehicles, is gone from 2025")
    func vehicles() {
        #expect(KBLI("45407", version: .v2020)?.section?.letter == "G")
        #expect(KBLI("45407", version: .v2025) == nil)
    }

    @Test("there are 21 sections in 2020 and 22 in 2025, each division in one at most")
    func sections() {
        #expect(String(KBLISection.sections(of: .v2020).map(\.letter)) == "ABCDEFGHIJKLMNOPQRSTU")
        #expect(String(KBLISection.sections(of: .v2025).map(\.letter)) == "ABCDEFGHIJKLMNOPQRSTUV")
        let divisions = (0...99).map { ($0 < 10 ? "0" : "") + String($0) }
        #expect(divisions.count { KBLISection($0, version: .v2020) != nil } == 87)
        #expect(divisions.count { KBLISection($0, version: .v2025) != nil } == 87)
        for version in KBLI.Version.allCases {
            let letters = divisions.compactMap { KBLISection($0, version: version)?.letter }
            #expect(letters == letters.sorted())
            #expect(Set(KBLISection.sections(of: version).map(\.name)).count == KBLISection.sections(of: version).count)
        }
    }

    @Test("no bytes whatever upset the reading of a code")
    func anyBytes() {
        var random = SplitMix(seed: 11)
        let letters = Array("0123456789KBLI. -:'x\u{0}é")
        for _ in 0..<5000 {
            let text = String(
                (0..<Int.random(in: 0...9, using: &random)).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
            for version in KBLI.Version.allCases {
                guard let code = KBLI(text, version: version) else { continue }
                #expect(code.code.utf8.count == 5 && code.section != nil)
                #expect(KBLI(code.code, version: version) == code)
            }
        }
    }
}
