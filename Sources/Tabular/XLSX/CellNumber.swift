/// Numbers as a person would read them in the cell.
enum CellNumber {
    /// - Parameter written: the number as the workbook writes it, for example `3.27304121187E15`.
    static func text(_ written: String, style: NumberStyle, countsFrom1904: Bool) -> String {
        switch style {
        case .plain:
            return plain(written) ?? written
        case .padded(let digits):
            guard let text = plain(written) else { return written }
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.count < digits else { return text }
            return String(repeating: "0", count: digits - text.utf8.count) + text
        case .date, .time, .dateAndTime:
            guard let serial = Double(written), let text = moment(serial, style: style, countsFrom1904: countsFrom1904) else {
                return plain(written) ?? written
            }
            return text
        }
    }

    // MARK: - Decimal digits

    /// The number in full digits: no exponent, no `.0`, and beyond the point no more than the 15 digits that a spreadsheet shows.
    /// The digits of a whole number are never touched: they may be a NIK.
    static func plain(_ written: String) -> String? {
        var rest = written.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        func takeDigits() -> [UInt8] {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            rest = rest.dropFirst(digits.count)
            return digits.map { $0 - 0x30 }
        }
        var digits = takeDigits()
        var point = digits.count
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            digits += takeDigits()
        }
        guard !digits.isEmpty, digits.count <= 400 else { return nil }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(exponent) <= 40 else { return nil }
            rest = rest.suffix(0)
            point += exponent
        }
        guard rest.isEmpty else { return nil }

        trim(&digits, &point)
        if digits.count > point, digits.count > 15 {
            round(&digits, &point, to: 15)
            trim(&digits, &point)
        }
        guard !digits.isEmpty else { return "0" }
        var text = isNegative ? "-" : ""
        func append(_ digits: some Sequence<UInt8>) {
            for digit in digits { text.unicodeScalars.append(Unicode.Scalar(digit + 0x30)) }
        }
        if point <= 0 {
            text += "0." + String(repeating: "0", count: -point)
            append(digits)
        } else if digits.count <= point {
            append(digits)
            text += String(repeating: "0", count: point - digits.count)
        } else {
            append(digits[..<point])
            text += "."
            append(digits[point...])
        }
        return text
    }

    /// Removes zeros at the front, and at the end beyond the point.
    private static func trim(_ digits: inout [UInt8], _ point: inout Int) {
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        point -= leading
        while digits.count > max(point, 0), digits.last == 0 { digits.removeLast() }
    }

    private static func round(_ digits: inout [UInt8], _ point: inout Int, to count: Int) {
        let roundsUp = digits[count] >= 5
        digits.removeSubrange(count...)
        guard roundsUp else { return }
        for index in digits.indices.reversed() {
            guard digits[index] == 9 else {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
        point += 1
    }

    // MARK: - Days

    /// `2026-11-23`, `13:45:00` or both.
    private static func moment(_ serial: Double, style: NumberStyle, countsFrom1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var day = Int(serial)
        var second = Int(((serial - Double(day)) * 86_400).rounded())
        if second == 86_400 {
            day += 1
            second = 0
        }
        let time = "\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
        if style == .time, day == 0 { return time }
        guard let date = date(day, countsFrom1904: countsFrom1904) else { return nil }
        return style == .date || second == 0 ? date : "\(date) \(time)"
    }

    /// The day of a serial number. The 1900 system has a 29 February 1900 that never was (ISO/IEC 29500-1, 18.17.4.1).
    private static func date(_ serial: Int, countsFrom1904: Bool) -> String? {
        if countsFrom1904 { return iso(daysSince1970: serial - 24_107) }
        switch serial {
        case ..<1: return nil
        case ..<60: return iso(daysSince1970: serial - 25_568)
        case 60: return "1900-02-29"
        default: return iso(daysSince1970: serial - 25_569)
        }
    }

    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`; for days after 1 March of year 0.
    private static func iso(daysSince1970: Int) -> String {
        let shifted = daysSince1970 + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-\(padded(month))-\(padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))"
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
