/// A page of sections, each with words, a picture, a table, links and forms as far as it has them: what programmes, classes, sessions and
/// participants look like.
public struct SectionPage: Page {
    /// A part of the page.
    public struct Section: TemplateModel {
        public var anchor: String?
        public var title: Phrase?
        public var paragraphs: [TemplateValue]
        public var picture: (any Drawing)?
        public var table: DataTable?
        public var links: [Link]
        public var forms: [Form]

        public init(
            _ title: Phrase? = nil, anchor: String? = nil, paragraphs: [TemplateValue] = [], picture: (any Drawing)? = nil,
            table: DataTable? = nil, links: [Link] = [], forms: [Form] = []
        ) {
            self.anchor = anchor
            self.title = title
            self.paragraphs = paragraphs
            self.picture = picture
            self.table = table
            self.links = links
            self.forms = forms
        }

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "anchor": .maybe(anchor)
            case "sectionTitle": .maybe(title)
            case "paragraphs": .list(paragraphs.map(Paragraph.init))
            case "picture": picture.map { .drawing($0) } ?? .absent
            case "table": .maybe(table)
            case "links": .list(links)
            case "forms": .list(forms)
            default: nil
            }
        }
    }

    public struct Link: TemplateModel {
        public let address: String
        public let label: Phrase

        public init(_ address: String, _ label: Phrase) {
            self.address = address
            self.label = label
        }

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "address": .text(address)
            case "label": .phrase(label)
            default: nil
            }
        }
    }

    /// A number with its word.
    public struct Figure: TemplateModel {
        public let word: Phrase
        public let count: Int

        public init(_ word: Phrase, _ count: Int) {
            self.word = word
            self.count = count
        }

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "word": .phrase(word)
            case "count": .whole(count)
            case "mark": .text("")
            default: nil
            }
        }
    }

    public var title: Phrase
    public var place: Frame.Place?
    public var lead: TemplateValue
    public var back: Link?
    public var notes: [Notice]
    public var figures: [Figure]
    public var sections: [Section]
    public var refresh: Int?

    public init(
        title: Phrase, place: Frame.Place?, lead: TemplateValue = .absent, back: Link? = nil, notes: [Notice] = [], figures: [Figure] = [],
        sections: [Section], refresh: Int? = nil
    ) {
        self.title = title
        self.place = place
        self.lead = lead
        self.back = back
        self.notes = notes
        self.figures = figures
        self.sections = sections
        self.refresh = refresh
    }

    public static var template: String { "pages/sections" }
    public static var words: PhraseTable { [:] }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "lead": lead
        case "back": .maybe(back?.label)
        case "backAddress": .maybe(back?.address)
        case "notes": .list(notes)
        case "hasFigures": .flag(!figures.isEmpty)
        case "figures": .list(figures)
        case "sections": .list(sections)
        default: nil
        }
    }
}

private struct Paragraph: TemplateModel {
    let content: TemplateValue

    func value(named name: String) -> TemplateValue? { name == "content" ? content : nil }
}
