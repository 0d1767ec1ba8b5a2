import CZip
import Foundation
import Tabular

/// A workbook as bytes, made part by part so that a test can spoil any of them.
struct WorkbookFixture {
    struct Sheet {
        var name: String
        var state = "visible"
        /// What stands in `<sheetData>`.
        var rows: String
    }

    var sheets: [Sheet]
    var sharedTexts: [String]?
    /// The format codes of the cell styles, from style 1 on; style 0 is General.
    var formatCodes: [String] = []
    var countsFrom1904 = false
    /// Parts to add or to replace; nil removes one.
    var overrides: [String: String?] = [:]

    init(rows: String, sharedTexts: [String]? = nil, formatCodes: [String] = [], countsFrom1904: Bool = false) {
        sheets = [Sheet(name: "Data", rows: rows)]
        self.sharedTexts = sharedTexts
        self.formatCodes = formatCodes
        self.countsFrom1904 = countsFrom1904
    }

    init(sheets: [Sheet]) {
        self.sheets = sheets
    }

    var parts: [(name: String, content: String)] {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        func relationship(_ id: String, _ kind: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
        }
        let listed = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"rId\(index + 1)\"/>"
        }
        let related = sheets.indices.map { relationship("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
        var parts: [(name: String, content: String)] = [
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)\">\(relationship("rId1", "officeDocument", "xl/workbook.xml"))</Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr\(countsFrom1904 ? " date1904=\"1\"" : "")/>"
                    + "<sheets>\(listed.joined())</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(package)\">\(related.joined())\(relationship("rIdS", "styles", "/xl/styles.xml"))"
                    + "\(relationship("rIdT", "sharedStrings", "sharedStrings.xml"))</Relationships>"
            ),
        ]
        let formats = formatCodes.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\(Self.escaped($1))\"/>" }
        let styles = ["<xf numFmtId=\"0\"/>"] + formatCodes.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" } + ["<xf numFmtId=\"14\"/>"]
        parts.append(
            (
                "xl/styles.xml",
                "<styleSheet xmlns=\"\(main)\"><numFmts>\(formats.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                    + "<cellXfs>\(styles.joined())</cellXfs></styleSheet>"
            ))
        if let sharedTexts {
            let texts = sharedTexts.map {
                $0.hasPrefix("<") ? "<si>\($0)</si>" : "<si><t xml:space=\"preserve\">\(Self.escaped($0))</t></si>"
            }
            parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(texts.joined())</sst>"))
        }
        for (index, sheet) in sheets.enumerated() {
            parts.append(
                (
                    "xl/worksheets/sheet\(index + 1).xml",
                    "<worksheet xmlns=\"\(main)\"><cols/><sheetData>\(sheet.rows)</sheetData><mergeCells/></worksheet>"
                ))
        }
        parts = parts.map { ($0.name, declaration + $0.content) }
        for (name, content) in overrides.sorted(by: { $0.key < $1.key }) {
            parts.removeAll { $0.name == name }
            if let content { parts.append((name, content)) }
        }
        return parts
    }

    func bytes() throws -> [UInt8] {
        try zipped(parts.map { ($0.name, Array($0.content.utf8)) })
    }

    /// Text for a part; what would read as an escape such as `_x0041_` is escaped itself.
    static func cellText(_ text: String) -> String {
        escaped(text.replacing("_x", with: "_x005F_x"))
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}

struct ZipFailure: Error {
    let message: String
}

/// A ZIP file of these parts, compressed, and encrypted if there is a password.
func zipped(_ parts: [(name: String, content: [UInt8])], password: String? = nil) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("tabular-\(UUID().uuidString).zip").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, nil) else { throw ZipFailure(message: "cannot create \(path)") }
    var buffers: [UnsafeMutableBufferPointer<UInt8>] = []
    defer { buffers.forEach { $0.deallocate() } }
    for part in parts {
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(part.content.count, 1))
        _ = buffer.update(from: part.content)
        buffers.append(buffer)
        let source = zip_source_buffer(archive, buffer.baseAddress, UInt64(part.content.count), 0)
        let index = zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else { throw ZipFailure(message: "cannot add \(part.name)") }
        if let password { zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password) }
    }
    guard zip_close(archive) == 0 else { throw ZipFailure(message: "cannot write \(path)") }
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}
