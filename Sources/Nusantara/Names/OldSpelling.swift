/// Writes a name of the spellings before 1947 and 1972 as it is written now: Soekarno → Sukarno, Tjahjo → Cahyo, Djoko → Joko.
///
/// `oe` gave way to `u` in 1947 (Soewandi), `tj dj nj sj ch j` to `c j ny sy kh y` in 1972 (EYD). A bare `j` or `nj` is read the old way only
/// when the word shows another mark of age, for both are good modern letters (Jaya, Banjar).
enum OldSpelling {
    /// The word in modern spelling, small ASCII letters in and out, or nil when nothing about it is old.
    static func modernised(_ word: [UInt8]) -> [UInt8]? {
        guard word.count > 3 else { return nil }
        let age = marks(word)
        guard age.any else { return nil }
        var modern: [UInt8] = []
        modern.reserveCapacity(word.count)
        var position = 0
        while position < word.count {
            let letter = word[position]
            let next = position + 1 < word.count ? word[position + 1] : 0
            switch (letter, next) {
            case (UInt8(ascii: "o"), UInt8(ascii: "e")):
                modern.append(UInt8(ascii: "u"))
                position += 2
            case (UInt8(ascii: "t"), UInt8(ascii: "j")):
                modern.append(UInt8(ascii: "c"))
                position += 2
            case (UInt8(ascii: "d"), UInt8(ascii: "j")):
                modern.append(UInt8(ascii: "j"))
                position += 2
            case (UInt8(ascii: "s"), UInt8(ascii: "j")):
                modern.append(UInt8(ascii: "s"))
                modern.append(UInt8(ascii: "y"))
                position += 2
            case (UInt8(ascii: "i"), UInt8(ascii: "e")):
                modern.append(UInt8(ascii: "i"))
                position += 2
            case (UInt8(ascii: "n"), UInt8(ascii: "j")) where age.old:
                modern.append(UInt8(ascii: "n"))
                modern.append(UInt8(ascii: "y"))
                position += 2
            case (UInt8(ascii: "j"), _) where age.old:
                modern.append(UInt8(ascii: "y"))
                position += 1
            default:
                modern.append(letter)
                position += 1
            }
        }
        return modern
    }

    private static func marks(_ word: [UInt8]) -> (any: Bool, old: Bool) {
        var any = false
        var old = false
        var previous: UInt8 = 0
        for letter in word {
            switch (previous, letter) {
            case (UInt8(ascii: "o"), UInt8(ascii: "e")), (UInt8(ascii: "t"), UInt8(ascii: "j")), (UInt8(ascii: "d"), UInt8(ascii: "j")),
                (UInt8(ascii: "s"), UInt8(ascii: "j")):
                old = true
                any = true
            case (UInt8(ascii: "i"), UInt8(ascii: "e")): any = true
            default: break
            }
            previous = letter
        }
        return (any, old)
    }
}
