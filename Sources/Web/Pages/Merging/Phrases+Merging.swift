extension PhraseTable {
    static let confirmation: PhraseTable = [
        "consequences": Phrase("Yang akan terjadi", "What will happen"),
        "look": Phrase("Lihat keputusan itu", "Look at that decision"),
        "back": Phrase("Tidak jadi, kembali", "Not now, go back"),
    ]

    static let mergeChoice: PhraseTable = [
        "none": Phrase(
            "Tidak ketemu di wilayah tugasmu. Coba nama yang lebih pendek, atau nomor usahanya.",
            "Nothing found in your area. Try a shorter name, or the number of the business."),
        "back": Phrase("Tidak jadi, kembali", "Not now, go back"),
    ]
}
