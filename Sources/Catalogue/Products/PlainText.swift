import Nusantara

/// Text as people paste it from elsewhere, made plain: no markup, no emoji, no characters that nobody sees.
public enum PlainText {
    /// One line: every run of blanks and line breaks is one space.
    public static func line(_ text: String) -> String {
        cleaned(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Several lines: blanks within a line are one space, and at most one empty line stands between two.
    public static func paragraphs(_ text: String) -> String {
        var lines: [String] = []
        for part in cleaned(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// Without HTML elements, with its entities as characters, without emoji and control characters.
    private static func cleaned(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var rest = Substring(text).unicodeScalars
        while let scalar = rest.popFirst() {
            switch scalar {
            case "<":
                guard let end = elementEnd(in: rest) else {
                    plain.append(scalar)
                    continue
                }
                let name = rest[..<end].prefix { $0 != " " && $0 != "/" || $0 == rest.first }
                // Elements that begin a new line for the reader do so here.
                if ["br", "/p", "/li", "/div", "p", "li"].contains(String(name).lowercased()) {
                    plain.append("\n")
                } else {
                    plain.append(" ")
                }
                rest = rest[rest.index(after: end)...]
            case "&":
                if let (character, after) = entity(in: rest) {
                    plain.append(character)
                    rest = rest[after...]
                } else {
                    plain.append(scalar)
                }
            default:
                if isKept(scalar) { plain.append(scalar) }
            }
        }
        return String(plain)
    }

    /// Where an element that was begun ends; nil if it is none: `3 < 5` stays.
    private static func elementEnd(in rest: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView.Index? {
        guard let first = rest.first, first == "/" || first == "!" || first.properties.isAlphabetic else { return nil }
        var index = rest.startIndex
        var count = 0
        while index < rest.endIndex, count < 500 {
            if rest[index] == ">" { return index }
            if rest[index] == "<" { return nil }
            index = rest.index(after: index)
            count += 1
        }
        return nil
    }

    private static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "‹", "gt": "›", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—", "rsquo": "’", "lsquo": "‘",
        "ldquo": "“", "rdquo": "”", "middot": "·", "deg": "°", "times": "×",
    ]

    private static func entity(in rest: Substring.UnicodeScalarView) -> (Unicode.Scalar, Substring.UnicodeScalarView.Index)? {
        let name = rest.prefix(10).prefix { $0 != ";" }
        guard name.endIndex < rest.endIndex, rest[name.endIndex] == ";" else { return nil }
        let after = rest.index(after: name.endIndex)
        if name.first == "#" {
            let digits = String(name.dropFirst())
            let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let number, let scalar = Unicode.Scalar(number), scalar != "<", isKept(scalar) else { return nil }
            return (scalar, after)
        }
        return entities[String(name)].map { ($0, after) }
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control: return scalar == "\n" || scalar == "\t" || scalar == "\r"
        case .format, .privateUse, .surrogate, .unassigned: return false
        default: break
        }
        // Variation selectors and keycaps belong to emoji.
        if (0xFE00...0xFE0F).contains(scalar.value) || scalar.value == 0x20E3 { return false }
        if scalar.value < 0x203C { return true }
        return
            !(properties.isEmojiPresentation || properties.isEmojiModifier
            || (properties.isEmoji && properties.generalCategory == .otherSymbol))
    }
}
