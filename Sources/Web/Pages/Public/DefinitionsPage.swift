/// What every word and figure means, in plain sentences, and how good the count is.
public struct DefinitionsPage: Page {
    public var quality: LinkageStanding
    /// Whether the machine's probabilities hold; nil as long as nobody has judged any.
    public var reliability: ReliabilityChart?

    public init(quality: LinkageStanding = .unreviewed, reliability: ReliabilityChart? = nil) {
        self.quality = quality
        self.reliability = reliability
    }

    public static var template: String { "pages/definitions" }
    public static var words: PhraseTable { .definitions }
    public var place: Frame.Place? { .definitions }
    public var title: Phrase { Phrase("Arti kata", "Definitions") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "quality": .model(quality)
        case "reliability":
            .maybe(
                reliability.map { chart in
                    ChartFigure(
                        id: "kurva",
                        title: Phrase("Apakah kemungkinan dari mesin bisa dipercaya?", "Can the machine’s probabilities be trusted?"),
                        reading: Phrase(
                            "Satu titik adalah sekelompok pasangan. Kalau mesin bilang 70 %, kira-kira 70 dari 100 pasangan itu harus benar satu usaha: titiknya dekat garis miring. Garis tegak adalah rentang 95 %.",
                            "A dot is a group of pairs. Where the machine says 70%, about 70 of 100 pairs must be one business: the dot lies near the slanting line. The upright line is the 95% interval."
                        ),
                        chart: chart)
                })
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
