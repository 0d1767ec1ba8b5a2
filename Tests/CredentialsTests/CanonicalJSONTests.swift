import Testing

@testable import Credentials

@Suite("Canonical JSON")
struct CanonicalJSONTests {
    /// RFC 8785, appendix B: bits of a double and how it is written.
    @Test(
        "numbers are written as appendix B of RFC 8785 writes them",
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
            (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
            (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
            (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
            (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
            (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
            (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
            (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
            (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
            (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
        ] as [(UInt64, String)])
    func numbers(bits: UInt64, text: String) throws {
        let number = JSONValue.number(Double(bitPattern: bits))
        #expect(number.canonical == text)
        #expect(try JSONValue(json: text) == number || bits == 0x8000_0000_0000_0000)
    }

    @Test("the sample of section 3.2.2 comes out as RFC 8785 prints it")
    func sample() throws {
        let text = #"""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        let canonical =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(try JSONValue(json: text).canonical == canonical)
    }

    @Test("names are sorted by their UTF-16 units, as section 3.2.3 shows")
    func sorting() throws {
        let text = #"""
            {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
             "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}
            """#
        let values = ["Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji", "Hebrew"]
        let canonical = try JSONValue(json: text).canonical
        let places = values.map { canonical.firstRange(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil })
        #expect(zip(places, places.dropFirst()).allSatisfy { ($0 ?? canonical.endIndex) < ($1 ?? canonical.startIndex) })
    }

    @Test(
        "what two readers could understand differently is refused",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,\"a\":2}", "\"\\ud800\"", "\"\\udc00\"", "01", "1.", ".5", "+1", "1e999", "NaN", "true false",
            "\"\t\"",
            "\"\\x\"", "{'a':1}", "[1 2]", "\"\\u12", String(repeating: "[", count: 100),
        ])
    func refused(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(json: text) }
    }

    @Test("any value comes back from its canonical text, which is canonical already")
    func roundTrip() throws {
        var random = SeededGenerator(state: 8785)
        for _ in 0..<500 {
            let value = randomValue(depth: 0, using: &random)
            let again = try JSONValue(json: value.canonical)
            #expect(again == value)
            #expect(again.canonical == value.canonical)
        }
    }

    @Test("random bytes never trap, and what is read has one canonical form")
    func fuzz() throws {
        var random = SeededGenerator(state: 1)
        let alphabet = Array("{}[]\",:0123456789.eE+-truefalsn\\u ".utf8)
        for round in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                round % 2 == 0 ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
            }
            guard let value = try? JSONValue(json: bytes) else { continue }
            #expect(try JSONValue(json: value.canonical).canonical == value.canonical)
        }
    }

    private func randomValue(depth: Int, using random: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0...(depth < 4 ? 5 : 3), using: &random) {
        case 0: return .bool(Bool.random(using: &random))
        case 1:
            let number = Double(bitPattern: UInt64.random(in: 0 ... .max, using: &random))
            return .number(number.isFinite ? number : 0)
        case 2: return .null
        case 3: return .string(randomText(using: &random))
        case 4: return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in randomValue(depth: depth + 1, using: &random) })
        default:
            var members: [String: JSONValue] = [:]
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                members[randomText(using: &random)] = randomValue(depth: depth + 1, using: &random)
            }
            return .object(members)
        }
    }

    private func randomText(using random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let limit: UInt32 = Bool.random(using: &random) ? 0x7F : 0x10FFFF
            if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) { text.unicodeScalars.append(scalar) }
        }
        return text
    }
}
