extension TextIndex {
    /// The different words of texts, sorted: runs of letters and digits in lower case and without the marks on Latin letters.
    ///
    /// Words are cut off at 64 characters, so that rubbish does not become an index.
    public static func words(in texts: [String]) -> [String] {
        var words: Set<String> = []
        for text in texts {
            if text.utf8.allSatisfy({ $0 < 0x80 }) {
                for word in text.utf8.split(whereSeparator: { !isLetterOrDigit($0) }) {
                    words.insert(String(decoding: word.prefix(64).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self))
                }
                continue
            }
            var word = ""
            for scalar in text.unicodeScalars {
                if let folded = folded(scalar) {
                    word += folded
                } else if !word.isEmpty {
                    words.insert(String(word.prefix(64)))
                    word = ""
                }
            }
            if !word.isEmpty { words.insert(String(word.prefix(64))) }
        }
        return words.sorted()
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// What a character contributes to a word: itself in lower case, nothing for a combining accent, nil if it ends the word.
    private static func folded(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return String(scalar)
        case 0x41...0x5A: return String(scalar.properties.lowercaseMapping)
        case 0..<0x80: return nil
        case 0x0300...0x036F: return ""
        default: break
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .nonspacingMark, .spacingMark:
            return baseLetter(properties.name) ?? properties.lowercaseMapping
        default:
            return nil
        }
    }

    /// The letter inside a name such as "LATIN SMALL LETTER E WITH ACUTE".
    private static func baseLetter(_ name: String?) -> String? {
        guard let name, name.hasPrefix("LATIN ") else { return nil }
        let parts = name.split(separator: " ")
        guard parts.count > 4, parts[2] == "LETTER", parts[3].utf8.count == 1, parts[4] == "WITH" else { return nil }
        return parts[3].lowercased()
    }
}
