import Accounts
import Journey
import Nusantara
import Simulation
import Storage

/// The partners, programmes and targets of a demo.
struct DemoProgramme: Sendable {
    let partners: [PartnerList: Partner]
    let programmes: [PartnerList: Programme]
    let targets: [Target]

    /// - Parameters:
    ///   - businesses: how many businesses there really are in the demo.
    ///   - today: the day on which the demo is made.
    init(businesses: Int, today: CalendarDate) {
        let onboarding = Programme(code: "umkm-go-online", name: "UMKM Go Online")
        let food = Programme(code: "gofood-onboarding", name: "Onboarding GoFood")
        let learning = Programme(code: "dts-dea", name: "Digital Entrepreneurship Academy")
        let cooperative = Programme(code: "pembinaan-daerah", name: "Pembinaan UMKM daerah")
        programmes = [.shopee: onboarding, .tokopedia: onboarding, .gofood: food, .dinasKoperasi: cooperative, .dts: learning]
        partners = Dictionary(
            uniqueKeysWithValues: PartnerList.allCases.map { list in
                let kind: Partner.Kind = list.isChannel ? .marketplace : list == .dts ? .trainingProvider : .districtOffice
                return (list, Partner(code: list.code, name: list.name, kind: kind))
            })
        targets = Self.targets(businesses: businesses, today: today)
    }

    func store(in database: any SQLDatabase) async throws -> DemoProgramme {
        let (programmes, partners) = (programmes, partners)
        return try await database.write { connection in
            for programme in Set(programmes.values) { try connection.upsertProgramme(programme) }
            for partner in partners.values { try connection.upsertPartner(partner) }
            return self
        }
    }

    // MARK: - Targets

    /// How many micro, small and medium enterprises the Ministry of Co-operatives and SMEs counted for 2018, the year from which both
    /// national targets were set.
    private static let nationalBusinesses = 64_200_000.0

    /// The national targets of 8 and 30 million businesses, as the same share of the demo's businesses, and targets of this year's own.
    private static func targets(businesses: Int, today: CalendarDate) -> [Target] {
        func share(of million: Double) -> Int64 {
            max(1, Int64((Double(businesses) * million * 1_000_000 / nationalBusinesses).rounded()))
        }
        let year = today.components.year
        guard
            let start = CalendarDate(year: year, month: 1, day: 1), let end = CalendarDate(year: year, month: 12, day: 31),
            let later = CalendarDate(year: year + 2, month: 12, day: 31)
        else { return [] }
        let (eight, thirty) = (share(of: 8), share(of: 30))
        let sellers = max(1, Int64(businesses / 5))
        return [
            Target(
                title:
                    "\(dotted(eight)) onboard (setara 8 juta secara nasional, diperkecil untuk \(dotted(Int64(businesses))) usaha contoh)",
                titleEnglish: "\(grouped(eight)) onboard (8 million nationally, scaled to \(grouped(businesses)) sample businesses)",
                metric: .onboard, firstDay: start, lastDay: end, value: eight),
            Target(
                title:
                    "\(dotted(thirty)) onboard (setara 30 juta secara nasional, diperkecil untuk \(dotted(Int64(businesses))) usaha contoh)",
                titleEnglish: "\(grouped(thirty)) onboard (30 million nationally, scaled to \(grouped(businesses)) sample businesses)",
                metric: .onboard, firstDay: start, lastDay: later, value: thirty),
            Target(
                title: "\(dotted(sellers)) usaha aktif berjualan (sasaran contoh)",
                titleEnglish: "\(grouped(sellers)) businesses selling (a made-up target)", metric: .selling, firstDay: start, lastDay: end,
                value: sellers),
            Target(
                title: "\(dotted(max(1, thirty / 6))) onboard di Jawa Barat (sasaran contoh)",
                titleEnglish: "\(grouped(max(1, thirty / 6))) onboard in West Java (a made-up target)", metric: .onboard,
                region: RegionCode(rawValue: "32"), firstDay: start, lastDay: end, value: max(1, thirty / 6)),
        ]
    }

    /// A whole number as Indonesians write it: `1.234.567`.
    private static func dotted(_ number: Int64) -> String {
        grouped(number).replacing(",", with: ".")
    }
}
