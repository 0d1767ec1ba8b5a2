public import Nusantara

/// One real business of the simulated world: what the partners' lists are about, and what an honest count must find.
public struct SimulatedBusiness: Sendable {
    struct Permits: OptionSet, Sendable {
        let rawValue: UInt8

        static let foodProduction = Permits(rawValue: 1)
        static let halal = Permits(rawValue: 2)
        static let exports = Permits(rawValue: 4)
    }

    let owner: Int32
    /// The husband or wife who owns it too, or -1.
    let coOwner: Int32
    let tradeNumber: UInt8
    let regency: UInt16
    let village: UInt16
    let streetSeed: UInt32
    let nameSeed: UInt32
    /// What the business was called before ``renamedOn``; 0 if it always had its name.
    let formerNameSeed: UInt32
    let renamedOn: Int32
    /// Whether another business of the same village bears the same name.
    let sharesName: Bool
    /// Whether the owner has another business that is older.
    let isSecondShop: Bool
    /// For each partner the day it came to know the business, counted from 1 January 2017 plus one; 0 if it does not.
    let joined: SIMD8<UInt16>
    let firstSaleDay: Int32
    let lastSaleDay: Int32
    /// Orders over the whole time online.
    let orders: UInt32
    /// Thousands of rupiah in the year to today.
    let yearlySales: UInt32
    /// Thirteen digits, or 0 if the business has none.
    let businessNumber: UInt64
    let businessNumberDay: Int32
    let permits: Permits

    /// The line of business: five digits of KBLI 2020.
    public var kbli: String { trade.kbli }

    /// The partners that have the business on their lists.
    public var partners: [PartnerList] {
        PartnerList.allCases.filter { isKnown(to: $0) }
    }

    /// The first sale online, if there ever was one.
    public var firstSale: CalendarDate? { firstSaleDay == 0 ? nil : CalendarDate(dayNumber: Int(firstSaleDay)) }

    /// The last sale online so far, if there ever was one.
    public var lastSale: CalendarDate? { lastSaleDay == 0 ? nil : CalendarDate(dayNumber: Int(lastSaleDay)) }

    /// Whether it has a business identification number (NIB).
    public var isLicensed: Bool { businessNumber != 0 }

    /// Whether it sells abroad.
    public var exports: Bool { permits.contains(.exports) }

    var trade: SimulatedTrade { SimulatedTrade.all[Int(tradeNumber)] }

    /// The day on which a permit was given or the first export was made; nil if there is none.
    func date(of permit: Permits, until today: CalendarDate) -> CalendarDate? {
        guard permits.contains(permit) else { return nil }
        var generator = SeededGenerator(seed: UInt64(streetSeed), stream: UInt64(permit.rawValue) + 300)
        return today.adding(days: -min(generator.below(1800), generator.below(2600)))
    }

    func isKnown(to partner: PartnerList) -> Bool { joined[partner.number] != 0 }

    /// When a partner came to know the business.
    public func joinDate(at partner: PartnerList) -> CalendarDate? {
        let day = Int(joined[partner.number])
        return day == 0 ? nil : JoinCalendar.beginning.adding(days: day - 1)
    }
}
