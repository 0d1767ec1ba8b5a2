import Nusantara

extension Notice {
    static let unnamedRow = Notice(
        code: "row.unnamed", indonesian: "Baris ini tidak memuat nama usaha atau nama pemilik. Isi salah satunya.",
        english: "This row names neither a business nor an owner. Fill in one of them.")

    static let unreadableRow = Notice(
        code: "row.unreadable", indonesian: "Baris ini tidak dapat disimpan. Ketik ulang baris ini.",
        english: "This row could not be kept. Type it again.")

    static let repeatedRow = Notice(
        code: "row.repeated", indonesian: "Usaha ini sudah ada di baris sebelumnya dalam daftar yang sama. Baris ini dilewati.",
        english: "An earlier row of the same list is about this business already. This row is left out.")

    static let unknownRegionCode = Notice(
        code: "region.code", indonesian: "Kode wilayah tidak dikenal. Pakai kode Kemendagri, misalnya 32.04.",
        english: "The region code is unknown. Use a code of the Ministry of Home Affairs, such as 32.04.")

    static let unknownProvince = Notice(
        code: "region.province", indonesian: "Nama provinsi tidak dikenal. Periksa ejaannya.",
        english: "The name of the province is unknown. Check its spelling.")

    static let unknownRegency = Notice(
        code: "region.regency", indonesian: "Nama kabupaten atau kota tidak dikenal. Periksa ejaannya.",
        english: "The name of the regency or city is unknown. Check its spelling.")

    static func ambiguousRegion(_ names: [String]) -> Notice {
        let list = names.prefix(4).joined(separator: " / ")
        return Notice(
            code: "region.ambiguous",
            indonesian: "Nama ini dapat berarti \(list). Tulis lengkap dengan Kabupaten atau Kota dan provinsinya.",
            english: "This name may mean \(list). Write it with Kabupaten or Kota and its province.")
    }
}
