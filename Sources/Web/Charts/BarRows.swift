/// Bars below each other, each under its own label and number.
///
/// All widths are shares of the drawing and all text keeps its size, so the chart is as readable on a phone as on a desk.
struct BarRows {
    struct Row {
        var label: String
        /// The number, written at the right edge.
        var number: String
        /// 0 to 1.
        var share: Double
        /// The class that colours the bar.
        var fill: String
        /// The ends of an interval around the end of the bar, as shares.
        var interval: ClosedRange<Double>?
        /// A mark across the bar, as a share.
        var target: Double?
        /// Written in a circle before the label.
        var rung: Int?
        /// Smaller words behind the label.
        var note: String?
    }

    static let rowHeight = 50.0

    /// Draws the rows from the top of the drawing.
    static func draw(_ rows: [Row], with pen: inout MarkupPen) {
        for (index, row) in rows.enumerated() {
            let top = Double(index) * rowHeight
            if let rung = row.rung {
                pen.element("circle", ["class": .text(row.fill), "cx": 10, "cy": .number(top + 12), "r": 10])
                pen.element(
                    "text", ["class": rung > 3 ? "rung gold" : "rung light", "x": 10, "y": .number(top + 16.5)], text: String(rung))
            }
            pen.element("text", ["x": .number(row.rung == nil ? 0 : 27), "y": .number(top + 17)]) { pen in
                pen.element("tspan", text: row.label)
                if let note = row.note { pen.element("tspan", ["class": "note", "dx": 6], text: note) }
            }
            pen.element("text", ["class": "number", "x": "100%", "y": .number(top + 17)], text: row.number)
            let bar = top + 26
            pen.element("rect", ["class": "track", "y": .number(bar), "width": "100%", "height": 14, "rx": 3])
            if row.share > 0 {
                pen.element(
                    "rect",
                    ["class": .text(row.fill), "y": .number(bar), "width": .share(max(min(row.share, 1), 0.004)), "height": 14, "rx": 3])
            }
            if let interval = row.interval, interval.upperBound > interval.lowerBound {
                let low = AttributeValue.share(interval.lowerBound)
                let high = AttributeValue.share(min(interval.upperBound, 1))
                let middle = bar + 7
                pen.element(
                    "line", ["class": "interval", "x1": low, "x2": high, "y1": .number(middle), "y2": .number(middle)])
                for end in [low, high] {
                    pen.element("line", ["class": "interval", "x1": end, "x2": end, "y1": .number(bar + 2), "y2": .number(bar + 12)])
                }
            }
            if let target = row.target {
                let x = AttributeValue.share(min(target, 1))
                pen.element("line", ["class": "target", "x1": x, "x2": x, "y1": .number(bar - 4), "y2": .number(bar + 18)])
            }
        }
    }
}
