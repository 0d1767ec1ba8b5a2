/// How much of a word's information two different words share: most after a typing error, some for an initial or an abbreviation.
///
/// In quarters, so that sums are exact and do not depend on the order of the words.
enum Likeness {
    static func of(_ a: String, _ b: String) -> Double {
        var (a, b) = (a, b)
        return a.withUTF8 { a in b.withUTF8 { b in of(a, b) } }
    }

    /// - Parameter mayBeAlike: false where the letters of both are known to be too few in common.
    static func of(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, mayBeAlike: Bool = true) -> Double {
        let shorter = min(a.count, b.count)
        let longer = max(a.count, b.count)
        if shorter == 0 { return 0 }
        if shorter == 1 { return a[0] == b[0] ? 0.25 : 0 }
        if isAbbreviation(a, of: b) || isAbbreviation(b, of: a) { return 0.5 }
        if !mayBeAlike || shorter < 4 || longer - shorter > 3 { return 0 }
        return JaroWinkler.similarity(a, b) >= 0.9 ? 0.75 : 0
    }

    /// Whether a word without vowels stands for another: "sbr" for "sumber", "wrg" for "warung".
    private static func isAbbreviation(_ short: UnsafeBufferPointer<UInt8>, of long: UnsafeBufferPointer<UInt8>) -> Bool {
        guard short.count < long.count, short.count <= 4, short[0] == long[0] else { return false }
        let end = min(long.count, LinkageRecord.wordLengthLimit)
        var place = 0
        for byte in short {
            switch byte {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return false
            default: break
            }
            while place < end, long[place] != byte { place &+= 1 }
            if place == end { return false }
            place &+= 1
        }
        return true
    }
}
