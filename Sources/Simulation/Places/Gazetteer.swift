import Nusantara

/// The regencies as numbers, with what the simulation needs to know of each.
struct Gazetteer: Sendable {
    static let shared = Gazetteer()

    let regencies: [Region]
    /// The first two digits of each regency's code.
    let provinces: [Int]
    let provinceNames: [String]
    /// The codes without their dots: 3204.
    let plainCodes: [Int]
    /// Whether another regency bears the same name, as Kabupaten and Kota Bandung do.
    let isAmbiguous: [Bool]

    private let byPeople: WeightedChoice
    private let byOnlineSellers: WeightedChoice
    private let culturesOfProvince: [(cultures: [Culture], choice: WeightedChoice)]
    private let neighbours: [[Int]]
    /// For each regency the six digits that identity numbers of its people begin with.
    private var identityPrefixes: [[Int]]

    /// Where online sellers live: BPS found 76.38 % of them on Java in 2022, where 55.9 % of the people are.
    private static let javaShareOfSellers = 0.764

    private init() {
        let regencies = Regions.regencies
        let provinces = regencies.map { Int($0.code.rawValue.prefix(2)) ?? 0 }
        self.regencies = regencies
        self.provinces = provinces
        provinceNames = regencies.map { Regions.parent(of: $0)?.baseName ?? "" }
        plainCodes = regencies.map { Int($0.code.rawValue.filter { $0 != "." }) ?? 0 }
        isAmbiguous = regencies.map { region in regencies.contains { $0.baseName == region.baseName && $0.code != region.code } }

        func isJava(_ index: Int) -> Bool { (31...36).contains(provinces[index]) }
        let people = regencies.map(\.population)
        let onJava = regencies.indices.filter(isJava).reduce(0) { $0 + people[$1] }
        let total = people.reduce(0, +)
        let share = Double(onJava) / Double(total)
        let factor = Self.javaShareOfSellers * (1 - share) / (share * (1 - Self.javaShareOfSellers))
        byPeople = WeightedChoice(people)
        byOnlineSellers = WeightedChoice(regencies.indices.map { isJava($0) ? Int(Double(people[$0]) * factor) : people[$0] })
        culturesOfProvince = (0..<100).map { province in
            let shares = Culture.shares(ofProvince: province)
            return (shares.map(\.0), WeightedChoice(shares.map(\.1)))
        }
        neighbours = regencies.indices.map { index in regencies.indices.filter { provinces[$0] == provinces[index] } }
        identityPrefixes = plainCodes.map { code in
            let known = (1...30).map { "\(code)\($0 < 10 ? "0" : "")\($0)" }.filter { Regions.wasEverIssued(prefix: $0) }
            return known.compactMap { Int($0) }
        }
        for (prefix, index) in Self.prefixesBeforeDivision(of: regencies) { identityPrefixes[index].append(prefix) }
    }

    /// Numbers issued in Papua before its provinces were divided keep their old prefixes for life: 9101 is Merauke, today 93.01.
    private static func prefixesBeforeDivision(of regencies: [Region]) -> [(prefix: Int, regency: Int)] {
        let papua = regencies.indices.filter { regencies[$0].islandGroup == .papua }
        return [91, 92].flatMap { province in
            (1...72).compactMap { number -> (prefix: Int, regency: Int)? in
                let prefix = province * 10_000 + number * 100 + 1
                guard let region = Regions.region(nikPrefix: String(prefix)), !region.code.rawValue.hasPrefix(String(province)) else {
                    return nil
                }
                return papua.first { regencies[$0].code == region.code }.map { (prefix, $0) }
            }
        }
    }

    /// Six digits with which an identity number from a regency begins.
    func identityPrefix(of regency: Int, _ generator: inout SeededGenerator) -> Int {
        let prefixes = identityPrefixes[regency]
        return prefixes.isEmpty ? 317_101 : generator.pick(prefixes)
    }

    /// The number of a regency, drawn by how many people, or how many online sellers, live there.
    func draw(amongOnlineSellers: Bool, _ generator: inout SeededGenerator) -> Int {
        (amongOnlineSellers ? byOnlineSellers : byPeople).draw(&generator)
    }

    /// A regency of the same province.
    func neighbour(of regency: Int, _ generator: inout SeededGenerator) -> Int {
        generator.pick(neighbours[regency])
    }

    /// The culture of somebody who lives there.
    func culture(in regency: Int, _ generator: inout SeededGenerator) -> Culture {
        let (cultures, choice) = culturesOfProvince[provinces[regency]]
        return cultures[choice.draw(&generator)]
    }

    /// How many villages the simulation gives a regency: about one for every three thousand people.
    func villages(in regency: Int) -> Int {
        max(20, min(430, regencies[regency].population / 3000))
    }

    /// The number of the district that a village lies in, from 1.
    func district(ofVillage village: Int) -> Int { village / 14 + 1 }

    func villageName(_ village: Int, in regency: Int) -> String {
        PlaceNames.village(village, regency: regency, province: provinces[regency])
    }

    func districtName(ofVillage village: Int, in regency: Int) -> String {
        PlaceNames.district(district(ofVillage: village), regency: regency, province: provinces[regency])
    }

    /// A postal code that begins as those of the province do; the rest is invented.
    func postalCode(ofVillage village: Int, in regency: Int) -> String {
        let start =
            switch provinces[regency] {
            case 11: 23
            case 12: 20
            case 13: 25
            case 14: 28
            case 15: 36
            case 16: 30
            case 17: 38
            case 18: 34
            case 19: 33
            case 21: 29
            case 31: 10 + regency % 5
            case 32: 40 + regency % 7
            case 33: 50 + regency % 10
            case 34: 55
            case 35: 60 + regency % 10
            case 36: 42
            case 51: 80
            case 52: 83
            case 53: 85
            case 61: 78
            case 62: 74
            case 63: 70
            case 64: 75
            case 65: 77
            case 71: 95
            case 72: 94
            case 73: 90
            case 74: 93
            case 75: 96
            case 76: 91
            case 81, 82: 97
            default: 98
            }
        let rest = (regency * 37 + district(ofVillage: village) * 11 + village % 5) % 900 + 100
        return "\(start)\(rest)"
    }
}
