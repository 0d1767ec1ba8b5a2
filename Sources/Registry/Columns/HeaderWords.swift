/// A header cell as a set of plain words, in whatever style it was typed: `NAMA_USAHA`, `nm_usaha`, `Nama Usaha *)`, `shopName`, `namausaha`.
struct HeaderWords: Hashable, Sendable {
    /// The words in one spelling each; see ``HeaderVocabulary``.
    let words: Set<String>

    init(_ header: String) {
        let outside = Self.tokens(of: Self.withoutBrackets(header))
        let tokens = outside.isEmpty ? Self.tokens(of: header) : outside
        var words = Set(tokens.flatMap(HeaderVocabulary.canonical)).subtracting(HeaderVocabulary.fillers)
        if tokens.contains("12"), words.remove("bulan") != nil { words.insert("tahun") }
        self.words = words
    }

    private init(words: Set<String>) {
        self.words = words
    }

    /// The words of this header and of the one that stands above it, over several columns.
    func below(_ group: HeaderWords) -> HeaderWords {
        HeaderWords(words: words.union(group.words))
    }

    /// Letters and digits in lower case, one blank between words.
    static func plain(_ header: String) -> String {
        tokens(of: header).joined(separator: " ")
    }

    private static func withoutBrackets(_ header: String) -> String {
        var depth = 0
        var result = ""
        for character in header {
            switch character {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            default: if depth == 0 { result.append(character) }
            }
        }
        return result
    }

    /// Lower-case words. Within a run of letters and digits that is no known word, a capital after a small letter begins a word, and so does
    /// a digit after a letter.
    private static func tokens(of header: String) -> [String] {
        var tokens: [String] = []
        let runs = header.unicodeScalars.prefix(200).split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
        for run in runs {
            let whole = String(String.UnicodeScalarView(run)).lowercased()
            if HeaderVocabulary.knows(whole) {
                tokens.append(whole)
                continue
            }
            var token = String.UnicodeScalarView()
            var last: Unicode.Scalar?
            for scalar in run {
                if let last, startsWord(scalar, after: last) {
                    tokens.append(String(token).lowercased())
                    token = String.UnicodeScalarView()
                }
                token.append(scalar)
                last = scalar
            }
            tokens.append(String(token).lowercased())
        }
        return tokens
    }

    private static func startsWord(_ scalar: Unicode.Scalar, after last: Unicode.Scalar) -> Bool {
        let (properties, before) = (scalar.properties, last.properties)
        return properties.isUppercase && before.isLowercase || (properties.numericType == nil) != (before.numericType == nil)
    }
}
