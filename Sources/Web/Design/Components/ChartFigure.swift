/// A chart with its title, a sentence that says what it shows, and the same figures as a table.
public struct ChartFigure: TemplateModel {
    public let id: String
    public let title: Phrase
    public let reading: Phrase?
    public let chart: any Chart

    public init(id: String, title: Phrase, reading: Phrase? = nil, chart: any Chart) {
        self.id = id
        self.title = title
        self.reading = reading
        self.chart = chart
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "id": .text(id)
        case "heading": .phrase(title)
        case "reading": .maybe(reading)
        case "chart": .drawing(chart)
        case "table": .maybe(chart.table)
        default: nil
        }
    }
}

/// A drawing of figures that can also be read as a table.
public protocol Chart: Drawing {
    /// The figures as a table, or nil where the page has that table anyway.
    var table: DataTable? { get }
}
