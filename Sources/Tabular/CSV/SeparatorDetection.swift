/// Finds what stands between the cells, from the first rows.
enum SeparatorDetection {
    /// The separator that a spreadsheet's first line `sep=;` names, and where the next line begins.
    static func declared(in text: [UInt8]) -> (separator: CellSeparator, lineStart: Int)? {
        guard text.count >= 6, String(decoding: text[0..<4], as: UTF8.self).lowercased() == "sep=",
            let separator = CellSeparator(rawValue: text[4])
        else { return nil }
        let ending = text[5...].prefix(2)
        if ending.elementsEqual([0x0D, 0x0A]) { return (separator, 7) }
        return ending.first == 0x0A || ending.first == 0x0D ? (separator, 6) : nil
    }

    /// The separator under which most of the first rows have the same number of cells, and many of them.
    ///
    /// Of a list with a single column there is none to find; then it is one that does not occur, so that no cell is cut.
    static func likeliest(in text: [UInt8], isWhole: Bool) -> CellSeparator {
        let scored = CellSeparator.allCases.map { ($0, score($0, in: text, isWhole: isWhole)) }
        if let best = scored.max(by: { $0.1 < $1.1 }), best.1 > 0 { return best.0 }
        return CellSeparator.allCases.reversed().first { !text.contains($0.rawValue) } ?? .tab
    }

    private static let rowsLookedAt = 100

    private static func score(_ separator: CellSeparator, in text: [UInt8], isWhole: Bool) -> Double {
        var scanner = CSVScanner(separator: separator.rawValue, limits: .standard)
        var rowsByWidth: [Int: Int] = [:]
        var rows = 0
        var position = 0
        var separators = 0
        var followedByBlank = 0
        scanning: while rows < rowsLookedAt, position < text.count {
            switch scanner.scan(text.span, from: position, isLast: isWhole) {
            case .row(let end, _):
                position = end
                guard scanner.hasInk else { continue }
                rows += 1
                rowsByWidth[scanner.cells.count, default: 0] += 1
                for cell in scanner.cells.dropFirst() {
                    separators += 1
                    if cell.start < cell.end, text[cell.start] == 0x20 { followedByBlank += 1 }
                }
            case .unclosedQuote(_, let resume):
                position = resume
                rows += 1
            case .incomplete, .tooManyColumns:
                break scanning
            }
        }
        guard rows > 0, let common = rowsByWidth.filter({ $0.key > 1 }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
            return 0
        }
        let agreement = Double(common.value) / Double(rows)
        // A comma with a blank behind it is punctuation of an address more often than a separator.
        let punctuation = separator == .comma ? Double(followedByBlank) / Double(max(separators, 1)) * 0.8 : 0
        return agreement * agreement * Double(common.key - 1) * (1 - punctuation)
    }
}
