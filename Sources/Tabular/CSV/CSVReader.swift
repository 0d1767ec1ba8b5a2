/// Reads the rows of a text file in the memory of one chunk and one row.
final class CSVReader {
    let separator: CellSeparator
    private var source: TextSource
    private var scanner: CSVScanner
    private let limits: TabularLimits
    private var buffer: [UInt8] = []
    /// Where the next row begins in `buffer`.
    private var position = 0
    private var line = 1
    private var isAtEnd = false
    private var malformedRows = 0

    /// A file with more broken rows than this is no list; it also bounds the work of reading again what a broken quote had swallowed.
    private static let maximumMalformedRows = 1_000

    var encoding: TextEncoding { source.encoding }

    init(source: consuming TextSource, limits: TabularLimits) throws(TabularError) {
        var source = source
        var sample: [UInt8] = []
        let isWhole = try !source.fill(&sample) || source.consumed >= source.size
        self.source = source
        self.limits = limits
        if let (separator, lineStart) = SeparatorDetection.declared(in: sample) {
            self.separator = separator
            position = lineStart
            line = 2
        } else {
            separator = SeparatorDetection.likeliest(in: sample, isWhole: isWhole)
        }
        buffer = sample
        scanner = CSVScanner(separator: separator.rawValue, limits: limits)
    }

    /// The share of the file that has been handed out.
    var fraction: Double {
        let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
        let waiting = (buffer.count - position) * (isWide ? 2 : 1)
        return source.size == 0 ? 1 : min(1, max(0, Double(source.consumed - waiting) / Double(source.size)))
    }

    /// The next row that holds anything.
    func next() throws(TabularError) -> TabularRow? {
        while true {
            if position == buffer.count, try !refill() { return nil }
            switch scanner.scan(buffer.span, from: position, isLast: isAtEnd) {
            case .row(let end, let lineEnds):
                let start = position
                let first = line
                position = end
                line += lineEnds
                guard end - start <= limits.maximumLineBytes else { throw .lineTooLong(line: first) }
                if scanner.hasInk, let row = try row(at: first) { return row }
            case .incomplete:
                guard buffer.count - position <= limits.maximumLineBytes else { throw .lineTooLong(line: line) }
                _ = try refill()
            case .unclosedQuote(let lineEnds, let resume):
                let opened = line + lineEnds
                position = resume
                line = opened + 1
                throw try malformed(opened, .unclosedQuote)
            case .tooManyColumns:
                throw .tooManyColumns(line: line, maximum: limits.maximumColumns)
            }
        }
    }

    private func refill() throws(TabularError) -> Bool {
        buffer.removeFirst(position)
        position = 0
        guard try source.fill(&buffer) else {
            isAtEnd = true
            return !buffer.isEmpty
        }
        return true
    }

    private func row(at line: Int) throws(TabularError) -> TabularRow? {
        var cells: [String] = []
        cells.reserveCapacity(scanner.cells.count)
        var isTooLong = false
        var hasZeros = false
        buffer.withUnsafeBufferPointer { bytes in
            for cell in scanner.cells {
                let raw = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
                isTooLong = isTooLong || raw.count > limits.maximumCellBytes
                var text = CellText.decode(raw, as: source.encoding)
                if cell.isQuoted, raw.contains(UInt8(ascii: "\"")) {
                    text = Self.undoubled(text)
                }
                if raw.contains(0) {
                    hasZeros = true
                    text.unicodeScalars.removeAll { $0.value == 0 }
                }
                cells.append(text)
            }
        }
        if isTooLong { throw try malformed(line, .cellTooLong) }
        if hasZeros, cells.allSatisfy(\.isEmpty) { return nil }
        return TabularRow(line: line, cells: cells)
    }

    private func malformed(_ line: Int, _ reason: TabularError.Malformation) throws(TabularError) -> TabularError {
        malformedRows += 1
        guard malformedRows <= Self.maximumMalformedRows else { throw .tooManyMalformed(line: line) }
        return .malformed(line: line, reason: reason)
    }

    /// Two quotation marks in a row are one mark of text.
    private static func undoubled(_ text: String) -> String {
        var result = String()
        result.reserveCapacity(text.utf8.count)
        var lastWasQuote = false
        for scalar in text.unicodeScalars {
            if scalar == "\"", lastWasQuote {
                lastWasQuote = false
                continue
            }
            lastWasQuote = scalar == "\""
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
