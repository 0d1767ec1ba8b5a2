import Foundation
import StorageTesting
import Testing

@testable import Web

@Suite("Fields of forms")
struct FormFieldsTests {
    @Test("fields are read as browsers write them")
    func asWritten() {
        let fields = FormFields("nama=Bu+Siti&kota=Kab.%20Bandung%2FBarat&tanda=%26%3D%25&kosong=&tanpa&ganda=1&ganda=2")
        #expect(fields["nama"] == "Bu Siti")
        #expect(fields["kota"] == "Kab. Bandung/Barat")
        #expect(fields["tanda"] == "&=%")
        #expect(fields["kosong"] == nil)
        #expect(fields["tanpa"] == nil)
        #expect(fields["ganda"] == "1")
        #expect(fields["lain"] == nil)
    }

    @Test("a percent sign that begins nothing stands for itself", arguments: ["%", "%4", "%zz", "%-1", "100%"])
    func brokenPercent(text: String) {
        #expect(FormFields("a=\(text)")["a"] == text)
    }

    @Test(
        "what follows a percent sign that begins nothing is read for itself", arguments: [("%%41", "%A"), ("%+1", "% 1"), ("%4%42", "%4B")])
    func afterBrokenPercent(text: String, value: String) {
        #expect(FormFields("a=\(text)")["a"] == value)
    }

    @Test("any text comes back as it was sent", arguments: 1...300)
    func roundTrip(seed: Int) {
        var chance = SeededRandomness(seed: UInt64(seed))
        let scalars: [ClosedRange<UInt32>] = [0x21...0x7E, 0xA1...0x17F, 0x1F600...0x1F64F, 0x600...0x6FF]
        let text = String(
            String.UnicodeScalarView(
                (1...40).compactMap { _ in
                    scalars.randomElement(using: &chance).flatMap { Unicode.Scalar(UInt32.random(in: $0, using: &chance)) }
                }))
        let encoded = text.utf8.map { String(format: "%%%02X", $0) }.joined()
        #expect(FormFields("a=\(encoded)&b=2")["a"] == text)
    }

    @Test("whatever bytes come, reading ends", arguments: 1...300)
    func rubbish(seed: Int) {
        var chance = SeededRandomness(seed: UInt64(seed) &* 97)
        let alphabet = Array("%&=+aF0 \u{FFFD}\0é".unicodeScalars)
        let text = String(String.UnicodeScalarView((0..<60).compactMap { _ in alphabet.randomElement(using: &chance) }))
        let fields = FormFields(text)
        #expect(fields.names.allSatisfy { $0.utf8.count <= text.utf8.count * 3 })
    }
}
