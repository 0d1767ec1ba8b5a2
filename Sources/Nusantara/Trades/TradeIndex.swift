/// The trades with their everyday words taken apart.
struct TradeIndex: Sendable {
    static let current = TradeIndex()

    let trades: [Trade]
    let byCode: [String: Trade]
    /// Every phrase as words, with the place of its trade and its rank among that trade's phrases.
    private let phrases: [Phrase]
    /// The places of the phrases a word stands in.
    private let phrasesWithWord: [String: [Int]]

    private struct Phrase {
        let trade: Int
        let rank: Int
        let words: [String]
    }

    private init() {
        let trades = tradeTable.split(separator: "\n").compactMap(Self.trade)
        self.trades = trades
        byCode = Dictionary(trades.map { ($0.code, $0) }) { first, _ in first }
        var phrases: [Phrase] = []
        for (place, trade) in trades.enumerated() {
            for (rank, phrase) in trade.words.enumerated() { phrases.append(Phrase(trade: place, rank: rank, words: Self.words(phrase))) }
            phrases.append(Phrase(trade: place, rank: trade.words.count, words: Self.words(trade.title)))
        }
        var places: [String: [Int]] = [:]
        for (place, phrase) in phrases.enumerated() {
            for word in Set(phrase.words) { places[word, default: []].append(place) }
        }
        self.phrases = phrases
        phrasesWithWord = places
    }

    // MARK: Finding

    /// How much a trade's best phrase says about a description.
    private struct Score: Comparable {
        var isWhole: Bool
        /// Letters of the description that the phrase explains.
        var letters: Int
        var rank: Int

        static func < (left: Score, right: Score) -> Bool {
            if left.isWhole != right.isWhole { return right.isWhole }
            if left.letters != right.letters { return left.letters < right.letters }
            return left.rank > right.rank
        }
    }

    func find(_ description: String) -> [Trade] {
        let written = Self.words(description)
        var explained: [Int: Set<String>] = [:]
        for word in Set(written) {
            for stem in Self.stems(word) {
                for place in phrasesWithWord[stem] ?? [] { explained[place, default: []].insert(stem) }
            }
        }
        var best: [Int: Score] = [:]
        for (place, words) in explained {
            let phrase = phrases[place]
            // A phrase of which only "toko" or "jualan" was written says nothing.
            guard words.contains(where: { !Self.fillers.contains($0) }) || words.count == phrase.words.count else { continue }
            let score = Score(
                isWhole: Set(phrase.words).isSubset(of: words), letters: words.reduce(0) { $0 + $1.utf8.count }, rank: phrase.rank)
            if best[phrase.trade].map({ $0 < score }) ?? true { best[phrase.trade] = score }
        }
        return best.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map { trades[$0.key] }
    }

    /// Words that stand before any trade, and little words.
    private static let fillers: Set<String> = [
        "jualan", "jual", "toko", "usaha", "dan", "lain", "lainnya", "pedagang", "penjual", "agen", "jasa", "los", "pasar", "olahan",
        "kebun",
        "makanan", "minuman", "kering", "keliling", "online", "warung", "barang", "siap", "rumah",
    ]

    /// A word and what is left of it without a usual ending or beginning: "keripiknya", "menjahit".
    private static func stems(_ word: String) -> [String] {
        var stems = [word]
        if fillers.contains(word) { return stems }
        for ending in ["nya", "an"] where word.hasSuffix(ending) && word.utf8.count >= ending.utf8.count + 4 {
            stems.append(String(word.dropLast(ending.count)))
        }
        for beginning in ["men", "pen", "mem", "pem", "ber", "per", "me", "pe"]
        where word.hasPrefix(beginning) && word.utf8.count >= beginning.utf8.count + 4 {
            stems.append(String(word.dropFirst(beginning.count)))
        }
        return stems
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    // MARK: Reading the table

    private static func trade(_ line: Substring) -> Trade? {
        let fields = line.split(separator: "|")
        guard fields.count == 5, let sector = Sector(rawValue: String(fields[1])), let mark = fields[0].last else { return nil }
        let succession: Trade.Succession
        switch mark {
        case "=": succession = .kept
        case "~": succession = .changed
        case "-": succession = .withdrawn
        default: succession = .unverified
        }
        return Trade(
            code: String(fields[0].prefix(5)), title: String(fields[2]), englishTitle: String(fields[3]), sector: sector,
            words: fields[4].split(separator: ";").map(String.init), succession: succession)
    }
}
