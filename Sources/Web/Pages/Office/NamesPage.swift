/// The businesses behind one figure, a page at a time. Showing it is a reading of personal data and is recorded by whoever answers.
public struct NamesPage: Page {
    /// The word of the figure, from the ``Glossary``.
    public var figure: Phrase
    public var regionName: String
    /// What the figure is narrowed down to: programme, partner.
    public var filters: [Phrase]
    /// How many names there are in all.
    public var total: Int64
    public var rows: [BusinessRow]
    public var pagination: Pagination
    /// The dashboard that the figure stands on.
    public var back: String

    public init(
        figure: Phrase, regionName: String, filters: [Phrase], total: Int64, rows: [BusinessRow], pagination: Pagination, back: String
    ) {
        self.figure = figure
        self.regionName = regionName
        self.filters = filters
        self.total = total
        self.rows = rows
        self.pagination = pagination
        self.back = back
    }

    public static var template: String { "pages/names" }
    public static var words: PhraseTable { .names }
    public var place: Frame.Place? { .office }
    public var title: Phrase { Phrase("Nama di balik angka", "Names behind a figure") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .sentence(Phrase("{1} di {2}", "{1} in {2}"), [.phrase(figure), .text(regionName)])
        case "total": .sentence(Phrase("{1} usaha", "{1} businesses"), [.number(total)])
        case "filters": .list(filters.map { Badge(.neutral, $0) })
        case "list": .maybe(rows.isEmpty ? nil : BusinessRow.table(caption: title, rows))
        case "isEmpty": .flag(rows.isEmpty)
        case "empty":
            .model(
                EmptyState(
                    title: Phrase("Tidak ada nama di sini", "No names here"),
                    text: Phrase(
                        "Belum ada usaha di angka ini, atau usahanya di luar wilayah tugasmu.",
                        "There is no business in this figure yet, or it lies outside your area.")))
        case "pagination": .model(pagination)
        case "back": .text(back)
        default: nil
        }
    }
}
