import Nusantara
import Tabular

/// Rows that were read and normalised, ready to be stored in one transaction.
struct PreparedChunk: Sendable {
    private(set) var claims: [PreparedClaim]
    private(set) var findings: [Finding]
    let rows: Int
    let lastLine: Int
    let fraction: Double

    init(readings: [RowReading], malformed: [TabularError], fraction: Double) {
        claims = readings.compactMap(\.claim)
        let spoiled = malformed.compactMap(Finding.init(_:))
        findings = (readings.flatMap(\.findings) + spoiled).sorted { $0.line < $1.line }
        rows = readings.count + spoiled.count
        lastLine = max(readings.last?.line ?? 0, spoiled.map(\.line).max() ?? 0)
        self.fraction = fraction
    }

    /// Rows that cannot be used.
    var refused: Int { rows - claims.count }

    /// Takes out claims that an earlier row of the list made already.
    mutating func leaveOut(where isRepeated: (PreparedClaim) -> Bool) {
        var kept: [PreparedClaim] = []
        kept.reserveCapacity(claims.count)
        for claim in claims {
            if isRepeated(claim) {
                findings.append(Finding(line: claim.line, column: "", notice: .repeatedRow, refusesRow: true))
            } else {
                kept.append(claim)
            }
        }
        claims = kept
    }
}

/// The keys of all rows of a list so far, as hashes: 8 bytes a row, whatever the list says.
struct SeenKeys {
    private var hashes: Set<Int> = []

    /// Leaves out each row whose business an earlier row of the same list was about.
    mutating func leaveOutRepeated(in chunk: inout PreparedChunk) {
        chunk.leaveOut { claim in !hashes.insert(claim.externalKey.hashValue).inserted }
    }
}

extension ImportTally {
    /// Adds what a chunk holds, apart from what storing it decides.
    mutating func add(_ chunk: PreparedChunk) {
        line = chunk.lastLine
        fraction = chunk.fraction
        rowsRead += chunk.rows
        refused += chunk.refused
    }
}

extension Finding {
    /// A row that the file itself spoils.
    init?(_ error: TabularError) {
        guard case .malformed(let line, _) = error else { return nil }
        self.init(
            line: line, column: "",
            notice: Notice(code: "row.malformed", indonesian: error.indonesianMessage, english: error.englishMessage), refusesRow: true)
    }
}
