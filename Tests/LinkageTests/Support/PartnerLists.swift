import Linkage

/// Five partners' lists of one population, each with its own columns and its own carelessness.
struct PartnerLists {
    struct Claim {
        var record: LinkageRecord
        /// The index of the business in truth.
        var business: Int
    }

    /// How often a partner fills a column, and how carelessly it types.
    private struct Habits {
        var owner, name, nik, nib, npwp, email, account, phone, birth, trade, village, street: Double
        var facilitator = 0.0
        var typing = 0.05
    }

    private static let habits = [
        // A ministry's register.
        Habits(
            owner: 0.96, name: 0.95, nik: 0.75, nib: 0.15, npwp: 0.1, email: 0.05, account: 0, phone: 0.92, birth: 0.4, trade: 0.9,
            village: 0.93, street: 0.85, facilitator: 0.85),
        // A marketplace.
        Habits(
            owner: 0.9, name: 0.99, nik: 0, nib: 0.03, npwp: 0.03, email: 0.6, account: 1, phone: 0.95, birth: 0, trade: 0.4, village: 0.5,
            street: 0.85),
        // A training provider.
        Habits(
            owner: 1, name: 0.85, nik: 0.8, nib: 0.05, npwp: 0, email: 0.7, account: 0.1, phone: 0.94, birth: 0.9, trade: 0.5,
            village: 0.6, street: 0.6, facilitator: 0.5),
        // District offices.
        Habits(
            owner: 0.94, name: 0.95, nik: 0.7, nib: 0.35, npwp: 0.1, email: 0.03, account: 0, phone: 0.85, birth: 0.3, trade: 0.85,
            village: 0.97, street: 0.85, facilitator: 0.85, typing: 0.07),
        // A delivery platform.
        Habits(
            owner: 0.9, name: 1, nik: 0.1, nib: 0.05, npwp: 0.02, email: 0.3, account: 0.3, phone: 0.96, birth: 0, trade: 0.7,
            village: 0.5, street: 0.92),
    ]

    private(set) var claims: [Claim] = []
    private var random: SeededRandom

    /// - Parameters:
    ///   - size: claims per list.
    ///   - reach: businesses that exist for each claim of a list: 2 means that every list has half of them.
    init(size: Int, reach: Double = 2.5, seed: UInt64) {
        let population = Population(businesses: Int(Double(size) * reach), seed: seed)
        random = SeededRandom(seed: seed ^ 0xC1A1_4B5E)
        for list in Self.habits.indices {
            let chosen = Array(population.businesses.indices.shuffled(using: &random).prefix(size))
            for business in chosen {
                append(population.businesses[business], business, list)
                if random.chance(0.02) { append(population.businesses[business], business, list) }
            }
        }
    }

    private mutating func append(_ business: Population.Business, _ index: Int, _ list: Int) {
        claims.append(Claim(record: claim(of: business, Self.habits[list], source: UInt32(list)), business: index))
    }

    private mutating func claim(of business: Population.Business, _ habits: Habits, source: UInt32) -> LinkageRecord {
        var record = LinkageRecord(region: business.region, source: source)
        let owner = business.spouse.flatMap { random.chance(0.12) ? $0 : nil } ?? business.owner
        if random.chance(habits.owner) { record.owner = personName(owner.name, habits) }
        if random.chance(habits.name) { record.businessName = businessName(business, owner, habits) }
        record.isGenericName = record.businessName.isEmpty
        if random.chance(0.7) { record.businessType = business.type }
        if random.chance(0.015) { swap(&record.businessName, &record.owner) }
        if random.chance(habits.nik) { record.nik = random.chance(0.02) ? business.spouse?.nik ?? owner.nik : owner.nik }
        if random.chance(habits.nib) { record.nib = business.nib }
        if random.chance(habits.npwp) { record.npwp = owner.npwp }
        if random.chance(habits.email) { record.email = random.chance(0.08) ? random.next() : owner.email }
        if random.chance(habits.account) {
            // Half of the shops have accounts on several channels; each list tells of its own.
            record.account = business.account &+ UInt64(source == 4 && random.chance(0.7) ? 1 : 0)
        }
        if random.chance(habits.phone) {
            record.phones = [random.chance(0.08) ? random.next() : owner.phone]
            if random.chance(0.05) { record.phones.append(random.next()) }
        }
        if business.isInGroup, random.chance(habits.facilitator) { record.phones = [business.facilitatorPhone] }
        if random.chance(habits.birth) { record.birthDay = birthDay(owner.birthDay) }
        if record.birthDay != nil || random.chance(0.4), !record.owner.isEmpty { record.sex = owner.sex }
        place(business, habits, into: &record)
        if random.chance(habits.trade) { record.trade = trade(business.trade) }
        if random.chance(0.4) { record.products = random.chance(0.1) ? ["lain"] : business.products }
        return record
    }

    private mutating func place(_ business: Population.Business, _ habits: Habits, into record: inout LinkageRecord) {
        if random.chance(0.02) { record.region = nil }
        if random.chance(0.01) { record.region = 3_201 + UInt32(random.below(60)) * 7 }
        if random.chance(habits.village + 0.1) { record.district = typed(business.district, 0.02) }
        if random.chance(habits.village) { record.village = random.chance(0.03) ? business.district : typed(business.village, 0.03) }
        if random.chance(0.3) { record.postalCode = business.postalCode }
        guard random.chance(habits.street) else { return }
        if random.chance(0.07) {
            // The owner's home, not the shop.
            record.addressWords = ["gang", Population.commonNames[Int(business.owner.nik % 20)]]
            return
        }
        record.addressWords = business.street.map { typed($0, habits.typing) }
        if random.chance(0.6) { record.houseNumber = business.number }
        if random.chance(0.5) { (record.rt, record.rw) = (business.rt, business.rw) }
    }

    private mutating func personName(_ name: [String], _ habits: Habits) -> [String] {
        var words = name.map { typed($0, habits.typing) }
        if words.count > 1 {
            if random.chance(0.05) { words[random.below(words.count)] = String(name[0].prefix(1)) }
            if random.chance(0.08) { words.remove(at: random.below(words.count)) }
            if random.chance(0.03) { words.swapAt(0, words.count - 1) }
        }
        return words
    }

    private mutating func businessName(_ business: Population.Business, _ owner: Population.Person, _ habits: Habits) -> [String] {
        switch random.below(100) {
        case 0..<4: return owner.name
        case 4..<7: return [owner.name[0]]
        default: break
        }
        var words = business.name.map { typed($0, habits.typing) }
        if words.count > 1 {
            if random.chance(0.06) { words.removeLast() }
            if words.count > 1, random.chance(0.05) { words = [words.joined()] }
            if words.count > 1, random.chance(0.04) { words.swapAt(0, 1) }
        } else if random.chance(0.05), !words.isEmpty {
            words.append(random.pick(Population.commonNames))
        }
        return words
    }

    private mutating func birthDay(_ day: Int32) -> Int32 {
        switch random.below(100) {
        case 0..<3: day - day % 365
        case 3..<6: day + Int32(1 + random.below(9))
        default: day
        }
    }

    private mutating func trade(_ trade: UInt32) -> UInt32 {
        switch random.below(100) {
        case 0..<12: trade / 10 * 10 + UInt32(random.below(10))
        case 12..<18: trade / 1_000 * 1_000 + UInt32(random.below(1_000))
        case 18..<23: 47_112
        default: trade
        }
    }

    /// A word as careless fingers type it: one letter changed, lost, doubled or moved.
    private mutating func typed(_ word: String, _ probability: Double) -> String {
        guard word.utf8.count > 3, random.chance(probability) else { return word }
        var letters = Array(word)
        let place = 1 + random.below(letters.count - 1)
        switch random.below(4) {
        case 0: letters[place] = random.pick(["a", "e", "i", "o", "u", "n", "r", "s", "t", "k"])
        case 1: letters.remove(at: place)
        case 2: letters.insert(letters[place], at: place)
        default: letters.swapAt(place, place - 1)
        }
        return String(letters)
    }
}
