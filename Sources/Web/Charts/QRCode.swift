import CQREncode

/// A text as a code that phones read (ISO/IEC 18004), drawn as one path.
public struct QRCode: Drawing {
    public let label: Phrase
    /// Dark modules by row; empty if the text is too long.
    let modules: [[Bool]]

    /// - Parameters:
    ///   - text: at most some 2,300 bytes.
    ///   - label: what the code is, for those who cannot see it.
    public init(_ text: String, label: Phrase) {
        self.label = label
        modules = Self.modules(of: text)
    }

    static func modules(of text: String) -> [[Bool]] {
        // Level M: a seventh of the code may be dirty or torn. Capitals and digits are packed closer than other letters.
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return [] }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        return (0..<width).map { row in (0..<width).map { code.pointee.data[row * width + $0] & 1 == 1 } }
    }

    /// Four modules of white around it, as readers need.
    static let quiet = 4

    public func draw(in language: Language) -> SafeMarkup {
        let side = modules.count + 2 * Self.quiet
        var path = ""
        for (y, row) in modules.enumerated() {
            var x = 0
            while x < row.count {
                guard row[x] else {
                    x += 1
                    continue
                }
                var end = x
                while end < row.count, row[end] { end += 1 }
                path += "M\(x + Self.quiet) \(y + Self.quiet)h\(end - x)v1h-\(end - x)z"
                x = end
            }
        }
        return MarkupPen.markup { pen in
            pen.element("svg", ["width": "100%", "height": 352, "role": "img", "viewBox": .text("0 0 \(side) \(side)")]) { pen in
                pen.element("title", text: label[language])
                pen.element("rect", ["width": .text("\(side)"), "height": .text("\(side)"), "fill": "#fff"])
                pen.element("path", ["d": .text(path), "fill": "#000", "shape-rendering": "crispEdges"])
            }
        }
    }
}
