/// Finds the other business that is to become a part of this one, by its number or by name, phone or identifier.
public struct MergeChoicePage: Page {
    /// The business that stays.
    public var businessID: String
    public var businessName: String
    public var query: String
    /// What was found, without the business itself; nil before anything was asked.
    public var results: [BusinessRow]?
    public var problem: Phrase?

    public init(businessID: String, businessName: String, query: String = "", results: [BusinessRow]? = nil, problem: Phrase? = nil) {
        self.businessID = businessID
        self.businessName = businessName
        self.query = query
        self.results = results
        self.problem = problem
    }

    public static var template: String { "pages/merge-choice" }
    public static var words: PhraseTable { .mergeChoice }
    public var place: Frame.Place? { .search }
    public var title: Phrase { Phrase("Gabungkan usaha lain ke sini", "Join another business to this one") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "lead":
            .sentence(
                Phrase(
                    "“{1}” tetap ada. Usaha lain yang ternyata sama digabung ke sini.",
                    "“{1}” stays. Another business that turned out to be the same is joined to it."),
                [businessName.isEmpty ? .phrase(Phrase("usaha tanpa nama", "the business without a name")) : .text(businessName)])
        case "form": .model(form)
        case "list": .maybe((results ?? []).isEmpty ? nil : list)
        case "isEmpty": .flag(results?.isEmpty ?? false)
        case "back": .text(Paths.business(businessID))
        default: nil
        }
    }

    private var list: DataTable {
        BusinessRow.table(caption: Phrase("Pilih usaha yang sama", "Choose the business that is the same"), results ?? []) { row in
            Paths.with(Paths.merge(into: businessID), ["other": row.id])
        }
    }

    private var form: Form {
        Form(
            action: Paths.merge(into: businessID), method: .get,
            fields: [
                FormField(
                    "q", Phrase("Usaha yang lain", "The other business"), .search,
                    hint: Phrase(
                        "Tempel nomor usahanya, atau tulis nama, telepon, NIK, atau NIB.",
                        "Paste its number, or write name, phone, NIK or NIB."),
                    error: problem, content: query)
            ],
            submit: Phrase("Cari", "Search"))
    }
}
