/// Folds a word so that spellings which sound alike to an Indonesian ear fall together. For finding candidates only: score on the words.
///
/// kh ch → h, sy sh → s, z → j, f v → p, q → k, x → ks, ph → p, dh → d, th → t, ai ae → e, au ao → o, y → i, doubled letters → one, a final
/// d → t, a final h is lost and a final o → a.
enum PhoneticFolding {
    static func key(_ word: String) -> String {
        var word = word
        return word.withUTF8 { source in
            String(unsafeUninitializedCapacity: source.count * 2) { target in
                var count = 0
                func add(_ letter: UInt8) {
                    if count == 0 || target[count - 1] != letter {
                        target[count] = letter
                        count += 1
                    }
                }
                var position = 0
                while position < source.count {
                    let letter = source[position]
                    let next = position + 1 < source.count ? source[position + 1] : 0
                    var length = 1
                    switch letter {
                    case UInt8(ascii: "k") where next == UInt8(ascii: "h"), UInt8(ascii: "c") where next == UInt8(ascii: "h"):
                        add(UInt8(ascii: "h"))
                        length = 2
                    case UInt8(ascii: "s") where next == UInt8(ascii: "y") || next == UInt8(ascii: "h"):
                        add(UInt8(ascii: "s"))
                        length = 2
                    case UInt8(ascii: "d") where next == UInt8(ascii: "h"), UInt8(ascii: "t") where next == UInt8(ascii: "h"):
                        add(letter)
                        length = 2
                    case UInt8(ascii: "p") where next == UInt8(ascii: "h"):
                        add(UInt8(ascii: "p"))
                        length = 2
                    case UInt8(ascii: "d") where next == UInt8(ascii: "z"):
                        add(UInt8(ascii: "j"))
                        length = 2
                    case UInt8(ascii: "a") where next == UInt8(ascii: "i") || next == UInt8(ascii: "e"):
                        add(UInt8(ascii: "e"))
                        length = 2
                    case UInt8(ascii: "a") where next == UInt8(ascii: "u") || next == UInt8(ascii: "o"):
                        add(UInt8(ascii: "o"))
                        length = 2
                    case UInt8(ascii: "z"): add(UInt8(ascii: "j"))
                    case UInt8(ascii: "f"), UInt8(ascii: "v"): add(UInt8(ascii: "p"))
                    case UInt8(ascii: "q"): add(UInt8(ascii: "k"))
                    case UInt8(ascii: "x"):
                        add(UInt8(ascii: "k"))
                        add(UInt8(ascii: "s"))
                    case UInt8(ascii: "y"): add(UInt8(ascii: "i"))
                    default: add(letter)
                    }
                    position += length
                }
                if count > 3, target[count - 1] == UInt8(ascii: "h") { count -= 1 }
                if count > 3, target[count - 1] == UInt8(ascii: "d") { target[count - 1] = UInt8(ascii: "t") }
                if count > 3, target[count - 1] == UInt8(ascii: "o") { target[count - 1] = UInt8(ascii: "a") }
                return count
            }
        }
    }
}
