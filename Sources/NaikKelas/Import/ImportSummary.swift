import Registry

/// What came of one file, for the terminal.
struct ImportSummary {
    let file: String
    let tally: ImportTally
    let elapsed: Duration
    /// Whether nothing was stored.
    let isDryRun: Bool

    var lines: [String] {
        let seconds = elapsed / .seconds(1)
        let pace = seconds > 0 ? Int(Double(tally.rowsRead) / seconds) : tally.rowsRead
        let tenths = Int((seconds * 10).rounded())
        var lines = ["\(file): \(grouped(tally.rowsRead)) rows in \(tenths / 10).\(tenths % 10) s (\(grouped(pace)) rows/s)"]
        let would = isDryRun ? "would be " : ""
        lines.append(
            "  \(would)new \(grouped(tally.created)) · changed \(grouped(tally.changed)) · unchanged \(grouped(tally.unchanged))"
                + " · refused \(grouped(tally.refused))")
        if isDryRun {
            lines.append("  nothing was stored")
        } else {
            lines.append("  linked to known businesses \(grouped(tally.linked)) · new businesses \(grouped(tally.newBusinesses))")
        }
        return lines
    }
}
