/// The list of a class on paper, to be signed where there is no phone and typed in later: A4, one row for each participant, in as many pages as
/// it takes.
public struct AttendanceSheet: Sendable {
    public struct Row: Sendable {
        public let number: Int
        public let name: String
        public let place: String

        public init(number: Int, name: String, place: String) {
            self.number = number
            self.name = name
            self.place = place
        }
    }

    public let title: String
    /// Place, time, trainer.
    public let lines: [String]
    public let rows: [Row]
    public let language: Language

    public init(title: String, lines: [String], rows: [Row], language: Language) {
        self.title = title
        self.lines = lines
        self.rows = rows
        self.language = language
    }

    private static let margin = 42.0
    private static let rowHeight = 22.0
    private static let columns: [(x: Double, width: Double)] = [(42, 30), (72, 200), (272, 120), (392, 161)]

    /// The sheet as PDF; nil if it could not be written.
    public func pdf() -> [UInt8]? {
        let pen = PaperPen(width: 595, height: 842)
        let width = pen.width - 2 * Self.margin
        var row = 0
        var page = 1
        repeat {
            var y = Self.margin
            y += pen.write(title, x: Self.margin, y: y, size: 15, isBold: true, width: width) + 4
            for line in lines { y += pen.write(line, x: Self.margin, y: y, size: 10, width: width) + 2 }
            y += 8
            let titles = [
                Phrase("No.", "No."), Phrase("Nama", "Name"), Phrase("Tempat tinggal", "Lives in"), Phrase("Tanda tangan", "Signature"),
            ]
            draw(titles.map { $0[language] }, pen, y: y, isBold: true)
            y += Self.rowHeight
            while row < rows.count, y + Self.rowHeight < pen.height - Self.margin - 30 {
                draw(["\(rows[row].number)", rows[row].name, rows[row].place, ""], pen, y: y)
                y += Self.rowHeight
                row += 1
            }
            let footer = Phrase(
                "Halaman {1} · tulis nomor yang hadir di halaman kelas", "Page {1} · type the numbers of those present on the class page")
            pen.write(footer.filled(["\(page)"], in: language), x: Self.margin, y: pen.height - Self.margin - 12, size: 8, width: width)
            pen.nextPage()
            page += 1
        } while row < rows.count
        return pen.finish()
    }

    private func draw(_ texts: [String], _ pen: PaperPen, y: Double, isBold: Bool = false) {
        for (text, column) in zip(texts, Self.columns) {
            pen.write(text, x: column.x + 3, y: y + 5, size: 9, isBold: isBold, width: column.width - 6)
            pen.frame(x: column.x, y: y, width: column.width, height: Self.rowHeight)
        }
    }
}
