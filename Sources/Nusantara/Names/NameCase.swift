/// Writes a name with single spaces, and with capitals at the front of words when the list used only capitals or only small letters.
enum NameCase {
    /// - Parameters:
    ///   - text: the cell as sent.
    ///   - bytes: the same as ``Latin`` bytes.
    ///   - written: forms for words at certain places of the bytes, used when the case has to be made anew.
    static func tidied(_ text: String, _ bytes: [UInt8], written: [(place: Range<Int>, form: String)] = []) -> String {
        guard needsCase(bytes) else { return spaced(text.utf8) }
        if text.utf8.count != bytes.count || bytes.contains(Latin.other) { return spaced(titled(Array(text.utf8))) }
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

    private static func needsCase(_ bytes: [UInt8]) -> Bool {
        var small = false
        var capital = false
        for byte in bytes {
            if byte.isLatinSmall { small = true } else if byte.isLatinCapital { capital = true }
        }
        return small != capital
    }

    private static func titled(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var inside = false
        for index in result.indices {
            let byte = result[index]
            result[index] = inside ? byte.latinSmall : byte.latinCapital
            inside = byte.isLatinWord || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") || byte >= 0x80
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
