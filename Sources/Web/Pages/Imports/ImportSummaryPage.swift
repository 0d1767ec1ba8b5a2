/// A finished import: what it did, or why it failed.
public struct ImportSummaryPage: Page {
    public var importID: String
    public var partner: String
    public var fileName: String
    public var figures: ImportFigures
    public var kinds: [ImportFinding.Kind]
    public var findings: [ImportFinding]
    public var pagination: Pagination
    /// Why it failed; nil if it did not.
    public var failure: Phrase?

    public init(
        importID: String, partner: String, fileName: String, figures: ImportFigures, kinds: [ImportFinding.Kind] = [],
        findings: [ImportFinding] = [], pagination: Pagination = Pagination(start: nil, next: nil), failure: Phrase? = nil
    ) {
        self.importID = importID
        self.partner = partner
        self.fileName = fileName
        self.figures = figures
        self.kinds = kinds
        self.findings = findings
        self.pagination = pagination
        self.failure = failure
    }

    public static var template: String { "pages/import-summary" }
    public static var words: PhraseTable { .imports }
    public var place: Frame.Place? { .imports }
    public var title: Phrase {
        failure == nil ? Phrase("Daftar sudah masuk", "The list is in") : Phrase("Daftar tidak masuk", "The list is not in")
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "stepList": .maybe(failure == nil ? ImportSteps.list(current: 5) : nil)
        case "source": .sentence(Phrase("{1}, dari {2}", "{1}, from {2}"), [.text(fileName), .text(partner)])
        case "failure": .maybe(failure.map { Notice(.failure, $0) })
        case "summary": .maybe(failure == nil ? summary : nil)
        case "figures": .list(figures.cards)
        case "hasFindings": .flag(!findings.isEmpty)
        case "kinds": .maybe(kinds.isEmpty ? nil : ImportFinding.table(kinds))
        case "findings": .model(ImportFinding.table(findings))
        case "pagination": .model(pagination)
        case "download": .text(Paths.findingsCSV(ofImport: importID))
        case "again": .text(Paths.newImport)
        default: nil
        }
    }

    private var summary: Fact? {
        guard let linked = figures.linked, let new = figures.newBusinesses else { return nil }
        return Fact(
            title,
            .sentence(
                Phrase(
                    "{1} baris baru: {2} menyebut usaha yang sudah tercatat, {3} usaha baru.",
                    "{1} new rows: {2} name businesses on record already, {3} businesses are new."),
                [.number(figures.created), .number(linked), .number(new)]))
    }
}
