/// A header cell as a set of plain words, in whatever style it was typed: `NAMA_USAHA`, `nm_usaha`, `Nama Usaha *)`, `shopName`, `namausaha`.
struct HeaderWords: Hashable, Sendable {
    /// The words in one spelling each; see ``HeaderVocabulary``.
    let words: Set<String>

    init(_ header: String) {
        let outside = Self.tokens(of: Self.withoutBrackets(header))
        let tokens = outside.isEmpty ? Self.tokens(of: header) : outside
        words = Set(tokens.flatMap(HeaderVocabulary.canonical)).subtracting(HeaderVocabulary.fillers)
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

    /// Lower-case words; a capital after a small letter begins a word, and so does a digit after a letter.
    private static func tokens(of header: String) -> [String] {
        var tokens: [String] = []
        var token: [Unicode.Scalar] = []
        func flush() {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: token)
            if !token.isEmpty { tokens.append(String(text).lowercased()) }
            token.removeAll()
        }
        for scalar in header.unicodeScalars.prefix(200) {
            let properties = scalar.properties
            guard properties.isAlphabetic || properties.numericType != nil else {
                flush()
                continue
            }
            if let last = token.last {
                let startsWord = properties.isUppercase && last.properties.isLowercase
                let turnsToDigit = (properties.numericType == nil) != (last.properties.numericType == nil)
                if startsWord || turnsToDigit { flush() }
            }
            token.append(scalar)
        }
        flush()
        return tokens
    }
}
