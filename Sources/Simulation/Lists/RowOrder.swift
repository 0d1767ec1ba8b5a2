import Nusantara

/// Which rows a list has, and in which order.
struct RowOrder {
    /// One row to come.
    struct Entry {
        /// Index of the business, or -1 for a row of which nothing can be made.
        var business: Int32
        var copy: ClaimSubject.Copy = .only
        var key: UInt64
    }

    private(set) var entries: [Entry] = []

    /// The rows of a partner's list.
    ///
    /// A limit keeps the businesses that were founded first, so that lists under one limit still overlap.
    init(of partner: PartnerList, in population: SimulatedPopulation, limit: Int?) {
        let habits = population.settings.habits
        let limit = limit ?? Int.max
        for (number, business) in population.businesses.enumerated() where business.isKnown(to: partner) {
            guard entries.count < limit else { break }
            var generator = SeededGenerator(seed: population.settings.seed ^ 0xF11E, stream: UInt64(number) * 8 + UInt64(partner.number))
            let scatter = generator.next() >> 32
            let key = Self.leading(partner, business) << 32 | scatter
            let isRepeated = generator.happens(habits.repeatedIdentifier) && entries.count + 1 < limit
            entries.append(Entry(business: Int32(number), copy: isRepeated ? .superseded : .only, key: key))
            if isRepeated {
                // Further down the list than the row that it replaces.
                let later = key + UInt64(generator.below(Int(UInt64(Int.max) / 2 - key / 2)))
                entries.append(Entry(business: Int32(number), copy: .repeated, key: later))
            }
            if partner.isChannel, entries.count < limit, generator.happens(habits.secondAccount) {
                entries.append(
                    Entry(
                        business: Int32(number), copy: .secondAccount, key: Self.leading(partner, business) << 32 | generator.next() >> 32))
            }
            if entries.count < limit, generator.happens(habits.unusableRow) {
                entries.append(Entry(business: -1, key: Self.leading(partner, business) << 32 | generator.next() >> 32))
            }
        }
        entries.sort { ($0.key, $0.business) < ($1.key, $1.business) }
    }

    /// What a list is sorted by: an office by place, a training provider by date, a shop by nothing that can be seen.
    private static func leading(_ partner: PartnerList, _ business: SimulatedBusiness) -> UInt64 {
        switch partner {
        case .shopee, .gofood: 0
        case .tokopedia, .dts: UInt64(business.joined[partner.number])
        case .dinasKoperasi: UInt64(business.regency)
        }
    }
}
