/// Asks once more before businesses are joined or parted: what will happen, beside the figures of both, and a form that does it.
public struct ConfirmationPage: Page {
    /// Why it was refused, and perhaps where that can be looked at.
    public struct Refusal: Sendable {
        public let text: Phrase
        public let address: String?

        public init(_ text: Phrase, address: String? = nil) {
            self.text = text
            self.address = address
        }
    }

    public var title: Phrase
    /// What will happen, sentence by sentence.
    public var consequences: [TemplateValue]
    /// Both businesses side by side, or what was done.
    public var overview: DataTable?
    /// What it is about, where that is one thing.
    public var facts: [Fact]
    public var form: Form
    /// Where the reader goes who does not want it; also the page of the business.
    public var back: String
    public var refusal: Refusal?

    public init(
        title: Phrase, consequences: [TemplateValue], overview: DataTable? = nil, facts: [Fact] = [], form: Form, back: String,
        refusal: Refusal? = nil
    ) {
        self.title = title
        self.consequences = consequences
        self.overview = overview
        self.facts = facts
        self.form = form
        self.back = back
        self.refusal = refusal
    }

    public static var template: String { "pages/confirmation" }
    public static var words: PhraseTable { .confirmation }
    public var place: Frame.Place? { .search }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "refusal": .maybe(refusal.map { Notice(.failure, $0.text) })
        case "refusalAddress": .maybe(refusal?.address)
        case "consequences": .list(consequences.map(Consequence.init))
        case "overview": .maybe(overview)
        case "hasFacts": .flag(!facts.isEmpty)
        case "facts": .list(facts)
        case "form": .model(form)
        case "back": .text(back)
        default: nil
        }
    }
}

private struct Consequence: TemplateModel {
    let sentence: TemplateValue

    func value(named name: String) -> TemplateValue? {
        name == "sentence" ? sentence : nil
    }
}
