/// How much of a word's information two different words share: most after a typing error, some for an initial or an abbreviation.
///
/// In quarters, so that sums are exact and do not depend on the order of the words.
enum Likeness {
    static func of(_ a: String, _ b: String) -> Double {
        let shorter = min(a.utf8.count, b.utf8.count)
        let longer = max(a.utf8.count, b.utf8.count)
        if shorter == 0 { return 0 }
        if shorter == 1 { return a.utf8.first == b.utf8.first ? 0.25 : 0 }
        if isAbbreviation(a, of: b) || isAbbreviation(b, of: a) { return 0.5 }
        if shorter < 4 || longer - shorter > 3 { return 0 }
        return JaroWinkler.similarity(a, b) >= 0.9 ? 0.75 : 0
    }

    /// Whether a word without vowels stands for another: "sbr" for "sumber", "wrg" for "warung".
    private static func isAbbreviation(_ short: String, of long: String) -> Bool {
        guard short.utf8.count < long.utf8.count, short.utf8.count <= 4, short.utf8.first == long.utf8.first else { return false }
        var rest = long.utf8.prefix(LinkageRecord.wordLengthLimit)[...]
        for byte in short.utf8 {
            switch byte {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return false
            default: break
            }
            guard let place = rest.firstIndex(of: byte) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }
}
