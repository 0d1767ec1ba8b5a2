/// A form: labelled fields, one button, and a summary of what has to be mended when it comes back.
public struct Form: TemplateModel {
    public enum Method: String, Sendable {
        case get, post
    }

    public var action: String
    public var method: Method
    public var fields: [FormField]
    public var submit: Phrase
    /// What is wrong with the form as a whole, such as a PIN that does not fit the number.
    public var problem: Phrase?
    /// Values that travel along unseen.
    public var hidden: [HiddenValue]
    /// Whether its button stands back behind others: what is done seldom, or takes something away.
    public var isQuiet: Bool

    public init(
        action: String, method: Method = .post, fields: [FormField], submit: Phrase, problem: Phrase? = nil, hidden: [HiddenValue] = [],
        isQuiet: Bool = false
    ) {
        self.action = action
        self.method = method
        self.fields = fields
        self.submit = submit
        self.problem = problem
        self.hidden = hidden
        self.isQuiet = isQuiet
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "action": .text(action)
        case "method": .text(method.rawValue)
        case "isPost": .flag(method == .post)
        case "hasFile": .flag(fields.contains { $0.isFile })
        case "fields": .list(fields)
        case "hidden": .list(hidden)
        case "isQuiet": .flag(isQuiet)
        case "submit": .phrase(submit)
        case "problem": .maybe(problem)
        case "hasErrors": .flag(problem != nil || fields.contains { $0.error != nil })
        case "hasFieldErrors": .flag(fields.contains { $0.error != nil })
        case "errors": .list(fields.filter { $0.error != nil })
        default: nil
        }
    }
}

/// A value that a form sends along unseen.
public struct HiddenValue: TemplateModel {
    public let name: String
    public let content: String

    public init(_ name: String, _ content: String) {
        self.name = name
        self.content = content
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "name": .text(self.name)
        case "content": .text(content)
        default: nil
        }
    }
}

/// One field of a form.
public struct FormField: TemplateModel {
    public enum Kind: Sendable {
        case text
        case password
        case telephone
        case email
        /// Digits only, shown by a numeric keyboard; so many at most.
        case digits(Int)
        /// A PIN: digits that are not shown.
        case pin
        case month
        /// A day; its content is written as `2026-11-23`.
        case date
        /// A day and an hour on the clock of western Indonesia; its content is written as `2026-11-23T09:00`.
        case moment
        case search
        /// A text of several lines.
        case paragraphs
        /// A file, with the endings and types that are taken: `.csv,.xlsx`.
        case file(String)
        case choice([Option])
        case checkbox
    }

    /// One entry of a choice.
    public struct Option: TemplateModel {
        public let content: String
        public let label: Phrase
        public let isChosen: Bool

        public init(_ content: String, _ label: Phrase, isChosen: Bool = false) {
            self.content = content
            self.label = label
            self.isChosen = isChosen
        }

        public func value(named name: String) -> TemplateValue? {
            switch name {
            case "content": .text(content)
            case "label": .phrase(label)
            case "isChosen": .flag(isChosen)
            default: nil
            }
        }
    }

    public var name: String
    public var label: Phrase
    public var kind: Kind
    /// Why it is asked, or what it should look like.
    public var hint: Phrase?
    /// What is wrong with it and how to mend it.
    public var error: Phrase?
    /// What stands in it already; never a password or PIN.
    public var content: String
    /// The browser's word for what this is: `tel`, `current-password`, `one-time-code`.
    public var autocomplete: String?
    public var isRequired: Bool

    public init(
        _ name: String, _ label: Phrase, _ kind: Kind = .text, hint: Phrase? = nil, error: Phrase? = nil, content: String = "",
        autocomplete: String? = nil, isRequired: Bool = true
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.hint = hint
        self.error = error
        self.content = content
        self.autocomplete = autocomplete
        self.isRequired = isRequired
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "name": .text(self.name)
        case "label": .phrase(label)
        case "hint": .maybe(hint)
        case "error": .maybe(error)
        case "content": .maybe(content.isEmpty ? nil : content)
        case "autocomplete": .maybe(autocomplete)
        case "isRequired": .flag(isRequired)
        case "isOptional": .flag(!isRequired && !isChoice && !isCheckbox)
        case "describedBy": .maybe(describedBy)
        case "isInput": .flag(inputType != nil)
        case "inputType": .maybe(inputType)
        case "inputMode": .maybe(inputMode)
        case "maximum": .maybe(maximum)
        case "accept": .maybe(accept)
        case "isParagraphs": .flag(isParagraphs)
        case "isChoice": .flag(isChoice)
        case "options": .list(options)
        case "isCheckbox": .flag(isCheckbox)
        case "isChecked": .flag(isCheckbox && content == "1")
        default: nil
        }
    }

    var isFile: Bool { accept != nil }

    private var isChoice: Bool { if case .choice = kind { true } else { false } }

    private var isParagraphs: Bool { if case .paragraphs = kind { true } else { false } }

    private var isCheckbox: Bool { if case .checkbox = kind { true } else { false } }

    private var options: [Option] { if case .choice(let options) = kind { options } else { [] } }

    private var accept: String? { if case .file(let accept) = kind { accept } else { nil } }

    private var maximum: String? { if case .digits(let maximum) = kind { String(maximum) } else { nil } }

    private var inputType: String? {
        switch kind {
        case .text, .digits: "text"
        case .password, .pin: "password"
        case .telephone: "tel"
        case .email: "email"
        case .month: "month"
        case .date: "date"
        case .moment: "datetime-local"
        case .search: "search"
        case .file: "file"
        case .choice, .checkbox, .paragraphs: nil
        }
    }

    private var inputMode: String? {
        switch kind {
        case .digits, .pin: "numeric"
        default: nil
        }
    }

    /// The identifiers of the hint and the error, which a screen reader reads with the field.
    private var describedBy: String? {
        let parts = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
