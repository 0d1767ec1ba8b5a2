/// The first step of an import: whose list, for which programme, which file.
///
/// The form posts `partner`, `programme` (may be empty), `day` (may be empty) and `file` to ``Paths/imports``.
public struct ImportStartPage: Page {
    public var partners: [FormField.Option]
    public var programmes: [FormField.Option]
    /// The day that the list speaks of, as `2026-11-23`.
    public var day: String
    /// What is wrong with the file or with the form, in one sentence.
    public var problem: Phrase?
    /// The largest file that is taken, in words: "1 GB".
    public var limit: String

    public init(
        partners: [FormField.Option], programmes: [FormField.Option], day: String, problem: Phrase? = nil, limit: String
    ) {
        self.partners = partners
        self.programmes = programmes
        self.day = day
        self.problem = problem
        self.limit = limit
    }

    public static var template: String { "pages/import-start" }
    public static var words: PhraseTable { .imports }
    public var place: Frame.Place? { .imports }
    public var title: Phrase { Phrase("Masukkan daftar mitra", "Bring in a partner’s list") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "stepList": .model(ImportSteps.list(current: 1))
        case "form": .model(form)
        default: nil
        }
    }

    private var form: Form {
        let none = FormField.Option("", Phrase("Tanpa program", "No programme"), isChosen: !programmes.contains(where: \.isChosen))
        return Form(
            action: Paths.imports,
            fields: [
                FormField("partner", Phrase("Dari mitra mana?", "From which partner?"), .choice(partners)),
                FormField(
                    "programme", Phrase("Untuk program apa?", "For which programme?"), .choice([none] + programmes), isRequired: false),
                FormField(
                    "day", Phrase("Keadaan per tanggal", "As of which day"), .date,
                    hint: Phrase(
                        "Kalau satu baris tidak punya tanggal sendiri, tanggal ini yang dipakai.",
                        "Used for rows that have no date of their own."), content: day, isRequired: false),
                FormField(
                    "file", Phrase("Berkas", "File"), .file(".csv,.txt,.tsv,.xlsx"),
                    hint: Phrase("CSV atau Excel (.xlsx), paling besar \(limit)", "CSV or Excel (.xlsx), \(limit) at most")),
            ],
            submit: Phrase("Lanjut", "Continue"), problem: problem)
    }
}
