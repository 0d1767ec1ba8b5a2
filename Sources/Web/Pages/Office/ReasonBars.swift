/// The reasons for a link as bars: to the right for one business, to the left against it.
struct ReasonBars: TemplateModel, Chart {
    let reasons: [ClaimCard.Reason]

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "chart": .drawing(self)
        case "table": .maybe(table)
        default: nil
        }
    }

    func draw(in language: Language) -> SafeMarkup {
        let rowHeight = 38.0
        let scale = max(reasons.map(\.weight.magnitude).max() ?? 0, 1)
        let height = Double(reasons.count) * rowHeight
        return MarkupPen.markup { pen in
            pen.element("svg", ["class": "chart why", "role": "img", "width": "100%", "height": .number(height)]) { pen in
                pen.element("title", text: Self.title[language])
                for (index, reason) in reasons.enumerated() {
                    let top = Double(index) * rowHeight
                    let half = reason.weight.magnitude / scale / 2
                    let start = reason.weight < 0 ? 0.5 - half : 0.5
                    pen.element("text", ["y": .number(top + 15)]) { pen in
                        pen.element("tspan", text: reason.field[language])
                        pen.element("tspan", ["class": "note", "dx": 6], text: reason.agreement[language])
                    }
                    pen.element(
                        "text", ["class": "number", "x": "100%", "y": .number(top + 15)], text: Self.signed(reason.weight, language))
                    pen.element("rect", ["class": "track", "y": .number(top + 21), "width": "100%", "height": 8])
                    pen.element(
                        "rect",
                        [
                            "class": reason.weight < 0 ? "against" : "for", "x": .share(start), "y": .number(top + 21),
                            "width": .share(half),
                            "height": 8,
                        ])
                    pen.element(
                        "line",
                        ["class": "axis", "x1": "50%", "x2": "50%", "y1": .number(top + 18), "y2": .number(top + 32)])
                }
            }
        }
    }

    var table: DataTable? {
        DataTable(
            caption: Self.title,
            columns: [
                .init(Phrase("Yang dibandingkan", "Compared")), .init(Phrase("Hasil", "Result")),
                .init(Phrase("Bobot (bit)", "Weight (bits)"), isNumber: true),
            ],
            rows: reasons.map { reason in
                [
                    .init(.phrase(reason.field)), .init(.phrase(reason.agreement)),
                    .init(
                        .phrase(Phrase(Self.signed(reason.weight, .indonesian), Self.signed(reason.weight, .english)))),
                ]
            })
    }

    private static func signed(_ weight: Double, _ language: Language) -> String {
        (weight > 0 ? "+" : "") + language.decimal(weight, places: 1)
    }

    private static let title = Phrase("Mengapa dianggap usaha yang sama", "Why it is taken for the same business")
}
