/// What a dashboard is narrowed down to: a programme, a partner, a month; shown as a form that sends them in the query.
public struct DashboardFilters: TemplateModel, Hashable {
    /// Something to choose: its code in the query and its name.
    public struct Choice: Sendable, Hashable {
        public let code: String
        public let name: Phrase

        public init(code: String, name: Phrase) {
            self.code = code
            self.name = name
        }
    }

    /// Where the form leads: the path of the page itself.
    public var action: String
    public var programmes: [Choice]
    public var partners: [Choice]
    /// Months as `2026-11` with their names, the newest first.
    public var months: [Choice]
    /// The codes that are chosen now; nil for all.
    public var programme: String?
    public var partner: String?
    public var month: String?

    public init(
        action: String, programmes: [Choice], partners: [Choice], months: [Choice], programme: String? = nil, partner: String? = nil,
        month: String? = nil
    ) {
        self.action = action
        self.programmes = programmes
        self.partners = partners
        self.months = months
        self.programme = programme
        self.partner = partner
        self.month = month
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "form": .model(form)
        case "isFiltered": .flag(programme != nil || partner != nil || month != nil)
        case "isMonth": .flag(month != nil)
        case "chosen": .list(chosen.map { Chip(text: $0) })
        case "clear": .text(action)
        default: nil
        }
    }

    /// A path with the filters that are set as its query.
    func applied(to path: String) -> String {
        Paths.with(path, ["programme": programme, "partner": partner, "month": month])
    }

    private var chosen: [Phrase] {
        [(programmes, programme), (partners, partner), (months, month)].compactMap { choices, code in
            choices.first { $0.code == code }?.name
        }
    }

    private var form: Form {
        Form(
            action: action, method: .get,
            fields: [
                field("programme", Phrase("Program", "Programme"), Phrase("Semua program", "All programmes"), programmes, programme),
                field("partner", Phrase("Mitra", "Partner"), Phrase("Semua mitra", "All partners"), partners, partner),
                field("month", Phrase("Waktu", "Time"), Phrase("Keadaan hari ini", "As of today"), months, month),
            ],
            submit: Phrase("Tampilkan", "Show"))
    }

    private func field(_ name: String, _ label: Phrase, _ all: Phrase, _ choices: [Choice], _ chosen: String?) -> FormField {
        let options = [FormField.Option("", all, isChosen: chosen == nil)]
        return FormField(
            name, label, .choice(options + choices.map { .init($0.code, $0.name, isChosen: $0.code == chosen) }), isRequired: false)
    }
}

private struct Chip: TemplateModel {
    let text: Phrase

    func value(named name: String) -> TemplateValue? {
        name == "text" ? .phrase(text) : nil
    }
}
