/// Why two rows may be one business: each piece of evidence begins where the one before it ended, to the right for one business and to the
/// left against it, and their sum stands below.
public struct WeightWaterfall: Chart, TemplateModel {
    /// What one field says.
    public struct Step: Sendable, Hashable {
        /// "nomor HP sama"
        public let words: Phrase
        /// In bits: 10 bits make it a thousand times as likely, −10 a thousand times less.
        public let weight: Double

        public init(words: Phrase, weight: Double) {
            self.words = words
            self.weight = weight
        }
    }

    /// The strongest first.
    public let steps: [Step]

    public init(steps: [Step]) {
        self.steps = steps
    }

    public var sum: Double { steps.reduce(0) { $0 + $1.weight } }

    /// "nomor HP sama (+8,1), nama usaha mirip (+4,2), kabupaten beda (−2,0)"; nil where nothing was compared.
    public var sentence: Phrase? {
        guard !steps.isEmpty else { return nil }
        func words(_ language: Language) -> String {
            steps.map { "\($0.words[language]) (\(Self.signed($0.weight, language)))" }.joined(separator: ", ")
        }
        return Phrase(words(.indonesian), words(.english))
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "chart": .drawing(self)
        case "table": .maybe(table)
        default: nil
        }
    }

    public func draw(in language: Language) -> SafeMarkup {
        // Where the sum stands before each step; the scale holds all of them and nought.
        var edges = [0.0]
        for step in steps { edges.append((edges.last ?? 0) + step.weight) }
        let low = min(edges.min() ?? 0, 0)
        let span = max((edges.max() ?? 0) - low, 1)
        func place(_ bits: Double) -> Double { (bits - low) / span }

        let rows = zip(steps, edges).map { (lines: Self.lines($0.words[language]), weight: $0.weight, start: $1) }
        let all = rows + [(lines: [Self.sumWords[language]], weight: sum, start: 0)]
        let height = all.reduce(0) { $0 + Self.height(lines: $1.lines.count) }
        return MarkupPen.markup { pen in
            pen.element("svg", ["class": "chart why", "role": "img", "width": "100%", "height": .number(height)]) { pen in
                pen.element("title", text: Self.title[language])
                var top = 0.0
                for row in all {
                    for (number, line) in row.lines.enumerated() {
                        pen.element("text", ["y": .number(top + 15 + Double(number) * Self.lineHeight)], text: line)
                    }
                    pen.element(
                        "text", ["class": "number", "x": "100%", "y": .number(top + 15)], text: Self.signed(row.weight, language))
                    top += Self.height(lines: row.lines.count)
                    pen.element("rect", ["class": "track", "y": .number(top - 17), "width": "100%", "height": 8])
                    pen.element(
                        "rect",
                        [
                            "class": row.weight < 0 ? "against" : "for", "x": .share(place(min(row.start, row.start + row.weight))),
                            "y": .number(top - 17), "width": .share(row.weight.magnitude / span), "height": 8,
                        ])
                    pen.element(
                        "line",
                        [
                            "class": "axis", "x1": .share(place(0)), "x2": .share(place(0)), "y1": .number(top - 20),
                            "y2": .number(top - 6),
                        ])
                }
            }
        }
    }

    private static let lineHeight = 18.0

    /// Of a row whose words take so many lines.
    private static func height(lines: Int) -> Double { 20 + Double(lines) * lineHeight }

    /// The words broken into lines that a small phone has room for beside the number.
    static func lines(_ words: String) -> [String] {
        var lines: [String] = []
        for word in words.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 32 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    public var table: DataTable? {
        let rows: [(Phrase, Double)] = steps.map { ($0.words, $0.weight) } + [(Self.sumWords, sum)]
        return DataTable(
            caption: Self.title,
            columns: [.init(Phrase("Hasil", "Result")), .init(Phrase("Bobot (bit)", "Weight (bits)"), isNumber: true)],
            rows: rows.map { words, weight in
                [.init(.phrase(words)), .init(.phrase(Phrase(Self.signed(weight, .indonesian), Self.signed(weight, .english))))]
            })
    }

    /// With its sign and one decimal: `+8,1`, `−2,0`.
    static func signed(_ weight: Double, _ language: Language) -> String {
        let tenths = Int((weight * 10).rounded())
        let mark = language == .indonesian ? "," : "."
        return "\(tenths < 0 ? "−" : "+")\(tenths.magnitude / 10)\(mark)\(tenths.magnitude % 10)"
    }

    private static let title = Phrase("Yang mendukung dan yang menentang usaha yang sama", "What speaks for and against one business")
    private static let sumWords = Phrase("Jumlah", "Sum")
}
