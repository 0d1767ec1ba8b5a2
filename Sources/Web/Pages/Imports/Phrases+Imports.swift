extension PhraseTable {
    static let imports: PhraseTable = [
        "newImport": Phrase("Masukkan daftar", "Bring in a list"),
        "startLead": Phrase(
            "Kirim berkas seperti aslinya. Kami mengenali kolomnya, lalu kamu memeriksanya. Belum ada yang disimpan sebelum kamu setuju.",
            "Send the file as it is. We recognise its columns and you check them. Nothing is stored before you agree."),
        "mappingLead": Phrase(
            "Apa isi tiap kolom? Periksa yang belum kami kenali. Susunan ini diingat untuk kiriman berikutnya dari mitra ini.",
            "What does each column hold? Check those we did not recognise. This is remembered for the partner’s next list."),
        "remembered": Phrase(
            "Ini susunan yang kamu setujui terakhir kali untuk mitra ini.", "This is what was confirmed for this partner last time."),
        "column": Phrase("Kolom", "Column"),
        "samples": Phrase("Contoh isi", "Examples"),
        "meaning": Phrase("Isinya", "It holds"),
        "tryIt": Phrase("Coba dulu", "Dry run"),
        "remap": Phrase("Ubah arti kolom", "Change the columns"),
        "findings": Phrase("Yang perlu diperhatikan", "What to look at"),
        "download": Phrase("Unduh semua temuan (CSV)", "Download all findings (CSV)"),
        "noFindings": Phrase("Tidak ada yang perlu diperbaiki.", "There is nothing to mend."),
        "leave": Phrase(
            "Halaman ini boleh ditutup. Pekerjaan jalan terus.", "You may close this page. The work goes on."),
        "seeCount": Phrase("Lihat hitungan", "See the count"),
        "again": Phrase("Masukkan daftar lain", "Bring in another list"),
        "backToList": Phrase("Ke semua daftar", "To all lists"),
    ]
}
