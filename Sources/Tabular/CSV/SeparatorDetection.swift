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
        var best: (separator: CellSeparator, score: Double)?
        for separator in CellSeparator.allCases {
            let sample = Sample(of: text, under: separator, isWhole: isWhole)
            if sample.rows == 0, text.contains(separator.rawValue) { return separator }
            if sample.score > best?.score ?? 0 { best = (separator, sample.score) }
        }
        return best?.separator ?? CellSeparator.allCases.reversed().first { !text.contains($0.rawValue) } ?? .tab
    }

    /// How the first rows look under one separator.
    private struct Sample {
        let separator: CellSeparator
        /// Rows that hold anything.
        private(set) var rows = 0
        private var rowsByWidth: [Int: Int] = [:]
        private var separators = 0
        private var separatorsBeforeBlank = 0

        private static let rowsLookedAt = 100

        init(of text: [UInt8], under separator: CellSeparator, isWhole: Bool) {
            self.separator = separator
            var scanner = CSVScanner(separator: separator.rawValue, limits: TabularLimits(maximumColumns: .max))
            var position = 0
            while rows < Self.rowsLookedAt, position < text.count {
                switch scanner.scan(text.span, from: position, isLast: isWhole) {
                case .row(let end, _):
                    position = end
                    if scanner.hasInk { add(scanner.cells, of: text) }
                case .unclosedQuote(_, let resume):
                    position = resume
                    rows += 1
                case .incomplete, .tooManyColumns:
                    return
                }
            }
        }

        private mutating func add(_ cells: [CSVScanner.Cell], of text: [UInt8]) {
            rows += 1
            rowsByWidth[cells.count, default: 0] += 1
            separators += cells.count - 1
            separatorsBeforeBlank += cells.dropFirst().count { $0.start < $0.end && text[$0.start] == UInt8(ascii: " ") }
        }

        var score: Double {
            guard let common = rowsByWidth.filter({ $0.key > 1 }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return 0 }
            let agreement = Double(common.value) / Double(rows)
            guard agreement >= 0.3 else { return 0 }
            // A comma with a blank behind it is punctuation of an address more often than a separator.
            let punctuation = separator == .comma ? Double(separatorsBeforeBlank) / Double(separators) * 0.8 : 0
            return agreement * agreement * Double(common.key - 1) * (1 - punctuation)
        }
    }
}
