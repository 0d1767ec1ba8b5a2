import Nusantara

/// Founds businesses one owner after another until there are enough.
struct Founding {
    private let settings: SimulationSettings
    private let habits: Habits
    private let places = Gazetteer.shared
    private var people: Registrar
    private var dealings: Dealings
    private var generator: SeededGenerator

    private(set) var businesses: [SimulatedBusiness] = []
    private(set) var owners: [SimulatedOwner] = []
    private(set) var facilitators: [Facilitator] = []

    /// A group under a facilitator that still takes members.
    private var group: (membersLeft: Int, regency: Int, village: Int, trade: Int, facilitator: Int32)?

    init(_ settings: SimulationSettings) {
        self.settings = settings
        habits = settings.habits
        people = Registrar(today: settings.today)
        dealings = Dealings(settings)
        generator = SeededGenerator(seed: settings.seed, stream: 1)
        businesses.reserveCapacity(settings.businesses)
        owners.reserveCapacity(settings.businesses + settings.businesses / 8)
    }

    mutating func run() {
        while businesses.count < settings.businesses {
            settle()
        }
    }

    /// One new owner with a business, and those who come with them: a second shop, a husband or wife.
    private mutating func settle() {
        let site = nextSite()
        let isFemale = generator.happens(0.53)
        let owner = add(
            people.person(
                in: site.regency, village: site.village, isFemale: isFemale, facilitator: site.facilitator, spouse: -1, habits: habits,
                &generator))
        var coOwner: Int32 = -1
        if generator.happens(habits.ownedByCouple) {
            coOwner = marry(owner, sharingPhone: generator.happens(0.5))
        }
        found(trade: site.trade, dealings: site.dealings, site: site, owner: owner, coOwner: coOwner, isSecondShop: false)

        if businesses.count < settings.businesses, generator.happens(habits.secondShop) {
            let other = openMarket()
            var second = other
            second.regency = generator.happens(0.8) ? site.regency : places.neighbour(of: site.regency, &generator)
            second.village = generator.below(places.villages(in: second.regency))
            second.trade = other.trade == site.trade ? (other.trade + 7) % SimulatedTrade.all.count : other.trade
            found(trade: second.trade, dealings: second.dealings, site: second, owner: owner, coOwner: -1, isSecondShop: true)
        }
        if businesses.count < settings.businesses, coOwner < 0, generator.happens(habits.marriedOwners) {
            let partner = marry(owner, sharingPhone: generator.happens(0.6))
            let other = openMarket()
            var next = other
            (next.regency, next.village) = (site.regency, site.village)
            found(trade: next.trade, dealings: next.dealings, site: next, owner: partner, coOwner: -1, isSecondShop: false)
        }
    }

    // MARK: Where and what

    private struct Site {
        var regency: Int
        var village: Int
        var trade: Int
        var dealings: Dealings.Partners
        var facilitator: Int32 = -1
        /// The name of a namesake in the same village, or 0.
        var nameSeed: UInt32 = 0
    }

    private mutating func nextSite() -> Site {
        if let current = group {
            group = current.membersLeft > 1 ? current : nil
            group?.membersLeft -= 1
            let trade = generator.happens(0.65) ? current.trade : SimulatedTrade.choice.draw(&generator)
            return Site(
                regency: current.regency, village: current.village, trade: trade,
                dealings: dealings.partners(of: SimulatedTrade.all[trade], isInGroup: true, &generator), facilitator: current.facilitator)
        }
        if !businesses.isEmpty, generator.happens(habits.sharedGenericName) {
            // Namesakes are neighbours of one of the last few thousand, so that the memory touched stays small.
            let recent = min(businesses.count, 4096)
            let namesake = businesses[businesses.count - 1 - generator.below(recent)]
            if BusinessNaming.isGeneric(seed: namesake.nameSeed) {
                return Site(
                    regency: Int(namesake.regency), village: Int(namesake.village), trade: Int(namesake.tradeNumber),
                    dealings: dealings.partners(of: namesake.trade, isInGroup: false, &generator), nameSeed: namesake.nameSeed)
            }
        }
        var site = openMarket()
        if generator.happens(habits.facilitatorGroup) {
            facilitators.append(people.facilitator(in: site.regency, &generator))
            site.facilitator = Int32(facilitators.count - 1)
            group = (generator.within(6...24), site.regency, site.village, site.trade, site.facilitator)
        }
        return site
    }

    /// A trade, who knows of it, and a place: online sellers live more often on Java.
    private mutating func openMarket() -> Site {
        let trade = SimulatedTrade.choice.draw(&generator)
        let partners = dealings.partners(of: SimulatedTrade.all[trade], isInGroup: false, &generator)
        let regency = places.draw(amongOnlineSellers: partners.isOnline, &generator)
        return Site(regency: regency, village: generator.below(places.villages(in: regency)), trade: trade, dealings: partners)
    }

    // MARK: Writing down

    private mutating func add(_ owner: SimulatedOwner) -> Int32 {
        owners.append(owner)
        return Int32(owners.count - 1)
    }

    private mutating func marry(_ owner: Int32, sharingPhone: Bool) -> Int32 {
        let first = owners[Int(owner)]
        let spouse = add(people.spouse(of: first, number: owner, sharingPhone: sharingPhone, habits: habits, &generator))
        owners[Int(owner)].spouse = spouse
        return spouse
    }

    private mutating func found(
        trade: Int, dealings partners: Dealings.Partners, site: Site, owner: Int32, coOwner: Int32, isSecondShop: Bool
    ) {
        var nameSeed = site.nameSeed
        if nameSeed == 0 { nameSeed = UInt32(truncatingIfNeeded: generator.next() >> 33) | 1 }
        let isRenamed = site.nameSeed == 0 && generator.happens(habits.renamed)
        let formerNameSeed = isRenamed ? UInt32(truncatingIfNeeded: generator.next() >> 33) | 1 : 0
        let renamedOn = settings.today.dayNumber - generator.within(30...1500)
        let home = owners[Int(owner)]
        let livesThere = Int(home.regency) == site.regency && Int(home.village) == site.village
        let streetSeed = livesThere && generator.happens(0.7) ? home.streetSeed : UInt32(truncatingIfNeeded: generator.next())
        let record = dealings.record(of: SimulatedTrade.all[trade], with: partners, &generator)
        businesses.append(
            SimulatedBusiness(
                owner: owner, coOwner: coOwner, tradeNumber: UInt8(trade), regency: UInt16(site.regency), village: UInt16(site.village),
                streetSeed: streetSeed, nameSeed: nameSeed, formerNameSeed: formerNameSeed, renamedOn: Int32(renamedOn),
                sharesName: site.nameSeed != 0, isSecondShop: isSecondShop, joined: record.joined, firstSaleDay: record.firstSaleDay,
                lastSaleDay: record.lastSaleDay, orders: record.orders, yearlySales: record.yearlySales,
                businessNumber: record.businessNumber, businessNumberDay: record.businessNumberDay, permits: record.permits))
    }
}
