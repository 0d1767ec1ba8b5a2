/// The count side by side: rows that partners claim, businesses behind them with their interval, onboard, selling; each beside its target.
public struct CountLadder: Chart {
    public let claimed: Tally
    public let distinct: Tally
    /// The 95 % interval of ``distinct``; nil where the figure is too small to be shown.
    public let distinctInterval: ClosedRange<Int64>?
    public let onboard: Tally
    public let selling: Tally
    /// The targets for businesses, onboard and selling, where there are any.
    public let distinctTarget: Int64?
    public let onboardTarget: Int64?
    public let sellingTarget: Int64?

    public init(
        claimed: Tally, distinct: Tally, distinctInterval: ClosedRange<Int64>?, onboard: Tally, selling: Tally,
        distinctTarget: Int64? = nil, onboardTarget: Int64? = nil, sellingTarget: Int64? = nil
    ) {
        self.claimed = claimed
        self.distinct = distinct
        self.distinctInterval = distinctInterval
        self.onboard = onboard
        self.selling = selling
        self.distinctTarget = distinctTarget
        self.onboardTarget = onboardTarget
        self.sellingTarget = sellingTarget
    }

    private var lines: [(entry: Glossary.Entry, tally: Tally, fill: String, interval: ClosedRange<Int64>?, target: Int64?)] {
        [
            (Glossary.claimed, claimed, "claimed", nil, nil),
            (Glossary.distinct, distinct, "fill1", distinctInterval, distinctTarget),
            (Glossary.onboard, onboard, "fill2", nil, onboardTarget),
            (Glossary.selling, selling, "fill3", nil, sellingTarget),
        ]
    }

    public func draw(in language: Language) -> SafeMarkup {
        let longest = lines.map { max($0.tally.size, Double($0.target ?? 0), Double($0.interval?.upperBound ?? 0)) }.max() ?? 0
        let scale = max(longest, 1)
        let rows = lines.map { line in
            BarRows.Row(
                label: line.entry.word[language], number: line.tally.text(in: language), share: line.tally.size / scale, fill: line.fill,
                interval: line.interval.map { Double($0.lowerBound) / scale...Double($0.upperBound) / scale },
                target: line.target.map { Double($0) / scale },
                note: line.target.map { Phrase("sasaran {1}", "target {1}").filled([language.compact($0)], in: language) })
        }
        let height = Double(rows.count) * BarRows.rowHeight
        return MarkupPen.markup { pen in
            pen.element("svg", ["class": "chart bars", "role": "img", "width": "100%", "height": .number(height)]) { pen in
                pen.element("title", text: Self.title[language])
                BarRows.draw(rows, with: &pen)
            }
        }
    }

    public var table: DataTable? {
        DataTable(
            caption: Self.title,
            columns: [
                .init(Phrase("Angka", "Figure")), .init(Phrase("Jumlah", "Count"), isNumber: true),
                .init(Glossary.interval.word, isNumber: true), .init(Glossary.target.word, isNumber: true),
            ],
            rows: lines.map { line in
                [
                    .init(.phrase(line.entry.word)), .init(line.tally.value),
                    .init(
                        line.interval.map { .sentence(Phrase("{1}–{2}", "{1}–{2}"), [.number($0.lowerBound), .number($0.upperBound)]) }
                            ?? .text("–")),
                    .init(line.target.map(TemplateValue.number) ?? .text("–")),
                ]
            })
    }

    private static let title = Phrase(
        "Jumlah yang diklaim, usaha yang berbeda, onboard, dan aktif berjualan", "Claimed, distinct, onboard and selling")
}
