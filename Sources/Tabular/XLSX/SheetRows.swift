/// Makes rows of the XML of a sheet (ISO/IEC 29500-1, 18.3.1), as it comes.
final class SheetRows: XMLEvents {
    /// Rows that are complete and have not been taken yet, and errors that concern one row.
    private(set) var finished: [Result<TabularRow, TabularError>] = []
    /// Whether the last row has come; what follows in the part is of no interest here.
    private(set) var isComplete = false

    private let texts: SharedTexts
    private let styles: NumberStyles
    private let countsFrom1904: Bool
    private let limits: TabularLimits

    private var line = 0
    private var cells: [String] = []
    private var hasInk = false
    private var isTooLong = false

    private var column = -1
    private var kind = CellKind.number
    private var style = NumberStyle.plain
    private var value: [UInt8] = []
    private var isValue = false
    private var isPhonetic = false

    /// The `t` attribute of a cell (ISO/IEC 29500-1, 18.18.11).
    private enum CellKind: String {
        case number = "n"
        case sharedText = "s"
        case inlineText = "inlineStr"
        case formulaText = "str"
        case boolean = "b"
        case error = "e"
        case date = "d"
    }

    init(texts: SharedTexts, styles: NumberStyles, countsFrom1904: Bool, limits: TabularLimits) {
        self.texts = texts
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
        self.limits = limits
    }

    /// Hands over the finished rows.
    func take() -> [Result<TabularRow, TabularError>] {
        defer { finished = [] }
        return finished
    }

    func start(_ element: String, _ attributes: XMLAttributes) throws(TabularError) {
        switch element {
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            kind = attributes["t"].flatMap(CellKind.init) ?? .number
            style = kind == .number ? attributes["s"].flatMap { Int($0) }.map { styles[$0] } ?? .plain : .plain
            value.removeAll(keepingCapacity: true)
        case "v":
            isValue = true
        case "t":
            isValue = kind == .inlineText && !isPhonetic
        case "rPh":
            isPhonetic = true
        case "row":
            line = attributes["r"].flatMap { Int($0) } ?? line + 1
            cells = []
            hasInk = false
            isTooLong = false
            column = -1
        default:
            break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TabularError) {
        guard isValue else { return }
        if value.count + bytes.count > limits.maximumCellBytes {
            isTooLong = true
        } else {
            value.append(contentsOf: bytes)
        }
    }

    func end(_ element: String) throws(TabularError) {
        switch element {
        case "v", "t":
            isValue = false
        case "rPh":
            isPhonetic = false
        case "c":
            try finishCell()
        case "row":
            if isTooLong {
                finished.append(.failure(.malformed(line: line, reason: .cellTooLong)))
            } else if hasInk {
                finished.append(.success(TabularRow(line: line, cells: cells)))
            }
        case "sheetData":
            isComplete = true
        default:
            break
        }
    }

    private func finishCell() throws(TabularError) {
        guard !value.isEmpty else { return }
        let text = text(of: String(decoding: value, as: UTF8.self))
        guard !text.isEmpty else { return }
        guard column < limits.maximumColumns else { throw .tooManyColumns(line: line, maximum: limits.maximumColumns) }
        isTooLong = isTooLong || text.utf8.count > limits.maximumCellBytes
        hasInk = hasInk || text.utf8.contains { $0 > 0x20 }
        if cells.count == column {
            cells.append(text)
        } else {
            while cells.count <= column { cells.append("") }
            cells[column] = text
        }
    }

    private func text(of written: String) -> String {
        switch kind {
        case .number:
            return CellNumber.text(written, style: style, countsFrom1904: countsFrom1904)
        case .sharedText:
            return Int(written).flatMap { texts[$0] } ?? ""
        case .inlineText, .formulaText:
            return EscapedCharacters.resolved(written)
        case .boolean:
            return written == "1" || written == "true" ? "TRUE" : "FALSE"
        case .error:
            return written
        case .date:
            // An ISO 8601 moment; midnight is the day alone.
            let parts = written.split(separator: "T", maxSplits: 1)
            guard parts.count == 2 else { return written }
            return parts[1].hasPrefix("00:00:00") ? String(parts[0]) : "\(parts[0]) \(parts[1].prefix(8))"
        }
    }

    /// The column of a reference such as `AB12`, counted from 0. Sheets end at XFD.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF) else { break }
            column = column * 26 + Int(byte & 0xDF) - 64
            guard column <= 16_384 else { return nil }
        }
        return column == 0 ? nil : column - 1
    }
}
