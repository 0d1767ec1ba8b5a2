/// What the parts around the sheets of a workbook say (ISO/IEC 29500-1, 18.2).
struct Workbook {
    struct Sheet {
        let name: String
        /// The name of its part in the archive.
        let part: String
        let isVisible: Bool
    }

    let sheets: [Sheet]
    /// Whether days are counted from 1904, as Excel for the Macintosh did.
    let countsFrom1904: Bool
    let stylesPart: String?
    let sharedTextsPart: String?

    /// - Throws: ``TabularError/notATable(kind:)`` and ``TabularError/otherFormat(kind:)`` if the archive is something else.
    init(in archive: ZipArchive) throws(TabularError) {
        let main = try Self.relationships(of: "", in: archive).first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
        guard let part = try archive.part(main), !main.hasSuffix(".bin") else { throw try Self.otherKind(of: archive) }
        let content = Content()
        try XMLStream.read(part, to: content)
        guard content.isWorkbook else { throw try Self.otherKind(of: archive) }

        let relationships = try Self.relationships(of: main, in: archive)
        sheets = content.sheets.compactMap { sheet in
            guard let target = relationships.first(where: { $0.id == sheet.relationship && $0.kind == "worksheet" }) else { return nil }
            return Sheet(name: sheet.name, part: target.target, isVisible: sheet.isVisible)
        }
        countsFrom1904 = content.countsFrom1904
        stylesPart = relationships.first { $0.kind == "styles" }?.target
        sharedTextsPart = relationships.first { $0.kind == "sharedStrings" }?.target
    }

    /// What a ZIP file is when it is no workbook.
    private static func otherKind(of archive: ZipArchive) throws(TabularError) -> TabularError {
        if archive.contains("xl/workbook.bin") { return .otherFormat(kind: "Excel biner (.xlsb)") }
        if archive.contains("word/document.xml") { return .notATable(kind: "Word (.docx)") }
        if archive.contains("ppt/presentation.xml") { return .notATable(kind: "PowerPoint (.pptx)") }
        if archive.contains("Index/Document.iwa") { return .otherFormat(kind: "Apple Numbers") }
        if let type = try archive.part("mimetype")?.read() {
            let type = String(decoding: type, as: UTF8.self)
            if type.contains("opendocument.spreadsheet") { return .otherFormat(kind: "OpenDocument (.ods)") }
            if type.contains("opendocument") { return .notATable(kind: "OpenDocument") }
        }
        return .notATable(kind: "ZIP")
    }

    // MARK: - Relationships (ISO/IEC 29500-2, 9.3)

    private struct Relationship {
        let id: String
        /// The last word of its type, which is the same in the transitional and the strict form of the standard.
        let kind: String
        let target: String
    }

    private static func relationships(of source: String, in archive: ZipArchive) throws(TabularError) -> [Relationship] {
        let slash = source.lastIndex(of: "/").map { source.index(after: $0) } ?? source.startIndex
        let folder = source[..<slash]
        guard let part = try archive.part("\(folder)_rels/\(source[slash...]).rels") else { return [] }
        let reader = RelationshipReader(folder: String(folder))
        try XMLStream.read(part, to: reader)
        return reader.relationships
    }

    private final class RelationshipReader: XMLEvents {
        private(set) var relationships: [Relationship] = []
        private let folder: String

        init(folder: String) {
            self.folder = folder
        }

        func start(_ element: String, _ attributes: XMLAttributes) throws(TabularError) {
            guard element == "Relationship", let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"],
                attributes["TargetMode"] != "External"
            else { return }
            guard relationships.count < 10_000 else { throw .damaged }
            relationships.append(
                Relationship(id: id, kind: type.split(separator: "/").last.map(String.init) ?? "", target: resolve(target)))
        }

        private func resolve(_ target: String) -> String {
            var steps: [Substring] = []
            for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
                if step == ".." {
                    _ = steps.popLast()
                } else {
                    steps.append(step)
                }
            }
            return steps.joined(separator: "/")
        }
    }

    // MARK: - The workbook part

    private final class Content: XMLEvents {
        private(set) var isWorkbook = false
        private(set) var sheets: [(name: String, relationship: String, isVisible: Bool)] = []
        private(set) var countsFrom1904 = false

        func start(_ element: String, _ attributes: XMLAttributes) throws(TabularError) {
            switch element {
            case "workbook":
                isWorkbook = true
            case "workbookPr":
                countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
            case "sheet":
                guard sheets.count < 10_000 else { throw .damaged }
                sheets.append((attributes["name"] ?? "", attributes["id"] ?? "", ["visible", nil].contains(attributes["state"])))
            default:
                break
            }
        }
    }
}
