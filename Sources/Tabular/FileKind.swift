/// What a file is by its first bytes, whatever its name says.
enum FileKind: Equatable {
    case text
    case zip
    /// A compound file of Microsoft's: an old Excel or Word file, or an encrypted new one ([MS-CFB]).
    case compound
    case other(TabularError)

    init(firstBytes: [UInt8]) {
        if let signature = Self.signatures.first(where: { firstBytes.starts(with: $0.bytes) }) {
            self = signature.kind
            return
        }
        let opening = Self.opening(of: firstBytes)
        if opening.hasPrefix("{\\rtf") {
            self = .other(.notATable(kind: "RTF"))
        } else if opening.hasPrefix("%!ps") {
            self = .other(.notATable(kind: "PostScript"))
        } else if ["<!doctype html", "<html", "<head", "<table", "<meta", "<style", "<body", "<div"].contains(where: opening.hasPrefix) {
            self = .other(.otherFormat(kind: "HTML"))
        } else if opening.hasPrefix("<?xml") || opening.hasPrefix("<svg") {
            self = .other(.otherFormat(kind: "XML"))
        } else if opening.hasPrefix("{\"") || opening.hasPrefix("[{") || opening.hasPrefix("[[") || opening.hasPrefix("[\"") {
            self = .other(.otherFormat(kind: "JSON"))
        } else if opening.hasPrefix("sqlite format 3") {
            self = .other(.notATable(kind: "SQLite"))
        } else {
            self = .text
        }
    }

    private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
        (Array("%PDF-".utf8), .other(.notATable(kind: "PDF"))),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .other(.notATable(kind: "PNG"))),
        ([0xFF, 0xD8, 0xFF], .other(.notATable(kind: "JPEG"))),
        (Array("GIF8".utf8), .other(.notATable(kind: "GIF"))),
        (Array("RIFF".utf8), .other(.notATable(kind: "WebP/AVI"))),
        ([0x1F, 0x8B], .other(.notATable(kind: "gzip"))),
        (Array("BZh".utf8), .other(.notATable(kind: "bzip2"))),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .other(.notATable(kind: "xz"))),
        ([0x28, 0xB5, 0x2F, 0xFD], .other(.notATable(kind: "Zstandard"))),
        (Array("Rar!".utf8), .other(.notATable(kind: "RAR"))),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .other(.notATable(kind: "7z"))),
        ([0x7F, 0x45, 0x4C, 0x46], .other(.notATable(kind: "program"))),
        (Array("PAR1".utf8), .other(.otherFormat(kind: "Parquet"))),
    ]

    /// The first letters in lower case, after a byte order mark and white space.
    private static func opening(of bytes: [UInt8]) -> String {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        let word = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.prefix(24)
        return String(decoding: word, as: UTF8.self).lowercased()
    }
}
