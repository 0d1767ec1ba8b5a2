/// Finds a business by name, phone or identifier within the reader's scope. The form sends `q` by GET to ``Paths/search``.
public struct SearchPage: Page {
    public var query: String
    /// What was found; nil before anything was asked.
    public var results: [BusinessRow]?
    /// Whether there are more than are shown.
    public var hasMore: Bool
    /// Whether the words were read as a NIK, NIB or phone number: "Dibaca sebagai nomor telepon".
    public var readAs: Phrase?

    public init(query: String = "", results: [BusinessRow]? = nil, hasMore: Bool = false, readAs: Phrase? = nil) {
        self.query = query
        self.results = results
        self.hasMore = hasMore
        self.readAs = readAs
    }

    public static var template: String { "pages/search" }
    public static var words: PhraseTable { .search }
    public var place: Frame.Place? { .search }
    public var title: Phrase { Phrase("Cari usaha", "Find a business") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "form": .model(form)
        case "readAs": .maybe(readAs)
        case "list": .maybe((results ?? []).isEmpty ? nil : BusinessRow.table(caption: Phrase("Ditemukan", "Found"), results ?? []))
        case "isEmpty": .flag(results?.isEmpty ?? false)
        case "empty":
            .model(
                EmptyState(
                    title: Phrase("Tidak ketemu", "Nothing found"),
                    text: Phrase(
                        "Coba nama yang lebih pendek, nama pemilik, atau nomor telepon. Hanya usaha di wilayah tugasmu yang dicari.",
                        "Try a shorter name, the owner’s name, or the phone number. Only businesses in your area are searched.")))
        case "hasMore": .flag(hasMore)
        default: nil
        }
    }

    private var form: Form {
        Form(
            action: Paths.search, method: .get,
            fields: [
                FormField(
                    "q", Phrase("Nama, telepon, NIK, atau NIB", "Name, phone, NIK or NIB"), .search,
                    hint: Phrase(
                        "Contoh: Warung Bu Tini Cibiru, atau 0812 3456 7890", "For example: Warung Bu Tini Cibiru, or 0812 3456 7890"),
                    content: query)
            ],
            submit: Phrase("Cari", "Search"))
    }
}
