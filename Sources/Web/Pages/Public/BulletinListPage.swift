public import Storage

/// The published bulletins, the latest first. One bulletin is a ``DashboardPage`` with its ``DashboardPage/bulletin`` set.
public struct BulletinListPage: Page {
    public struct Bulletin: Sendable, Hashable {
        public let id: String
        public let title: String
        public let frozen: Timestamp
        public let distinct: Tally

        public init(id: String, title: String, frozen: Timestamp, distinct: Tally) {
            self.id = id
            self.title = title
            self.frozen = frozen
            self.distinct = distinct
        }
    }

    public var bulletins: [Bulletin]
    /// Whether the reader may freeze one; the form posts `title` to ``Paths/freezeBulletin``.
    public var canFreeze: Bool
    /// What is wrong with the title that was sent.
    public var titleError: Phrase?

    public init(bulletins: [Bulletin], canFreeze: Bool = false, titleError: Phrase? = nil) {
        self.bulletins = bulletins
        self.canFreeze = canFreeze
        self.titleError = titleError
    }

    public static var template: String { "pages/bulletins" }
    public static var words: PhraseTable { .bulletins }
    public var place: Frame.Place? { .bulletins }
    public var title: Phrase { Phrase("Buletin", "Bulletins") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "list": .maybe(bulletins.isEmpty ? nil : table)
        case "isEmpty": .flag(bulletins.isEmpty)
        case "empty": .model(Self.empty)
        case "form": .maybe(canFreeze ? form : nil)
        default: nil
        }
    }

    private var table: DataTable {
        DataTable(
            caption: title,
            columns: [
                .init(Phrase("Judul", "Title")), .init(Phrase("Dibekukan", "Frozen")), .init(Glossary.distinct.word, isNumber: true),
            ],
            rows: bulletins.map { bulletin in
                [
                    .init(.text(bulletin.title), address: Paths.bulletin(bulletin.id)), .init(.moment(bulletin.frozen)),
                    .init(bulletin.distinct.value),
                ]
            })
    }

    private var form: Form {
        Form(
            action: Paths.freezeBulletin,
            fields: [
                FormField(
                    "title", Phrase("Judul buletin", "Title of the bulletin"),
                    hint: Phrase("Misalnya: Buletin November 2026", "For example: Bulletin of November 2026"), error: titleError)
            ],
            submit: Phrase("Bekukan", "Freeze"))
    }

    private static let empty = EmptyState(
        title: Phrase("Belum ada buletin", "No bulletins yet"),
        text: Phrase(
            "Petugas bisa membekukan angka hari ini menjadi buletin. Setelah itu siapa saja bisa membukanya di sini.",
            "An officer can freeze today’s figures as a bulletin. Then anybody can open it here."))
}
