/// What there is to say about an amount of money.
enum AmountNotice {
    static let unreadable = Notice(
        "rupiah.unreadable", "Jumlah uang ini tidak terbaca. Isi angka saja, misalnya 2500000.",
        "This amount cannot be read. Enter digits only, for example 2500000.")
    static let negative = Notice(
        "rupiah.negative", "Jumlah uang tidak boleh kurang dari nol. Isi tanpa tanda minus.",
        "An amount is never below zero. Enter it without a minus.")
    static let range = Notice(
        "rupiah.range", "Di sini ada dua jumlah (dari–sampai). Isi satu angka, misalnya rata-ratanya.",
        "There are two amounts here (from–to). Enter one, for example the average.")
    static let tooLarge = Notice(
        "rupiah.large", "Jumlah uang ini terlalu besar untuk sebuah usaha. Periksa banyaknya angka nol.",
        "This amount is too large for any business. Check the zeros.")
    static let approximate = Notice(
        "rupiah.approximate", "Jumlah ini perkiraan; dipakai seperti tertulis.", "This amount is an estimate; it is used as written.")
    static let separator = Notice(
        "rupiah.separator", "Titik dan koma dibaca cara Inggris (koma untuk ribuan). Periksa hasilnya.",
        "Dots and commas were read the English way (comma for thousands). Check the result.")
    static let spreadsheet = Notice(
        "rupiah.spreadsheet", "Jumlah ini tersimpan dalam notasi ilmiah (seperti 1,5E+07); angka kecilnya bisa hilang. Periksa hasilnya.",
        "This amount was stored in scientific notation (like 1.5E+07); small digits may be lost. Check the result.")
    static let rounded = Notice(
        "rupiah.rounded", "Pecahan rupiah dibulatkan.", "Fractions of a rupiah were rounded.")
    static let letterM = Notice(
        "rupiah.miliar", "Huruf M dibaca miliar. Bila maksudnya juta, tulis jt.",
        "The letter M was read as miliar (billion). For million write jt.")
    static let small = Notice(
        "rupiah.small", "Jumlah ini sangat kecil; mungkin ditulis dalam ribuan atau jutaan. Tulis lengkap dengan nolnya.",
        "This amount is very small; it may be meant in thousands or millions. Write it out with its zeros.")
    static let perDay = period("day", "hari", "day")
    static let perWeek = period("week", "minggu", "week")
    static let perMonth = period("month", "bulan", "month")
    static let perYear = period("year", "tahun", "year")

    private static func period(_ code: String, _ indonesian: String, _ english: String) -> Notice {
        Notice(
            "rupiah.per-\(code)", "Jumlah ini per \(indonesian); dicatat seperti tertulis, tidak dikalikan.",
            "This amount is per \(english); it is kept as written, not multiplied.")
    }
}
