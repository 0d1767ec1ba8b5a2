/// The number of a person in the population register: `PPKKCC DDMMYY SSSS`, the day plus 40 for a woman.
///
/// It has no check digit. The region is that of first registration and stays for life, also after the region was renamed or split, so an
/// unknown one is only noticed. The number tells sex, birth date and origin: show it only as ``masked``.
/// Source: Law 23/2006 on population administration, article 13, and Presidential Regulation 96/2018.
public struct NIK: Sendable, Hashable {
    /// Sixteen digits.
    public let digits: String
    /// The day of birth that the number states, in the century that makes its holder between 15 and 100 years old.
    public let birthDate: CalendarDate?
    public let sex: Sex

    /// The first six digits: the district of first registration as it was coded then.
    public var regionPrefix: String { String(digits.prefix(6)) }

    /// `3273********0001`: enough to tell two apart on paper, too little to identify someone.
    public var masked: String { digits.prefix(4) + "********" + digits.suffix(4) }

    /// Reads a NIK as lists hold it: with spaces, dots, a leading apostrophe, letters for digits, or after a spreadsheet took it for a number.
    ///
    /// - Parameter today: the day on which the age is judged.
    public static func parse(_ text: String, today: CalendarDate) -> Parsed<NIK> {
        let bytes = Latin.bytes(of: text)
        if Absence.holds(bytes) { return .absent }
        return parse(DigitReading(bytes, label: "nik", confusions: true), today: today)
    }

    static func parse(_ reading: DigitReading, today: CalendarDate) -> Parsed<NIK> {
        if reading.lostDigits { return .refused(lost) }
        let digits = reading.digits
        if reading.stranger != nil { return .refused(strangers) }
        guard digits.count == 16 else { return .refused(length(digits.count)) }
        guard digits[12..<16].contains(where: { $0 != UInt8(ascii: "0") }) else { return .refused(serial) }

        var day = DigitReading.number(digits[6..<8])
        let month = DigitReading.number(digits[8..<10])
        let year = DigitReading.number(digits[10..<12])
        let sex: Sex = day > 40 ? .female : .male
        if day > 40 { day -= 40 }
        guard let birth = Self.birth(year: year, month: month, day: day, today: today) else { return .refused(date) }

        let nik = NIK(digits: String(latin: digits), birthDate: birth.date, sex: sex)
        var notices: [Notice] = []
        if reading.mendedLetters { notices.append(letters) }
        if reading.fromSpreadsheet || digits[15] == UInt8(ascii: "0") { notices.append(spreadsheet) }
        if !birth.ofWorkingAge { notices.append(age) }
        if !RegionReading.knows(nikPrefix: nik.regionPrefix) { notices.append(region) }
        return .value(nik, notices: notices)
    }

    /// The day in the century that makes its holder 15 to 100 years old; failing that, the latest one that has passed.
    private static func birth(year: Int, month: Int, day: Int, today: CalendarDate) -> (date: CalendarDate, ofWorkingAge: Bool)? {
        let now = today.components
        var fallback: CalendarDate?
        for century in [2000, 1900] {
            guard let date = CalendarDate(year: century + year, month: month, day: day) else { continue }
            let beforeBirthday = month > now.month || (month == now.month && day > now.day)
            let age = now.year - (century + year) - (beforeBirthday ? 1 : 0)
            if (15...100).contains(age) { return (date, true) }
            if fallback == nil, date <= today { fallback = date }
        }
        return fallback.map { ($0, false) }
    }

    private static func length(_ count: Int) -> Notice {
        Notice(
            "nik.length", "NIK harus 16 angka; di sini ada \(count). Ketik ulang sesuai KTP, sebagai teks di spreadsheet.",
            "A NIK has 16 digits; this one has \(count). Type it again from the identity card, as text in the spreadsheet.")
    }

    private static let lost = Notice(
        "nik.spreadsheet",
        "NIK rusak karena spreadsheet menyimpannya sebagai bilangan (seperti 3,27E+15) dan angka belakangnya hilang. "
            + "Ubah format kolom menjadi teks, lalu ketik ulang dari KTP.",
        "The spreadsheet stored this NIK as a number (like 3.27E+15) and its last digits are lost. "
            + "Format the column as text and type it again from the identity card.")
    private static let spreadsheet = Notice(
        "nik.spreadsheet", "NIK ini mungkin terkena spreadsheet: angka ke-16 bisa berubah menjadi 0. Cocokkan dengan KTP.",
        "A spreadsheet may have changed the sixteenth digit of this NIK to 0. Compare it with the identity card.")
    private static let strangers = Notice(
        "nik.characters", "NIK hanya berisi angka; di sini ada huruf atau tanda lain. Ketik ulang 16 angkanya dari KTP.",
        "A NIK holds digits only; there are letters or other signs here. Type its 16 digits again from the identity card.")
    private static let letters = Notice(
        "nik.letters", "Huruf yang mirip angka (O, I, S, B) dibaca sebagai angka (0, 1, 5, 8). Cocokkan dengan KTP.",
        "Letters that look like digits (O, I, S, B) were read as 0, 1, 5, 8. Compare with the identity card.")
    private static let date = Notice(
        "nik.date", "Angka ke-7 sampai ke-12 NIK bukan tanggal lahir yang mungkin. Periksa kembali dengan KTP.",
        "Digits 7 to 12 of this NIK are no possible birth date. Compare it with the identity card.")
    private static let serial = Notice(
        "nik.serial",
        "Empat angka terakhir NIK tidak mungkin 0000; biasanya karena dibulatkan spreadsheet. Ketik ulang dari KTP sebagai teks.",
        "The last four digits of a NIK are never 0000; a spreadsheet usually rounded them. Type it again from the identity card as text.")
    private static let age = Notice(
        "nik.age", "Menurut NIK ini pemiliknya berumur di bawah 15 atau di atas 100 tahun. Mungkin NIK anak atau salah ketik.",
        "By this NIK its holder is younger than 15 or older than 100. It may be a child's number or a slip.")
    private static let region = Notice(
        "nik.region", "Enam angka pertama NIK bukan kode wilayah yang dikenal, kini atau dulu. Cocokkan dengan KTP.",
        "The first six digits of this NIK are no region code known now or earlier. Compare it with the identity card.")
}
