/// What there is to say about a telephone number.
enum PhoneNotice {
    static let none = Notice(
        "phone.none", "Tidak ada nomor telepon di sini. Isi seperti 0812-3456-7891.",
        "There is no phone number here. Enter one like 0812-3456-7891.")
    static let spreadsheet = Notice(
        "phone.spreadsheet",
        "Nomor rusak karena spreadsheet menyimpannya sebagai bilangan (seperti 8,12E+11). Ubah format kolom menjadi teks, lalu ketik ulang.",
        "The spreadsheet stored this number as 8.12E+11 and digits are lost. Format the column as text and type it again.")
    static let number = Notice(
        "phone.spreadsheet", "Nomor ini tersimpan sebagai bilangan di spreadsheet; angkanya masih lengkap. Cocokkan sekali lagi.",
        "A spreadsheet stored this phone number as a number; its digits are all there. Please compare once more.")
    static let hidden = Notice(
        "phone.hidden", "Sebagian angka nomor ini disamarkan (* atau x). Minta nomor lengkapnya.",
        "Some digits of this number are hidden (* or x). Ask for the whole number.")
    static let lostZero = Notice(
        "phone.lost-zero", "Angka 0 di depan nomor hilang dan sudah dikembalikan.",
        "The leading 0 of this number was lost and has been put back.")
    static let placeholder = Notice(
        "phone.placeholder", "Semua angka nomor ini sama; ini bukan nomor sungguhan. Minta nomor pemiliknya.",
        "All digits of this number are the same; it is no real number. Ask for the owner's.")
    static let dummy = Notice(
        "phone.dummy", "Nomor ini berurutan seperti nomor contoh. Pastikan ini nomor sungguhan.",
        "The digits of this number count up like an example. Make sure that it is real.")
    static let prefix = Notice(
        "phone.prefix", "Awalan nomor ini tidak dipakai di Indonesia. Nomor HP diawali 08, nomor rumah diawali kode wilayah seperti 021.",
        "No number in Indonesia begins like this. Mobile numbers begin with 08, landlines with an area code such as 021.")
    static let unknownPrefix = Notice(
        "phone.unknown-prefix", "Awalan nomor HP ini belum dikenal. Periksa kembali angkanya.",
        "The prefix of this mobile number is not known yet. Check its digits.")
    static let area = Notice(
        "phone.area", "Nomor telepon rumah ini tanpa kode wilayah. Tambahkan, misalnya 022 untuk Bandung.",
        "This landline number lacks its area code. Add it, for example 022 for Bandung.")
    static let foreign = Notice(
        "phone.foreign", "Ini nomor luar negeri. Pastikan memang milik pelaku usaha.",
        "This is a foreign number. Make sure that it is the owner's.")
    static let foreignLength = Notice(
        "phone.length", "Panjang nomor luar negeri ini tidak mungkin. Periksa kembali angkanya.",
        "This foreign number has an impossible length. Check its digits.")

    static func mobileLength(_ count: Int) -> Notice {
        Notice(
            "phone.length", "Nomor HP harus 10 sampai 13 angka bila diawali 0; di sini ada \(count). Ada angka yang kurang atau lebih.",
            "A mobile number has 10 to 13 digits with its leading 0; this one has \(count). A digit is missing or too many.")
    }

    static func landlineLength(_ count: Int) -> Notice {
        Notice(
            "phone.length", "Panjang nomor telepon rumah ini tidak mungkin (\(count) angka dengan kode wilayah). Periksa kembali angkanya.",
            "This landline number has an impossible length (\(count) digits with its area code). Check its digits.")
    }
}
