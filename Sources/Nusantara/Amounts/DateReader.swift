/// Goes through a date word by word.
struct DateReader {
    /// Why a date cannot be used.
    struct Refusal: Error {
        let notice: Notice
    }

    private enum Word {
        case number(Int, digits: Int)
        case month(Int)
    }

    private var words: [Word] = []
    private var isPlainNumber = false

    /// - Parameter bytes: the cell as ``Latin`` bytes in small letters.
    init(_ bytes: [UInt8]) {
        var position = 0
        var end = bytes.count
        if let time = Self.timeOfDay(bytes) { end = time }
        while position < end, words.count < 6 {
            let start = position
            if bytes[position].isLatinDigit {
                while position < end, bytes[position].isLatinDigit { position += 1 }
                let count = position - start
                words.append(.number(count <= 9 ? DigitReading.number(bytes[start..<position]) : 0, digits: count))
            } else if bytes[position].isLatinLetter {
                while position < end, bytes[position].isLatinLetter { position += 1 }
                if let month = Self.months[String(latin: bytes[start..<position])] { words.append(.month(month)) }
            } else {
                position += 1
            }
        }
        isPlainNumber = bytes.allSatisfy { $0.isLatinDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }
    }

    /// Where a time of day begins behind the date: `T07:30`, ` 07:30:00`, ` 10.15`.
    private static func timeOfDay(_ bytes: [UInt8]) -> Int? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 8 else { return nil }
        var start = colon
        while start > 0, bytes[start - 1].isLatinDigit { start -= 1 }
        guard colon - start <= 2, start > 6 else { return nil }
        let before = bytes[start - 1]
        return before == UInt8(ascii: " ") || before == UInt8(ascii: "t") || before == UInt8(ascii: ",") ? start - 1 : nil
    }

    func read(today: CalendarDate, _ notices: inout [Notice]) -> Result<CalendarDate, Refusal> {
        if isPlainNumber, let serial = serialNumber() {
            notices.append(DateNotice.serial)
            return .success(serial)
        }
        switch words.count {
        case 1:
            guard case .number(let value, 8) = words[0] else { return .failure(Refusal(notice: oneWordNotice)) }
            return compact(value)
        case 2: return .failure(Refusal(notice: DateNotice.incomplete))
        case 3...: return three(today, &notices)
        default: return .failure(Refusal(notice: DateNotice.unreadable))
        }
    }

    private var oneWordNotice: Notice {
        if case .number(1800...2200, 4) = words[0] { return DateNotice.incomplete }
        if case .month = words[0] { return DateNotice.incomplete }
        return DateNotice.unreadable
    }

    /// Days of the 1900 system from 1927 to 2099, as spreadsheets keep them (25569 is 1 January 1970); a fraction is the time of day.
    private func serialNumber() -> CalendarDate? {
        guard case .number(let value, 5) = words.first, words.count <= 2, (10_000...73_050).contains(value) else { return nil }
        return CalendarDate(dayNumber: value - 25_569)
    }

    /// `20210812` or `12082021`.
    private func compact(_ value: Int) -> Result<CalendarDate, Refusal> {
        if (1900...2100).contains(value / 10_000), let date = CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        {
            return .success(date)
        }
        return date(day: value / 1_000_000, month: value / 10_000 % 100, year: value % 10_000)
    }

    private func three(_ today: CalendarDate, _ notices: inout [Notice]) -> Result<CalendarDate, Refusal> {
        switch (words[0], words[1], words[2]) {
        case (.number(let year, 4), .number(let month, _), .number(let day, _)):
            return date(day: day, month: month, year: year)
        case (.number(let year, 4), .month(let month), .number(let day, _)):
            return date(day: day, month: month, year: year)
        case (.number(let day, _), .month(let month), .number(let year, let digits)):
            return date(day: day, month: month, year: fullYear(year, digits, today, &notices))
        case (.month(let month), .number(let day, _), .number(let year, let digits)):
            return date(day: day, month: month, year: fullYear(year, digits, today, &notices))
        case (.number(let first, _), .number(let second, _), .number(let year, let digits)):
            let full = fullYear(year, digits, today, &notices)
            if second > 12, (1...12).contains(first) {
                notices.append(DateNotice.monthFirst)
                return date(day: second, month: first, year: full)
            }
            return date(day: first, month: second, year: full)
        default: return .failure(Refusal(notice: DateNotice.unreadable))
        }
    }

    private func fullYear(_ year: Int, _ digits: Int, _ today: CalendarDate, _ notices: inout [Notice]) -> Int {
        guard digits <= 2 else { return year }
        notices.append(DateNotice.twoDigitYear)
        return year <= today.components.year % 100 ? 2000 + year : 1900 + year
    }

    private func date(day: Int, month: Int, year: Int) -> Result<CalendarDate, Refusal> {
        if day == 0 || month == 0 { return .failure(Refusal(notice: DateNotice.zero)) }
        if year < 1000 || year > 2200 { return .failure(Refusal(notice: DateNotice.year)) }
        guard let date = CalendarDate(year: year, month: month, day: day) else { return .failure(Refusal(notice: DateNotice.impossible)) }
        return .success(date)
    }

    private static let months: [String: Int] = {
        var table: [String: Int] = [:]
        var number = 0
        WordTable.forEachEntry(
            """
            januari:jan january janury jn
            februari:feb peb pebruari february febuari
            maret:mar mrt march maret
            april:apr apl
            mei:may mey
            juni:jun june jni
            juli:jul july jli
            agustus:agu agt agst ags agus aug august agustu
            september:sep sept spt
            oktober:okt oct october
            november:nov nop nopember nopenber
            desember:des dec december dese
            """
        ) { name, forms in
            number += 1
            for form in [name] + forms { table[form] = number }
        }
        return table
    }()
}
