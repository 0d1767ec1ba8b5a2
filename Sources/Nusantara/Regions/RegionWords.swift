/// The words of a written region name: lower case, letters and digits only, abbreviations of common words written out.
struct RegionWords: Sendable {
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
    var key: String { words.count == 1 ? words[0] : words.joined() }

    /// Whether nothing but words like "Kab." stand here.
    var areAllKinds: Bool { words.allSatisfy { Self.kinds[$0] != nil || Self.fillers.contains($0) } }

    /// The name without the words in front that tell its kind, and the kinds they allow.
    ///
    /// - Parameter fillers: whether "Administrasi" and the like behind such a word go too; "Provinsi Daerah Istimewa Yogyakarta" needs its "Daerah".
    func droppingLeadingKinds(andFillers fillers: Bool) -> (name: RegionWords, kinds: Set<Region.Kind>) {
        var kinds: Set<Region.Kind> = []
        var start = 0
        while start < words.count {
            if let kind = Self.kinds[words[start]] {
                kinds.insert(kind)
            } else if !fillers || start == 0 || !Self.fillers.contains(words[start]) {
                break
            }
            start += 1
        }
        return (RegionWords(words: Array(words[start...])), kinds)
    }

    /// The name without the words behind it that tell its kind: "Bandung Kota", "Bogor (Kab.)".
    var droppingTrailingKinds: (name: RegionWords, kinds: Set<Region.Kind>) {
        var kinds: Set<Region.Kind> = []
        var end = words.count
        while end > 1, let kind = Self.kinds[words[end - 1]] {
            kinds.insert(kind)
            end -= 1
        }
        return (RegionWords(words: Array(words[..<end])), kinds)
    }

    /// The words that tell what kind of region a name belongs to, after abbreviations are written out.
    private static let kinds: [String: Region.Kind] = [
        "kabupaten": .regency, "regency": .regency, "pemkab": .regency,
        "kota": .city, "city": .city, "pemkot": .city, "madya": .city,
        "provinsi": .province, "province": .province, "pemprov": .province,
    ]

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
