import Nusantara
import Storage

@testable import Web

extension DashboardPage {
    static let sample: DashboardPage = {
        var page = dashboard(of: .nation)
        page.quality = .reviewed(.sample)
        return page
    }()
    static let sampleUnreviewed: DashboardPage = {
        var page = sample
        page.quality = .unreviewed
        return page
    }()
    static let sampleProvince = dashboard(of: RegionCode(rawValue: "32"))
    static let sampleRegency = dashboard(of: RegionCode(rawValue: "32.04"))

    static let sampleEmpty: DashboardPage = {
        let nothing = Figures(
            claimed: .exact(0), distinct: .exact(0), distinctInterval: nil, onboard: .exact(0), selling: .exact(0), growing: .exact(0),
            exporting: .exact(0))
        return DashboardPage(
            region: Region(code: .nation, name: "Indonesia"), figures: nothing, parts: [], places: [], targets: [], overlap: nil,
            filters: filters(at: Paths.home), updated: sampleMoment)
    }()

    static let sampleBulletin: DashboardPage = {
        var page = sample
        page.quality = nil
        page.bulletin = Bulletin(id: "2026-10", title: "Buletin Oktober 2026", frozen: sampleMoment)
        return page
    }()

    static let sampleFiltered: DashboardPage = {
        var page = sampleProvince
        page.filters.partner = "shopee"
        page.filters.month = "2026-10"
        page.canOpenNames = true
        page.targets = []
        return page
    }()

    static let sampleMoment = Timestamp("2026-11-23T06:18:00Z") ?? Timestamp(rawValue: 0)

    private static func dashboard(of code: RegionCode) -> DashboardPage {
        let regencies = Regions.regencies.filter { code.contains($0.code) }
        let households = regencies.map(businesses)
        let total = households.reduce(0, +)
        var parts: [Part] = []
        if code == .nation {
            parts = Regions.provinces.map { province in
                let sum = Regions.regencies(in: province.code).map(businesses).reduce(0, +)
                return Part(region: .init(code: province.code, name: province.baseName), figures: figures(sum))
            }
        } else if code.parent == .nation {
            parts = regencies.map { Part(region: .init(code: $0.code, name: shortName($0)), figures: figures(businesses($0))) }
        }
        let region = Regions.region(code)
        let province = code.parent == .nation ? nil : code.parent.flatMap(Regions.region)
        return DashboardPage(
            region: .init(code: code, name: region.map(shortName) ?? code.rawValue),
            province: province.map { .init(code: $0.code, name: $0.baseName) }, figures: figures(total), parts: parts,
            places: parts.isEmpty ? [] : zip(regencies, households).map(place), targets: targets(total), overlap: overlap(total),
            filters: filters(at: Paths.region(code)), updated: sampleMoment)
    }

    private static func shortName(_ region: Nusantara.Region) -> String {
        region.kind == .regency || region.kind == .nation
            ? region.baseName : region.kind == .city ? "Kota \(region.baseName)" : region.baseName
    }

    private static func place(_ region: Nusantara.Region, _ count: Int64) -> RegionMap.Place {
        RegionMap.Place(
            code: region.code, name: shortName(region), latitude: region.centre.latitude, longitude: region.centre.longitude,
            count: Tally(publicly: count))
    }

    /// Six in a thousand people have a business here, more in cities, none in a few regencies.
    private static func businesses(_ region: Nusantara.Region) -> Int64 {
        let number = region.code.rawValue.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) % 9973 }
        if number % 61 == 0 { return Int64(number % 5) }
        return Int64(Double(region.population) * (region.kind == .city ? 0.009 : 0.004) * (0.5 + Double(number) / 9973))
    }

    private static func figures(_ count: Int64) -> Figures {
        Figures(
            claimed: Tally(publicly: count * 153 / 100), distinct: Tally(publicly: count),
            distinctInterval: count < 5 ? nil : count * 985 / 1000...count * 1012 / 1000, onboard: Tally(publicly: count * 58 / 100),
            selling: Tally(publicly: count * 31 / 100), growing: Tally(publicly: count * 9 / 100),
            exporting: Tally(publicly: count * 6 / 1000))
    }

    private static func targets(_ count: Int64) -> [TargetPace] {
        let start = CalendarDate(dayNumber: 20454)
        let points = (0...10).map { month in
            let share = Double(month * month + 6 * month + 8) / 168
            return TargetPace.Point(day: start.adding(days: month * 30 + 22), reached: Int64(Double(count * 58 / 100) * share))
        }
        let sellingPoints = points.map { TargetPace.Point(day: $0.day, reached: $0.reached * 31 / 58) }
        return [
            TargetPace(
                metric: Glossary.onboard.word, points: points, target: max(count * 70 / 100, 1), deadline: start.adding(days: 729),
                projected: start.adding(days: 480)),
            TargetPace(
                metric: Glossary.selling.word, points: sellingPoints, target: max(count * 50 / 100, 1), deadline: start.adding(days: 500),
                projected: start.adding(days: 640)),
        ]
    }

    private static func overlap(_ count: Int64) -> OverlapUpSet {
        let names = ["Shopee", "Tokopedia & TikTok Shop", "GoFood", "Dinas Koperasi Jabar", "Balai Pelatihan"]
        let totals: [Int64] = [52, 41, 22, 35, 9]
        let rows: [([Int], Int64)] = [
            ([0], 190), ([3], 140), ([0, 1], 122), ([1], 118), ([2], 96), ([0, 3], 71), ([0, 1, 3], 62), ([1, 3], 55), ([2, 3], 41),
            ([4], 33), ([0, 1, 2], 28), ([3, 4], 21), ([0, 1, 2, 3], 14), ([0, 4], 9),
        ]
        return OverlapUpSet(
            partners: zip(names, totals).map { .init(name: $0, total: Tally(publicly: count * $1 / 100)) },
            intersections: rows.map { .init(partners: Set($0), count: Tally(publicly: count * $1 / 1000)) })
    }

    private static func filters(at path: String) -> DashboardFilters {
        DashboardFilters(
            action: path,
            programmes: [
                .init(code: "umkm-go-online", name: Phrase(verbatim: "UMKM Go Online")),
                .init(code: "gofood", name: Phrase(verbatim: "Kelas GoFood")),
            ],
            partners: [.init(code: "shopee", name: Phrase(verbatim: "Shopee")), .init(code: "gofood", name: Phrase(verbatim: "GoFood"))],
            months: [
                .init(code: "2026-11", name: Phrase("Nov 2026", "Nov 2026")), .init(code: "2026-10", name: Phrase("Okt 2026", "Oct 2026")),
            ])
    }
}
