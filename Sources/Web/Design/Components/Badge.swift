/// A word in a coloured frame: a rung of the ladder, or the state of a piece of work.
public struct Badge: TemplateModel {
    public enum Kind: String, Sendable, CaseIterable {
        case rung1, rung2, rung3, rung4, rung5
        case neutral, good, warning, bad
    }

    public let kind: Kind
    public let text: Phrase

    public init(_ kind: Kind, _ text: Phrase) {
        self.kind = kind
        self.text = text
    }

    /// The badge of a rung from 1 to 5; anything else has no standing.
    public init(rung: Int) {
        let kinds: [Kind] = [.rung1, .rung2, .rung3, .rung4, .rung5]
        if kinds.indices.contains(rung - 1) {
            self.init(kinds[rung - 1], Glossary.rungs[rung - 1].word)
        } else {
            self.init(.neutral, Phrase("Belum terdaftar", "Not registered"))
        }
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "kind": .text(kind.rawValue)
        case "text": .phrase(text)
        default: nil
        }
    }
}
