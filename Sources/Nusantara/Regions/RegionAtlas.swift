/// All regions, read once from their tables.
struct RegionAtlas: Sendable {
    let nation: Region
    let provinces: [Region]
    let regencies: [Region]
    private let byCode: [RegionCode: Region]
    private let byStatisticsCode: [String: Region]
    private let rangeInProvince: [RegionCode: Range<Int>]

    static let current = RegionAtlas()

    private init() {
        var provinces: [Region] = []
        for line in provinceTable.split(separator: "\n") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            guard fields.count == 8, let centre = Self.coordinate(fields[5]), let population = Int(fields[6]) else { continue }
            provinces.append(
                Region(
                    code: RegionCode(rawValue: String(fields[0])), name: String(fields[1]),
                    baseName: String(fields[2].isEmpty ? fields[1] : fields[2]), kind: .province, capital: String(fields[3]),
                    centre: centre,
                    population: population, isUnderdeveloped: false, timeZone: Region.TimeZone(rawValue: String(fields[4])) ?? .wib,
                    bpsCode: String(fields[7])))
        }
        let timeZones = Dictionary(uniqueKeysWithValues: provinces.map { ($0.code, $0.timeZone) })
        var regencies: [Region] = []
        var statistics: [String: Region] = [:]
        regencies.reserveCapacity(514)
        for line in regencyTable.split(separator: "\n") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            guard fields.count == 6, let centre = Self.coordinate(fields[3]), let population = Int(fields[4]) else { continue }
            let code = RegionCode(rawValue: String(fields[0]))
            let province = String(fields[0].prefix(2))
            let kind: Region.Kind = fields[0].suffix(2) > "70" ? .city : .regency
            let prefix = (kind == .city ? "Kota " : "Kabupaten ") + (province == "31" ? "Administrasi " : "")
            let regency = Region(
                code: code, name: prefix + fields[1], baseName: String(fields[1]), kind: kind, capital: String(fields[2]), centre: centre,
                population: population, isUnderdeveloped: underdevelopedRegencies.contains(code.rawValue),
                timeZone: timeZones[RegionCode(rawValue: province)] ?? .wib,
                bpsCode: RegionHistory.statisticsRecoded.contains(province) ? nil : String(fields[5]))
            regencies.append(regency)
            statistics[String(fields[5])] = regency
        }
        nation = Region(
            code: .nation, name: "Republik Indonesia", baseName: "Indonesia", kind: .nation, capital: "Jakarta",
            centre: Region.Coordinate(latitude: -2.5, longitude: 118), population: provinces.reduce(0) { $0 + $1.population },
            isUnderdeveloped: false, timeZone: .wib, bpsCode: nil)
        self.provinces = provinces
        self.regencies = regencies
        byStatisticsCode = statistics
        byCode = Dictionary(uniqueKeysWithValues: ([nation] + provinces + regencies).map { ($0.code, $0) })
        var ranges: [RegionCode: Range<Int>] = [:]
        for (index, regency) in regencies.enumerated() {
            let province = RegionCode(rawValue: String(regency.code.rawValue.prefix(2)))
            ranges[province] = (ranges[province]?.lowerBound ?? index)..<(index + 1)
        }
        rangeInProvince = ranges
    }

    func region(_ code: RegionCode) -> Region? {
        byCode[code]
    }

    /// The regency with this code of BPS, as it stood before the division of Papua.
    func region(statisticsCode: String) -> Region? {
        byStatisticsCode[statisticsCode]
    }

    func regencies(in province: RegionCode) -> ArraySlice<Region> {
        province == .nation ? regencies[...] : regencies[rangeInProvince[province] ?? 0..<0]
    }

    private static func coordinate(_ text: Substring) -> Region.Coordinate? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]) else { return nil }
        return Region.Coordinate(latitude: latitude, longitude: longitude)
    }
}
