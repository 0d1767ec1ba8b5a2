/// Makes the name of a business from its trade, its owner and one number: the same number gives the same name.
enum BusinessNaming {
    /// Words of blessing and growth that thousands of shops share.
    static let blessings = [
        "Barokah", "Berkah", "Sumber Rejeki", "Maju Jaya", "Jaya", "Sederhana", "Mekar", "Rejeki", "Sumber Makmur", "Sejahtera", "Mandiri",
        "Berkah Jaya",
        "Mekar Sari", "Abadi", "Lestari", "Sari Rasa", "Makmur", "Karya Mandiri", "Sinar Jaya", "Barokah Jaya", "Usaha Bersama",
        "Murah Rejeki", "Tiga Saudara",
        "Harapan Jaya", "Putra Mandiri", "Anugrah", "Cahaya", "Bintang Jaya", "Sahabat", "Family", "Amanah", "Al Barokah", "Hidayah",
        "Bina Usaha", "Setia Kawan",
        "Sumber Sari", "Dua Putri", "Rizki", "Sri Rejeki", "Jaya Abadi", "Karunia", "Pelangi", "Cita Rasa", "Sari Murni", "Maju Bersama",
        "Subur", "Tunas Muda",
    ]

    /// Names of children and dreams that online shops are called after.
    private static let brands = [
        "Nayla", "Azka", "Zahra", "Rafa", "Keisha", "Alya", "Naura", "Kirana", "Aisha", "Queen", "Raisa", "Khanza", "Salsa", "Nafisa",
        "Larasati", "Kayla", "Syifa", "Alesha",
        "Arkana", "Humaira", "Adiba", "Najwa", "Alifa", "Zivana", "Shanum", "Mecca", "Hanum", "Kinara", "Amira", "Rania", "Faqih", "Rayyan",
        "Arsyila", "Bilqis", "Delisha",
        "Elzatta", "Fathan", "Ghania", "Hafiz", "Inara", "Jihan", "Kenzie", "Latisha", "Malika", "Nadhira", "Qonita", "Risma", "Sabrina",
        "Tsabita", "Ufaira", "Vania", "Yumna",
    ]

    private static let onsets = ["B", "D", "G", "K", "L", "M", "N", "P", "R", "S", "T", "W", "Y", "Z", "V", "Ny", "J", "C", "H", "F"]
    private static let vowels = ["a", "i", "u", "e", "o", "a", "a", "i"]
    private static let codas = ["", "", "", "n", "r", "s", "la", "ra", "na", "ya", "ka", "ta", "nda", "rin", "sha", "li"]

    private static let kinOfWomen = ["Bu", "Mbak", "Ibu", "Mak", "Bunda", "Umi", "Teh", "Mbok"]
    private static let kinOfMen = ["Pak", "Mas", "Bang", "Kang", "Cak", "Abah", "Haji", "Om"]
    private static let onlineEndings = ["Store", "Shop", "Collection", "Official", "Fashion", "Galery", "Id", "Official Shop", "Olshop"]

    /// Words of names that tell nobody apart.
    private static let commonWords: Set<String> = [
        "Muhammad", "Siti", "Sitti", "Nur", "Abdul", "Ahmad", "Mochamad", "I", "Ni", "Sri", "Tri", "Dwi", "Andi", "Lalu", "Baiq", "Cut",
        "Teuku",
    ]

    /// What neighbours call the owner: the word of the name that tells most.
    static func callName(_ words: [String]) -> String {
        let telling = words.first { !commonWords.contains($0) && !$0.contains(".") && $0.utf8.count > 2 } ?? words.last ?? ""
        return telling.split(separator: " ").last.map(String.init) ?? telling
    }

    /// Whether the name of this number is one of those that every village has.
    static func isGeneric(seed: UInt32) -> Bool { seed % 100 < 24 }

    /// A number for a name that every village has.
    static func genericSeed(_ generator: inout SeededGenerator) -> UInt32 {
        UInt32(generator.below(40_000_000)) * 100 + UInt32(generator.below(24))
    }

    /// What a business with the name of this number sells first of all.
    static func product(of trade: SimulatedTrade, seed: UInt32) -> String {
        var generator = SeededGenerator(seed: UInt64(seed), stream: 12)
        return generator.pick(trade.products)
    }

    /// The name.
    ///
    /// - Parameters:
    ///   - seed: decides everything that trade and owner leave open.
    ///   - place: the village, for shops that are called after it.
    static func name(trade: SimulatedTrade, ownerWords: [String], ownerIsFemale: Bool, place: String, seed: UInt32) -> String {
        var generator = SeededGenerator(seed: UInt64(seed), stream: 11)
        let kind = generator.pick(trade.kinds)
        let product = product(of: trade, seed: seed)
        let kin = generator.pick(ownerIsFemale ? kinOfWomen : kinOfMen)
        let lead = kind == product || product.hasPrefix(kind) ? product : generator.happens(0.5) ? product : kind
        switch seed % 100 {
        case 0..<24:
            return "\(kind) \(generator.pick(blessings))"
        case 24..<46:
            return "\(lead) \(kin) \(callName(ownerWords))"
        case 46..<53:
            return "\(product) \(generator.happens(0.5) ? place : callName(ownerWords))"
        case 53..<58 where trade.sector == .manufacture || trade.sector == .other:
            return
                "\(generator.pick(["UD", "CV", "UD", "KUB", "PT"])) \(coined(&generator)) \(generator.pick(["Jaya", "Makmur", "Mandiri", "Sejahtera", "Abadi"]))"
        case 53..<76:
            let brand = generator.happens(0.5) ? generator.pick(brands) : coined(&generator)
            return trade.marketplace > 300
                ? "\(brand) \(generator.happens(0.55) ? generator.pick(onlineEndings) : product)" : "\(lead) \(brand)"
        case 76..<88:
            return "\(lead) \(coined(&generator))"
        case 88..<94:
            return "\(kind) \(generator.pick(blessings)) \(generator.within(2...9))"
        default:
            return "\(coined(&generator)) \(product)"
        }
    }

    /// A made-up word that sounds well.
    private static func coined(_ generator: inout SeededGenerator) -> String {
        var word = generator.pick(onsets) + generator.pick(vowels)
        for _ in 0..<generator.within(1...2) {
            word += generator.pick(onsets).lowercased() + generator.pick(vowels)
        }
        return word + generator.pick(codas)
    }
}
