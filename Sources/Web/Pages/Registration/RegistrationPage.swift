/// The form in which somebody of the programme writes down what an owner says.
///
/// The form is the caller's own ``Form``, so that regions, partners and errors come from where they are checked.
public struct RegistrationPage: Page {
    public var form: Form
    /// What the owner is told before anything is written down.
    public var notice: Phrase

    public init(form: Form, notice: Phrase) {
        self.form = form
        self.notice = notice
    }

    public static var template: String { "pages/registration" }
    public static var words: PhraseTable { .registration }
    public var place: Frame.Place? { .office }
    public var title: Phrase { Phrase("Daftarkan usaha", "Register a business") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "stepList": .model(RegistrationSteps.list(current: 1))
        case "notice": .phrase(notice)
        case "form": .model(form)
        default: nil
        }
    }
}

/// The steps of a registration, for the list above its pages.
enum RegistrationSteps {
    static func list(current: Int) -> StepList {
        StepList([Phrase("Isi", "Fill in"), Phrase("Sudah dikenal?", "Known already?"), Phrase("Tersimpan", "Stored")], current: current)
    }
}
