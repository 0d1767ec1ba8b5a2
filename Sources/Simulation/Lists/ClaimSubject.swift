import Nusantara

/// What one row of one list is about.
struct ClaimSubject {
    /// Why a business stands in a list more than once.
    enum Copy: UInt8 {
        case only
        /// A second account of the same shop.
        case secondAccount
        /// The first of two rows with one external id.
        case superseded
        /// The second of two rows with one external id, with newer figures.
        case repeated
    }

    /// Index of the business.
    let number: Int
    let business: SimulatedBusiness
    /// Index of the owner whom this list names: husband and wife take turns.
    let ownerNumber: Int
    let owner: SimulatedOwner
    let copy: Copy
    let partner: PartnerList
    /// When the partner came to know the business.
    let joined: CalendarDate

    init(business number: Int, copy: Copy, partner: PartnerList, in population: SimulatedPopulation) {
        let business = population.businesses[number]
        let namesSpouse = business.coOwner >= 0 && (UInt32(partner.number) &* 7 &+ business.streetSeed) % 3 == 0
        self.number = number
        self.business = business
        self.copy = copy
        self.partner = partner
        ownerNumber = Int(namesSpouse ? business.coOwner : business.owner)
        owner = population.owners[ownerNumber]
        let joined = business.joinDate(at: partner) ?? population.settings.today
        self.joined =
            copy == .secondAccount
            ? CalendarDate(dayNumber: min(population.settings.today.dayNumber, joined.dayNumber + 30 + number % 400)) : joined
    }

    /// Whether the list names the husband or wife of the first owner.
    var namesSpouse: Bool { ownerNumber != Int(business.owner) }

    /// First and last sale and the number of orders through this partner. A business sells most where it opened first.
    var sales: (first: CalendarDate, last: CalendarDate, orders: Int)? {
        guard let first = business.firstSale, let last = business.lastSale, copy != .secondAccount else { return nil }
        let channels = business.partners.filter(\.isChannel)
        let main = channels.min { (business.joined[$0.number], $0.number) < (business.joined[$1.number], $1.number) }
        let orders = Int(business.orders)
        let span = last.dayNumber - first.dayNumber
        if partner == main {
            guard copy == .superseded else { return (first, last, orders) }
            return (first, first.adding(days: span * 3 / 4), max(1, orders * 3 / 4))
        }
        guard (business.streetSeed &+ UInt32(partner.number)) % 2 == 0, joined < last else { return nil }
        let begin = max(first, joined)
        return (begin, begin.adding(days: (last.dayNumber - begin.dayNumber) / 2), max(1, orders / 5))
    }

    /// The partner's own number for the account or file: of its own for every account, the same for a repeated row; nil where none was given.
    var externalIdentifier: String? {
        let serial = UInt64(number) * 2 + (copy == .secondAccount ? 1 : 0)
        // Multiplying by a number prime to ten scatters the serials over all nine digits without two of them meeting.
        let scattered = (serial &* 387_420_489 &+ 123_456_789) % 1_000_000_000
        switch partner {
        case .shopee: return String(1_000_000_000 + scattered)
        case .tokopedia: return "TKP-" + String(2_176_782_336 + scattered, radix: 36).uppercased()
        case .gofood: return "G" + String(1_000_000_000 + scattered).dropFirst()
        case .dinasKoperasi:
            guard copy != .only || SeededGenerator.mixed(UInt64(number)) % 10 < 6 else { return nil }
            let (year, _, _) = joined.components
            return "\(Gazetteer.shared.plainCodes[Int(business.regency)])/UMKM/\(year)/\(100_000 + serial)"
        case .dts: return "DTS\(joined.components.year % 100)\(String(10_000_000 + serial).dropFirst())"
        }
    }
}
