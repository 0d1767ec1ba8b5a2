import Nusantara

/// Reads cells of one kind into the form in which they are compared: bytes in which equal things are equal.
///
/// Bags become words separated by blanks. A cell in which nothing was meant becomes nothing. Pure: the same cell gives the same value.
struct ValueReader: Sendable {
    let kind: FieldKind
    /// The day by which two-digit years are read.
    let today: CalendarDate

    /// Cells longer than this are cut: no name, address or number is longer, and a field of 10 MB must not cost more than a field.
    static let longestCell = 512

    /// Whether reading is quick enough to be done for every cell; slower kinds read each different cell once.
    var isQuick: Bool {
        switch kind {
        case .givenName, .familyName, .phone, .email, .identifier, .category, .number, .text: true
        case .date, .person, .business, .address, .place: false
        }
    }

    /// Puts what the cell says into `value`, which is left empty where it says nothing.
    func read(_ cell: String, into value: inout [UInt8]) {
        value.removeAll(keepingCapacity: true)
        if cell.utf8.count > Self.longestCell {
            read(String(decoding: cell.utf8.prefix(Self.longestCell), as: UTF8.self), into: &value)
            return
        }
        switch kind {
        case .givenName, .familyName, .text: fold(cell, into: &value)
        case .category:
            fold(cell, into: &value)
            if saysNothing(cell) { value.removeAll(keepingCapacity: true) }
        case .phone: readPhones(cell, into: &value)
        case .email: readEmail(cell, into: &value)
        case .identifier: readIdentifier(cell, into: &value)
        case .number: readNumber(cell, into: &value)
        case .date: readDate(cell, into: &value)
        case .person: append(PersonName.parse(cell).value?.tokens ?? [], to: &value)
        case .business: readBusiness(cell, into: &value)
        case .address: readAddress(cell, into: &value)
        case .place: readPlace(cell, into: &value)
        }
    }

    private func append(_ words: some Sequence<String>, to value: inout [UInt8]) {
        for word in words where !word.isEmpty {
            if !value.isEmpty { value.append(0x20) }
            value.append(contentsOf: word.utf8)
        }
    }

    /// Small letters and digits, other characters as one blank; the same as ``Nusantara/folded(_:)``, and quick where the text is ASCII.
    private func fold(_ cell: String, into value: inout [UInt8]) {
        var isASCII = true
        var gap = false
        for byte in cell.utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39:
                if gap, !value.isEmpty { value.append(0x20) }
                gap = false
                value.append(byte)
            case 0x41...0x5A:
                if gap, !value.isEmpty { value.append(0x20) }
                gap = false
                value.append(byte | 0x20)
            case 0x80...: isASCII = false
            case 0x27, 0x60: break
            default: gap = true
            }
            if !isASCII { break }
        }
        if !isASCII {
            value.removeAll(keepingCapacity: true)
            value.append(contentsOf: folded(cell).utf8)
        }
    }

    // MARK: - Contacts

    /// National numbers without their zero, in order, separated by blanks: `81234567890`.
    private func readPhones(_ cell: String, into value: inout [UInt8]) {
        if readPlainPhone(cell, into: &value) { return }
        value.removeAll(keepingCapacity: true)
        if let numbers = PhoneNumber.parseAll(cell).value {
            append(numbers.prefix(3).map { String($0.e164.dropFirst($0.e164.hasPrefix("+62") ? 3 : 1)) }.sorted(), to: &value)
        } else if !cell.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") || $0 | 0x20 == UInt8(ascii: "x") || $0 == UInt8(ascii: "*") }
        ) {
            let digits = cell.utf8.filter { (0x30...0x39).contains($0) }
            if digits.count >= 6 { value.append(contentsOf: digits.drop { $0 == 0x30 }) }
        }
    }

    /// One number of digits and the usual marks between them, which most cells are; false where the cell is anything else.
    private func readPlainPhone(_ cell: String, into value: inout [UInt8]) -> Bool {
        var zeros = 0
        var hasPlus = false
        for byte in cell.utf8 {
            switch byte {
            case 0x30 where value.isEmpty: zeros += 1
            case 0x30...0x39: value.append(byte)
            case UInt8(ascii: "+"):
                guard value.isEmpty, zeros == 0 else { return false }
                hasPlus = true
            case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"): break
            default: return false
            }
        }
        if value.count + zeros > 16 { return false }
        if value.count < 6 {
            value.removeAll(keepingCapacity: true)
            return true
        }
        if value.starts(with: [0x36, 0x32]), hasPlus || zeros == 2 || value.count >= 10 {
            value.removeFirst(2)
            while value.first == 0x30 { value.removeFirst() }
        }
        return true
    }

    private func readEmail(_ cell: String, into value: inout [UInt8]) {
        for byte in cell.utf8 where byte > 0x20 { value.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        if !value.contains(UInt8(ascii: "@")) { value.removeAll(keepingCapacity: true) }
    }

    // MARK: - Numbers

    /// Letters and digits alone. A number that a spreadsheet has rounded (`3.2E+15`) has lost what it was.
    private func readIdentifier(_ cell: String, into value: inout [UInt8]) {
        var text = cell.utf8[...]
        if text.count > 2, text.suffix(2).elementsEqual(".0".utf8), text.dropLast(2).allSatisfy({ (0x30...0x39).contains($0) }) {
            text = text.dropLast(2)
        }
        var isNumeric = true
        for byte in text {
            switch byte {
            case 0x30...0x39: value.append(byte)
            case 0x41...0x5A: value.append(byte | 0x20)
            case 0x61...0x7A, 0x80...: value.append(byte)
            default:
                if byte == UInt8(ascii: "+") { isNumeric = false }
            }
        }
        let isRounded = !isNumeric && value.contains(UInt8(ascii: "e")) && value.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x65 }
        if isRounded || saysNothing(cell) { value.removeAll(keepingCapacity: true) }
    }

    private func readNumber(_ cell: String, into value: inout [UInt8]) {
        let text = cell.utf8.filter { $0 > 0x20 }
        guard let number = Double(String(decoding: text, as: UTF8.self)) ?? WholeNumber.parse(cell).value.map(Double.init), number.isFinite
        else { return }
        value.append(contentsOf: "\(number)".utf8)
    }

    /// Eight digits, `yyyymmdd`; a date that cannot be keeps its digits, for a slip of one digit still tells.
    private func readDate(_ cell: String, into value: inout [UInt8]) {
        let digits = cell.utf8.filter { (0x30...0x39).contains($0) }
        if digits.count == 8, cell.utf8.count == 8 {
            value.append(contentsOf: digits)
        } else if let date = DateText.parse(cell, today: today).value {
            value.append(contentsOf: date.iso.utf8.filter { (0x30...0x39).contains($0) })
        } else if digits.count == 8 {
            // `1985-13-07` as it stands; `07/13/1985` with its year in front.
            let leadsWithYear = cell.utf8.prefix { $0 <= 0x20 || (0x30...0x39).contains($0) }.count >= 4
            value.append(contentsOf: leadsWithYear ? digits[...] : digits[4...] + digits[2..<4] + digits[..<2])
        }
    }

    // MARK: - Names and places

    /// The words that set a business apart; where there are none, those for its kind, marked so that they meet only each other.
    private func readBusiness(_ cell: String, into value: inout [UInt8]) {
        guard let name = BusinessName.parse(cell).value else { return }
        if name.isGeneric {
            append(name.typeWords.map { "~" + $0 }, to: &value)
        } else {
            append(name.coreTokens, to: &value)
        }
    }

    private func readAddress(_ cell: String, into value: inout [UInt8]) {
        if let address = PostalAddress.parse(cell, within: nil).value, !address.tokens.isEmpty {
            var words = address.tokens
            if let rt = address.rt, let rw = address.rw { words.append("rt\(rt)rw\(rw)") }
            append(words, to: &value)
        } else {
            fold(cell, into: &value)
            if saysNothing(cell) { value.removeAll(keepingCapacity: true) }
        }
    }

    /// The usual name of the regency or city that the cell names (`Kab. Sleman`, `DIY – Sleman`), or its words without those for its rank.
    private func readPlace(_ cell: String, into value: inout [UInt8]) {
        if saysNothing(cell) { return }
        if !cell.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            if case .one(let region) = Regions.find(cell, as: .regency) {
                value.append(contentsOf: folded(region.baseName).utf8)
                return
            }
        }
        fold(cell, into: &value)
        let words = value.split(separator: 0x20)
        guard let first = words.first, words.count > 1, Self.ranks.contains(String(decoding: first, as: UTF8.self)) else { return }
        value = Array(words.dropFirst().joined(separator: [0x20]))
    }

    private static let ranks: Set<String> = [
        "kab", "kabupaten", "kota", "kodya", "kotamadya", "prov", "provinsi", "propinsi", "kec", "kecamatan", "kel", "kelurahan", "ds",
        "desa",
    ]
}
