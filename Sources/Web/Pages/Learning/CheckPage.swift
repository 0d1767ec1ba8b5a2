public import Credentials

/// The public page that checks a certificate: by the script in the browser alone, or by the server where there is no script.
public struct CheckPage: Page {
    /// What was pasted.
    public var typed: String
    public var verification: Verification?
    /// The keys and the list of revocations as they are published, and the words, for the script.
    public var data: CheckData?

    public init(typed: String = "", verification: Verification? = nil, data: CheckData? = nil) {
        self.typed = typed
        self.verification = verification
        self.data = data
    }

    public static var template: String { "pages/check" }
    public static var words: PhraseTable { .check }
    public var place: Frame.Place? { nil }
    public var title: Phrase { Phrase("Periksa sertifikat", "Check a certificate") }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "heading": .phrase(title)
        case "typed": .text(typed)
        case "hasAnswer": .flag(verification != nil)
        case "answer": .maybe(verification?.sentence)
        case "answerKind": .text(verification?.isValid == true ? "success" : "failure")
        case "facts": .list(verification?.lines.map(CheckLine.init) ?? [])
        case "action": .text(Paths.check)
        case "data": .phrase(data?.json ?? Phrase(verbatim: "{}"))
        default: nil
        }
    }
}

private struct CheckLine: TemplateModel {
    let content: TemplateValue

    func value(named name: String) -> TemplateValue? { name == "content" ? content : nil }
}

extension Verification {
    /// The answer in a sentence.
    var sentence: Phrase { Phrase(indonesian, english) }

    /// What the certificate says.
    var lines: [TemplateValue] {
        guard let facts else { return [] }
        var lines: [TemplateValue] = [facts.name ?? "", facts.achievement, facts.programme, facts.number, issuer?.name ?? ""]
            .filter { !$0.isEmpty }.map { .text($0) }
        lines.append(.sentence(Phrase("Terbit {1}.", "Issued {1}."), [.date(facts.issued)]))
        if let expires = facts.expires { lines.append(.sentence(Phrase("Berlaku sampai {1}.", "Valid until {1}."), [.date(expires)])) }
        if case .valid(let remarks) = answer {
            lines += remarks.map { .phrase(Phrase($0.indonesian, $0.english)) }
            lines.append(.phrase(CheckData.person))
        }
        return lines
    }
}
