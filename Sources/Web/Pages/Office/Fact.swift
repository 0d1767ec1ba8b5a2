/// A word and what it is here, as in a list of particulars.
public struct Fact: TemplateModel {
    public let word: Phrase
    public let content: TemplateValue

    public init(_ word: Phrase, _ content: TemplateValue) {
        self.word = word
        self.content = content
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "word": .phrase(word)
        case "content": content
        default: nil
        }
    }
}
