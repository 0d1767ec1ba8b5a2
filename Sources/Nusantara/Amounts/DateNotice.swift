/// What there is to say about a date.
enum DateNotice {
    static let unreadable = Notice(
        "date.unreadable", "Tanggal ini tidak terbaca. Tulis seperti 31/12/2021 (hari/bulan/tahun).",
        "This date cannot be read. Write it like 31/12/2021 (day/month/year).")
    static let impossible = Notice(
        "date.impossible", "Tanggal ini tidak ada di kalender. Periksa hari dan bulannya.",
        "There is no such day. Check the day and the month.")
    static let zero = Notice(
        "date.zero", "Hari atau bulannya 00. Isi tanggal yang sebenarnya, atau kosongkan.",
        "The day or the month is 00. Enter the real date, or leave it empty.")
    static let incomplete = Notice(
        "date.incomplete", "Tanggal ini tidak lengkap. Isi hari, bulan dan tahun.", "This date is not complete. Enter day, month and year.")
    static let year = Notice(
        "date.year", "Tahun ini tidak mungkin. Periksa kembali tahunnya.", "This year is impossible. Check it.")
    static let monthFirst = Notice(
        "date.month-first", "Dibaca bulan/hari/tahun karena angka kedua bukan bulan. Pastikan seluruh kolom memakai urutan yang sama.",
        "Read as month/day/year because the second number is no month. Make sure that the whole column has one order.")
    static let twoDigitYear = Notice(
        "date.two-digit-year", "Tahun dua angka; abadnya ditebak. Tulis tahun empat angka.",
        "The year has two digits; its century was guessed. Write four digits.")
    static let serial = Notice(
        "date.serial", "Angka ini dibaca sebagai nomor hari spreadsheet. Ubah format kolom menjadi tanggal.",
        "This number was read as a spreadsheet's day number. Format the column as a date.")
    static let filler = Notice(
        "date.default", "Tanggal 1 Januari atau 31 Desember sering diisi bila tidak tahu. Pastikan benar.",
        "1 January and 31 December are often entered when nobody knows. Make sure.")
    static let future = Notice(
        "date.future", "Tanggal ini belum terjadi. Periksa tahunnya.", "This date lies in the future. Check the year.")
}
