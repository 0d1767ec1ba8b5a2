public import Nusantara
public import Storage

/// What a name in a template stands for. Everything a reader sees is put into her language when the page is rendered, not before.
public enum TemplateValue: Sendable {
    /// Text as it is; escaped when it is rendered.
    case text(String)
    case phrase(Phrase)
    /// A phrase with its gaps filled by other values.
    case sentence(Phrase, [TemplateValue])
    case number(Int64)
    /// 0.62 becomes `62 %`.
    case share(Double)
    case date(CalendarDate)
    case moment(Timestamp)
    case flag(Bool)
    case model(any TemplateModel)
    case list([any TemplateModel])
    case drawing(any Drawing)
    /// A name that the model knows and that has nothing to say: sections over it stay empty.
    case absent

    public static func maybe(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .absent }
    public static func maybe(_ phrase: Phrase?) -> TemplateValue { phrase.map(TemplateValue.phrase) ?? .absent }
    public static func maybe(_ number: Int64?) -> TemplateValue { number.map(TemplateValue.number) ?? .absent }
    public static func maybe(_ share: Double?) -> TemplateValue { share.map(TemplateValue.share) ?? .absent }
    public static func maybe(_ date: CalendarDate?) -> TemplateValue { date.map(TemplateValue.date) ?? .absent }
    public static func maybe(_ moment: Timestamp?) -> TemplateValue { moment.map(TemplateValue.moment) ?? .absent }
    public static func maybe(_ model: (any TemplateModel)?) -> TemplateValue { model.map(TemplateValue.model) ?? .absent }

    public static func whole(_ number: Int) -> TemplateValue { .number(Int64(number)) }

    /// The text a reader sees, or nil where there is none.
    func text(in language: Language) -> String? {
        switch self {
        case .text(let text): text
        case .phrase(let phrase): phrase[language]
        case .sentence(let phrase, let fillings): phrase.filled(fillings.map { $0.text(in: language) ?? "" }, in: language)
        case .number(let number): language.number(number)
        case .share(let share): language.percent(share)
        case .date(let date): language.date(date)
        case .moment(let moment): language.moment(moment)
        case .flag, .model, .list, .drawing, .absent: nil
        }
    }
}

/// What a template is filled with: a plain value that answers to names.
public protocol TemplateModel: Sendable {
    /// The value of a name, or nil if the model has no such name. A known name without a value is ``TemplateValue/absent``.
    func value(named name: String) -> TemplateValue?
}

/// A picture that draws itself as SVG, with its words and numbers in the reader's language.
public protocol Drawing: Sendable {
    func draw(in language: Language) -> SafeMarkup
}
