import Nusantara

/// Decides who knows a business, since when, and how it sells.
struct Dealings: Sendable {
    /// The partners that know a business.
    struct Partners: Sendable {
        var knows: SIMD8<UInt8> = .zero

        /// Whether the business has an account with a marketplace or a delivery service.
        var isOnline: Bool { PartnerList.allCases.contains { $0.isChannel && knows[$0.number] != 0 } }
    }

    /// What became of a business since it was founded.
    struct Record {
        var joined = SIMD8<UInt16>.zero
        var firstSaleDay: Int32 = 0
        var lastSaleDay: Int32 = 0
        var orders: UInt32 = 0
        var yearlySales: UInt32 = 0
        var businessNumber: UInt64 = 0
        var businessNumberDay: Int32 = 0
        var permits: SimulatedBusiness.Permits = []
    }

    private let settings: SimulationSettings
    private let calendar: JoinCalendar

    init(_ settings: SimulationSettings) {
        self.settings = settings
        calendar = JoinCalendar(until: settings.today)
    }

    /// Who knows a business of the trade. Sellers on one marketplace are more often than not on the other as well.
    func partners(of trade: SimulatedTrade, isInGroup: Bool, _ generator: inout SeededGenerator) -> Partners {
        guard !settings.everyPartnerKnowsAll else { return Partners(knows: SIMD8(repeating: 1)) }
        func happens(_ perThousand: Int) -> Bool { generator.below(1000) < perThousand }
        var partners = Partners()
        func meet(_ partner: PartnerList) { partners.knows[partner.number] = 1 }
        let sellsAtShopee = happens(trade.marketplace)
        if sellsAtShopee { meet(.shopee) }
        if happens(sellsAtShopee ? 400 + trade.marketplace / 3 : trade.marketplace / 3) { meet(.tokopedia) }
        if happens(sellsAtShopee && trade.delivery > 0 ? min(900, trade.delivery * 3 / 2) : trade.delivery) { meet(.gofood) }
        let isDigital = partners.isOnline
        if happens(isInGroup ? 720 : isDigital ? 380 : 300) { meet(.dinasKoperasi) }
        if happens(isInGroup ? 450 : isDigital ? 200 : 120) { meet(.dts) }
        if partners.knows == .zero {
            meet(happens(560) ? .dinasKoperasi : trade.delivery > trade.marketplace ? .gofood : happens(600) ? .shopee : .dts)
        }
        return partners
    }

    func record(of trade: SimulatedTrade, with partners: Partners, _ generator: inout SeededGenerator) -> Record {
        var record = Record()
        let today = settings.today.dayNumber
        var firstAccount = Int.max
        for partner in PartnerList.allCases where partners.knows[partner.number] != 0 {
            let day = calendar.draw(&generator).dayNumber
            record.joined[partner.number] = UInt16(clamping: day - JoinCalendar.beginning.dayNumber + 1)
            if partner.isChannel { firstAccount = min(firstAccount, day) }
        }
        record.yearlySales = yearlySales(&generator)
        if firstAccount != Int.max { sell(from: firstAccount, today: today, &record, &generator) }

        let meetsOffice = partners.knows[PartnerList.dinasKoperasi.number] != 0
        if generator.happens(meetsOffice ? 0.24 : 0.1) {
            // The single submission of licences opened on 9 July 2018.
            let opened = 17_721
            record.businessNumberDay = Int32(opened + generator.below(max(1, today - opened)))
            record.businessNumber = businessNumber(on: CalendarDate(dayNumber: Int(record.businessNumberDay)), &generator)
        }
        if trade.makesFood, generator.happens(0.3) { record.permits.insert(.foodProduction) }
        if trade.makesFood || trade.sector == .foodService, generator.happens(0.16) { record.permits.insert(.halal) }
        if firstAccount != Int.max || meetsOffice, generator.below(1000) < trade.exporting { record.permits.insert(.exports) }
        return record
    }

    /// Whether there ever was a sale online, when the first and the last were, and how many.
    ///
    /// Of the accounts opened some never list anything, a third of the rest never sells, and of those that sold half have lapsed.
    private func sell(from opened: Int, today: Int, _ record: inout Record, _ generator: inout SeededGenerator) {
        guard generator.happens(0.86), generator.happens(0.68) else { return }
        let first = opened + min(generator.below(240), generator.below(400)) + 1
        guard first <= today else { return }
        let sinceFirst = today - first
        let isActive = generator.happens(0.5)
        let last = isActive || sinceFirst < 91 ? today - generator.below(min(90, sinceFirst + 1)) : first + generator.below(sinceFirst - 90)
        record.firstSaleDay = Int32(first)
        record.lastSaleDay = Int32(last)
        let perMonth = [1, 1, 2, 3, 5, 8, 13, 24, 60, 180][min(generator.below(10), generator.below(11))]
        record.orders = UInt32(1 + (last - first) * perMonth / 30)
    }

    /// Thousands of rupiah a year; nearly all businesses are micro (up to Rp2 billion, PP 7/2021 art. 35).
    private func yearlySales(_ generator: inout SeededGenerator) -> UInt32 {
        let ticket = generator.below(1000)
        let range =
            switch ticket {
            case ..<300: 3_000...30_000
            case ..<650: 30_000...100_000
            case ..<880: 100_000...300_000
            case ..<970: 300_000...1_000_000
            case ..<994: 1_000_000...2_400_000
            case ..<999: 2_400_000...14_000_000
            default: 14_000_000...45_000_000
            }
        return UInt32(generator.within(range))
    }

    /// Thirteen digits. Older numbers begin with 8120, 9120 or 0220, newer ones with the day of issue.
    private func businessNumber(on day: CalendarDate, _ generator: inout SeededGenerator) -> UInt64 {
        let (year, month, date) = day.components
        let isOld = day.dayNumber < 18_840  // August 2021, when the risk-based system began
        let rest = UInt64(generator.below(isOld ? 1_000_000_000 : 10_000_000))
        guard isOld else { return UInt64(date * 10_000 + month * 100 + year % 100) * 10_000_000 + rest }
        return [8120, 9120, 220, 1220][generator.below(4)] * 1_000_000_000 + rest
    }
}
