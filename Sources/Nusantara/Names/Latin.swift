/// Reads any text as plain Latin letters, digits and punctuation, one ASCII byte each.
///
/// Lists carry typographic quotes, full-width digits from Asian keyboards, zero-width spaces pasted from WhatsApp, and shop names in
/// mathematical letters. Every parser of this module begins by laying these out as ASCII, so that it can go on with bytes.
enum Latin {
    /// Stands for a character that has no Latin reading: an emoji, another script.
    static let other: UInt8 = 0x7F

    /// The text as ASCII with its case kept. Accents and invisible characters are dropped, spaces of any kind become U+0020.
    static func bytes(of text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { source in
            [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
                var position = 0
                while position < source.count {
                    let byte = source[position]
                    if byte < 0x80 {
                        target[count] = byte < 0x20 || byte == other ? 0x20 : byte
                        count += 1
                        position += 1
                    } else {
                        let (scalar, length) = decode(source, at: position)
                        position += length
                        if let reading = reading(of: scalar) {
                            target[count] = reading
                            count += 1
                        }
                    }
                }
            }
        }
    }

    /// The text in UTF-8 without invisible characters, and with U+0020 for spaces of any kind.
    static func visible(_ text: String) -> [UInt8] {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isInvisible(scalar.value) {
            result.append(isSpace(scalar.value) ? " " : scalar)
        }
        return Array(String(result).utf8)
    }

    private static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: true
        default: false
        }
    }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// The scalar that begins at a position of valid UTF-8, and how many bytes it takes.
    private static func decode(_ source: UnsafeBufferPointer<UInt8>, at position: Int) -> (scalar: UInt32, length: Int) {
        let lead = UInt32(source[position])
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard position + length <= source.count else { return (0xFFFD, source.count - position) }
        var scalar = lead & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length {
            scalar = scalar << 6 | UInt32(source[position + offset] & 0x3F)
        }
        return (scalar, length)
    }

    /// The one ASCII byte that a scalar beyond ASCII reads as, or nil when it is to be dropped.
    private static func reading(of scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xC0...0x17F: latinLetters[Int(scalar - 0xC0)]
        case 0x1E00...0x1E99: latinAdditional[Int(scalar - 0x1E00)]
        case 0x1EA0...0x1EF9: vietnameseLetters[Int(scalar - 0x1EA0)]
        case 0x300...0x36F: nil
        case _ where isInvisible(scalar): nil
        case _ where isSpace(scalar): UInt8(ascii: " ")
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: UInt8(ascii: "-")
        case 0xB4, 0x2B9...0x2BF, 0x2C8, 0x2018...0x201B, 0x2032, 0x2035: UInt8(ascii: "'")
        case 0xAB, 0xBB, 0x201C...0x201F, 0x2033: UInt8(ascii: "\"")
        case 0xB1: UInt8(ascii: "~")
        case 0xB2: UInt8(ascii: "2")
        case 0xB3: UInt8(ascii: "3")
        case 0xB9: UInt8(ascii: "1")
        case 0xB7, 0x2022, 0x2026: UInt8(ascii: ".")
        case 0x2044, 0x2215: UInt8(ascii: "/")
        case 0x660...0x669: UInt8(ascii: "0") + UInt8(scalar - 0x660)
        case 0x6F0...0x6F9: UInt8(ascii: "0") + UInt8(scalar - 0x6F0)
        case 0xFF01...0xFF5E: UInt8(scalar - 0xFF01) + 0x21
        case 0x1D400...0x1D6A3: mathematicalLetter(Int(scalar - 0x1D400) % 52)
        case 0x1D7CE...0x1D7FF: UInt8(ascii: "0") + UInt8((scalar - 0x1D7CE) % 10)
        default: other
        }
    }

    private static func mathematicalLetter(_ index: Int) -> UInt8 {
        index < 26 ? UInt8(ascii: "A") + UInt8(index) : UInt8(ascii: "a") + UInt8(index - 26)
    }

    /// U+00C0…U+017F without their accents.
    private static let latinLetters = Array(
        ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
            + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTt"
            + "UuUuUuUuUuUuWwYyYZzZzZzs").utf8)

    /// U+1E00…U+1E99: the dots and bars of scholarly Arabic.
    private static let latinAdditional = Array(
        ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRr"
            + "SsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy").utf8)

    /// U+1EA0…U+1EF9.
    private static let vietnameseLetters = Array(
        "AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy".utf8)
}

extension UInt8 {
    @inline(__always) var isLatinDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isLatinCapital: Bool { self &- 0x41 < 26 }
    @inline(__always) var isLatinSmall: Bool { self &- 0x61 < 26 }
    @inline(__always) var isLatinLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) var isLatinWord: Bool { isLatinLetter || isLatinDigit }
    @inline(__always) var latinSmall: UInt8 { isLatinCapital ? self | 0x20 : self }
    @inline(__always) var latinCapital: UInt8 { isLatinSmall ? self & 0xDF : self }
    @inline(__always) var isLatinVowel: Bool {
        switch self {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }
}
