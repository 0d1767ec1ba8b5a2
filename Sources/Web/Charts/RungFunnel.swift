/// How many businesses have reached each rung of the ladder, the highest rung on top.
public struct RungFunnel: Chart {
    /// Businesses on each rung or above it, from *terdaftar* to *go global*.
    public let tallies: [Tally]

    /// - Parameter tallies: Five figures, the lowest rung first; a missing one counts as nought.
    public init(registered: Tally, onboard: Tally, selling: Tally, growing: Tally, exporting: Tally) {
        tallies = [registered, onboard, selling, growing, exporting]
    }

    public func draw(in language: Language) -> SafeMarkup {
        let scale = max(tallies.map(\.size).max() ?? 0, 1)
        let rows = tallies.indices.reversed().map { index in
            BarRows.Row(
                label: Glossary.rungs[index].word[language], number: tallies[index].text(in: language),
                share: tallies[index].size / scale, fill: "fill\(index + 1)", rung: index + 1,
                note: share(of: index).map { language.percent($0) })
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
                .init(Phrase("Tangga", "Rung")), .init(Phrase("Usaha", "Businesses"), isNumber: true),
                .init(Phrase("Dari yang terdaftar", "Of those registered"), isNumber: true),
            ],
            rows: tallies.indices.map { index in
                [
                    .init(.phrase(Glossary.rungs[index].word)), .init(tallies[index].value),
                    .init(share(of: index).map(TemplateValue.share) ?? .text("–")),
                ]
            })
    }

    /// The share of the registered that reached a rung, unless one of both figures is too small to be shown.
    private func share(of index: Int) -> Double? {
        guard index > 0, case .exact(let base) = tallies[0], base > 0, case .exact(let count) = tallies[index] else { return nil }
        return Double(count) / Double(base)
    }

    private static let title = Phrase("Tangga naik kelas", "The ladder")
}
