public import Storage

/// One import on a list of imports.
public struct ImportLine: Sendable, Hashable {
    /// How far it has come; each state has one page on which it goes on.
    public enum State: Sendable, Hashable, CaseIterable {
        /// The columns wait for confirmation: ``ImportMappingPage``.
        case received
        /// Work is under way: ``ImportProgressPage``.
        case checking, queued, running
        /// The dry run waits for a decision: ``DryRunPage``.
        case checked
        /// It is over: ``ImportSummaryPage``.
        case done, failed

        var badge: Badge {
            switch self {
            case .received: Badge(.warning, Phrase("Cocokkan kolom", "Match the columns"))
            case .checking: Badge(.neutral, Phrase("Sedang dicoba", "Being tried"))
            case .queued: Badge(.neutral, Phrase("Menunggu giliran", "Waiting"))
            case .running: Badge(.neutral, Phrase("Sedang disimpan", "Being stored"))
            case .checked: Badge(.warning, Phrase("Periksa hasil coba", "Look at the dry run"))
            case .done: Badge(.good, Phrase("Selesai", "Done"))
            case .failed: Badge(.bad, Phrase("Gagal", "Failed"))
            }
        }
    }

    public let id: String
    public let partner: String
    public let fileName: String
    public let received: Timestamp
    public let state: State
    public let rows: Int64
    public let refused: Int64

    public init(id: String, partner: String, fileName: String, received: Timestamp, state: State, rows: Int64, refused: Int64) {
        self.id = id
        self.partner = partner
        self.fileName = fileName
        self.received = received
        self.state = state
        self.rows = rows
        self.refused = refused
    }

    /// The page on which the import goes on.
    private var address: String {
        switch state {
        case .received: Paths.mapping(ofImport: id)
        case .checked: Paths.dryRun(ofImport: id)
        case .checking, .queued, .running, .done, .failed: Paths.dataImport(id)
        }
    }

    static func table(_ lines: [ImportLine]) -> DataTable {
        DataTable(
            caption: Phrase("Daftar yang dikirim mitra", "Lists sent by partners"),
            columns: [
                .init(Phrase("Berkas", "File")), .init(Phrase("Mitra", "Partner")), .init(Phrase("Diterima", "Received")),
                .init(Phrase("Keadaan", "State")), .init(Phrase("Baris", "Rows"), isNumber: true),
                .init(Phrase("Ditolak", "Refused"), isNumber: true),
            ],
            rows: lines.map { line in
                let badge = line.state.badge
                return [
                    .init(.text(line.fileName), address: line.address), .init(.text(line.partner)), .init(.moment(line.received)),
                    .init(.phrase(badge.text), mark: badge.kind), .init(.number(line.rows)), .init(.number(line.refused)),
                ]
            })
    }
}
