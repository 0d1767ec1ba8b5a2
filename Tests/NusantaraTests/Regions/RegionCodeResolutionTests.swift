import Nusantara
import Testing

@Suite("Reading a region code")
struct RegionCodeResolutionTests {
    private func region(_ code: String) throws -> Region {
        try #require(Regions.region(RegionCode(rawValue: code)))
    }

    @Test("every regency is read from its code in any writing")
    func everyWriting() {
        for regency in Regions.regencies {
            let dotted = regency.code.rawValue
            let plain = dotted.filter { $0 != "." }
            for writing in [dotted, plain, " \(dotted) ", "\(dotted.prefix(2)). \(dotted.suffix(2))"] {
                #expect(Regions.resolve(code: writing) == .current(regency), "\(writing)")
            }
        }
        for province in Regions.provinces {
            #expect(Regions.resolve(code: province.code.rawValue) == .current(province))
        }
        #expect(Regions.resolve(code: "id") == .current(Regions.nation))
    }

    @Test(
        "codes of districts and villages give their regency",
        arguments: ["320405", "32.04.05", "3204052001", "32.04.05.2001"])
    func deeper(code: String) throws {
        #expect(Regions.resolve(code: code) == .current(try region("32.04")))
    }

    @Test(
        "a replaced code gives the region of today and says what it was",
        arguments: [
            ("91.01", "93.01"), ("9102", "95.01"), ("91.09", "94.04"), ("92.71", "96.71"), ("920101", "96.01"), ("6473", "65.71"),
            ("73.19", "76.04"),
        ])
    func superseded(old: String, new: String) throws {
        let digits = old.filter { $0 != "." }
        #expect(Regions.resolve(code: old) == .superseded(try region(new), from: "\(digits.prefix(2)).\(digits.dropFirst(2).prefix(2))"))
    }

    @Test("a code that lost its last zero in a spreadsheet is ambiguous when both readings exist")
    func lostZero() throws {
        #expect(Regions.resolve(code: "32.1") == .ambiguous([try region("32.01"), try region("32.10")]))
        #expect(Regions.resolve(code: "32.4") == .current(try region("32.04")))
    }

    @Test(
        "what is no code is unknown",
        arguments: [
            "", " ", "3", "320", "32045", "99", "32.99", "3299", "320499", "32.04.99", "32.04.5", "32.04.05.1", "32..04", "Bandung",
            "32,04", "٣٢",
        ])
    func unknown(text: String) {
        #expect(Regions.resolve(code: text) == .unknown)
    }

    @Test("codes of BPS are another system: 1101 is Simeulue there and Aceh Selatan here")
    func statistics() throws {
        #expect(Regions.resolve(bpsCode: "1101").region?.baseName == "Simeulue")
        #expect(Regions.resolve(code: "1101").region?.baseName == "Aceh Selatan")
        #expect(Regions.resolve(bpsCode: "1101010").region?.baseName == "Simeulue")
        #expect(Regions.resolve(bpsCode: "9401") == .superseded(try region("93.01"), from: "9401"))
        #expect(Regions.resolve(bpsCode: "94") == .ambiguous(try ["91", "93", "94", "95"].map(region)))
        #expect(Regions.resolve(bpsCode: "95") == .current(try region("93")))
        #expect(Regions.resolve(bpsCode: "32") == .current(try region("32")))
        #expect(Regions.resolve(bpsCode: "3299") == .unknown)
        #expect(Regions.resolve(bpsCode: "320") == .unknown)
    }

    @Test("every BPS code leads back to its region, and 199 regencies carry other digits than the ministry's or none")
    func statisticsRoundTrip() {
        for region in Regions.regencies {
            if let code = region.bpsCode { #expect(Regions.resolve(bpsCode: code) == .current(region)) }
        }
        #expect(Set(Regions.regencies.compactMap(\.bpsCode)).count == Regions.regencies.count { $0.bpsCode != nil })
        #expect(Regions.regencies.count { $0.bpsCode != $0.code.rawValue.filter { $0 != "." } } == 199)
    }

    @Test(
        "the first six digits of a NIK give the regency of today, whatever version of the codes they come from",
        arguments: [
            ("327301", "32.73"), ("910101", "93.01"), ("640401", "65.01"), ("360204", "36.02"), ("927101", "96.71"),
        ])
    func nikPrefix(prefix: String, code: String) throws {
        #expect(Regions.region(nikPrefix: prefix) == (try region(code)))
        #expect(Regions.wasEverIssued(prefix: prefix))
    }

    @Test("a prefix that no district ever had is told apart")
    func neverIssued() {
        for prefix in ["327399", "320400", "999999", "540101", "32730", "3273011", "32730a", ""] {
            #expect(!Regions.wasEverIssued(prefix: prefix), "\(prefix)")
        }
        #expect(Regions.region(nikPrefix: "327399")?.code.rawValue == "32.73")
        #expect(Regions.region(nikPrefix: "540101") == nil)
    }

    @Test("7,285 districts resolve as existing today")
    func districts() {
        var count = 0
        for regency in Regions.regencies {
            for number in 1...99 {
                let code = regency.code.rawValue + (number < 10 ? ".0" : ".") + String(number)
                if case .current = Regions.resolve(code: code) { count += 1 }
            }
        }
        #expect(count == 7285)
    }

    @Test("no bytes whatever upset the reading of a code")
    func anyBytes() {
        var random = SplitMix(seed: 4)
        let letters = Array("0123456789. ,-/xID\u{0}é٣\n")
        for _ in 0..<5000 {
            let text = String(
                (0..<Int.random(in: 0...14, using: &random)).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
            if let region = Regions.resolve(code: text).region { #expect(Regions.region(region.code) == region) }
            if let region = Regions.resolve(bpsCode: text).region { #expect(Regions.region(region.code) == region) }
            if Regions.wasEverIssued(prefix: text) { #expect(Regions.region(nikPrefix: text) != nil) }
        }
    }
}

/// A small seeded generator, so that a failing draw can be drawn again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
