extension PhraseTable {
    static let dashboard: PhraseTable = [
        "crumbs": Phrase("Wilayah", "Regions"),
        "live": Phrase("Lihat angka hari ini", "See today’s figures"),
        "filter": Phrase("Saring angka", "Filter the figures"),
        "clear": Phrase("Hapus saringan", "Clear the filters"),
        "month": Phrase(
            "Yang dihitung di sini: usaha yang pertama kali mencapainya pada bulan itu.",
            "Counted here: businesses that reached it for the first time in that month."),
        "noTargets": Phrase("Belum ada sasaran", "No target yet"),
        "noTargetsText": Phrase(
            "Setelah petugas mengisi sasaran untuk wilayah ini, lajunya tampil di sini.",
            "Once an officer has set a target for this region, its pace is shown here."),
        "quality": Phrase("Seberapa tepat hitungan ini?", "How good is this count?"),
        "qualityText": Phrase(
            "Setiap bulan orang memeriksa pasangan baris yang dipilih acak, tanpa melihat pendapat mesin.",
            "Each month people judge pairs of rows drawn at random, without seeing what the machine thinks."),
        "qualityMore": Phrase("Bagaimana ini diukur?", "How is this measured?"),
        "csv": Phrase("Unduh semua angka ini (CSV)", "Download all these figures (CSV)"),
        "updated": Phrase("Diperbarui", "Updated"),
        "whatMeans": Phrase("Apa arti kata-kata ini?", "What do these words mean?"),
        "small": Phrase(
            "Tanda <5 berarti kurang dari lima usaha; angkanya disembunyikan untuk menjaga pemiliknya.",
            "The sign <5 means fewer than five businesses; the figure is hidden to protect their owners."),
        "openNames": Phrase("Buka nama-namanya", "Open the names"),
    ]
}
