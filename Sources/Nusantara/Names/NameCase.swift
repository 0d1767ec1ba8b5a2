/// Writes a name with single spaces, and with capitals at the front of words when the list used only capitals or only small letters.
enum NameCase {
    /// - Parameters:
    ///   - text: the cell as sent.
    ///   - bytes: the same as ``Latin`` bytes.
    ///   - written: forms for words at certain places of the bytes, used when the case has to be made anew.
    static func tidied(_ text: String, _ bytes: [UInt8], written: [(place: Range<Int>, form: String)] = []) -> String {
        let isPlain = text.utf8.count == bytes.count
        guard needsCase(bytes) else { return isPlain ? spaced(text.utf8) : spaced(Latin.visible(text)) }
        guard isPlain else { return spaced(titled(Latin.visible(text))) }
        guard !written.isEmpty else { return spaced(titled(bytes)) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        let cased = titled(bytes)
        var position = 0
        for (place, form) in written where place.lowerBound >= position {
            result += cased[position..<place.lowerBound]
            result += form.utf8
            position = place.upperBound
            if position < bytes.count, bytes[position].isLatinWord { result.append(UInt8(ascii: " ")) }
        }
        result += cased[position...]
        return spaced(result)
    }

    /// Whether the list typed this text in one case. Words of up to three letters do not count (`Hj. SITI AMINAH`, `toko ABC`) unless there
    /// are no others.
    private static func needsCase(_ bytes: [UInt8]) -> Bool {
        guard bytes.first != UInt8(ascii: "@") else { return false }
        var all = Cases()
        var long = Cases()
        var start = 0
        while start < bytes.count {
            var end = start
            var word = Cases()
            while end < bytes.count, bytes[end].isLatinLetter {
                word.add(bytes[end])
                end += 1
            }
            all.formUnion(word)
            if end - start > 3 { long.formUnion(word) }
            start = max(end, start + 1)
        }
        return long.isEmpty ? all.count == 1 : long.count == 1
    }

    /// Which of the two cases occur.
    private struct Cases {
        var small = false
        var capital = false

        var isEmpty: Bool { !small && !capital }
        var count: Int { (small ? 1 : 0) + (capital ? 1 : 0) }

        mutating func add(_ letter: UInt8) {
            if letter.isLatinSmall { small = true } else { capital = true }
        }

        mutating func formUnion(_ other: Cases) {
            small = small || other.small
            capital = capital || other.capital
        }
    }

    /// Capitals at the front of words. In a text that has small letters, a short word all in capitals is an abbreviation and stays.
    private static func titled(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var inside = false
        let keepsAbbreviations = bytes.contains(where: \.isLatinSmall)
        var kept = 0
        for index in result.indices {
            let byte = result[index]
            if keepsAbbreviations, index >= kept, !inside, byte.isLatinCapital {
                let end = result[index...].firstIndex { !$0.isLatinCapital } ?? result.endIndex
                let isWhole = end == result.endIndex || !result[end].isLatinSmall
                if (2...3).contains(end - index), isWhole { kept = end }
            }
            if index < kept {
                inside = true
                continue
            }
            result[index] = inside ? byte.latinSmall : byte.latinCapital
            if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "`") { inside = byte.isLatinWord || byte >= 0x80 }
        }
        return result
    }

    /// Spaces and control characters become one space; what hangs loose at either end is dropped.
    private static func spaced(_ source: some Collection<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        for byte in source {
            if byte <= 0x20 || byte == 0x7F {
                if let last = result.last, last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
            } else if !result.isEmpty || !isLoose(byte, atFront: true) {
                result.append(byte)
            }
        }
        while let last = result.last, isLoose(last, atFront: false) { result.removeLast() }
        return String(latin: result)
    }

    private static func isLoose(_ byte: UInt8, atFront: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "'"),
            UInt8(ascii: "`"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "="):
            true
        case UInt8(ascii: "."): atFront
        default: false
        }
    }
}
