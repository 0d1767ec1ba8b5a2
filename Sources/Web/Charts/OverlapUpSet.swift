/// Which partners know the same businesses: one row for each combination, the largest first.
///
/// The form is the UpSet plot of A. Lex and others, "UpSet: Visualization of Intersecting Sets" (2014), turned so that it fits a phone.
public struct OverlapUpSet: Chart {
    public struct Partner: Sendable, Hashable {
        public let name: String
        /// Businesses that this partner knows.
        public let total: Tally

        public init(name: String, total: Tally) {
            self.name = name
            self.total = total
        }
    }

    /// The businesses that exactly these partners know.
    public struct Intersection: Sendable, Hashable {
        /// Positions in the list of partners.
        public let partners: Set<Int>
        public let count: Tally

        public init(partners: Set<Int>, count: Tally) {
            self.partners = partners
            self.count = count
        }
    }

    /// The partners in the order of the columns, eight at most.
    public let partners: [Partner]
    /// The rows, the largest first, twelve at most.
    public let intersections: [Intersection]
    /// The businesses in all further combinations together; nil if there are none.
    public let rest: Rest?

    /// What does not fit into the rows. Where figures in it are hidden, the others are its least.
    public struct Rest: Sendable, Hashable {
        public let atLeast: Int64
        public let isExact: Bool

        func text(in language: Language) -> String {
            if isExact { return language.number(atLeast) }
            return atLeast == 0 ? "–" : "> \(language.number(atLeast))"
        }
    }

    /// Keeps the eight largest partners and the twelve largest combinations; the others go into ``rest``.
    public init(partners: [Partner], intersections: [Intersection]) {
        let order = partners.indices.sorted { (partners[$0].total.size, $1) > (partners[$1].total.size, $0) }
        let kept = Array(order.prefix(8))
        self.partners = kept.map { partners[$0] }
        let columns = Dictionary(kept.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let rows =
            intersections
            .filter { !$0.partners.isEmpty && $0.partners.allSatisfy { columns[$0] != nil } && $0.count != .exact(0) }
            .map { Intersection(partners: Set($0.partners.compactMap { columns[$0] }), count: $0.count) }
            .sorted {
                ($0.count.size, $1.partners.sorted().map(String.init).joined()) > (
                    $1.count.size, $0.partners.sorted().map(String.init).joined()
                )
            }
        self.intersections = Array(rows.prefix(12))
        let left =
            rows.dropFirst(12).map(\.count)
            + intersections.filter { !$0.partners.isEmpty && !$0.partners.allSatisfy { columns[$0] != nil } }.map(\.count)
        let exact = left.compactMap { if case .exact(let count) = $0 { count } else { nil } }
        let sum = exact.reduce(0, +)
        let isExact = exact.count == left.count
        rest = sum == 0 && isExact ? nil : Rest(atLeast: sum, isExact: isExact)
    }

    public func draw(in language: Language) -> SafeMarkup {
        let header = 116.0
        let rowHeight = 28.0
        let column = 20.0
        let left = Double(partners.count) * column + 6
        let rowCount = Double(intersections.count + (rest == nil ? 0 : 1))
        let scale = max((intersections.map(\.count.size) + [Double(rest?.atLeast ?? 0)]).max() ?? 0, 1)
        let height = AttributeValue.number(header + rowCount * rowHeight + 4)
        return MarkupPen.markup { pen in
            pen.element("svg", ["class": "chart upset", "role": "img", "width": "100%", "height": height]) { pen in
                pen.element("title", text: Self.title[language])
                for (index, partner) in partners.enumerated() {
                    let x = MarkupPen.coordinate(Double(index) * column + 14)
                    pen.element("text", ["transform": .text("translate(\(x) \(MarkupPen.coordinate(header - 8))) rotate(-50)")]) { pen in
                        pen.element("tspan", text: Self.shortened(partner.name))
                    }
                }
                for (index, row) in intersections.enumerated() {
                    let middle = header + (Double(index) + 0.5) * rowHeight
                    if index % 2 == 0 {
                        pen.element(
                            "rect",
                            ["class": "stripe", "y": .number(middle - rowHeight / 2), "width": "100%", "height": .number(rowHeight)])
                    }
                    drawDots(row.partners, at: middle, column: column, with: &pen)
                    Self.drawBar(row.count.text(in: language), share: row.count.size / scale, x: left, middle: middle, &pen)
                }
                if let rest {
                    let middle = header + (rowCount - 0.5) * rowHeight
                    pen.element("text", ["class": "note", "x": 3, "y": .number(middle + 4)], text: Self.others[language])
                    Self.drawBar(rest.text(in: language), share: Double(rest.atLeast) / scale, x: left, middle: middle, &pen)
                }
            }
        }
    }

    private func drawDots(_ members: Set<Int>, at middle: Double, column: Double, with pen: inout MarkupPen) {
        func x(_ index: Int) -> AttributeValue { .number(Double(index) * column + 11) }
        if let first = members.min(), let last = members.max(), last > first {
            pen.element(
                "line", ["class": "join", "x1": x(first), "x2": x(last), "y1": .number(middle), "y2": .number(middle)])
        }
        for index in partners.indices {
            let isMember = members.contains(index)
            pen.element(
                "circle",
                ["class": isMember ? "in" : "out", "cx": x(index), "cy": .number(middle), "r": isMember ? 6 : 4])
        }
    }

    private static func drawBar(
        _ count: String, share: Double, x: Double, middle: Double, _ pen: inout MarkupPen
    ) {
        // On a phone the drawing is 294 pixels wide; dots, widest bar and its number of 62 pixels must fit into that.
        let width = max(share, 0.01) * max((226 - x) / 294, 0.1)
        pen.element("g", ["transform": .text("translate(\(MarkupPen.coordinate(x)) 0)")]) { pen in
            pen.element("rect", ["class": "fill1", "y": .number(middle - 7), "width": .share(width), "height": 14, "rx": 3])
            pen.element(
                "text", ["class": "label", "x": .share(width), "dx": 6, "y": .number(middle + 5)], text: count)
        }
    }

    private static func shortened(_ name: String) -> String {
        name.count > 18 ? name.prefix(17) + "…" : name
    }

    public var table: DataTable? {
        var rows: [[DataTable.Cell]] = intersections.map { row in
            let names = row.partners.sorted().map { partners[$0].name }.joined(separator: " + ")
            return [.init(.text(names)), .init(row.count.value)]
        }
        if let rest {
            rows.append([.init(.phrase(Self.others)), .init(.phrase(Phrase(rest.text(in: .indonesian), rest.text(in: .english))))])
        }
        rows += partners.map { partner in
            [.init(.sentence(Phrase("{1}, seluruhnya", "{1}, in all"), [.text(partner.name)])), .init(partner.total.value)]
        }
        return DataTable(
            caption: Self.title,
            columns: [
                .init(Phrase("Hanya dikenal oleh", "Known only to")), .init(Phrase("Usaha", "Businesses"), isNumber: true),
            ],
            rows: rows)
    }

    private static let title = Phrase("Usaha yang dikenal lebih dari satu mitra", "Businesses known to more than one partner")
    private static let others = Phrase("lainnya", "others")
}
