/// Brings one word of a name to the form in which names are compared.
enum NameWord {
    /// Adds the canonical form of a word: mostly one word, two when the list ran a servant's name together (`Abdurrahman` → `abdul rahman`).
    static func canonical(_ word: [UInt8], _ key: String, balinese: Bool, into tokens: inout [String]) {
        if balinese, let form = NameVariants.balinese(key) {
            tokens.append(form)
            return
        }
        if let form = NameVariants.canonical(key) {
            tokens.append(form)
            return
        }
        let modern = OldSpelling.modernised(word)
        let modernKey = modern.map { String(latin: $0) } ?? key
        if modern != nil, let form = NameVariants.canonical(modernKey) {
            tokens.append(form)
        } else if let servant = servantOf(modern ?? word) {
            tokens.append("abdul")
            let name = String(latin: servant)
            tokens.append(NameVariants.canonical(name) ?? name)
        } else {
            tokens.append(modernKey)
        }
    }

    /// The attribute in a name of the pattern *Abdur-Rahman*, *Abdussalam*, *Abdulkadir*, or nil for any other word (Abdullah among them).
    private static func servantOf(_ word: [UInt8]) -> ArraySlice<UInt8>? {
        guard word.count >= 8, word[0] == UInt8(ascii: "a"), word[1] == UInt8(ascii: "b"), word[2] == UInt8(ascii: "d"),
            word[3] == UInt8(ascii: "u") || word[3] == UInt8(ascii: "o")
        else { return nil }
        let joint = word[4]
        if joint == UInt8(ascii: "l") {
            let rest = word[5...]
            return rest.starts(with: Array("lah".utf8)) || rest.starts(with: Array("loh".utf8)) ? nil : rest
        }
        let sunLetters = Array("rsntdz".utf8)
        guard sunLetters.contains(joint) else { return nil }
        return word[5] == joint ? word[5...] : word[4...]
    }
}
