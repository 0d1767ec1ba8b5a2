/// The digits of a cell that should hold one long number, with what spreadsheets and hands did to it.
struct DigitReading {
    /// The digits in order, as ASCII.
    var digits: [UInt8] = []
    /// Letters that stand for digits (`O` for 0, `I` and `l` for 1, `S` for 5, `B` for 8) were read as those digits, three at most.
    var mendedLetters = false
    /// The cell came out of a spreadsheet or a data frame as a number: `3.27E+15`, `3273041211870001.0`.
    var fromSpreadsheet = false
    /// Rounding has destroyed digits for good.
    var lostDigits = false
    /// A character that belongs to no such number.
    var stranger: UInt8?

    /// - Parameters:
    ///   - bytes: the cell as ``Latin`` bytes.
    ///   - label: a word in small letters that may stand before the number (`nik`).
    ///   - confusions: whether letters that look like digits may be read as digits.
    init(_ bytes: [UInt8], label: StaticString = "", confusions: Bool = false) {
        var start = 0
        var end = bytes.count
        while end > start, !bytes[end - 1].isLatinWord, bytes[end - 1] != UInt8(ascii: "*") { end -= 1 }
        while start < end, !bytes[start].isLatinWord { start += 1 }
        start += Self.length(of: label, in: bytes, at: start)
        while start < end, !bytes[start].isLatinWord { start += 1 }

        if readScientific(bytes, start, end) { return }
        if end - start > 9, bytes[end - 1] == UInt8(ascii: "0"), bytes[end - 2] == UInt8(ascii: "."),
            bytes[start..<(end - 2)].allSatisfy(\.isLatinDigit)
        {
            fromSpreadsheet = true
            end -= 2
        }
        digits.reserveCapacity(24)
        var mended = 0
        for byte in bytes[start..<end] {
            if byte.isLatinDigit {
                digits.append(byte)
            } else if confusions, mended < 3, let digit = Self.digit(resembling: byte) {
                digits.append(digit)
                mended += 1
            } else if !Self.separates(byte), stranger == nil {
                stranger = byte
            }
        }
        mendedLetters = mended > 0
    }

    /// `3.27304E+15`, `8,12E+11`: the digits that the exponent promises, and whether the mantissa has them all.
    private mutating func readScientific(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        var position = start
        var mantissa: [UInt8] = []
        var whole = 0
        var point = false
        while position < end {
            let byte = bytes[position]
            if byte.isLatinDigit {
                mantissa.append(byte)
                if !point { whole += 1 }
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), !point {
                point = true
            } else {
                break
            }
            position += 1
        }
        guard whole == 1, position < end, bytes[position] | 0x20 == UInt8(ascii: "e") else { return false }
        position += 1
        if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: " ") { position += 1 }
        var exponent = 0
        guard position < end, end - position <= 2 else { return false }
        while position < end {
            guard bytes[position].isLatinDigit else { return false }
            exponent = exponent * 10 + Int(bytes[position] - 0x30)
            position += 1
        }
        guard exponent >= 5 else { return false }
        fromSpreadsheet = true
        lostDigits = mantissa.count < exponent + 1
        digits = Array(mantissa.prefix(exponent + 1))
        while digits.count < exponent + 1 { digits.append(UInt8(ascii: "0")) }
        return true
    }

    private static func length(of label: StaticString, in bytes: [UInt8], at start: Int) -> Int {
        let count = label.utf8CodeUnitCount
        guard count > 0, start + count <= bytes.count else { return 0 }
        for offset in 0..<count where bytes[start + offset].latinSmall != label.utf8Start[offset] { return 0 }
        return count
    }

    private static func digit(resembling letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "|"): UInt8(ascii: "1")
        case UInt8(ascii: "S"), UInt8(ascii: "s"): UInt8(ascii: "5")
        case UInt8(ascii: "B"): UInt8(ascii: "8")
        default: nil
        }
    }

    private static func separates(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "`"),
            UInt8(ascii: "\""), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: ";"):
            true
        default: false
        }
    }

    /// The number that a run of digits spells.
    static func number(_ digits: some Sequence<UInt8>) -> Int {
        digits.reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) }
    }
}

extension String {
    /// The text that plain ASCII bytes spell.
    init(latin bytes: some Collection<UInt8>) {
        self = String(decoding: bytes, as: UTF8.self)
    }
}
