/// Text as XML 1.0 wants it.
enum XMLText {
    /// Writes `<name>text</name>` and a line break.
    static func element(_ name: String, _ text: String, _ bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        bytes.append(UInt8(ascii: ">"))
        escape(text, &bytes)
        bytes += "</".utf8
        bytes += name.utf8
        bytes += ">\n".utf8
    }

    /// The five characters with a meaning are written as entities; those that XML 1.0 (section 2.2) has no place for become spaces.
    static func escape(_ text: String, _ bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { utf8 in
            var index = 0
            while index < utf8.count {
                let byte = utf8[index]
                switch byte {
                case UInt8(ascii: "&"): bytes += "&amp;".utf8
                case UInt8(ascii: "<"): bytes += "&lt;".utf8
                case UInt8(ascii: ">"): bytes += "&gt;".utf8
                case UInt8(ascii: "\""): bytes += "&quot;".utf8
                case UInt8(ascii: "'"): bytes += "&apos;".utf8
                case 0x09, 0x0A, 0x0D: bytes.append(byte)
                case ..<0x20: bytes.append(UInt8(ascii: " "))
                // U+FFFE and U+FFFF
                case 0xEF where index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
                    bytes.append(UInt8(ascii: " "))
                    index += 2
                default: bytes.append(byte)
                }
                index += 1
            }
        }
    }
}
