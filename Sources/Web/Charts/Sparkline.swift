/// A line as long as a word that shows how a figure moved; its numbers stand beside it in the text.
public struct Sparkline: Drawing {
    public let values: [Int64]
    public let label: Phrase

    public init(values: [Int64], label: Phrase) {
        self.values = values
        self.label = label
    }

    public func draw(in language: Language) -> SafeMarkup {
        let low = values.min() ?? 0
        let span = Double(max((values.max() ?? 0) - low, 1))
        let points = values.enumerated().map { index, value in
            let x = values.count > 1 ? Double(index) / Double(values.count - 1) * 100 : 100
            return "\(MarkupPen.coordinate(x)),\(MarkupPen.coordinate(22 - Double(value - low) / span * 20))"
        }
        return MarkupPen.markup { pen in
            pen.element("svg", ["class": "spark", "role": "img", "viewBox": "0 0 100 24", "preserveAspectRatio": "none"]) { pen in
                pen.element("title", text: label[language])
                if !points.isEmpty {
                    pen.element("polyline", ["class": "line", "points": .text(points.joined(separator: " "))])
                }
            }
        }
    }
}
