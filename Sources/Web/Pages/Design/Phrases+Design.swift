extension PhraseTable {
    static let design: PhraseTable = [
        "lead": Phrase(
            "Semua halaman dibuat dari bagian-bagian ini. Ukuran huruf 14, 16, 19, 24, 32; jarak 4, 8, 12, 16, 24, 32, 48.",
            "All pages are made of these parts. Type 14, 16, 19, 24, 32; spacing 4, 8, 12, 16, 24, 32, 48."),
        "inks": Phrase("Warna", "Colours"),
        "inksText": Phrase(
            "Nila, kunyit, dan warna kain mori. Urutannya bisa dibedakan tanpa melihat warna: makin tua atau makin terang.",
            "Indigo, turmeric and unbleached cotton. The steps can be told apart by lightness alone."),
        "numbers": Phrase("Angka", "Numbers"),
        "badges": Phrase("Tanda", "Badges"),
        "notices": Phrase("Pesan", "Notices"),
        "forms": Phrase("Formulir", "Forms"),
        "work": Phrase("Langkah dan kemajuan", "Steps and progress"),
        "tables": Phrase("Tabel", "Tables"),
        "empties": Phrase("Kalau kosong", "When there is nothing"),
        "charts": Phrase("Grafik", "Charts"),
    ]
}
