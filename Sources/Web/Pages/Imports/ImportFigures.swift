/// What an import did, or would do.
public struct ImportFigures: Sendable, Hashable {
    public var rows: Int64
    /// Claims that are new, changed, and as they were.
    public var created: Int64
    public var changed: Int64
    public var unchanged: Int64
    /// Rows that could not be used.
    public var refused: Int64
    /// New claims that were put to a business already known; nil in a dry run, which does not link.
    public var linked: Int64?
    public var newBusinesses: Int64?

    public init(
        rows: Int64, created: Int64, changed: Int64, unchanged: Int64, refused: Int64, linked: Int64? = nil, newBusinesses: Int64? = nil
    ) {
        self.rows = rows
        self.created = created
        self.changed = changed
        self.unchanged = unchanged
        self.refused = refused
        self.linked = linked
        self.newBusinesses = newBusinesses
    }

    var cards: [FigureCard] {
        var cards = [
            FigureCard(word: Phrase("Baris dibaca", "Rows read"), count: rows, mark: "m1"),
            FigureCard(word: Phrase("Baru", "New"), count: created, mark: "m2"),
            FigureCard(word: Phrase("Berubah", "Changed"), count: changed, mark: "m3"),
            FigureCard(word: Phrase("Tidak berubah", "Unchanged"), count: unchanged, mark: "m1"),
        ]
        if let linked { cards.append(FigureCard(word: Phrase("Usaha sudah tercatat", "Already on record"), count: linked, mark: "m3")) }
        if let newBusinesses { cards.append(FigureCard(word: Phrase("Usaha baru", "New businesses"), count: newBusinesses, mark: "m2")) }
        cards.append(FigureCard(word: Phrase("Ditolak", "Refused"), count: refused, mark: refused > 0 ? "mbad" : "m1"))
        return cards
    }
}

/// A number under its word.
struct FigureCard: TemplateModel {
    let word: Phrase
    let count: Int64
    let mark: String

    func value(named name: String) -> TemplateValue? {
        switch name {
        case "word": .phrase(word)
        case "count": .number(count)
        case "mark": .text(mark)
        default: nil
        }
    }
}
