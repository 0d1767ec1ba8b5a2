/// A button of the review, and the key that presses it.
struct ReviewAnswer: TemplateModel {
    let content: String
    let label: Phrase
    let key: String
    let isQuiet: Bool

    static let same = ReviewAnswer(content: "same", label: Phrase("Sama", "The same"), key: "1", isQuiet: false)
    static let notSame = ReviewAnswer(content: "not-same", label: Phrase("Bukan yang sama", "Not the same"), key: "2", isQuiet: false)
    static let unsure = ReviewAnswer(content: "unsure", label: Phrase("Tidak yakin", "Unsure"), key: "3", isQuiet: true)
    /// The key that goes on to another pair.
    static let goOnKey = "4"

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "content": .text(content)
        case "label": .phrase(label)
        case "key": .text(key)
        case "isQuiet": .flag(isQuiet)
        default: nil
        }
    }
}
