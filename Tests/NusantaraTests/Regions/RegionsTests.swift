import Nusantara
import Testing

@Suite("The regions of today")
struct RegionsTests {
    @Test("there are 38 provinces, 416 regencies and 98 cities, in the order of their codes, each code once")
    func counts() {
        #expect(Regions.provinces.count == 38)
        #expect(Regions.regencies.count { $0.kind == .regency } == 416)
        #expect(Regions.regencies.count { $0.kind == .city } == 98)
        #expect(Regions.provinces.map(\.code) == Regions.provinces.map(\.code).sorted())
        #expect(Regions.regencies.map(\.code) == Regions.regencies.map(\.code).sorted())
        #expect(Set((Regions.provinces + Regions.regencies).map(\.code)).count == 552)
    }

    @Test("the people of the regencies add up to those of their province, and all to 284,973,643")
    func population() {
        for province in Regions.provinces {
            let regencies = Regions.regencies(in: province.code)
            #expect(!regencies.isEmpty)
            #expect(regencies.reduce(0) { $0 + $1.population } == province.population, "\(province.name)")
        }
        #expect(Regions.nation.population == 284_973_643)
        #expect(Regions.regencies(in: .nation).reduce(0) { $0 + $1.population } == 284_973_643)
        #expect(Regions.region(RegionCode(rawValue: "32"))?.population == 51_316_378)
    }

    @Test("every regency lies in a province and keeps its time; every code leads back to its region")
    func hierarchy() throws {
        for regency in Regions.regencies {
            let province = try #require(Regions.parent(of: regency))
            #expect(province.kind == .province)
            #expect(regency.timeZone == province.timeZone)
            #expect(regency.islandGroup == province.islandGroup)
            #expect(Regions.region(regency.code) == regency)
            #expect(Regions.regencies(in: province.code).contains(regency))
            #expect(Regions.parent(of: province) == Regions.nation)
        }
        #expect(Regions.parent(of: Regions.nation) == nil)
        #expect(Regions.regencies(in: RegionCode(rawValue: "32.04")).isEmpty)
    }

    @Test("Kabupaten Bandung is as the decree has it")
    func bandung() throws {
        let region = try #require(Regions.region(RegionCode(rawValue: "32.04")))
        #expect(region.name == "Kabupaten Bandung")
        #expect(region.baseName == "Bandung")
        #expect(region.kind == .regency)
        #expect(region.capital == "Soreang")
        #expect(region.timeZone == .wib)
        #expect(region.timeZone.utcOffset == 7)
        #expect(region.islandGroup == .java)
        #expect(region.bpsCode == "3204")
        #expect(!region.isUnderdeveloped)
        #expect(!region.isAdministrative)
    }

    @Test("every centre lies in the country, and every region has a capital")
    func places() {
        for region in [Regions.nation] + Regions.provinces + Regions.regencies {
            #expect((-11.0...6.1).contains(region.centre.latitude), "\(region.name)")
            #expect((95.0...141.1).contains(region.centre.longitude), "\(region.name)")
            #expect(!region.capital.isEmpty, "\(region.name)")
        }
    }

    @Test("a city's number is above 70 and its name says so; the six parts of Jakarta are administrative")
    func names() {
        for regency in Regions.regencies {
            let number = Int(regency.code.rawValue.suffix(2)) ?? 0
            #expect((number > 70) == (regency.kind == .city))
            #expect(regency.name.hasPrefix(regency.kind == .city ? "Kota " : "Kabupaten "))
            #expect(regency.name.hasSuffix(regency.baseName))
            #expect(regency.isAdministrative == regency.name.contains(" Administrasi "))
        }
        #expect(Regions.regencies.count { $0.isAdministrative } == 6)
    }

    @Test("62 regencies are underdeveloped, none a city, none on Java, 30 in the six provinces of Papua")
    func underdeveloped() {
        let marked = Regions.regencies.filter(\.isUnderdeveloped)
        #expect(marked.count == 62)
        #expect(marked.allSatisfy { $0.kind == .regency && $0.islandGroup != .java })
        #expect(marked.count { $0.islandGroup == .papua } == 30)
        #expect(marked.reduce(0) { $0 + $1.population } / 10_000 == 984)
    }

    @Test("the three times cover the provinces as the law draws them")
    func timeZones() {
        let zones = Dictionary(grouping: Regions.provinces, by: \.timeZone).mapValues(\.count)
        #expect(zones == [.wib: 18, .wita: 12, .wit: 8])
        #expect(Regions.find("Bali").region?.timeZone.utcOffset == 8)
        #expect(Regions.find("Papua Selatan").region?.timeZone.utcOffset == 9)
        #expect(Regions.find("Kalimantan Tengah").region?.timeZone == .wib)
    }

    @Test("Java holds 55.9 per cent of the people")
    func java() {
        let people = Regions.provinces.filter { $0.islandGroup == .java }.reduce(0) { $0 + $1.population }
        #expect(people * 1000 / Regions.nation.population == 559)
        #expect(Regions.nation.islandGroup == nil)
    }
}
