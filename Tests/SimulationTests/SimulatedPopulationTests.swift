import Nusantara
import Simulation
import Testing

@Suite struct SimulatedPopulationTests {
    private static let population = SimulatedPopulation(SimulationSettings(seed: 5, businesses: 20_000, today: today))
    private var population: SimulatedPopulation { Self.population }

    private func share(_ count: Int, of total: Int) -> Double { Double(count) / Double(total) }

    @Test("there are exactly as many businesses as asked for", arguments: [0, 1, 2, 37, 1000])
    func count(_ businesses: Int) {
        let population = SimulatedPopulation(SimulationSettings(businesses: businesses, today: today))
        #expect(population.businesses.count == businesses)
    }

    @Test("one seed makes one population, another seed another")
    func determinism() {
        func names(_ seed: UInt64) -> [String] {
            let population = SimulatedPopulation(SimulationSettings(seed: seed, businesses: 200, today: today))
            return population.businesses.map(population.name(of:)) + population.owners.map(population.name(of:))
        }
        #expect(names(1) == names(1))
        #expect(names(1) != names(2))
    }

    @Test("about three in four online sellers are on Java, as the statistics office counted; of the rest fewer")
    func java() {
        func javaShare(_ businesses: [SimulatedBusiness]) -> Double {
            share(businesses.count { population.regency(of: $0).islandGroup == .java }, of: businesses.count)
        }
        let online = population.businesses.filter { $0.partners.contains(where: \.isChannel) }
        let offline = population.businesses.filter { !$0.partners.contains(where: \.isChannel) }
        #expect((0.74...0.79).contains(javaShare(online)))
        #expect((0.52...0.63).contains(javaShare(offline)))
    }

    @Test("every province has businesses, and the largest regency has more than the median one")
    func places() {
        let byRegency = Dictionary(grouping: population.businesses) { population.regency(of: $0).code }.mapValues(\.count)
        #expect(Set(byRegency.keys.compactMap(\.parent)).count == 38)
        let counts = byRegency.values.sorted()
        let bogor = byRegency[RegionCode(rawValue: "32.01")] ?? 0
        #expect(bogor > 5 * counts[counts.count / 2])
    }

    @Test("trades have the shares of the ministry's register: trade, food service, manufacture")
    func trades() {
        func sector(_ prefixes: [String]) -> Double {
            share(
                population.businesses.count { business in prefixes.contains { business.kbli.hasPrefix($0) } },
                of: population.businesses.count)
        }
        #expect((0.50...0.57).contains(sector(["47"])))
        #expect((0.16...0.22).contains(sector(["56"])))
        #expect((0.13...0.20).contains(sector(["10", "13", "14111", "16", "31", "32"])))
    }

    @Test("every business is known to somebody, and a good part of them to several partners at once")
    func overlap() {
        let known = population.businesses.map(\.partners.count)
        #expect(known.min() == 1)
        #expect((0.3...0.6).contains(share(known.count { $0 > 1 }, of: known.count)))
        #expect(known.contains(5))
        for partner in PartnerList.allCases {
            #expect(population.businesses.count { $0.partners.contains(partner) } > 2000, "\(partner)")
        }
    }

    @Test("the ladder narrows from registered to exporting")
    func ladder() {
        let ladder = population.ladder()
        #expect(ladder.registered == 20_000)
        #expect((0.5...0.7).contains(share(ladder.onboard, of: ladder.registered)))
        #expect((0.2...0.4).contains(share(ladder.selling, of: ladder.onboard)))
        #expect((20...400).contains(ladder.exporting))
    }

    @Test("accounts are opened from 2017 to today, twice as fast in the pandemic as before, and sales come after the account")
    func dates() {
        let first = CalendarDate(dayNumber: 17_167)
        var byYear: [Int: Int] = [:]
        for business in population.businesses {
            let joined = business.partners.compactMap { partner in business.joinDate(at: partner).map { (partner, $0) } }
            for (_, date) in joined {
                #expect(date >= first && date <= today)
                byYear[date.components.year, default: 0] += 1
            }
            guard let firstSale = business.firstSale, let lastSale = business.lastSale else {
                #expect(business.firstSale == nil && business.lastSale == nil)
                continue
            }
            let opened = joined.filter { $0.0.isChannel }.map(\.1).min()
            #expect(opened.map { $0 < firstSale } == true)
            #expect(firstSale <= lastSale && lastSale <= today)
        }
        #expect(byYear[2021, default: 0] > 2 * byYear[2019, default: 0])
        #expect(byYear[2019, default: 0] > byYear[2017, default: 0])
    }

    @Test("owners are adults, and women and men are both many")
    func owners() {
        for owner in population.owners {
            #expect((18...80).contains(today.components.year - owner.birthDate.components.year))
        }
        #expect((0.45...0.6).contains(share(population.owners.count(where: \.isFemale), of: population.owners.count)))
    }

    @Test(
        "on Bali most people are named by the order of their birth; in Central Java many have a single name; in North Sumatra clans are common"
    )
    func cultures() {
        func ownerNames(in province: String) -> [[Substring]] {
            population.businesses.filter { population.regency(of: $0).code.parent?.rawValue == province }
                .flatMap(population.owners(of:)).map { population.name(of: $0).split(separator: " ") }
        }
        let orders: Set<Substring> = ["Wayan", "Made", "Nyoman", "Ketut", "Putu", "Gede", "Kadek", "Komang", "Nengah", "Luh"]
        let bali = ownerNames(in: "51")
        #expect(bali.count > 50)
        #expect(share(bali.count { !orders.isDisjoint(with: $0) }, of: bali.count) > 0.65)
        let centralJava = ownerNames(in: "33")
        #expect((0.1...0.4).contains(share(centralJava.count { $0.count == 1 }, of: centralJava.count)))
        let clans: Set<Substring> = [
            "Simanjuntak", "Sihombing", "Siregar", "Nasution", "Lubis", "Harahap", "Ginting", "Sembiring", "Manurung", "Sinaga",
        ]
        let northSumatra = ownerNames(in: "12")
        #expect(share(northSumatra.count { !clans.isDisjoint(with: $0) }, of: northSumatra.count) > 0.1)
        #expect(ownerNames(in: "33").allSatisfy { clans.isDisjoint(with: $0) })
    }

    @Test("most names are rare, and some stand in the same regency over shops of different owners")
    func namesakes() {
        struct Sign: Hashable { let name: String, regency: RegionCode }
        let signs = Dictionary(grouping: population.businesses) {
            Sign(name: population.name(of: $0), regency: population.regency(of: $0).code)
        }
        #expect(share(signs.count, of: population.businesses.count) > 0.93)
        let shared = signs.values.filter { $0.count > 1 }
        #expect(shared.count > 50)
        #expect(shared.contains { Set($0.map { population.owners(of: $0).map(population.name(of:)) }).count > 1 })
    }
}
