import CPango

/// Writes a PDF: texts, frames and codes on pages measured in points.
final class PaperPen {
    enum Alignment {
        case left, centre
    }

    let width: Double
    let height: Double
    private let sink = ByteSink()
    private let surface: OpaquePointer?
    private let pen: OpaquePointer?

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
        surface = cairo_pdf_surface_create_for_stream(
            { sink, bytes, count in
                guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes.append(
                    contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), width, height)
        pen = cairo_create(surface)
    }

    deinit {
        cairo_destroy(pen)
        cairo_surface_destroy(surface)
    }

    /// Writes a text and returns its height.
    ///
    /// - Parameters:
    ///   - width: where it breaks, or is cut with an ellipsis if it may have one line only.
    ///   - lines: how many lines it may have; nil for as many as it takes.
    @discardableResult
    func write(
        _ text: String, x: Double, y: Double, size: Double, isBold: Bool = false, width: Double, lines: Int32? = 1,
        alignment: Alignment = .left
    ) -> Double {
        guard let layout = pango_cairo_create_layout(pen) else { return 0 }
        defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
        let font = pango_font_description_from_string("DejaVu Sans \(isBold ? "Bold " : "")\(Int(size))px")
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_alignment(layout, alignment == .centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT)
        if let lines {
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
            if lines == 1 { pango_layout_set_single_paragraph_mode(layout, 1) } else { pango_layout_set_height(layout, -lines) }
        }
        pango_layout_set_text(layout, text, -1)
        cairo_move_to(pen, x, y)
        pango_cairo_show_layout(pen, layout)
        var (pixels, height): (Int32, Int32) = (0, 0)
        pango_layout_get_pixel_size(layout, &pixels, &height)
        return Double(height)
    }

    func frame(x: Double, y: Double, width: Double, height: Double, line: Double = 0.5, grey: Double = 0.45) {
        cairo_set_line_width(pen, line)
        cairo_set_source_rgb(pen, grey, grey, grey)
        cairo_rectangle(pen, x, y, width, height)
        cairo_stroke(pen)
        cairo_set_source_rgb(pen, 0, 0, 0)
    }

    /// Draws a code as squares, sharp at any size.
    func draw(_ code: QRCode, x: Double, y: Double, side: Double) {
        let modules = code.modules
        guard !modules.isEmpty else { return }
        let unit = side / Double(modules.count)
        for (row, line) in modules.enumerated() {
            for (column, isDark) in line.enumerated() where isDark {
                cairo_rectangle(pen, x + Double(column) * unit, y + Double(row) * unit, unit, unit)
            }
        }
        cairo_fill(pen)
    }

    func nextPage() { cairo_show_page(pen) }

    /// Ends the paper; nil if it could not be written.
    func finish() -> [UInt8]? {
        cairo_surface_finish(surface)
        return cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS ? sink.bytes : nil
    }
}

/// Where cairo writes; it lives as long as the surface.
private final class ByteSink {
    var bytes: [UInt8] = []
}
