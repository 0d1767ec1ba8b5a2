/// The third step of an import: what would happen, nothing stored yet.
///
/// The form posts to ``Paths/dryRun(ofImport:)`` and so starts the import.
public struct DryRunPage: Page {
    public var importID: String
    public var partner: String
    public var fileName: String
    public var figures: ImportFigures
    /// The kinds of finding, the most frequent first.
    public var kinds: [ImportFinding.Kind]
    /// The findings of this page.
    public var findings: [ImportFinding]
    public var pagination: Pagination

    public init(
        importID: String, partner: String, fileName: String, figures: ImportFigures, kinds: [ImportFinding.Kind],
        findings: [ImportFinding], pagination: Pagination
    ) {
        self.importID = importID
        self.partner = partner
        self.fileName = fileName
        self.figures = figures
        self.kinds = kinds
        self.findings = findings
        self.pagination = pagination
    }

    public static var template: String { "pages/import-dry-run" }
    public static var words: PhraseTable { .imports }
    public var place: Frame.Place? { .imports }
    public var title: Phrase { Phrase("Hasil coba", "Dry run") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "stepList": .model(ImportSteps.list(current: 3))
        case "source": .sentence(Phrase("{1}, dari {2}", "{1}, from {2}"), [.text(fileName), .text(partner)])
        case "summary": summary
        case "figures": .list(figures.cards)
        case "action": .text(Paths.dryRun(ofImport: importID))
        case "canStore": .flag(usable > 0)
        case "store": .sentence(Phrase("Simpan {1} baris", "Store {1} rows"), [.number(usable)])
        case "remap": .text(Paths.mapping(ofImport: importID))
        case "hasFindings": .flag(!findings.isEmpty)
        case "kinds": .maybe(kinds.isEmpty ? nil : ImportFinding.table(kinds))
        case "findings": .model(ImportFinding.table(findings))
        case "pagination": .model(pagination)
        case "download": .text(Paths.findingsCSV(ofImport: importID))
        default: nil
        }
    }

    private var usable: Int64 { max(figures.rows - figures.refused, 0) }

    private var summary: TemplateValue {
        if usable == 0 {
            return .phrase(
                Phrase(
                    "Tidak ada baris yang bisa dipakai. Periksa lagi arti kolomnya, atau perbaiki berkasnya.",
                    "No row can be used. Check the meaning of the columns again, or mend the file."))
        }
        if figures.refused == 0 {
            return .phrase(Phrase("Semua baris bisa dipakai. Belum ada yang disimpan.", "Every row can be used. Nothing is stored yet."))
        }
        return .sentence(
            Phrase(
                "{1} dari {2} baris bisa dipakai; {3} ditolak. Belum ada yang disimpan.",
                "{1} of {2} rows can be used; {3} are refused. Nothing is stored yet."),
            [.number(usable), .number(figures.rows), .number(figures.refused)])
    }
}
