import Nusantara
import Testing

@Suite("Reading a region name")
struct RegionNameTests {
    private func codes(_ resolution: NameResolution) -> [String] {
        resolution.candidates.map(\.code.rawValue)
    }

    @Test("every region is found by its official name, alone among those of its kind, in any case and spacing")
    func officialNames() throws {
        for regency in Regions.regencies {
            let province = try #require(Regions.parent(of: regency))
            for text in [regency.name, regency.name.uppercased(), "  " + regency.name.lowercased().replacing(" ", with: "  ")] {
                #expect(Regions.find(text, within: province.name) == .one(regency), "\(text)")
                #expect(Regions.find("\(text), \(province.baseName)") == .one(regency), "\(text)")
            }
            #expect(Regions.find("\(province.name), \(regency.name)") == .one(regency))
            #expect(Regions.find(regency.name, within: province.code.rawValue) == .one(regency))
        }
        for province in Regions.provinces {
            #expect(Regions.find(province.name, as: .province) == .one(province), "\(province.name)")
            #expect(Regions.find("PROV. " + province.baseName.uppercased()) == .one(province), "\(province.name)")
        }
    }

    @Test(
        "the kind may be shortened, glued, put behind or in brackets",
        arguments: [
            "Kab. Bandung", "KAB BANDUNG", "kab.bandung", "Kabupaten  Bandung", "Bandung, Kab.", "Bandung (Kab.)", "Bandung Kab",
            "KABUPATENBANDUNG",
            "Pemkab Bandung", "Kabupaten Dati II Bandung",
        ])
    func regency(text: String) {
        #expect(codes(Regions.find(text)) == ["32.04"])
    }

    @Test(
        "a city may be a kodya or a kotamadya",
        arguments: [
            "Kota Bandung", "KODYA BANDUNG", "Kotamadya Bandung", "Kota Madya Bandung", "Bandung Kota", "Kodya Dati II Bandung",
            "kota bandung, jabar", "BDG",
        ])
    func city(text: String) {
        #expect(codes(Regions.find(text)) == ["32.73"])
    }

    @Test("Bandung alone is ambiguous and says so with both, also inside its province")
    func ambiguous() {
        #expect(codes(Regions.find("Bandung")) == ["32.04", "32.73"])
        #expect(codes(Regions.find("Bandung, Jawa Barat")) == ["32.04", "32.73"])
        #expect(codes(Regions.find("Kab/Kota Bandung")) == ["32.04", "32.73"])
        #expect(Regions.find("Bandung").region == nil)
        #expect(codes(Regions.find("Gorontalo")) == ["75", "75.01", "75.71"])
        #expect(codes(Regions.find("Gorontalo", as: .regency)) == ["75.01", "75.71"])
        #expect(codes(Regions.find("Gorontalo", as: .province)) == ["75"])
    }

    @Test("25 names belong to a regency and a city of one province")
    func twins() {
        var twins: Set<String> = []
        for regency in Regions.regencies {
            guard let province = Regions.parent(of: regency) else { continue }
            if Regions.find(regency.baseName, within: province.name, as: .regency).candidates.count == 2 { twins.insert(regency.baseName) }
        }
        #expect(twins.count == 25)
        #expect(codes(Regions.find("Banjar")) == ["32.79", "63.03"])
        #expect(codes(Regions.find("Banjar", within: "Kalsel")) == ["63.03"])
    }

    @Test(
        "everyday names, short names and former names are read",
        arguments: [
            ("Solo", "33.72"), ("Jabar", "32"), ("Tangsel", "36.74"), ("Mks", "73.71"), ("Ujung Pandang", "73.71"), ("Pahuwato", "75.04"),
            ("Toba Samosir", "12.12"), ("Mamuju Utara", "76.01"), ("Maluku Tenggara Barat", "81.03"), ("DKI", "31"),
            ("D.K.I. Jakarta", "31"),
            ("Kota Jogja", "34.71"), ("D.I. Yogyakarta", "34"), ("Prov. Daerah Istimewa Yogyakarta", "34"),
            ("Nanggroe Aceh Darussalam", "11"),
            ("Irian Jaya", "91"), ("P A P U A", "91"), ("Kab Pontianak", "61.02"), ("Pontianak", "61.71"), ("50 Kota", "13.07"),
            ("Sidrap", "73.14"),
            ("Jaksel", "31.74"), ("Kota Adm. Jakarta Selatan", "31.74"), ("Kep. Seribu", "31.01"), ("Toli-Toli", "72.04"),
            ("Pare-pare", "73.72"),
            ("Soerabaia", "35.78"), ("Djakarta", "31"), ("Kab. Tjirebon", "32.09"), ("West Java", "32"), ("Indonesia", "ID"),
        ])
    func otherNames(text: String, code: String) {
        #expect(codes(Regions.find(text)) == [code])
    }

    @Test(
        "a name that holds the word for a kind keeps it",
        arguments: [
            ("Kotabaru", "63.02"), ("Kab. Kota Baru", "63.02"), ("Lima Puluh Kota", "13.07"), ("Kab. Lima Puluh Kota", "13.07"),
            ("Kota Kotamobagu", "71.74"),
            ("Kota Mobagu", "71.74"), ("Kotawaringin Timur", "62.02"),
        ])
    func kindInName(text: String, code: String) {
        #expect(codes(Regions.find(text)) == [code])
    }

    @Test(
        "a parent narrows, also one that held the region before borders changed",
        arguments: [
            ("Merauke", "Papua", ["93.01"]), ("Tarakan", "Kalimantan Timur", ["65.71"]), ("Kota Sorong", "Papua Barat", ["96.71"]),
            ("Kota Tangerang", "Jabar", ["36.71"]), ("Jambi", "Jambi", ["15.71"]), ("Bandung", "Kota Bandung", ["32.73"]),
            ("Malang", "35", ["35.07", "35.73"]),
            ("Bekasi", "Jawa Barat, Indonesia", ["32.16", "32.75"]), ("Bandung", "no such place", ["32.04", "32.73"]),
            ("Surabaya", "Jawa Barat", []),
        ])
    func parents(text: String, parent: String, expected: [String]) {
        #expect(codes(Regions.find(text, within: parent)) == expected)
    }

    @Test(
        "one wrong letter is forgiven where only one name can be meant",
        arguments: [
            ("Surabya", ["35.78"]), ("Cianjr", ["32.03"]), ("Bantol", ["34.02"]), ("Kab. Bandng", ["32.04"]),
            ("Bandugn", ["32.04", "32.73"]),
            ("Jawa Braat", ["32"]), (", Jawa Brat,,", ["32"]), ("Sitobundo", []), ("Sby1", []), ("Bandungan", []), ("Desa Sukamaju", []),
        ])
    func misspellings(text: String, expected: [String]) {
        #expect(codes(Regions.find(text)) == expected)
    }

    @Test("a name one letter from two regions is not guessed, unless the parent leaves one")
    func unsafeMisspelling() {
        #expect(Regions.find("Kab. Bulongan") == Regions.find("Bulungan"))
        #expect(Regions.find("Bangkaa", within: "Kepulauan Bangka Belitung").region?.baseName == "Bangka")
        #expect(Regions.find("Minahasa Utera").region?.code.rawValue == "71.06")
        #expect(Regions.find("Kalimantan Se").region == nil)
    }

    @Test("a region of the wrong kind is not taken for the right one")
    func wrongKind() {
        #expect(Regions.find("Kab. Surabaya") == .unknown)
        #expect(Regions.find("Kota Sleman") == .unknown)
        #expect(Regions.find("Prov. Bandung") == .unknown)
    }

    @Test("what is empty or no name is unknown", arguments: ["", " ", ",", "Kota", "Kab.", ",,", "-", "???"])
    func unknown(text: String) {
        #expect(Regions.find(text) == .unknown)
    }

    @Test("one letter lost from a name never leads to another region of the same province")
    func lostLetters() throws {
        for regency in Regions.regencies where regency.baseName.utf8.count >= 6 {
            let province = try #require(Regions.parent(of: regency))
            for offset in 1..<regency.baseName.count {
                var name = regency.baseName
                name.remove(at: name.index(name.startIndex, offsetBy: offset))
                let found = Regions.find((regency.kind == .city ? "Kota " : "Kabupaten ") + name, within: province.name)
                if let region = found.region { #expect(region == regency, "\(name)") }
            }
        }
    }

    @Test("no bytes whatever upset the reading of a name")
    func anyBytes() {
        var random = SplitMix(seed: 7)
        let pieces = [
            "Kota", "Kab.", " ", ",", "Bandung", "Jawa", "Barat", "é", "\u{0}", "💡", "kep", "d", "i", "-", ";", "Pa", "pu", "a", "DKI",
            "\u{301}",
        ]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
                .joined()
            let found = Regions.find(text, within: Bool.random(using: &random) ? "Jawa Barat" : nil)
            #expect(found.candidates.allSatisfy { Regions.region($0.code) == $0 })
            if case .ambiguous(let regions) = found { #expect(regions.count > 1 && Set(regions).count == regions.count) }
        }
    }
}
