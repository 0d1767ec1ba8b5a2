/// The lists that partners sent, the latest first.
public struct ImportListPage: Page {
    public var lines: [ImportLine]
    public var pagination: Pagination
    /// Whether the reader may bring in a list.
    public var canImport: Bool

    public init(lines: [ImportLine], pagination: Pagination, canImport: Bool) {
        self.lines = lines
        self.pagination = pagination
        self.canImport = canImport
    }

    public static var template: String { "pages/imports" }
    public static var words: PhraseTable { .imports }
    public var place: Frame.Place? { .imports }
    public var title: Phrase { Phrase("Daftar mitra", "Partners’ lists") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "newImport": .maybe(canImport && !lines.isEmpty ? Paths.newImport : nil)
        case "list": .maybe(lines.isEmpty ? nil : ImportLine.table(lines))
        case "isEmpty": .flag(lines.isEmpty)
        case "empty":
            .model(
                EmptyState(
                    title: Phrase("Belum ada daftar", "No lists yet"),
                    text: Phrase(
                        "Minta mitra mengirim daftar usahanya sebagai CSV atau Excel, lalu masukkan di sini. Judul kolom boleh apa saja.",
                        "Ask a partner to send its list of businesses as CSV or Excel, then bring it in here. Any column titles will do."),
                    action: canImport ? Phrase("Masukkan daftar pertama", "Bring in the first list") : nil,
                    address: canImport ? Paths.newImport : nil))
        case "pagination": .model(pagination)
        default: nil
        }
    }
}
