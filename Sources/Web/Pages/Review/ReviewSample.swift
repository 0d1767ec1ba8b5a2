/// The month's random sample of pairs: not drawn yet, or so many of them settled.
public enum ReviewSample: TemplateModel {
    case due(year: Int, month: Int)
    case drawn(year: Int, month: Int, pairs: Int, settled: Int)

    public func value(named name: String) -> TemplateValue? {
        switch (name, self) {
        case ("sampleState", .due(let year, let month)):
            .sentence(
                Phrase("Sampel {1} belum diambil.", "The sample of {1} has not been drawn yet."), [Self.name(year, month)])
        case ("sampleState", .drawn(let year, let month, let pairs, let settled)):
            .sentence(
                Phrase("Sampel {1}: {2} dari {3} pasangan sudah putus.", "Sample of {1}: {2} of {3} pairs are settled."),
                [Self.name(year, month), .whole(settled), .whole(pairs)])
        case ("draw", .due): .text(Paths.drawSample)
        case ("draw", .drawn): .absent
        default: nil
        }
    }

    private static func name(_ year: Int, _ month: Int) -> TemplateValue {
        .phrase(Phrase(Language.indonesian.month(year: year, month: month), Language.english.month(year: year, month: month)))
    }
}
