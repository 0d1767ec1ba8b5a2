/// The text as lower-case ASCII words separated by one space: what a search box and an index agree on.
///
/// Accents are removed, apostrophes close up (`Ma'ruf` → `maruf`), any other punctuation and any other script separates words. Folding a
/// folded text changes nothing.
public func folded(_ text: String) -> String {
    let source = Latin.bytes(of: text)
    return String(unsafeUninitializedCapacity: source.count) { target in
        var count = 0
        var gap = false
        for byte in source {
            if byte.isLatinWord {
                if gap, count > 0 {
                    target[count] = UInt8(ascii: " ")
                    count += 1
                }
                gap = false
                target[count] = byte.latinSmall
                count += 1
            } else if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "`") {
                gap = true
            }
        }
        return count
    }
}
