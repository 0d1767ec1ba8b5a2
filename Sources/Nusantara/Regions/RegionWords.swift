/// The words of a written region name: lower case, letters and digits only, abbreviations of common words written out.
struct RegionWords: Sendable {
    /// A name a region may be looked up by, with the kinds of region the writing allows (none for any).
    struct Reading: Sendable {
        let key: String
        let kinds: Region.Kinds
    }

    var words: [String]

    init(words: [String]) {
        self.words = words
    }

    init(_ text: String) {
        self.init(utf8: text.utf8[...])
    }

    init(utf8 text: Substring.UTF8View) {
        words = []
        var word: [UInt8] = []
        for byte in text {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
            case UInt8(ascii: "'"), UInt8(ascii: "`"): break
            default: flush(&word)
            }
        }
        flush(&word)
    }

    private mutating func flush(_ word: inout [UInt8]) {
        guard !word.isEmpty else { return }
        let text = String(decoding: word, as: UTF8.self)
        words.append(Self.abbreviations[text] ?? text)
        word.removeAll(keepingCapacity: true)
    }

    var isEmpty: Bool { words.isEmpty }

    /// All words in one: "Pangkal Pinang" and "Pangkalpinang" are the same name.
    var key: String { Self.key(words[...]) }

    /// Whether nothing but words like "Kab." stand here.
    var areAllKinds: Bool { words.allSatisfy { Self.kinds[$0] != nil || Self.fillers.contains($0) } }

    /// The ways to tell the name from the words for its kind, the closest to the writing first.
    ///
    /// "Kotabaru", "Lima Puluh Kota" and "Daerah Istimewa Yogyakarta" hold such a word in the name itself, so no word goes unless the name is unknown with it.
    var readings: [Reading] {
        var readings = [Reading(key: key, kinds: [])]
        if words.count == 1 {
            for (prefix, kinds) in Self.gluedKinds where words[0].hasPrefix(prefix) && words[0].utf8.count > prefix.utf8.count + 3 {
                readings.append(Reading(key: String(words[0].dropFirst(prefix.count)), kinds: kinds))
            }
            return readings
        }
        var kinds: Region.Kinds = []
        var start = 0
        while start < words.count - 1, let kind = Self.kinds[words[start]] {
            start += 1
            kinds.insert(kind)
            readings.append(Reading(key: Self.key(words[start...]), kinds: kinds))
        }
        if start > 0 {
            while start < words.count - 1, Self.fillers.contains(words[start]) {
                start += 1
                readings.append(Reading(key: Self.key(words[start...]), kinds: kinds))
            }
        }
        var end = words.count
        while end > start + 1, let kind = Self.kinds[words[end - 1]] {
            end -= 1
            kinds.insert(kind)
            readings.append(Reading(key: Self.key(words[start..<end]), kinds: kinds))
        }
        return readings
    }

    private static func key(_ words: ArraySlice<String>) -> String {
        words.count == 1 ? words[words.startIndex] : words.joined()
    }

    /// The words that tell what kind of region a name belongs to, after abbreviations are written out.
    private static let kinds: [String: Region.Kinds] = [
        "kabupaten": .regency, "regency": .regency, "pemkab": .regency,
        "kota": .city, "city": .city, "pemkot": .city, "madya": .city,
        "provinsi": .province, "province": .province, "pemprov": .province,
    ]

    private static let gluedKinds: [(String, Region.Kinds)] = [("kabupaten", .regency), ("kab", .regency), ("kota", .city)]

    /// Words that may stand between the kind and the name: "Kota Administrasi", "Kotamadya Daerah Tingkat II".
    private static let fillers: Set<String> = ["administrasi", "daerah", "tingkat", "dati", "dt", "tk", "ii", "i"]

    private static let abbreviations: [String: String] = [
        "kab": "kabupaten", "kabupatan": "kabupaten", "kabup": "kabupaten",
        "kodya": "kota", "kodia": "kota", "kotamadya": "kota", "kotamadia": "kota", "kotif": "kota", "kod": "kota",
        "prov": "provinsi", "prop": "provinsi", "propinsi": "provinsi",
        "adm": "administrasi", "admin": "administrasi", "administratif": "administrasi",
        "kep": "kepulauan", "sltn": "selatan", "utr": "utara", "brt": "barat", "tmr": "timur", "tgh": "tengah", "tggr": "tenggara",
        "jkt": "jakarta", "tj": "tanjung", "tjg": "tanjung", "sei": "sungai", "gn": "gunung",
    ]
}

extension Region {
    /// A set of kinds, none for "any".
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8

        static let nation = Kinds(rawValue: 1)
        static let province = Kinds(rawValue: 2)
        static let regency = Kinds(rawValue: 4)
        static let city = Kinds(rawValue: 8)

        init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        init(_ kind: Kind) {
            switch kind {
            case .nation: self = .nation
            case .province: self = .province
            case .regency: self = .regency
            case .city: self = .city
            }
        }
    }
}
