/// Something found in a row: where it is, what is wrong and how to mend it.
public struct ImportFinding: Sendable, Hashable {
    /// The line of the file, counted as a spreadsheet does.
    public let line: Int
    /// The header of the column; empty where the whole row is meant.
    public let column: String
    public let text: Phrase
    /// Whether the row cannot be used because of it.
    public let refusesRow: Bool

    public init(line: Int, column: String, text: Phrase, refusesRow: Bool) {
        self.line = line
        self.column = column
        self.text = text
        self.refusesRow = refusesRow
    }

    /// How often one kind of finding came up.
    public struct Kind: Sendable, Hashable {
        public let text: Phrase
        public let rows: Int64

        public init(text: Phrase, rows: Int64) {
            self.text = text
            self.rows = rows
        }
    }

    static func table(_ findings: [ImportFinding]) -> DataTable {
        DataTable(
            caption: Phrase("Baris demi baris", "Row by row"),
            columns: [
                .init(Phrase("Di mana", "Where")),
                .init(Phrase("Apa, dan bagaimana memperbaikinya", "What, and how to mend it"), isWide: true),
                .init(Phrase("Akibatnya", "Effect")),
            ],
            rows: findings.map { finding in
                [
                    .init(finding.location), .init(.phrase(finding.text)),
                    finding.refusesRow
                        ? .init(.phrase(Phrase("Baris ditolak", "Row refused")), mark: .bad)
                        : .init(.phrase(Phrase("Baris tetap masuk", "Row goes in")), mark: .neutral),
                ]
            })
    }

    private var location: TemplateValue {
        column.isEmpty
            ? .sentence(Phrase("Baris {1}", "Line {1}"), [.text(String(line))])
            : .sentence(Phrase("Baris {1}, kolom {2}", "Line {1}, column {2}"), [.text(String(line)), .text(column)])
    }

    static func table(_ kinds: [Kind]) -> DataTable {
        DataTable(
            caption: Phrase("Yang paling sering", "What came up most"),
            columns: [.init(Phrase("Apa", "What")), .init(Phrase("Baris", "Rows"), isNumber: true)],
            rows: kinds.map { [.init(.phrase($0.text)), .init(.number($0.rows))] })
    }
}
