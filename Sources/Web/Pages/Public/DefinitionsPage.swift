/// What every word and figure means, in plain sentences.
public struct DefinitionsPage: Page {
    public init() {}

    public static var template: String { "pages/definitions" }
    public static var words: PhraseTable { .definitions }
    public var place: Frame.Place? { .definitions }
    public var title: Phrase { Phrase("Arti kata", "Definitions") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "entries": .list(Glossary.all)
        case "rungs": .list(Glossary.rungs.enumerated().map { Rung(badge: Badge(rung: $0 + 1), entry: $1) })
        default: nil
        }
    }
}

private struct Rung: TemplateModel {
    let badge: Badge
    let entry: Glossary.Entry

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "badge": .model(badge)
        case "meaning": .phrase(entry.meaning)
        default: nil
        }
    }
}
