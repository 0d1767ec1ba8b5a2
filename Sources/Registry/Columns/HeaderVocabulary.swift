/// The words of headers and what they mean together.
///
/// Every word is brought to one spelling, Indonesian where there is one, so that "Shop Name", "nm_toko" and "NAMA WARUNG" are the same two
/// words; a field is known by the set of its words.
enum HeaderVocabulary {
    struct Candidate: Hashable {
        let field: ListField
        /// From 0 to 1.
        let score: Double
    }

    /// From this score on a header is taken at its word.
    static let sure = 0.7

    /// The fields that a header may mean, the likeliest first.
    static func candidates(for header: HeaderWords) -> [Candidate] {
        guard !header.words.isEmpty else { return [] }
        var best: [ListField: Double] = [:]
        for phrase in phrases where phrase.words.isSubset(of: header.words) {
            let isWhole = phrase.words.count == header.words.count
            guard isWhole || !phrase.mustBeWhole else { continue }
            let share = Double(phrase.words.count) / Double(header.words.count)
            let score = (isWhole ? 1 : 0.55 + 0.4 * share) * phrase.strength
            best[phrase.field] = max(best[phrase.field] ?? 0, score)
        }
        return best.map { Candidate(field: $0.key, score: $0.value) }
            .sorted { ($1.score, order[$0.field] ?? 0) < ($0.score, order[$1.field] ?? 0) }
    }

    /// The words that one word of a header stands for: its usual spelling, the parts it is glued from, or the word it was meant to be.
    static func canonical(_ token: String) -> [String] {
        if let word = spellings[token] { return [word] }
        if token.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return [] }
        if token.utf8.count >= 4, let parts = parts(of: token) { return parts }
        if token.utf8.count >= 6, let meant = meant(by: token) { return [meant] }
        return [token]
    }

    static func knows(_ token: String) -> Bool {
        spellings[token] != nil
    }

    /// Words that change nothing.
    static let fillers: Set<String> = [
        "dan", "atau", "yang", "yg", "di", "dari", "the", "of", "and", "or", "is", "in", "a", "an", "sesuai", "untuk", "per", "wajib",
        "isi", "diisi",
        "rp", "idr", "rupiah", "bisa", "dihubungi", "dengan", "as", "this", "saat", "ini", "jika", "ada", "data", "has",
        "ke", "utama", "main", "primary", "saja", "angka", "digit", "format", "dd", "mm", "yyyy",
    ]

    // MARK: - Spelling

    private static let spellings: [String: String] = {
        var result: [String: String] = [:]
        for line in words.split(separator: "\n") {
            let forms = line.split(separator: " ").map(String.init)
            for form in forms where result[form] == nil { result[form] = forms[0] }
        }
        return result
    }()

    /// `nmprov` is `nm` and `prov`: the fewest known words that make up the whole.
    private static func parts(of token: String) -> [String]? {
        let bytes = Array(token.utf8.prefix(40))
        var best: [[String]?] = [[]] + Array(repeating: nil, count: bytes.count)
        for end in 1...bytes.count {
            for start in 0..<end where end - start >= 2 {
                guard let before = best[start], let word = spellings[String(decoding: bytes[start..<end], as: UTF8.self)] else { continue }
                if before.count + 1 < best[end]?.count ?? .max { best[end] = before + [word] }
            }
        }
        return best[bytes.count].flatMap { $0.count >= 2 && $0.count <= 4 ? $0 : nil }
    }

    /// The known word with the same first letter that differs by one left out, put in or changed, or by two that changed places.
    private static func meant(by token: String) -> String? {
        let letters = Array(token.utf8)
        return spellings.filter {
            $0.key.utf8.first == letters.first && abs($0.key.utf8.count - letters.count) <= 1 && $0.key.utf8.count >= 5
        }
        .filter { differsOnce(letters, Array($0.key.utf8)) }
        .min { $0.key < $1.key }?.value
    }

    private static func differsOnce(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let start = zip(left, right).prefix { $0 == $1 }.count
        let leftRest = left[start...]
        let rightRest = right[start...]
        if leftRest.dropFirst() == rightRest || leftRest == rightRest.dropFirst() || leftRest.dropFirst() == rightRest.dropFirst() {
            return true
        }
        return leftRest.count >= 2 && rightRest.count >= 2 && leftRest.dropFirst(2) == rightRest.dropFirst(2)
            && leftRest[start] == rightRest[start + 1] && leftRest[start + 1] == rightRest[start]
    }

    // MARK: - Phrases

    private struct Phrase {
        let field: ListField
        let words: Set<String>
        /// Whether it means the field only where no other word stands beside it.
        let mustBeWhole: Bool
        let strength: Double
    }

    /// Where two fields score the same, the one that stands first in the table is meant: what a thing is before where it is.
    private static let order = Dictionary(
        phrases.enumerated().map { ($1.field, $0) }, uniquingKeysWith: { first, _ in first })

    private static let phrases: [Phrase] = phraseTable.split(separator: "\n").flatMap { line -> [Phrase] in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let field = ListField(rawValue: String(parts[0])) else { return [] }
        return parts[1].split(separator: ",").map { text in
            var words = text.split(separator: " ").map(String.init)
            let marks = words.prefix { $0 == "=" || $0 == "~" }
            words.removeFirst(marks.count)
            return Phrase(field: field, words: Set(words), mustBeWhole: marks.contains("="), strength: marks.contains("~") ? 0.85 : 1)
        }
    }
}
