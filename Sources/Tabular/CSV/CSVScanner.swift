/// Finds where the cells of one row begin and end, without reading what they say.
///
/// The rules are RFC 4180 with the leniency that real files ask for: a line may end in CR, LF or both; a quotation mark inside an
/// unquoted cell is text; inside a quoted cell a mark closes the cell only if a separator or the end of the line follows, so that
/// `"Warung "Bu Tini" Asli"` reads as it was meant; blanks may stand before the opening mark and after the closing one.
struct CSVScanner {
    /// The bytes of one cell, without its outer quotation marks.
    struct Cell {
        var start: Int
        var end: Int
        /// Whether quotation marks inside the cell may be doubled.
        var isQuoted: Bool
    }

    enum Outcome: Equatable {
        /// The row ends before `end`, having crossed so many line ends.
        case row(end: Int, lineEnds: Int)
        /// The row goes on beyond the bytes at hand.
        case incomplete
        /// A quotation mark opened `lineEnds` lines after the row's first, and nothing closed it; the line after it begins at `resume`.
        case unclosedQuote(lineEnds: Int, resume: Int)
        case tooManyColumns
    }

    let separator: UInt8
    let maximumCellBytes: Int
    let maximumColumns: Int

    /// The cells of the row found last.
    private(set) var cells: [Cell] = []
    /// Whether the row found last holds anything but blanks.
    private(set) var hasInk = false

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let blank = UInt8(ascii: " ")

    init(separator: UInt8, limits: TabularLimits) {
        self.separator = separator
        maximumCellBytes = limits.maximumCellBytes
        maximumColumns = limits.maximumColumns
    }

    /// Scans the row that begins at `start`.
    /// - Parameter isLast: whether the file ends where `bytes` end.
    mutating func scan(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Outcome {
        cells.removeAll(keepingCapacity: true)
        hasInk = false
        let count = bytes.count
        var index = start
        var lineEnds = 0
        while true {
            var cell = Cell(start: index, end: index, isQuoted: false)
            var opening = index
            while opening < count, bytes[opening] == Self.blank { opening &+= 1 }
            if opening < count, bytes[opening] == Self.quote {
                switch close(bytes, openedAt: opening, isLast: isLast) {
                case .closed(let end, let after, let crossed):
                    cell = Cell(start: opening + 1, end: end, isQuoted: true)
                    index = after
                    lineEnds += crossed
                    hasInk = hasInk || end > opening + 1
                case .incomplete:
                    return .incomplete
                case .never:
                    return .unclosedQuote(lineEnds: lineEnds, resume: Self.startOfLine(after: opening, in: bytes))
                }
            } else {
                index = opening
                while index < count {
                    let byte = bytes[index]
                    if byte == separator || byte == Self.newline || byte == Self.carriageReturn { break }
                    index &+= 1
                }
                cell.end = index
                hasInk = hasInk || index > opening
            }
            if index == count, !isLast { return .incomplete }
            if cells.count < maximumColumns {
                cells.append(cell)
            } else if cell.end > cell.start {
                return .tooManyColumns
            }
            if index == count { return .row(end: index, lineEnds: lineEnds) }
            let byte = bytes[index]
            index += 1
            if byte == separator { continue }
            if byte == Self.carriageReturn {
                if index == count, !isLast { return .incomplete }
                if index < count, bytes[index] == Self.newline { index += 1 }
            }
            return .row(end: index, lineEnds: lineEnds + 1)
        }
    }

    private enum Closing {
        case closed(end: Int, after: Int, lineEnds: Int)
        case incomplete
        case never
    }

    private func close(_ bytes: Span<UInt8>, openedAt opening: Int, isLast: Bool) -> Closing {
        let count = bytes.count
        let limit = min(count, opening + 1 + maximumCellBytes)
        var index = opening + 1
        var lineEnds = 0
        while index < limit {
            let byte = bytes[index]
            index &+= 1
            if byte == Self.newline {
                lineEnds += 1
            } else if byte == Self.carriageReturn {
                if index == count || bytes[index] != Self.newline { lineEnds += 1 }
            } else if byte == Self.quote {
                if index < count, bytes[index] == Self.quote {
                    index += 1
                    continue
                }
                var after = index
                while after < count, bytes[after] == Self.blank, after != separator { after &+= 1 }
                if after == count {
                    return isLast ? .closed(end: index - 1, after: after, lineEnds: lineEnds) : .incomplete
                }
                let next = bytes[after]
                if next == separator || next == Self.newline || next == Self.carriageReturn {
                    return .closed(end: index - 1, after: after, lineEnds: lineEnds)
                }
            }
        }
        return limit == count && !isLast ? .incomplete : .never
    }

    /// Where the line after the one at `position` begins.
    private static func startOfLine(after position: Int, in bytes: Span<UInt8>) -> Int {
        var index = position
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == newline { return index }
            if byte == carriageReturn {
                return index < bytes.count && bytes[index] == newline ? index + 1 : index
            }
        }
        return index
    }
}
