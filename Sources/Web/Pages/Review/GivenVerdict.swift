public import Storage

/// What somebody said about a pair of rows, and when.
public struct GivenVerdict: Sendable, Hashable {
    public let reviewer: String
    public let verdict: Phrase
    public let at: Timestamp
    /// Whether the score and what others said were hidden until then.
    public let isBlind: Bool
    /// Where the pair is, for those who may see it; nil on its own page.
    public let address: String?

    public init(reviewer: String, verdict: Phrase, at: Timestamp, isBlind: Bool, address: String? = nil) {
        self.reviewer = reviewer
        self.verdict = verdict
        self.at = at
        self.isBlind = isBlind
        self.address = address
    }

    static func table(_ verdicts: [GivenVerdict]) -> DataTable {
        DataTable(
            caption: Phrase("Siapa menjawab apa", "Who said what"),
            columns: [
                .init(Phrase("Jawaban", "Verdict")), .init(Phrase("Siapa", "Who")), .init(Phrase("Kapan", "When")),
                .init(Phrase("Skor terlihat", "Score seen")),
            ],
            rows: verdicts.map { verdict in
                [
                    .init(.phrase(verdict.verdict), address: verdict.address), .init(.text(verdict.reviewer)), .init(.moment(verdict.at)),
                    .init(.phrase(verdict.isBlind ? Phrase("tidak", "no") : Phrase("ya", "yes"))),
                ]
            })
    }
}
