import Nusantara
import Registry

extension Notice {
    func text(in language: FindingLanguage) -> String {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }
}

/// How often each kind of finding came up, with the first line where it did.
struct FindingSummary {
    struct Kind {
        let notice: Notice
        let firstLine: Int
        let column: String
        var rows: Int
        var refused: Int
    }

    private var kinds: [String: Kind] = [:]

    mutating func add(_ findings: [Finding]) {
        for finding in findings {
            var kind =
                kinds[finding.notice.code]
                ?? Kind(notice: finding.notice, firstLine: finding.line, column: finding.column, rows: 0, refused: 0)
            kind.rows += 1
            kind.refused += finding.refusesRow ? 1 : 0
            kinds[finding.notice.code] = kind
        }
    }

    /// What cost rows first, then the most frequent.
    private var mostSerious: [Kind] {
        kinds.values.sorted { ($1.refused, $1.rows, $0.notice.code) < ($0.refused, $0.rows, $1.notice.code) }
    }

    /// Lines for the terminal; kinds that cost rows are marked with a cross.
    func lines(in language: FindingLanguage, limit: Int = 8) -> [String] {
        let shown = mostSerious.prefix(limit).map { kind in
            let column = kind.column.isEmpty ? "" : ", “\(kind.column)”"
            return
                "  \(kind.refused > 0 ? "✗" : "·") \(grouped(kind.rows)) × \(kind.notice.text(in: language)) (line \(kind.firstLine)\(column))"
        }
        let rest = kinds.count - shown.count
        return rest > 0 ? shown + ["  and \(rest) other kinds of remarks"] : shown
    }
}
