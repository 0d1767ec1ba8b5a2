/// Words of a page in both languages. `{1}`, `{2}` … stand for what is filled in.
public struct Phrase: Sendable, Hashable {
    public let indonesian: String
    public let english: String

    public init(_ indonesian: String, _ english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    /// Words that are the same in every language: a name, a code, a text that somebody typed.
    public init(verbatim text: String) {
        self.init(text, text)
    }

    public subscript(language: Language) -> String {
        language == .indonesian ? indonesian : english
    }

    /// The words with their gaps filled, each in one pass, so that a filling which looks like a gap stays as it is.
    public func filled(_ fillings: [String], in language: Language) -> String {
        var result = ""
        var rest = self[language][...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let after = rest[rest.index(after: open)...]
            guard let close = after.firstIndex(of: "}"), let number = Int(after[..<close]), fillings.indices.contains(number - 1) else {
                result += "{"
                rest = after
                continue
            }
            result += fillings[number - 1]
            rest = after[after.index(after: close)...]
        }
        return result + rest
    }
}

/// The words that one template asks for by name, as `{{t.name}}`.
public struct PhraseTable: Sendable, ExpressibleByDictionaryLiteral {
    private let phrases: [String: Phrase]

    public init(dictionaryLiteral elements: (String, Phrase)...) {
        phrases = Dictionary(elements, uniquingKeysWith: { first, _ in first })
    }

    private init(_ phrases: [String: Phrase]) {
        self.phrases = phrases
    }

    /// The words of both tables.
    func adding(_ other: PhraseTable) -> PhraseTable {
        PhraseTable(phrases.merging(other.phrases) { $1 })
    }

    /// The words without those that a related page has no use for.
    func without(_ names: Set<String>) -> PhraseTable {
        PhraseTable(phrases.filter { !names.contains($0.key) })
    }

    public subscript(name: String) -> Phrase? {
        phrases[name]
    }

    /// The names in this table, for the tests that look for words nobody uses.
    var names: Set<String> {
        Set(phrases.keys)
    }
}
