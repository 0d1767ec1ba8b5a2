import Linkage

/// People and businesses as they are in truth, with the traps: second shops, namesakes next door, couples, facilitators.
struct Population {
    struct Person {
        var name: [String]
        var phone: UInt64
        var nik: UInt64
        var npwp: UInt64
        var email: UInt64
        var birthDay: Int32
        var sex: UInt8
    }

    struct Business {
        var owner: Person
        var spouse: Person?
        var name: [String]
        var type: [String]
        var trade: UInt32
        var products: [String]
        var region: UInt32
        var district: String
        var village: String
        var street: [String]
        var number: String
        var rt: UInt8
        var rw: UInt8
        var postalCode: UInt32
        var nib: UInt64
        var account: UInt64
        var facilitatorPhone: UInt64
        /// Whether a facilitator registered it together with its neighbours, under the facilitator's phone.
        var isInGroup: Bool
    }

    private(set) var businesses: [Business] = []
    private var random: SeededRandom
    private let regions: [UInt32]
    private let nameWords: [String]
    private let personWords: [String]
    private let placeWords: [String]

    init(businesses count: Int, seed: UInt64) {
        random = SeededRandom(seed: seed)
        regions = (0..<60).map { 3_201 + UInt32($0) * 7 }
        nameWords = Self.inventedWords(1_500, &random)
        personWords = Self.inventedWords(900, &random)
        placeWords = Self.inventedWords(2_000, &random)
        while businesses.count < count { addBusiness() }
        businesses.removeLast(businesses.count - count)
        businesses.shuffle(using: &random)
    }

    static let commonNames = [
        "barokah", "berkah", "jaya", "maju", "sumber", "rejeki", "makmur", "mekar", "sederhana", "abadi", "sari", "rasa", "lestari",
        "mandiri", "sejahtera", "indah", "baru", "putra", "karya", "mulya",
    ]
    private static let types = ["warung", "toko", "kedai", "dapur", "katering", "konveksi", "salon", "bengkel", "kios", "laundry"]
    private static let trades: [UInt32] = [
        10_710, 10_792, 10_794, 13_134, 14_111, 14_120, 15_121, 16_291, 31_001, 32_909, 45_407, 47_112, 47_222, 47_242, 47_511, 47_711,
        56_101, 56_102, 56_210, 56_303, 95_291, 96_111, 96_200, 47_725, 10_750,
    ]
    private static let products = [
        "keripik", "kue", "sambal", "kopi", "batik", "jilbab", "tas", "mebel", "sembako", "bakso", "soto", "roti", "servis", "potong",
        "cuci",
    ]
    private static let streets = [
        "mawar", "melati", "merdeka", "raya", "sudirman", "diponegoro", "kartini", "kenanga", "pahlawan", "pemuda", "veteran", "gatot",
        "subroto", "ahmad", "yani", "cempaka", "anggrek", "flamboyan", "masjid", "pasar", "stasiun", "sawo", "jambu", "mangga", "krajan",
    ]
    private static let commonPeople = [
        "muhammad", "siti", "nur", "ahmad", "sri", "abdul", "dewi", "agus", "wahyu", "eko", "dwi", "tri", "budi", "fitri", "ani", "endang",
        "ratna", "wahyuni", "rahayu", "susanti", "setiawan", "saputra", "putri", "hidayat", "kurniawan", "andi", "yuni", "rina", "hadi",
        "ali", "dian", "santoso", "bambang", "joko", "slamet", "yusuf", "lestari",
    ]

    private mutating func addBusiness() {
        let owner = person()
        let first = business(of: owner)
        businesses.append(first)
        if random.chance(0.10) {
            // A second shop of the same owner: other trade, often elsewhere.
            var second = business(of: owner)
            if random.chance(0.6) { second.place(as: first, random: &random) }
            second.spouse = first.spouse
            businesses.append(second)
        }
        if random.chance(0.07) {
            // A namesake in the same village.
            var namesake = business(of: person())
            namesake.place(as: first, random: &random)
            namesake.name = first.name.contains(where: owner.name.contains) ? [namesake.owner.name[0]] : first.name
            namesake.type = first.type
            if random.chance(0.5) { namesake.trade = first.trade }
            businesses.append(namesake)
        }
        if let spouse = first.spouse, random.chance(0.3) {
            // The other half of a couple runs a business of its own, behind the same phone and door.
            var other = business(of: spouse)
            other.place(as: first, random: &random)
            (other.street, other.number, other.rt, other.rw) = (first.street, first.number, first.rt, first.rw)
            businesses.append(other)
        }
    }

    private mutating func person() -> Person {
        let sex: UInt8 = random.chance(0.55) ? 2 : 1
        let count = random.chance(0.12) ? 1 : random.chance(0.7) ? 2 : 3
        var name: [String] = []
        while name.count < count {
            let word = random.chance(0.4) ? Self.commonPeople[random.skewed(Self.commonPeople.count)] : personWords[random.sloped(900)]
            if !name.contains(word) { name.append(word) }
        }
        return Person(
            name: name, phone: random.next(), nik: random.next(), npwp: random.next(), email: random.next(),
            birthDay: Int32(random.below(14_000)) - 4_000, sex: sex)
    }

    private mutating func business(of owner: Person) -> Business {
        var name: [String] = []
        switch random.below(100) {
        case 0..<20: name = [Self.commonNames[random.skewed(Self.commonNames.count)]]
        case 20..<30: name = [Self.commonNames[random.skewed(20)], Self.commonNames[random.skewed(20)]]
        case 30..<45: name = [owner.name[0]]
        case 45..<48: name = []
        case 48..<75: name = [nameWords[random.sloped(1_500)], Self.commonNames[random.skewed(20)]]
        default: name = [nameWords[random.sloped(1_500)], nameWords[random.sloped(1_500)]]
        }
        if name.count == 2, name[0] == name[1] { name.removeLast() }
        var spouse: Person?
        if random.chance(0.3) {
            var other = person()
            other.phone = owner.phone
            other.sex = 3 - owner.sex
            spouse = other
        }
        let regionIndex = random.skewed(regions.count)
        let district = regionIndex * 20 + random.below(12)
        let village = (district * 10 + random.below(9)) % placeWords.count
        let trade = Self.trades[random.skewed(Self.trades.count)]
        return Business(
            owner: owner, spouse: spouse, name: name, type: [Self.types[Int(trade) % Self.types.count]], trade: trade,
            products: [Self.products[Int(trade) % Self.products.count]], region: regions[regionIndex],
            district: placeWords[(district * 7 + 3) % placeWords.count], village: placeWords[village],
            street: random.chance(0.5)
                ? [Self.streets[random.below(25)]] : [Self.streets[random.below(25)], Self.streets[random.below(25)]],
            number: String(1 + random.below(120)), rt: UInt8(1 + random.below(9)), rw: UInt8(1 + random.below(12)),
            postalCode: 40_000 + UInt32(district), nib: random.next(), account: random.next(),
            facilitatorPhone: UInt64(village / 4) &* 0x9E37_79B9_7F4A_7C15 | 1,
            isInGroup: random.chance(0.1))
    }

    private static func inventedWords(_ count: Int, _ random: inout SeededRandom) -> [String] {
        let onsets = [
            "b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "ng", "ny", "kr", "pr", "tr", "s", "k",
        ]
        let nuclei = ["a", "a", "a", "i", "u", "e", "o"]
        let codas = ["", "", "", "n", "ng", "r", "s", "h", "t", "k", "m"]
        var words = Set<String>()
        var ordered: [String] = []
        while ordered.count < count {
            var word = ""
            for _ in 0..<(2 + random.below(2)) { word += random.pick(onsets) + random.pick(nuclei) }
            word += random.pick(codas)
            if words.insert(word).inserted { ordered.append(word) }
        }
        return ordered
    }
}

extension Population.Business {
    /// Moves next to another business: same village, another door.
    mutating func place(as other: Population.Business, random: inout SeededRandom) {
        (region, district, village, postalCode) = (other.region, other.district, other.village, other.postalCode)
        facilitatorPhone = other.facilitatorPhone
        rt = UInt8(1 + random.below(9))
    }
}
