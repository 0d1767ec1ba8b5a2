/// A word of an address, small letters and digits, with what punctuation said about it.
struct AddressWord {
    /// Letters and digits; also `/` and `-` between digits (`003/005`).
    var text: String
    /// A comma, semicolon or line break stands behind it.
    var endsStretch: Bool

    var isNumber: Bool { text.utf8.allSatisfy(\.isLatinDigit) }
    var startsWithDigit: Bool { text.utf8.first?.isLatinDigit == true }

    /// The text without leading zeros.
    var plain: String {
        guard text.utf8.first == UInt8(ascii: "0") else { return text }
        let trimmed = text.utf8.drop { $0 == UInt8(ascii: "0") }
        return trimmed.first?.isLatinDigit == true ? String(latin: trimmed) : "0" + String(latin: trimmed)
    }

    /// `03` or `003/005` as one or two numbers without leading zeros.
    var neighbourhood: (String, String?)? {
        let parts = text.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
        guard let first = parts.first, parts.count <= 2, parts.allSatisfy({ $0.count <= 4 && $0.allSatisfy(\.isLatinDigit) }) else {
            return nil
        }
        let second = parts.count == 2 ? Self.trimmed(parts[1]) : nil
        return (Self.trimmed(first), second)
    }

    private static func trimmed(_ digits: Substring.UTF8View) -> String {
        let rest = digits.drop { $0 == UInt8(ascii: "0") }
        return rest.isEmpty ? "0" : String(latin: rest)
    }

    /// Cuts an address into words. A slash or dash holds together only what begins with a digit; `rt` and `rw` part from their numbers.
    static func all(in bytes: [UInt8]) -> [AddressWord] {
        var words: [AddressWord] = []
        words.reserveCapacity(16)
        var letters: [UInt8] = []
        func finish() {
            guard !letters.isEmpty else { return }
            words.append(AddressWord(text: String(latin: letters), endsStretch: false))
            letters.removeAll(keepingCapacity: true)
        }
        for (position, byte) in bytes.enumerated() {
            if byte.isLatinWord {
                let small = byte.latinSmall
                if let first = letters.first, first.isLatinDigit != small.isLatinDigit, partsHere(letters, small) { finish() }
                letters.append(small)
            } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") {
                let joins = letters.first?.isLatinDigit == true && position + 1 < bytes.count && bytes[position + 1].isLatinWord
                if joins, isNeighbourOrNumber(bytes, position + 1) { letters.append(byte) } else { finish() }
            } else if byte == UInt8(ascii: ","), isDecimal(bytes, position), letters.allSatisfy(\.isLatinDigit) {
                letters.append(UInt8(ascii: "."))
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
                continue
            } else {
                finish()
                if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";"), !words.isEmpty { words[words.count - 1].endsStretch = true }
                if byte == UInt8(ascii: "#") { words.append(AddressWord(text: "no", endsStretch: false)) }
            }
        }
        finish()
        return words
    }

    /// A comma between a digit and a last digit: kilometre `5,5`.
    private static func isDecimal(_ bytes: [UInt8], _ position: Int) -> Bool {
        guard position > 0, position + 1 < bytes.count, bytes[position - 1].isLatinDigit, bytes[position + 1].isLatinDigit else {
            return false
        }
        return position + 2 >= bytes.count || !bytes[position + 2].isLatinWord
    }

    /// After a slash comes another number, or a single letter (`12/A`), and not `RW`.
    private static func isNeighbourOrNumber(_ bytes: [UInt8], _ position: Int) -> Bool {
        if bytes[position].isLatinDigit { return true }
        return position + 1 >= bytes.count || !bytes[position + 1].isLatinLetter
    }

    /// `rt03`, `rw05`, `no12` part where digits begin; `03rw` where letters begin; `12a` stays whole.
    private static func partsHere(_ letters: [UInt8], _ next: UInt8) -> Bool {
        if next.isLatinDigit {
            return letters.allSatisfy(\.isLatinLetter)
                && (letters == Array("rt".utf8) || letters == Array("rw".utf8) || letters == Array("no".utf8))
        }
        return next == UInt8(ascii: "r") && letters.allSatisfy(\.isLatinDigit)
    }
}
