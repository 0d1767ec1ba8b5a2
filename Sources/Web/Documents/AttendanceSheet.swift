import CPango

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

    private static let page = (width: 595.0, height: 842.0)
    private static let margin = 42.0
    private static let rowHeight = 22.0

    /// The sheet as PDF; nil if the system has no fonts at all.
    public func pdf() -> [UInt8]? {
        let sink = ByteSink()
        let surface = cairo_pdf_surface_create_for_stream(
            { sink, bytes, count in
                guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes.append(
                    contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), Self.page.width, Self.page.height)
        let pen = cairo_create(surface)
        var row = 0
        var page = 1
        repeat {
            var y = Self.margin
            y += write(title, pen, x: Self.margin, y: y, size: 15, isBold: true, width: Self.page.width - 2 * Self.margin) + 4
            for line in lines { y += write(line, pen, x: Self.margin, y: y, size: 10, width: Self.page.width - 2 * Self.margin) + 2 }
            y += 8
            header(pen, y: y)
            y += Self.rowHeight
            while row < rows.count, y + Self.rowHeight < Self.page.height - Self.margin - 30 {
                draw(rows[row], pen, y: y)
                y += Self.rowHeight
                row += 1
            }
            let footer = Phrase(
                "Halaman {1} · tulis nomor yang hadir di halaman kelas", "Page {1} · type the numbers of those present on the class page")
            _ = write(
                footer.filled([String(page)], in: language), pen, x: Self.margin, y: Self.page.height - Self.margin - 12, size: 8,
                width: Self.page.width - 2 * Self.margin)
            cairo_show_page(pen)
            page += 1
        } while row < rows.count
        cairo_destroy(pen)
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        cairo_surface_destroy(surface)
        return status == CAIRO_STATUS_SUCCESS ? sink.bytes : nil
    }

    private static let columns: [(x: Double, width: Double)] = [(42, 30), (72, 200), (272, 120), (392, 161)]

    private func header(_ pen: OpaquePointer?, y: Double) {
        let titles = [
            Phrase("No.", "No."), Phrase("Nama", "Name"), Phrase("Tempat tinggal", "Lives in"), Phrase("Tanda tangan", "Signature"),
        ]
        for (title, column) in zip(titles, Self.columns) {
            _ = write(title[language], pen, x: column.x + 3, y: y + 5, size: 9, isBold: true, width: column.width - 6)
        }
        frame(pen, y: y)
    }

    private func draw(_ row: Row, _ pen: OpaquePointer?, y: Double) {
        for (text, column) in zip(["\(row.number)", row.name, row.place], Self.columns) {
            _ = write(text, pen, x: column.x + 3, y: y + 5, size: 9, width: column.width - 6)
        }
        frame(pen, y: y)
    }

    private func frame(_ pen: OpaquePointer?, y: Double) {
        cairo_set_line_width(pen, 0.5)
        cairo_set_source_rgb(pen, 0.45, 0.45, 0.45)
        for column in Self.columns { cairo_rectangle(pen, column.x, y, column.width, Self.rowHeight) }
        cairo_stroke(pen)
        cairo_set_source_rgb(pen, 0, 0, 0)
    }

    /// Writes a line, cut with an ellipsis where it is too long, and returns its height.
    private func write(
        _ text: String, _ pen: OpaquePointer?, x: Double, y: Double, size: Double, isBold: Bool = false, width: Double
    ) -> Double {
        guard let layout = pango_cairo_create_layout(pen) else { return 0 }
        let font = pango_font_description_from_string("DejaVu Sans \(isBold ? "Bold " : "")\(Int(size))px")
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        pango_layout_set_single_paragraph_mode(layout, 1)
        pango_layout_set_text(layout, text, -1)
        cairo_move_to(pen, x, y)
        pango_cairo_show_layout(pen, layout)
        var (pixels, height): (Int32, Int32) = (0, 0)
        pango_layout_get_pixel_size(layout, &pixels, &height)
        g_object_unref(UnsafeMutableRawPointer(layout))
        return Double(height)
    }
}

/// Where cairo writes; it lives as long as the surface.
private final class ByteSink {
    var bytes: [UInt8] = []
}
