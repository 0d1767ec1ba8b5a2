/// A key under which spellings of one Indonesian word meet: `Soekarno` and `Sukarno`, `Taufiq` and `Topik`, `Barokah` and `Barakah`.
///
/// Old spelling is read in the order of the reforms (oe → u; dj, tj, nj, sj, ch), then what speech confuses is made equal (z/j, f/v/p,
/// q/k, x/ks, au/o, ai/e, dh/d, th/t, kh/h, sy/s), doubled letters count once, and a word that keeps three consonants loses its vowels
/// after the first letter. For finding candidates only: comparison looks at the words as they are.
enum SoundKey {
    static func bytes(of word: String) -> [UInt8] {
        var source = Array(word.utf8.prefix(LinkageRecord.wordLengthLimit))
        source = replacing(pairs: spelling, in: source)
        source = replacing(pairs: speech, in: source)

        var folded: [UInt8] = []
        folded.reserveCapacity(source.count)
        for byte in source {
            let sound: UInt8
            switch byte {
            case UInt8(ascii: "z"): sound = UInt8(ascii: "j")
            case UInt8(ascii: "f"), UInt8(ascii: "v"): sound = UInt8(ascii: "p")
            case UInt8(ascii: "q"): sound = UInt8(ascii: "k")
            case UInt8(ascii: "y"): sound = UInt8(ascii: "i")
            default: sound = byte
            }
            if folded.last != sound { folded.append(sound) }
        }
        guard let first = folded.first else { return folded }
        let consonants = folded.dropFirst().filter { !isVowel($0) }
        return consonants.count >= 2 ? [first] + consonants : folded
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    private static func replacing(pairs: [UInt16: [UInt8]], in source: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            if index + 1 < source.count, let sound = pairs[UInt16(source[index]) << 8 | UInt16(source[index + 1])] {
                result += sound
                index += 2
            } else {
                result.append(source[index])
                index += 1
            }
        }
        return result
    }

    private static func table(_ pairs: [(String, String)]) -> [UInt16: [UInt8]] {
        var table: [UInt16: [UInt8]] = [:]
        for (from, to) in pairs {
            let letters = Array(from.utf8)
            table[UInt16(letters[0]) << 8 | UInt16(letters[1])] = Array(to.utf8)
        }
        return table
    }

    private static let spelling = table([("oe", "u"), ("dj", "j"), ("tj", "c"), ("nj", "ny"), ("sj", "sy"), ("ch", "kh")])
    private static let speech = table([
        ("kh", "h"), ("sy", "s"), ("sh", "s"), ("dh", "d"), ("th", "t"), ("ph", "p"), ("ai", "e"), ("ae", "e"), ("au", "o"), ("ie", "i"),
    ])
}
