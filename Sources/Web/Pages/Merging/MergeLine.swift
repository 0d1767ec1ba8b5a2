public import Storage

/// What was joined or parted, by whom, why, and whether that was undone.
public struct MergeLine: Sendable {
    public let what: Phrase
    public let doneAt: Timestamp
    public let doneBy: String?
    /// As it was written; empty where it follows from a verdict.
    public let reason: String
    public let undoneAt: Timestamp?
    public let undoneBy: String?
    /// Where it can be undone; nil if it cannot, or not by the reader.
    public let undo: String?

    public init(
        what: Phrase, doneAt: Timestamp, doneBy: String?, reason: String, undoneAt: Timestamp? = nil, undoneBy: String? = nil,
        undo: String? = nil
    ) {
        self.what = what
        self.doneAt = doneAt
        self.doneBy = doneBy
        self.reason = reason
        self.undoneAt = undoneAt
        self.undoneBy = undoneBy
        self.undo = undo
    }

    static func table(_ lines: [MergeLine]) -> DataTable {
        DataTable(
            caption: Phrase("Digabung dan dipisah", "Joined and parted"),
            columns: [
                .init(Phrase("Apa", "What")), .init(Phrase("Kapan", "When")), .init(Phrase("Oleh", "By")),
                .init(Phrase("Alasan", "Reason"), isWide: true), .init(Phrase("Masih berlaku?", "Still stands?"), isWide: true),
            ],
            rows: lines.map { line in
                [
                    .init(.phrase(line.what)), .init(.moment(line.doneAt)), .init(.text(line.doneBy ?? "–")),
                    line.why, line.standing,
                ]
            })
    }

    private var why: DataTable.Cell {
        .init(reason.isEmpty ? .phrase(Phrase("Menurut jawaban para pemeriksa", "By the reviewers’ verdicts")) : .text(reason))
    }

    private var standing: DataTable.Cell {
        if let undoneAt {
            return .init(.sentence(Phrase("Dibatalkan {1}, {2}", "Undone {1}, {2}"), [.moment(undoneAt), .text(undoneBy ?? "–")]))
        }
        return .init(.phrase(undo == nil ? Phrase("Ya", "Yes") : Phrase("Ya. Batalkan", "Yes. Undo it")), address: undo)
    }
}
