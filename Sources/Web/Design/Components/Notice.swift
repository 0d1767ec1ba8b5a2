/// A box that tells the reader something: that it worked, that care is needed, that it failed.
public struct Notice: TemplateModel {
    public enum Kind: String, Sendable {
        case information, success, warning, failure
    }

    public let kind: Kind
    public let text: Phrase

    public init(_ kind: Kind, _ text: Phrase) {
        self.kind = kind
        self.text = text
    }

    public func value(named name: String) -> TemplateValue? {
        switch name {
        case "kind": .text(kind.rawValue)
        case "isAlert": .flag(kind == .failure || kind == .warning)
        case "word": .phrase(word)
        case "text": .phrase(text)
        default: nil
        }
    }

    /// The kind in a word, because colour alone tells nothing to many readers.
    private var word: Phrase {
        switch kind {
        case .information: Phrase("Keterangan", "Note")
        case .success: Phrase("Berhasil", "Done")
        case .warning: Phrase("Perhatian", "Careful")
        case .failure: Phrase("Gagal", "Failed")
        }
    }
}
