import Nusantara

/// What the cells of one column look like, whatever its header says.
struct ColumnContent {
    /// How many of the rows looked at have anything in this column.
    let filled: Int
    /// The share of filled cells that look like each kind.
    private let shares: [Kind: Double]
    /// The share of filled cells that occur once only.
    let distinctness: Double
    /// Whether the cells count the rows: 1, 2, 3 …
    let countsRows: Bool

    /// What a cell may look like. Kinds overlap: a NIK is also a number.
    enum Kind: Hashable, CaseIterable {
        case nik, nib, npwp, phone, email, date, link, fiveDigits, tradeCode, sex, yesOrNo, province, regency, regionCode
        case number, amount, words, address, businessName, personName, code, pirt
    }

    init(_ cells: [String]) {
        let texts = cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !Self.blanks.contains($0.lowercased()) }
        filled = texts.count
        var counts: [Kind: Int] = [:]
        var occurrences: [String: Int] = [:]
        for text in texts { occurrences[text, default: 0] += 1 }
        for (text, count) in occurrences {
            for kind in Self.kinds(of: text) { counts[kind, default: 0] += count }
        }
        let total = Double(max(filled, 1))
        shares = counts.mapValues { Double($0) / total }
        distinctness = Double(occurrences.count { $0.value == 1 }) / total
        let numbers = texts.map { Int($0) }
        countsRows =
            filled >= 3 && numbers.first.flatMap { $0 }.map { (0...1).contains($0) } == true
            && zip(numbers, numbers.dropFirst()).count { pair in pair.1 == pair.0.map { $0 + 1 } } >= (filled - 1) * 9 / 10
    }

    func share(_ kind: Kind) -> Double {
        shares[kind] ?? 0
    }

    private static let blanks: Set<String> = ["", "-", "--", ".", "x", "n/a", "na", "null", "tidak ada", "belum ada", "#n/a"]

    // MARK: - What the content says of the field

    /// The field that the content alone suggests, and how surely.
    var suggestion: HeaderVocabulary.Candidate? {
        guard filled >= 2 else { return nil }
        let tests: [(ListField, Double, Double)] = [
            (.email, share(.email), 0.95), (.nik, share(.nik), 0.95), (.npwp, share(.npwp), 0.8), (.phone, share(.phone), 0.95),
            (.nib, share(.nib), 0.9), (.pirt, share(.pirt), 0.9), (.account, share(.link), 0.85), (.sex, share(.sex), 0.8),
            (.province, share(.province), 0.85), (.regency, share(.regency), 0.85), (.regionCode, share(.regionCode), 0.7),
            (.trade, share(.tradeCode), 0.55), (.postalCode, share(.fiveDigits), 0.55), (.address, share(.address), 0.8),
            (.businessName, min(1, share(.businessName) * 1.6), 0.75),
        ]
        for (field, share, trust) in tests where share >= 0.7 {
            return HeaderVocabulary.Candidate(field: field, score: trust * share)
        }
        if countsRows { return HeaderVocabulary.Candidate(field: .ignored, score: 0.8) }
        if share(.personName) >= 0.85, distinctness >= 0.6, share(.businessName) < 0.2 {
            return HeaderVocabulary.Candidate(field: .ownerName, score: 0.6)
        }
        if share(.code) >= 0.9, distinctness >= 0.98, filled >= 5 { return HeaderVocabulary.Candidate(field: .externalID, score: 0.6) }
        return nil
    }

    /// Whether the content cannot be what the header says.
    func contradicts(_ field: ListField) -> Bool {
        guard filled >= 3 else { return false }
        switch field {
        case .nik, .npwp, .nib: return share(.number) < 0.2
        case .phone: return share(.number) < 0.2 && share(.phone) < 0.2
        case .email: return share(.email) < 0.1
        case .birthDate, .joinedOn, .firstSaleOn, .lastSaleOn, .nibIssuedOn, .pirtIssuedOn, .halalIssuedOn, .exportedOn:
            return share(.date) < 0.2
        case .sex: return share(.sex) < 0.2 && share(.words) + share(.number) > 0.5 && distinctness > 0.3
        case .postalCode: return share(.fiveDigits) < 0.2
        case .regionCode: return share(.regionCode) < 0.2
        case .orderCount, .listingCount: return share(.number) < 0.3
        case .annualSales, .capital: return share(.amount) < 0.2
        case .verified: return share(.date) > 0.8
        case .ownerName, .businessName, .village, .district, .regency, .province, .product, .address:
            return share(.number) > 0.9 || share(.email) > 0.8 || share(.date) > 0.8
        default: return false
        }
    }

    // MARK: - Kinds of cells

    private static func kinds(of text: String) -> [Kind] {
        let bytes = Array(text.utf8.prefix(200))
        let digits = bytes.filter { (0x30...0x39).contains($0) }
        let letters = bytes.count { (0x41...0x5A).contains($0 & 0xDF) }
        var kinds: [Kind] = []
        if letters == 0, !digits.isEmpty {
            kinds.append(contentsOf: numeric(text, bytes: bytes, digits: digits))
        }
        if DayShape.matches(text) { kinds.append(.date) }
        if isDamagedNumber(text) { kinds.append(contentsOf: [.number, .amount]) }
        if bytes.contains(UInt8(ascii: "@")), bytes.contains(UInt8(ascii: ".")) {
            if EmailAddress.parse(text).value != nil { kinds.append(.email) }
        }
        let small = text.lowercased()
        if small.hasPrefix("http") || small.hasPrefix("www.") || linkHosts.contains(where: small.contains) {
            kinds.append(small.contains("wa.me") ? .phone : .link)
        } else if letters > 0, digits.count >= 9, digits.count <= 26, letters < 12, PhoneNumber.parseAll(text).value != nil {
            kinds.append(.phone)
        }
        if sexWords.contains(small) { kinds.append(.sex) }
        if answers.contains(small) { kinds.append(.yesOrNo) }
        if letters > 0 { kinds.append(contentsOf: wordy(text, bytes: bytes, digits: digits.count, letters: letters)) }
        return kinds
    }

    private static func numeric(_ text: String, bytes: [UInt8], digits: [UInt8]) -> [Kind] {
        var kinds: [Kind] = [.number, .amount]
        func two(_ index: Int) -> Int { Int(digits[index] - 0x30) * 10 + Int(digits[index + 1] - 0x30) }
        switch digits.count {
        case 16:
            let day = two(6) > 40 ? two(6) - 40 : two(6)
            if (1...31).contains(day), (1...12).contains(two(8)), two(0) >= 11 {
                kinds.append(.nik)
            } else if digits[0] == 0x30 {
                kinds.append(.npwp)
            }
        case 15:
            kinds.append(.npwp)
        case 5:
            if bytes.count == 5 {
                if digits[0] != 0x30 { kinds.append(.fiveDigits) }
                if digits[0] == 0x30 || commonDivisions.contains(two(0)) { kinds.append(.tradeCode) }
            }
        case 13:
            if !isPhone(digits) { kinds.append(.nib) }
        default:
            break
        }
        if isPhone(digits), !DayShape.matches(text) { kinds.append(.phone) }
        if digits.count >= 9, digits.count != 13, digits.count != 15, digits.count != 16, !kinds.contains(.phone),
            digits[0] == 0x30 || text.contains("+") || digits.count > 17, PhoneNumber.parseAll(text).value != nil
        {
            kinds.append(.phone)
        }
        if digits.count == 4 || digits.count == 2 && bytes.count == 2 || text.contains(".") && bytes.count == 5 {
            if case .current(let region) = Regions.resolve(code: text), region.kind != .nation { kinds.append(.regionCode) }
        }
        if bytes.count == digits.count, digits.count >= 3 { kinds.append(.code) }
        return kinds
    }

    /// A mobile number, with its zero, with the country's code, or without either as a spreadsheet leaves it.
    private static func isPhone(_ digits: [UInt8]) -> Bool {
        var national = digits[...]
        if national.starts(with: [0x36, 0x32]), national.count >= 11 {
            national = national.dropFirst(2)
        } else if national.first == 0x30 {
            national = national.dropFirst()
        }
        guard national.first == 0x38, (9...12).contains(national.count) else { return false }
        return national.dropFirst().first != 0x30 && national.dropFirst().first != 0x34
    }

    private static func wordy(_ text: String, bytes: [UInt8], digits: Int, letters: Int) -> [Kind] {
        var kinds: [Kind] = [.words]
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        if words.contains(where: { addressWords.contains(String($0)) }), words.count >= 2 { kinds.append(.address) }
        if digits > 0, amountWords.contains(where: { words.last?.hasSuffix($0) ?? false }) || words.first?.hasPrefix("rp") ?? false {
            kinds.append(.amount)
        }
        if words.count == 1 || (words.count <= 4 && bytes.allSatisfy { $0 != 0x20 }), digits > 0, bytes.count <= 32 { kinds.append(.code) }
        if small(words).hasPrefix("pirt") || (words.count >= 2 && words[0] == "p" && words[1] == "irt") { kinds.append(.pirt) }
        guard digits == 0, bytes.count <= 60 else {
            if case .value(let name, _) = BusinessName.parse(text), digits <= 3, !name.typeWords.isEmpty || name.legalForm != nil {
                kinds.append(.businessName)
            }
            return kinds
        }
        if case .one = Regions.find(text, as: .province) { kinds.append(.province) }
        if Regions.find(text, as: .regency) != .unknown { kinds.append(.regency) }
        if case .value(let name, _) = BusinessName.parse(text), !name.typeWords.isEmpty || name.legalForm != nil {
            kinds.append(.businessName)
        }
        if words.count <= 6, letters * 10 >= bytes.count * 7 { kinds.append(.personName) }
        return kinds
    }

    private static func small(_ words: [Substring]) -> String {
        words.joined()
    }

    /// `3,27E+15`: a long number that a spreadsheet has rounded.
    private static func isDamagedNumber(_ text: String) -> Bool {
        let parts = text.lowercased().split(separator: "e")
        return parts.count == 2 && parts[0].allSatisfy { $0.isNumber || $0 == "," || $0 == "." } && Int(parts[1]) != nil
    }

    private static let sexWords: Set<String> = [
        "l", "p", "lk", "pr", "laki-laki", "laki laki", "perempuan", "pria", "wanita", "m", "f", "male", "female", "laki - laki",
    ]
    private static let answers: Set<String> = [
        "ya", "tidak", "y", "n", "t", "yes", "no", "true", "false", "sudah", "belum", "verified", "unverified", "terverifikasi", "0", "1",
    ]
    private static let addressWords: Set<String> = [
        "jl", "jln", "jalan", "rt", "rw", "gg", "gang", "dusun", "dsn", "ds", "kp", "kampung", "komplek", "kompleks", "perum", "perumahan",
        "blok",
        "desa", "kelurahan", "kel", "kec", "kecamatan", "lingkungan", "lorong", "dukuh",
    ]
    private static let amountWords = ["jt", "juta", "rb", "ribu", "miliar", "rupiah"]
    private static let linkHosts = [
        "shopee.co.id", "tokopedia.com", "tokopedia.link", "bukalapak.com", "blibli.com", "lazada.co.id", "tiktok.com", "instagram.com",
        "wa.me/",
        "facebook.com", "gofood.link", "shope.ee",
    ]
    /// The divisions of KBLI in which nearly all small businesses are.
    private static let commonDivisions: Set<Int> = [10, 11, 13, 14, 15, 16, 20, 23, 25, 31, 32, 45, 46, 47, 55, 56, 74, 95, 96]
}

/// Recognises text that is shaped as a day, whether or not there is such a day.
enum DayShape {
    static func matches(_ text: String) -> Bool {
        let tail = text.split(separator: ",").last.map(String.init) ?? text
        let parts = tail.split { $0 == "-" || $0 == "/" || $0 == "." || $0 == " " || $0 == "T" }
        guard parts.count >= 3 else { return false }
        let (first, middle, last) = (parts[0], parts[1], parts[2])
        guard isDigits(first), isDigits(last), isDigits(middle) || isMonth(middle) else { return false }
        let isBigEndian = first.count == 4 && last.count <= 2
        let isLittleEndian = first.count <= 2 && (last.count == 4 || (last.count == 2 && parts.count == 3))
        guard isBigEndian || isLittleEndian, middle.count <= 2 || isMonth(middle) else { return false }
        let year = Int(isBigEndian ? first : last) ?? 0
        return year < 100 || (1900...2100).contains(year)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isMonth(_ text: Substring) -> Bool {
        months.contains { text.lowercased().hasPrefix($0) }
    }

    private static let months = [
        "jan", "feb", "peb", "mar", "apr", "mei", "may", "jun", "jul", "agt", "agu", "aug", "sep", "okt", "oct", "nov", "nop", "des", "dec",
    ]
}
