/// The second step of an import: what each column means.
///
/// The form posts the code of a field, or nothing, as `column-0`, `column-1` … to ``Paths/mapping(ofImport:)``.
public struct ImportMappingPage: Page {
    /// A column of the list as it was understood.
    public struct Column: Sendable, Hashable {
        public let header: String
        /// The first few cells that are not empty.
        public let samples: [String]
        /// The code of the field that was recognised; nil where it could not be told.
        public let field: String?
        /// How sure that is, 0 to 1.
        public let certainty: Double

        public init(header: String, samples: [String], field: String?, certainty: Double) {
            self.header = header
            self.samples = samples
            self.field = field
            self.certainty = certainty
        }
    }

    /// A meaning that a column may have.
    public struct Meaning: Sendable, Hashable {
        public let code: String
        public let name: Phrase

        public init(code: String, name: Phrase) {
            self.code = code
            self.name = name
        }
    }

    public var importID: String
    public var partner: String
    public var fileName: String
    public var columns: [Column]
    public var meanings: [Meaning]
    /// What prevents the import, or should be looked at first.
    public var problems: [Notice]
    /// Whether the meanings are those that were confirmed for this partner before.
    public var isRemembered: Bool

    public init(
        importID: String, partner: String, fileName: String, columns: [Column], meanings: [Meaning], problems: [Notice] = [],
        isRemembered: Bool = false
    ) {
        self.importID = importID
        self.partner = partner
        self.fileName = fileName
        self.columns = columns
        self.meanings = meanings
        self.problems = problems
        self.isRemembered = isRemembered
    }

    public static var template: String { "pages/import-mapping" }
    public static var words: PhraseTable { .imports }
    public var place: Frame.Place? { .imports }
    public var title: Phrase { Phrase("Cocokkan kolom", "Match the columns") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "stepList": .model(ImportSteps.list(current: 2))
        case "source": .sentence(Phrase("{1}, dari {2}", "{1}, from {2}"), [.text(fileName), .text(partner)])
        case "problems": .list(problems)
        case "isRemembered": .flag(isRemembered)
        case "action": .text(Paths.mapping(ofImport: importID))
        case "columns": .list(columns.enumerated().map { ColumnChoice(index: $0, column: $1, meanings: meanings) })
        default: nil
        }
    }
}

private struct ColumnChoice: TemplateModel {
    let index: Int
    let column: ImportMappingPage.Column
    let meanings: [ImportMappingPage.Meaning]

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "id": .text("column-\(index)")
        case "header": column.header.isEmpty ? .phrase(Phrase("(tanpa judul)", "(no title)")) : .text(column.header)
        case "samples": .maybe(column.samples.isEmpty ? nil : column.samples.joined(separator: " · "))
        case "state": .model(state)
        case "options":
            .list(
                [FormField.Option("", Phrase("Tidak dipakai", "Not used"), isChosen: column.field == nil)]
                    + meanings.map { FormField.Option($0.code, $0.name, isChosen: $0.code == column.field) })
        default: nil
        }
    }

    private var state: Badge {
        if column.field == nil { return Badge(.neutral, Phrase("Belum dikenali", "Not recognised")) }
        return column.certainty >= 0.8
            ? Badge(.good, Phrase("Yakin", "Sure")) : Badge(.warning, Phrase("Tolong periksa", "Please check"))
    }
}
