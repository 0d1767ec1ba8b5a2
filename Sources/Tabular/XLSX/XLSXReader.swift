/// Reads the rows of the first visible sheet that holds anything, in the memory of the workbook's shared texts and one chunk.
final class XLSXReader {
    let sheet: String

    private let part: ZipArchive.Part
    private let rows: SheetRows
    private let stream: XMLStream
    /// Rows waiting to be handed out, the next one last.
    private var waiting: [Result<TabularRow, TabularError>] = []
    private var isAtEnd = false

    init(path: String, limits: TabularLimits) throws(TabularError) {
        let archive = try ZipArchive(path: path, limits: limits)
        let workbook = try Workbook(in: archive)
        let sheets = workbook.sheets.filter(\.isVisible)
        guard !sheets.isEmpty else { throw .noSheet }

        let styles = NumberStyles()
        if let name = workbook.stylesPart, let part = try archive.part(name) {
            try XMLStream.read(part, to: styles)
        }
        let texts = SharedTexts(maximumBytes: limits.maximumSharedTextBytes)
        if let name = workbook.sharedTextsPart, let part = try archive.part(name) {
            try XMLStream.read(part, to: texts)
        }
        for sheet in sheets {
            guard let part = try archive.part(sheet.part) else { throw .damaged }
            let rows = SheetRows(texts: texts, styles: styles, countsFrom1904: workbook.countsFrom1904, limits: limits)
            let stream = try XMLStream(to: rows)
            let first = try Self.read(part, through: stream, into: rows)
            guard !first.isEmpty else { continue }
            self.sheet = sheet.name
            self.part = part
            self.rows = rows
            self.stream = stream
            waiting = first.reversed()
            isAtEnd = rows.isComplete
            return
        }
        throw .empty
    }

    /// The share of the sheet that has been read.
    var fraction: Double {
        if isAtEnd { return 1 }
        return part.declaredBytes <= 0 ? 0 : min(1, Double(part.readBytes) / Double(part.declaredBytes))
    }

    func next() throws(TabularError) -> TabularRow? {
        if waiting.isEmpty, !isAtEnd {
            waiting = try Self.read(part, through: stream, into: rows).reversed()
            isAtEnd = waiting.isEmpty || rows.isComplete
        }
        return try waiting.popLast()?.get()
    }

    /// Reads on until there are rows; none at the end of the sheet.
    private static func read(
        _ part: ZipArchive.Part, through stream: XMLStream, into rows: SheetRows
    ) throws(TabularError) -> [Result<TabularRow, TabularError>] {
        while rows.finished.isEmpty, !rows.isComplete {
            let chunk = try part.read()
            try stream.feed(chunk, isLast: chunk.isEmpty)
            if chunk.isEmpty { break }
        }
        return rows.take()
    }
}
