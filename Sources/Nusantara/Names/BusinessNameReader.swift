/// Goes through the name of a business word by word and puts each where it belongs.
struct BusinessNameReader {
    private(set) var legalForm: LegalForm?
    private(set) var types: [String] = []
    private(set) var core: [String] = []
    private(set) var owner: String?
    /// How the legal forms at these places are best written.
    private(set) var written: [(place: Range<Int>, form: String)] = []

    private let bytes: [UInt8]
    private var words: [(place: Range<Int>, letters: [UInt8])] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func read() {
        collect(0..<bytes.count, brackets: true)
        if isPhraseForNothing { return }
        var index = takeLegalForm()
        while index < words.count { index += take(index) }
    }

    /// Finds the words, and hands brackets with a person's name in them to ``owner``.
    private mutating func collect(_ range: Range<Int>, brackets: Bool) {
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = bytes[position]
            if byte.isLatinWord {
                let start = position
                var letters: [UInt8] = []
                while position < range.upperBound, continuesWord(position) {
                    if bytes[position].isLatinWord { letters.append(bytes[position].latinSmall) }
                    position += 1
                }
                words.append((start..<position, letters))
                continue
            }
            if brackets, let close = closing(byte), let end = bytes[position..<range.upperBound].firstIndex(of: close) {
                if !takeOwner((position + 1)..<end) { collect((position + 1)..<end, brackets: false) }
                position = end
            }
            position += 1
        }
    }

    /// Apostrophes close up; so does a dot between single letters (`C.V.`), while any other dot parts words (`PT.Maju`).
    private func continuesWord(_ position: Int) -> Bool {
        let byte = bytes[position]
        if byte.isLatinWord || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") { return true }
        guard byte == UInt8(ascii: "."), position > 0, position + 1 < bytes.count else { return false }
        let before = position < 2 || !bytes[position - 2].isLatinWord
        let after = position + 2 >= bytes.count || !bytes[position + 2].isLatinWord
        return before && after && bytes[position - 1].isLatinLetter && bytes[position + 1].isLatinLetter
    }

    private func closing(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        default: nil
        }
    }

    private mutating func takeOwner(_ place: Range<Int>) -> Bool {
        let inside = Array(bytes[place])
        let content = folded(String(latin: inside)).split(separator: " ")
        if !content.isEmpty, content.allSatisfy({ Self.states.contains(String($0)) }) { return true }
        guard owner == nil, !words.isEmpty, (1...5).contains(content.count), !inside.contains(where: \.isLatinDigit) else { return false }
        for word in content {
            let word = String(word)
            if Self.notAPerson.contains(word) || BusinessWords.type(word) != nil || LegalForm(word: word) != nil { return false }
        }
        owner = NameCase.tidied(String(latin: inside), inside)
        return true
    }

    /// Remarks on how the business fares, which are no part of its name.
    private static let states = WordTable.set("tutup sudah pindah aktif buka libur sementara permanen tidak")

    private static let notAPerson = WordTable.set(
        """
        cabang pusat depan samping dekat belakang jalan jl desa pasar online tutup pindah lama baru milik usaha dan aktif
        """)

    private var isPhraseForNothing: Bool {
        guard (2...5).contains(words.count) else { return false }
        let phrase = words.map { String(latin: $0.letters) }
        guard ["tidak", "tdk", "tanpa", "belum", "blm", "tak", "no", "gak", "ga"].contains(phrase[0]) else { return false }
        return phrase.dropFirst().allSatisfy {
            ["ada", "punya", "bernama", "nama", "name", "usaha", "namanya", "merk", "merek"].contains($0)
        }
    }

    /// Takes the legal form from the front or the end; returns the index of the first word that is left.
    private mutating func takeLegalForm() -> Int {
        guard let first = words.first else { return 0 }
        let front = String(latin: first.letters)
        if words.count == 1, let form = LegalForm(word: front) {
            legalForm = form
            return 1
        }
        let second = words.count > 1 ? String(latin: words[1].letters) : ""
        if front == "pt", second == "perorangan" {
            legalForm = .soleProprietorCompany
            written.append((first.place, "PT"))
            return 2
        }
        switch (front, second) {
        case ("bum", "desa"): legalForm = .villageEnterprise
        case ("kelompok", "tani"): legalForm = .farmersGroup
        case ("home", "industry"), ("home", "industri"): legalForm = .homeIndustry
        default: break
        }
        if legalForm != nil { return 2 }
        if front == "kelompok", second == "wanita", words.count > 2, words[2].letters == Array("tani".utf8) {
            legalForm = .farmersGroup
            return 3
        }
        if let form = LegalForm(word: front), words.count > 1 {
            legalForm = form
            if front.utf8.count < 4 { written.append((first.place, front == "fa" ? "Fa." : front.uppercased())) }
            return 1
        }
        if words.count > 1, let last = words.last, let form = LegalForm(word: String(latin: last.letters)) {
            legalForm = form
            if last.letters.count < 4 { written.append((last.place, form.abbreviation)) }
            words.removeLast()
        }
        return 0
    }

    /// Takes one word, or two that belong together; returns how many.
    private mutating func take(_ index: Int) -> Int {
        var letters = words[index].letters
        if letters.count > 2, letters.last == UInt8(ascii: "2"), letters[letters.count - 2].isLatinLetter { letters.removeLast() }
        let word = String(latin: letters)
        let next = index + 1 < words.count ? String(latin: words[index + 1].letters) : ""
        if let pair = Self.pairs[word + " " + next] {
            note(type: pair)
            return 2
        }
        if next == word { return 1 }
        let modernWord = OldSpelling.modernised(letters).map { String(latin: $0) } ?? word
        if let type = BusinessWords.type(word) ?? BusinessWords.type(modernWord) {
            note(type: type)
        } else if BusinessWords.isEmpty(word) {
            return 1
        } else if BusinessWords.address(modernWord) != nil, !next.isEmpty {
            return 1
        } else {
            let token = BusinessWords.omen(word) ?? BusinessWords.omen(modernWord) ?? modernWord
            if core.last != token { core.append(token) }
        }
        return 1
    }

    private mutating func note(type: String) {
        if !types.contains(type) { types.append(type) }
    }

    private static let pairs = [
        "rumah makan": "rumahmakan", "rumah mkn": "rumahmakan", "warung tegal": "warteg", "warung kopi": "warkop", "foto copy": "fotokopi",
        "foto kopi": "fotokopi", "photo copy": "fotokopi", "online shop": "olshop", "ol shop": "olshop", "home industry": "produksi",
        "home industri": "produksi", "coffee shop": "cafe", "on line": "olshop", "warung makan": "rumahmakan",
    ]
}
