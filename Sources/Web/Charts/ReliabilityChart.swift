public import Linkage

/// Whether probabilities mean what they say: each dot is a group of pairs, to the right the more probable they were called, and as high as
/// the share of them that people found to be one business. On the diagonal both are equal.
public struct ReliabilityChart: Chart {
    public let curve: ReliabilityCurve

    public init(_ curve: ReliabilityCurve) {
        self.curve = curve
    }

    private static let (top, bottom) = (22.0, 222.0)
    /// Room for half of the first and the last dot.
    private static let (left, right) = (0.02, 0.98)

    private static func x(_ share: Double) -> AttributeValue { .share(left + share * (right - left)) }
    private static func y(_ share: Double) -> Double { bottom - share * (bottom - top) }

    public func draw(in language: Language) -> SafeMarkup {
        MarkupPen.markup { pen in
            pen.element("svg", ["class": "chart pace", "role": "img", "width": "100%", "height": 270]) { pen in
                pen.element("title", text: Self.title[language])
                for mark in [0, 0.5, 1] {
                    pen.element(
                        "line",
                        [
                            "class": mark == 0 ? "axis" : "goal", "x1": Self.x(0), "x2": Self.x(1), "y1": .number(Self.y(mark)),
                            "y2": .number(Self.y(mark)),
                        ])
                    pen.element(
                        "text", ["class": .text(mark == 0 ? "note" : "note end"), "x": Self.x(mark), "y": .number(Self.bottom + 18)],
                        text: Self.mark(mark, language))
                }
                pen.element(
                    "line",
                    ["class": "target", "x1": Self.x(0), "x2": Self.x(1), "y1": .number(Self.y(0)), "y2": .number(Self.y(1))])
                for bin in curve.bins {
                    let x = Self.x(bin.predicted)
                    pen.element(
                        "line",
                        [
                            "class": "interval", "x1": x, "x2": x, "y1": .number(Self.y(bin.observed.low)),
                            "y2": .number(Self.y(bin.observed.high)),
                        ])
                    pen.element("circle", ["class": "dot", "cx": x, "cy": .number(Self.y(bin.observed.share)), "r": 6])
                }
                // Last, so that no line runs through them.
                for (mark, word) in [(0.5, ""), (1, " ↑ " + Self.observed[language])] {
                    pen.element("text", ["class": "note", "y": .number(Self.y(mark) - 5)], text: Self.mark(mark, language) + word)
                }
                pen.element(
                    "text", ["class": "note end", "x": Self.x(1), "y": .number(Self.bottom + 38)], text: Self.predicted[language] + " →")
            }
        }
    }

    public var table: DataTable? {
        DataTable(
            caption: Self.title,
            columns: [
                .init(Self.predicted, isNumber: true), .init(Phrase("Pasangan", "Pairs"), isNumber: true),
                .init(Self.observed, isNumber: true),
                .init(Phrase("Rentang 95 %", "95% interval"), isNumber: true),
            ],
            rows: curve.bins.map { bin in
                [
                    .init(.share(bin.predicted)), .init(.whole(bin.pairs)), .init(.share(bin.observed.share)),
                    .init(.sentence(Phrase(verbatim: "{1}–{2}"), [.share(bin.observed.low), .share(bin.observed.high)])),
                ]
            })
    }

    private static func mark(_ share: Double, _ language: Language) -> String { share == 0 ? "0" : language.percent(share) }

    private static let title = Phrase(
        "Kata mesin dan kata orang, per kelompok pasangan", "What the machine said and what people said, by group of pairs")
    private static let observed = Phrase("Ternyata sama", "Found the same")
    private static let predicted = Phrase("Kemungkinan menurut mesin", "Probability by the machine")
}
