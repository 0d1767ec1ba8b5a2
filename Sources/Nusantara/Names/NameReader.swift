/// Goes through a name word by word and puts each where it belongs.
struct NameReader {
    private(set) var tokens: [String] = []
    private(set) var titles: [String] = []
    private(set) var patronymic: [String] = []
    private(set) var nicknames: [String] = []
    private(set) var sexHint: Sex?
    private(set) var notices: [Notice] = []
    /// How the titles, degrees and linking words at these places are best written.
    private(set) var written: [(place: Range<Int>, form: String)] = []

    private let bytes: [UInt8]
    private var part = Part.name
    private var afterComma = false
    private var balinese = false
    /// The last title taken from before the name, in case that nothing comes after it.
    private var spareTitle = ""
    private var sawDigits = false
    /// Words before this place have been taken together with an earlier one.
    private var skipUntil = 0

    private enum Part { case name, patronymic, nickname, bracket, nothing }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tokens.reserveCapacity(4)
    }

    mutating func read() {
        var position = 0
        var outer = part
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case _ where byte.isLatinWord:
                let start = position
                while position < bytes.count, Self.continuesWord(bytes[position]) { position += 1 }
                if start >= skipUntil { take(start..<position) }
                continue
            case UInt8(ascii: ","), UInt8(ascii: ";"): afterComma = true
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"):
                if part != .bracket { outer = part }
                part = .bracket
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"):
                if part == .bracket { part = outer }
            case UInt8(ascii: "\""):
                if part == .bracket {
                    part = outer
                } else {
                    outer = part
                    part = .bracket
                }
            case UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                if !tokens.isEmpty, part != .bracket, bytes[position...].contains(where: \.isLatinLetter) { second() }
            default: break
            }
            position += 1
        }
        finish()
    }

    private static func continuesWord(_ byte: UInt8) -> Bool {
        byte.isLatinWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }

    /// Takes what stands between two spaces: a word, an abbreviation with dots, or several of them run together (`H.M.Yusuf`).
    private mutating func take(_ place: Range<Int>) {
        guard part != .nothing else { return }
        let word = letters(place)
        let dots = bytes[place].contains(UInt8(ascii: "."))
        if !dots || takesWhole(word, place) {
            step(word, place, dotted: dots)
            return
        }
        var start = place.lowerBound
        while start < place.upperBound {
            var end = start
            while end < place.upperBound, bytes[end] != UInt8(ascii: ".") { end += 1 }
            let dotted = end < place.upperBound
            let piece = start..<(dotted ? end + 1 : end)
            start = piece.upperBound
            let pieceWord = letters(piece)
            if !pieceWord.isEmpty { step(pieceWord, piece, dotted: dotted) }
        }
    }

    /// Whether an abbreviation with dots is one title or degree and not several things in a row.
    private func takesWhole(_ word: [UInt8], _ place: Range<Int>) -> Bool {
        let key = String(latin: word)
        if bytes[place].dropLast().contains(UInt8(ascii: ".")) == false { return true }
        if !tokens.isEmpty, NameTitle.after(key) != nil { return true }
        if tokens.isEmpty, key.utf8.count <= 4, NameTitle.before(key) != nil { return true }
        return key == "aa" || key == "aka" || (afterComma && !tokens.isEmpty && word.count <= 8)
    }

    /// The letters of a place, small; digits are left out and remembered.
    private mutating func letters(_ place: Range<Int>) -> [UInt8] {
        var word: [UInt8] = []
        word.reserveCapacity(place.count)
        for byte in bytes[place] {
            if byte.isLatinLetter { word.append(byte | 0x20) } else if byte.isLatinDigit { sawDigits = true }
        }
        return word
    }

    private mutating func step(_ word: [UInt8], _ place: Range<Int>, dotted: Bool) {
        guard !word.isEmpty else { return }
        let key = String(latin: word)
        defer { if part != .name || !tokens.isEmpty { afterComma = afterComma && tokens.isEmpty } }
        let hasDigits = bytes[place].contains(where: \.isLatinDigit)
        if !hasDigits, takeLink(key, place, dotted: dotted) || takeTitle(key, place, dotted: dotted) { return }
        if tokens.isEmpty, part == .name, opensBalinese(key, place) {
            balinese = true
            if key == "i" || key == "ni" {
                note(key == "i" ? "I" : "Ni", sex: key == "i" ? .male : .female, place)
                return
            }
        }
        if !dotted, takeParted(word, place) { return }
        add(word, key)
    }

    /// A degree written as two words at the end of the name: `S Pd`.
    private mutating func takeParted(_ word: [UInt8], _ place: Range<Int>) -> Bool {
        guard word.count == 1, !tokens.isEmpty, part == .name else { return false }
        let rest = bytes[place.upperBound...].drop { $0 == UInt8(ascii: " ") }
        let tail = rest.prefix { $0.isLatinLetter }
        guard tail.count >= 2, let degree = NameTitle.after(String(latin: word + tail.map(\.latinSmall))),
            !bytes[tail.endIndex...].contains(where: \.isLatinLetter)
        else { return false }
        note(degree.written, sex: nil, place.lowerBound..<tail.endIndex)
        skipUntil = tail.endIndex
        return true
    }

    /// The words that link parts of a name: *bin*, *alias*, *boru*, *dan*.
    private mutating func takeLink(_ key: String, _ place: Range<Int>, dotted: Bool) -> Bool {
        switch key {
        case "bin", "bn":
            guard key == "bin" || dotted else { return false }
            return patronymic(.male, "bin", place)
        case "binti", "bt", "bte", "bnti", "bintu", "binte": return patronymic(.female, "binti", place)
        case "alias", "als", "aka":
            guard !tokens.isEmpty else { return false }
            part = .nickname
            written.append((place, "alias"))
            return true
        case "br", "boru", "beru":
            guard part == .name, follows(place) else { return false }
            note("br.", sex: .female, place)
            return true
        case "dan":
            guard !tokens.isEmpty, part == .name, follows(place) else { return false }
            written.append((place, "dan"))
            second()
            return true
        case "alm", "almarhum", "almh", "almarhumah":
            let woman = key.hasPrefix("almh") || key.hasSuffix("ah")
            note(woman ? "Almh." : "Alm.", sex: patronymic.isEmpty ? (woman ? .female : .male) : nil, place)
            if patronymic.isEmpty {
                notices.append(
                    Notice(
                        "name.deceased", "Nama ini bertanda almarhum. Periksa siapa yang kini menjalankan usaha.",
                        "This name is marked as that of a deceased person. Check who runs the business now."))
            }
            return true
        default: return false
        }
    }

    private mutating func patronymic(_ sex: Sex, _ form: String, _ place: Range<Int>) -> Bool {
        guard !tokens.isEmpty, part == .name, follows(place) else { return false }
        part = .patronymic
        if sexHint == nil { sexHint = sex }
        written.append((place, form))
        return true
    }

    private mutating func takeTitle(_ key: String, _ place: Range<Int>, dotted: Bool) -> Bool {
        guard part == .name || part == .patronymic else { return false }
        if tokens.isEmpty {
            guard let title = NameTitle.before(key), follows(place) else { return false }
            if key == "aa", opensBalinese(key, place) { return false }
            spareTitle = key
            note(title.written, sex: title.sex, place)
            return true
        }
        if part == .patronymic, patronymic.isEmpty, NameTitle.before(key) != nil, follows(place) { return true }
        if let degree = NameTitle.after(key), dotted || afterComma || !NameTitle.needsMark(key) {
            note(degree.written, sex: nil, place)
            return true
        }
        if key == "hj" || key == "hajjah" || (key == "h" && dotted && afterComma) || key == "haji" && afterComma {
            note(key.hasPrefix("hj") || key == "hajjah" ? "Hj." : "H.", sex: key == "hj" || key == "hajjah" ? .female : .male, place)
            return true
        }
        if afterComma, dotted, bytes[place].dropLast().contains(UInt8(ascii: ".")) {
            note(String(latin: bytes[place]), sex: nil, place)
            return true
        }
        return false
    }

    private mutating func note(_ title: String, sex: Sex?, _ place: Range<Int>) {
        if !titles.contains(title) { titles.append(title) }
        if sexHint == nil, let sex { sexHint = sex }
        if letters(place).elementsEqual(title.utf8.filter(\.isLatinLetter).map(\.latinSmall)) { written.append((place, title)) }
    }

    /// Whether letters of this name come after a place.
    private func follows(_ place: Range<Int>) -> Bool {
        for byte in bytes[place.upperBound...] {
            if byte.isLatinLetter { return true }
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "/") { return false }
        }
        return false
    }

    /// Whether a word at the front is one with which Balinese names begin: itself telling (Wayan), or an article before such a word.
    private func opensBalinese(_ key: String, _ place: Range<Int>) -> Bool {
        guard key == "i" || key == "ni" || key == "aa" else { return NameVariants.opensBalinese(key) }
        var next: [UInt8] = []
        for byte in bytes[place.upperBound...] {
            if byte.isLatinLetter { next.append(byte | 0x20) } else if !next.isEmpty { break }
        }
        return NameVariants.opensBalinese(String(latin: next))
    }

    private mutating func add(_ word: [UInt8], _ key: String) {
        switch part {
        case .name:
            if balinese, key == "aa" {
                tokens += ["anak", "agung"]
            } else if key == "m" && tokens.isEmpty {
                tokens.append("muhammad")
            } else {
                NameWord.canonical(word, key, balinese: balinese, into: &tokens)
            }
        case .patronymic: NameWord.canonical(word, key, balinese: balinese, into: &patronymic)
        case .nickname, .bracket: NameWord.canonical(word, key, balinese: balinese, into: &nicknames)
        case .nothing: break
        }
    }

    /// A second person begins here.
    private mutating func second() {
        guard part != .nothing else { return }
        part = .nothing
        notices.append(
            Notice(
                "name.two", "Ada dua nama di satu kolom; yang pertama dipakai. Pisahkan bila keduanya pemilik.",
                "There are two names in one cell; the first is used. Part them if both are owners."))
    }

    private mutating func finish() {
        if tokens.isEmpty, !spareTitle.isEmpty {
            tokens.append(spareTitle)
            titles.removeAll()
        } else if tokens.isEmpty, !nicknames.isEmpty {
            swap(&tokens, &nicknames)
        }
        if tokens == ["muhammad"], bytes.filter(\.isLatinLetter).count == 1 { tokens = ["m"] }
        if sawDigits {
            notices.append(
                Notice(
                    "name.digits", "Ada angka di dalam nama. Periksa kembali nama pemilik.",
                    "There are digits in the name. Check the owner's name."))
        }
        if tokens.isEmpty {
            notices.append(
                Notice(
                    "name.script", "Nama ini tidak ditulis dengan huruf Latin dan tidak bisa dibandingkan. Tulis seperti di KTP.",
                    "This name is not in Latin letters and cannot be compared. Write it as on the identity card."))
        }
        if tokens.count > 1, BusinessWords.opensBusiness(tokens[0]) {
            notices.append(
                Notice(
                    "name.business", "Ini tampaknya nama usaha, bukan nama orang. Mungkin kolomnya tertukar.",
                    "This looks like the name of a business, not of a person. Columns may be swapped."))
        }
    }
}
