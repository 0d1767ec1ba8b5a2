/// Goes through an amount of money: its number and unit, perhaps more of them, and a period.
struct AmountReader {
    private let bytes: [UInt8]
    private var position = 0
    private var notices: [Notice] = []

    /// Rp1,000 trillion: beyond any business, and far within 64 bits.
    private static let limit: Int64 = 1_000_000_000_000_000

    init(_ bytes: [UInt8]) {
        self.bytes = bytes.map(\.latinSmall)
    }

    mutating func read() -> Parsed<Rupiah> {
        if let refusal = readFront() { return .refused(refusal) }
        guard let first = readPart() else { return .refused(AmountNotice.unreadable) }
        guard var total = first.value else { return .refused(AmountNotice.tooLarge) }
        var power = first.power
        var bare = first.power == 0
        while true {
            skipSpaces()
            if readApproximation() { continue }
            if position < bytes.count, bytes[position].isLatinDigit {
                guard let part = readPart(), part.power < power else { return .refused(AmountNotice.unreadable) }
                guard let value = part.value, max(value, total) <= Self.limit else { return .refused(AmountNotice.tooLarge) }
                total += value
                power = part.power
                bare = false
                continue
            }
            if isRange() { return .refused(AmountNotice.range) }
            break
        }
        readPeriod()
        guard position >= bytes.count else { return .refused(AmountNotice.unreadable) }
        guard total <= Self.limit else { return .refused(AmountNotice.tooLarge) }
        if bare, total > 0, total < 10_000 { notices.append(AmountNotice.small) }
        return .value(Rupiah(rawValue: total), notices: notices)
    }

    /// Currency signs and words of estimation before the number; a refusal for amounts below zero.
    private mutating func readFront() -> Notice? {
        while position < bytes.count, !bytes[position].isLatinDigit {
            let byte = bytes[position]
            if byte.isLatinLetter {
                let start = position
                while position < bytes.count, bytes[position].isLatinLetter { position += 1 }
                switch String(latin: bytes[start..<position]) {
                case "rp", "idr", "rupiah", "sebesar", "total", "omzet", "omset", "modal": break
                case "sekitar", "kira", "kurang", "lebih", "kurleb", "krg", "lbh", "dari", "dr", "di", "bawah", "atas", "hampir", "max",
                    "maksimal", "min", "minimal", "sampai", "s", "d", "sd", "rata", "ratarata", "avg", "ca", "approx":
                    note(AmountNotice.approximate)
                default: return AmountNotice.unreadable
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "-"):
                let before = position == 0 ? nil : bytes[position - 1]
                if before?.isLatinLetter != true, position + 1 < bytes.count, bytes[position + 1].isLatinDigit {
                    return AmountNotice.negative
                }
            case UInt8(ascii: "("): if bytes.last == UInt8(ascii: ")") { return AmountNotice.negative }
            case UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "+"):
                note(AmountNotice.approximate)
            default: break
            }
            position += 1
        }
        return nil
    }

    /// One number with its unit; the value is nil when it does not fit.
    private mutating func readPart() -> (value: Int64?, power: Int)? {
        let bytes = bytes
        guard
            let number = WrittenNumber(
                bytes, at: &position,
                unitFollows: { end in
                    let next = bytes[end...].first { $0 != UInt8(ascii: " ") }
                    return next?.isLatinLetter == true && next != UInt8(ascii: "p")
                })
        else { return nil }
        if number.isDoubtful { note(AmountNotice.separator) }
        if number.hasExponent { note(AmountNotice.spreadsheet) }
        skipSpaces()
        let power = readUnit()
        if number.hasFraction(beyond: power) { note(AmountNotice.rounded) }
        readEnding()
        return (number.scaled(by: power), power)
    }

    /// *ribu*, *juta*, *miliar*, *triliun* in their spellings, as a power of ten.
    private mutating func readUnit() -> Int {
        let start = position
        var end = start
        while end < bytes.count, bytes[end].isLatinLetter { end += 1 }
        var word = bytes[start..<end]
        if word.count > 2, word.suffix(2).elementsEqual("an".utf8) {
            let stem = String(latin: word.dropLast(2))
            if Self.units[stem] != nil {
                note(AmountNotice.approximate)
                word = word.dropLast(2)
            }
        }
        guard let power = Self.units[String(latin: word)] else { return 0 }
        position = end
        if word.count == 1, word.first == UInt8(ascii: "m") { note(AmountNotice.letterM) }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") { position += 1 }
        return power
    }

    private static let units = [
        "rb": 3, "ribu": 3, "rbu": 3, "k": 3, "jt": 6, "juta": 6, "jta": 6, "jut": 6, "m": 9, "miliar": 9, "milyar": 9, "mlr": 9,
        "milyard": 9,
        "miliyar": 9, "mil": 9, "t": 12, "triliun": 12, "trilyun": 12,
    ]

    /// `,-` `,--` `.-` and the word *rupiah* behind a number.
    private mutating func readEnding() {
        skipSpaces()
        while position < bytes.count,
            [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "=")].contains(bytes[position])
        {
            let next = position + 1 < bytes.count ? bytes[position + 1] : UInt8(ascii: "-")
            if bytes[position] == UInt8(ascii: "-"), bytes[(position + 1)...].contains(where: \.isLatinDigit) { return }
            guard !next.isLatinDigit else { return }
            position += 1
        }
        skipSpaces()
        if bytes[position...].starts(with: Array("rupiah".utf8)) { position += 6 }
        if bytes[position...].starts(with: Array("idr".utf8)) { position += 3 }
        skipSpaces()
    }

    private mutating func readApproximation() -> Bool {
        for word in ["lebih", "kurang", "an", "+"] where bytes[position...].starts(with: Array(word.utf8)) {
            note(AmountNotice.approximate)
            position += word.utf8.count
            return true
        }
        return false
    }

    private func isRange() -> Bool {
        guard position < bytes.count else { return false }
        let rest = bytes[position...]
        let joined =
            rest.first == UInt8(ascii: "-") || rest.starts(with: Array("s/d".utf8)) || rest.starts(with: Array("sd".utf8))
            || rest.starts(with: Array("sampai".utf8)) || rest.starts(with: Array("hingga".utf8)) || rest.starts(with: Array("atau".utf8))
        return joined && rest.contains(where: \.isLatinDigit)
    }

    /// `/bulan`, `per hari`, `setahun`, with nothing but that after it.
    private mutating func readPeriod() {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in bytes[position...] {
            if byte.isLatinLetter { word.append(byte) } else if byte.isLatinDigit { return } else { Self.finish(&word, &words) }
        }
        Self.finish(&word, &words)
        if words.first == "per" || words.first == "tiap" || words.first == "setiap" { words.removeFirst() }
        guard let period = words.first else {
            position = bytes.count
            return
        }
        let stem = period.hasPrefix("per") ? period.dropFirst(3) : period.hasPrefix("se") ? period.dropFirst(2) : period[...]
        switch stem {
        case "hari", "hr", "day": note(AmountNotice.perDay)
        case "minggu", "mgg", "mg", "pekan", "week": note(AmountNotice.perWeek)
        case "bulan", "bln", "bl", "month": note(AmountNotice.perMonth)
        case "tahun", "thn", "th", "year": note(AmountNotice.perYear)
        default: return
        }
        if words.count == 1 { position = bytes.count }
    }

    private static func finish(_ word: inout [UInt8], _ words: inout [String]) {
        if !word.isEmpty { words.append(String(latin: word)) }
        word.removeAll()
    }

    private mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    }

    private mutating func note(_ notice: Notice) {
        if !notices.contains(notice) { notices.append(notice) }
    }
}
